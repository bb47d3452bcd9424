import CedianModel

/// Where a file's front matter and body lie. A byte order mark and CRLF are
/// accepted and belong to neither.
public struct SourceSplit: Sendable, Hashable {
  /// The bytes between the fences; nil where the file has no front matter.
  public var frontMatter: Range<Int>?
  /// Blank lines before the opening `---`, which do not belong there.
  public var blankLines: SourceRange?
  /// The opening `---`; the file's first place without front matter.
  public var opening: SourceRange
  /// The closing `---` or `...`; the opening one where it is missing.
  public var closing: SourceRange
  /// False where the closing line is missing: then the front matter ends
  /// before the first line that can belong to none.
  public var isClosed: Bool
  /// Lines that were taken for a fence and are none as they are written: `----`, `———`,
  /// ` ---`. Where there is no true closing one, such a line ends the front matter, which
  /// counts as not closed.
  public var nearFences: [SourceRange] = []
  public var body: Range<Int>
  /// Counted from 1.
  public var bodyFirstLine: Int
}

/// Splits off the front matter: from a first line `---` to the next line `---`
/// or `...`. A file that only begins with a thematic break has no front matter.
/// Where blank lines come first, what follows must look like fields.
public func splitFrontMatter(_ bytes: [UInt8]) -> SourceSplit {
  bytes.withUnsafeBufferPointer(split)
}

private func split(_ bytes: UnsafeBufferPointer<UInt8>) -> SourceSplit {
  let mark = bytes.byteOrderMark
  var (start, opener) = (mark, 1)
  while let end = nextLine(bytes, start), isBlank(bytes[start..<end]) {
    (start, opener) = (end, opener + 1)
  }
  let nowhere = SourceRange(.start, .start)
  let none = SourceSplit(
    frontMatter: nil, opening: nowhere, closing: nowhere, isClosed: true,
    body: mark..<bytes.count, bodyFirstLine: 1)
  let isOpened = fence(bytes, start, allowsDots: false)
  guard let first = nextLine(bytes, start),
    isOpened || opener == 1 && NearFence.ends(bytes, start, mayBeIndented: true),
    isOpened && opener == 1 || holdsField(bytes, first..<bytes.count)
  else { return none }
  let nearOpening = isOpened ? [] : [NearFence.range(bytes, start, line: opener)]
  let blankLines =
    opener > 1 ? SourceRange(.start, SourcePosition(line: opener, column: 1)) : nil
  let opening = SourceRange(line: opener, column: 1, length: 3)
  var (line, number) = (first, opener + 1)
  var end: (offset: Int, number: Int)?
  var near: (line: Int, number: Int)?
  while line < bytes.count {
    if fence(bytes, line, allowsDots: true) {
      // Below a blank line or a heading it is a rule of a text that begins with one.
      guard isOpened || end == nil else { return none }
      let body = nextLine(bytes, line) ?? bytes.count
      return SourceSplit(
        frontMatter: first..<line, blankLines: blankLines, opening: opening,
        closing: SourceRange(line: number, column: 1, length: 3), isClosed: true,
        nearFences: nearOpening, body: body..<bytes.count, bodyFirstLine: number + 1)
    }
    if end == nil, near == nil, NearFence.ends(bytes, line, mayBeIndented: false) {
      near = (line, number)
    }
    if end == nil, endsUnclosed(bytes, line) { end = (line, number) }
    line = nextLine(bytes, line) ?? bytes.count
    number += 1
  }
  if let near, holdsField(bytes, first..<near.line) {
    let range = NearFence.range(bytes, near.line, line: near.number)
    return SourceSplit(
      frontMatter: first..<near.line, blankLines: blankLines, opening: opening, closing: range,
      isClosed: false, nearFences: nearOpening + [range],
      body: (nextLine(bytes, near.line) ?? bytes.count)..<bytes.count,
      bodyFirstLine: near.number + 1)
  }
  // A line of dashes and words below it are no front matter by themselves.
  guard isOpened else { return none }
  let (offset, after) = end ?? (bytes.count, number)
  guard first < offset, holdsField(bytes, first..<offset) else { return none }
  return SourceSplit(
    frontMatter: first..<offset, blankLines: blankLines, opening: opening, closing: opening,
    isClosed: false,
    body: offset..<bytes.count, bodyFirstLine: after)
}

private func isBlank(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
}

/// `---` or `...` with nothing but blanks after it.
private func fence(
  _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, allowsDots: Bool
) -> Bool {
  guard start + 3 <= bytes.count else { return false }
  let mark = bytes[start]
  guard mark == UInt8(ascii: "-") || (allowsDots && mark == UInt8(ascii: ".")),
    bytes[start + 1] == mark, bytes[start + 2] == mark
  else { return false }
  var index = start + 3
  while index < bytes.count, bytes[index] != 0x0A {
    guard bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0D else {
      return false
    }
    index += 1
  }
  return true
}

private func nextLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
  bytes.firstIndex(of: 0x0A, from: start).map { $0 + 1 }
}

/// A blank line or a heading: where front matter without a closing line stops.
private func endsUnclosed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
  let byte = bytes[start]
  if byte == UInt8(ascii: "#") { return true }
  return byte == 0x0A || (byte == 0x0D && start + 1 < bytes.count && bytes[start + 1] == 0x0A)
}

/// Whether the first line after the opening one looks like `key:`.
private func holdsField(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
  var index = range.lowerBound
  while index < range.upperBound, bytes[index] != 0x0A {
    let byte = bytes[index]
    if byte == 0x20 || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "[") { return false }
    if byte == UInt8(ascii: ":") { return index > range.lowerBound }
    if byte == 0xEF, index + 2 < range.upperBound, bytes[index + 1] == 0xBC,
      bytes[index + 2] == 0x9A
    {
      return index > range.lowerBound
    }
    index += 1
  }
  return false
}
