/// The words of nodes without markup, marks or footnote references.
func plainText(_ tree: MarkdownTree, in range: Range<Int>) -> [UInt8] {
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
private func appendText(_ pool: [UInt8], _ range: Range<Int>, to out: inout [UInt8]) {
  var run = range.lowerBound
  while true {
    let i = nextMark(pool, from: run, end: range.upperBound)
    out.append(bytes: pool, in: run..<i)
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
func appendStripped(_ pool: [UInt8], _ range: Range<Int>, to out: inout [UInt8]) {
  var run = range.lowerBound
  while true {
    let i = nextMark(pool, from: run, end: range.upperBound)
    out.append(bytes: pool, in: run..<i)
    guard i < range.upperBound else { return }
    if pool[i + 2] == Sentinel.footnoteItem.rawValue { out.dropFootnoteBullet() }
    run = markEnd(pool, at: i, end: range.upperBound, marks: true)
  }
}

/// Whether the line break stands between two wide characters, looking into the
/// inline nodes on both sides: Chinese has no spaces, so none may appear.
func joinsWideText(_ tree: MarkdownTree, at index: Int) -> Bool {
  var isWideBefore = false
  var i = index - 1
  before: while i >= 0 {
    let node = tree.nodes[i]
    switch node.kind {
    case .text, .code:
      guard let c = lastScalar(tree.pool, node.text.range) else { return false }
      isWideBefore = isWide(c)
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
      return isWide(c) || (isWideBefore && isAmbiguousPunctuation(c))
    case .emphasis, .strong, .link, .htmlInline: i += 1
    default: return false
    }
  }
  return false
}

private func lastScalar(_ pool: [UInt8], _ range: Range<Int>) -> UInt32? {
  var end = range.upperBound
  while end > range.lowerBound {
    let start = scalarStart(pool, before: end, start: range.lowerBound)
    let c = decodeScalar(pool, at: start, end: end).value
    if !(c >= 0xFDD0 && c <= 0xFDEF) && !(c >= 0xFE00 && c <= 0xFE0F)
      && !(c >= 0xE0100 && c <= 0xE01EF)
    {
      return c
    }
    end = start
  }
  return nil
}

private func firstScalar(_ pool: [UInt8], _ range: Range<Int>) -> UInt32? {
  var i = range.lowerBound
  while i < range.upperBound {
    let next = markEnd(pool, at: i, end: range.upperBound, marks: true)
    if next == i { return decodeScalar(pool, at: i, end: range.upperBound).value }
    i = next
  }
  return nil
}
