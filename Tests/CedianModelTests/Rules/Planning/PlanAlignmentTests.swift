import CedianModel
import Testing

@Suite("plan-alignment")
struct PlanAlignmentTests {
  static let cases: [RuleCase] = [
    RuleCase(
      "missing", ["plans/2026.md": "标题: 计划\n1️⃣---"],
      zh: ["缺少「协调关系」(alignment)：写明与公司经营计划是否同口径、同总额"],
      en: ["'alignment' (协调关系) is missing: say whether it agrees with the company's operating plan"]
    ),
    RuleCase("empty", ["plans/2026.md": "period: 2026\n1️⃣alignment: \"\""]),
    RuleCase("a draft too", ["plans/2026.md": "审批: 草拟\n1️⃣---"]),
    RuleCase("given", ["plans/2026.md": "协调关系: 与公司经营计划同口径"]),
    RuleCase(
      "plans for less than a year",
      ["plans/2026-Q4.md": "", "plans/2026-H1.md": "", "plans/2026-11.md": ""]),
    RuleCase("a year before the effective day", ["plans/2025.md": "标题: 旧"]),
  ]

  @Test("an annual plan says how it agrees with the operating plan", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("plan-alignment") }
}
