import CedianModel
import Testing

@Suite("warmup")
struct WarmUpTests {
  private static let november = "审批: 已提交\n时间: 2026-11-01/2026-11-11\n"

  static let cases: [RuleCase] =
    [
      RuleCase.activity(
        "no warm-up", november + "1️⃣宣传渠道: [{渠道: social, 阶段: 上线}, email]",
        zh: ["开始之前没有用「社交媒体」、「电子邮件」预热"],
        en: ["nothing warms it up by 'social', 'email' before the start"]),
      .activity(
        "a warm-up on the first day",
        november + "宣传渠道: [{渠道: 1️⃣social, 阶段: 预热, 时间: 2026-11-01}]", zh: ["预热的时间不在活动开始之前"],
        en: ["the warm-up does not come before the start"]),
      .activity(
        "a warm-up that reaches into it",
        november + "宣传渠道: [{渠道: social, 阶段: 预热, 时间: 2026-10-31/2026-11-03}]"),
      .activity("a warm-up by another channel", november + "1️⃣宣传渠道: [{渠道: sem, 阶段: 预热}]"),
      .activity("one of the two", november + "宣传渠道: [{渠道: 电子邮件, 阶段: warmup}]"),
      .activity(
        "late once and early once",
        november + """
          宣传渠道:
            - {渠道: social, 阶段: 预热, 时间: 2026-11-02}
            - {渠道: social, 阶段: 预热, 时间: 2026-10-25}
          """),
      .activity("no promotion is left to promotion-mix", november),
      .activity(
        "each of them", november + "1️⃣宣传渠道: [{渠道: social, 阶段: 预热}]",
        binding: "parameters: {every: true}", zh: ["开始之前没有用「电子邮件」预热"]),
      .activity(
        "each of them is there", november + "宣传渠道: [{渠道: social, 阶段: 预热}, {渠道: email, 阶段: 预热}]",
        binding: "parameters: {每个都要: 是}"),
      .activity(
        "other channels", november + "宣传渠道: [{渠道: sem, 阶段: 预热}]",
        binding: "parameters: {channels: 搜索推广}"),
      .activity("without a time", "审批: 已提交\n1️⃣宣传渠道: [sem]"),
    ] + RuleCase.byState("1️⃣promotion: [sem]")

  @Test("social media or e-mail warm it up before the start", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("warmup") }

  @Test("channels that the site does not have are not asked for")
  func noChannels() throws {
    let site = RuleCase(
      "", ["activities/a.md": "审批: 已提交\n宣传渠道: [sem]"],
      without: ["channels/social.md", "channels/email.md"])
    #expect(try site.diagnostics(binding: "warmup") == [])
  }
}
