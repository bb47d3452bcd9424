import CedianModel

/// Reads the YAML that nearly every front matter is made of: fields and lists by
/// their indent, `[…]` and `{…}` within a line, plain texts and quoted ones without
/// escapes. It makes the very node that libyaml's events make, in a small part of the
/// time, and leaves everything else to libyaml: comments, texts over several
/// lines, escapes, whatever might be a mistake.
struct SimpleYAML {
  /// What a block says. Where it is doubtful, `LineScanner` may still find a mistake
  /// in it; otherwise there is none to find.
  struct Reading {
    var node: Node
    var isDoubtful: Bool
  }

  /// The whole file's.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the block ends.
  let limit: Int
  let firstLine: Int
  var isDoubtful = false

  /// The line at hand: its number from 0, its indent, and its end without blanks.
  /// Behind the last line the indent is -1.
  var line = -1
  var indent = -1
  var end: Int
  /// Where the next line begins.
  var next: Int
  /// The next byte.
  var at: Int
  /// The column of the byte at `counted`, so that no byte is counted twice.
  private var counted = 0
  private var column = 1

  /// Something that is libyaml's to read.
  struct Unusual: Error {}

  /// What libyaml would give for a block of a file in UTF-8, or nil where that is for
  /// it to say.
  static func read(_ bytes: [UInt8], _ range: Range<Int>, firstLine: Int) -> Reading? {
    guard range.count <= largest else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
      var reader = SimpleYAML(bytes, range, firstLine)
      guard let node = try? reader.document() else { return nil }
      return Reading(node: node, isDoubtful: reader.isDoubtful)
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    limit = range.upperBound
    (next, at, end) = (range.lowerBound, range.lowerBound, range.lowerBound)
  }

  private mutating func document() throws(Unusual) -> Node {
    try advance()
    guard indent == 0 else { throw Unusual() }
    // It ends behind the last line: no other indent is less.
    return try mapping(indent: 0, depth: 0)
  }

  // MARK: Blocks

  private mutating func mapping(indent own: Int, depth: Int) throws(Unusual) -> Node {
    guard depth < Self.deepest else { throw Unusual() }
    let start = position(at)
    var entries: [Node.Entry] = []
    entries.reserveCapacity(depth == 0 ? 24 : 4)
    var keys = KeyMarks()
    var last = start
    repeat {
      let name = try key(in: entries, &keys)
      let value = try field(indent: own, depth: depth)
      last = value.range.end
      entries.append(Node.Entry(key: name, value: value))
    } while indent == own
    guard indent < own else { throw Unusual() }
    return Node(.mapping(entries), SourceRange(start, last))
  }

  /// What stands after a field's colon, in its line or below it.
  private mutating func field(indent own: Int, depth: Int) throws(Unusual) -> Node {
    if at < end {
      let value = try value(depth: depth + 1)
      guard at == end else { throw Unusual() }
      try advance()
      guard indent <= own else { throw Unusual() }
      return value
    }
    let place = position(at)
    try advance()
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
    items.reserveCapacity(4)
    var last = start
    repeat {
      let dash = at
      at += 1
      skipBlanks()
      if keyEnd(from: at) != nil {
        items.append(try mapping(indent: own + at - dash, depth: depth + 1))
      } else {
        items.append(try value(depth: depth + 1, .item))
        guard at == end else { throw Unusual() }
        try advance()
      }
      last = items[items.count - 1].range.end
    } while indent == own && isItem
    guard indent <= own else { throw Unusual() }
    return Node(.sequence(items), SourceRange(start, last))
  }

  // MARK: Keys

  /// Marks of a mapping's keys: one without its mark is new, and nothing need be
  /// compared.
  struct KeyMarks {
    private var marks: UInt64 = 0

    /// Whether a key of the same mark has come.
    mutating func insert(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
      let (first, middle) = (name[0], name[name.count / 2])
      let mark = UInt64(1) << UInt64((first ^ middle &* 5 ^ name[name.count - 1] &* 3) & 63)
      defer { marks |= mark }
      return marks & mark != 0
    }
  }

  /// A key that the mapping does not have yet, its colon and the blanks behind it.
  mutating func key(
    in entries: [Node.Entry], _ keys: inout KeyMarks
  ) throws(Unusual) -> Located<String> {
    guard let colon = keyEnd(from: at), entries.count < Self.mostKeys else { throw Unusual() }
    let start = position(at)
    let written = UnsafeBufferPointer(rebasing: bytes[at..<colon])
    let name: String
    if let known = RecordSchema.fieldName(written) {
      name = known
    } else {
      name = String(decoding: written, as: UTF8.self)
      // A full-width colon may have been meant as the field's.
      if written.contains(0xEF) { isDoubtful = true }
    }
    if keys.insert(written),
      entries.indices.contains(where: { entries[$0].key.value.hasSameBytes(as: name) })
    {
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
    while i < end {
      let byte = bytes[i]
      if !isWord(byte) { guard byte == UInt8(ascii: "-"), i > start else { break } }
      i += 1
    }
    guard i > start, i < end, i - start <= Self.longestKey, bytes[i] == UInt8(ascii: ":"),
      i + 1 == end || bytes[i + 1] == 0x20
    else { return nil }
    return i
  }

  func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
  }

  // MARK: Bytes

  mutating func skipBlanks() {
    while at < end, bytes[at] == 0x20 { at += 1 }
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// Counts from here, the first byte of a line.
  mutating func count(from start: Int) { (counted, column) = (start, 1) }

  /// Asked for in the order of the line's bytes.
  mutating func position(_ offset: Int) -> SourcePosition {
    if let base = UnsafeRawPointer(bytes.baseAddress) {
      while counted < offset, counted + 8 <= bytes.count {
        let length = min(offset - counted, 8)
        // Without the bytes from `offset` on.
        let word = base.eightBytes(at: counted) & UInt64.max >> UInt64(64 - length * 8)
        // One bit for each byte that goes on with a character, summed up by the product.
        let following = (word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101
        column += length - Int(truncatingIfNeeded: (following &* 0x0101_0101_0101_0101) >> 56)
        counted += length
      }
    }
    while counted < offset {
      if bytes[counted] & 0xC0 != 0x80 { column += 1 }
      counted += 1
    }
    return SourcePosition(line: firstLine + line, column: column)
  }
}

extension SimpleYAML {
  /// Bounds far within libyaml's reader's own, and so that nothing grows with the
  /// square of a length.
  private static let largest = 16 * 1024
  private static let mostKeys = 100
  private static let longestKey = 120
  static let deepest = 8
}
