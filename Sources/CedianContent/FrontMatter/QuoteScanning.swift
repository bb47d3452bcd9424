import CedianModel

/// A value in quotes, over as many lines as it takes.
extension LineScanner {
  mutating func quoted(_ whole: Range<Int>, key: String?) {
    last.value = .closed
    let mark = String(decoding: block.bytes[whole].prefix(1), as: UTF8.self)
    if let close = closingQuote(from: whole.lowerBound, to: whole.upperBound) {
      guard !isFree(from: close + 1, to: whole.upperBound) else {
        return escapes(whole.lowerBound..<close + 1)
      }
      let isList = continuesList(from: close + 1, to: whole.upperBound)
      let whole = withoutComment(whole, after: close)
      diagnostics.append(
        FrontMatterSyntax.textAfterQuote(
          mark, at: block.location(whole, line: line),
          fix: quoting(whole, isList ? .offered : .certain)))
      quote(whole)
      return
    }
    if let closing = lineClosing(block.bytes[whole.lowerBound]) {
      line = closing
      return
    }
    let close = whole.upperBound..<whole.upperBound
    var fix = edit(close, mark, .offered, zh: "在末尾补上引号", en: "close it at the end")
    // An apostrophe at the start may be meant as one.
    if mark == "'" { fix.edits = [] }
    diagnostics.append(
      FrontMatterSyntax.unclosedQuote(
        mark, at: block.location(whole.lowerBound..<whole.lowerBound + 1, line: line), fix: fix))
    repairs.add(close, line: line, mark)
  }

  /// `"D:\素材"`: in double quotes a backslash means more than itself.
  private mutating func escapes(_ text: Range<Int>) {
    let bytes = block.bytes
    guard bytes[text.lowerBound] == UInt8(ascii: "\"") else { return }
    var index = text.lowerBound + 1
    var hasMeantOne = false
    while index + 1 < text.upperBound {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      guard "0abtnvfre \"/\\N_LPxuU\t".utf8.contains(bytes[index + 1]) else { break }
      hasMeantOne = true
      index += 2
    }
    guard index + 1 < text.upperBound else { return }
    let content = block.text(text.lowerBound + 1..<text.upperBound - 1)
    let single =
      "'"
      + content.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''") + "'"
    diagnostics.append(
      FrontMatterSyntax.unknownEscape(
        at: block.location(index..<index + 1, line: line),
        fix: edit(
          text, single, hasMeantOne ? .offered : .certain, zh: "改用单引号", en: "use single quotes")))
    repairs.add(text, line: line, single)
  }

  /// The later line in which a quote closes, before any line that is a field.
  private func lineClosing(_ quote: UInt8) -> Int? {
    var next = line + 1
    while next < block.lines.count {
      let range = block.lines[next]
      let margin = Margin(block, range)
      if margin.end < range.upperBound, startsField(margin, range, within: last.column) {
        return nil
      }
      var index = range.lowerBound
      while index < range.upperBound {
        if block.bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { index += 1 }
        if index < range.upperBound, block.bytes[index] == quote { return next }
        index += 1
      }
      next += 1
    }
    return nil
  }

  /// Whether a line is a field at `column` or further left, or an item there.
  func startsField(_ margin: Margin, _ range: Range<Int>, within column: Int) -> Bool {
    guard margin.width <= column else { return false }
    let bytes = block.bytes
    if bytes[margin.end] == UInt8(ascii: "-"), margin.end + 1 < range.upperBound,
      isBlank(bytes[margin.end + 1])
    {
      return true
    }
    for index in margin.end..<range.upperBound {
      if bytes[index] == UInt8(ascii: ":"),
        index + 1 == range.upperBound || isBlank(bytes[index + 1])
      {
        return true
      }
      if bytes[index] == 0xEF, index + 2 < range.upperBound, bytes[index + 1] == 0xBC,
        bytes[index + 2] == 0x9A
      {
        return RecordSchema.isFieldName(block.text(trimmed(margin.end..<index)))
      }
    }
    return false
  }

  /// Whether what follows a quote or a bracket goes on with another item.
  func continuesList(from start: Int, to end: Int) -> Bool {
    let rest = block.text(start..<end).drop { $0 == " " || $0 == "\t" }
    return rest.first.map { ",，、;；[{\"'".contains($0) } ?? false
  }

  /// Whether nothing but blanks and a comment stands there.
  func isFree(from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end, isBlank(block.bytes[index]) { index += 1 }
    return index == end || (block.bytes[index] == UInt8(ascii: "#") && index > start)
  }
}
