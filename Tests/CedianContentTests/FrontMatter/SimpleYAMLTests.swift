import CedianModel
import Foundation
import Testing

@testable import CedianContent

extension SimpleYAML {
  fileprivate static func read(_ block: YAMLBlock) -> Reading? {
    read(block.bytes, block.range, firstLine: block.firstLine)
  }
}

/// What `SimpleYAML` reads it reads as libyaml does, to the last column; the rest
/// it leaves alone.
struct SimpleYAMLTests {
  @Test(arguments: [
    "主题: 双11",
    "theme: tea\ntime: 2026-11-01/2026-11-11\n",
    "a: 12:30 至 14:00\nb: https://example.org/x",
    "a: \"引号 # 里: 都行\"\nb: '单引号'\n\nc:\nd: 完",
    "a:   空格   \nb: x  ",
    "渠道: [email, sem, 社交媒体]\n空: []\n没有: {}",
    "目标:\n  - {指标: 成交总额, 目标值: 8.5%}\n  - {指标: \"新客, 数\", 目标值: '3'}\n负责: x",
    "goals:\n- a\n- b c\nnext: [1, [2, 3], {k: [v]}]",
    "预算:\n  - 项目: 直播\n    金额: 12万\n  -   项目: 赠品\n      金额: 1.2万\n状态: done",
    "审批:\n  状态: 已批准\n  审批人:\n  说明:\n    一: 二\n备注: 完",
    "a:\r\n  - b\r\n  - c: d\r\n",
    "x-extra: {a: 0 , b: 1 }\nnull: ~\n2026: (一)",
  ])
  func plainFieldsReadAsLibyamlReadsThem(text: String) throws {
    let block = block(text)
    let reading = try #require(SimpleYAML.read(block))
    #expect(reading.node == libyaml(block))
    #expect(!reading.isDoubtful)
  }

  @Test(arguments: [
    "", "\n\n", "- a", "a", "a:b", "a: b # c", "# c\na: b", "a: b: c", "a: b\n  c", "a: \"b\\n\"",
    "a: 'it''s'", "a: |\n  b", "a: &x b", "a: *x", "a: !t b", "a: [b, c", "a: [b,\n  c]",
    "a: {b: c}: d", "a: {b}", "a: [b: c]", "a: [b, ]", "a: b\na: c", "a: {b: 1, b: 2}", "a:\tb",
    "a: b\n c: d", "  a: b", "---\na: b", "a: @b", "a: - b", "a:\n  -\n  - b", "? a\n: b",
    "a: \u{2028}", "a: \u{85}", "a: \u{FEFF}", "a\u{7}: b", "a: b\rc: d", "a: \"b\" c",
    "a:\n  - b\n c: d", "a:\n  b: c\n d: e", "a: [b]]", "<<: {b: c}", "\"a\": b",
  ])
  func whatIsNotPlainIsLeftToLibyaml(text: String) {
    #expect(SimpleYAML.read(block(text)) == nil)
  }

  @Test func deepAndWideTextsAreLeftToLibyaml() {
    let deep = (0..<20).map { String(repeating: " ", count: $0) + "k:" }.joined(separator: "\n")
    #expect(SimpleYAML.read(block(deep)) == nil)
    #expect(SimpleYAML.read(block("a: " + String(repeating: "[", count: 5_000))) == nil)
    let wide = (0..<101).map { "k\($0): v" }.joined(separator: "\n")
    #expect(SimpleYAML.read(block(wide)) == nil)
    #expect(SimpleYAML.read(block("a: " + String(repeating: "b", count: 20_000))) == nil)
  }

  @Test func theSampleHandbookReadsAsLibyamlReadsIt() throws {
    let texts = try sampleFrontMatter()
    #expect(texts.count > 50)
    var read = 0
    for text in texts {
      let block = block(text)
      guard let reading = SimpleYAML.read(block) else { continue }
      read += 1
      #expect(reading.node == libyaml(block))
    }
    // Otherwise it would be there for nothing.
    #expect(read * 2 > texts.count)
  }

  /// Whatever an author's slip makes of a text, the two never disagree.
  @Test func changedTextsReadAsLibyamlReadsThemOrNotAtAll() throws {
    let pieces =
      [
        " ", "  ", "\n", "\n  ", "\n- ", "\n  - ", ": ", ":", ", ", ",", "[", "]", "{", "}", "\"",
        "'", "#", " #", "-", "- ", "?", "|", ">", "&", "*", "!", "%", "@", "~", "键", "a: b", "\t",
        "：", "\r\n", "\\", "x", "，", "，键: ", "\u{200B}", "\u{2060}", "\u{3000}", "\u{A0}", "12:30",
      ].map { Array($0.utf8) }
    var numbers = Numbers(state: 11)
    let texts = try sampleFrontMatter().map { Array($0.utf8) }.filter { $0.count < 1_500 }
    var (read, certain) = (0, 0)
    for _ in 0..<6_000 {
      var bytes = texts[numbers.next(below: texts.count)]
      for _ in 0...numbers.next(below: 3) {
        let at = numbers.next(below: bytes.count)
        // Between characters.
        guard bytes[at] & 0xC0 != 0x80 else { continue }
        bytes.insert(contentsOf: pieces[numbers.next(below: pieces.count)], at: at)
      }
      let block = block(String(decoding: bytes, as: UTF8.self))
      guard let reading = SimpleYAML.read(block) else { continue }
      read += 1
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(reading.node == libyaml(block), "\(text)")
      guard !reading.isDoubtful else { continue }
      certain += 1
      // Nothing is left for the lines to be scanned for.
      var scanner = LineScanner(block)
      scanner.run()
      #expect(scanner.diagnostics.isEmpty && scanner.repairs.all.isEmpty, "\(text)")
    }
    #expect(read > 100 && certain > 50)
  }

  @Test(arguments: [
    "主题：双11: x", "a:\n  - b：c", "a:\n  - b:c", "a: {b: c:d}", "a: [b:c]", "a\u{200B}: b",
    "a\u{2060}b: c", "\u{3000}a: b", "\u{A0}a: b",
  ])
  func whatMayBeAMistakeIsDoubtful(text: String) throws {
    #expect(try #require(SimpleYAML.read(block(text))).isDoubtful)
  }

  // MARK: -

  private func block(_ text: String) -> YAMLBlock {
    let bytes = Array(text.utf8)
    return YAMLBlock(path: "a.md", bytes: bytes, range: 0..<bytes.count, firstLine: 2)
  }

  /// Nil where libyaml finds anything wrong.
  private func libyaml(_ block: YAMLBlock) -> Node? {
    let reading = readYAML(Repairs().apply(to: block), of: block)
    return reading.error == nil && reading.diagnostics.isEmpty ? reading.node : nil
  }

  private func sampleFrontMatter() throws -> [String] {
    let root = URL(filePath: #filePath).appending(path: "../../../../content").standardized
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: root.path(percentEncoded: false))
    return try paths.filter { $0.hasSuffix(".md") }.sorted().compactMap { path in
      let bytes = Array(try Data(contentsOf: root.appending(path: path)))
      return splitFrontMatter(bytes).frontMatter.map {
        String(decoding: bytes[$0], as: UTF8.self)
      }
    }
  }

  /// The same numbers in every run.
  private struct Numbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(limit, 1)))
    }
  }
}
