import CedianModel
import Testing

@Suite("promotion-mix")
struct PromotionMixTests {
  static let cases: [RuleCase] =
    [
      RuleCase.activity(
        "one channel", "审批: 已提交\n1️⃣宣传渠道: [{渠道: social, 阶段: 上线}]", zh: ["只有 1 个宣传渠道，至少要 2 个"],
        en: ["it is promoted through 1 of at least 2 channels"]),
      .activity(
        "one channel by two names", "审批: 已提交\n1️⃣宣传渠道: [{渠道: social}, {渠道: 社交媒体, 阶段: 预热}]"),
      .activity(
        "missing", "审批: 已提交\n1️⃣---", zh: ["缺少「宣传渠道」(promotion)：至少通过 2 个渠道推广"],
        en: ["'promotion' (宣传渠道) is missing: it is promoted through at least 2 channels"]),
      .activity("empty", "approval: submitted\n1️⃣promotion: []"),
      .activity("two channels", "审批: 已提交\n宣传渠道: [social, email]"),
      .activity(
        "three by parameter", "审批: 已提交\n1️⃣宣传渠道: [social, email]",
        binding: "parameters: {渠道数: 3}", zh: ["只有 2 个宣传渠道，至少要 3 个"]),
      .activity(
        "one by parameter", "审批: 已提交\n宣传渠道: [social]", binding: "parameters: {channels: 1}"),
    ] + RuleCase.byState("1️⃣宣传渠道: [social]") + RuleCase.byState("1️⃣---")

  @Test("an activity is promoted through several channels", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("promotion-mix") }
}
