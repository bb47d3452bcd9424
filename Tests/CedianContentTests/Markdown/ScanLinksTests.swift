import CedianModel
import Testing

@testable import CedianContent

@Suite("Links read without a parser")
struct ScanLinksTests {
  private func scanned(_ text: String) -> [Body.Link]? {
    let bytes = Array(text.utf8)
    return scanLinks(bytes, in: 0..<bytes.count, firstLine: 1)
  }

  private func parsed(_ text: String) -> (links: [Body.Link], findings: [Diagnostic]) {
    let bytes = Array(text.utf8)
    let (body, findings) = renderMarkdown(
      bytes, in: 0..<bytes.count, path: "content/plans/x.md", firstLine: 1,
      options: MarkdownOptions())
    let links = body.links.map {
      Body.Link(destination: $0.destination, offset: 0, range: $0.range)
    }
    return (links, findings)
  }

  @Test(
    "Links of running text are found at their places",
    arguments: [
      "上一期见[开学季](../005/a.md)。", "- [甲](a.md)与[乙](b.md#预算)", "> 见 *[甲](中文/计划.md)*\n> 后话",
      "## [甲](a.md) 标题\n\n正文`代码`在此。\n\n又见[乙](b.md)。", "- [ ] [待办](t.md)\n- [x] 已办",
      "1. 步骤\n   [甲](a.md)",
      "没有链接", "", "标题\n===\n\n[甲](a.md)\n---",
    ])
  func found(_ text: String) throws {
    #expect(try #require(scanned(text)) == parsed(text).links)
  }

  @Test(
    "What may be no link, or more than one, is left to the parser",
    arguments: [
      "`[甲](a.md)`", "`甲\n[甲](a.md)`", "[甲](a.md) 与 `代码`", "```\n[甲](a.md)\n```",
      "~~~\n[甲](a.md)\n~~~",
      "    [甲](a.md)", "-\t[甲](a.md)", "![甲](a.png)", "\\[甲](a.md)", "[甲](a.md \"题\")",
      "[甲](<a b.md>)",
      "[甲][乙]\n\n[乙]: a.md", "[甲]", "<b>[甲](a.md)</b>", "| [甲](a.md) |\n| --- |", "[^1]\n\n[^1]: 注",
      "> [!NOTE]\n> 甲", "[[甲](a.md)](b.md)", "[甲\n乙](a.md)", "[甲](https://a.cn)", "[甲](#乙)",
      "[甲](//a.cn)",
      "[甲](a%20b.md)", "[甲]()", "[甲](", "[甲](a.md", "[", "[x", "[x]",
      "[甲](a\u{FF08}.md)",
      noncharacter,
    ])
  func leftAlone(_ text: String) {
    #expect(scanned(text) == nil)
  }

  @Test("What is read agrees with the parser on any text", arguments: 0..<16)
  func agrees(_ seed: UInt64) {
    let parts = [
      "[", "]", "](", ")", "[甲](a.md)", "[*乙*](b/乙.md)", "[ ] ", "[x] ", "甲", "，", "“", " ", "  ",
      "    ",
      "\n", "\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n# ", "\n---\n", "\n===\n", "`", "``", "```",
      "*", "**", "_",
      "~", "~~", "!", "|", "\n| 甲 | 乙 |\n| --- | --- |\n", "<", "<b>", "\\", "\t", "www.a.cn",
      "http://a.cn/",
      "a@b.cn", ":", "&amp;", "^", "#", "\r\n", "+", "-", "(", "a.md", "\u{FF08}", noncharacter,
    ]
    // Most documents are made of what is simple, or none would be read.
    let simple = [
      4, 5, 6, 8, 9, 10, 11, 14, 15, 16, 17, 18, 19, 20, 21, 26, 27, 28, 29, 38, 39, 40, 41,
    ]
    var random = SeededRandom(seed: seed)
    var read = 0
    for _ in 0..<1500 {
      var text = ""
      for _ in 0..<Int(random.next() % 14) + 1 {
        let any = random.next() % 12 == 0
        text +=
          any
          ? parts[Int(random.next() % UInt64(parts.count))]
          : parts[simple[Int(random.next() % UInt64(simple.count))]]
      }
      guard let links = scanned(text) else { continue }
      read += 1
      let whole = parsed(text)
      #expect(links == whole.links, "\(text.debugDescription)")
      #expect(whole.findings.isEmpty, "\(text.debugDescription)")
    }
    #expect(read > 300)
  }
}

/// U+FDD0, which the parser uses as a mark of its own.
private let noncharacter = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)

private struct SeededRandom {
  var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state >> 11
  }
}
