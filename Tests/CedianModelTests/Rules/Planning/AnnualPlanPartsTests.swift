import CedianModel
import Testing

@Suite("annual-plan-parts")
struct AnnualPlanPartsTests {
  private static let whole = """
    渠道选择: [{渠道: sem, 理由: 稳, 占比: 100%}]
    活动: [case]
    预算: 12万
    人员安排: [{谁: 市场部, 人数: 3}]
    """
  private static func lacking(_ field: String) -> String {
    whole.split(separator: "\n").filter { !$0.hasPrefix(field) }.joined(separator: "\n")
  }
  private static func plan(_ lines: String, _ path: String = "plans/2026.md") -> [String: String] {
    [path: lines, "activities/case.md": "主题: 双11", "activities/2026-11-double-eleven.md": "主题: 二"]
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "no channels", plan(lacking("渠道选择") + "\n1️⃣---"),
      zh: ["缺少「渠道选择」(channel_plan)：年度计划要说明用哪些渠道、为什么、各占多少"],
      en: [
        "'channel_plan' (渠道选择) is missing: an annual plan says which channels, why, and what share"
      ]),
    RuleCase("no activities", plan(lacking("活动") + "\n1️⃣---")),
    RuleCase("no budget", plan(lacking("预算") + "\n1️⃣---")),
    RuleCase("no staffing", plan(lacking("人员安排") + "\n1️⃣---")),
    RuleCase(
      "empty parts",
      plan("1️⃣channel_plan: []\n2️⃣activities:\n3️⃣budget: ~\n4️⃣staffing: \"\"\n")),
    RuleCase("nothing at all", plan("标题: 计划\n1️⃣2️⃣3️⃣4️⃣---")),
    RuleCase("a draft is only warned", plan("审批: 草拟\n1️⃣2️⃣3️⃣4️⃣---"), severity: .warning),
    RuleCase("an approved one is not", plan("审批: 已批准\n1️⃣2️⃣3️⃣4️⃣---")),
    RuleCase("all four", plan(whole)),
    RuleCase(
      "a quarter's, half's or month's plan",
      [
        "plans/2026-Q4.md": "", "plans/2026-11.md": "", "plans/2026-H1.md": "",
      ]),
    RuleCase("a year before the effective day", plan("标题: 旧", "plans/2025.md")),
  ]

  @Test("an annual plan has its four parts", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("annual-plan-parts") }
}
