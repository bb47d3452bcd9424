import CedianContent
import CedianModel
import Testing

@Suite("check --fix on one file")
struct FixTests {
  private func fixed(_ text: String, sortsKeys: Bool = false) -> (text: String, rules: [String]) {
    let file = SourceFile(path: "content/activities/2026/case.md", text: text)
    let result = fixFile(file, sortsKeys: sortsKeys)
    return (String(decoding: result.bytes, as: UTF8.self), result.fixed.map(\.id))
  }

  private func document(_ lines: String) -> String { "---\n\(lines)\n---\n\n正文：不动。\n" }

  @Test(
    "what is provably safe is mended",
    arguments: [
      ("主题：双11", "主题: 双11", "full-width-colon"),
      ("主题:双11", "主题: 双11", "front-matter-syntax"),
      ("目标: >=500万", "目标: \">=500万\"", "front-matter-syntax"),
      ("负责人: @市场部", "负责人: \"@市场部\"", "front-matter-syntax"),
      ("主题: #双11#", "主题: \"#双11#\"", "hash-comment"),
      ("渠道: 微信、微博", "渠道: [微信, 微博]", "wrong-type"),
      ("渠道: [微信，微博]", "渠道: [微信, 微博]", "wrong-type"),
      ("渠道: [微信、微博, sem]", "渠道: [微信, 微博, sem]", "wrong-type"),
      ("预算:\n\t- {项目: 甲, 金额: 1万}", "预算:\n  - {项目: 甲, 金额: 1万}", "tab-indent"),
      ("预算:\n　- {项目: 甲, 金额: 1万}", "预算:\n  - {项目: 甲, 金额: 1万}", "tab-indent"),
      ("预算: １２０万", "预算: 120万", "number-form"),
      ("时间: ２０２６-11-01", "时间: 2026-11-01", "number-form"),
      (
        "预算:\n  - {项目: 甲, 金额: 1,600}", "预算:\n  - {项目: 甲, 金额: \"1,600\"}", "wrong-type"
      ),
      (
        "职责分工:\n  - {谁: 市场部, 任务: 甲, 乙, 丙}",
        "职责分工:\n  - {谁: 市场部, 任务: \"甲,乙,丙\"}", "wrong-type"
      ),
    ])
  func mends(wrong: String, right: String, rule: String) {
    let result = fixed(document(wrong))
    #expect(result.text == document(right))
    #expect(result.rules == [rule])
  }

  @Test(
    "what only the author can decide stays",
    arguments: [
      "主题: 双11\n主题: 双12", "时间: 11.1-11.11", "预算: 十几万", "主体: 双11", "目标: 提升影响力",
      "主题: ２０２６新茶", "参与对象: 会员、新客", "x-备注：全角冒号在自定义字段里: 也算", "目标: [", "主题: \"没有结束",
    ])
  func stays(lines: String) {
    let text = document(lines)
    let result = fixed(text)
    // Where something is mended all the same, nothing of the words is lost.
    func words(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }
    #expect(words(result.text) == words(text))
    if result.rules.isEmpty { #expect(result.text == text) }
  }

  @Test("blank lines before the front matter go, line ends and a byte order mark stay")
  func margins() {
    #expect(fixed("\n\n---\n主题: 双11\n---\n").text == "---\n主题: 双11\n---\n")
    let crlf = "\u{FEFF}---\r\n主题：双11\r\n---\r\n正文\r\n"
    #expect(fixed(crlf).text == "\u{FEFF}---\r\n主题: 双11\r\n---\r\n正文\r\n")
  }

  @Test("settings are mended too, other files are not touched")
  func otherFiles() {
    let site = SourceFile(path: "content/site.yml", text: "title：手册\ndepartments:\n  - id: a\n")
    #expect(
      String(decoding: fixFile(site).bytes, as: UTF8.self)
        == "title: 手册\ndepartments:\n  - id: a\n")
    let csv = SourceFile(path: "content/results/2026/2026-10.csv", text: "period：x\n")
    #expect(fixFile(csv).bytes == csv.bytes)
  }

  @Test("fields are sorted on request only, with the comments above them")
  func sorting() {
    let text = """
      ---
      # 写给同事
      状态: 计划中
      x-自定: 1
      # 一句话
      主题: 双11   # 尾注

      标题: 主会场
      预算:
        - {项目: 甲, 金额: 1万}
      ---
      正文
      """
    #expect(fixed(text).text == text)
    let result = fixed(text, sortsKeys: true)
    #expect(
      result.text == """
        ---

        标题: 主会场
        # 一句话
        主题: 双11   # 尾注
        预算:
          - {项目: 甲, 金额: 1万}
        # 写给同事
        状态: 计划中
        x-自定: 1
        ---
        正文
        """)
    #expect(result.rules == ["key-order"])
    #expect(fixed(result.text, sortsKeys: true).rules == [])
  }
}
