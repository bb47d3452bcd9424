import CedianModel
import Testing

@Suite("list-consent")
struct ListConsentTests {
  static let cases: [RuleCase] = [
    RuleCase(
      "missing", ["channels/email.md": "标题: 邮件\n1️⃣---"],
      zh: ["缺少「名单来源」(consent)：写明收件人怎样同意接收、记录在哪里"],
      en: ["'consent' (名单来源) is missing: say how recipients consented and where that is recorded"]),
    RuleCase("empty", ["channels/email.md": "title: E-mail\n1️⃣consent: \"\""]),
    RuleCase("given", ["channels/email.md": "名单来源: 会员勾选订阅"]),
    RuleCase("given up", ["channels/email.md": "状态: 停用"]),
    RuleCase("other channels send to no list", ["channels/sms.md": "标题: 短信"]),
    RuleCase(
      "unless the parameter says so",
      ["channels/sms.md": "标题: 短信\n1️⃣---", "channels/email.md": "标题: 邮件"],
      binding: "parameters: {channels: [短信]}"),
    RuleCase(
      "the channels by any of their names",
      ["channels/sms.md": "别名: [手机短信]\n1️⃣---", "channels/email.md": "标题: 邮件\n1️⃣---"],
      binding: "parameters: {渠道: [手机短信, 邮件]}"),
    RuleCase("no such channel by default", [:], without: ["channels/email.md"]),
  ]

  @Test("a mailing list says on what basis it was made", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("list-consent") }
}
