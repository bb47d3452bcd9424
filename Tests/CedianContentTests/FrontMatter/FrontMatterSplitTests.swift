import CedianContent
import CedianModel
import CedianTestSupport
import Testing

struct FrontMatterSplitTests {
  @Test(
    arguments: [
      ("---\n主题: a\n---\n正文", "主题: a\n", "正文", 4),
      ("---\r\n主题: a\r\n---\r\n正文", "主题: a\r\n", "正文", 4),
      ("\u{FEFF}---\n主题: a\n---\n正文", "主题: a\n", "正文", 4),
      ("--- \n主题: a\n...  \n正文", "主题: a\n", "正文", 4),
      ("---\n---\n正文", "", "正文", 3), ("---\n---", "", "", 3),
      ("正文", nil, "正文", 1), ("", nil, "", 1), ("---", nil, "---", 1),
      ("\n---\na: b\n---\n", "a: b\n", "", 5), ("\n---\n\n分隔线\n", nil, "\n---\n\n分隔线\n", 1),
      ("----\na: b\n---\n正文", "a: b\n", "正文", 4), ("----\na: b\n", nil, "----\na: b\n", 1),
      ("----\n\n正文\n", nil, "----\n\n正文\n", 1), ("——正文：是\n---\n", nil, "——正文：是\n---\n", 1),
      ("---\na: b\n---\n----\n", "a: b\n", "----\n", 4),
      ("---\na: |\n  甲\n  ———\n\n  乙\nc: d\n---\n文", "a: |\n  甲\n  ———\n\n  乙\nc: d\n", "文", 9),
      ("---\na: b\n------\n\nc: d\n---\n文", "a: b\n------\n\nc: d\n", "文", 7),
      ("----\n注意: 开会\n\n正文\n\n---\n", nil, "----\n注意: 开会\n\n正文\n\n---\n", 1),
      ("——\n引自: 某书\n——\n", nil, "——\n引自: 某书\n——\n", 1),
      ("---\na: |\n  甲\n  ---\n", "a: |\n  甲\n  ---\n", "", 5),
      ("---\n\n正文只是以分隔线开头\n", nil, "---\n\n正文只是以分隔线开头\n", 1),
      ("---\n主题: a\n\n# 标题\n正文", "主题: a\n", "\n# 标题\n正文", 3),
      ("---\n主题：a\n# 标题", "主题：a\n", "# 标题", 3), ("---\n主题: a", "主题: a", "", 3),
    ] as [(String, String?, String, Int)])
  func theFencesDivideFrontMatterFromBody(
    text: String, frontMatter: String?, body: String, line: Int
  ) {
    let bytes = Array(text.utf8)
    let split = splitFrontMatter(bytes)
    #expect(split.frontMatter.map { String(decoding: bytes[$0], as: UTF8.self) } == frontMatter)
    #expect(String(decoding: bytes[split.body], as: UTF8.self) == body)
    #expect(split.bodyFirstLine == line)
  }

  @Test(
    "a fence that is nearly one is named, its fields are read, and it is mended",
    arguments: [
      ("1️⃣ ---2️⃣\n主题: 双11\n---\n正文", "开始"), ("1️⃣----2️⃣\n主题: 双11\n---\n正文", "开始"),
      ("1️⃣———2️⃣\n主题: 双11\n---\n正文", "开始"), ("1️⃣－－－2️⃣\n主题: 双11\n---\n正文", "开始"),
      ("1️⃣--- # 注释2️⃣\n主题: 双11\n---\n正文", "开始"), ("---\n主题: 双11\n1️⃣----2️⃣\n正文", "结束"),
      ("---\n主题: 双11\n1️⃣———2️⃣\n正文", "结束"),
      ("---\n主题: 双11\n1️⃣－－－ 2️⃣\n\n正文\n", "结束"),
    ])
  func nearFences(text: String, which: String) throws {
    let marked = MarkedText(text)
    let file = SourceFile(path: "a.md", text: marked.text)
    let (frontMatter, _, found) = parseFrontMatter(file)
    #expect(found.map(\.message.zh) == ["文首设置的\(which)行应当正好是三个减号 ---，前后没有别的"])
    #expect(found.first?.location.range.start == marked[1])
    #expect(found.first?.location.range.end == marked[2])
    #expect(frontMatter.map { summary($0.entries) } == "主题=双11")
    let edit = try #require(found.first?.fix?.edits.first)
    var lines = marked.text.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    lines[Int(edit.range.start.line) - 1] = edit.replacement
    let mended = SourceFile(path: "a.md", text: lines.joined(separator: "\n"))
    #expect(parseFrontMatter(mended).2 == [])
  }

  @Test func aMissingClosingLineIsReportedAtTheOpeningOneAndTheFieldsAreRead() {
    let (frontMatter, split, found) = parseFrontMatter(
      SourceFile(path: "a.md", text: "---\n主题: 双11\n\n# 标题\n"))
    #expect(found.map(\.message.zh) == ["文首设置以 --- 开始，没有结束的 ---"])
    #expect(found.first?.location.range == SourceRange(line: 1, column: 1, length: 3))
    #expect(frontMatter.map { summary($0.entries) } == "主题=双11")
    #expect(split.bodyFirstLine == 3)
  }

  @Test(
    arguments: [
      ([0x2D, 0x2D, 0x2D, 0x0A, 0xD6, 0xF7, 0xCC, 0xE2, 0x3A, 0x20, 0x31], 2, 1, "GB18030"),
      (Array("a\nb ".utf8) + [0xD6, 0xF7, 0xCC, 0xE2], 2, 3, "GB18030"),
      (Array("主题 ".utf8) + [0xD6, 0xF7, 0x31], 1, 4, nil),
      ([0xFF, 0xFE, 0x2D, 0x00], 1, 1, "UTF-16"), ([0xFE, 0xFF, 0x00, 0x2D], 1, 1, "UTF-16"),
      ([0x2D, 0x00, 0x2D, 0x00], 1, 1, "UTF-16LE"), ([0x00, 0x2D, 0x00, 0x2D], 1, 1, "UTF-16BE"),
      (Array("a\nbc".utf8) + [0xFF], 2, 3, nil), (Array("双".utf8.prefix(2)), 1, 1, nil),
      ([0x61, 0xC0, 0x80], 1, 2, nil), ([0xED, 0xA0, 0x80], 1, 1, nil),
    ] as [([UInt8], Int, Int, String?)])
  func anotherEncodingIsNamedAtItsFirstByte(
    bytes: [UInt8], line: Int, column: Int, encoding: String?
  ) throws {
    let file = SourceFile(path: "content/a b.md", bytes: bytes)
    let found = validateEncoding(file)
    let only = try #require(found.first)
    #expect(found.count == 1 && only.id == "not-utf8")
    #expect(only.location.range.start == SourcePosition(line: line, column: column))
    if let encoding {
      #expect(only.message.zh.hasSuffix("，看起来是 \(encoding)"))
      #expect(
        only.fix?.example
          == "iconv -f \(encoding) -t UTF-8 'content/a b.md' > 'content/a b.md.utf8' "
          + "&& mv 'content/a b.md.utf8' 'content/a b.md'")
    } else {
      #expect(only.message.zh.contains("个字节起）"))
      #expect(only.fix?.example == nil)
    }
    let (frontMatter, split, again) = parseFrontMatter(file)
    #expect(frontMatter == nil && split.body.isEmpty && again == found)
    #expect(parseYAML(file).1 == found)
  }

  @Test func theFirstByteOutsideUTF8IsSaidInBytes() {
    let bytes = Array("title: ".utf8) + [0xCE, 0xC4, 0xD6, 0xF7, 0xCC, 0xE2]
    #expect(
      validateEncoding(SourceFile(path: "a.md", bytes: bytes)).map(\.message.zh)
        == ["文件不是 UTF-8 编码（第 8 个字节起），看起来是 GB18030"])
  }

  @Test(arguments: ["", "ascii", "双11 é 😀 \u{FFFD}", String(repeating: "字a", count: 100)])
  func utf8IsQuiet(text: String) {
    #expect(validateEncoding(SourceFile(path: "a.md", text: text)).isEmpty)
  }
}
