import CedianModel
import Testing

@Suite("publishing-plan")
struct PublishingPlanTests {
  private static func november(_ lines: String, _ more: [String: String] = [:])
    -> [String: String]
  { more.merging(["plans/2026-11.md": lines]) { $1 } }

  static let cases: [RuleCase] = [
    RuleCase(
      "nothing on it", november("1️⃣工作安排: [{内容: 备货, 谁: 市场部}]"), zh: ["2026年11月在「社交媒体」上没有任何安排"],
      en: ["nothing is planned on '社交媒体' in Nov 2026"]),
    RuleCase("no tasks at all", november("标题: 计划\n1️⃣---")),
    RuleCase("a task mentions it", november("工作安排: [{内容: 社交媒体选题, 谁: 市场部}]")),
    RuleCase("a task falls to its owner", november("工作安排: [{内容: 选题, 谁: 社媒运营主管}]")),
    RuleCase("a dropped task plans nothing", november("1️⃣工作安排: [{内容: 社交媒体选题, 进展: 已取消}]")),
    RuleCase("a budget item names it", november("预算: [{项目: 投流, 渠道: 社交媒体, 金额: 2万}]")),
    RuleCase(
      "an activity runs on it",
      november("标题: 计划", ["activities/a.md": "渠道: [social]\n时间: 2026-10-30/2026-11-02"])),
    RuleCase(
      "an activity is promoted on it",
      november(
        "标题: 计划",
        ["activities/a.md": "时间: 2026-12-01\n宣传渠道: [{渠道: social, 时间: 2026-11-30}]"])),
    RuleCase(
      "an activity of another month",
      november("标题: 计划\n1️⃣---", ["activities/a.md": "渠道: [social]\n时间: 2026-12-01"])),
    RuleCase(
      "a cancelled activity",
      november(
        "标题: 计划\n1️⃣---", ["activities/a.md": "渠道: [social]\n时间: 2026-11-02\n状态: 已取消"])),
    RuleCase("quarters and years", ["plans/2026-Q4.md": "标题: 季", "plans/2026.md": "标题: 年"]),
    RuleCase("the channel is given up", november("标题: 计划", ["channels/social.md": "状态: 停用"])),
    RuleCase("a plan before the effective day", ["plans/2025-12.md": "标题: 计划"]),
    RuleCase(
      "other channels by parameter", november("1️⃣工作安排: [{内容: 社交媒体选题}]"),
      binding: "parameters: {channels: [电子邮件]}", zh: ["2026年11月在「电子邮件」上没有任何安排"]),
    RuleCase(
      "several", november("1️⃣2️⃣tasks: [{what: SEM, who: 技术部}]"),
      binding: "parameters: {渠道: [email, social]}"),
  ]

  @Test("each month has something on the channel", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("publishing-plan") }
}
