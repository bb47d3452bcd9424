import CedianModel
import Testing

@Suite("goal-basis")
struct GoalBasisTests {
  static let cases: [RuleCase] = [
    RuleCase(
      "missing", ["goals/2026.md": "年度目标: [{id: G1}]\n1️⃣---"],
      zh: ["缺少「制定依据」(basis)：说明目标从公司战略、市场情况、竞争情况得出"],
      en: [
        "'basis' (制定依据) is missing: say how strategy, market and competitors lead to the goals"
      ]),
    RuleCase("empty", ["goals/2026.md": "period: 2026\n1️⃣basis:"]),
    RuleCase(
      "parts that are missing or empty",
      ["goals/2026.md": "1️⃣制定依据:\n  公司战略: 增长\n  市场情况:"], zh: ["制定依据缺少「市场情况」、「竞争情况」"],
      en: ["the basis of the goals lacks 'market', 'competitors'"]),
    RuleCase(
      "a part in English", ["goals/2026.md": "1️⃣basis:\n  strategy: growth\n  market: flat"]),
    RuleCase("lists of facts", ["goals/2026.md": "制定依据: {公司战略: [甲, 乙], 市场情况: 丙, 竞争情况: 丁}"]),
    RuleCase("a draft too", ["goals/2026.md": "审批: 草拟\n1️⃣---"]),
    RuleCase("a year before the effective day", ["goals/2025.md": "周期: 2025"]),
    RuleCase("a year that ends after it", ["goals/2027.md": "周期: 2027\n1️⃣---"]),
  ]

  @Test("asks for strategy, market and competitors", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("goal-basis") }
}
