import CedianModel
import Testing

@Suite("channel-review")
struct ChannelReviewTests {
  private static func review(_ lines: String, _ body: String = "") -> [String: String] {
    ["reviews/2026-10.md": lines + "\n---\n\n" + body + "\n"]
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "channels that do not occur", ["reviews/2026-10.md": "结论: 搜索推广平稳\n1️⃣---"],
      zh: ["这份复盘没有提到「电子邮件」、「社交媒体」"], en: ["this review does not speak of 'email', 'social'"]),
    RuleCase(
      "an id as part of another word",
      ["reviews/2026-10.md": "结论: 搜索推广、社交媒体、emails、my-email\n1️⃣---"],
      zh: ["这份复盘没有提到「电子邮件」"]),
    RuleCase("in the conclusion", review("结论: 搜索推广、社交媒体、电子邮件都平稳")),
    RuleCase("by id", review("结论: sem，social。email")),
    RuleCase("in the text", review("结论: 好", "## 搜索推广\n\n**社交媒体**和[邮箱](mailto:a@b.cn)：电子邮件。")),
    RuleCase(
      "in problems and adjustments",
      review(
        "问题: [{id: P1, 内容: 搜索推广超支, 原因: 社交媒体停投}]\n调整: [{内容: 电子邮件补发}]")),
    RuleCase(
      "by alias",
      ["channels/email.md": "标题: 电子邮件\n别名: [EDM]"].merging(
        review("结论: 搜索推广、社交媒体和EDM")
      ) { $1 }),
    RuleCase(
      "a name with signs that pages escape",
      ["channels/email.md": "标题: R&D <邮件>"].merging(
        review("结论: 搜索推广、社交媒体", "R&D \\<邮件> 平稳。")
      ) { $1 }),
    RuleCase(
      "a channel given up",
      ["channels/old.md": "标题: 论坛\n状态: 停用"].merging(
        review("结论: 搜索推广、社交媒体、电子邮件")
      ) { $1 }),
    RuleCase("a review before the effective day", ["reviews/2025-12.md": "结论: 好"]),
  ]

  @Test("a review speaks of every channel in use", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("channel-review") }
}
