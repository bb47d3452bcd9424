/// A body as libcmark reads it: the author's bytes, with marks where the
/// extensions need them.
struct AnnotatedSource {
  var bytes: [UInt8]
  /// Offsets in `bytes` at which lines begin.
  var lineStarts: [Int]
  /// Whether marks of any kind may stand in `bytes`.
  var hasMarks = false
  /// Whether marks of strikethrough or footnotes were written: only then need
  /// texts be searched for them.
  var hasInlineMarks = false
  /// Whether a pipe stands anywhere: no table without one.
  var hasPipes = false

  init(bytes: [UInt8], lineStarts: [Int]) {
    self.bytes = bytes
    self.lineStarts = lineStarts
  }

  /// The bytes as they are.
  init(plain bytes: [UInt8], in range: Range<Int>) {
    self.bytes = range == 0..<bytes.count ? bytes : Array(bytes[range])
    lineStarts = [0]
    for i in 0..<self.bytes.count where endsLine(self.bytes, at: i) {
      lineStarts.append(i + 1)
    }
  }

  /// The bytes of the 1-based line, without its line end.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}

/// Whether the byte is the last of a line end: `\n`, or `\r` alone.
@inline(__always)
func endsLine(_ bytes: borrowing [UInt8], at i: Int) -> Bool {
  bytes[i] == 0x0A || (bytes[i] == 0x0D && !(i + 1 < bytes.count && bytes[i + 1] == 0x0A))
}

/// How many of the author's scalars lie in the range: marks, and what belongs
/// to them, count nothing.
func countScalars(_ bytes: borrowing [UInt8], in range: Range<Int>) -> Int {
  var count = 0
  var i = range.lowerBound
  while i < range.upperBound {
    let byte = bytes[i]
    if byte == Sentinel.lead, i + 2 < bytes.count {
      if bytes.isMark(at: i) {
        switch Sentinel(rawValue: bytes[i + 2]) {
        case .punctuation, .escape: i += 4
        case .footnoteItem:
          count -= Sentinel.bulletLength
          i += 3
        case .cellEscape:
          count += 1
          i += 3
        default: i += 3
        }
        continue
      }
    }
    if byte & 0xC0 != 0x80 { count += 1 }
    i += 1
  }
  return count
}
