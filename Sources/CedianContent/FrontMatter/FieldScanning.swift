import CedianModel

/// A field's name and colon.
struct ScannedKey {
  var name: Range<Int>
  var colon: Range<Int>
  var mark: Mark

  enum Mark {
    /// `: ` or `:` at the line's end.
    case ascii
    /// `：`
    case fullWidth
    /// `theme:双11`
    case tight
  }
}

extension LineScanner {
  /// The field that a line begins with. A full-width colon, or one without a
  /// space, makes a field only where nothing but a field can stand
  /// (`isMapping`), or where the name and the lines around say so: sentences
  /// hold such colons too.
  func key(
    from start: Int, to end: Int, column: Int, isItem: Bool, _ isMapping: Bool,
    acceptsText: Bool = true
  ) -> ScannedKey? {
    let bytes = block.bytes
    var index = start
    if bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") {
      guard let close = closingQuote(from: start, to: end) else { return nil }
      index = close + 1
      while index < end, isBlank(bytes[index]) { index += 1 }
      guard let mark = colonMark(index, end), mark != .tight || isMapping else { return nil }
      return ScannedKey(
        name: start + 1..<close, colon: index..<index + (mark == .fullWidth ? 3 : 1), mark: mark)
    }
    if !isMapping, "[{|>&*!%@`#".utf8.contains(bytes[start]) { return nil }
    if isItem, holdsRecord(start..<end) { return nil }
    var doubtful: ScannedKey?
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") || byte == 0xEF, let mark = colonMark(index, end) {
        let found = ScannedKey(
          name: trimmed(start..<index), colon: index..<index + (mark == .fullWidth ? 3 : 1),
          mark: mark)
        if mark == .ascii {
          if let doubtful, isField(doubtful, column, isItem: isItem, isMapping) { return doubtful }
          return found.name.isEmpty ? nil : found
        }
        if doubtful == nil, !isPartOfValue(found, end) { doubtful = found }
      } else if byte == UInt8(ascii: "#"), index > start, isBlank(bytes[index - 1]) {
        break
      }
      index += 1
    }
    guard let doubtful, isField(doubtful, column, isItem: isItem, isMapping) else { return nil }
    return doubtful
  }

  private func colonMark(_ index: Int, _ end: Int) -> ScannedKey.Mark? {
    guard index < end else { return nil }
    let bytes = block.bytes
    if bytes[index] == UInt8(ascii: ":") {
      return index + 1 == end || isBlank(bytes[index + 1]) ? .ascii : .tight
    }
    guard bytes[index] == 0xEF, index + 2 < end, bytes[index + 1] == 0xBC,
      bytes[index + 2] == 0x9A
    else { return nil }
    return .fullWidth
  }

  /// The colon of `20:00`, `https://` and of a text that begins with one.
  func isPartOfValue(_ key: ScannedKey, _ end: Int) -> Bool {
    guard !key.name.isEmpty else { return true }
    guard key.mark == .tight else { return false }
    let bytes = block.bytes
    let (before, after) = (bytes[key.colon.lowerBound - 1], bytes[key.colon.upperBound])
    if (0x30...0x39).contains(before), (0x30...0x39).contains(after) { return true }
    return after == UInt8(ascii: "/") || after == UInt8(ascii: ":")
  }

  /// Whether a name before a doubtful colon is a field's.
  private func isField(
    _ key: ScannedKey, _ column: Int, isItem: Bool, _ isMapping: Bool
  ) -> Bool {
    guard key.name.count <= 120 else { return false }
    if isMapping { return true }
    let name = block.text(key.name)
    if isItem {
      return RecordSchema.isFieldName(name) && continuesAsMapping(column)
    }
    return RecordSchema.isFieldName(name) || isIdentifier(key.name) || isPart(name)
      || continuesAsMapping(column)
  }

  private func isIdentifier(_ range: Range<Int>) -> Bool {
    block.bytes[range].allSatisfy { byte in
      switch byte {
      case 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
      default: false
      }
    }
  }

  /// Whether a name is that of a year's part, below a goal's quarters or months.
  private func isPart(_ name: String) -> Bool {
    last.key.map { Goal.isPart(name, below: $0) } ?? false
  }

  /// Whether the next line is a field at the same column.
  func continuesAsMapping(_ column: Int) -> Bool {
    var next = line + 1
    while next < block.lines.count {
      let range = block.lines[next]
      let margin = Margin(block, range)
      if margin.end < range.upperBound {
        guard margin.width == column else { return false }
        var index = margin.end
        while index < range.upperBound {
          if let mark = colonMark(index, range.upperBound) {
            if mark == .ascii { return index > margin.end }
            let name = block.text(trimmed(margin.end..<index))
            return RecordSchema.isFieldName(name)
          }
          index += 1
        }
        return false
      }
      next += 1
    }
    return false
  }

  /// Reports a wrong colon; answers where the value begins.
  mutating func colon(_ key: ScannedKey, name: String, to end: Int) -> Int {
    let bytes = block.bytes
    var start = key.colon.upperBound
    guard key.mark != .ascii else {
      while start < end, isBlank(bytes[start]) { start += 1 }
      return start
    }
    var oddBlank: UInt32?
    while start < end {
      if isBlank(bytes[start]) {
        start += 1
      } else if bytes[start] == 0xE3, start + 2 < end, bytes[start + 1] == 0x80,
        bytes[start + 2] == 0x80
      {
        start += 3
        oddBlank = oddBlank ?? 0x3000
      } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
        start += 2
        oddBlank = oddBlank ?? 0xA0
      } else {
        break
      }
    }
    let isSpaced = oddBlank == nil && start > key.colon.upperBound
    let range = key.colon.lowerBound..<(oddBlank != nil ? start : key.colon.upperBound)
    let replacement = isSpaced || start == end ? ":" : ": "
    let location = block.location(key.colon, line: line)
    // A name that no record knows may be the beginning of a sentence, and a value
    // that holds a field more than one.
    let certainty: FixCertainty =
      holdsField(start..<end) ? .offered : .ifQuiet(block.sourceRange(key.name, line: line))
    if key.mark == .fullWidth {
      diagnostics.append(
        FullWidthColon.diagnostic(
          key: name, at: location,
          fix: edit(
            range, replacement, certainty, zh: "改成半角冒号，后面空一格",
            en: "write an ASCII colon and a space")))
    } else {
      diagnostics.append(
        FrontMatterSyntax.missingSpace(
          after: name, instead: oddBlank, at: location,
          fix: edit(
            range, replacement, certainty, zh: "在冒号后面加一个空格",
            en: "put a space after the colon")))
    }
    repairs.add(range, line: line, replacement)
    return start
  }

  /// Whether a text holds a field's name with a colon, as in `甲，金额：12万`.
  func holdsField(_ range: Range<Int>) -> Bool {
    let text = block.text(range)
    // What stands in brackets or quotes is read by itself.
    guard let first = text.utf8.first, !"[{\"'".utf8.contains(first),
      text.utf8.contains(where: { $0 == 0xEF || $0 == UInt8(ascii: ":") })
    else { return false }
    return text.split { "：:".contains($0) }.dropLast().contains { part in
      let name = part.split { " ，,；;、。{[｛(（".contains($0) }.last.map(String.init) ?? ""
      return RecordSchema.isFieldName(name)
    }
  }

  /// The offset of the quote that closes the one at `start`, on the same line.
  func closingQuote(from start: Int, to end: Int) -> Int? {
    let bytes = block.bytes
    let quote = bytes[start]
    var index = start + 1
    while index < end {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 2
        continue
      }
      if bytes[index] == quote {
        guard quote == UInt8(ascii: "'"), index + 1 < end, bytes[index + 1] == quote else {
          return index
        }
        index += 1
      }
      index += 1
    }
    return nil
  }
}
