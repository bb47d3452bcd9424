import CedianContent
import CedianModel
import CedianTestSupport
import Testing

struct FrontMatterManyTests {
  @Test func allMistakesOfAFileComeOutInOnePass() throws {
    let text = """
      ---
      主题：#双11#
      目标: >=500万
      负责人: @市场部
      时间:2026-11-01/2026-11-11
      渠道: [social, email
      预算:
      \t- 项目: 直播
      \t  金额: 12万
      主题: 双12
      备注: "没有完
      ---
      正文
      """
    let (frontMatter, split, found) = parseFrontMatter(SourceFile(path: "a.md", text: text))
    #expect(
      found.map { "\($0.location.range.start.line):\($0.location.range.start.column) \($0.id)" }
        == [
          "2:3 full-width-colon", "2:4 hash-comment", "3:5 front-matter-syntax",
          "4:6 front-matter-syntax", "5:3 front-matter-syntax", "6:5 front-matter-syntax",
          "8:1 tab-indent", "9:1 tab-indent", "10:1 duplicate-key", "11:5 front-matter-syntax",
        ])
    #expect(
      frontMatter.map { summary($0.entries) }
        == "主题=#双11# 目标=>=500万 负责人=@市场部 时间=2026-11-01/2026-11-11 "
        + "渠道=[social, email] 预算=[{项目=直播 金额=12万}] 备注=没有完")
    #expect(frontMatter?.entries[1].value.range == SourceRange(line: 3, column: 5, length: 6))
    #expect(split.bodyFirstLine == 13)
    let fixed = applyingEdits(of: found, to: text)
    #expect(
      parseFrontMatter(SourceFile(path: "a.md", text: fixed)).2.map(\.id) == ["duplicate-key"])
  }

  @Test func aBlockOfFullWidthColonsIsNotReadAsOneText() {
    let (frontMatter, _, found) = parseFrontMatter(
      SourceFile(path: "a.md", text: "---\n主题：双11\n目标：GMV\n时间：2026-11\n---\n"))
    #expect(found.map(\.id) == Array(repeating: "full-width-colon", count: 3))
    #expect(found.map(\.location.range.start.line) == [2, 3, 4])
    #expect(frontMatter.map { summary($0.entries) } == "主题=双11 目标=GMV 时间=2026-11")
  }

  @Test(arguments: [
    "只是一句话", "- 甲\n- 乙", "[甲, 乙]", "一句话\n又一句话", "\"一句话\"",
  ])
  func whatHoldsNoFieldIsNoFrontMatter(lines: String) {
    let (frontMatter, _, found) = parseFrontMatter(
      SourceFile(path: "a.md", text: "---\n\(lines)\n---\n"))
    #expect(frontMatter == nil)
    #expect(!found.isEmpty && found.allSatisfy { $0.id == "front-matter-syntax" })
  }

  @Test func depthIsBounded() {
    let text = "---\na: " + String(repeating: "[", count: 50_000) + "\n---\n正文"
    let (_, split, found) = parseFrontMatter(SourceFile(path: "a.md", text: text))
    #expect(found.map(\.message.zh).contains("嵌套超过 16 层"))
    #expect(split.bodyFirstLine == 4)
    let deep = (0..<40).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    let found2 = parseFrontMatter(SourceFile(path: "a.md", text: "---\n\(deep) 1\n---\n")).2
    #expect(found2.map(\.message.zh) == ["嵌套超过 16 层"])
  }

  @Test func sizeAndCountAreBounded() {
    let long = "---\na: " + String(repeating: "长", count: 30_000) + "\n---\n"
    #expect(
      parseFrontMatter(SourceFile(path: "a.md", text: long)).2.map(\.message.zh) == [
        "超过 64 KB，不再读取"
      ])
    let many = String(repeating: "- a\n", count: 30_000)
    #expect(
      parseYAML(SourceFile(path: "a.yml", text: many)).1.map(\.message.zh) == ["字段和值超过 20000 个"])
    let huge = String(repeating: "# a\n", count: 300_000)
    #expect(
      parseYAML(SourceFile(path: "a.yml", text: huge)).1.map(\.message.zh) == ["超过 1024 KB，不再读取"])
    let bad = "---\n" + String(repeating: "主题：a\n", count: 5_000) + "---\n"
    #expect(parseFrontMatter(SourceFile(path: "a.md", text: bad)).2.count < 1_100)
  }

  /// Each of these would take minutes if anything took more than linear time.
  @Test(arguments: [
    "\t\n", "\u{85}", "\r", "\u{1}", "a: \"\n", "- '\n", "a: [\n", "{", "? ", "- ", "a：b\n",
    "\"a\n", " ", "　\n",
    "a: b: c\n", "a:b\n", "- a：b\n\n", "[{", "a: |\n", "&a ", "!!a ", "#", "'", "a,",
  ])
  func longRunsOfAnythingEnd(piece: String) {
    let text = "a: [" + String(repeating: piece, count: 120_000 / piece.utf8.count)
    _ = parseYAML(SourceFile(path: "a.yml", text: text))
    _ = parseYAML(SourceFile(path: "a.yml", text: String(text.dropFirst(4))))
  }

  @Test func manyKeysOfOneMappingAreComparedAndTheSecondIsReported() {
    let keys = (0..<200).map { "k\($0): 1" } + ["k7: 2", "k150: 1"]
    let (frontMatter, _, found) = parseFrontMatter(
      SourceFile(path: "a.md", text: "---\n\(keys.joined(separator: "\n"))\n---\n"))
    #expect(frontMatter?.entries.count == 200)
    #expect(found.map(\.id) == ["duplicate-key", "duplicate-key"])
    #expect(found.first?.location.range == SourceRange(line: 202, column: 1, length: 2))
    #expect(found.first?.notes.first?.location?.range == SourceRange(line: 9, column: 1, length: 2))
    #expect(found.first?.notes.first?.message.zh == "先写在这里，以此处为准")
  }

  @Test func aWholeFileOfYAMLIsReadTheSameWay() throws {
    let (node, found) = parseYAML(
      SourceFile(
        path: "content/metrics.yml",
        text: "# 口径\n\n- id: gmv\n  name: {zh: 成交总额, en: GMV}\n- id：orders\n  unit: count\n"))
    #expect(found.map(\.id) == ["full-width-colon"])
    #expect(found.first?.location.range == SourceRange(line: 5, column: 5, length: 1))
    #expect(node.map(summary) == "[{id=gmv name={zh=成交总额 en=GMV}}, {id=orders unit=count}]")
    #expect(parseYAML(SourceFile(path: "a.yml", text: "")).0 == nil)
    #expect(parseYAML(SourceFile(path: "a.yml", text: "---\na: 1\n")).1 == [])
    let second = parseYAML(SourceFile(path: "a.yml", text: "a: 1\n---\nb: 2\n"))
    #expect(second.0.map(summary) == "{a=1}")
    #expect(second.1.map(\.message.zh) == ["这个文件里有第二段 YAML，只读第一段"])
  }

  @Test func anyBytesAreReadOrRefusedWithoutATrap() {
    var state: UInt64 = 5
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let pieces = [
      "主题", "预算", "a", ":", ": ", "：", " ", "  ", "\n", "\n", "\n  ", "- ", "-", "\t", "　", "#",
      " #", "\"", "'",
      "[", "]", "{", "}", ",", "|", ">", "&a", "*a", "!!str", "<<", "%", "@", "`", "\\", "双11",
      "20:00", "~",
      "\r\n", "\u{85}", "\u{2028}", "\u{0}", "\u{FEFF}", "?", "...", "---", "x-", "\r",
    ]
    for _ in 0..<8_000 {
      var text = ""
      for _ in 0..<random(24) { text += pieces[random(pieces.count)] }
      let file = SourceFile(path: "a.md", text: "---\n\(text)\n---\n正文\n")
      let (_, split, found) = parseFrontMatter(file)
      #expect(split.body.upperBound == file.bytes.count)
      for diagnostic in found {
        #expect(
          diagnostic.location.range.start <= diagnostic.location.range.end,
          "\(text.debugDescription)")
        #expect(diagnostic.location.range.start.line >= 1)
      }
      _ = parseYAML(SourceFile(path: "a.yml", text: text))
      _ = parseFrontMatter(
        SourceFile(path: "a.md", text: applyingEdits(of: found, to: "---\n\(text)\n---\n正文\n")))
    }
    for _ in 0..<3_000 {
      let bytes = (0..<random(40)).map { _ in UInt8(random(256)) }
      let file = SourceFile(
        path: "a.md", bytes: Array("---\n".utf8) + bytes + Array("\n---\n".utf8))
      _ = parseFrontMatter(file)
      _ = parseYAML(SourceFile(path: "a.yml", bytes: bytes))
    }
  }
}
