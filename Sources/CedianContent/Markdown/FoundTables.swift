/// A table as it stands in the source.
struct FoundTable {
  struct Cell {
    var range: Range<Int>
    /// Whether Markdown and the marks leave it as it stands.
    var isWords: Bool
  }

  var paragraph: Int
  var lead: [ContentLine]
  var alignments: [Table.Alignment]
  /// All cells, row by row.
  var cells: [Cell] = []
  var rowEnds: [Int] = []
  /// The line of each row.
  var rowLines: [Int] = []

  /// How many paragraphs the second document has of it.
  var paragraphCount: Int {
    (lead.isEmpty ? 0 : 1) + cells.reduce(0) { $0 + ($1.isWords ? 0 : 1) }
  }

  /// Appends a row of the head's width at most, and returns how many cells it has.
  fileprivate mutating func appendRow(_ line: ContentLine, of bytes: Bytes, isUTF8: Bool) -> Int {
    let start = cells.count
    let count = readCells(bytes, line.range) { cell in
      guard cells.count - start < alignments.count else { return }
      cells.append(Cell(range: cell, isWords: isWords(bytes, cell, isUTF8: isUTF8)))
    }
    rowEnds.append(cells.count)
    rowLines.append(line.line)
    return count
  }
}

func findTables(in tree: TreeView, source: AnnotatedSource) -> [FoundTable] {
  source.bytes.withUnsafeBufferPointer { bytes in
    var found: [FoundTable] = []
    for i in tree.nodes.indices where tree.nodes[i].kind == .paragraph {
      guard tree.nodes[i].traits.contains([.pipe, .lines]) else { continue }
      if let table = findTable(at: i, in: tree, source: source, bytes) { found.append(table) }
    }
    return found
  }
}

private func findTable(
  at i: Int, in tree: TreeView, source: AnnotatedSource, _ bytes: Bytes
) -> FoundTable? {
  var lines = contentLines(of: i, in: tree, source: source)
  if let first = lines.first, !first.range.isEmpty, bytes[first.range.lowerBound] == 0x5B {
    lines.removeFirst(min(definitionLines(lines, of: source.bytes), lines.count))
  }
  guard lines.count > 1 else { return nil }
  for k in 1..<lines.count {
    guard let alignments = delimiterRow(bytes, lines[k].range),
      bytes.contains(0x7C, in: lines[k].range) || bytes.contains(0x7C, in: lines[k - 1].range)
    else { continue }
    var table = FoundTable(paragraph: i, lead: [], alignments: alignments)
    let rows = min(lines.count - k, 64)
    table.cells.reserveCapacity(alignments.count * rows)
    table.rowEnds.reserveCapacity(rows)
    table.rowLines.reserveCapacity(rows)
    guard
      table.appendRow(lines[k - 1], of: bytes, isUTF8: source.isUTF8) == alignments.count
    else { continue }
    table.lead = Array(lines[..<(k - 1)])
    for line in lines[(k + 1)...] {
      _ = table.appendRow(line, of: bytes, isUTF8: source.isUTF8)
    }
    return table
  }
  return nil
}

/// Whether Markdown and the marks leave the cell as it stands: letters, digits
/// and the punctuation that means nothing to either, in UTF-8.
private func isWords(_ bytes: Bytes, _ cell: Range<Int>, isUTF8: Bool) -> Bool {
  for i in cell {
    let byte = bytes[i]
    if byte < 0x80 {
      let mask = byte < 0x40 ? wordsLow : wordsHigh
      if mask >> UInt64(byte & 0x3F) & 1 == 0 { return false }
    } else if byte == Sentinel.lead, i + 1 < cell.upperBound, bytes[i + 1] == Sentinel.middle {
      return false
    }
  }
  return isUTF8 || firstInvalidByte(UnsafeBufferPointer(rebasing: bytes[cell])) == nil
}

/// Space, `"`, `#`, `$`, `%`, `(`, `)`, `+`, `,`, `-`, `.`, `/`, digits, `;`, `=`,
/// `>`, `?`: one bit each.
private let wordsLow: UInt64 =
  1 << 0x20 | 1 << 0x22 | 1 << 0x23 | 1 << 0x24 | 1 << 0x25 | 1 << 0x28 | 1 << 0x29 | 1 << 0x2B
  | 1 << 0x2C | 1 << 0x2D | 1 << 0x2E | 1 << 0x2F | 0x3FF << 0x30 | 1 << 0x3B | 1 << 0x3D
  | 1 << 0x3E | 1 << 0x3F
/// Letters, less 64.
private let wordsHigh: UInt64 = 0x3FF_FFFF << 0x01 | 0x3FF_FFFF << 0x21
