import CedianModel

/// Findings with each rewrite of a value spelled as an edit: how a list or a text
/// is written depends on whether it stands in brackets, after a dash or alone.
/// A rewrite that cannot be spelled leaves a finding without edits.
func spelled(_ found: [Diagnostic], in file: SourceFile, _ root: Node?) -> [Diagnostic] {
  guard found.contains(where: { $0.fix?.rewrite != nil }) else { return found }
  let speller = root.map { Speller(file.bytes, $0) }
  return found.map { finding in
    guard let rewrite = finding.fix?.rewrite else { return finding }
    var spelled = finding
    spelled.fix?.edits = speller?.edit(rewrite).map { [$0] } ?? []
    return spelled
  }
}

private struct Speller {
  let text: TextEdits
  /// Of each scalar.
  private var places: [SourceRange: Place] = [:]

  private struct Place {
    var style: Node.ScalarStyle
    var isInBrackets: Bool
    var isItem: Bool
  }

  init(_ bytes: [UInt8], _ root: Node) {
    text = TextEdits(bytes)
    visit(root, isInBrackets: false, isItem: false)
  }

  private mutating func visit(_ node: Node, isInBrackets: Bool, isItem: Bool) {
    func hasBrackets() -> Bool {
      guard let range = text.range(node.range), !range.isEmpty else { return isInBrackets }
      return isInBrackets || "[{".utf8.contains(text.bytes[range.lowerBound])
    }
    switch node.content {
    case .scalar(_, let style):
      places[node.range] = Place(style: style, isInBrackets: isInBrackets, isItem: isItem)
    case .sequence(let items):
      let inside = hasBrackets()
      for item in items { visit(item, isInBrackets: inside, isItem: true) }
    case .mapping(let entries):
      let inside = hasBrackets()
      for entry in entries { visit(entry.value, isInBrackets: inside, isItem: false) }
    }
  }

  func edit(_ rewrite: ValueRewrite) -> Diagnostic.Edit? {
    guard rewrite.range.start.line == rewrite.range.end.line,
      let range = text.range(rewrite.range)
    else { return nil }
    let written = String(decoding: text.bytes[range], as: UTF8.self)
    let replacement: String?
    switch rewrite.content {
    case .verbatim: replacement = written.contains(" #") ? nil : LineScanner.quoted(written)
    case .text(let new):
      replacement = places[rewrite.range].flatMap { Self.spelled(new, like: $0) }
    case .items(let items):
      replacement = places[rewrite.range].flatMap { spelled(items, at: $0, range) }
    }
    return replacement.map { Diagnostic.Edit(range: rewrite.range, replacement: $0) }
  }

  private static func spelled(_ text: String, like place: Place) -> String? {
    switch place.style {
    case .plain: spelled(text, isInBrackets: place.isInBrackets)
    case .singleQuoted: "'" + text.replacing("'", with: "''") + "'"
    case .doubleQuoted:
      text.contains { "\"\\".contains($0) } ? nil : "\"\(text)\""
    case .literal, .folded, .refused: nil
    }
  }

  private func spelled(_ items: [String], at place: Place, _ range: Range<Int>) -> String? {
    switch place.style {
    case .literal, .folded, .refused: return nil
    case .plain, .singleQuoted, .doubleQuoted: break
    }
    let names = items.map { Self.spelled($0, isInBrackets: place.isInBrackets || !place.isItem) }
    if !place.isItem { return "[" + names.joined(separator: ", ") + "]" }
    if place.isInBrackets { return names.joined(separator: ", ") }
    // Each on a line of its own, behind a dash like the first one's.
    let bytes = text.bytes
    let lineStart = bytes[..<range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let margin = bytes[lineStart..<range.lowerBound]
    let dash = margin.drop { $0 == 0x20 }
    guard dash.first == UInt8(ascii: "-"), dash.dropFirst().allSatisfy({ $0 == 0x20 }) else {
      return nil
    }
    let end = bytes[range.upperBound...].firstIndex(of: 0x0A)
    let isCRLF = end.map { $0 > range.upperBound && bytes[$0 - 1] == 0x0D } ?? false
    let lineBreak = (isCRLF ? "\r\n" : "\n") + String(decoding: margin, as: UTF8.self)
    return names.joined(separator: lineBreak)
  }

  /// As it stands, or in quotes where YAML would read it otherwise.
  private static func spelled(_ text: String, isInBrackets: Bool) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last else { return "\"\"" }
    let second = bytes.count > 1 ? bytes[1] : 0x20
    let isNegative = first == UInt8(ascii: "-") && (0x30...0x39).contains(second)
    var isPlain = isNegative || !"-?:,[]{}#&*!|>'\"%@` ".utf8.contains(first)
    isPlain = isPlain && last != UInt8(ascii: ":") && last != 0x20
    isPlain = isPlain && !["~", "null", "Null", "NULL"].contains(text)
    isPlain = isPlain && !bytes.contains { $0 < 0x20 || $0 == 0x7F }
    for (byte, next) in zip(bytes, bytes.dropFirst()) where isPlain {
      if byte == UInt8(ascii: ":"), next == 0x20 { isPlain = false }
      if byte == 0x20, next == UInt8(ascii: "#") { isPlain = false }
    }
    if isInBrackets, bytes.contains(where: { ",[]{}".utf8.contains($0) }) { isPlain = false }
    return isPlain ? text : LineScanner.quoted(text)
  }
}
