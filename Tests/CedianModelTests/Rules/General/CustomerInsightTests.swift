import CedianModel
import Testing

@Suite("customer-insight")
struct CustomerInsightTests {
  static let cases: [RuleCase] =
    [
      RuleCase.activity(
        "missing", "审批: 已提交\n1️⃣---", zh: ["缺少「客户洞察」(insight)：说明客户眼下遇到什么事，判断来自哪里"],
        en: ["'insight' (客户洞察) is missing: say what the customers face and how you know"]),
      .activity(
        "empty", "approval: submitted\n1️⃣insight:",
        zh: ["「客户洞察」(insight) 写了，但为空：说明客户眼下遇到什么事，判断来自哪里"],
        en: ["'insight' (客户洞察) is there but empty: say what the customers face and how you know"]),
      .activity("given", "审批: 已提交\n客户洞察: 复购客户里七成在两周内下单"),
    ] + RuleCase.byState("1️⃣---")

  @Test("asks for what is known of the customers", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("customer-insight") }
}
