import CedianModel

/// The links of a body that is simple enough to read them without a parser; nil
/// where only CommonMark's whole grammar tells what is a link.
///
/// A check needs a brief's links and nothing else of its body. Most bodies write
/// them as `[文字](../folder/file.md)` in running text, where nothing can turn them
/// into something else: so whatever could (code, HTML, escapes, definitions, tables,
/// images, footnotes, callouts) makes this give up rather than guess.
func scanLinks(_ bytes: [UInt8], in range: Range<Int>, firstLine: Int) -> [Body.Link]? {
  bytes.withUnsafeBufferPointer { bytes in
    var scan = LinkScan(
      bytes: bytes, end: min(range.upperBound, bytes.count), line: firstLine,
      lineStart: range.lowerBound)
    return scan.run() ? scan.links : nil
  }
}

private struct LinkScan {
  let bytes: Bytes
  let end: Int
  var line: Int
  var lineStart: Int
  var links: [Body.Link] = []
  /// Of the lines since the last blank one: a code span can reach that far.
  var hasBacktick = false
  var hasLink = false

  /// False where the body is not simple.
  mutating func run() -> Bool {
    var i = lineStart
    while true {
      i = nextNotable(from: i)
      guard i < end else { return true }
      switch bytes[i] {
      case 0x0A:
        i += 1
        line += 1
        lineStart = i
        if endsParagraph(at: i) { (hasBacktick, hasLink) = (false, false) }
      case 0x5B:
        if isTaskMark(at: i) {
          i += 3
        } else {
          guard let next = link(at: i) else { return false }
          i = next
        }
      case 0x60:
        if hasLink || isFence(at: i) { return false }
        hasBacktick = true
        i += 1
      case 0x7E:
        if isFence(at: i) { return false }
        i += 1
      case Sentinel.lead:
        if i + 1 < end, bytes[i + 1] == Sentinel.middle { return false }
        i += 1
      default: return false
      }
    }
  }

  /// The next byte that `run` has a case for.
  private func nextNotable(from start: Int) -> Int {
    var i = bytes.skip(from: start, end: end, notable)
    while i < end {
      let byte = bytes[i]
      if byte < 0x80 ? isNotable(byte) : byte == Sentinel.lead { return i }
      i += 1
    }
    return i
  }

  private func endsParagraph(at start: Int) -> Bool {
    var i = start
    while i < end, bytes[i] == 0x20 { i += 1 }
    return i == end || bytes[i] == 0x0A
  }

  private func isFence(at i: Int) -> Bool {
    i + 2 < end && bytes[i + 1] == bytes[i] && bytes[i + 2] == bytes[i]
  }

  /// `[ ] ` or `[x] `: without a definition it is no link.
  private func isTaskMark(at i: Int) -> Bool {
    i + 3 < end && bytes[i + 2] == 0x5D && bytes[i + 3] == 0x20
      && (bytes[i + 1] == 0x20 || bytes[i + 1] | 0x20 == 0x78)
  }

  /// Records the link that begins at `start` and returns where it ends.
  private mutating func link(at start: Int) -> Int? {
    guard !hasBacktick, start == lineStart || bytes[start - 1] != 0x21,
      isPlainLine(), start + 1 < end, bytes[start + 1] != 0x5E
    else { return nil }
    var i = start + 1
    while i < end, bytes[i] != 0x5D {
      // Also a line's end: the label would go on behind the marks of a container.
      if bytes[i] < 0x80, isNotable(bytes[i]) { return nil }
      if bytes[i] == Sentinel.lead, i + 1 < end, bytes[i + 1] == Sentinel.middle { return nil }
      i += 1
    }
    guard i + 2 < end, bytes[i + 1] == 0x28 else { return nil }
    let from = i + 2
    guard bytes[from] != 0x23, bytes[from] != 0x2F else { return nil }
    i = from
    while i < end, isAddress(bytes[i]) { i += 1 }
    guard i > from, i < end, bytes[i] == 0x29 else { return nil }
    hasLink = true
    let column = 1 + bytes.scalars(in: lineStart..<start)
    links.append(
      Body.Link(
        destination: String(decoding: bytes[from..<i], as: UTF8.self), offset: 0,
        range: SourceRange(
          SourcePosition(line: line, column: column),
          SourcePosition(line: line, column: column + bytes.scalars(in: start..<i + 1)))))
    return i + 1
  }

  /// Whether the line is neither indented code nor a row of a table.
  private func isPlainLine() -> Bool {
    var spaces = 0
    var i = lineStart
    while true {
      let notable = bytes.skip(from: i, end: end, blanksAndPipes)
      if notable > i { (i, spaces) = (notable, 0) }
      guard i < end, bytes[i] != 0x0A else { return true }
      spaces = bytes[i] == 0x20 ? spaces + 1 : 0
      if spaces == 4 || bytes[i] == 0x7C { return false }
      i += 1
    }
  }

  /// Letters, digits, `.`, `/`, `-`, `_`, `#` and Han characters, but nothing of
  /// the block of full-width forms.
  private func isAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x23, 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    case 0x00..<0x80: false
    default: byte != Sentinel.lead
    }
  }
}

/// Line ends, tabs and every mark by which a link becomes something else; of ASCII.
private func isNotable(_ byte: UInt8) -> Bool {
  (byte < 0x40 ? notableLow : notableHigh) >> UInt64(byte & 0x3F) & 1 != 0
}

/// What is notable, and some controls.
@inline(__always)
private func notable(_ bytes: Vector, _ next: Vector) -> VectorMask {
  let blanks = bytes.isBelow(0x0B) .| bytes.equals(0x0D)
  let links = bytes.equals(0x5B) .| bytes.equals(0x5C) .| bytes.equals(0x3C)
  let runs = bytes.equals(0x60) .| bytes.equals(0x7E)
  return blanks .| links .| runs .| marks(bytes, next)
}

@inline(__always)
private func blanksAndPipes(_ bytes: Vector, _ next: Vector) -> VectorMask {
  bytes.isBelow(0x21) .| bytes.equals(0x7C)
}

/// NUL, tab, `\n`, `\r`, `<`: one bit each.
private let notableLow: UInt64 = 1 << 0x00 | 1 << 0x09 | 1 << 0x0A | 1 << 0x0D | 1 << 0x3C
/// `[`, `\`, `` ` ``, `~`: one bit each, less 64.
private let notableHigh: UInt64 = 1 << 0x1B | 1 << 0x1C | 1 << 0x20 | 1 << 0x3E
