/// The blocks of two texts that are compared, each by a number: what stands written in
/// both is one block, however often and wherever.
struct WrittenTexts {
  struct Section {
    var heading: String
    var level = 0
    /// Numbers of blocks.
    var blocks: [Int32] = []
  }

  let old: [Section]
  let new: [Section]
  /// Both texts, so that a block is told by where it stands.
  private let bytes: [UInt8]
  private let blocks: NumberedBytes

  init(_ old: String, _ new: String) {
    var bytes = Array(old.utf8)
    var middle = bytes.count
    bytes += new.utf8
    if bytes.contains(0x0D) {
      let before = Self.withoutReturns(bytes[..<middle])
      bytes = before + Self.withoutReturns(bytes[middle...])
      middle = before.count
    }
    var blocks = NumberedBytes()
    (self.old, self.new) = bytes.withUnsafeBufferPointer { [middle] bytes in
      (
        Self.sections(of: bytes, 0..<middle, &blocks),
        Self.sections(of: bytes, middle..<bytes.count, &blocks)
      )
    }
    (self.bytes, self.blocks) = (bytes, blocks)
  }

  /// The block as the page says it. A line of plain words is read as it stands.
  func text(_ block: Int32) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      let own = UnsafeBufferPointer(rebasing: bytes[blocks[block]])
      let text = String(decoding: own, as: UTF8.self)
      if isPlainLine(own) { return text }
      return proseText(
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) })
    }
  }

  /// A carriage return ends no line, and does not show before a line feed.
  private static func withoutReturns(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return Array(lines.map { $0.last == 0x0D ? $0.dropLast() : $0 }.joined(separator: [0x0A]))
  }

  /// By bytes: a history reads thousands of texts, and characters take ten times as long.
  private static func sections(
    of bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>, _ blocks: inout NumberedBytes
  ) -> [Section] {
    var found = [Section(heading: "")]
    var block: Range<Int>?
    var isFenced = false
    func close() {
      if let block { found[found.count - 1].blocks.append(blocks.number(of: block, in: bytes)) }
      block = nil
    }
    var start = text.lowerBound
    while start <= text.upperBound {
      var end = start
      while end < text.upperBound, bytes[end] != 0x0A { end += 1 }
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      let words = line.drop { $0 == 0x20 || $0 == 0x09 }
      let isFence = words.starts(with: "```".utf8) || words.starts(with: "~~~".utf8)
      // Code is a block of its own, so that its lines stay lines.
      if isFence, !isFenced { close() }
      if isFence { isFenced.toggle() }
      if !isFenced, let level = level(of: line) {
        close()
        let rest = Substring(decoding: line[(level + 1)...], as: UTF8.self)
        found.append(Section(heading: heading(rest), level: level))
      } else if !isFenced, words.isEmpty {
        close()
      } else {
        // So that one changed item or row is not the whole list or table.
        if !isFenced, beginsItem(line) { close() }
        block = (block?.lowerBound ?? start)..<end
        if isFence, !isFenced { close() }
      }
      start = end + 1
    }
    close()
    return found.filter { !$0.heading.isEmpty || !$0.blocks.isEmpty }
  }
}

/// Whether a block is one line that begins with a letter, not with a mark, and does not
/// end in a blank: nothing in it is written in another way than it reads.
private func isPlainLine(_ block: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = block.first, let last = block.last else { return true }
  let isLetter = first >= 0x80 || (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first)
  return isLetter && last != 0x20 && last != 0x09 && !block.contains(0x0A)
}

/// Of a heading its `#`, with a blank behind them.
private func level(of line: UnsafeBufferPointer<UInt8>) -> Int? {
  guard line.first == UInt8(ascii: "#") else { return nil }
  let level = line.prefix { $0 == UInt8(ascii: "#") }.count
  return level < line.count && line[level] == 0x20 ? level : nil
}

/// A heading's words: blanks around them and `#` behind them are none.
private func heading(_ rest: Substring) -> String {
  var words = rest.drop { $0 == " " }
  while words.last == " " || words.last == "\t" { words.removeLast() }
  let closed = words.reversed().prefix { $0 == "#" }.count
  if closed > 0, closed == words.count || words.dropLast(closed).last == " " {
    words.removeLast(closed)
    while words.last == " " { words.removeLast() }
  }
  return String(words)
}

/// Whether the line is a row of a table or begins an item of a list.
private func beginsItem(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
  let text = line.drop { $0 == 0x20 }
  guard let first = text.first else { return false }
  switch first {
  case UInt8(ascii: "|"): return true
  case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
    return text.dropFirst().first == 0x20
  case UInt8(ascii: "0")...UInt8(ascii: "9"):
    let rest = text.drop { (0x30...0x39).contains($0) }
    let isMark = rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")")
    return isMark && rest.dropFirst().first == 0x20
  default: return false
  }
}

/// Ranges of one buffer by what they hold: the same bytes have the same number.
struct NumberedBytes {
  private var ranges: [Range<Int>] = []
  private var numbers: [UInt64: [Int32]] = [:]

  var count: Int { ranges.count }

  subscript(number: Int32) -> Range<Int> { ranges[Int(number)] }

  mutating func number(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let own = UnsafeBufferPointer(rebasing: bytes[range])
    let hash = Self.hash(own)
    for number in numbers[hash] ?? [] {
      if UnsafeBufferPointer(rebasing: bytes[ranges[Int(number)]]).hasSameBytes(as: own) {
        return number
      }
    }
    let next = Int32(ranges.count)
    ranges.append(range)
    numbers[hash, default: []].append(next)
    return next
  }

  /// Eight bytes at a time. What has the same one is compared.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    func add(_ word: UInt64) {
      hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    let raw = UnsafeRawBufferPointer(bytes)
    var at = 0
    while at + 8 <= raw.count {
      add(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    while at < raw.count {
      rest = rest << 8 | UInt64(raw[at])
      at += 1
    }
    add(rest)
    return hash
  }
}
