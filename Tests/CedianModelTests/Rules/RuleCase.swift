import CedianModel
import CedianTestSupport
import Testing

/// A handbook in memory whose only clause binds one rule, and what the rule must
/// say of it: `1️⃣` to `9️⃣` stand where its findings begin, in reading order. A
/// case without markers must find nothing at all.
struct RuleCase: Sendable, CustomTestStringConvertible {
  var name: String
  /// Paths below `content/`. Front matter is fenced where the case does not.
  var files: [String: String]
  /// Files of the base that are left out.
  var without: [String] = []
  var asOf = "2026-11-15"
  /// What the binding has besides its clause and rule: `severity: note`.
  var binding = ""
  /// What site.yml sets for the rule: `{severity: note}`.
  var site = ""
  /// Lines of the chapter's front matter.
  var chapter = "effective: 2026-01-01"
  /// Nil is the rule's own severity.
  var severity: Severity?
  var zh: [String]?
  var en: [String]?

  var testDescription: String { name }

  init(
    _ name: String, _ files: [String: String], without: [String] = [],
    asOf: String = "2026-11-15", binding: String = "", site: String = "",
    severity: Severity? = nil, zh: [String]? = nil, en: [String]? = nil
  ) {
    (self.name, self.files, self.without, self.asOf) = (name, files, without, asOf)
    (self.binding, self.site, self.severity) = (binding, site, severity)
    (self.zh, self.en) = (zh, en)
  }

  /// A brief at `activities/case.md`.
  static func activity(
    _ name: String, _ lines: String, asOf: String = "2026-11-15", binding: String = "",
    severity: Severity? = nil, zh: [String]? = nil, en: [String]? = nil
  ) -> RuleCase {
    RuleCase(
      name, ["activities/case.md": lines], asOf: asOf, binding: binding, severity: severity, zh: zh,
      en: en)
  }

  /// States of a brief in which it is judged as put forward.
  static let putForward = [
    "审批: 已提交", "审批: {状态: 已批准}", "approval: submitted", "状态: 进行中", "状态: 已完成",
    "审批: 已驳回\n状态: 进行中",
  ]

  /// States in which nothing is asked of it yet, or any more.
  static let notPutForward = [
    "审批: 草拟", "审批: 已驳回", "状态: 计划中", "审批: 已提交\n状态: 已取消", "draft: true",
  ]

  /// `lines` in every state: a finding at their markers where the brief is put
  /// forward, else none; and none before the chapter's effective day.
  static func byState(_ lines: String) -> [RuleCase] {
    putForward.map { activity("put forward: \($0)", "\($0)\n\(lines)") }
      + notPutForward.map { activity("not put forward: \($0)", "\($0)\n\(unmarked(lines))") }
      + [
        activity("starts on the effective day", "审批: 已提交\n时间: 2026-01-01/2026-01-09\n\(lines)"),
        activity(
          "starts before the effective day",
          "审批: 已提交\n时间: 2025-12-31/2026-01-09\n\(unmarked(lines))"),
      ]
  }

  private static func unmarked(_ lines: String) -> String { MarkedText(lines).text }

  var isFiring: Bool { files.values.contains { $0.contains("1️⃣") } }
}

extension RuleCase {
  private static let base: [String: String] = [
    "site.yml": """
    title: 手册
    departments:
      - {id: marketing, name: 市场部, roles: [市场总监, 内容策划]}
      - {id: social, name: 社交媒体运营团队, roles: [社媒运营主管]}
      - {id: technology, name: 技术部}
      - {id: service, name: 客户服务部, roles: [客服主管]}
      - {id: legal, name: 法务部}

    """,
    "metrics.yml": """
    - {id: gmv, name: {zh: 成交总额, en: GMV}, unit: CNY, aggregation: sum}
    - {id: participants, name: {zh: 参与人数, en: Participants}, aggregation: sum}
    - {id: clicks, name: {zh: 点击量, en: Clicks}, aggregation: sum}
    - {id: impressions, name: {zh: 展现量, en: Impressions}, aggregation: sum}
    - {id: followers, name: {zh: 粉丝数, en: Followers}, aggregation: last}
    - {id: rating, name: {zh: 店铺评分, en: Rating}, unit: score, aggregation: none}
    - id: ctr
      name: {zh: 点击率, en: Click-through rate}
      unit: percent
      aggregation: ratio
      numerator: clicks
      denominator: impressions

    """,
    "channels/sem.md": "标题: 搜索推广\n负责人: 市场部\n职责: [{谁: 市场部, 任务: 投放}]",
    "channels/social.md": "标题: 社交媒体\n负责人: 社交媒体运营团队\n职责: [{谁: 社媒运营主管, 任务: 发布}]",
    "channels/email.md": "标题: 电子邮件\n负责人: 市场部\n名单来源: 会员勾选订阅\n职责: [{谁: 市场部, 任务: 发送}]",
    "goals/2026.md": """
    制定依据: {公司战略: 增长, 市场情况: 平稳, 竞争情况: 激烈}
    年度目标:
      - id: G1
        指标: gmv
        基线: 300万
        目标值: 400万
        期限: 2026-12-31
        负责人: 市场部
        支撑战略: 增长
        季度: {Q1: 90万, Q2: 90万, Q3: 90万, Q4: 130万}
        月份: {1: 30万, 2: 30万, 3: 30万, 4: 30万, 5: 30万, 6: 30万, 7: 30万, 8: 30万, 9: 30万, 10: 30万, 11: 60万, 12: 40万}
    """,
  ]

  /// The files as written, by their whole paths, with the marks of findings.
  func marked(binding rule: String) -> [String: MarkedText] {
    var files = Self.base.merging(self.files) { _, own in own }
    for path in without { files[path] = nil }
    let extra = binding.isEmpty ? "" : ", " + binding
    files["policy/01.md"] =
      self.files["policy/01.md"] ?? """
        title: 总则
        \(chapter)
        rules:
          - {clause: "1.1", rule: \(rule)\(extra)}
        ---

        ## 1.1 义务

        说到做到。

        """
    if !site.isEmpty { files["site.yml", default: ""] += "rules:\n  \(rule): \(site)\n" }
    return Dictionary(
      uniqueKeysWithValues: files.map { path, text in
        let isDocument = path.hasSuffix(".md") && !text.hasPrefix("---\n")
        let isClosed = text.contains("\n---") || text.contains("⃣---")
        return (
          "content/" + path,
          MarkedText(isDocument ? "---\n" + text + (isClosed ? "\n" : "\n---\n") : text)
        )
      })
  }

  func diagnostics(binding rule: String) throws -> [Diagnostic] {
    let day = try #require(Day(iso: asOf))
    return SmallSite.diagnostics(
      of: marked(binding: rule).mapValues(\.text).sources, asOf: day)
  }

  /// Judges the case: what is found, where, how severe, in which words, and that
  /// the line offered to mend it does so.
  func expect(_ rule: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let files = marked(binding: rule)
    let found = try diagnostics(binding: rule)
    let places = files.sorted { $0.key < $1.key }.flatMap { path, text in
      text.positions.values.sorted().map { "\(rule) \(path):\($0.line):\($0.column)" }
    }
    #expect(found.map(\.place) == places, sourceLocation: sourceLocation)
    if let zh { #expect(found.map(\.message.zh) == zh, sourceLocation: sourceLocation) }
    if let en { #expect(found.map(\.message.en) == en, sourceLocation: sourceLocation) }
    let own = try #require(RuleCatalogue.bindable.first { $0.id == rule }).severity
    for finding in found {
      #expect(finding.severity == severity ?? own, sourceLocation: sourceLocation)
      #expect(finding.clause?.number == "1.1", sourceLocation: sourceLocation)
      #expect(finding.fix != nil, sourceLocation: sourceLocation)
      guard let mended = Mending(finding).applied(to: files.mapValues(\.text)) else { continue }
      let after = SmallSite.diagnostics(
        of: mended.sources, asOf: try #require(Day(iso: asOf)))
      #expect(
        !after.contains { $0.message == finding.message && $0.location == finding.location }
          && after.allSatisfy { $0.id == rule },
        """
        \(finding.message.zh) is not mended by \(finding.fix?.example ?? ""): \
        \(after.map(\.message.zh))
        """, sourceLocation: sourceLocation)
    }
  }
}

extension Diagnostic {
  /// `warmup content/activities/a.md:4:1`
  var place: String {
    "\(id) \(location.path):\(location.range.start.line):\(location.range.start.column)"
  }
}

extension [String: String] {
  var sources: [SourceFile] {
    sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { SourceFile(path: $0.key, text: $0.value) }
  }
}

extension [Int?] {
  /// One finding with these days, or none.
  var present: [Int?] { filter { $0 != nil } }
}
