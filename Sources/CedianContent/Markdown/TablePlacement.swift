/// Finds the tables of a document in the source lines of its paragraphs and
/// parses their cells as the paragraphs of one second document, which repeats
/// the reference definitions of the first. Cells of words alone, which are most,
/// are paragraphs already and spare libcmark the work.
func placeTables(in tree: inout MarkdownTree, source: AnnotatedSource) -> TableSet {
  var found: [FoundTable] = []
  for i in tree.nodes.indices where tree.nodes[i].kind == .paragraph {
    guard tree.nodes[i].traits.contains([.pipe, .lines]) else { continue }
    if let table = findTable(at: i, in: tree, source: source) { found.append(table) }
  }
  guard !found.isEmpty else { return TableSet() }
  var cellDocument = CellDocument(source: source)
  for table in found { cellDocument.count(table) }
  let first = tree.nodes.count
  var set = TableSet(firstNode: first)
  var paragraphs: [Int] = []
  if cellDocument.count > 0 {
    cellDocument.repeatDefinitions(of: tree)
    for table in found { cellDocument.append(table) }
    set.source = AnnotatedSource(bytes: cellDocument.out, lineStarts: cellDocument.lineStarts)
    set.source.hasInlineMarks = source.hasInlineMarks
    set.origins = cellDocument.origins
    parseCommonMark(set.source, into: &tree)
    paragraphs = cellParagraphs(tree, from: first)
    // One paragraph came back for each that went in, or none is used.
    guard paragraphs.count == cellDocument.count else { return TableSet() }
  }
  var parsed = paragraphs[...]
  for table in found {
    var placed = Table(alignments: table.alignments, rows: [])
    if !table.lead.isEmpty { placed.lead = parsed.popFirst() }
    placed.rows.reserveCapacity(table.rows.count)
    for row in table.rows {
      var cells: [Int] = []
      cells.reserveCapacity(row.cells.count)
      for cell in row.cells {
        if isWords(source.bytes, cell) {
          cells.append(appendParagraph(of: source.bytes, cell, to: &tree))
        } else if let next = parsed.popFirst() {
          cells.append(next)
        }
      }
      placed.rows.append(cells)
    }
    set.tables[table.paragraph] = placed
  }
  return set
}

/// Whether Markdown and the marks leave the cell as it stands: letters, digits
/// and the punctuation that means nothing to either, in UTF-8.
private func isWords(_ bytes: [UInt8], _ cell: Range<Int>) -> Bool {
  bytes.withUnsafeBufferPointer { bytes in
    for i in cell {
      let byte = bytes[i]
      if byte < 0x80 {
        let mask = byte < 0x40 ? wordsLow : wordsHigh
        if mask >> UInt64(byte & 0x3F) & 1 == 0 { return false }
      } else if byte == Sentinel.lead, i + 1 < cell.upperBound, bytes[i + 1] == Sentinel.middle {
        return false
      }
    }
    return firstInvalidByte(UnsafeBufferPointer(rebasing: bytes[cell])) == nil
  }
}

/// Space, `"`, `#`, `$`, `%`, `(`, `)`, `+`, `,`, `-`, `.`, `/`, digits, `;`, `=`,
/// `>`, `?`: one bit each.
private let wordsLow: UInt64 =
  1 << 0x20 | 1 << 0x22 | 1 << 0x23 | 1 << 0x24 | 1 << 0x25 | 1 << 0x28 | 1 << 0x29 | 1 << 0x2B
  | 1 << 0x2C | 1 << 0x2D | 1 << 0x2E | 1 << 0x2F | 0x3FF << 0x30 | 1 << 0x3B | 1 << 0x3D
  | 1 << 0x3E | 1 << 0x3F
/// Letters, less 64.
private let wordsHigh: UInt64 = 0x3FF_FFFF << 0x01 | 0x3FF_FFFF << 0x21

/// A paragraph of one text, as libcmark would have made it. It has no line of its
/// own: nothing in it can be reported.
private func appendParagraph(
  of bytes: [UInt8], _ range: Range<Int>, to tree: inout MarkdownTree
) -> Int {
  let index = tree.nodes.count
  let hasText = !range.isEmpty
  tree.nodes.append(
    MarkdownTree.Node(kind: .paragraph, end: Int32(index + (hasText ? 2 : 1))))
  guard hasText else { return index }
  var text = MarkdownTree.Node(kind: .text, end: Int32(index + 2), parent: Int32(index))
  text.text = MarkdownTree.Span(start: Int32(tree.pool.count), count: Int32(range.count))
  tree.pool.append(bytes: bytes, in: range)
  tree.nodes.append(text)
  return index
}

/// A table as it stands in the source.
struct FoundTable {
  var paragraph: Int
  var lead: [ContentLine]
  var alignments: [Table.Alignment]
  var rows: [(line: Int, cells: [Range<Int>])]
}

private func findTable(at i: Int, in tree: MarkdownTree, source: AnnotatedSource) -> FoundTable? {
  var lines = contentLines(of: i, in: tree, source: source)
  if let first = lines.first, !first.range.isEmpty, source.bytes[first.range.lowerBound] == 0x5B {
    let text = join(lines, of: source.bytes)
    let skipped = text[..<skipDefinitions(text)].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    lines.removeFirst(min(skipped, lines.count))
  }
  guard lines.count > 1 else { return nil }
  for k in 1..<lines.count {
    guard let alignments = delimiterRow(source.bytes, lines[k].range) else { continue }
    let bytes = source.bytes
    guard bytes[lines[k].range].contains(0x7C) || bytes[lines[k - 1].range].contains(0x7C) else {
      continue
    }
    let head = cells(bytes, lines[k - 1].range)
    guard head.count == alignments.count else { continue }
    var rows = [(lines[k - 1].line, head)]
    for line in lines[(k + 1)...] {
      rows.append((line.line, Array(cells(bytes, line.range).prefix(alignments.count))))
    }
    return FoundTable(
      paragraph: i, lead: Array(lines[..<(k - 1)]), alignments: alignments, rows: rows)
  }
  return nil
}

/// The paragraphs of the second document that are cells, in order.
private func cellParagraphs(_ tree: MarkdownTree, from first: Int) -> [Int] {
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
  /// How many paragraphs it has besides the definitions.
  var count = 0

  init(source: AnnotatedSource) { self.source = source }

  private mutating func endLine(origin: (line: Int, column: Int) = (0, 0)) {
    out.append(0x0A)
    lineStarts.append(out.count)
    origins.append(origin)
  }

  /// Counts the paragraphs that `append` will write of the table.
  mutating func count(_ table: FoundTable) {
    if !table.lead.isEmpty { count += 1 }
    for row in table.rows {
      for cell in row.cells where !isWords(source.bytes, cell) { count += 1 }
    }
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
    for row in table.rows {
      var counted = source.line(row.line).lowerBound
      var column = 1
      for cell in row.cells where !isWords(source.bytes, cell) {
        column += countScalars(source.bytes, in: counted..<cell.lowerBound)
        counted = cell.lowerBound
        appendLine(cell, origin: (row.line, column), isCell: true)
        endLine()
      }
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
    out.append(bytes: source.bytes, in: run..<range.upperBound)
    endLine(origin: origin)
  }

  /// Copies the lines that define references: those that no block holds, and
  /// those that libcmark took off the start of a paragraph.
  mutating func repeatDefinitions(of tree: MarkdownTree) {
    var isHeld = [Bool](repeating: false, count: source.lineStarts.count + 2)
    for i in tree.nodes.indices {
      let node = tree.nodes[i]
      guard !node.kind.isInline, node.line >= 1 else { continue }
      switch node.kind {
      case .document, .blockQuote, .list, .item: continue
      default: break
      }
      var first = Int(node.line)
      if node.kind == .paragraph { first += definitionLines(i, tree) }
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

  private func definitionLines(_ i: Int, _ tree: MarkdownTree) -> Int {
    let line = source.line(Int(tree.nodes[i].line))
    let start = line.lowerBound + max(0, Int(tree.nodes[i].column) - 1)
    guard start < line.upperBound, source.bytes[start] == 0x5B else { return 0 }
    let text = join(contentLines(of: i, in: tree, source: source), of: source.bytes)
    return text[..<skipDefinitions(text)].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
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
