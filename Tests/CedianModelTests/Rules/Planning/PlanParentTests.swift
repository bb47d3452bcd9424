import CedianModel
import Testing

@Suite("plan-parent")
struct PlanParentTests {
  static let cases: [RuleCase] = [
    RuleCase(
      "a month without its quarter", ["plans/2026-11.md": "周期: 1️⃣2026-11", "plans/2026.md": ""],
      zh: ["没有2026年第四季度的计划，2026年11月的计划没有上级"],
      en: ["there is no plan for Q4 2026 above the one for Nov 2026"]),
    RuleCase(
      "a quarter without its year", ["plans/2026-Q4.md": "period: 1️⃣2026-Q4"],
      zh: ["没有2026年的计划，2026年第四季度的计划没有上级"]),
    RuleCase("a half without its year", ["plans/h.md": "周期: 1️⃣2026年上半年"]),
    RuleCase(
      "another year's plan is none of its",
      ["plans/2026-Q4.md": "周期: 1️⃣2026-Q4", "plans/2027.md": ""]),
    RuleCase(
      "a draft is asked too", ["plans/2026-Q4.md": "审批: 草拟\n周期: 1️⃣2026-Q4"]),
    RuleCase(
      "all there", ["plans/2026.md": "", "plans/2026-Q4.md": "", "plans/2026-11.md": ""]),
    RuleCase("under any name", ["plans/nian.md": "周期: 2026", "plans/ji.md": "周期: 2026年第四季度"]),
    RuleCase("a year has nothing above it", ["plans/2026.md": ""]),
    RuleCase("a plan before the effective day", ["plans/2025-12.md": ""]),
  ]

  @Test("a plan has the one above it", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("plan-parent") }
}
