import CedianModel

/// A line that was meant as the fence `---` of front matter: word processors make dashes
/// of it, an editor indents it, a hand adds one.
enum NearFence {
  /// Whether the line at `start` is one: three dashes or more, since two begin many a
  /// Chinese sentence. What is indented may belong to the value above it.
  static func ends(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, mayBeIndented: Bool
  ) -> Bool {
    var at = mayBeIndented ? skipBlanks(bytes, start) : start
    var dashes = 0
    while let length = dash(bytes, at) { (dashes, at) = (dashes + 1, at + length) }
    guard dashes >= 3 else { return false }
    let rest = skipBlanks(bytes, at)
    if rest == bytes.count || bytes[rest] == 0x0A || bytes[rest] == 0x0D { return true }
    // A comment behind it.
    return bytes[rest] == UInt8(ascii: "#") && rest > at
  }

  /// The whole line.
  static func range(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, line: Int
  ) -> SourceRange {
    var (at, columns) = (start, 0)
    while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D {
      if bytes[at] & 0xC0 != 0x80 { columns += 1 }
      at += 1
    }
    return SourceRange(line: line, column: 1, length: columns)
  }

  static func diagnostic(at location: SourceLocation, isOpening: Bool) -> Diagnostic {
    let (zh, en) = isOpening ? ("开始", "first") : ("结束", "closing")
    return FrontMatterSyntax.diagnostic(
      zh: "文首设置的\(zh)行应当正好是三个减号 ---，前后没有别的",
      en: "the \(en) line of front matter must be exactly ---, with nothing around it",
      at: location,
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "把这一行改成", en: "write the line as"), example: "---",
        edits: [Diagnostic.Edit(range: location.range, replacement: "---")]))
  }

  private static func skipBlanks(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    return at
  }

  /// How many bytes the dash takes that stands here: `-`, `－`, `–`, `—`, `―`, `−` or `─`.
  private static func dash(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    guard at < bytes.count else { return nil }
    if bytes[at] == UInt8(ascii: "-") { return 1 }
    guard at + 2 < bytes.count else { return nil }
    switch (bytes[at], bytes[at + 1], bytes[at + 2]) {
    case (0xEF, 0xBC, 0x8D), (0xE2, 0x80, 0x93...0x95), (0xE2, 0x88, 0x92), (0xE2, 0x94, 0x80):
      return 3
    default: return nil
    }
  }
}
