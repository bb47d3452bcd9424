import CedianModel
import Testing

@Suite("account-owner")
struct AccountOwnerTests {
  static let cases: [RuleCase] = [
    RuleCase(
      "accounts and stores without one",
      [
        "channels/a.md": """
        账号:
          - 1️⃣平台: 抖音
            名称: 青屿茶生活
          - {平台: 微博, 负责人: 市场部}
        店铺:
          - 2️⃣{平台: 京东, 负责人: ~}
        """
      ], zh: ["账号「抖音 青屿茶生活」没有负责人", "店铺「京东」没有负责人"],
      en: ["account '抖音 青屿茶生活' has no owner", "store '京东' has no owner"]),
    RuleCase("in English", ["channels/a.md": "accounts:\n  - 1️⃣{platform: Douyin}"]),
    RuleCase("owned", ["channels/a.md": "店铺: [{平台: 京东, 负责人: 市场部}]"]),
    RuleCase("a channel given up", ["channels/a.md": "状态: 停用\n账号: [{平台: 抖音}]"]),
    RuleCase("neither accounts nor stores", ["channels/a.md": "账号: []"]),
  ]

  @Test("each account and store has an owner", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("account-owner") }
}
