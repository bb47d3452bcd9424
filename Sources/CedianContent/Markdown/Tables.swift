/// A table that was found in a paragraph.
struct Table {
  enum Alignment { case none, left, center, right }

  enum Cell {
    /// Words that stand as they are, in the pool.
    case words(Range<Int>)
    /// A paragraph of the tree.
    case paragraph(Int)
  }

  /// The paragraph that holds the table.
  var paragraph: Int
  /// The paragraph of its lines before the table, which are text.
  var lead: Int?
  var alignments: [Alignment]
  /// All cells, row by row.
  var cells: [Cell] = []
  /// Where each row ends in `cells`; the first is the head. A row may be shorter
  /// than the head.
  var rowEnds: [Int]
}

/// The tables of a document in the order of their paragraphs.
struct TableSet {
  var tables: [Table] = []
  /// The second document, whose paragraphs are the cells that are not just words.
  var source = AnnotatedSource(bytes: [], lineStarts: [0])
  /// Where each line of `source` stands in the body: 1-based, in scalars.
  var origins: [(line: Int, column: Int)] = []
  /// The first index of the second document's nodes.
  var firstNode = Int.max

  func table(at paragraph: Int) -> Table? {
    var (low, high) = (0, tables.count)
    while low < high {
      let middle = (low + high) / 2
      if tables[middle].paragraph < paragraph { low = middle + 1 } else { high = middle }
    }
    return low < tables.count && tables[low].paragraph == paragraph ? tables[low] : nil
  }

  /// Whether the node belongs to the second document.
  func holds(_ node: Int) -> Bool { node >= firstNode }

  func origin(of node: Int, line: Int) -> (line: Int, column: Int)? {
    guard node >= firstNode, line >= 1, line <= origins.count else { return nil }
    return origins[line - 1]
  }
}

/// The alignments of a delimiter row such as `| :-- | --: |`; nil if the line
/// is none.
func delimiterRow(_ bytes: Bytes, _ line: Range<Int>) -> [Table.Alignment]? {
  var alignments: [Table.Alignment] = []
  var i = line.lowerBound
  var end = line.upperBound
  while end > i, isBlank(bytes[end - 1]) { end -= 1 }
  if i < end, bytes[i] == 0x7C { i += 1 }
  guard i < end else { return nil }
  while i < end {
    while i < end, isBlank(bytes[i]) { i += 1 }
    var left = false
    var right = false
    if i < end, bytes[i] == 0x3A {
      left = true
      i += 1
    }
    let dashes = i
    while i < end, bytes[i] == 0x2D { i += 1 }
    guard i > dashes else { return nil }
    if i < end, bytes[i] == 0x3A {
      right = true
      i += 1
    }
    alignments.append(left ? (right ? .center : .left) : (right ? .right : .none))
    while i < end, isBlank(bytes[i]) { i += 1 }
    if i < end {
      guard bytes[i] == 0x7C else { return nil }
      i += 1
    }
  }
  return alignments
}

/// Calls `found` with each cell of a row, without the space around it, and returns
/// how many there are. A pipe after a backslash is text, in code as well.
@inline(__always)
func readCells(_ bytes: Bytes, _ line: Range<Int>, _ found: (Range<Int>) -> Void) -> Int {
  var count = 0
  var i = line.lowerBound
  var end = line.upperBound
  while i < end, isBlank(bytes[i]) { i += 1 }
  while end > i, isBlank(bytes[end - 1]) { end -= 1 }
  if i < end, bytes[i] == 0x7C { i += 1 }
  var start = i
  while i < end {
    if bytes[i] == 0x5C, i + 1 < end, isASCIIPunctuation(bytes[i + 1]) {
      i += 2
    } else if bytes[i] == 0x7C {
      found(trim(bytes, start..<i))
      count += 1
      i += 1
      start = i
    } else {
      i += 1
    }
  }
  if start < end {
    found(trim(bytes, start..<end))
    count += 1
  }
  return count
}

private func trim(_ bytes: Bytes, _ range: Range<Int>) -> Range<Int> {
  var low = range.lowerBound
  var high = range.upperBound
  while low < high, isBlank(bytes[low]) { low += 1 }
  while high > low, isBlank(bytes[high - 1]) { high -= 1 }
  return low..<high
}
