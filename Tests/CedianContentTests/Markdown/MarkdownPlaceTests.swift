import CedianContent
import CedianModel
import Testing

/// A text with `⟦` and `⟧` around the place where a finding must fall.
private func marked(_ text: String) -> (text: String, range: SourceRange?) {
  var plain = ""
  var line = 1
  var column = 1
  var start: SourcePosition?
  var end: SourcePosition?
  for c in text.unicodeScalars {
    if c == "⟦" {
      start = SourcePosition(line: line, column: column)
    } else if c == "⟧" {
      end = SourcePosition(line: line, column: column)
    } else {
      plain.unicodeScalars.append(c)
      column += 1
      if c == "\n" {
        line += 1
        column = 1
      }
    }
  }
  guard let start, let end else { return (plain, nil) }
  return (plain, SourceRange(start, end))
}

@Suite struct MarkdownPlaceTests {
  @Test(arguments: [
    "甲⟦[乙](b.md)⟧丙",
    "甲\n乙 ⟦[丙](b.md)⟧",
    "# 甲 ⟦[乙](b.md)⟧ #",
    "甲 ⟦[乙](b.md)⟧\n===",
    "> 甲\n> 乙 ⟦[丙](b.md)⟧",
    "> 甲\n乙 ⟦[丙](b.md)⟧",
    "- 甲\n  - 乙\n    丙 ⟦[丁](b.md)⟧",
    "> 1. 甲\n>    乙 ⟦[丁](b.md)⟧",
    "**真，**她 `x` &amp; \\* ⟦[丁](b.md \"T\")⟧",
    "⟦[甲\n乙](b.md\n'T')⟧ 丙",
    "`a\nb` <!-- c\nd --> ⟦[丁](b.md)⟧",
    "[x]: y\n⟦[甲](b.md)⟧",
    "甲  \n乙\\\n丙 ⟦[丁](b.md)⟧",
    "⟦![甲](b.png)⟧",
    "甲 ⟦[乙][r]⟧\n\n[r]: b.md",
    "甲 ⟦[r][]⟧\n\n[r]: b.md",
    "甲 ⟦[r]⟧ (x)\n\n[r]: b.md",
    "| 甲 | 乙 |\n| - | - |\n| 丙 | 真，**她** ⟦[丁](b.md)⟧ |",
    "> - | 甲 |\n>   | - |\n>   | x \\| ⟦[丁](b.md)⟧ |",
    "文\n| 甲 |\n| - |\n| ⟦[丁](b.md)⟧ |",
    "前文 ⟦[丁](b.md)⟧\n| 甲 |\n| - |\n",
    "甲[^1]\n\n[^1]: 乙 ⟦[丁](b.md)⟧",
    "甲[^1]\n\n[^1]: 乙\n\n    丙 ⟦[丁](b.md)⟧",
    "甲 http://a.com/_b 乙@c.d ~~戊~~ ⟦[丁](b.md)⟧",
    "- [ ] 甲 ⟦[丁](b.md)⟧",
    "\t甲\n\n1.\t⟦[丁](b.md)⟧",
    "&copy;&#65;&notit; ⟦[丁](b.md)⟧",
    "***甲* 乙** ⟦[丁](b.md)⟧",
    "甲\r\n乙 ⟦[丁](b.md)⟧\r\n",
    "> [!NOTE]\n> 甲 ⟦[丁](b.md)⟧",
  ])
  func linkWithinTheSiteIsRecordedAtItsPlace(source: String) throws {
    // A line end of two characters is one line end.
    let (text, range) = marked(source)
    let links = rendered(text).body.links
    try #require(links.count == 1)
    #expect(links[0].range == range)
    #expect(links[0].destination.hasPrefix("b."))
  }

  @Test func recordedLinksLeaveTheirAddressOut() throws {
    let body = rendered("[甲](../x.md#乙) ![图](a%20b.png) [外](https://a.com) [件](mailto:a@b.c)").body
    #expect(body.links.map(\.destination) == ["../x.md#乙", "a%20b.png"])
    var html = body.html
    for link in body.links.reversed() {
      html.insert(contentsOf: Array("HERE".utf8), at: link.offset)
    }
    #expect(
      String(decoding: html, as: UTF8.self) == """
        <p><a href="HERE">甲</a> <img src="HERE" alt="图" loading="lazy" /> \
        <a href="https://a.com" rel="noopener">外</a> <a href="mailto:a@b.c">件</a></p>

        """)
  }

  @Test func commonMarkModeLeavesAddressesInPlace() {
    let body = rendered("[a](b.md)", options: .commonMark).body
    #expect(body.links.isEmpty)
    #expect(String(decoding: body.html, as: UTF8.self) == "<p><a href=\"b.md\">a</a></p>\n")
  }

  @Test(arguments: [
    ("甲 ⟦<b>⟧乙", "<p>甲 乙</p>\n"),
    ("甲\n> 乙\n> 丙 ⟦<br/>⟧ 丁", "<p>甲</p>\n<blockquote>\n<p>乙丙  丁</p>\n</blockquote>\n"),
    ("甲 `<b>` ⟦<i\na=\"b\">⟧", "<p>甲 <code>&lt;b&gt;</code> </p>\n"),
    ("甲\n\n⟦<div>x</div>⟧\n\n乙", "<p>甲</p>\n<p>乙</p>\n"),
    ("- 甲\n\n  ⟦<script>⟧\n  x\n  </script>", "<ul>\n<li>\n<p>甲</p>\n</li>\n</ul>\n"),
  ])
  func rawHTMLIsDroppedWithAWarning(source: String, html: String) throws {
    let (text, range) = marked(source)
    let (body, diagnostics) = rendered(text)
    #expect(String(decoding: body.html, as: UTF8.self) == html)
    try #require(diagnostics.map(\.id) == ["raw-html"])
    #expect(diagnostics[0].severity == .warning)
    #expect(diagnostics[0].location == SourceLocation(path: "content/x.md", range: range!))
  }

  @Test func aBlockOfHTMLSaysThatItsTextIsGoneToo() {
    func words(_ markdown: String) -> [String] { rendered(markdown).diagnostics.map(\.message.zh) }
    let whole = "正文中的 HTML 不会发布，从这一行起的整段（含其中的文字）已略去。"
    #expect(words("<div>\n重要的**话**\n</div>\n\n乙") == [whole])
    #expect(words("<div>\n</div>") == ["正文中的 HTML 标签不会发布，已略去。"])
    #expect(words("甲 <b>乙</b>").first == "正文中的 HTML 标签不会发布，已略去。")
  }

  @Test(arguments: ["a <!-- b --> c", "<!-- a\n\nb -->\n\nc", "a `<b>` c", "    <b>", "1 < 2 <3"])
  func commentsAndCodeAreNoRawHTML(markdown: String) {
    let (body, diagnostics) = rendered(markdown)
    #expect(diagnostics.isEmpty)
    #expect(!String(decoding: body.html, as: UTF8.self).contains("<!--"))
  }

  @Test(arguments: [
    "甲 ⟦[乙](javascript:a)⟧", "⟦[乙](JavaScript:a)⟧", "⟦[乙](vbscript:a)⟧", "⟦[乙](file:///a)⟧",
    "⟦[乙](data:text/html,a)⟧", "⟦<javascript:a>⟧", "⟦[乙](java&#115;cript:a)⟧",
    "> ⟦[乙][r]⟧\n\n[r]: javascript:a", "⟦![乙](data:image/svg+xml,a)⟧",
  ])
  func unsafeAddressIsDroppedWithAWarning(source: String) throws {
    let (text, range) = marked(source)
    let (body, diagnostics) = rendered(text)
    try #require(diagnostics.map(\.id) == ["unsafe-url"])
    #expect(diagnostics[0].location.range == range)
    let html = String(decoding: body.html, as: UTF8.self)
    #expect(!html.contains("href") && !html.contains("<img"))
    #expect(html.contains("乙") || html.contains("javascript:a"))
  }

  @Test(arguments: [
    "见⟦[方案]（../x.md）⟧。", "> **重，**见⟦[方案]（./x.md#预算）⟧", "| 甲 |\n| - |\n| ⟦[乙]（https://a.cn/b）⟧ |",
  ])
  func aLinkInFullWidthBracketsIsReported(source: String) throws {
    let (text, range) = marked(source)
    let (body, diagnostics) = rendered(text)
    try #require(diagnostics.map(\.id) == ["broken-link"])
    #expect(diagnostics[0].severity == .warning)
    #expect(diagnostics[0].location.range == range)
    let html = String(decoding: body.html, as: UTF8.self)
    #expect(html.unicodeScalars.allSatisfy { !(0xFDD0...0xFDEF).contains($0.value) })
  }

  @Test(arguments: ["[甲]（乙）", "数组[1]（见附录）", "`[a]（../x.md）`", "[a](b.md)（../x.md）", "[a]（../x.md"])
  func otherFullWidthBracketsAreText(markdown: String) {
    #expect(rendered(markdown).diagnostics.isEmpty)
  }

  @Test(arguments: [
    "[a](https://x)", "[a](x/javascript:y)", "![a](data:image/png;base64,AA)", "[a](tel:1)",
    "[a](<java\tscript:x>)",
  ])
  func otherAddressesAreSafe(markdown: String) {
    #expect(rendered(markdown).diagnostics.isEmpty)
  }

  @Test(arguments: [
    "甲⟦[^x]⟧", "**甲，**\n乙 ⟦[^注一]⟧", "| a |\n| - |\n| 乙 ⟦[^x]⟧ |", "> 甲\n> ⟦[^x]⟧",
  ])
  func referenceWithoutFootnoteIsReported(source: String) throws {
    let (text, range) = marked(source)
    let (body, diagnostics) = rendered(text)
    try #require(diagnostics.map(\.id) == ["undefined-footnote"])
    #expect(diagnostics[0].location.range == range)
    #expect(String(decoding: body.html, as: UTF8.self).contains("[^"))
  }

  @Test(arguments: ["甲\n\n⟦[⟧^x]: 乙", "甲[^x]\n\n[^x]: 乙\n⟦[⟧^X]: 丙"])
  func footnoteThatNothingShowsIsReported(source: String) throws {
    let (text, range) = marked(source)
    let (_, diagnostics) = rendered(text)
    try #require(diagnostics.map(\.id) == ["undefined-footnote"])
    #expect(diagnostics[0].location.range == range)
  }

  @Test func linesAndColumnsAreThoseOfTheFile() throws {
    let text = "---\nid: x\n---\n甲 <b>\n\n# 乙\n"
    let bytes = Array(text.utf8)
    let start = Array("---\nid: x\n---\n".utf8).count
    let (body, diagnostics) = renderMarkdown(
      bytes, in: start..<bytes.count, path: "a.md", firstLine: 4, options: MarkdownOptions())
    #expect(diagnostics.map(\.location.range) == [SourceRange(line: 4, column: 3, length: 3)])
    #expect(body.headings.map(\.range) == [SourceRange(line: 6, column: 1, length: 3)])
  }

  @Test(arguments: [
    "⟦甲\n===⟧\n乙", "⟦甲\n===⟧", "⟦甲\n乙\n---⟧\n\n丙", "> ⟦甲\n> ---⟧\n> 乙", "乙\n⟦# 甲 #⟧\n丙",
  ])
  func headingReachesToTheEndOfItsLastLine(source: String) {
    let (text, range) = marked(source)
    #expect(rendered(text).body.headings.map(\.range) == [range])
  }

  @Test func byteOrderMarkIsNotCounted() {
    #expect(rendered("\u{FEFF}甲 <b>").diagnostics[0].location.range.start.column == 3)
  }

  /// Wherever a link or a dropped tag lands in a random text, its place begins
  /// and ends with its own characters.
  @Test func placesInRandomTextsBeginAndEndRight() {
    var random = SeededGenerator(state: 2_026)
    let pieces = [
      "*", "**", "_", "~~", "`", "``", "[", "]", "(", ")", "![", "](b)", "](b 'x')", "[a](b)",
      "![a](b)", "[x][]", "[a][x]", "<http://a>", "<", ">", "|", "\n|-|-|\n", "\n|a|b|\n|-|-|\n|",
      "\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n>> ", "\n# ", "    ", "\t", "\\", "&amp;", "&copy;",
      "&ngE;", "&#35;", "[^1]", "\n[^1]: ", "\n[x]: /u\n", "\n[x]: /u 't\nu'\n", "[x]", "www.a.b",
      "http://a.b/_c", "a@b.c", "<b>", "<!--", "-->", "中", "文，", "。", "“", "（", "a", " ", "  \n",
      "\\\n", "\n===\n", "😀", "~a~ ",
    ]
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        .map(Array.init)
      func scalar(_ place: SourcePosition, before: Int = 0) -> Unicode.Scalar? {
        let (line, column) = (Int(place.line) - 1, Int(place.column) - 1 - before)
        guard lines.indices.contains(line), lines[line].indices.contains(column) else { return nil }
        return lines[line][column]
      }
      let (body, diagnostics) = rendered(text)
      for link in body.links {
        let (first, last) = (scalar(link.range.start), scalar(link.range.end, before: 1))
        #expect(first == "[" || first == "!", "\(text.debugDescription)")
        #expect(last == ")" || last == "]", "\(text.debugDescription)")
      }
      for diagnostic in diagnostics {
        let first: Unicode.Scalar = diagnostic.id == "raw-html" ? "<" : "["
        #expect(scalar(diagnostic.location.range.start) == first, "\(text.debugDescription)")
      }
    }
  }
}
