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
      guard start + 1 < end, !isBlank(bytes[start + 1]), bytes[start + 1] != UInt8(ascii: "#")
      else {
        last.value = .empty
        return
      }
      hash(at: start, in: whole, key: key, isWhole: true)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(whole, key: key)
    case UInt8(ascii: "["), UInt8(ascii: "{"): bracketed(whole, key: key)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      guard isLiteralHeader(whole), !isNumber(whole) || isContinued else { return reserved(whole) }
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
    case 0xEF, UInt8(ascii: "("):
      if holdsRecord(whole) { oddBrace(whole) } else { plain(whole, key: key) }
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
    var fix = quoting(whole, .ifQuiet(block.sourceRange(whole, line: line)))
    if holdsField(whole) { fix = FrontMatterSyntax.severalFields }
    diagnostics.append(
      FrontMatterSyntax.colonInValue(
        of: key, at: block.location(colon..<colon + 1, line: line), fix: fix))
    quote(whole)
  }

  private mutating func hash(at offset: Int, in value: Range<Int>, key: String?, isWhole: Bool) {
    let whole = withoutComment(value)
    var fix = quoting(whole, .ifQuiet(block.sourceRange(whole, line: line)))
    fix.message = HashComment.advice
    diagnostics.append(
      HashComment.diagnostic(
        key: key, isWhole: isWhole, at: block.location(offset..<offset + 1, line: line),
        fix: fix))
    quote(whole)
  }

  /// Up to a `#` that stands between blanks: that is a comment in any reading.
  func withoutComment(_ whole: Range<Int>, after start: Int? = nil) -> Range<Int> {
    let bytes = block.bytes
    guard whole.count > 2 else { return whole }
    for index in max(start ?? 0, whole.lowerBound + 1)..<whole.upperBound
    where bytes[index] == UInt8(ascii: "#") && isBlank(bytes[index - 1]) {
      if index + 1 == whole.upperBound || isBlank(bytes[index + 1]) {
        return trimmed(whole.lowerBound..<index)
      }
    }
    return whole
  }

  // MARK: Reserved characters

  mutating func reserved(_ value: Range<Int>) {
    let whole = withoutComment(value)
    if block.bytes[whole.lowerBound] != UInt8(ascii: "{"), signedBracket(whole) { return }
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

  /// `>5`, which is a header too: without a text below it was meant as a value.
  private func isNumber(_ whole: Range<Int>) -> Bool {
    whole.count > 1 && (0x31...0x39).contains(block.bytes[whole.lowerBound + 1])
  }

  /// `&name`, `*name`, `!!str`: YAML's own, which the reader refuses where it
  /// meets them; anything else that starts so is text.
  private mutating func special(_ whole: Range<Int>, key: String?) {
    let bytes = block.bytes
    var index = whole.lowerBound
    while index < whole.upperBound, "&*!".utf8.contains(bytes[index]) {
      let mark = bytes[index]
      index += 1
      if mark == UInt8(ascii: "!"), index < whole.upperBound, bytes[index] == mark { index += 1 }
      let name = index
      while index < whole.upperBound, isNameByte(bytes[index]) { index += 1 }
      guard index > name, index == whole.upperBound || isBlank(bytes[index]) else {
        return reserved(whole)
      }
      while index < whole.upperBound, isBlank(bytes[index]) { index += 1 }
      if mark == UInt8(ascii: "*") {
        if index < whole.upperBound { return reserved(whole) }
        last.value = .closed
        return
      }
    }
    if index == whole.upperBound {
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

  // MARK: Quoting

  /// The fix that quotes a whole value; `审批: 状态: 已批准` is no text, but two fields
  /// on one line, and so is what has lost the brace before it.
  func quoting(_ whole: Range<Int>, _ certainty: FixCertainty = .certain) -> Diagnostic.Fix {
    edit(
      whole, Self.quoted(block.text(whole)),
      isContinued || holdsField(whole) || holdsGroup(whole) ? .offered : certainty,
      zh: "用引号括起整个值", en: "quote the whole value")
  }

  /// Whether it may be a list or a group of fields with a mistake in its brackets.
  private func holdsGroup(_ whole: Range<Int>) -> Bool {
    let text = block.text(whole)
    if text.hasSuffix("]") || text.hasSuffix("}") { return true }
    guard let open = text.firstIndex(of: "{") else { return false }
    return text[open...].contains(": ") && text[open...].contains("}")
  }

  /// Whether the next line goes on with the value: the quotes belong around both.
  private var isContinued: Bool {
    for next in block.lines.dropFirst(line + 1) {
      let margin = Margin(block, next)
      guard margin.end < next.upperBound else { continue }
      return margin.width > last.column && block.bytes[margin.end] != UInt8(ascii: "#")
    }
    return false
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
