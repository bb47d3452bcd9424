/// Where the inline nodes of one block stand in its text.
///
/// libcmark's own inline positions are wrong after the first line and in
/// headings, so the tree is laid over the text again: each node's characters
/// are matched one after the other.
struct InlinePlaces {
  /// The block's text, lines joined by `\n`, and where each line begins in it.
  private(set) var text: [UInt8]
  private(set) var lines: [ContentLine]
  private var lineStarts: [Int] = []
  /// Places in `text` with the scalars before them.
  private var steps: [(offset: Int, scalars: Int)] = [(0, 0)]
  /// Links, images and raw HTML: where they begin and end in `text`.
  private(set) var nodes: [Int: Range<Int>] = [:]
  /// Marks of footnote references, by their offset in the pool.
  private(set) var marks: [Int: Int] = [:]

  init(block: Int, tree: MarkdownTree, lines: [ContentLine], bytes: [UInt8]) {
    self.lines = lines
    text = join(lines, of: bytes)
    var offset = 0
    for line in lines {
      lineStarts.append(offset)
      offset += line.range.count + 1
    }
    takeSteps()
    match(block, tree)
  }

  /// The line that holds the offset (an index of `lines`) and the author's
  /// scalars before it on that line.
  func line(of offset: Int) -> (index: Int, scalars: Int) {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    guard !lines.isEmpty else { return (0, 0) }
    let stop = max(lineStarts[low], min(offset, text.count))
    return (low, scalars(before: stop) - scalars(before: lineStarts[low]))
  }

  /// Counted from the nearest step, so that a line with thousands of links
  /// takes linear time.
  private func scalars(before offset: Int) -> Int {
    var low = 0
    var high = steps.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if steps[middle].offset <= offset { low = middle } else { high = middle - 1 }
    }
    let step = steps[low]
    return step.scalars + countScalars(text, in: step.offset..<max(step.offset, offset))
  }

  /// Steps end where a scalar or a mark with what belongs to it ends.
  private mutating func takeSteps() {
    var i = 256
    var last = (offset: 0, scalars: 0)
    while i < text.count {
      while i < text.count, text[i] & 0xC0 == 0x80 || text[i] == 0x2C || text[i] == 0x5C { i += 1 }
      last = (i, last.scalars + countScalars(text, in: last.offset..<i))
      steps.append(last)
      i += 256
    }
  }

  private mutating func match(_ block: Int, _ tree: MarkdownTree) {
    var i = startOfText(tree.nodes[block].kind)
    var open: [(end: Int, node: Int)] = []
    var k = block + 1
    var beginsLine = false
    let end = Int(tree.nodes[block].end)
    while true {
      while let last = open.last, last.end <= k {
        open.removeLast()
        beginsLine = false
        guard let after = leave(tree.nodes[last.node].kind, at: i) else { return }
        if let range = nodes[last.node] { nodes[last.node] = range.lowerBound..<after }
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
        guard let after = passText(tree.pool, literal, at: i) else { return }
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
        nodes[k] = i..<after
        i = after
      case .emphasis, .strong:
        i += node.kind == .strong ? 2 : 1
        open.append((Int(node.end), k))
      case .link where i < text.count && text[i] == 0x3C:
        var after = i
        while after < text.count, text[after] != 0x3E { after += 1 }
        after = min(text.count, after + 1)
        nodes[k] = i..<after
        i = after
        k = Int(node.end)
        beginsLine = false
        continue
      case .link, .image:
        nodes[k] = i..<i
        i += node.kind == .image ? 2 : 1
        open.append((Int(node.end), k))
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

  private mutating func passText(_ pool: [UInt8], _ range: Range<Int>, at start: Int) -> Int? {
    var i = start
    var k = range.lowerBound
    while true {
      let same = equalRun(pool, k..<range.upperBound, at: i)
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
          marks[k] = i
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

  /// How many bytes stand in both that mean nothing but themselves.
  private func equalRun(_ pool: [UInt8], _ range: Range<Int>, at start: Int) -> Int {
    pool.withUnsafeBufferPointer { pool in
      text.withUnsafeBufferPointer { text in
        let end = min(range.count, max(0, text.count - start))
        var n = 0
        while n < end {
          let byte = text[start + n]
          guard byte == pool[range.lowerBound + n], byte != 0x5C, byte != 0x26,
            byte != Sentinel.lead
          else { break }
          n += 1
        }
        return n
      }
    }
  }

  /// Passes an entity that libcmark has decoded: the offsets after it in the
  /// text and in the pool; nil where the ampersand is just that.
  private func passEntity(_ pool: [UInt8], _ range: Range<Int>, at i: Int) -> (Int, Int)? {
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
  private func passHTML(_ pool: [UInt8], _ range: Range<Int>, at start: Int) -> Int {
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
