/// The words of nodes without markup, marks or footnote references.
func plainText(_ tree: TreeView, in range: Range<Int>) -> [UInt8] {
  var out: [UInt8] = []
  for i in range {
    let node = tree.nodes[i]
    switch node.kind {
    case .text: appendText(tree.pool, node.text.range, to: &out)
    case .code: appendStripped(tree.pool, node.text.range, to: &out)
    case .softBreak: if !joinsWideText(tree, at: i) { out.append(0x20) }
    case .lineBreak: out.append(0x20)
    default: break
    }
  }
  return out
}

/// Appends literal text, leaving out marks and footnote references.
private func appendText(_ pool: Bytes, _ range: Range<Int>, to out: inout [UInt8]) {
  var run = range.lowerBound
  while true {
    let i = nextMark(pool, from: run, end: range.upperBound)
    out.append(pool, in: run..<i)
    guard i < range.upperBound else { return }
    run = markEnd(pool, at: i, end: range.upperBound, marks: true)
    if pool[i + 2] == Sentinel.footnote.rawValue, out.last == 0x5B,
      let close = pool[run..<min(run + 220, range.upperBound)].firstIndex(of: 0x5D)
    {
      out.removeLast()
      run = close + 1
    }
  }
}

/// Appends a literal without marks.
func appendStripped(_ pool: Bytes, _ range: Range<Int>, to out: inout [UInt8]) {
  var run = range.lowerBound
  while true {
    let i = nextMark(pool, from: run, end: range.upperBound)
    out.append(pool, in: run..<i)
    guard i < range.upperBound else { return }
    if pool[i + 2] == Sentinel.footnoteItem.rawValue { out.dropFootnoteBullet() }
    run = markEnd(pool, at: i, end: range.upperBound, marks: true)
  }
}

/// A literal without marks.
func stripped(_ pool: Bytes, _ range: Range<Int>) -> [UInt8] {
  var out: [UInt8] = []
  appendStripped(pool, range, to: &out)
  return out
}

/// The same as a string.
func strippedText(_ pool: Bytes, _ range: Range<Int>) -> String {
  if nextMark(pool, from: range.lowerBound, end: range.upperBound) == range.upperBound {
    return String(decoding: UnsafeBufferPointer(rebasing: pool[range]), as: UTF8.self)
  }
  return String(decoding: stripped(pool, range), as: UTF8.self)
}

/// Whether the line break stands between two wide characters, looking into the
/// inline nodes on both sides: Chinese has no spaces, so none may appear.
func joinsWideText(_ tree: TreeView, at index: Int) -> Bool {
  var (isWideBefore, isQuoteBefore) = (false, false)
  var i = index - 1
  before: while i >= 0 {
    let node = tree.nodes[i]
    switch node.kind {
    case .text, .code:
      guard let c = lastScalar(tree.pool, node.text.range) else { return false }
      isWideBefore = isWide(c)
      isQuoteBefore = c == 0x201D || c == 0x2019
      if !isWideBefore && !isAmbiguousPunctuation(c) { return false }
      break before
    case .emphasis, .strong, .link, .htmlInline: i -= 1
    default: return false
    }
  }
  i = index + 1
  while i < tree.nodes.count {
    let node = tree.nodes[i]
    switch node.kind {
    case .text, .code:
      guard let c = firstScalar(tree.pool, node.text.range) else { return false }
      // One quotation after another is Chinese on both sides.
      return isWide(c) || (isWideBefore && isAmbiguousPunctuation(c))
        || (isQuoteBefore && (c == 0x201C || c == 0x2018))
    case .emphasis, .strong, .link, .htmlInline: i += 1
    default: return false
    }
  }
  return false
}

private func lastScalar(_ pool: Bytes, _ range: Range<Int>) -> UInt32? {
  var end = range.upperBound
  while end > range.lowerBound {
    let start = scalarStart(pool, before: end, start: range.lowerBound)
    let c = decodeScalar(pool, at: start, end: end).value
    if c == 0x5D, let note = footnoteStart(pool, range.lowerBound..<start) {
      end = note
      continue
    }
    if isTildeMark(c) {
      end = start
      while end > range.lowerBound, pool[end - 1] == UInt8(ascii: "~") { end -= 1 }
      continue
    }
    if !(c >= 0xFDD0 && c <= 0xFDEF) && !(c >= 0xFE00 && c <= 0xFE0F)
      && !(c >= 0xE0100 && c <= 0xE01EF)
    {
      return c
    }
    end = start
  }
  return nil
}

/// The marks that follow tildes which begin or end a strikethrough.
private func isTildeMark(_ c: UInt32) -> Bool {
  (0xFDD2...0xFDD3).contains(c) || (0xFDDD...0xFDDF).contains(c)
}

/// Where the reference of a footnote begins that ends with `]` behind the range.
private func footnoteStart(_ pool: Bytes, _ range: Range<Int>) -> Int? {
  var index = range.upperBound - 1
  while index >= range.lowerBound + 3 {
    switch pool[index] {
    case UInt8(ascii: "]"), 0x0A: return nil
    case Sentinel.footnote.rawValue
    where pool[index - 1] == Sentinel.middle && pool[index - 2] == Sentinel.lead
      && pool[index - 3] == UInt8(ascii: "["):
      return index - 3
    default: index -= 1
    }
  }
  return nil
}

private func firstScalar(_ pool: Bytes, _ range: Range<Int>) -> UInt32? {
  var i = range.lowerBound
  while i < range.upperBound {
    var next = markEnd(pool, at: i, end: range.upperBound, marks: true)
    if next == i, pool[i] == UInt8(ascii: "~") {
      while next < range.upperBound, pool[next] == UInt8(ascii: "~") { next += 1 }
      let isMarked =
        next < range.upperBound
        && isTildeMark(decodeScalar(pool, at: next, end: range.upperBound).value)
      if !isMarked { return 0x7E }
    }
    if next == i { return decodeScalar(pool, at: i, end: range.upperBound).value }
    i = next
  }
  return nil
}
