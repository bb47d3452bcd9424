import CedianContent
import CedianModel
import CedianTestSupport
import Testing

@testable import CedianSite

/// What the checks found, as the handbook shows it.
struct ComplianceTests {
  private static let brief = """
    ---
    标题: 缺主题
    负责人: 市场总监
    目标: 成交总额 ≥ 120万
    时间: 2026-10-03/2026-10-05
    参与对象: 会员
    活动形式: 直播
    预期效果: 参与 8,000 人
    ---

    """

  /// One brief that lacks its theme beside the fixture's complete one.
  private static let oneBad = ["content/activities/2026/bad.md": brief]

  private static func policy(_ rules: String, clauses: String = "## 4.1 方案\n\n## 4.2 分工\n")
    -> [String: String]
  {
    [
      "content/policy/04-activities.md": """
      ---
      id: activities
      chapter: 4
      title: 活动
      effective: 2026-01-01
      rules:
      \(rules)
      ---

      \(clauses)
      """
    ]
  }

  @Test("a cell says how many documents of its kind comply, of how many looked at")
  func cells() throws {
    let page = SiteFixture.scope(Self.oneBad).compliancePage()
    #expect(page.kinds.contains { $0.html == "活动" })
    let row = try #require(page.chapters.first?.clauses.first)
    #expect(row.clause.text.html == "4.1")
    let cell = try #require(row.cells.first { $0.column.html == "活动" }?.status)
    #expect(cell.word.html == "1/2")
    #expect(cell.glyph.html == "■")
    #expect(cell.tone.html == "bad")
    #expect(row.findings?.text.html == "1 项")
    let other = try #require(page.chapters.first?.clauses.last)
    #expect(other.findings == nil)
    #expect(other.cells.compactMap(\.status).allSatisfy { $0.tone.html == "good" })
  }

  @Test("a structural rule that a clause binds counts every document of every kind")
  func structural() throws {
    let scope = SiteFixture.scope(
      Self.policy("  - {clause: \"4.1\", rule: unknown-reference}").merging([
        "content/activities/2026/bad.md": Self.brief.replacing(
          "活动形式: 直播", with: "活动形式: 直播\n渠道: [nowhere]")
      ]) { $1 })
    let row = try #require(scope.compliancePage().chapters.first?.clauses.first)
    let words = row.cells.compactMap { cell in
      cell.status.map { "\(cell.column.html) \($0.word.html)" }
    }
    #expect(words.contains("活动 1/2"))
    #expect(words.contains("计划 1/1"))
  }

  @Test("the figures count checks, clauses kept, findings and what is overdue")
  func figures() {
    let page = SiteFixture.scope(Self.oneBad).compliancePage()
    #expect(page.figures.map(\.number.html)[1...].map { $0 } == ["1 / 2", "1", "0"])
    #expect(page.figures[2].detail.html == "错误 1，警告 0，提示 0")
    #expect(page.figures[0].number.html != "100.0%")
  }

  /// Two activities ended long ago without evaluation, one just now.
  private static let late: [String: String] = [
    "content/activities/2026/early.md": ended("2026-02-01/2026-02-03"),
    "content/activities/2026/middle.md": ended("2026-06-01/2026-06-03"),
    "content/activities/2026/recent.md": ended("2026-11-10/2026-11-12"),
  ].merging(policy("  - {clause: \"4.1\", rule: missing-evaluation}")) { $1 }

  private static func ended(_ time: String) -> String {
    "---\n标题: 甲\n负责人: 技术部\n主题: 乙\n时间: \(time)\n状态: 已完成\n---\n"
  }

  @Test("overdue findings come first, the longest overdue at the top")
  func overdue() {
    let page = SiteFixture.scope(Self.late).compliancePage()
    #expect(page.overdue.map(\.place.html).map { $0.contains("early") } == [true, false])
    #expect(page.overdueCount.html == "2")
    let all = page.groups.first { $0.clause?.text.html == "4.1" }?.findings ?? []
    #expect(all.map(\.overdue.isEmpty) == [false, false, true])
    #expect(all.allSatisfy { !$0.fix.isEmpty && $0.document != nil })
  }

  @Test("findings are counted by owner, and by the department of that owner")
  func tallies() {
    let (departments, owners) = SiteFixture.scope(
      Self.late.merging(Self.oneBad) { $1 }.merging(
        Self.policy(
          """
            - {clause: "4.1", rule: missing-evaluation}
            - {clause: "4.2", rule: required-fields, for: activity, fields: [theme]}
          """)
      ) { $1 }
    ).tallies()
    #expect(owners.map(\.who.text.html) == ["技术部", "市场总监"])
    #expect(departments.map(\.who.text.html) == ["技术部", "市场部"])
    #expect(owners.map(\.overdue.html) == ["2", ""])
    #expect(owners.map(\.total.html) == ["3", "1"])
    #expect(owners.map(\.errors.html) == ["", "1"])
  }

  @Test("a finding counts in the month of its document; the months end on the day of the check")
  func months() throws {
    let months = SiteFixture.scope(Self.late).monthTallies()
    #expect(months.first?.name.html == "2025年12月")
    let june = try #require(months.first { $0.name.html == "2026年6月" })
    #expect([june.documents.html, june.failing.html, june.findings.html] == ["1", "1", "1"])
    let october = try #require(months.first { $0.name.html == "2026年10月" })
    #expect(october.status?.tone.html == "good")
    // Channels, chapters, goals and pages have no month.
    #expect(months.last?.name.html == "不分月份")
  }

  @Test("clauses without a rule and rules without a clause are listed, proposals are not")
  func unbound() {
    let page = SiteFixture.scope(
      Self.policy(
        "  - {clause: \"4.1.1\", rule: risk-plan}",
        clauses: "## 4.1 方案\n\n- 4.1.1 写明风险。\n- 4.1.2 另一条。\n\n## 4.2 分工\n\n- 4.2.1 写明。\n"
      ).merging([
        "content/policy/05-draft.md": "---\nchapter: 5\ntitle: 草\nstatus: 草案\n---\n\n## 5.1 某\n"
      ]) { $1 }
    ).compliancePage()
    // 4.1 holds 4.1.1, which is bound.
    #expect(
      page.unboundClauses.flatMap(\.clauses).map(\.text.html) == [
        "4.1.2 另一条。", "4.2 分工", "4.2.1 写明。",
      ])
    let rules = page.unboundRules.map(\.link.text.html)
    #expect(rules.contains("smart-goal"))
    #expect(!rules.contains("risk-plan"))
  }

  @Test("a long list of findings is spread over pages, each finding once, none on a full page")
  func paging() throws {
    let count = Compliance.pageSize * 2 + 7
    let citation = ClauseCitation(
      number: "4.1", words: "", path: "content/policy/04-activities.md", anchor: "")
    func finding(_ number: Int, _ clause: ClauseCitation?) -> Diagnostic {
      Diagnostic(
        id: "a", severity: .warning,
        location: SourceLocation(path: "content/\(number).md", range: SourceRange(.start, .start)),
        message: LocalizedText(verbatim: "\(number)"), clause: clause)
    }
    let findings = (0..<count).map { finding($0, $0 < 5 ? nil : citation) }
    let compliance = Compliance(SiteFixture.read().handbook, findings: findings, reports: [])
    #expect(compliance.pages.count == 3)
    let shown = compliance.pages.map { page in
      page.flatMap { compliance.groups[$0.group].findings[$0.range].map(\.message.zh) }
    }
    #expect(shown.allSatisfy { $0.count <= Compliance.pageSize })
    #expect(shown.flatMap { $0 }.count == count)
    #expect(Set(shown.flatMap { $0 }).count == count)
    // What no clause asks for comes last.
    #expect(compliance.groups.last?.clause == nil)
    #expect(compliance.page(of: citation) == .compliance)
  }

  @Test("every further page of findings is there and linked from the first")
  func pages() throws {
    var options = SiteFixture.options()
    options.findings = (0..<Compliance.pageSize + 1).map { number in
      Diagnostic(
        id: "raw-html", severity: .warning,
        location: SourceLocation(
          path: "content/\(number).md", range: SourceRange(.start, .start)),
        message: LocalizedText(verbatim: "\(number)"))
    }
    let files = try SiteFixture.render(options: options)
    #expect(files["compliance/index.html"]?.contains("href=\"2/index.html\"") == true)
    #expect(files["compliance/2/index.html"]?.contains("href=\"../index.html\"") == true)
    #expect(files["compliance/3/index.html"] == nil)
  }

  @Test("beside a clause stand at most three findings and the way to all of them")
  func clause() throws {
    var changes: [String: String] = [:]
    for number in 1...5 { changes["content/activities/2026/bad-\(number).md"] = Self.brief }
    let files = try SiteFixture.render(changes, options: SiteFixture.checked(changes))
    let page = try #require(files["policy/activities/index.html"])
    #expect(page.contains("1/6 合规"))
    #expect(page.matches(of: /class="clause-finding"/).count == 3)
    #expect(page.contains("href=\"../../compliance/index.html#findings.4.1\">5 项</a>"))
    let list = try #require(files["compliance/index.html"])
    #expect(list.contains("id=\"findings.4.1\""))
  }

  @Test("the page of rules explains each, with the parameters that are in force")
  func rules() throws {
    let scope = SiteFixture.scope(
      Self.policy(
        "  - {clause: \"4.1\", rule: missing-evaluation, parameters: {grace_days: 3}}"))
    let page = scope.rulesPage()
    let ids = (page.bound + page.unbound + page.structural).map(\.id.html)
    #expect(Set(ids) == Set((RuleCatalogue.bindable + RuleCatalogue.structural).map(\.id)))
    #expect(ids.count == Set(ids).count)
    let rule = try #require(page.bound.first)
    #expect(rule.id.html == "missing-evaluation")
    #expect(rule.clauses.map(\.text.html) == ["4.1"])
    let grace = try #require(rule.parameters.first { $0.name.html == "grace_days" })
    #expect([grace.standard.html, grace.inForce.html] == ["7", "3"])
    #expect(grace.isChanged)
    #expect(page.unbound.allSatisfy { $0.status == nil && $0.clauses.isEmpty })
  }
}
