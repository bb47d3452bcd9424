import CedianModel

/// Places in the author's file.
extension MarkdownRenderer {
  /// The block from its first character to the end of its last line.
  func blockRange(_ i: Int) -> SourceRange {
    let node = tree.nodes[i]
    if let cell = tables.origin(of: i, line: Int(node.line)) {
      let width = countScalars(tables.source.bytes, in: tables.source.line(Int(node.line)))
      return SourceRange(
        line: cell.line + firstLine - 1, column: cell.column, length: max(1, width - 1))
    }
    let end = endLine(of: i, in: tree, source: source)
    var start = max(0, Int(node.column) - 1)
    // The bullet before a footnote definition is ours.
    if source.hasInlineMarks,
      source.has(.footnoteItem, at: source.line(Int(node.line)).lowerBound + start)
    {
      start += 3
    }
    return SourceRange(
      position(line: Int(node.line), bytes: start),
      position(line: end, bytes: source.line(end).count))
  }

  /// The block's first character.
  func blockStart(_ i: Int) -> SourceRange {
    let start = blockRange(i).start
    return SourceRange(line: Int(start.line), column: Int(start.column))
  }

  /// A link, image or raw HTML of the block at hand.
  mutating func place(of node: Int) -> SourceRange {
    let places = placesOfBlock()
    guard let range = places.range(of: node), range.upperBound > range.lowerBound else {
      return blockStart(block)
    }
    let start = position(range.lowerBound, places)
    guard places.isOnOneLine(range) else {
      return SourceRange(start, position(range.upperBound, places))
    }
    return SourceRange(
      line: Int(start.line), column: Int(start.column), length: countScalars(places.text, in: range)
    )
  }

  /// A footnote reference of the block at hand, whose mark is at `offset` in
  /// the pool.
  mutating func place(of node: Int, text offset: Int) -> SourceRange {
    let places = placesOfBlock()
    guard let mark = places.place(ofMark: offset), mark > 0 else { return blockStart(block) }
    var end = mark
    while end < places.text.count, places.text[end] != 0x5D { end += 1 }
    return SourceRange(position(mark - 1, places), position(end + 1, places))
  }

  /// What looks like a link of the block at hand, whose mark between its brackets is
  /// at `offset` in the pool.
  mutating func place(ofLink node: Int, text offset: Int) -> SourceRange {
    let places = placesOfBlock()
    guard let mark = places.place(ofMark: offset),
      let start = places.text[max(0, mark - 300)..<mark].lastIndex(of: 0x5B)
    else { return blockStart(block) }
    let close: [UInt8] = [0xEF, 0xBC, 0x89]
    var end = mark
    while end < places.text.count, !places.text[end...].starts(with: close) { end += 1 }
    return SourceRange(
      position(start, places), position(min(end + 3, places.text.count), places))
  }

  private mutating func placesOfBlock() -> InlinePlaces {
    if let places, places.block == block { return places }
    let isCell = tables.holds(block)
    let from = isCell ? tables.source : source
    let found = InlinePlaces(
      block: block, tree: tree, lines: contentLines(of: block, in: tree, source: from),
      bytes: from.bytes)
    places = found
    return found
  }

  private func position(_ offset: Int, _ places: InlinePlaces) -> SourcePosition {
    guard !places.lines.isEmpty else { return blockRange(block).start }
    let (index, scalars) = places.line(of: offset)
    let line = places.lines[index]
    if let origin = tables.origin(of: block, line: line.line) {
      // A cell's line begins with a no-break space of ours.
      return SourcePosition(
        line: origin.line + firstLine - 1, column: origin.column + max(0, scalars - 1))
    }
    let before = position(
      line: line.line, bytes: line.range.lowerBound - source.line(line.line).lowerBound)
    return SourcePosition(line: Int(before.line), column: Int(before.column) + scalars)
  }

  private func position(line number: Int, bytes: Int) -> SourcePosition {
    guard bytes > 0 else { return SourcePosition(line: number + firstLine - 1, column: 1) }
    let line = source.line(number)
    let prefix = line.lowerBound..<min(line.upperBound, line.lowerBound + bytes)
    return SourcePosition(
      line: number + firstLine - 1, column: countScalars(source.bytes, in: prefix) + 1)
  }
}
