import CedianModel
import Testing

@Suite("channel-owner")
struct ChannelOwnerTests {
  static let cases: [RuleCase] = [
    RuleCase(
      "no owner", ["channels/a.md": "标题: 官网\n职责: [{谁: 技术部, 任务: 建站}]\n1️⃣---"],
      zh: ["缺少「负责人」(owner)：渠道要有负责的部门"],
      en: ["'owner' (负责人) is missing: a channel has a department in charge"]),
    RuleCase(
      "no duties", ["channels/a.md": "title: Site\nowner: 技术部\n1️⃣---"],
      zh: ["缺少「职责」(duties)：写明渠道上谁做什么"],
      en: ["'duties' (职责) is missing: say who does what on the channel"]),
    RuleCase("both are empty", ["channels/a.md": "1️⃣负责人: ~\n2️⃣职责: []"]),
    RuleCase(
      "a duty that nobody bears",
      ["channels/a.md": "负责人: 技术部\n职责:\n  - {谁: 技术部, 任务: 建站}\n  - 1️⃣任务: 维护\n  - 2️⃣{任务: 巡检}"],
      zh: ["职责「维护」没有写由谁承担", "职责「巡检」没有写由谁承担"],
      en: ["nobody bears the duty '维护'", "nobody bears the duty '巡检'"]),
    RuleCase("complete", ["channels/a.md": "负责人: 技术部\n职责: [{谁: 技术部, 任务: 建站}]"]),
    RuleCase("given up", ["channels/a.md": "状态: 停用", "channels/b.md": "status: inactive"]),
    RuleCase("in use", ["channels/a.md": "状态: 在用\n1️⃣2️⃣---"]),
  ]

  @Test("a channel and each of its duties have an owner", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("channel-owner") }
}
