import CedianModel
import Testing

@Suite("evaluation-metrics")
struct EvaluationMetricsTests {
  private static let brief = """
    时间: 2026-11-01/2026-11-05
    目标: 成交总额 ≥ 12万
    预期效果: [{指标: 点击量, 目标值: 3000}]
    """
  private static func evaluated(_ lines: String, _ brief: String = brief) -> [String: String] {
    ["activities/case.md": brief, "evaluations/case.md": lines]
  }
  private static let whole =
    "结果: [{指标: 参与人数, 实际值: 9}, {指标: gmv, 实际值: 11万}, {指标: 点击量, 实际值: 2800}]"

  static let cases: [RuleCase] = [
    RuleCase(
      "planned metrics without a result", evaluated("1️⃣结果: [{指标: 参与人数, 实际值: 9}]"),
      zh: ["结果缺少「成交总额」、「点击量」"], en: ["the results lack 'gmv', 'clicks'"]),
    RuleCase(
      "no results", evaluated("结论: 好\n1️⃣---"), zh: ["结果缺少「成交总额」、「点击量」、「参与人数」"]),
    RuleCase(
      "a result left empty without a note",
      evaluated(whole.replacing("gmv, 实际值: 11万", with: "1️⃣gmv")), zh: ["「gmv」没有实际值，也没有备注说明"],
      en: ["'gmv' has no actual value and no note that says why"]),
    RuleCase("left empty and explained", evaluated(whole.replacing("实际值: 11万", with: "备注: 月底补"))),
    RuleCase("complete", evaluated(whole)),
    RuleCase(
      "in English", evaluated("1️⃣results:\n  - {metric: gmv, actual: 11万}", "goal: GMV ≥ 12万")),
    RuleCase(
      "effects in words plan nothing",
      evaluated("结果: [{指标: 参与人数, 实际值: 9}]", "预期效果: 参与 8,000 人")),
    RuleCase("a brief before the effective day", evaluated("结论: 好", "时间: 2025-12-31")),
    RuleCase(
      "other metrics always", evaluated("1️⃣" + whole), binding: "parameters: {metrics: [粉丝数, 参与人数]}",
      zh: ["结果缺少「粉丝数」"]),
    RuleCase(
      "none always", evaluated("结果: [{指标: gmv, 实际值: 1万}]", "目标: GMV ≥ 1万"),
      binding: "parameters: {必填指标: []}"),
  ]

  @Test("an evaluation gives a result for every planned metric", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("evaluation-metrics") }

  @Test("what was planned is noted in the brief")
  func notes() throws {
    let only = try #require(try Self.cases[0].diagnostics(binding: "evaluation-metrics").first)
    #expect(only.notes.map(\.location?.range.start.line) == [3, 4])
    #expect(only.notes.allSatisfy { $0.location?.path == "content/activities/case.md" })
  }

  @Test(
    "what cannot be read or found is reported once",
    arguments: [
      ("活动: case\n" + whole.replacing("11万", with: "几万"), "bad-number"),
      ("活动: cose\n" + whole, "unknown-reference"),
    ])
  func unreadable(lines: String, id: String) throws {
    let site = RuleCase("", Self.evaluated(lines))
    let found = try site.diagnostics(binding: "evaluation-metrics")
    #expect(found.map(\.id) == [id], "\(found.map(\.message.zh))")
  }
}
