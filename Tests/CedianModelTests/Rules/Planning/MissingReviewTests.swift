import CedianModel
import Testing

@Suite("missing-review")
struct MissingReviewTests {
  private static let october = ["plans/2026-10.md": "周期: 1️⃣2026-10"]
  private static let unmarked = ["plans/2026-10.md": "周期: 2026-10"]

  static let cases: [RuleCase] = [
    RuleCase(
      "a closed month", october, zh: ["2026年10月已经结束，没有复盘，已逾期 5 天"],
      en: ["Oct 2026 has closed without a review, overdue by 5 days"]),
    RuleCase(
      "a closed quarter", ["plans/2026-Q3.md": "period: 1️⃣2026-Q3"], asOf: "2026-10-01",
      zh: ["2026年第三季度已经结束，没有复盘，应在 2026-10-10 前完成"],
      en: ["Q3 2026 has closed without a review, due by 2026-10-10"]),
    RuleCase(
      "another period's review is none of its",
      october.merging(["reviews/2026-Q4.md": "", "reviews/2026-09.md": ""]) { $1 }),
    RuleCase("a draft plan was a plan", ["plans/2026-10.md": "审批: 草拟\n周期: 1️⃣2026-10"]),
    RuleCase("reviewed", unmarked.merging(["reviews/2026-10.md": ""]) { $1 }),
    RuleCase(
      "reviewed under another name", unmarked.merging(["reviews/a.md": "周期: 2026年10月"]) { $1 }),
    RuleCase(
      "years and halves are not asked", ["plans/2026.md": "", "plans/2026-H1.md": ""],
      asOf: "2027-02-01"),
    RuleCase("a month without a plan", [:]),
    RuleCase("a period before the effective day", ["plans/2025-12.md": ""]),
    RuleCase("its last day", unmarked, asOf: "2026-10-31"),
    RuleCase(
      "years where the parameter says so", ["plans/2026.md": "周期: 1️⃣2026", "plans/2026-10.md": ""],
      asOf: "2027-01-01", binding: "parameters: {periods: [年度]}"),
    RuleCase(
      "only quarters", ["plans/2026-10.md": "", "plans/2026-Q3.md": "周期: 1️⃣2026-Q3"],
      binding: "parameters: {periods: quarter}"),
  ]

  @Test("a closed period that had a plan is reviewed", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("missing-review") }

  @Test(
    "reminds from the day after the period, and is late after the grace",
    arguments: [
      ("2026-10-31", nil, 10), ("2026-11-01", 0, 10), ("2026-11-10", 0, 10), ("2026-11-11", 1, 10),
      ("2027-11-10", 365, 10), ("2026-11-01", 1, 0), ("2026-11-03", 0, 3), ("2026-11-04", 1, 3),
      ("2027-10-31", 0, 366), ("2027-11-02", 1, 366),
    ] as [(String, Int?, Int)])
  func late(asOf: String, days: Int?, grace: Int) throws {
    let plan = RuleCase(
      "", Self.unmarked, asOf: asOf, binding: "parameters: {grace_days: \(grace)}")
    let found = try plan.diagnostics(binding: "missing-review")
    #expect(found.map(\.lateness?.daysOverdue) == [days].present)
    #expect(found.allSatisfy { $0.severity == .warning })
  }
}
