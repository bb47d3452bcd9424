import CedianContent
import CedianModel
import Testing

@Suite struct MarkdownExtensionTests {
  @Test func tableHasABoxThatScrollsAndIsNamed() {
    let html = fragment("## 预算\n\n| 项目 | 金额 |\n| :-- | --: |\n| 搜索 | 12 |\n")
    #expect(
      html == """
        <h2 id="预算">预算</h2>
        <div class="table-scroll" tabindex="0" role="region" aria-label="表格 1：预算">
        <table>
        <thead>
        <tr>
        <th class="align-left">项目</th>
        <th class="align-right">金额</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-left">搜索</td>
        <td class="align-right">12</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test(arguments: [
    ("| a |\n| - |\n| `x \\| y` |", "<code>x | y</code>"),
    ("| a |\n| - |\n| x \\| y |", "x | y"),
    ("| a |\n| - |\n| **x** [y](z) |", "<strong>x</strong> <a href=\"z\">y</a>"),
    ("| a |\n| - |\n| [y] |\n\n[y]: /url 'T'", "<a href=\"/url\" title=\"T\">y</a>"),
    ("> [y]: /url\n\n| a |\n| - |\n| [y][] |", "<a href=\"/url\">y</a>"),
    ("[y]: /url\ntext\n\n| a |\n| - |\n| [y] |", "<a href=\"/url\">y</a>"),
    ("| a |\n| - |\n| **（真）**她 |", "<strong>（真）</strong>她"),
    ("| a |\n| - |\n| ~~x~~ |", "<del>x</del>"),
    ("| a |\n| - |\n| # x |", "# x"),
    ("| a |\n| - |\n| - x |", "- x"),
    ("| a |\n| - |\n| <b> |", ""),
    ("| a |\n| - |\n| \\\\ |", "\\"),
  ])
  func cellIsInlineText(markdown: String, cell: String) {
    #expect(fragment(markdown).contains("<tbody>\n<tr>\n<td>\(cell)</td>\n</tr>\n</tbody>"))
  }

  @Test func tableStandsInListsAndQuotes() {
    let inList = fragment("- x\n\n  | a | b |\n  | - | - |\n  | c | d |\n- y")
    #expect(inList.contains("<td>d</td>"))
    #expect(inList.contains("<p>y</p>"))
    let inQuote = fragment("> | a | b |\n> | - | - |\n> | c | d |\n\nz")
    #expect(inQuote.contains("<blockquote>\n<div class=\"table-scroll\""))
    #expect(inQuote.contains("<td>d</td>"))
    let inBoth = fragment("> 1. | a | b |\n>    | - | - |\n>    | c | d |\n")
    #expect(inBoth.contains("<td>d</td>"))
  }

  @Test func textBeforeATableStaysText() {
    let html = fragment("说明\n继续\n| a |\n| - |\n| b |")
    #expect(html.hasPrefix("<p>说明继续</p>\n<div"))
    #expect(html.contains("<td>b</td>"))
  }

  @Test(arguments: [
    "| a | b |\n| - |\n| c | d |", "| a |\n| -- - |", "a \\| b\n---|---", "| a |",
  ])
  func noTableWithoutAFittingDelimiterRow(markdown: String) {
    #expect(!fragment(markdown).contains("<table"))
  }

  @Test func tasksHaveNamedBoxes() {
    #expect(
      fragment("- [ ] 甲\n- [x] 乙\n- \\[ ] 丙\n- [y] 丁") == """
        <ul>
        <li class="task"><input type="checkbox" disabled="" aria-label="未完成" /> 甲</li>
        <li class="task"><input type="checkbox" checked="" disabled="" aria-label="已完成" /> 乙</li>
        <li>[ ] 丙</li>
        <li>[y] 丁</li>
        </ul>

        """)
  }

  @Test func footnotesAreNumberedByFirstReferenceAndLinkBack() {
    let html = fragment("甲[^b]，乙[^a]，丙[^b]。\n\n[^a]: 说明一\n[^b]: 说明二 *重*\n")
    #expect(
      html == """
        <p>甲<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref" aria-label="脚注 1">1</a></sup>，乙<sup class="footnote-ref"><a href="#fn-2" id="fnref-2" role="doc-noteref" aria-label="脚注 2">2</a></sup>，丙<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" role="doc-noteref" aria-label="脚注 1">1</a></sup>。</p>
        <section class="footnotes" role="doc-endnotes" aria-label="脚注">
        <ol>
        <li id="fn-1">
        <p>说明二 <em>重</em> <a href="#fnref-1" class="footnote-back" role="doc-backlink" aria-label="返回正文脚注 1">↩</a> <a href="#fnref-1-2" class="footnote-back" role="doc-backlink" aria-label="返回正文脚注 1-2">↩<sup>2</sup></a></p>
        </li>
        <li id="fn-2">
        <p>说明一 <a href="#fnref-2" class="footnote-back" role="doc-backlink" aria-label="返回正文脚注 2">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func footnoteMayHoldBlocksAndOtherFootnotes() {
    let html = fragment("甲[^1]\n\n[^1]: 首段[^2]\n\n    - 列表\n\n          代码\n\n[^2]: 次\n\n段落")
    #expect(html.contains("<li>\n<p>列表</p>\n<pre><code>代码\n</code></pre>\n</li>"))
    #expect(html.contains("<li id=\"fn-2\">\n<p>次 "))
    #expect(html.contains("<p>段落</p>\n<section"))
  }

  @Test func footnoteReferenceInALinkIsText() {
    #expect(fragment("[a[^1]](b)\n\n[^1]: x").hasPrefix("<p><a href=\"b\">a[^1]</a></p>"))
    #expect(fragment("\\[^1]\n\n[^1]: x").hasPrefix("<p>[^1]</p>"))
    #expect(fragment("`[^1]`\n\n[^1]: x").hasPrefix("<p><code>[^1]</code></p>"))
  }

  @Test(arguments: [
    ("见https://a.com/b，然后", "见<a href=\"https://a.com/b\" rel=\"noopener\">https://a.com/b</a>，然后"),
    ("（https://a.com/b）", "（<a href=\"https://a.com/b\" rel=\"noopener\">https://a.com/b</a>）"),
    ("https://a.com。", "<a href=\"https://a.com\" rel=\"noopener\">https://a.com</a>。"),
    ("访问https://a.com查看", "访问<a href=\"https://a.com\" rel=\"noopener\">https://a.com</a>查看"),
    (
      "**https://a.com/x**后",
      "<strong><a href=\"https://a.com/x\" rel=\"noopener\">https://a.com/x</a></strong>后"
    ),
    (
      "https://a.com/_b_c*d*e",
      "<a href=\"https://a.com/_b_c*d*e\" rel=\"noopener\">https://a.com/_b_c*d*e</a>"
    ),
    (
      "https://zh.a.org/策划",
      "<a href=\"https://zh.a.org/%E7%AD%96%E5%88%92\" rel=\"noopener\">https://zh.a.org/策划</a>"
    ),
    ("邮箱：a.b@c.cn、", "邮箱：<a href=\"mailto:a.b@c.cn\">a.b@c.cn</a>、"),
    ("[https://a.com](b)", "<a href=\"b\">https://a.com</a>"),
    ("`https://a.com`", "<code>https://a.com</code>"),
    ("http:// x www. y @z", "http:// x www. y @z"),
    ("xhttp://a.com", "xhttp://a.com"),
    ("<https://a.com/*b>", "<a href=\"https://a.com/*b\" rel=\"noopener\">https://a.com/*b</a>"),
    ("//a.com/b", "//a.com/b"),
  ])
  func bareAddresses(markdown: String, content: String) {
    #expect(fragment(markdown) == "<p>\(content)</p>\n")
  }

  @Test(arguments: [
    ("[!NOTE]", "note", "说明"), ("[!tip]", "tip", "提示"), ("[!IMPORTANT]", "important", "重要"),
    ("[!WARNING]", "warning", "警告"), ("[!CAUTION]", "caution", "小心"), ("[!注意]", "note", "注意"),
    ("[!提示]", "tip", "提示"), ("[!重要]", "important", "重要"), ("[!警告]", "warning", "警告"),
    ("[!小心]", "caution", "小心"), ("[!说明]", "note", "说明"),
  ])
  func callouts(label: String, kind: String, title: String) {
    #expect(
      fragment("> \(label)\n> 内容 *重*\n>\n> 二段") == """
        <aside class="callout callout-\(kind)">
        <p class="callout-title">\(title)</p>
        <p>内容 <em>重</em></p>
        <p>二段</p>
        </aside>

        """)
  }

  @Test func calloutMayHoldATable() {
    let html = fragment("> [!NOTE]\n> | a | b |\n> | - | - |\n> | c | d |")
    #expect(html.contains("</p>\n<div class=\"table-scroll\""))
    #expect(html.contains("<td>d</td>") && !html.contains("[!NOTE]"))
    let both = fragment("> [!NOTE]\n> 前文\n> | a |\n> | - |\n> | [b](c) |")
    #expect(both.contains("<p>前文</p>\n<div"))
    #expect(both.contains("<td><a href=\"c\">b</a></td>"))
  }

  @Test func calloutLabelFollowsTheLanguage() {
    let html = fragment("> [!NOTE]\n> a", options: MarkdownOptions(language: .en))
    #expect(html.contains("<p class=\"callout-title\">Note</p>"))
  }

  @Test(arguments: ["> [!其他]\n> a", "> \\[!NOTE]\n> a", "> [!NOTE] a\n> b", "> a\n> [!NOTE]"])
  func otherQuotesStayQuotes(markdown: String) {
    #expect(fragment(markdown).hasPrefix("<blockquote>"))
  }

  @Test(
    "what is nearly a callout is said at its label",
    arguments: [
      ("> [!注意] 退款", 7, true), ("> [!NOTE] **退款**", 9, true), ("> [!注意]**退款**", 7, true),
      ("> [！注意]\n> 退款", 7, false), ("> [!注意］\n> 退款", 7, false), ("> [!tip】", 8, false),
    ])
  func calloutNearMiss(markdown: String, end: Int, followsText: Bool) throws {
    let found = rendered(markdown).diagnostics
    let only = try #require(found.first)
    #expect(found.map(\.id) == ["unknown-callout"])
    #expect(only.severity == .warning)
    #expect(only.location.range == SourceRange(line: 1, column: 3, length: end - 2))
    #expect(only.message.zh.contains("独占一行") == followsText)
    #expect(only.fix?.example?.hasPrefix("> [!") == true)
  }

  @Test(
    "other brackets at the start of a quote are quiet",
    arguments: ["> [!其他] a", "> [注意] a", "> \\[!注意] a", "> ![图](a.png) 字", "> [方案](a.md) 字"])
  func noCallout(markdown: String) {
    #expect(rendered(markdown).diagnostics.isEmpty)
  }

  @Test func aHeadingTakesNoAnchorOfAFootnote() {
    let text = "## fn 1\n\n甲[^a]\n\n## fnref 1\n"
    #expect(
      rendered(text + "\n[^a]: 乙\n").body.headings.map(\.id) == ["section-fn-1", "section-fnref-1"])
    #expect(rendered("## fn 1\n").body.headings.map(\.id) == ["fn-1"])
    // Two that Unicode takes for one, few or many headings before them.
    for count in [0, 11, 12, 20] {
      let before = (0..<count).map { "## 节\($0)\n\n" }.joined()
      let names = rendered(before + "## caf\u{E9}\n\n## cafe\u{301}\n").body.headings.map(\.id)
      #expect(Set(names).count == count + 2)
      #expect(names.last?.hasSuffix("-1") == true)
    }
  }

  @Test func aDocumentHasNoSecondHeadingOfLevelOne() {
    #expect(String(decoding: rendered("# 甲\n").body.html, as: UTF8.self).hasPrefix("<h2 id=\"甲\">"))
    #expect(fragment("# 甲\n").hasPrefix("<h1"))
  }

  @Test func headingAnchorsKeepChinese() {
    let body = rendered(
      "# 活动策划\n\n## 活动策划\n\n## Q4 Plan: “A & B”\n\n### `code` *x*\n\n# 活动策划-1\n\n# ！？\n"
    ).body
    #expect(
      body.headings.map(\.id) == [
        "活动策划", "活动策划-1", "q4-plan-a--b", "code-x", "活动策划-1-1", "section",
      ])
    #expect(body.headings.map(\.text)[2] == "Q4 Plan: “A & B”")
    #expect(body.headings.map(\.level) == [1, 2, 2, 3, 1, 1])
  }

  @Test func imageWithATitleAloneIsAFigure() {
    #expect(
      fragment("![流程](a.png \"审批流程\")") == """
        <figure><img src="a.png" alt="流程" loading="lazy" /><figcaption>审批流程</figcaption></figure>

        """)
    #expect(fragment("![流程](a.png)").hasPrefix("<p><img src=\"a.png\" alt=\"流程\" loading"))
    #expect(fragment("字 ![流程](a.png \"题\")").contains("alt=\"流程\" title=\"题\""))
  }

  @Test func clausesAreNumberedHeadingsItemsAndParagraphs() {
    let body = rendered(
      """
      ## 4.1 活动策划

      - 4.1.1 策划应写明**六项**内容。
        补充说明
      - 没有编号

      4.2　负责人应报告

      4.3、另行规定

      2026 年、3.5万元、4. 项

      - 4.1.1 重复
      """
    ).body
    #expect(body.clauses.map(\.number) == ["4.1", "4.1.1", "4.2", "4.3", "4.1.1"])
    #expect(
      body.clauses.map(\.words) == ["活动策划", "策划应写明六项内容。补充说明", "负责人应报告", "另行规定", "重复"])
    #expect(
      body.clauses.map(\.anchor) == [
        "41-活动策划", "clause-4.1.1", "clause-4.2", "clause-4.3", "clause-4.1.1-1",
      ])
    #expect(body.clauses.map { Int($0.range.start.line) } == [1, 3, 7, 9, 13])
    let html = String(decoding: body.html, as: UTF8.self)
    #expect(html.contains("<li id=\"clause-4.1.1\">4.1.1 策划"))
    #expect(html.contains("<p id=\"clause-4.2\">"))
  }
}
