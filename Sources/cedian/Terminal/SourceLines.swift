/// A file's lines, for excerpts. Only the lines that are asked for are decoded.
struct SourceLines: Sendable {
  private let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]
  /// Of long lines: how many scalars stand before each block of bytes, so that
  /// a thousand findings on one line do not each read it from its start.
  private var blocks: [Int: [Int]] = [:]

  private static let blockSize = 512

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (at, byte) in bytes.enumerated() {
      let isBreak =
        byte == 0x0A || (byte == 0x0D && (at + 1 == bytes.count || bytes[at + 1] != 0x0A))
      if isBreak { starts.append(at + 1) }
    }
    self.starts = starts
    for number in 1...starts.count {
      let line = range(number)
      guard line.count > 8 * Self.blockSize else { continue }
      var counts: [Int] = []
      var count = 0
      for (index, byte) in bytes[line].enumerated() {
        if index % Self.blockSize == 0 { counts.append(count) }
        if byte & 0xC0 != 0x80 { count += 1 }
      }
      blocks[number] = counts
    }
  }

  private func range(_ number: Int) -> Range<Int> {
    var end = number < starts.count ? starts[number] : bytes.count
    let start = starts[number - 1]
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Whether there is such a line.
  func holds(_ number: Int) -> Bool { number >= 1 && number <= starts.count }

  /// The line, or of a long one the part around a column.
  func part(_ number: Int, around column: Int, reach: Int) -> LinePart? {
    guard holds(number) else { return nil }
    let line = range(number)
    guard let counts = blocks[number] else {
      return LinePart(text: String(decoding: bytes[line], as: UTF8.self))
    }
    let wanted = max(0, column - 1 - reach)
    let block = max(0, (counts.firstIndex { $0 > wanted } ?? counts.count) - 1)
    var at = line.lowerBound + block * Self.blockSize
    var skipped = counts[block]
    // A block may begin inside a character: what follows of it was counted.
    while at < line.upperBound, bytes[at] & 0xC0 == 0x80 { at += 1 }
    while at < line.upperBound, skipped < wanted {
      at += 1
      while at < line.upperBound, bytes[at] & 0xC0 == 0x80 { at += 1 }
      skipped += 1
    }
    var end = min(line.upperBound, at + 4 * 2 * reach)
    while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return LinePart(
      text: String(decoding: bytes[at..<end], as: UTF8.self), skipped: skipped,
      isCut: end < line.upperBound)
  }

  /// The line, counted from 1, without its break and without a byte order mark;
  /// nil beyond the end. A break at the very end makes an empty last line, the
  /// place where something may be missing.
  subscript(number: Int) -> String? {
    guard holds(number) else { return nil }
    return String(decoding: bytes[range(number)], as: UTF8.self)
  }

  /// Lines that hold something: a final break does not make one more.
  var count: Int { starts.last == bytes.count ? starts.count - 1 : starts.count }
}

/// A line, or a part of a long one.
struct LinePart: Sendable {
  var text: String
  /// Scalars of the line before it.
  var skipped = 0
  /// Whether more of the line comes after it.
  var isCut = false
}
