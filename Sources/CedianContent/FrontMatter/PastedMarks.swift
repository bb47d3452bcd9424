import CedianModel

/// Bullets and braces as documents and input methods write them.
extension LineScanner {
  /// `• 直播`, `—{谁: 市场部}` where an item is due: where the item begins.
  mutating func bullet(_ offset: Int, _ end: Int, _ isFirst: Bool, _ column: Int) -> Int? {
    guard isFirst, let length = bulletLength(offset, end), isItemDue(column) else { return nil }
    let range = offset..<offset + length
    var next = range.upperBound
    while next < end, isBlank(block.bytes[next]) { next += 1 }
    let isSpaced = next > range.upperBound
    guard isSpaced || "{[\"'".utf8.contains(block.bytes[next]) || dashes.contains(column) else {
      return nil
    }
    let replacement = isSpaced ? "-" : "- "
    diagnostics.append(
      FrontMatterSyntax.bullet(
        block.text(range), at: block.location(range, line: line),
        fix: edit(
          range, replacement, .offered, zh: "改成半角的 - 加空格", en: "write a - and a space")))
    repairs.add(range, line: line, replacement)
    return next
  }

  /// Whether a bullet and a blank stand there.
  func isBullet(_ offset: Int, _ end: Int) -> Bool {
    guard let length = bulletLength(offset, end) else { return false }
    return isBlank(block.bytes[offset + length])
  }

  /// How many bytes a bullet takes: • · ● ▪ – — － +. Nil where none stands, or
  /// nothing behind it.
  private func bulletLength(_ offset: Int, _ end: Int) -> Int? {
    let bytes = block.bytes
    guard offset + 1 < end else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "+"): return isBlank(bytes[offset + 1]) ? 1 : nil
    case 0xC2 where bytes[offset + 1] == 0xB7: return offset + 2 < end ? 2 : nil
    case 0xE2, 0xEF:
      guard offset + 3 < end else { return nil }
      switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
      case (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0x93), (0xE2, 0x80, 0x94), (0xE2, 0x97, 0x8F),
        (0xE2, 0x96, 0xAA), (0xEF, 0xBC, 0x8D):
        return 3
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether a group of fields stands in `｛ ｝` or in parentheses, whose last
  /// character may be any closing bracket.
  func holdsRecord(_ whole: Range<Int>) -> Bool {
    guard let opening = oddOpening(whole) else { return false }
    let inside = opening.upperBound..<whole.upperBound
    guard holdsField(inside) else { return false }
    if block.bytes[opening.upperBound - 1] == 0x9B { return true }
    // In parentheses it may be a remark: （时间：待定）.
    return closing(trimmed(inside)) != nil && block.text(inside).contains(": ")
  }

  /// `｛`, `（`, `(`
  private func oddOpening(_ whole: Range<Int>) -> Range<Int>? {
    let bytes = block.bytes
    let start = whole.lowerBound
    guard start < whole.upperBound else { return nil }
    if bytes[start] == UInt8(ascii: "(") { return start..<start + 1 }
    guard bytes[start] == 0xEF, start + 2 < whole.upperBound else { return nil }
    switch (bytes[start + 1], bytes[start + 2]) {
    case (0xBD, 0x9B), (0xBC, 0x88): return start..<start + 3
    default: return nil
    }
  }

  /// `｝`, `）`, `)` or `}` at the end.
  private func closing(_ range: Range<Int>) -> Range<Int>? {
    let (bytes, end) = (block.bytes, range.upperBound)
    guard let last = range.last else { return nil }
    if bytes[last] == UInt8(ascii: ")") || bytes[last] == UInt8(ascii: "}") { return last..<end }
    guard range.count > 2, bytes[end - 3] == 0xEF else { return nil }
    switch (bytes[end - 2], bytes[end - 1]) {
    case (0xBD, 0x9D), (0xBC, 0x89): return end - 3..<end
    default: return nil
    }
  }

  /// `审批: {{状态: 已批准}}`: read with one pair of braces, or of brackets where no
  /// field stands in them. A placeholder such as `{{ 主题 }}` is text.
  mutating func doubled(_ value: Range<Int>) {
    let whole = withoutComment(value)
    let bytes = block.bytes
    let text = block.text(whole)
    let isGroup = text.contains(": ")
    guard whole.count > 3, bytes[whole.upperBound - 1] == UInt8(ascii: "}"),
      isGroup || text.contains(",")
    else { return reserved(value) }
    let isClosedTwice =
      bytes[whole].count { $0 == UInt8(ascii: "}") }
      >= bytes[whole].count { $0 == UInt8(ascii: "{") }
    let (opening, closing) = (
      whole.lowerBound..<whole.lowerBound + 2,
      whole.upperBound - (isClosedTwice ? 2 : 1)..<whole.upperBound
    )
    let (open, close) = isGroup ? ("{", "}") : ("[", "]")
    last.value = .closed
    diagnostics.append(
      FrontMatterSyntax.extraMark(
        "{", at: block.location(opening, line: line),
        fix: edit(
          whole, open + block.text(opening.upperBound..<closing.lowerBound) + close, .offered,
          zh: "只留一层括号", en: "keep one pair of brackets")))
    repairs.add(opening, line: line, open)
    repairs.add(closing, line: line, close)
  }

  /// `@[大促, 口粮茶]`: read without the sign; false where it is none.
  mutating func signedBracket(_ whole: Range<Int>) -> Bool {
    let bytes = block.bytes
    guard whole.count > 2 else { return false }
    switch (bytes[whole.lowerBound + 1], bytes[whole.upperBound - 1]) {
    case (UInt8(ascii: "["), UInt8(ascii: "]")), (UInt8(ascii: "{"), UInt8(ascii: "}")): break
    default: return false
    }
    let sign = whole.lowerBound..<whole.lowerBound + 1
    last.value = .closed
    diagnostics.append(
      FrontMatterSyntax.extraMark(
        block.text(sign), at: block.location(sign, line: line),
        fix: edit(sign, "", .offered, zh: "删去它", en: "delete it")))
    repairs.add(sign, line: line, "")
    return true
  }

  /// `- ｛谁: 市场部, 任务: 备货｝`: read as if the braces were right.
  mutating func oddBrace(_ value: Range<Int>) {
    last.value = .closed
    let whole = withoutComment(value)
    guard let opening = oddOpening(whole) else { return }
    let close = closing(opening.upperBound..<whole.upperBound)
    let inside = opening.upperBound..<(close?.lowerBound ?? whole.upperBound)
    let text = "{" + block.text(inside) + "}"
    diagnostics.append(
      FrontMatterSyntax.oddBrace(
        block.text(opening), at: block.location(opening, line: line),
        fix: edit(
          whole, text, .offered, zh: "改成半角花括号 { }", en: "write ASCII braces { }")))
    repairs.add(opening, line: line, "{")
    repairs.add(close ?? whole.upperBound..<whole.upperBound, line: line, "}")
  }
}
