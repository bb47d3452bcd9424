import CedianModel
import Testing

@Suite("budget-allocation")
struct BudgetAllocationTests {
  private static func quarters(_ budgets: [String]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: budgets.enumerated().map { ("plans/2026-Q\($0 + 1).md", "预算: \($1)") })
  }
  private static func year(_ lines: String, _ budgets: [String] = []) -> [String: String] {
    quarters(budgets).merging(["plans/2026.md": lines]) { $1 }
  }
  private static let shares = """
    渠道选择: [{渠道: sem, 占比: 60%}, {渠道: social, 占比: 40%}]
    预算: [{渠道: sem, 金额: 60万}, {渠道: social, 金额: 40万}]
    """

  static let cases: [RuleCase] = [
    RuleCase(
      "the quarters miss the year", year("1️⃣预算: 100万", ["25万", "25万", "25万", "20万"]),
      zh: ["4 份季度计划的预算合计 950,000 元，2026年的预算是 1,000,000 元，相差 −50,000 元"],
      en: [
        """
        the budgets of 4 quarter plans add up to ¥950,000, that of 2026 is ¥1,000,000, a \
        difference of −50,000
        """
      ]),
    RuleCase("by one fen", year("1️⃣预算: 100万", ["25万", "25万", "25万", "250000.01"])),
    RuleCase("the quarters exceed the year", year("1️⃣预算: 100万", ["25万", "25万", "25万", "26万"])),
    RuleCase("the quarters add up", year("预算: 100万", ["25万", "25万", "25万", "25万"])),
    RuleCase("some quarters, less than the year", year("预算: 100万", ["25万", "25万"])),
    RuleCase(
      "some quarters, more than the year", year("1️⃣预算: 40万", ["25万", "25万"]),
      zh: ["2 份季度计划的预算合计 500,000 元，2026年的预算是 400,000 元，相差 +100,000 元"]),
    RuleCase(
      "months with their quarter",
      [
        "plans/2026-Q4.md": "1️⃣预算: 30万", "plans/2026-10.md": "预算: 10万",
        "plans/2026-11.md": "预算: 10万", "plans/2026-12.md": "预算: 9万",
      ], zh: ["3 份月度计划的预算合计 290,000 元，2026年第四季度的预算是 300,000 元，相差 −10,000 元"]),
    RuleCase(
      "months with the year where no quarter has a budget",
      ["plans/2026.md": "1️⃣预算: 5万", "plans/2026-10.md": "预算: 10万", "plans/2026-Q4.md": "标题: 四"]),
    RuleCase(
      "a stated total",
      [
        "plans/2026-11.md": """
        预算:
          - {项目: 直播, 金额: 3万}
          - {项目: 物料, 金额: 2万}
          - {项目: 合计, 金额: 1️⃣6万}
        """
      ], zh: ["预算分项合计 50,000 元，总额写的是 60,000 元，相差 −10,000 元"],
      en: ["the items add up to ¥50,000, the stated total is ¥60,000, a difference of −10,000"]),
    RuleCase(
      "a stated total that agrees",
      ["plans/2026-11.md": "预算: [{项目: 直播, 金额: 5万}, {item: total, amount: 5万}]"]),
    RuleCase(
      "activities beyond the plan",
      [
        "plans/2026-11.md": "活动: [a, b]\n1️⃣预算: 10万",
        "activities/a.md": "标题: 甲\n预算: 6万", "activities/b.md": "标题: 乙\n预算: 5万",
      ], zh: ["列出的 2 场活动的预算合计 110,000 元，超过计划的预算 100,000 元，相差 +10,000 元"]),
    RuleCase(
      "cancelled ones and those of several periods are not counted",
      [
        "plans/2026-11.md": "活动: [a, b, c]\n预算: 10万", "activities/a.md": "预算: 10万",
        "activities/b.md": "预算: 5万\n状态: 已取消",
        "activities/c.md": "预算: 5万\n时间: 2026-11-30/2026-12-03",
      ]),
    RuleCase("shares that agree", year(shares)),
    RuleCase(
      "a share that does not",
      year(shares.replacing("渠道: social, 占比: 40%", with: "渠道: 1️⃣social, 占比: 30%")),
      zh: ["渠道「社交媒体」写的占比是 30.0%，预算分项里占 40.0%"],
      en: ["channel '社交媒体' is to have 30.0%, its budget items are 40.0%"]),
    RuleCase(
      "with as many decimals as are written, so that the two do not read alike",
      year(shares.replacing("渠道: social, 占比: 40%", with: "渠道: 1️⃣social, 占比: 40.04%")),
      zh: ["渠道「社交媒体」写的占比是 40.04%，预算分项里占 40.00%"]),
    RuleCase(
      "within the last digit written",
      year(shares.replacing("金额: 60万", with: "金额: 60.5万").replacing("金额: 40万", with: "金额: 39.5万"))),
    RuleCase(
      "a share as a fraction",
      year(shares.replacing("占比: 40%", with: "占比: 0.40"))),
    RuleCase(
      "more than 5% without a channel",
      year("1️⃣预算: [{渠道: sem, 金额: 94万}, {项目: 机动, 金额: 6万}]"),
      zh: ["没有指定渠道的预算占 6.0%，上限是 5.0%"],
      en: ["6.0% of the budget names no channel, the limit is 5.0%"]),
    RuleCase("5% without a channel", year("预算: [{渠道: sem, 金额: 95万}, {项目: 机动, 金额: 5万}]")),
    RuleCase(
      "the limit is a parameter", year("预算: [{渠道: sem, 金额: 80万}, {项目: 机动, 金额: 20万}]"),
      binding: "parameters: {contingency: 20%}"),
    RuleCase(
      "no contingency at all", year("1️⃣预算: [{渠道: sem, 金额: 99万}, {项目: 机动, 金额: 1万}]"),
      binding: "parameters: {机动上限: 0%}"),
    RuleCase("no item names a channel", year("预算: [{项目: 甲, 金额: 80万}, {项目: 乙, 金额: 20万}]")),
    RuleCase("a budget of nothing", year("渠道选择: [{渠道: sem, 占比: 100%}]\n预算: [{渠道: sem, 金额: 0}]")),
    RuleCase(
      "a draft is only warned",
      year("审批: 草拟\n1️⃣预算: 100万", ["25万", "25万", "25万", "20万"]), severity: .warning),
    RuleCase(
      "an activity's stated total",
      [
        "activities/a.md": "预算: [{项目: 甲, 金额: 2万}, {项目: 乙, 金额: 3万}, {项目: 合计, 金额: 1️⃣6万}]",
        "activities/b.md": "预算: [{项目: 甲, 金额: 2万}, {项目: 合计, 金额: 2万}]",
        "activities/c.md": "状态: 已取消\n预算: [{项目: 甲, 金额: 2万}, {项目: 合计, 金额: 3万}]",
      ], zh: ["预算分项合计 50,000 元，总额写的是 60,000 元，相差 −10,000 元"]),
    RuleCase("no budget", ["plans/2026.md": "标题: 计划", "plans/2026-Q1.md": "预算: 3万"]),
    RuleCase(
      "a plan before the effective day",
      [
        "plans/2025.md": "预算: 1万", "plans/2025-Q1.md": "预算: 3万",
      ]),
  ]

  @Test("the parts of a budget agree with the whole", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("budget-allocation") }

  @Test("the plans below are noted, each with its amount")
  func notes() throws {
    let found = try Self.cases[0].diagnostics(binding: "budget-allocation")
    #expect(
      found.first?.notes.map(\.message.zh) == [
        "2026年第一季度：250,000 元", "2026年第二季度：250,000 元", "2026年第三季度：250,000 元", "2026年第四季度：200,000 元",
      ])
    #expect(found.first?.notes.last?.location?.path == "content/plans/2026-Q4.md")
  }

  @Test(
    "an amount that cannot be read is reported once",
    arguments: [
      ["plans/2026-11.md": "预算: [{项目: 甲, 金额: 几万}, {项目: 乙, 金额: 2万}, {项目: 合计, 金额: 5万}]"],
      year("预算: 100万", ["25万", "25万", "25万", "几万"]),
      year("预算: 几万", ["25万", "25万", "25万", "25万"]),
      year("渠道选择: [{渠道: sem, 占比: 大头}]\n预算: [{渠道: sem, 金额: 2万}]"),
      year(
        "渠道选择: [{渠道: sem, 占比: 50%}, {渠道: social, 占比: 50%}]\n预算: [{渠道: sem, 金额: 2万}, {渠道: social, 金额: 几万}]"
      ),
    ])
  func unreadable(files: [String: String]) throws {
    let found = try RuleCase("", files).diagnostics(binding: "budget-allocation")
    #expect(found.map(\.id) == ["bad-number"])
  }
}
