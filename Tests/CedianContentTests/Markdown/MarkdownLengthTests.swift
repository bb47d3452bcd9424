import CedianContent
import CedianModel
import Testing

/// Text is read 16 bytes at a time: nothing may be missed at any place of a stretch.
@Suite("Markdown of every length")
struct MarkdownLengthTests {
  @Test("What HTML may not hold is escaped wherever it stands", arguments: 0..<40)
  func escapes(_ length: Int) {
    let before = String(repeating: "甲", count: length / 3) + String(repeating: "a", count: length)
    for (written, escaped) in [("&", "&amp;"), ("<", "&lt;"), ("\"", "&quot;"), ("\u{7F}", "�")] {
      #expect(fragment("\(before)\(written)\(before)") == "<p>\(before)\(escaped)\(before)</p>\n")
    }
  }

  @Test("A noncharacter is replaced wherever it stands", arguments: 0..<40)
  func noncharacters(_ length: Int) {
    let before = String(repeating: "a", count: length)
    // The compiler refuses a noncharacter in a literal.
    let noncharacter = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)
    #expect(fragment("\(before)\(noncharacter)，") == "<p>\(before)�，</p>\n")
  }

  @Test("Links, strikethrough and footnotes begin wherever they stand", arguments: 0..<40)
  func marks(_ length: Int) {
    let before = String(repeating: "b", count: length) + "，"
    let link = "<a href=\"http://www.a.cn\" rel=\"noopener\">www.a.cn</a>"
    #expect(fragment("\(before)www.a.cn") == "<p>\(before)\(link)</p>\n")
    #expect(fragment("\(before)~~x~~") == "<p>\(before)<del>x</del></p>\n")
    #expect(fragment("\(before)[^1]\n\n[^1]: y").contains("\(before)<sup class=\"footnote-ref\">"))
  }

  @Test("The place of a link counts the scalars before it", arguments: [0, 1, 5, 16, 17, 40, 3000])
  func places(_ length: Int) throws {
    let before = String(repeating: "**封套**。", count: length)
    let link = try #require(rendered("\(before)[甲](a.md)").body.links.first)
    let column = before.unicodeScalars.count + 1
    #expect(link.range == SourceRange(line: 1, column: column, length: 9))
  }

  @Test("A name that is taken gets a number, among few and among many", arguments: [2, 12, 13, 30])
  func anchors(_ count: Int) {
    let text = String(repeating: "## 同名\n", count: count)
    let names = rendered(text).body.headings.map(\.id)
    #expect(names == ["同名"] + (1..<count).map { "同名-\($0)" })
  }

  @Test("Cells of words stand between cells that are parsed")
  func cells() {
    let html = fragment(
      "| 甲 | *乙* | 丙 |\n| --- | --- | --- |\n| 1 | `2` |\n| \"3\" | > 4 | [五](u.md) |\n")
    #expect(html.contains("<th>甲</th>\n<th><em>乙</em></th>\n<th>丙</th>"))
    #expect(html.contains("<td>1</td>\n<td><code>2</code></td>\n<td></td>"))
    #expect(
      html.contains("<td>&quot;3&quot;</td>\n<td>&gt; 4</td>\n<td><a href=\"u.md\">五</a></td>"))
  }
}
