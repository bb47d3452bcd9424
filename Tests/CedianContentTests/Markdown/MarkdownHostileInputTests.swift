import CedianContent
import CedianModel
import Testing

@Suite struct MarkdownHostileInputTests {
  /// Texts that grow with a number, and what the HTML must hold that often.
  struct Growth: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: @Sendable (Int) -> String
    var counted = ""
    /// How often `counted` is there for the number.
    var count: @Sendable (Int) -> Int = { _ in 0 }

    init(
      _ name: String, _ text: @escaping @Sendable (Int) -> String, counted: String = "",
      count: @escaping @Sendable (Int) -> Int = { $0 }
    ) {
      testDescription = name
      self.text = text
      self.counted = counted
      self.count = count
    }
  }

  static let growths: [Growth] = [
    Growth("open brackets", { String(repeating: "[", count: $0) }, counted: "["),
    Growth(
      "nested brackets", { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) },
      counted: "]"),
    Growth("images", { String(repeating: "![[]()", count: $0) }, counted: "<a href"),
    Growth(
      "quotes", { String(repeating: ">", count: $0) }, counted: "<blockquote",
      count: { min($0, 100) }),
    Growth(
      "list markers", { String(repeating: "- ", count: $0) + "a" }, counted: "<li>",
      count: { min($0, 100) }),
    Growth(
      "numbers", { String(repeating: "1. ", count: $0) + "a" }, counted: "<li>",
      count: { min($0, 100) }),
    Growth("emphasis that opens", { String(repeating: "*a ", count: $0) }, counted: "*a"),
    Growth("emphasis of both kinds", { String(repeating: "*a **b ", count: $0) }, counted: "**b"),
    Growth(
      "emphasis nested",
      { String(repeating: "*a _b ", count: $0) + String(repeating: "c_ d* ", count: $0) },
      counted: "<em>", count: { 2 * $0 }),
    Growth("strong in Chinese", { String(repeating: "**“甲”**乙", count: $0) }, counted: "<strong>"),
    Growth("tildes that open", { String(repeating: "~~a ", count: $0) }, counted: "~~a"),
    Growth("tildes that pair", { String(repeating: "~~a~~ ", count: $0) }, counted: "<del>"),
    Growth("pipes", { "a\n" + String(repeating: "|", count: $0) }, counted: "|"),
    Growth(
      "wide table",
      { String(repeating: "|a", count: $0) + "\n" + String(repeating: "|-", count: $0) + "\nb" },
      counted: "<th>"),
    Growth(
      "short rows under a wide head",
      {
        String(repeating: "|a", count: $0 / 4) + "\n" + String(repeating: "|-", count: $0 / 4)
          + "\n" + String(repeating: "b\n", count: $0 / 4)
      }, counted: "<td>b", count: { $0 / 4 }),
    Growth(
      "tables", { String(repeating: "a|b\n-|-\n\n", count: $0 / 10) }, counted: "<table>",
      count: { $0 / 10 }),
    Growth(
      "footnote references", { String(repeating: "[^1]", count: $0) + "\n\n[^1]: x" },
      counted: "<sup class"),
    Growth("footnotes unknown", { String(repeating: "[^1]", count: $0) }, counted: "[^1]"),
    Growth("footnotes defined", { String(repeating: "[^1]: x\n", count: $0) }),
    Growth(
      "open code", { String(repeating: "`a ", count: $0) + "``" }, counted: "<code>",
      count: { $0 / 2 }),
    Growth(
      "backticks of all lengths",
      { (1...max(1, $0 / 100)).map { String(repeating: "`", count: $0) + "a" }.joined() }),
    Growth(
      "fences", { String(repeating: "```\n", count: $0) }, counted: "<pre>", count: { ($0 + 1) / 2 }
    ),
    Growth("open comments", { String(repeating: "a <!-- ", count: $0) }, counted: "&lt;!--"),
    Growth("open instructions", { String(repeating: "a <? ", count: $0) }, counted: "&lt;?"),
    Growth("open CDATA", { String(repeating: "a <![CDATA[ ", count: $0) }, counted: "&lt;![CDATA["),
    Growth("open tags", { String(repeating: "<a ", count: $0) }, counted: "&lt;a"),
    Growth("tags", { String(repeating: "<b>", count: $0) }),
    Growth("addresses", { String(repeating: "http://a.b ", count: $0) }, counted: "<a href"),
    Growth(
      "parentheses in an address",
      { "http://a.b/" + String(repeating: "(", count: $0) + String(repeating: ")", count: 2 * $0) },
      counted: "<a href", count: { _ in 1 }),
    Growth("hosts that are none", { String(repeating: "www._a.", count: $0) }, counted: "www."),
    Growth("mail", { String(repeating: "a@", count: $0) }, counted: "a@"),
    Growth("links on a line", { String(repeating: "[a](b) ", count: $0) }, counted: "<a href"),
    Growth(
      "definitions", { String(repeating: "[a]: b\n", count: $0) + "\n[a]" }, counted: "<a href",
      count: { _ in 1 }),
    Growth("equal headings", { String(repeating: "# 甲\n", count: $0) }, counted: "<h2 id"),
    Growth("wide line breaks", { String(repeating: "中\n", count: $0) }, counted: "中"),
    Growth(
      "deep indent",
      { n in (0..<n / 200).map { String(repeating: " ", count: 2 * $0) + "- a\n" }.joined() },
      counted: "<li>", count: { $0 / 200 }),
  ]

  @Test(arguments: growths)
  func outputGrowsWithTheInputAndNoFaster(growth: Growth) {
    let n = 2_500
    let small = rendered(growth.text(n)).body.html
    let text = growth.text(4 * n)
    let large = rendered(text).body.html
    #expect(large.count <= 5 * small.count + 100_000)
    for (number, html) in [(n, small), (4 * n, large)] where !growth.counted.isEmpty {
      let found = occurrences(of: Array(growth.counted.utf8), in: html)
      #expect(found >= growth.count(number))
      if growth.counted.hasPrefix("<") { #expect(found == growth.count(number)) }
    }
    #expect(imbalance(large) == nil)
  }

  @Test(arguments: [
    "[", ">", "> ", "- ", "*a ", "**a ", "|", "`", "[^1]", "~~", "![", "<!--", "(", "\\",
  ])
  func fiftyThousandOfThemEnd(unit: String) {
    let text = String(repeating: unit, count: 50_000)
    #expect(imbalance(rendered(text).body.html) == nil)
    #expect(!fragment(text, options: .commonMark).isEmpty)
  }

  @Test func hundredLevelsOfNestingAreKept() {
    let text = String(repeating: "> ", count: 99) + "a"
    #expect(occurrences(of: Array("<blockquote>".utf8), in: rendered(text).body.html) == 99)
    let hyphens = String(repeating: "- ", count: 200)
    #expect(fragment(hyphens) == "<hr />\n")
  }

  @Test func bytesThatAreNoTextBecomeReplacementCharacters() {
    let bytes: [UInt8] = [
      0x61, 0x00, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0x0A, 0x7C, 0x01, 0x0D, 0x62,
    ]
    let html = renderFragment(bytes, options: MarkdownOptions()).html
    let text = String(decoding: html, as: UTF8.self)
    #expect(Array(text.utf8) == html)
    #expect(!html.contains(0) && !html.contains(1))
    #expect(text.contains("\u{FFFD}"))
  }

  @Test(arguments: [
    "", "\u{FEFF}", "\u{FEFF}# a", "\r", "\r\n\r\n", "\n", "\t", "\0", "a\rb\r\rc",
    "\t- a\r\n\t\tb",
  ])
  func oddTextsRender(text: String) {
    #expect(imbalance(rendered(text).body.html) == nil)
  }

  @Test func lineEndsOfAllKindsAreTheSame() {
    let text = "# 甲\n\n| a |\n| - |\n| [b](c) |\n\n[^1]: x\n\n甲[^1] <b>\n乙\n"
    let unix = rendered(text)
    for lineEnd in ["\r\n", "\r"] {
      let other = rendered(text.replacing("\n", with: lineEnd))
      #expect(other.body == unix.body)
      #expect(other.diagnostics == unix.diagnostics)
    }
  }

  /// Texts of Markdown's own characters in random order, always the same ones.
  @Test func randomTextsGiveBalancedAndSafeHTML() {
    var random = SeededGenerator(state: 20_261_115)
    let pieces = [
      "*", "**", "_", "__", "~", "~~", "`", "``", "```\n", "[", "]", "(", ")", "![", "](", "<", ">",
      "|", "|-|\n", "\n|-|-|\n", "\n", "\n\n", "- ", "1. ", "> ", "# ", "    ", "\t", "\\", "&amp;",
      "&#35;", "[^1]", "[^1]: ", "[^", "[x]: /u\n", "[x]", "www.a.b", "http://a.b/_c", "a@b.c",
      "<script>", "</script>", "<b a='", "<!--", "-->", "<?", "中", "文，", "。", "“", "”", "（", "한",
      "a", " ", "[!NOTE]\n", "[ ] ", "4.1 ", "\u{FE00}", "\u{3000}", "\"", "'", "javascript:", ":",
      "\u{FEFF}", "\r", "---\n", "===\n", "😀",
    ]
    for _ in 0..<1_500 {
      var text = ""
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      let (body, _) = rendered(text)
      #expect(imbalance(body.html) == nil, "\(text.debugDescription)")
      let html = String(decoding: body.html, as: UTF8.self)
      #expect(!html.contains("<script") && !html.contains("href=\"javascript:"))
      #expect(!containsNoncharacter(body.html), "\(text.debugDescription)")
      #expect(body.links.map(\.offset) == body.links.map(\.offset).sorted())
      for link in body.links { #expect(body.html[link.offset] == 0x22) }
      let again = rendered(text)
      #expect(again.body == body)
    }
  }

  /// Random bytes: nothing to expect but that it ends, in balance.
  @Test func randomBytesRender() {
    var random = SeededGenerator(state: 7)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      for options in [MarkdownOptions(), .commonMark] where !bytes.contains(0x3C) {
        let html = renderFragment(bytes, options: options).html
        #expect(imbalance(html) == nil, "\(bytes)")
      }
    }
  }
}

/// A small generator with a seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private func occurrences(of needle: [UInt8], in bytes: [UInt8]) -> Int {
  var count = 0
  var i = 0
  while i + needle.count <= bytes.count {
    if bytes[i] == needle[0], bytes[i..<(i + needle.count)].elementsEqual(needle) {
      count += 1
      i += needle.count
    } else {
      i += 1
    }
  }
  return count
}

private func containsNoncharacter(_ bytes: [UInt8]) -> Bool {
  bytes.indices.dropLast(2).contains {
    bytes[$0] == 0xEF && bytes[$0 + 1] == 0xB7 && (0x90...0xAF).contains(bytes[$0 + 2])
  }
}

/// The first tag that does not balance, or nil.
private func imbalance(_ html: [UInt8]) -> String? {
  var open: [ArraySlice<UInt8>] = []
  var i = 0
  let void: Set<String> = ["br", "hr", "img", "input"]
  while i < html.count {
    guard html[i] == 0x3C else {
      i += 1
      continue
    }
    var end = i + 1
    var quoted = false
    while end < html.count, quoted || html[end] != 0x3E {
      if html[end] == 0x22 { quoted.toggle() }
      end += 1
    }
    guard end < html.count else { return "open tag" }
    let closes = html[i + 1] == 0x2F
    let start = i + (closes ? 2 : 1)
    let name = html[start..<end].prefix { $0 != 0x20 && $0 != 0x2F }
    if closes {
      guard let last = open.popLast(), last.elementsEqual(name) else {
        return String(decoding: name, as: UTF8.self)
      }
    } else if !void.contains(String(decoding: name, as: UTF8.self)) {
      open.append(name)
    }
    i = end + 1
  }
  return open.last.map { String(decoding: $0, as: UTF8.self) }
}
