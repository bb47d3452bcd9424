import CedianModel
import Testing

@Suite("risk-plan")
struct RiskPlanTests {
  static let cases: [RuleCase] =
    [
      RuleCase.activity(
        "missing", "审批: 已提交\n1️⃣---", zh: ["缺少「风险」(risks)：提交审批之前要评估风险、备好预案"],
        en: ["'risks' (风险) is missing: risks are assessed before a brief is submitted"]),
      .activity("empty", "审批: 已提交\n1️⃣风险: []"),
      .activity(
        "a risk that lacks something",
        """
        审批: 已批准
        风险:
          - 1️⃣风险: 断电
            可能性: 低
          - 2️⃣{可能性: 低, 影响: 高, 应急预案: 备用}
          - {风险: 断货, 可能性: 低, 影响: 高, 应急预案: 备用}
        """, zh: ["风险「断电」缺少「影响」、「应急预案」", "这项风险缺少「风险」"],
        en: ["risk '断电' lacks 'impact', 'response'", "this risk lacks 'risk'"]),
      .activity("in English", "approval: submitted\nrisks:\n  - 1️⃣{risk: power cut}"),
      .activity("words alone", "审批: 已提交\n风险: 1️⃣断电", zh: ["风险「断电」缺少「可能性」、「影响」、「应急预案」"]),
      .activity("complete", "审批: 已提交\n风险: [{风险: 断电, 可能性: 低, 影响: 高, 应急预案: 备用}]"),
    ] + RuleCase.byState("1️⃣---") + RuleCase.byState("风险: [1️⃣{风险: 断电}]")

  @Test("a submitted brief has its risks assessed", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("risk-plan") }

  @Test("a level that cannot be read is reported once")
  func unreadable() throws {
    let brief = RuleCase.activity("", "审批: 已提交\n风险: [{风险: 断电, 可能性: 几乎没有, 影响: 高, 应急预案: 备用}]")
    let found = try brief.diagnostics(binding: "risk-plan")
    #expect(found.map(\.id) == ["wrong-type"], "\(found.map(\.message.zh))")
  }
}
