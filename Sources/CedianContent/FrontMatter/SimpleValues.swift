import CedianModel

/// Values that begin and end in one line.
extension SimpleYAML {
  /// Where a value stands.
  enum Standing {
    /// Behind a field's colon, up to the line's end.
    case field
    /// Behind a list's dash, up to the line's end.
    case item
    /// In brackets, where commas and brackets end it.
    case inside
  }

  mutating func value(depth: Int, _ standing: Standing = .field) throws(Unusual) -> Node {
    guard at < end, depth < Self.deepest else { throw Unusual() }
    switch bytes[at] {
    case UInt8(ascii: "\""): return try quoted(.doubleQuoted)
    case UInt8(ascii: "'"): return try quoted(.singleQuoted)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "{"): return try group(depth: depth)
    default: return try plain(standing)
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

  private mutating func plain(_ standing: Standing) throws(Unusual) -> Node {
    switch bytes[at] {
    case UInt8(ascii: "("), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: "^"),
      UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "\\"):
      break
    case let byte: guard isWord(byte) else { throw Unusual() }
    }
    let stop = try plainEnd(standing)
    let start = position(at)
    var last = stop
    while last > at, bytes[last - 1] == 0x20 { last -= 1 }
    let content = text(at..<last)
    at = stop
    return Node(.scalar(content, .plain), SourceRange(start, position(last)))
  }

  /// Where the plain text that begins here stops, with the blanks at its end.
  private mutating func plainEnd(_ standing: Standing) throws(Unusual) -> Int {
    var i = at
    while i < end {
      let byte = bytes[i]
      if byte >= 0xE0 {
        // In a list a full-width colon may have been meant as a field's.
        if byte == 0xEF, standing == .item, i + 2 < end, bytes[i + 1] == 0xBC,
          bytes[i + 2] == 0x9A
        {
          isDoubtful = true
        }
        i += 3
        continue
      }
      switch byte {
      case UInt8(ascii: ":"):
        // Before a word it is part of the text, as in 12:30.
        guard i + 1 < end, isWord(bytes[i + 1]) || bytes[i + 1] == UInt8(ascii: "/") else {
          throw Unusual()
        }
        if standing != .field { isDoubtful = true }
      case UInt8(ascii: "#"): throw Unusual()
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if standing == .inside { return i }
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"):
        if standing == .inside { throw Unusual() }
      default: break
      }
      i += 1
    }
    return min(i, end)
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
        items.append(try value(depth: depth + 1, .inside))
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
    var keys = KeyMarks()
    if at < end, bytes[at] != UInt8(ascii: "}") {
      repeat {
        let name = try key(in: entries, &keys)
        entries.append(Node.Entry(key: name, value: try value(depth: depth + 1, .inside)))
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
}
