import CedianContent
import CedianModel
import CedianTestSupport
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
        "职责分工:\n  - {谁: 市场部, 任务: \"甲, 乙, 丙\"}", "wrong-type"
      ),
      (
        "预算:\n  - {项目: 甲, 金额: 1,000,000}", "预算:\n  - {项目: 甲, 金额: \"1,000,000\"}", "wrong-type"
      ),
      ("渠道:\n- 微信、微博  # 注\n- sem", "渠道:\n- 微信\n- 微博  # 注\n- sem", "wrong-type"),
      ("渠道:\n  -   微信、微博", "渠道:\n  -   微信\n  -   微博", "wrong-type"),
      ("宣传渠道: [微信、微博]", "宣传渠道: [微信, 微博]", "wrong-type"),
      ("渠道: Little Red Book、微信", "渠道: [Little Red Book, 微信]", "wrong-type"),
      ("渠道: \"甲: 乙、丙\"", "渠道: [\"甲: 乙\", 丙]", "wrong-type"),
      ("负责人: @市场部  # 待定", "负责人: \"@市场部\"  # 待定", "front-matter-syntax"),
      ("主题: [重要] 双11 # 注", "主题: \"[重要] 双11\" # 注", "front-matter-syntax"),
      ("主题: \"双11\"大促 # 注", "主题: '\"双11\"大促' # 注", "front-matter-syntax"),
      ("主题: 双11 #大促# # 注", "主题: \"双11 #大促#\" # 注", "hash-comment"),
      ("目标: GMV: 120万", "目标: \"GMV: 120万\"", "front-matter-syntax"),
      ("备注: |\n  主题：双11\n主题：双11", "备注: |\n  主题：双11\n主题: 双11", "full-width-colon"),
      ("审批：{状态: 已批准}", "审批: {状态: 已批准}", "full-width-colon"),
      (
        "预算:\n  - {项目: 甲, 金额: 1万}\n\t- {项目: 乙, 金额: 2万}",
        "预算:\n  - {项目: 甲, 金额: 1万}\n  - {项目: 乙, 金额: 2万}", "tab-indent"
      ),
      (
        "预算:\n  - 项目: 甲\n\t金额: 1万", "预算:\n  - 项目: 甲\n    金额: 1万", "tab-indent"
      ),
      (
        "预算:\n  - {项目: 甲, 金额: １６０，０００}", "预算:\n  - {项目: 甲, 金额: \"160,000\"}", "number-form"
      ),
      ("预算: ￥１２０，０００", "预算: ¥120,000", "number-form"),
      ("预算: 12萬", "预算: 12万", "number-form"),
      ("预算: \"12w\"", "预算: \"12万\"", "number-form"),
      ("目标:\n  - GMV ≥ １２０万", "目标:\n  - GMV ≥ 120万", "number-form"),
      ("标签: [双12 #返场, 大促]", "标签: [\"双12 #返场\", 大促]", "hash-comment"),
      ("节日热点: >5", "节日热点: \">5\"", "front-matter-syntax"),
      (
        "职责分工:\n  - {谁: 市场部, 任务: 名单: 加购}", "职责分工:\n  - {谁: 市场部, 任务: \"名单: 加购\"}",
        "front-matter-syntax"
      ),
      ("预期效果: 参与 ８，０００ 人", "预期效果: 参与 8,000 人", "number-form"),
      // An item below the text of another is its sibling.
      ("渠道:\n  - sem\n　　- weixin", "渠道:\n  - sem\n  - weixin", "tab-indent"),
      ("渠道:\n  - sem\n\t\t- weixin", "渠道:\n  - sem\n  - weixin", "tab-indent"),
      ("渠道:\n  - sem\n　 - weixin", "渠道:\n  - sem\n  - weixin", "tab-indent"),
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
      "主题: ２０２６新茶", "参与对象: 会员、新客", "目标: [", "主题: \"没有结束", "渠道: [sem, weixin",
      // A remark, not a value.
      "时间: 2026-11-01/2026-11-11 #待确认", "状态: 计划中 #待定",
      // Two fields on one line.
      "审批: 状态: 已批准", "预算:\n  - {项目：甲，金额：12万}", "谁：市场部，任务：备货",
      "预算:\n  - 项目: 返场短片, 渠道: social, 金额: \"¥16,000\"}",
      "预算:\n  - 项目: 返场短片, 渠道: social, 金额: 1.6万",
      "风险:\n  - 风险: 寒潮, 可能性: 中, 影响: 中, 应急预案: 停收}",
      "职责分工:\n  - {谁: 市场部 任务: 备货}", "职责分工:\n  - •谁: 财务部, 任务: 毛利",
      // Marks that were pasted, and brackets too many.
      "职责分工:\n  - ｛谁: 财务部, 任务: 毛利}", "职责分工:\n  - (谁: 财务部, 任务: 毛利)",
      "职责分工:\n  • {谁: 财务部, 任务: 毛利}", "职责分工:\n  + 谁: 财务部\n    任务: 毛利",
      "渠道:\n  - sem\n  · weixin", "参与对象: [甲, 乙]]",
      "目标:\n  - {指标: 订单数, 目标值: 1.1万}}", "标签: [双12, #返场, 大促,\n  返场]",
      // A sentence, not a field.
      "备注里的话：这样写", "职责分工:\n  - {谁: 市场部, 任务: 备货, 注意：先到先得}",
      "职责分工:\n  - {谁: 市场部, 链接 https://example.com, 任务: 备货}",
      // A misspelt field without a value, a name or a choice with something left over.
      "预算:\n  - {项目: 直播, 渠到, 金额: 12万}", "预算:\n  - {项目: 直播, 渠到: , 金额: 12万}",
      "职责分工:\n  - {谁: 市场部, 出席, 任务: 备货}", "审批: {状态: 已批准, 待定}",
      // A value that was complete.
      "职责分工:\n  - {谁: 市场部, 任务: \"备货\", 压测}",
      // No number in any way of quoting it.
      "预算:\n  - {项目: 甲, 金额: 1,60,00}",
      // A list of what?
      "渠道: \"sem\", \"weixin\"", "渠道: [sem] [weixin]", "渠道: {a: 微信、微博}",
      "渠道: >-\n  微信、微博",
      // The value goes on.
      "主题: >五折\n  和买赠",
      // A tab that can mean either level.
      "基线:\n  甲:\n    乙: 1\n\t丙: 2", "渠道:\n-微信",
      // A field whose colon is missing.
      "预算:\n  - {项目: 大促搜索, 渠道 sem, 金额 15万}", "预算:\n  - {项目: 大促搜索, 渠道sem, 金额: 15万}",
      "预算:\n  - {项目: 大促搜索, 渠道=sem, 金额: 15万}", "预算:\n  - {项目: 大促搜索, 渠道；sem, 金额: 15万}",
      "职责分工:\n  - {谁: 市场部, 任务: 备货, 完成时间 2026-10-30}", "渠道: sem, 负责人 市场部",
      "预算:\n  - 项目: 大促搜索\n    渠道: sem, 金额 15万",
      // Braces and signs too many, a bracket in a comment.
      "审批: {{状态: 已批准}}", "审批: {{状态: 已批准}", "标签: {{大促, 口粮茶}", "标签: @[大促, 口粮茶]",
      "标签: |[大促, 口粮茶]", "主题: {{ 主题 }}", "审批: {状态: 已批准 # 补签}",
      // A list as texts.
      "渠道:\n  - sem\n   - weixin", "渠道:\n  - sem\n   • weixin", "标签: |\n  - 大促\n  - 返场",
      "标签: ［大促，口粮茶］", "活动形式: 【满减, 直播】",
    ])
  func stays(lines: String) {
    let text = document(lines)
    let result = fixed(text)
    #expect(result.text == text)
    #expect(result.rules == [])
  }

  @Test("what the check of the whole site casts doubt on is not made")
  func doubts() {
    let text = document("负责人: 市场部 #张三\n主题：双11")
    let path = "content/activities/2026/case.md"
    func found(_ site: SmallSite) -> [Diagnostic] {
      site.diagnostics().settlingFixes { Directory(site.handbook).knows($0) }
        .filter { $0.location.path == path }
    }
    let file = SourceFile(path: path, text: text)
    let known = fixFile(file, found: found(SmallSite([path: text])))
    #expect(String(decoding: known.bytes, as: UTF8.self) == text.replacing("：双", with: ": 双"))
    #expect(known.fixed.map(\.id) == ["full-width-colon"])
    // A comma stands between names, or between clauses: the names tell.
    for (line, rules) in [
      ("渠道: 微信，搜索推广", ["wrong-type"]), ("渠道: 以微信为主，兼顾搜索", []), ("渠道: 甲、乙", ["wrong-type"]),
    ] {
      let text = document(line)
      let site = SmallSite([path: text])
      let result = fixFile(SourceFile(path: path, text: text), found: found(site))
      #expect(result.fixed.map(\.id) == rules, "\(line)")
    }
  }

  @Test("a value cut by commas is one finding, whose fix is the value as written")
  func cutValue() throws {
    for (written, quoted) in [
      ("1,60,00", "\"1,60,00\""), ("1,000,000", "\"1,000,000\""), ("9,000", "\"9,000\""),
    ] {
      let text = document("\(SmallSite.sixFields)\n预算:\n  - {项目: 甲, 金额: \(written)}")
      let found = SmallSite(["content/activities/2026/case.md": text]).diagnostics()
        .settlingFixes()
      #expect(found.map(\.id) == ["wrong-type"])
      let only = try #require(found.first)
      #expect(only.fix?.edits.map(\.replacement) == [quoted])
      #expect(only.isMendable == (written != "1,60,00"))
    }
  }

  @Test("blank lines before the front matter go, line ends and a byte order mark stay")
  func margins() {
    #expect(fixed("\n\n---\n主题: 双11\n---\n").text == "---\n主题: 双11\n---\n")
    let crlf = "\u{FEFF}---\r\n主题：双11\r\n---\r\n正文\r\n"
    #expect(fixed(crlf).text == "\u{FEFF}---\r\n主题: 双11\r\n---\r\n正文\r\n")
  }

  @Test("blank lines before the front matter go though something else is found in it")
  func blankLines() {
    let right = "---\n主题: 双11\n没有的键: 1\n---\n正文\n"
    #expect(fixed("\n\n" + right).text == right)
  }

  @Test(
    "a long file whose every indent is wrong is mended whole",
    arguments: [("\t", 2), ("\u{3000}", 2), ("\u{3000}", 1), ("\u{A0}", 1)])
  func indents(blank: String, columns: Int) {
    let tasks = (1...120).map { "  - id: T\($0)\n    内容: 备货\n    谁: 市场部\n" }.joined()
    let right = "---\n标题: 计划\n工作安排:\n\(tasks)---\n"
    let lines: [Substring] = right.split(separator: "\n", omittingEmptySubsequences: false)
    let wrong = lines.map { line -> String in
      let indent = line.prefix { $0 == " " }.count
      return String(repeating: blank, count: indent / columns) + line.dropFirst(indent)
    }.joined(separator: "\n")
    let file = fixFile(SourceFile(path: "content/plans/2026-11.md", text: wrong))
    #expect(String(decoding: file.bytes, as: UTF8.self) == right)
    #expect(file.fixed.count == 360)
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

  @Test("a page that begins with blank lines and a break has no front matter to free")
  func thematicBreak() {
    for text in ["\n---\n正文\n", "\n\n---\n", "\n---\n\n正文：一\n\n---\n"] {
      #expect(fixed(text).text == text)
    }
  }

  @Test("sorting keeps comments after the last field, and leaves alone what it cannot move")
  func sortingCare() {
    let text = "---\n状态: 计划中\n标题: 甲\n# 以下待补\n---\n"
    #expect(fixed(text, sortsKeys: true).text == "---\n标题: 甲\n状态: 计划中\n# 以下待补\n---\n")
    for text in [
      // The blank line is part of the text.
      "---\n状态: |+\n  计划中\n\n标题: 甲\n---\n", "---\n{状态: 计划中, 标题: 甲}\n---\n",
      "---\n状态: 计划中\n标题: 甲\n标题: 乙\n---\n", "---\n状态: 计划中\n标题: 甲\n",
      "---\n\"状态\": &a 计划中\n标题: 甲\n---\n",
    ] {
      #expect(fixed(text, sortsKeys: true).text == text)
    }
    let crlf = "---\r\n状态: 计划中\r\n标题: 甲\r\n---\r\n"
    #expect(fixed(crlf, sortsKeys: true).text == "---\r\n标题: 甲\r\n状态: 计划中\r\n---\r\n")
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
        # 写给同事
        状态: 计划中
        # 一句话
        主题: 双11   # 尾注
        预算:
          - {项目: 甲, 金额: 1万}
        x-自定: 1
        ---
        正文
        """)
    #expect(result.rules == ["key-order"])
    #expect(fixed(result.text, sortsKeys: true).rules == [])
  }
}
