import CedianModel

/// Reads the YAML that nearly every front matter is made of: fields and lists by
/// their indent, `[…]` and `{…}` within a line, plain texts and quoted ones without
/// escapes. It makes the very node that libyaml's events make, in a sixth of the
/// time, and leaves everything else to libyaml: comments, texts over several
/// lines, escapes, whatever might be a mistake.
struct SimpleYAML {
  private let block: YAMLBlock
  private let bytes: [UInt8]
  /// The line at hand: its number from 0, its indent, and its end without blanks.
  private var line = -1
  private var indent = -1
  private var end: Int
  /// The next byte.
  private var at: Int
  /// The column of the byte at `counted`, so that no byte is counted twice.
  private var counted = 0
  private var column = 1

  /// Something that is libyaml's to read.
  private struct Unusual: Error {}

  /// What libyaml would give for the block, or nil where that is for it to say.
  static func read(_ block: YAMLBlock) -> Node? {
    guard block.range.count <= largest, isOrdinary(block.bytes, block.range) else { return nil }
    var reader = SimpleYAML(block)
    return try? reader.document()
  }

  private init(_ block: YAMLBlock) {
    self.block = block
    bytes = block.bytes
    at = block.range.lowerBound
    end = at
  }

  private mutating func document() throws(Unusual) -> Node {
    advance()
    guard indent == 0 else { throw Unusual() }
    let node = try mapping(indent: 0, depth: 0)
    guard line == block.lines.count else { throw Unusual() }
    return node
  }

  // MARK: Blocks

  /// To the next line that is not blank; behind the last one the indent is -1.
  private mutating func advance() {
    repeat { line += 1 } while line < block.lines.count && !begin(block.lines[line])
    if line == block.lines.count { indent = -1 }
  }

  /// Sets out on a line; false where it is blank.
  private mutating func begin(_ range: Range<Int>) -> Bool {
    (at, end) = (range.lowerBound, range.upperBound)
    while at < end, bytes[at] == 0x20 { at += 1 }
    while end > at, bytes[end - 1] == 0x20 { end -= 1 }
    indent = at - range.lowerBound
    (counted, column) = (range.lowerBound, 1)
    return at < end
  }

  private mutating func mapping(indent own: Int, depth: Int) throws(Unusual) -> Node {
    guard depth < Self.deepest else { throw Unusual() }
    let start = position(at)
    var entries: [Node.Entry] = []
    entries.reserveCapacity(depth == 0 ? 24 : 4)
    repeat {
      let name = try key(in: entries)
      entries.append(Node.Entry(key: name, value: try field(indent: own, depth: depth)))
    } while indent == own
    guard indent < own else { throw Unusual() }
    return Node(.mapping(entries), SourceRange(start, entries.last?.value.range.end ?? start))
  }

  /// What stands after a field's colon, in its line or below it.
  private mutating func field(indent own: Int, depth: Int) throws(Unusual) -> Node {
    if at < end {
      let value = try value(depth: depth + 1)
      guard at == end else { throw Unusual() }
      advance()
      guard indent <= own else { throw Unusual() }
      return value
    }
    let place = position(at)
    advance()
    let isList = indent >= own && isItem
    if isList { return try sequence(indent: indent, depth: depth + 1) }
    if indent > own { return try mapping(indent: indent, depth: depth + 1) }
    return Node(.scalar("", .plain), SourceRange(place, place))
  }

  private var isItem: Bool {
    at + 1 < end && bytes[at] == UInt8(ascii: "-") && bytes[at + 1] == 0x20
  }

  private mutating func sequence(indent own: Int, depth: Int) throws(Unusual) -> Node {
    guard depth < Self.deepest else { throw Unusual() }
    let start = position(at)
    var items: [Node] = []
    repeat {
      let dash = at
      at += 1
      skipBlanks()
      if keyEnd(from: at) != nil {
        items.append(try mapping(indent: own + at - dash, depth: depth + 1))
      } else {
        items.append(try value(depth: depth + 1))
        guard at == end else { throw Unusual() }
        advance()
      }
    } while indent == own && isItem
    guard indent <= own else { throw Unusual() }
    return Node(.sequence(items), SourceRange(start, items.last?.range.end ?? start))
  }

  // MARK: Within a line

  /// A key that the mapping does not have yet, its colon and the blanks behind it.
  private mutating func key(in entries: [Node.Entry]) throws(Unusual) -> Located<String> {
    guard let colon = keyEnd(from: at), entries.count < Self.mostKeys else { throw Unusual() }
    let start = position(at)
    let name = text(at..<colon)
    guard !entries.contains(where: { $0.key.value.hasSameBytes(as: name) }) else {
      throw Unusual()
    }
    let range = SourceRange(start, position(colon))
    at = colon + 1
    if at < end { skipBlanks() }
    return Located(name, range)
  }

  /// The colon behind a word that begins here, if it ends a key.
  private func keyEnd(from start: Int) -> Int? {
    var i = start
    while i < end, isWord(bytes[i]) || (bytes[i] == UInt8(ascii: "-") && i > start) { i += 1 }
    guard i > start, i < end, i - start <= Self.longestKey, bytes[i] == UInt8(ascii: ":"),
      i + 1 == end || bytes[i + 1] == 0x20
    else { return nil }
    return i
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  /// A value that begins and ends in this line. `isInside` brackets, where commas
  /// and brackets end it.
  private mutating func value(depth: Int, isInside: Bool = false) throws(Unusual) -> Node {
    guard at < end, depth < Self.deepest else { throw Unusual() }
    switch bytes[at] {
    case UInt8(ascii: "\""): return try quoted(.doubleQuoted)
    case UInt8(ascii: "'"): return try quoted(.singleQuoted)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "{"): return try group(depth: depth)
    default: return try plain(isInside: isInside)
    }
  }

  private mutating func quoted(_ style: Node.ScalarStyle) throws(Unusual) -> Node {
    let start = position(at)
    let quote = bytes[at]
    var close = at + 1
    while close < end, bytes[close] != quote {
      guard bytes[close] != UInt8(ascii: "\\") else { throw Unusual() }
      close += 1
    }
    guard close < end, close + 1 == end || bytes[close + 1] != quote else { throw Unusual() }
    let content = text(at + 1..<close)
    at = close + 1
    return Node(.scalar(content, style), SourceRange(start, position(at)))
  }

  private mutating func plain(isInside: Bool) throws(Unusual) -> Node {
    guard isWord(bytes[at]) || "(+./<=;^~$\\".utf8.contains(bytes[at]) else { throw Unusual() }
    var i = at
    scan: while i < end {
      switch bytes[i] {
      case UInt8(ascii: ":"):
        // Before a word it is part of the text, as in 12:30.
        guard i + 1 < end, isWord(bytes[i + 1]) || bytes[i + 1] == UInt8(ascii: "/") else {
          throw Unusual()
        }
      case UInt8(ascii: "#"): throw Unusual()
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): if isInside { break scan }
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"):
        if isInside { throw Unusual() }
      default: break
      }
      i += 1
    }
    var stop = i
    while stop > at, bytes[stop - 1] == 0x20 { stop -= 1 }
    let start = position(at)
    let content = text(at..<stop)
    at = i
    return Node(.scalar(content, .plain), SourceRange(start, position(stop)))
  }

  /// `[a, b]`
  private mutating func list(depth: Int) throws(Unusual) -> Node {
    let start = position(at)
    at += 1
    skipBlanks()
    var items: [Node] = []
    items.reserveCapacity(4)
    if at < end, bytes[at] != UInt8(ascii: "]") {
      repeat {
        items.append(try value(depth: depth + 1, isInside: true))
      } while try comma(before: UInt8(ascii: "]"))
    }
    return Node(.sequence(items), SourceRange(start, try closed()))
  }

  /// `{a: 1, b: 2}`
  private mutating func group(depth: Int) throws(Unusual) -> Node {
    let start = position(at)
    at += 1
    skipBlanks()
    var entries: [Node.Entry] = []
    entries.reserveCapacity(4)
    if at < end, bytes[at] != UInt8(ascii: "}") {
      repeat {
        let name = try key(in: entries)
        entries.append(
          Node.Entry(key: name, value: try value(depth: depth + 1, isInside: true)))
      } while try comma(before: UInt8(ascii: "}"))
    }
    return Node(.mapping(entries), SourceRange(start, try closed()))
  }

  /// Passes a comma; false where the bracket closes, which is left.
  private mutating func comma(before bracket: UInt8) throws(Unusual) -> Bool {
    skipBlanks()
    guard at < end else { throw Unusual() }
    if bytes[at] == bracket { return false }
    guard bytes[at] == UInt8(ascii: ",") else { throw Unusual() }
    at += 1
    skipBlanks()
    return true
  }

  /// The place behind the bracket that closes.
  private mutating func closed() throws(Unusual) -> SourcePosition {
    guard at < end else { throw Unusual() }
    at += 1
    return position(at)
  }

  private mutating func skipBlanks() {
    while at < end, bytes[at] == 0x20 { at += 1 }
  }

  private func text(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
  }

  /// Asked for in the order of the line's bytes.
  private mutating func position(_ offset: Int) -> SourcePosition {
    while counted < offset {
      if bytes[counted] & 0xC0 != 0x80 { column += 1 }
      counted += 1
    }
    return SourcePosition(line: block.firstLine + line, column: column)
  }
}

extension SimpleYAML {
  /// Bounds far within libyaml's reader's own, and so that nothing grows with the
  /// square of a length.
  private static let largest = 16 * 1024
  private static let mostKeys = 100
  private static let longestKey = 120
  private static let deepest = 8

  /// Whether no character is there that YAML refuses or takes for a line's end,
  /// nor a tab. The bytes are UTF-8.
  private static func isOrdinary(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      func next(_ i: Int) -> UInt8 { i < range.upperBound ? bytes[i] : 0 }
      for i in range {
        switch bytes[i] {
        case 0x0A: break
        case 0x0D: if next(i + 1) != 0x0A { return false }
        case 0..<0x20, 0x7F: return false
        // U+0080 to U+009F.
        case 0xC2: if next(i + 1) < 0xA0 { return false }
        // U+2028 and U+2029.
        case 0xE2: if next(i + 1) == 0x80, next(i + 2) | 1 == 0xA9 { return false }
        // U+FEFF, U+FFFE and U+FFFF.
        case 0xEF:
          if next(i + 1) == 0xBB, next(i + 2) == 0xBF { return false }
          if next(i + 1) == 0xBF, next(i + 2) >= 0xBE { return false }
        default: break
        }
      }
      return true
    }
  }
}
