import CedianModel

/// Splits a template into text and tags. A tag that stands alone on its line
/// takes the line with it, as the Mustache specification asks, so that output
/// has no lines of blanks.
///
/// Refused, each at its place: an unclosed tag, a name with other characters
/// than letters, digits, `_`, `-`, `.` and `?`, and the parts of Mustache that
/// Cedian does not offer (other delimiters, pragmas).
struct TemplateScanner {
  private let path: String
  private let bytes: [UInt8]
  private var cursor = 0
  private var line = 1
  private var column = 1
  private var tokens: [TemplateToken] = []
  private(set) var diagnostics: [Diagnostic] = []

  private init(_ file: SourceFile) {
    path = file.path
    bytes = file.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor = 3 }
  }

  static func scan(_ file: SourceFile) -> ([TemplateToken], [Diagnostic]) {
    var scanner = TemplateScanner(file)
    scanner.scan()
    return (scanner.tokens, scanner.diagnostics)
  }

  private mutating func scan() {
    while cursor < bytes.count {
      guard let open = find(UInt8(ascii: "{"), UInt8(ascii: "{"), from: cursor) else {
        appendText(upTo: bytes.count)
        return
      }
      let raw = open + 2 < bytes.count && bytes[open + 2] == UInt8(ascii: "{")
      guard let close = closing(of: open, raw: raw) else {
        let start = position(at: open)
        report(TemplateMessage.unclosedTag(), SourceRange(start, start))
        return
      }
      let end = close + (raw ? 3 : 2)
      let tag = readTag(from: open + (raw ? 3 : 2), to: close, raw: raw)
      let standsAlone = tag?.mayStandAlone ?? true
      let (textEnd, next) = standsAlone ? lineAround(open, end) : (open, end)
      // Positions only move forward, so the text before the tag comes first.
      appendText(upTo: textEnd)
      if let tag { append(tag) }
      _ = position(at: next)
      cursor = next
    }
  }

  private struct Tag {
    var content: TemplateToken.Content?
    var nameStart: Int
    var nameEnd: Int
    var mayStandAlone: Bool
  }

  private func closing(of open: Int, raw: Bool) -> Int? {
    guard let close = find(UInt8(ascii: "}"), UInt8(ascii: "}"), from: open + 2) else { return nil }
    guard raw else { return close }
    return close + 2 < bytes.count && bytes[close + 2] == UInt8(ascii: "}") ? close : nil
  }

  /// Nil for a comment.
  private mutating func readTag(from start: Int, to end: Int, raw: Bool) -> Tag? {
    var start = start
    var content = TemplateToken.Content?.some(.variable)
    var mayStandAlone = false
    if !raw, start < end {
      switch bytes[start] {
      case UInt8(ascii: "!"): return nil
      case UInt8(ascii: "#"): (content, mayStandAlone) = (.section, true)
      case UInt8(ascii: "^"): (content, mayStandAlone) = (.invertedSection, true)
      case UInt8(ascii: "/"): (content, mayStandAlone) = (.close, true)
      case UInt8(ascii: ">"): (content, mayStandAlone) = (.partial, true)
      case UInt8(ascii: "<"): (content, mayStandAlone) = (.parent, true)
      case UInt8(ascii: "$"): (content, mayStandAlone) = (.block, true)
      case UInt8(ascii: "&"): break
      case UInt8(ascii: "="), UInt8(ascii: "%"): content = nil
      default: start -= 1
      }
      start += 1
    }
    var end = end
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return Tag(content: content, nameStart: start, nameEnd: end, mayStandAlone: mayStandAlone)
  }

  private mutating func append(_ tag: Tag) {
    let start = position(at: tag.nameStart)
    let end = position(at: tag.nameEnd)
    let range = SourceRange(start, end)
    guard let content = tag.content else {
      report(TemplateMessage.unsupportedTag(), range)
      return
    }
    let name = bytes[tag.nameStart..<tag.nameEnd]
    let isPath = content == .partial || content == .parent || content == .close
    guard !name.isEmpty, name.allSatisfy({ isNameByte($0, path: isPath) }) else {
      let written = String(decoding: name.prefix(40), as: UTF8.self)
      report(TemplateMessage.badName(written), range)
      return
    }
    tokens.append(
      TemplateToken(content: content, name: String(decoding: name, as: UTF8.self), range: range))
  }

  private mutating func appendText(upTo end: Int) {
    guard end > cursor else { return }
    let start = position(at: cursor)
    tokens.append(
      TemplateToken(
        content: .text(Array(bytes[cursor..<end])), name: "", range: SourceRange(start, start)))
    cursor = end
  }

  /// Where the tag's line begins and where the next one does, if nothing but
  /// blanks stands beside the tag; otherwise the tag's own bounds.
  private func lineAround(_ open: Int, _ end: Int) -> (Int, Int) {
    var before = open
    while before > cursor, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
    let startsLine = before == 0 || bytes[before - 1] == 0x0A
    var after = end
    while after < bytes.count, bytes[after] == 0x20 || bytes[after] == 0x09 { after += 1 }
    guard startsLine else { return (open, end) }
    if after == bytes.count { return (before, after) }
    if bytes[after] == 0x0A { return (before, after + 1) }
    if bytes[after] == 0x0D, after + 1 < bytes.count, bytes[after + 1] == 0x0A {
      return (before, after + 2)
    }
    return (open, end)
  }

  private func find(_ first: UInt8, _ second: UInt8, from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == first, bytes[index + 1] == second { return index }
      index += 1
    }
    return nil
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private func isNameByte(_ byte: UInt8, path: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "?"):
      true
    case UInt8(ascii: "/"): path
    default: false
    }
  }

  // MARK: Positions

  private var counted = 0

  /// The place of byte `offset`, which never lies before one asked for earlier.
  private mutating func position(at offset: Int) -> SourcePosition {
    while counted < offset {
      let byte = bytes[counted]
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80, counted >= 3 || !isByteOrderMark(counted) {
        column += 1
      }
      counted += 1
    }
    return SourcePosition(line: line, column: column)
  }

  private func isByteOrderMark(_ offset: Int) -> Bool {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF && offset < 3
  }

  private mutating func report(_ message: TemplateMessage, _ range: SourceRange) {
    diagnostics.append(message.diagnostic(at: SourceLocation(path: path, range: range)))
  }
}
