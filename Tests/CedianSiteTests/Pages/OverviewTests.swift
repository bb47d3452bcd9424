import CedianContent
import CedianModel
import CedianTestSupport
import Testing

@testable import CedianSite

/// The views across documents.
struct OverviewTests {
  /// Asked on 2026-11-15.
  private static func activity(_ lines: String, _ name: String = "case") -> [String: String] {
    ["content/activities/2026/\(name).md": "---\n标题: \(name)\n主题: 乙\n\(lines)\n---\n"]
  }

  private static func only(_ files: [String: String]) -> [String: String] {
    ["content/activities/2026/2026-11-tea.md": ""].merging(files) { $1 }
  }

  private static let warmUp = "宣传渠道: [{渠道: social, 阶段: 预热, 时间: 2026-11-12/2026-11-15}]"

  @Test(
    "the ledger says how long before its start an activity was approved",
    arguments: [
      ("审批: {状态: 已批准, 日期: 2026-11-10}\n时间: 2026-11-20", "● 提前 10 天"),
      ("审批: {状态: 已批准, 日期: 2026-11-20}\n时间: 2026-11-20", "● 当天"),
      ("审批: {状态: 已批准, 日期: 2026-11-22}\n时间: 2026-11-20", "■ 晚 2 天"),
      // Warm-up is carrying out too.
      ("审批: {状态: 已批准, 日期: 2026-11-13}\n时间: 2026-11-20\n\(warmUp)", "■ 预热后 1 天"),
      ("审批: {状态: 已批准, 日期: 2026-11-12}\n时间: 2026-11-20\n\(warmUp)", "● 预热当天"),
      ("审批: {状态: 已批准, 日期: 2026-11-10}\n时间: 2026-11-20\n\(warmUp)", "● 预热前 2 天"),
      ("审批: {状态: 已提交}\n时间: 2026-11-20\n\(warmUp)", "▲ 已到开始日，未批准"),
      // The actual start counts where it is known.
      (
        "审批: {状态: 已批准, 日期: 2026-11-19}\n时间: 2026-11-18\n实际时间: 2026-11-20",
        "● 提前 1 天"
      ),
      (
        "审批: {状态: 已批准, 日期: 2026-11-19}\n时间: 2026-11-20\n实际时间: 2026-11-18/2026-11-20",
        "■ 晚 1 天"
      ),
      ("审批: {状态: 已提交}\n时间: 2026-11-14", "▲ 已到开始日，未批准"),
      ("审批: {状态: 已提交}\n时间: 2026-11-16", ""),
      ("审批: {状态: 已提交}\n状态: 已取消\n时间: 2026-11-14", ""),
    ])
  func leads(lines: String, expected: String) throws {
    let scope = SiteFixture.scope(Self.only(Self.activity(lines)))
    let ledger = ApprovalLedger(scope.context)
    let page = try #require(ledger.pages.pages.first)
    let row = try #require(
      scope.approvalLedger(ledger, at: page).rows.first { $0.document.text.html == "case" })
    #expect(row.lead.map { "\($0.glyph.html) \($0.word.html)" } ?? "" == expected)
  }

  @Test("what waits for approval stands first; a plan without a record does not wait")
  func ledger() throws {
    let scope = SiteFixture.scope(
      Self.only(
        Self.activity("审批: {状态: 已批准, 日期: 2026-11-10}\n时间: 2026-12-20", "approved")
          .merging(Self.activity("时间: 2026-11-20", "draft")) { $1 }))
    let ledger = ApprovalLedger(scope.context)
    #expect(ledger.entries.map(\.info.id.value) == ["draft", "approved", "2026-11", "2026"])
    let rows = scope.approvalLedger(ledger, at: ledger.pages.pages[0]).rows
    #expect(rows.map(\.status.word.html) == ["草拟", "已批准", "没有记录", "没有记录"])
  }

  @Test("risks of activities that are not over come first, then the heavier ones")
  func risks() throws {
    func risk(_ name: String, _ likelihood: String, _ impact: String) -> String {
      "{风险: \(name), 可能性: \(likelihood), 影响: \(impact), 应急预案: 无}"
    }
    let scope = SiteFixture.scope(
      Self.only(
        Self.activity(
          "时间: 2026-12-01\n风险: [\(risk("轻", "低", "低")), \(risk("重", "高", "中"))]", "open"
        ).merging(
          Self.activity("时间: 2026-03-01\n状态: 已完成\n风险: [\(risk("旧", "高", "高"))]", "done")
        ) { $1 }))
    let register = RiskRegister(scope.context)
    #expect(register.entries.map(\.risk.risk) == ["重", "轻", "旧"])
    let page = scope.riskMatrix(register, at: register.pages.pages[0])
    // Likelihood high to low, impact low to high.
    let cells = page.rows.flatMap(\.cells)
    #expect(cells.map(\.open.html) == ["0", "1", "0", "0", "0", "0", "1", "0", "0"])
    #expect(cells.map(\.total.html) == ["", "1", "1", "", "", "", "1", "", ""])
    #expect(cells[2].status.tone.html == "bad")
    #expect(cells[6].status.glyph.html == "○")
  }

  @Test("a channel's cell names the phases in their order, or that the activity runs there")
  func channels() throws {
    let scope = SiteFixture.scope(
      Self.only(
        Self.activity(
          """
          时间: 2026-11-20
          渠道: [sem]
          宣传渠道:
            - {渠道: weixin, 阶段: 跟进}
            - {渠道: weixin, 阶段: 预热}
          """)))
    let use = ChannelUse(scope.context)
    let page = scope.channelActivities(use, at: use.pages.pages[0])
    let row = try #require(page.rows.first)
    #expect(page.channels.map(\.count.html) == ["1", "1"])
    let shown = row.cells.compactMap { $0.status?.word.html }
    #expect(shown == ["在此进行", "预热、跟进"])
    #expect(row.count.html == "2")
  }

  @Test("a goal gathers its activities and adds up what they promise; cancelled ones do not count")
  func goals() throws {
    let promise = "目标: 成交总额 ≥ 600万\n支撑目标: G1\n时间: 2026-"
    let scope = SiteFixture.scope(
      Self.only(
        Self.activity(promise + "05-01", "one")
          .merging(Self.activity(promise + "06-01", "two")) { $1 }
          .merging(Self.activity(promise + "07-01\n状态: 已取消", "off")) { $1 }
          .merging(Self.activity("时间: 2026-08-01", "other")) { $1 }))
    let map = GoalMap(scope.context)
    let page = scope.goalActivities(map, at: map.pages.pages[0])
    let goal = try #require(page.goals.first)
    #expect(goal.activities.map(\.activity.text.html) == ["two", "one"])
    #expect(goal.promised?.number.html == "1,200.00")
    #expect(goal.share.html == "20.0%")
    #expect(page.others.map(\.activity.text.html) == ["other"])
    // The fixture's goal says nothing of the strategy it serves.
    #expect(goal.smart.map(\.isMet) == [true, true, true, false, true])
  }

  private static func goal(_ parts: String) -> [String: String] {
    [
      "content/goals/2026.md": """
      ---
      标题: 目标
      期间: 2026
      年度目标:
        - id: G1
          指标: 成交总额
          目标值: 6000万
          \(parts)
      ---

      """
    ]
  }

  @Test(
    "a breakdown says where the parts make more or less than the whole, or which are missing",
    arguments: [
      ("quarters: {Q1: 1500万, Q2: 1500万, Q3: 1500万, Q4: 1500万}", "●", "一致"),
      ("quarters: {Q1: 1500万, Q2: 1500万, Q3: 1500万, Q4: 1400万}", "■", "−100.00 万元"),
      ("quarters: {Q1: 1500万, Q2: 1500万, Q3: 1500万, Q4: 1600万}", "■", "+100.00 万元"),
      ("quarters: {Q1: 1500万, Q2: 1500万, Q4: 1500万}", "▲", "缺 第三季度"),
    ])
  func breakdown(parts: String, glyph: String, word: String) throws {
    let scope = SiteFixture.scope(Self.goal(parts))
    let pages = goalYears(scope.context, .decomposition)
    let tree = try #require(scope.decomposition(pages, at: pages.pages[0]).goals.first)
    let year = try #require(tree.nodes.first)
    #expect(year.status?.glyph.html == glyph)
    #expect(year.status?.word.html == word)
    #expect(tree.figure.html.contains("Q1"))
  }

  @Test("the bars of a breakdown keep one scale: parts that are too small leave a gap")
  func shares() throws {
    let sheet = try #require(
      SiteFixture.read(Self.goal("quarters: {Q1: 1500万, Q2: 1500万, Q3: 1500万, Q4: 750万}"))
        .handbook.goalSheets.first)
    let svg = GoalShares(sheet.goals[0], year: 2026).svg(.zh).html
    let widths = svg.matches(of: /<svg x="[^"]*" y="\d+" width="([^"]*)"/).map { String($0.1) }
    #expect(widths == ["100.00%", "25.00%", "25.00%", "25.00%", "12.50%"])
  }

  @Test(
    "a problem's outcome follows from its adjustments and tasks",
    arguments: [
      ("", "", "没有调整"),
      ("调整: [{针对: P1, 内容: 改, 落实计划: 2026-11}]", "", "未列入计划"),
      ("", "时间: 2026-11-20, 进展: 未完成", "进行中"),
      ("", "时间: 2026-11-14, 进展: 未完成", "逾期"),
      ("", "时间: 2026-11-14, 进展: 已完成", "已落实"),
      ("", "时间: 2026-11-14, 进展: 已取消", "已取消"),
    ])
  func outcomes(adjustments: String, task: String, expected: String) throws {
    let scope = SiteFixture.scope([
      "content/reviews/2026-10.md":
        "---\n标题: 复盘\n期间: 2026-10\n问题: [{id: P1, 内容: 断货}]\n\(adjustments)\n---\n",
      "content/plans/2026-11.md": """
      ---
      标题: 计划
      期间: 2026-11
      工作安排: [\(task.isEmpty ? "" : "{id: T1, 内容: 备货, 来源: P1, \(task)}")]
      ---

      """,
    ])
    let loop = ClosedLoop(scope.context)
    let row = try #require(scope.closedLoop(loop, at: loop.pages.pages[0]).rows.first)
    #expect(row.outcome.word.html == expected)
  }

  @Test("a month shows its plan, its review, how many ended activities are evaluated")
  func coverage() throws {
    let scope = SiteFixture.scope(
      Self.activity("时间: 2026-09-01/2026-09-03\n状态: 已完成", "unevaluated").merging([
        "content/plans/2026-09.md": "---\n标题: 9月\n期间: 2026-09\n---\n"
      ]) { $1 })
    let page = scope.coverage()
    let rows = try #require(page.years.first).rows
    func cells(_ name: String) -> [String] {
      rows.first { $0.name.html == name }?.cells.map { $0.status?.word.html ?? "" } ?? []
    }
    #expect(Array(cells("9月").prefix(3)) == ["有", "缺", "0/1"])
    #expect(Array(cells("10月").prefix(3)) == ["缺", "有", ""])
    #expect(Array(cells("11月").prefix(3)) == ["有", "未到期", "1/1"])
    #expect(Array(cells("12月").prefix(3)) == ["未到期", "", ""])
    #expect(page.waiting.map(\.activity.text.html) == ["unevaluated"])
    #expect(page.waiting.map(\.days.html) == ["73"])
  }

  @Test("a duty marks every department that shares it, beside the names as written")
  func responsibilities() throws {
    let scope = SiteFixture.scope(
      Self.activity("时间: 2026-11-20\n分工: [{谁: 市场总监, 任务: 统筹}, {谁: 技术部, 任务: 上线}]"))
    let groups = scope.responsibilities().groups
    let row = try #require(groups.flatMap(\.rows).first { $0.source.text.html == "case" })
    #expect(row.who.map(\.text.html) == ["市场总监", "技术部"])
    #expect(row.cells.filter { $0.status != nil }.map(\.column.html) == ["市场部", "技术部"])
  }

  @Test("a list shows the current year at its own address; long years and others have theirs")
  func years() {
    let pages = YearPages(
      years: [2027, 2026, 2026, 2026, 2025, nil], current: 2026, size: 2, folder: "views/x"
    ).pages
    #expect(
      pages.map(\.permalink.path) == [
        "views/x/2027/index.html", "views/x/index.html", "views/x/2026-2/index.html",
        "views/x/2025/index.html", "views/x/undated/index.html",
      ])
    #expect(pages.flatMap { Array($0.rows) } == [0, 1, 2, 3, 4, 5])
    let later = YearPages(years: [2028], current: 2026, size: 2, folder: "views/x").pages
    #expect(later.map(\.permalink.path) == ["views/x/index.html"])
  }

  @Test("thousands of activities make no page heavier than a megabyte")
  func weight() throws {
    var changes: [String: String] = [:]
    for number in 0..<1200 {
      changes["content/activities/2026/a-\(number).md"] = """
        ---
        标题: 一项名称不短的活动，编号 \(number)
        主题: 主题
        时间: 2026-05-01/2026-05-09
        渠道: [sem, weixin]
        支撑目标: G1
        状态: 已完成
        风险: [{风险: 缺货, 可能性: 中, 影响: 高, 应急预案: 预售}]
        ---

        """
    }
    let files = try SiteFixture.render(changes, options: SiteFixture.checked(changes))
    for (path, html) in files
    where path.hasPrefix("views/") || path.hasPrefix("compliance/") {
      #expect(html.utf8.count < 1_000_000, "\(path)")
    }
    #expect(files["views/approvals/2026-2/index.html"] != nil)
    #expect(files["views/risks/2026-4/index.html"] != nil)
    #expect(files["compliance/2/index.html"] != nil)
  }
}
