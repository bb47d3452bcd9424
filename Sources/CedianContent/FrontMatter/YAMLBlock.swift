import CedianModel

/// The lines of a front matter or of a YAML file, as bytes with their places in
/// the file.
struct YAMLBlock {
  let path: String
  let bytes: [UInt8]
  let range: Range<Int>
  /// The number of the first line, from 1.
  let firstLine: Int
  /// Without their line ends.
  let lines: [Range<Int>]
  /// How many columns a full-width space of a margin stands for.
  let fullWidthSpace: Int

  init(path: String, bytes: [UInt8], range: Range<Int>, firstLine: Int) {
    self.path = path
    self.bytes = bytes
    self.range = range
    self.firstLine = firstLine
    var lines: [Range<Int>] = []
    lines.reserveCapacity(range.count / 24 + 2)
    bytes.withUnsafeBufferPointer { bytes in
      var start = range.lowerBound
      for index in range where bytes[index] == 0x0A {
        let isCRLF = index > start && bytes[index - 1] == 0x0D
        lines.append(start..<(isCRLF ? index - 1 : index))
        start = index + 1
      }
      if start < range.upperBound { lines.append(start..<range.upperBound) }
    }
    self.lines = lines
    fullWidthSpace = Self.fullWidthSpace(bytes, lines)
  }

  /// As wide as it is shown, unless a list's fields say otherwise: they stand two
  /// columns behind their dash, so two full-width spaces there are two columns.
  private static func fullWidthSpace(_ bytes: [UInt8], _ lines: [Range<Int>]) -> Int {
    var dash: Int?
    for line in lines {
      var (at, count) = (line.lowerBound, 0)
      while at + 2 < line.upperBound, bytes[at] == 0xE3, bytes[at + 1] == 0x80,
        bytes[at + 2] == 0x80
      {
        at += 3
        count += 1
      }
      guard count > 0, at < line.upperBound else {
        dash = nil
        continue
      }
      if let dash, bytes[at] != UInt8(ascii: "-"), count == dash + 2 { return 1 }
      dash = bytes[at] == UInt8(ascii: "-") ? count : nil
    }
    return 2
  }

  /// The place of a byte of line `line`, counted from 0.
  func position(_ offset: Int, line: Int) -> SourcePosition {
    SourcePosition(
      line: firstLine + line, column: scalarCount(lines[line].lowerBound..<offset) + 1)
  }

  func sourceRange(_ range: Range<Int>, line: Int) -> SourceRange {
    SourceRange(position(range.lowerBound, line: line), position(range.upperBound, line: line))
  }

  func location(_ range: Range<Int>, line: Int) -> SourceLocation {
    SourceLocation(path: path, range: sourceRange(range, line: line))
  }

  func scalarCount(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// A line as it reads once `edit` is made, without its indent.
  func line(_ line: Int, replacing range: Range<Int>, with replacement: String) -> String {
    let whole = lines[line]
    let text =
      text(whole.lowerBound..<range.lowerBound) + replacement
      + text(range.upperBound..<whole.upperBound)
    return String(text.drop { $0 == " " || $0 == "\t" || $0 == "\u{3000}" })
  }
}
