import CedianModel
import Testing

@Suite("missing-evaluation")
struct MissingEvaluationTests {
  private static let done = "时间: 1️⃣2026-11-01/2026-11-05\n状态: 已完成"
  private static let unmarked = "时间: 2026-11-01/2026-11-05\n状态: 已完成"

  static let cases: [RuleCase] = [
    .activity(
      "it has ended", done, zh: ["活动 2026-11-05 结束，没有评估，已逾期 3 天"],
      en: ["it ended on 2026-11-05 and has no evaluation, overdue by 3 days"]),
    .activity("approved, nothing said of its state", "审批: 已批准\n时间: 1️⃣2026-11-01/2026-11-05"),
    .activity(
      "by its actual time", "状态: 已完成\n时间: 2026-11-01/2026-11-05\n实际时间: 1️⃣2026-11-01/2026-11-14",
      zh: ["活动 2026-11-14 结束，没有评估，应在 2026-11-21 前完成"]),
    .activity("its actual time goes on", "状态: 已完成\n时间: 2026-11-01\n实际时间: 2026-11-01/2026-11-15"),
    .activity("not approved", "审批: 已提交\n时间: 2026-11-01"), .activity("a draft", "时间: 2026-11-01"),
    .activity("cancelled", "状态: 已取消\n审批: 已批准\n时间: 2026-11-01"),
    .activity("without a time", "状态: 已完成"),
    .activity("before the effective day", "状态: 已完成\n时间: 2025-12-31/2026-02-01"),
    .activity("its last day", unmarked, asOf: "2026-11-05"),
    RuleCase("evaluated", ["activities/case.md": unmarked, "evaluations/case.md": ""]),
    RuleCase(
      "evaluated elsewhere", ["activities/case.md": unmarked, "evaluations/b.md": "活动: case"]),
    RuleCase(
      "another one's evaluation",
      ["activities/case.md": done, "activities/b.md": "主题: 乙", "evaluations/b.md": ""]),
  ]

  @Test("an activity that has ended is evaluated", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("missing-evaluation") }

  @Test(
    "reminds from the day after the end, and is late after the grace",
    arguments: [
      ("2026-11-05", nil, 7), ("2026-11-06", 0, 7), ("2026-11-12", 0, 7), ("2026-11-13", 1, 7),
      ("2026-11-06", 1, 0), ("2026-12-05", 0, 30), ("2026-12-06", 1, 30), ("2028-11-05", 724, 7),
    ] as [(String, Int?, Int)])
  func late(asOf: String, days: Int?, grace: Int) throws {
    let brief = RuleCase.activity(
      "", Self.unmarked, asOf: asOf, binding: "parameters: {grace_days: \(grace)}")
    let found = try brief.diagnostics(binding: "missing-evaluation")
    #expect(found.map(\.lateness?.daysOverdue) == [days].present)
  }

  @Test("the example lists the metrics that the brief planned, and what every evaluation gives")
  func example() throws {
    let brief = RuleCase.activity("", Self.unmarked + "\n目标: [成交总额 ≥ 12万, 点击量 ≥ 3000]")
    #expect(
      try brief.diagnostics(binding: "missing-evaluation").map(\.fix?.example) == [
        "---\n活动: case\n结果:\n  - {指标: 成交总额, 实际值: ……}\n  - {指标: 点击量, 实际值: ……}\n  - {指标: 参与人数, 实际值: ……}\n结论: ……\n经验: [……]\n---"
      ])
  }
}
