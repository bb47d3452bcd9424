/// Finds the tables of a document in the source lines of its paragraphs and
/// parses their cells as the paragraphs of one second document, which repeats
/// the reference definitions of the first. Cells of words alone, which are most,
/// spare libcmark the work.
func placeTables(in tree: inout MarkdownTree, source: AnnotatedSource) -> TableSet {
  let found = tree.withView { findTables(in: $0, source: source) }
  guard !found.isEmpty else { return TableSet() }
  let first = tree.nodes.count
  var set = TableSet(firstNode: first)
  var paragraphs: [Int] = []
  let count = found.reduce(0) { $0 + $1.paragraphCount }
  if count > 0 {
    var cellDocument = CellDocument(source: source)
    tree.withView { cellDocument.repeatDefinitions(of: $0) }
    for table in found { cellDocument.append(table) }
    set.source = AnnotatedSource(bytes: cellDocument.out, lineStarts: cellDocument.lineStarts)
    set.source.hasInlineMarks = source.hasInlineMarks
    set.source.isUTF8 = source.isUTF8
    set.origins = cellDocument.origins
    parseCommonMark(set.source, into: &tree)
    paragraphs = tree.withView { cellParagraphs($0, from: first) }
    // One paragraph came back for each that went in, or none is used.
    guard paragraphs.count == count else { return TableSet() }
  }
  var parsed = paragraphs[...]
  set.tables.reserveCapacity(found.count)
  for table in found {
    set.tables.append(place(table, parsed: &parsed, source: source, pool: &tree.pool))
  }
  return set
}

/// Takes the paragraphs that libcmark made of cells; words are copied to the pool,
/// all of them at once with what stands between.
private func place(
  _ table: FoundTable, parsed: inout ArraySlice<Int>, source: AnnotatedSource, pool: inout [UInt8]
) -> Table {
  var placed = Table(
    paragraph: table.paragraph, alignments: table.alignments, rowEnds: table.rowEnds)
  if !table.lead.isEmpty { placed.lead = parsed.popFirst() }
  placed.cells.reserveCapacity(table.cells.count)
  let start = table.cells.first?.range.lowerBound ?? 0
  let shift = pool.count - start
  for cell in table.cells {
    if cell.isWords {
      placed.cells.append(
        .words(cell.range.lowerBound + shift..<cell.range.upperBound + shift))
    } else if let next = parsed.popFirst() {
      placed.cells.append(.paragraph(next))
    }
  }
  source.bytes.withUnsafeBufferPointer {
    pool.append($0, in: start..<max(start, table.cells.last?.range.upperBound ?? start))
  }
  return placed
}

/// The paragraphs of the second document that are cells, in order.
private func cellParagraphs(_ tree: TreeView, from first: Int) -> [Int] {
  var found: [Int] = []
  guard first < tree.nodes.count else { return found }
  var i = first + 1
  while i < tree.nodes.count {
    if tree.nodes[i].kind == .paragraph, let child = tree.firstChild(i),
      tree.nodes[child].kind == .text,
      tree.pool.has(.cell, at: tree.nodes[child].text.range.lowerBound)
    {
      found.append(i)
    }
    i = Int(tree.nodes[i].end)
  }
  return found
}

/// The text of the second document.
private struct CellDocument {
  let source: AnnotatedSource
  var out: [UInt8] = []
  var lineStarts: [Int] = [0]
  var origins: [(line: Int, column: Int)] = []

  init(source: AnnotatedSource) { self.source = source }

  private mutating func endLine(origin: (line: Int, column: Int) = (0, 0)) {
    out.append(0x0A)
    lineStarts.append(out.count)
    origins.append(origin)
  }

  mutating func append(_ table: FoundTable) {
    if !table.lead.isEmpty {
      for line in table.lead {
        let start = source.line(line.line).lowerBound
        let column = countScalars(source.bytes, in: start..<line.range.lowerBound) + 1
        appendLine(line.range, origin: (line.line, column), isCell: false)
      }
      endLine()
    }
    var first = 0
    for (line, end) in zip(table.rowLines, table.rowEnds) {
      var counted = source.line(line).lowerBound
      var column = 1
      for cell in table.cells[first..<end] where !cell.isWords {
        column += countScalars(source.bytes, in: counted..<cell.range.lowerBound)
        counted = cell.range.lowerBound
        appendLine(cell.range, origin: (line, column), isCell: true)
        endLine()
      }
      first = end
    }
  }

  /// A mark and a no-break space come first: no line begins a block, and a
  /// delimiter run sees a space before it, as at the start of any line.
  private mutating func appendLine(
    _ range: Range<Int>, origin: (line: Int, column: Int), isCell: Bool
  ) {
    out.append(.cell)
    out.append(0xC2)
    out.append(0xA0)
    var run = range.lowerBound
    if isCell {
      for i in range
      where source.bytes[i] == 0x5C && i + 1 < range.upperBound
        && source.bytes[i + 1] == 0x7C
      {
        out.append(contentsOf: source.bytes[run..<i])
        out.append(.cellEscape)
        run = i + 1
      }
    }
    out.append(contentsOf: source.bytes[run..<range.upperBound])
    endLine(origin: origin)
  }

  /// Copies the lines that define references: those that no block holds, and
  /// those that libcmark took off the start of a paragraph.
  mutating func repeatDefinitions(of tree: TreeView) {
    var isHeld = [Bool](repeating: false, count: source.lineStarts.count + 2)
    for i in tree.nodes.indices {
      let node = tree.nodes[i]
      guard !node.kind.isInline, node.line >= 1 else { continue }
      switch node.kind {
      case .document, .blockQuote, .list, .item: continue
      default: break
      }
      var first = Int(node.line)
      if node.kind == .paragraph { first += linesOfDefinitions(i, tree) }
      guard first <= Int(node.endLine) else { continue }
      for line in first...Int(node.endLine) where line < isHeld.count { isHeld[line] = true }
    }
    var isOpen = false
    for number in 1...source.lineStarts.count {
      let line = source.line(number)
      let start = definitionStart(line, mayHaveMarkers: !isOpen)
      if isHeld[number] || start == line.upperBound {
        if isOpen { endLine() }
        isOpen = false
      } else if isOpen || source.bytes[start] == 0x5B {
        isOpen = true
        out.append(contentsOf: source.bytes[start..<line.upperBound])
        endLine()
      }
    }
    if isOpen { endLine() }
  }

  private func linesOfDefinitions(_ i: Int, _ tree: TreeView) -> Int {
    let line = source.line(Int(tree.nodes[i].line))
    let start = line.lowerBound + max(0, Int(tree.nodes[i].column) - 1)
    guard start < line.upperBound, source.bytes[start] == 0x5B else { return 0 }
    return definitionLines(contentLines(of: i, in: tree, source: source), of: source.bytes)
  }

  private func definitionStart(_ line: Range<Int>, mayHaveMarkers: Bool) -> Int {
    var i = line.lowerBound
    while i < line.upperBound {
      switch source.bytes[i] {
      case 0x20, 0x09, 0x3E: i += 1
      case 0x2A, 0x2B, 0x2D, 0x2E, 0x29, 0x30...0x39:
        if !mayHaveMarkers { return i }
        i += 1
      default: return i
      }
    }
    return i
  }
}
