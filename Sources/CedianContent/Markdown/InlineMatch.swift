/// Lays the tree of a block over its text again: each node's characters are matched
/// one after the other.
struct InlineMatch {
  private let text: Bytes
  private let tree: TreeView
  /// Links, images and raw HTML in reading order: where they begin and end in `text`.
  private(set) var nodes: [(node: Int, range: Range<Int>)] = []
  /// Marks of footnote references and wide links in reading order: their offset in the pool and
  /// their place in `text`.
  private(set) var marks: [(offset: Int, place: Int)] = []

  init(text: Bytes, tree: TreeView) {
    self.text = text
    self.tree = tree
  }

  mutating func run(_ block: Int) {
    var i = startOfText(tree.nodes[block].kind)
    /// Open nodes, and the index in `nodes` of those that are kept there.
    var open: [(end: Int, kind: MarkdownTree.Kind, kept: Int)] = []
    var k = block + 1
    var beginsLine = false
    let end = Int(tree.nodes[block].end)
    while true {
      while let last = open.last, last.end <= k {
        open.removeLast()
        beginsLine = false
        guard let after = leave(last.kind, at: i) else { return }
        if last.kept >= 0 { nodes[last.kept].range = nodes[last.kept].range.lowerBound..<after }
        i = after
      }
      guard k < end else { return }
      let node = tree.nodes[k]
      switch node.kind {
      case .text:
        var literal = node.text.range
        if beginsLine {
          // After a backslash at a line's end libcmark keeps the next line's indent.
          let indent = tree.pool[literal].prefix(while: isBlank).count
          literal = (literal.lowerBound + indent)..<literal.upperBound
        }
        guard let after = passText(literal, at: i) else { return }
        i = after
      case .softBreak, .lineBreak:
        i = passLineEnd(at: i)
        beginsLine = true
        k += 1
        continue
      case .code:
        guard let after = passCode(at: i) else { return }
        i = after
      case .htmlInline:
        let after = passHTML(tree.pool, node.text.range, at: i)
        nodes.append((k, i..<after))
        i = after
      case .emphasis, .strong:
        i += node.kind == .strong ? 2 : 1
        open.append((Int(node.end), node.kind, -1))
      case .link where i < text.count && text[i] == 0x3C:
        var after = i
        while after < text.count, text[after] != 0x3E { after += 1 }
        after = min(text.count, after + 1)
        nodes.append((k, i..<after))
        i = after
        k = Int(node.end)
        beginsLine = false
        continue
      case .link, .image:
        open.append((Int(node.end), node.kind, nodes.count))
        nodes.append((k, i..<i))
        i += node.kind == .image ? 2 : 1
      default: break
      }
      beginsLine = false
      k += 1
    }
  }

  private func startOfText(_ kind: MarkdownTree.Kind) -> Int {
    var i = 0
    if kind == .heading, text.first == 0x23 {
      while i < text.count, text[i] == 0x23 { i += 1 }
      while i < text.count, isBlank(text[i]) { i += 1 }
      return i
    }
    return skipDefinitions(text)
  }

  /// After the end of the emphasis, link or image whose content ends at `i`.
  private func leave(_ kind: MarkdownTree.Kind, at i: Int) -> Int? {
    switch kind {
    case .emphasis: return i + 1
    case .strong: return i + 2
    default:
      guard i < text.count, text[i] == 0x5D else { return nil }
      return LinkSyntax.inlineTailEnd(text, at: i + 1)
        ?? LinkSyntax.labelEnd(text, at: i + 1) ?? i + 1
    }
  }

  private mutating func passText(_ range: Range<Int>, at start: Int) -> Int? {
    let pool = tree.pool
    var i = start
    var k = range.lowerBound
    while true {
      let same = equalRun(pool, k, count: min(range.upperBound - k, text.count - i), at: i)
      (i, k) = (i + same, k + same)
      guard k < range.upperBound else { return i }
      guard i < text.count else { return nil }
      let c = text[i]
      if c == 0x5C, i + 1 < text.count, isASCIIPunctuation(text[i + 1]), text[i + 1] == pool[k] {
        i += 2
        k += 1
      } else if c == 0x26, let (after, taken) = passEntity(pool, k..<range.upperBound, at: i) {
        i = after
        k = taken
      } else if c == pool[k] {
        if c == Sentinel.lead, pool.has(.footnote, at: k) || pool.has(.wideLink, at: k) {
          marks.append((k, i))
        }
        i += 1
        k += 1
      } else if pool[k] == 0xEF, k + 2 < range.upperBound, pool[k + 1] == 0xBF {
        // A byte that is no UTF-8 became U+FFFD.
        i += 1
        k += 3
      } else {
        return nil
      }
    }
  }

  /// How many of the next bytes stand in both and mean nothing but themselves.
  private func equalRun(_ pool: Bytes, _ k: Int, count: Int, at i: Int) -> Int {
    var n = 0
    if let a = UnsafeRawPointer(text.baseAddress), let b = UnsafeRawPointer(pool.baseAddress) {
      while n + 17 <= count {
        let written = a.loadUnaligned(fromByteOffset: i + n, as: Vector.self)
        let next = a.loadUnaligned(fromByteOffset: i + n + 1, as: Vector.self)
        let read = b.loadUnaligned(fromByteOffset: k + n, as: Vector.self)
        let notable =
          (written .!= read) .| written.equals(0x5C) .| written.equals(0x26)
          .| (written.equals(Sentinel.lead) .& next.equals(Sentinel.middle))
        let words = unsafeBitCast(notable, to: SIMD2<UInt64>.self)
        guard words[0] | words[1] == 0 else { break }
        n += 16
      }
    }
    while n < count {
      let byte = text[i + n]
      guard byte == pool[k + n], byte != 0x5C, byte != 0x26, byte != Sentinel.lead else { break }
      n += 1
    }
    return n
  }

  /// Passes an entity that libcmark has decoded: the offsets after it in the
  /// text and in the pool; nil where the ampersand is just that.
  private func passEntity(_ pool: Bytes, _ range: Range<Int>, at i: Int) -> (Int, Int)? {
    var end = i + 1
    while end < text.count, end - i < 34, isASCIIAlphanumeric(text[end]) || text[end] == 0x23 {
      end += 1
    }
    guard end < text.count, text[end] == 0x3B, end > i + 1 else { return nil }
    let name = text[i...end]
    if pool[range].starts(with: name) { return nil }
    var k = range.lowerBound
    k += decodeScalar(pool, at: k, end: range.upperBound).length
    // Some names stand for a character and a combining one, `&fjlig;` for `fj`.
    if k < range.upperBound {
      let (second, length) = decodeScalar(pool, at: k, end: range.upperBound)
      switch second {
      case 0x0331, 0x0333, 0x0338, 0x200A, 0x20D2, 0x20E5, 0xFE00: k += length
      case 0x6A where name.elementsEqual("&fjlig;".utf8): k += length
      default: break
      }
    }
    return (end + 1, k)
  }

  /// Raw HTML stands as it was written, but for the indent of its lines, which
  /// the text here lacks.
  private func passHTML(_ pool: Bytes, _ range: Range<Int>, at start: Int) -> Int {
    var i = start
    var k = range.lowerBound
    while k < range.upperBound, i < text.count {
      if pool[k] == 0x0D || (isBlank(pool[k]) && text[i] != pool[k]) {
        k += 1
      } else if text[i] == 0x0A, pool[k] != 0x0A {
        // `\r` alone ended the line.
        i += 1
      } else {
        i += 1
        k += 1
      }
    }
    return i
  }

  private func passLineEnd(at start: Int) -> Int {
    var i = start
    while i < text.count, text[i] != 0x0A { i += 1 }
    i += 1
    while i < text.count, isBlank(text[i]) { i += 1 }
    return min(i, text.count)
  }

  private func passCode(at start: Int) -> Int? {
    var i = start
    while i < text.count, text[i] == 0x60 { i += 1 }
    let ticks = i - start
    guard ticks > 0 else { return nil }
    while i < text.count {
      var run = i
      while run < text.count, text[run] == 0x60 { run += 1 }
      if run - i == ticks { return run }
      i = max(run, i + 1)
    }
    return nil
  }
}
