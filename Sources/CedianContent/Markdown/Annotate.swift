/// Writes marks into a body where libcmark alone would not do what the
/// extensions want: beside delimiter runs next to CJK text, around bare
/// addresses, in footnote references and definitions, after tildes.
///
/// One pass that knows lines but no blocks. A mark that lands in code, in an
/// address or in a title is taken out again with all others, so a wrong guess
/// about the context costs nothing.
///
/// - Parameter guardsOnly: writes only the marks that keep libcmark from taking
///   more than linear time.
func annotate(
  _ bytes: Bytes, in range: Range<Int>, guardsOnly: Bool = false
) -> AnnotatedSource {
  var annotator = Annotator(bytes: bytes, range: range, guardsOnly: guardsOnly)
  annotator.run()
  var source = AnnotatedSource(bytes: annotator.out, lineStarts: annotator.lineStarts)
  source.hasMarks = true
  source.hasInlineMarks = annotator.hasInlineMarks
  source.hasPipes = bytes.contains(0x7C, in: range)
  return source
}

/// Containers that one line may open. libcmark and browsers both take more
/// badly, and nobody writes them.
private let nestingLimit = 100

struct Annotator {
  let bytes: Bytes
  let end: Int
  let start: Int
  var out: [UInt8] = []
  var lineStarts: [Int] = [0]
  /// Everything before it is in `out`.
  var flushed: Int
  /// Where the line's own text begins, after the marks of its containers.
  var contentStart: Int
  let guardsOnly: Bool
  var rawHTML = RawHTMLGuard()
  var brackets = BracketGuard()
  /// Whether marks of strikethrough or footnotes were written.
  var hasInlineMarks = false

  init(bytes: Bytes, range: Range<Int>, guardsOnly: Bool) {
    self.bytes = bytes
    self.guardsOnly = guardsOnly
    start = range.lowerBound
    end = range.upperBound
    flushed = start
    contentStart = start
    out.reserveCapacity(range.count + range.count / 16 + 64)
    lineStarts.reserveCapacity(128)
  }

  mutating func flush(to i: Int) {
    guard i > flushed else { return }
    out.append(bytes, in: flushed..<i)
    flushed = i
  }

  mutating func insert(_ mark: Sentinel, at i: Int) {
    flush(to: i)
    out.append(mark)
    if mark == .punctuation { out.append(0x2C) }
    if mark == .escape { out.append(0x5C) }
  }

  mutating func run() {
    var i = beginLine(at: start)
    while true {
      i = nextNotable(from: i)
      guard i < end else { break }
      let byte = bytes[i]
      switch byte {
      case 0x0A, 0x0D: i = lineEnd(at: i)
      case 0x5D:
        brackets.close()
        i += 1
        if !guardsOnly, i + 2 < end, bytes[i] == 0xEF, bytes[i + 1] == 0xBC, bytes[i + 2] == 0x88 {
          hasInlineMarks = true
          insert(.wideLink, at: i)
        }
      case 0x2A, 0x5F, 0x7E: i = delimiterRun(at: i, byte: byte)
      case 0x5C: i += i + 1 < end && isASCIIPunctuation(bytes[i + 1]) ? 2 : 1
      case 0x5B: i = bracket(at: i)
      case 0x3C: i = angle(at: i)
      case 0x3A, 0x40, 0x57, 0x77: i = guardsOnly ? i + 1 : bareLink(at: i, byte: byte)
      default: i = noncharacter(at: i)
      }
    }
    flush(to: end)
  }

  /// The next byte that `run` has a case for.
  private func nextNotable(from start: Int) -> Int {
    var i = bytes.skip(from: start, end: end, notable)
    while i < end {
      let byte = bytes[i]
      if byte < 0x80 {
        let mask = byte < 0x40 ? notableLow : notableHigh
        if mask >> UInt64(byte & 0x3F) & 1 != 0 { return i }
      } else if byte == Sentinel.lead, i + 1 < end, bytes[i + 1] == Sentinel.middle {
        return i
      }
      i += 1
    }
    return i
  }

  private mutating func lineEnd(at i: Int) -> Int {
    guard endsLine(bytes, at: i, end: bytes.count) else { return i + 1 }
    lineStarts.append(out.count + i + 1 - flushed)
    return beginLine(at: i + 1)
  }

  /// Passes the marks of containers, cuts off too deep a nest and finds a
  /// footnote definition. Returns where to go on.
  private mutating func beginLine(at lineStart: Int) -> Int {
    contentStart = lineStart
    guard lineStart < end, mayBeginContainer(bytes[lineStart]) else { return lineStart }
    var i = lineStart
    var depth = 0
    scan: while i < end {
      switch bytes[i] {
      case 0x20, 0x09: i += 1
      case 0x3E:  // >
        i += 1
        depth += 1
      case 0x2A, 0x2B, 0x2D:
        guard i + 1 < end, bytes[i + 1] == 0x20 || bytes[i + 1] == 0x09 else { break scan }
        i += 2
        depth += 1
      case 0x30...0x39:
        var k = i + 1
        while k < end, k - i < 9, isDigit(bytes[k]) { k += 1 }
        guard k + 1 < end, bytes[k] == 0x2E || bytes[k] == 0x29, bytes[k + 1] == 0x20 else {
          break scan
        }
        i = k + 2
        depth += 1
      default: break scan
      }
      if depth == nestingLimit {
        if !isThematicBreak(from: lineStart) { insert(.letter, at: i) }
        break
      }
    }
    // A container's mark is one character; `*` and digits may be text.
    contentStart = i
    if i == end || bytes[i] == 0x0A || bytes[i] == 0x0D { brackets.reset() }
    if !guardsOnly, i + 3 < end, bytes[i] == 0x5B, bytes[i + 1] == 0x5E,
      let close = footnoteLabelEnd(from: i + 2), close + 1 < end, bytes[close + 1] == 0x3A
    {
      hasInlineMarks = true
      flush(to: i)
      out.append(contentsOf: Sentinel.bullet)
      insert(.footnoteItem, at: i)
      insert(.footnote, at: i + 1)
      insert(.footnoteColon, at: close + 1)
      return close + 2
    }
    return i
  }

  private func isThematicBreak(from lineStart: Int) -> Bool {
    var i = lineStart
    var mark: UInt8 = 0
    while i < end, bytes[i] != 0x0A, bytes[i] != 0x0D {
      if bytes[i] != 0x20 && bytes[i] != 0x09 {
        if mark == 0 { mark = bytes[i] }
        if bytes[i] != mark { return false }
      }
      i += 1
    }
    return mark == 0x2A || mark == 0x2D
  }

  private mutating func delimiterRun(at i: Int, byte: UInt8) -> Int {
    var j = i + 1
    while j < end, bytes[j] == byte { j += 1 }
    if guardsOnly { return j }
    if byte == 0x7E {
      if j - i <= 2 { tildes(from: i, to: j) }
      return j
    }
    // Among ASCII neighbours the amendment changes nothing.
    guard i > contentStart, j < end, bytes[i - 1] >= 0x80 || bytes[j] >= 0x80 else { return j }
    if isWithinHan(i, j) { return j }
    let before = neighbour(bytes, before: i, start: start, end: end)
    let after = neighbour(bytes, after: j, end: end)
    let marks = flankingMarks(before: before, after: after, underscore: byte == 0x5F)
    if let mark = marks.before { insert(mark, at: i) }
    if let mark = marks.after { insert(mark, at: j) }
    return j
  }

  /// Whether the run stands between two Han characters, which are letters to both.
  private func isWithinHan(_ i: Int, _ j: Int) -> Bool {
    guard i - 3 >= start, j + 2 < end else { return false }
    return (0xE4...0xE9).contains(bytes[i - 3]) && bytes[i - 2] & 0xC0 == 0x80
      && bytes[i - 1] & 0xC0 == 0x80
      && (0xE4...0xE9).contains(bytes[j]) && bytes[j + 1] & 0xC0 == 0x80
      && bytes[j + 2] & 0xC0 == 0x80
  }

  private mutating func tildes(from i: Int, to j: Int) {
    let before =
      i > contentStart ? neighbour(bytes, before: i, start: start, end: end) : .edge
    let after = neighbour(bytes, after: j, end: end)
    let flanking = cjkFlanking(before: before, after: after, underscore: false)
    hasInlineMarks = true
    switch (flanking.opens, flanking.closes) {
    // 「10~20 元」 is a range: a single tilde within text strikes nothing.
    case (true, true): if j - i == 2 { insert(.tildesBoth, at: j) }
    case (true, false): insert(j - i == 2 ? .tildesOpen : .tildeOpens, at: j)
    case (false, true): insert(j - i == 2 ? .tildesClose : .tildeCloses, at: j)
    case (false, false): break
    }
  }

  private mutating func bracket(at i: Int) -> Int {
    let isImage = i > start && bytes[i - 1] == 0x21
    if brackets.open(isImage: isImage) { insert(.letter, at: i) }
    guard !guardsOnly, i + 2 < end, bytes[i + 1] == 0x5E, let close = footnoteLabelEnd(from: i + 2)
    else {
      return i + 1
    }
    insert(.footnote, at: i + 1)
    hasInlineMarks = true
    return close
  }

  /// The `]` that ends a footnote's label: one or more characters, no space and
  /// nothing that Markdown reads.
  private func footnoteLabelEnd(from i: Int) -> Int? {
    var k = i
    while k < end, k - i <= 200, footnoteLabelClasses[Int(bytes[k])] { k += 1 }
    return k > i && k < end && bytes[k] == 0x5D ? k : nil
  }

  private mutating func angle(at i: Int) -> Int {
    guard i + 1 < end else { return i + 1 }
    let next = bytes[i + 1]
    if next == 0x21 || next == 0x3F {
      if i > contentStart, rawHTML.isUnclosed(bytes, at: i, end: end) {
        insert(.letter, at: i + 1)
      }
      return i + 2
    }
    guard !guardsOnly, isASCIIAlphanumeric(next) else { return i + 1 }
    // An address between angle brackets is libcmark's own business.
    var k = i + 1
    var hasMark = false
    while k < end {
      let c = bytes[k]
      if c == 0x3E { return hasMark ? k + 1 : i + 1 }
      if c <= 0x20 || c == 0x3C { break }
      if c == 0x3A || c == 0x40 { hasMark = true }
      k += 1
    }
    return i + 1
  }

  private mutating func noncharacter(at i: Int) -> Int {
    guard i + 2 < end, bytes[i + 1] == Sentinel.middle, bytes[i + 2] >= 0x90, bytes[i + 2] <= 0xAF
    else { return i + 1 }
    flush(to: i)
    out.append(0xEF)
    out.append(0xBF)
    out.append(0xBD)
    flushed = i + 3
    return i + 3
  }
}

@inline(__always)
private func notable(_ bytes: Vector, _ next: Vector) -> VectorMask {
  let line = bytes.equals(0x0A) .| bytes.equals(0x0D)
  let links =
    bytes.equals(0x3A) .| bytes.equals(0x40) .| (bytes | Vector(repeating: 0x20)).equals(0x77)
  let brackets = bytes.equals(0x3C) .| bytes.equals(0x5B) .| bytes.equals(0x5D)
  let runs = bytes.equals(0x2A) .| bytes.equals(0x5F) .| bytes.equals(0x7E)
  return line .| links .| brackets .| runs .| bytes.equals(0x5C) .| marks(bytes, next)
}

/// `\n`, `\r`, `*`, `:`, `<`: one bit each.
private let notableLow: UInt64 =
  1 << 0x0A | 1 << 0x0D | 1 << 0x2A | 1 << 0x3A | 1 << 0x3C
/// `@`, `W`, `[`, `\`, `_`, `w`, `~`: one bit each, less 64.
private let notableHigh: UInt64 =
  1 << 0x00 | 1 << 0x17 | 1 << 0x1B | 1 << 0x1C | 1 << 0x1D | 1 << 0x1F | 1 << 0x37 | 1 << 0x3E

/// Whether a container's mark, a footnote's or the end of the line may begin with
/// the byte, or stand behind it.
private func mayBeginContainer(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x09, 0x0A, 0x0D, 0x20, 0x2A, 0x2B, 0x2D, 0x30...0x39, 0x3E, 0x5B: true
  default: false
  }
}

private let footnoteLabelClasses: [Bool] = {
  var table = [Bool](repeating: true, count: 256)
  for c in 0...0x20 { table[c] = false }
  for c in "[]()<>*`\\|~!^\u{7F}".utf8 { table[Int(c)] = false }
  table[0xEF] = false
  return table
}()
