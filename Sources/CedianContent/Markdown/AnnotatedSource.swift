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
  /// Whether the bytes are known to be UTF-8, so that libcmark need not ask.
  var isUTF8 = false

  init(bytes: [UInt8], lineStarts: [Int]) {
    self.bytes = bytes
    self.lineStarts = lineStarts
  }

  /// The bytes as they are.
  init(plain bytes: Bytes, in range: Range<Int>) {
    self.bytes = Array(UnsafeBufferPointer(rebasing: bytes[range]))
    lineStarts = [0]
    for i in range where endsLine(bytes, at: i, end: range.upperBound) {
      lineStarts.append(i + 1 - range.lowerBound)
    }
  }

  func has(_ mark: Sentinel, at i: Int) -> Bool {
    bytes.withUnsafeBufferPointer { $0.has(mark, at: i) }
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
func endsLine(_ bytes: Bytes, at i: Int, end: Int) -> Bool {
  bytes[i] == 0x0A || (bytes[i] == 0x0D && !(i + 1 < end && bytes[i + 1] == 0x0A))
}

/// How many of the author's scalars lie in the range: marks, and what belongs
/// to them, count nothing.
func countScalars(_ bytes: [UInt8], in range: Range<Int>) -> Int {
  bytes.withUnsafeBufferPointer { countScalars($0, in: range) }
}

func countScalars(_ bytes: Bytes, in range: Range<Int>) -> Int {
  var count = 0
  var i = range.lowerBound
  // A mark that begins in the range may end after it.
  let limit = min(bytes.count, range.upperBound + 2)
  while i < range.upperBound {
    let mark = min(nextMark(bytes, from: i, end: limit), range.upperBound)
    count += bytes.scalars(in: i..<mark)
    guard mark < range.upperBound else { return count }
    switch Sentinel(rawValue: bytes[mark + 2]) {
    case .punctuation, .escape: i = mark + 4
    case .footnoteItem:
      count -= Sentinel.bulletLength
      i = mark + 3
    case .cellEscape:
      count += 1
      i = mark + 3
    default: i = mark + 3
    }
  }
  return count
}
