/// Where the inline nodes of one block stand in its text.
///
/// libcmark's own inline positions are wrong after the first line and in
/// headings, so the tree is laid over the text again: see `InlineMatch`.
struct InlinePlaces {
  let block: Int
  /// The block's text, lines joined by `\n`, and where each line begins in it.
  let text: [UInt8]
  let lines: [ContentLine]
  private var lineStarts: [Int] = []
  /// Places in a long text with the scalars before them.
  private var steps: [(offset: Int, scalars: Int)] = []
  private let nodes: [(node: Int, range: Range<Int>)]
  private let marks: [(offset: Int, place: Int)]

  init(block: Int, tree: TreeView, lines: [ContentLine], bytes: [UInt8]) {
    self.block = block
    self.lines = lines
    let text = join(lines, of: bytes)
    self.text = text
    (nodes, marks) = text.withUnsafeBufferPointer { text in
      var match = InlineMatch(text: text, tree: tree)
      match.run(block)
      return (match.nodes, match.marks)
    }
    lineStarts.reserveCapacity(lines.count)
    var offset = 0
    for line in lines {
      lineStarts.append(offset)
      offset += line.range.count + 1
    }
    if text.count > 2048 { takeSteps() }
  }

  /// Where a link, image or raw HTML begins and ends in `text`.
  func range(of node: Int) -> Range<Int>? {
    let i = firstIndex(of: nodes.count) { nodes[$0].node >= node }
    return i < nodes.count && nodes[i].node == node ? nodes[i].range : nil
  }

  /// Where the mark of a footnote reference stands in `text`, by its offset in the
  /// pool.
  func place(ofMark offset: Int) -> Int? {
    let i = firstIndex(of: marks.count) { marks[$0].offset >= offset }
    return i < marks.count && marks[i].offset == offset ? marks[i].place : nil
  }

  /// The line that holds the offset (an index of `lines`) and the author's
  /// scalars before it on that line.
  func line(of offset: Int) -> (index: Int, scalars: Int) {
    guard !lines.isEmpty else { return (0, 0) }
    let low = lineIndex(of: offset)
    let stop = max(lineStarts[low], min(offset, text.count))
    if steps.isEmpty { return (low, countScalars(text, in: lineStarts[low]..<stop)) }
    return (low, scalars(before: stop) - scalars(before: lineStarts[low]))
  }

  func isOnOneLine(_ range: Range<Int>) -> Bool {
    lines.count == 1 || lineIndex(of: range.lowerBound) == lineIndex(of: range.upperBound)
  }

  private func lineIndex(of offset: Int) -> Int {
    max(0, firstIndex(of: lineStarts.count) { lineStarts[$0] > offset } - 1)
  }

  /// Counted from the nearest step, so that a line with thousands of links
  /// takes linear time.
  private func scalars(before offset: Int) -> Int {
    let i = firstIndex(of: steps.count) { steps[$0].offset > offset }
    let step = i > 0 ? steps[i - 1] : (offset: 0, scalars: 0)
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

  /// The first index below `count` that is far enough, by bisection.
  private func firstIndex(of count: Int, _ isFarEnough: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isFarEnough(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
