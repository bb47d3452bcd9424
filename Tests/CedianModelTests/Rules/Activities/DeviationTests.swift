import CedianModel
import Testing

@Suite("deviation")
struct DeviationTests {
  private static let planned = "时间: 2026-10-12/2026-10-18\n"

  static let cases: [RuleCase] = [
    .activity(
      "later and longer", planned + "实际时间: 1️⃣2026-10-13/2026-10-20",
      zh: ["实际时间与计划不同（推迟 1 天开始，推迟 2 天结束），没有说明原因"],
      en: [
        "the actual time differs from the plan (started 1 day late, ended 2 days late), nothing says why"
      ]),
    .activity(
      "earlier", planned + "实际时间: 1️⃣2026-10-10/2026-10-18", zh: ["实际时间与计划不同（提前 2 天开始），没有说明原因"]),
    .activity(
      "cut short", planned + "actual_time: 1️⃣2026-10-12/2026-10-17",
      en: ["the actual time differs from the plan (ended 1 day early), nothing says why"]),
    .activity(
      "an incident that says nothing", planned + "实际时间: 1️⃣2026-10-13\n突发情况: [{日期: 2026-10-12}]"),
    .activity("explained", planned + "实际时间: 2026-10-13\n突发情况: [{内容: 停电}]"),
    .activity("as planned", planned + "实际时间: 2026-10-12/2026-10-18"),
    .activity("as planned, with hours", planned + "实际时间: 2026-10-12 20:00/2026-10-18 22:00"),
    .activity("no actual time", planned + "状态: 已完成"),
    .activity("no planned time", "实际时间: 2026-10-13"),
    .activity("before the effective day", "时间: 2025-12-31\n实际时间: 2026-01-02"),
    .activity("from the effective day", "时间: 2026-01-01\n实际时间: 1️⃣2026-01-02"),
  ]

  @Test("a change of time is explained", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("deviation") }
}
