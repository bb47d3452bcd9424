import CedianContent
import CedianModel
import Testing

/// Random front matter, broken in ways that people break it: the fix gives back
/// what was meant.
@Suite("check --fix keeps the meaning")
struct FixPropertyTests {
  private static let original = """
    ---
    # 方案
    标题: 双11主会场
    主题: "#双11#大促"   # 口号
    目标: 成交总额 ≥ 120万
    时间: 2026-11-01/2026-11-11
    参与对象: [会员, 新客]
    活动形式: 直播
    预期效果: 参与 8,000 人
    渠道: [sem, weixin]
    负责人: "@市场部"
    预算:
      - {项目: 站内, 渠道: sem, 金额: 12万}
      - {项目: 直播, 金额: "1,600"}
    职责分工:
      - 谁: 市场部
        任务: "整箱装 9,000 箱"
        完成时间: 2026-10-30
    审批: {状态: 已批准, 审批人: 市场总监, 审批日期: 2026-10-20}
    ---

    正文：第一段，`主题：不动`。

    """

  private static let breakages: [(String, String)] = [
    ("标题: ", "标题："), ("目标: ", "目标："), ("审批: ", "审批："), ("活动形式: ", "活动形式:"),
    ("时间: 2026-11-01/2026-11-11", "时间: ２０２６-11-01/2026-11-11"),
    ("金额: 12万", "金额: １２万"), ("渠道: [sem, weixin]", "渠道: sem、weixin"),
    ("渠道: [sem, weixin]", "渠道: [sem，weixin]"), ("\"@市场部\"", "@市场部"),
    ("\"#双11#大促\"", "#双11#大促"), ("  - {项目: 站内", "\t- {项目: 站内"),
    ("    任务: ", "　　任务: "), ("    完成时间: 2026-10-30", "    完成时间: ２０２６-１０-３０"),
    ("金额: \"1,600\"", "金额: 1,600"), ("    任务: \"整箱", "    任务：\"整箱"),
  ]

  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private func fixed(_ text: String) -> String {
    let file = SourceFile(path: "content/activities/2026/case.md", text: text)
    return String(decoding: fixFile(file).bytes, as: UTF8.self)
  }

  /// Keys and values without places and styles.
  private func meaning(_ text: String) -> String {
    let file = SourceFile(path: "content/activities/2026/case.md", text: text)
    func show(_ node: Node) -> String {
      switch node.content {
      case .scalar(let text, _): text
      case .sequence(let items): "[" + items.map(show).joined(separator: "|") + "]"
      case .mapping(let entries):
        "{" + entries.map { $0.key.value + "=" + show($0.value) }.joined(separator: "|") + "}"
      }
    }
    let entries = parseFrontMatter(file).frontMatter?.entries ?? []
    return entries.map { $0.key.value + "=" + show($0.value) }.joined(separator: "\n")
  }

  @Test("a file in order is not touched")
  func untouched() { #expect(fixed(Self.original) == Self.original) }

  @Test("each breakage alone is mended", arguments: Self.breakages.indices)
  func alone(index: Int) {
    let (right, wrong) = Self.breakages[index]
    let broken = Self.original.replacing(right, with: wrong)
    #expect(broken != Self.original)
    #expect(meaning(fixed(broken)) == meaning(Self.original))
  }

  @Test("any of them together mean the same once fixed, and fixing twice changes nothing")
  func together() {
    var random = Generator(state: 20_261_123)
    for _ in 0..<200 {
      var broken = Self.original
      for (right, wrong) in Self.breakages where Bool.random(using: &random) {
        broken = broken.replacing(right, with: wrong)
      }
      let once = fixed(broken)
      #expect(meaning(once) == meaning(Self.original), "\(broken)")
      #expect(fixed(once) == once)
      #expect(once.hasSuffix("正文：第一段，`主题：不动`。\n"))
      #expect(once.contains("   # 口号") && once.contains("\n# 方案\n"))
    }
  }
}
