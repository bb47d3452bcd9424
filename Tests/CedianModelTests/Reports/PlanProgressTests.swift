import CedianModel
import Foundation
import Testing

@Suite("Budget, tasks, missing data and what moved a metric")
struct PlanProgressTests {
  private static func plan(_ period: String, _ lines: String) -> [String: String] {
    ["plans/\(period).md": "---\nid: \(period)\nperiod: \(period)\n\(lines)\n---\n"]
  }

  /// Budget, spend rows, day → execution and pacing.
  static let budgets: [(String, [String], String, String, String)] = [
    // 90 ÷ 120; the month is over: 90 ÷ (120 × 31 ÷ 31)
    ("预算: [{项目: x, 金额: 120}]", ["2026-01,all,spend,90"], "2026-02-01", "0.75", "0.75"),
    // Ten of 31 days: 60 ÷ (124 × 10 ÷ 31) = 60 ÷ 40
    ("预算: [{项目: x, 金额: 124}]", ["2026-01,all,spend,60"], "2026-01-10", "0.4839", "1.5"),
    ("预算: [{项目: x, 金额: 120}]", [], "2026-02-01", "none", "none"),
    ("预算: [{项目: x, 金额: 0}]", ["2026-01,all,spend,90"], "2026-02-01", "none", "none"),
    ("工作重点: [x]", ["2026-01,all,spend,90"], "2026-02-01", "none", "none"),
    ("预算: [{项目: x, 金额: 120}]", ["2026-01,all,spend,0"], "2026-02-01", "0", "0"),
    // 20 + 40 of 50 + 50 + 20
    (
      "预算: [{项目: x, 渠道: a, 金额: 50}, {项目: y, 渠道: b, 金额: 50}, {项目: z, 金额: 20}]",
      ["2026-01,a,spend,20", "2026-01,b,spend,40"], "2026-02-01", "0.5", "0.5"
    ),
  ]

  @Test("budget execution and pacing", arguments: budgets)
  func budget(
    lines: String, rows: [String], day: String, execution: String, pacing: String
  ) throws {
    let site = ReportSite(rows: rows, files: Self.plan("2026-01", lines), asOf: day)
    let budget = try site.report("2026-01").budget
    #expect(budget.execution.map(plain) ?? "none" == execution)
    #expect(budget.pacing.map(plain) ?? "none" == pacing)
  }

  @Test("a quarter's pace counts the days of the months that have reported")
  func quarterPacing() throws {
    // 59 of 90 days: 59 ÷ (180 × 59 ÷ 90) = 0.5; execution 59 ÷ 180
    let budget = try ReportSite(
      rows: ["2026-01,all,spend,30", "2026-02,all,spend,29"],
      files: Self.plan("2026-Q1", "预算: [{项目: x, 金额: 180}]"), asOf: "2026-03-10"
    ).report("2026-Q1").budget
    #expect((budget.elapsedDays, budget.totalDays) == (59, 90))
    #expect(budget.pacing.map(plain) == "0.5")
    #expect(budget.execution.map(plain) == "0.3278")
  }

  @Test("each channel's spend beside its own part, the rest without one")
  func channelBudget() throws {
    let site = ReportSite(
      rows: ["2026-01,a,spend,20", "2026-01,c,spend,5"],
      files: Self.plan(
        "2026-01", "预算: [{项目: x, 渠道: a, 金额: 50}, {项目: y, 渠道: a, 金额: 30}, {项目: z, 金额: 20}]"))
    let parts = try site.report("2026-01").budget.channels
    #expect(parts.map(\.channel) == [0, 2, nil])
    #expect(parts.map(\.planned) == [80, nil, 20])
    #expect(parts.map { $0.spent?.value } == [20, 5, nil])
    // 20 ÷ (50 + 30)
    #expect(parts.map { $0.execution.map(plain) } == ["0.25", nil, nil])
  }

  /// An activity's lines, and whether it is said to lack its evaluation.
  static let ended: [(String, Bool)] = [
    ("状态: 已完成", true), ("状态: 进行中", true),
    // Left at 计划中, as the rule `missing-evaluation` sees it
    ("状态: 计划中\n审批: {状态: 已批准}", true), ("审批: {状态: 已批准}", true),
    ("状态: 计划中", false), ("状态: 计划中\n审批: {状态: 已提交}", false),
    ("状态: 已取消\n审批: {状态: 已批准}", false),
  ]

  @Test("an activity that went ahead and is over lacks its evaluation", arguments: ended)
  func evaluation(lines: String, isLacking: Bool) throws {
    let site = ReportSite(files: [
      "activities/x.md": "---\n标题: x\n时间: 2026-01-05/2026-01-20\n\(lines)\n---\n"
    ])
    let report = try site.report("2026-01")
    #expect(report.activities.map(\.lacksEvaluation) == [isLacking])
    let sentence = try site.source().summary(report).sentences[2].zh
    #expect(sentence.contains("1场活动结束后没有评估") == isLacking)
  }

  @Test("channels over their own budget, or without one, are for somebody to decide")
  func channelDecisions() throws {
    let site = ReportSite(
      rows: ["2026-01,a,spend,60", "2026-01,b,spend,10", "2026-01,c,spend,5"],
      files: Self.plan(
        "2026-01", "预算: [{项目: x, 渠道: a, 金额: 50}, {项目: y, 渠道: b, 金额: 50}]"))
    let sentence = try site.source().summary(try site.report("2026-01")).sentences[2].zh
    #expect(sentence.contains("；渠道a花费超出自己的预算；渠道c有花费而没有预算"))
  }

  @Test("the whole and a channel over budget are one matter")
  func overspending() throws {
    let site = ReportSite(
      rows: ["2026-01,a,spend,80", "2026-01,b,spend,50"],
      files: Self.plan(
        "2026-01", "预算: [{项目: x, 渠道: a, 金额: 50}, {项目: y, 渠道: b, 金额: 50}]"))
    let sentence = try site.source().summary(try site.report("2026-01")).sentences[2].zh
    #expect(sentence.contains("；花费超出预算30.00元（渠道a超出自己的预算）；"))
  }

  @Test("a year ranks its activities by what they reached")
  func ranking() throws {
    let actual = ["a": "50", "b": "90", "c": nil, "d": "70"]
    var files: [String: String] = [:]
    for (id, value) in actual {
      files["activities/\(id).md"] = """
        ---
        标题: \(id)
        时间: 2026-01-05/2026-01-20
        目标: [{指标: gmv, 目标值: 100}]
        ---

        """
      guard let value else { continue }
      files["evaluations/\(id).md"] =
        "---\n活动: \(id)\n结果: [{指标: gmv, 实际值: \(value)}]\n---\n"
    }
    let site = ReportSite(files: files)
    let activities = site.handbook.activities
    func order(_ period: String) throws -> [String] {
      try site.report(period).activities.map { activities[$0.activity].info.title }
    }
    #expect(try order("2026") == ["b", "d", "a", "c"])
    #expect(try order("2026-01") == ["a", "b", "c", "d"])
  }

  @Test(
    "a task is late only after its last day, and a closed period looks from the day after",
    arguments: [
      ("2026-01-05/2026-01-20", "", "2026-01-20", TaskProgress.open),
      ("2026-01-05/2026-01-20", "", "2026-01-21", .late),
      ("2026-01-05/2026-01-20", "进展: 已完成", "2026-03-01", .done),
      ("2026-01-05/2026-01-20", "进展: 已取消", "2026-03-01", .dropped),
      ("2026-01-05/2026-01-31", "", "2026-01-31", .open),
      ("2026-01-05/2026-01-31", "", "2026-02-01", .late),
      ("2026-01-05/2026-02-01", "", "2026-02-02", .open),
      ("2026-01-05/2026-02-01", "", "2026-12-31", .open),
    ])
  func tasks(span: String, state: String, day: String, progress: TaskProgress) throws {
    let task = ["id: T1", "内容: x", "时间: \(span)", state].filter { !$0.isEmpty }
    let site = ReportSite(
      files: Self.plan("2026-01", "工作安排:\n  - {\(task.joined(separator: ", "))}"), asOf: day)
    #expect(try site.report("2026-01").tasks.map(\.progress) == [progress])
  }

  @Test("a task without a time is never late")
  func untimedTask() throws {
    let site = ReportSite(files: Self.plan("2026-01", "工作安排: [{id: T1, 内容: x}]"))
    #expect(try site.report("2026-01").tasks.map(\.progress) == [.open])
  }

  @Test("what a channel declares and does not report is a gap, with its reason where one is given")
  func gaps() throws {
    let site = ReportSite(
      files: [
        "results/2026/noted.csv": """
        period,channel,metric,value,note
        2026-01,a,sales,10,
        2026-01,a,leads,,平台未出数
        2026-01,b,sales,20,

        """
      ])
    let quality = try site.report("2026-01").quality
    let metrics = site.handbook.metrics
    // a: sales, paid, leads (cpl is made of paid and leads); b: sales, paid.
    #expect(quality.expected == 5)
    #expect(quality.reported == 2)
    #expect(
      quality.gaps.map { "\($0.channel) \(metrics[$0.metric].id) \($0.reason ?? "-")" }
        == ["0 paid -", "0 leads 平台未出数", "1 paid -"])
    #expect(quality.files.map(\.path) == ["content/results/2026/noted.csv"])
    #expect(quality.files.map(\.rows) == [2])
  }

  @Test("what is given for the quarter is not missing from its months")
  func quarterGaps() throws {
    let site = ReportSite(
      rows: ["2026-Q1,a,sales,10", "2026-Q1,a,paid,10", "2026-Q1,a,leads,10", "2026-01,b,sales,5"])
    let quality = try site.report("2026-Q1").quality
    let metrics = site.handbook.metrics
    // In January b lacks paid, after it sales too; a lacks nothing.
    #expect(
      quality.gaps.map { "\($0.channel) \(metrics[$0.metric].id)" }
        == ["1 paid", "1 sales", "1 paid", "1 sales", "1 paid"])
    #expect(quality.files.map(\.rows) == [4])
  }

  @Test("a month of which nothing is reported, or which is not over, has no gaps")
  func noGaps() throws {
    #expect(try ReportSite().report("2026-01").quality.gaps.isEmpty)
    let open = ReportSite(rows: ["2026-01,a,sales,10"], asOf: "2026-01-31")
    #expect(try open.report("2026-01").quality.gaps.isEmpty)
    let closed = ReportSite(rows: ["2026-01,a,sales,10"], asOf: "2026-02-01")
    #expect(try closed.report("2026-01").quality.gaps.count == 4)
  }

  /// Rows, goals, period, and how many values are missing from it: a channel a owes
  /// sales, paid and leads, b sales and paid.
  static let silences: [([String], [Int: [String]], String, Int)] = [
    // Every month after the first results
    (["2025-12,a,sales,1"], [:], "2026-01", 5), (["2026-02,a,sales,1"], [:], "2026-01", 0),
    (["2025-12,a,sales,1"], [:], "2026-Q1", 15),
    // Every month that a goal is for, be it the quarter's
    ([], [2026: ["{id: G1, 指标: sales, 目标值: 9, 月份: {1月: 5}}"]], "2026-01", 5),
    ([], [2026: ["{id: G1, 指标: sales, 目标值: 9, 月份: {1月: 5}}"]], "2026-02", 0),
    ([], [2026: ["{id: G1, 指标: sales, 目标值: 9, 季度: {Q1: 5}}"]], "2026-Q1", 15),
    ([], [2026: ["{id: G1, 指标: sales, 目标值: 9, 季度: {Q1: 5}}"]], "2026-Q2", 0),
    // A row for the quarter says it of its months in the quarter's report, not in theirs.
    (["2026,a,sales,9"], [:], "2026-01", 5), (["2026-Q1,a,sales,9"], [:], "2026-01", 5),
    (["2026-Q1,a,sales,9"], [:], "2026-Q1", 12),
  ]

  @Test("months that are silent though something covers them have gaps", arguments: silences)
  func silence(rows: [String], goals: [Int: [String]], period: String, gaps: Int) throws {
    let site = ReportSite(rows: rows, goals: goals)
    let report = try site.report(period)
    #expect(report.quality.gaps.count == gaps)
    let sentence = try site.source().summary(report).sentences[2].zh
    #expect(sentence.contains("项数据没有填报") == (gaps > 0))
  }

  private static let goal = [2026: ["{id: G1, 指标: sales, 目标值: 900, 月份: {1月: 50}}"]]
  private static let both = [
    "2025-01,a,sales,30", "2025-01,b,sales,20", "2026-01,a,sales,10", "2026-01,b,sales,25",
  ]

  @Test("a change is laid to channels where both years are whole")
  func variance() throws {
    let site = ReportSite(rows: Self.both, goals: Self.goal)
    let variance = try #require(try site.report("2026-01").variances.first)
    // a: 10 − 30 = −20; b: 25 − 20 = 5; together 35 − 50 = −15
    #expect(variance.parts.map(\.difference) == [-20, 5])
    #expect((variance.actual, variance.baseTotal) == (35, 50))
    #expect(variance.difference == -15)
    #expect(variance.mainPart?.channel == 0)
  }

  @Test("a stock by its channels at the same month of both years")
  func stockVariance() throws {
    let site = ReportSite(
      rows: [
        "2025-02,a,fans,30", "2025-02,b,fans,20", "2026-01,a,fans,99", "2026-01,b,fans,99",
        "2026-02,a,fans,25", "2026-02,b,fans,21",
      ], goals: [2026: ["{id: G1, 指标: fans, 目标值: 900, 季度: {Q1: 60}, 月份: {2月: 50}}"]])
    let variance = try #require(try site.report("2026-Q1").variances.first)
    // a: 25 − 30; b: 21 − 20; January's does not count.
    #expect(variance.parts.map(\.difference) == [-5, 1])
    #expect((variance.actual, variance.baseTotal) == (46, 50))
  }

  @Test("a mark is not laid to channels")
  func markVariance() throws {
    let site = ReportSite(
      rows: ["2025-01,a,mark,4", "2025-01,b,mark,5", "2026-01,a,mark,4", "2026-01,b,mark,3"],
      goals: [2026: ["{id: G1, 指标: mark, 目标值: 5, 月份: {1月: 5}}"]])
    #expect(try site.report("2026-01").variances.isEmpty)
  }

  @Test("where a channel is missing on either side nothing is explained", arguments: 0..<4)
  func halfVariance(left: Int) throws {
    var rows = Self.both
    rows.remove(at: left)
    #expect(try ReportSite(rows: rows, goals: Self.goal).report("2026-01").variances.isEmpty)
  }

  @Test("nor where the organisation's own row says something else, or the month is open")
  func otherVariance() throws {
    let own = ReportSite(rows: Self.both + ["2026-01,all,sales,99"], goals: Self.goal)
    #expect(try own.report("2026-01").variances.isEmpty)
    let open = ReportSite(rows: Self.both, goals: Self.goal, asOf: "2026-01-31")
    #expect(try open.report("2026-01").variances.isEmpty)
  }
}
