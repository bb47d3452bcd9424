import CedianModel

extension LineScanner {
  /// Looks at what stands after a colon or a dash, up to the line's end or, of
  /// quoted and bracketed values, beyond it.
  mutating func value(_ start: Int, to end: Int, key: String?) {
    guard start < end else { return }
    let whole = trimmed(start..<end)
    let bytes = block.bytes
    last.value = .plain
    switch bytes[start] {
    case UInt8(ascii: "#"):
      guard start + 1 < end, !isBlank(bytes[start + 1]), bytes[start + 1] != UInt8(ascii: "#") else {
        last.value = .empty
        return
      }
      hash(at: start, in: whole, key: key, isWhole: true)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(whole, key: key)
    case UInt8(ascii: "["), UInt8(ascii: "{"): bracketed(whole, key: key)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      guard isLiteralHeader(whole) else { return reserved(whole) }
      literal = (last.column, nil)
      last.value = .closed
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"): special(whole, key: key)
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: ","),
      UInt8(ascii: "]"), UInt8(ascii: "}"):
      reserved(whole)
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      if start + 1 == whole.upperBound || isBlank(bytes[start + 1]) {
        reserved(whole)
      } else {
        plain(whole, key: key)
      }
    default: plain(whole, key: key)
    }
  }

  // MARK: Plain text

  private mutating func plain(_ whole: Range<Int>, key: String?) {
    let bytes = block.bytes
    var index = whole.lowerBound
    var colon: Int?
    while index < whole.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":"), colon == nil,
        index + 1 == whole.upperBound || isBlank(bytes[index + 1])
      {
        colon = index
      } else if byte == UInt8(ascii: "#"), isBlank(bytes[index - 1]) {
        if index + 1 < whole.upperBound, !isBlank(bytes[index + 1]),
          bytes[index + 1] != UInt8(ascii: "#")
        {
          hash(at: index, in: whole, key: key, isWhole: false)
          return
        }
        if let colon { colonInValue(at: colon, in: trimmed(whole.lowerBound..<index), key: key) }
        return
      }
      index += 1
    }
    if let colon { colonInValue(at: colon, in: whole, key: key) }
  }

  private mutating func colonInValue(at colon: Int, in whole: Range<Int>, key: String?) {
    guard let key else { return }
    diagnostics.append(
      FrontMatterSyntax.colonInValue(
        of: key, at: block.location(colon..<colon + 1, line: line), fix: quoting(whole)))
    quote(whole)
  }

  private mutating func hash(at offset: Int, in whole: Range<Int>, key: String?, isWhole: Bool) {
    diagnostics.append(
      HashComment.diagnostic(
        key: key, isWhole: isWhole, at: block.location(offset..<offset + 1, line: line),
        fix: quoting(whole)))
    quote(whole)
  }

  // MARK: Reserved characters

  private mutating func reserved(_ whole: Range<Int>) {
    let first = String(decoding: block.bytes[whole].prefix(1), as: UTF8.self)
    diagnostics.append(
      FrontMatterSyntax.reservedCharacter(
        first, at: block.location(whole, line: line), fix: quoting(whole)))
    quote(whole)
  }

  /// `|`, `>`, `|-`, `>2` and a comment.
  private func isLiteralHeader(_ whole: Range<Int>) -> Bool {
    let bytes = block.bytes
    var index = whole.lowerBound + 1
    while index < whole.upperBound, index <= whole.lowerBound + 2,
      bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+")
        || (0x31...0x39).contains(bytes[index])
    {
      index += 1
    }
    guard index < whole.upperBound else { return true }
    guard isBlank(bytes[index]) else { return false }
    while index < whole.upperBound, isBlank(bytes[index]) { index += 1 }
    return bytes[index] == UInt8(ascii: "#")
  }

  /// `&name`, `*name`, `!!str`: YAML's own, which the reader refuses where it
  /// meets them; anything else that starts so is text.
  private mutating func special(_ whole: Range<Int>, key: String?) {
    let bytes = block.bytes
    var index = whole.lowerBound + 1
    if bytes[whole.lowerBound] == UInt8(ascii: "!"), index < whole.upperBound,
      bytes[index] == UInt8(ascii: "!")
    {
      index += 1
    }
    let start = index
    while index < whole.upperBound, isNameByte(bytes[index]) { index += 1 }
    guard index > start, index == whole.upperBound || isBlank(bytes[index]) else {
      return reserved(whole)
    }
    while index < whole.upperBound, isBlank(bytes[index]) { index += 1 }
    if bytes[whole.lowerBound] == UInt8(ascii: "*") {
      if index < whole.upperBound { return reserved(whole) }
      last.value = .closed
    } else if index == whole.upperBound {
      last.value = .empty
    } else {
      value(index, to: whole.upperBound, key: key)
    }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }

  // MARK: Quotes

  private mutating func quoted(_ whole: Range<Int>, key: String?) {
    last.value = .closed
    let mark = String(decoding: block.bytes[whole].prefix(1), as: UTF8.self)
    if let close = closingQuote(from: whole.lowerBound, to: whole.upperBound) {
      guard !isFree(from: close + 1, to: whole.upperBound) else { return }
      diagnostics.append(
        FrontMatterSyntax.textAfterQuote(
          mark, at: block.location(whole, line: line), fix: quoting(whole)))
      quote(whole)
      return
    }
    if let closing = lineClosing(block.bytes[whole.lowerBound]) {
      line = closing
      return
    }
    let close = whole.upperBound..<whole.upperBound
    var fix = edit(close, mark, zh: "在末尾补上引号", en: "close it at the end")
    // An apostrophe at the start may be meant as one.
    if mark == "'" { fix.edits = [] }
    diagnostics.append(
      FrontMatterSyntax.unclosedQuote(
        mark, at: block.location(whole.lowerBound..<whole.lowerBound + 1, line: line), fix: fix))
    repairs.add(close, line: line, mark)
  }

  /// The later line in which a quote closes, before any line that is a field.
  private func lineClosing(_ quote: UInt8) -> Int? {
    var next = line + 1
    while next < block.lines.count {
      let range = block.lines[next]
      let margin = Margin(block.bytes, range)
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

  /// Whether nothing but blanks and a comment stands there.
  func isFree(from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end, isBlank(block.bytes[index]) { index += 1 }
    return index == end || (block.bytes[index] == UInt8(ascii: "#") && index > start)
  }

  // MARK: Quoting

  /// The fix that quotes a whole value.
  func quoting(_ whole: Range<Int>) -> Diagnostic.Fix {
    edit(whole, Self.quoted(block.text(whole)), zh: "用引号括起整个值", en: "quote the whole value")
  }

  mutating func quote(_ whole: Range<Int>) {
    last.value = .closed
    repairs.add(whole, line: line, Self.quoted(block.text(whole)))
  }

  /// In double quotes where they need no escapes, otherwise in single ones.
  static func quoted(_ text: String) -> String {
    if !text.utf8.contains(UInt8(ascii: "\"")), !text.utf8.contains(UInt8(ascii: "\\")) {
      return "\"\(text)\""
    }
    var quoted = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { quoted += "''" } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "'"
  }
}
