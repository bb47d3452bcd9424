/// A table that was found in a paragraph.
struct Table {
  enum Alignment { case none, left, center, right }

  /// The paragraph's first lines, which are text.
  var lead: Int?
  var alignments: [Alignment]
  /// Rows of cells: each the index of a paragraph. The first row is the head.
  var rows: [[Int]]
}

struct TableSet {
  var tables: [Int: Table] = [:]
  func table(at paragraph: Int) -> Table? { tables.isEmpty ? nil : tables[paragraph] }
}

func placeTables(in tree: inout MarkdownTree, source: AnnotatedSource) -> TableSet { TableSet() }

extension MarkdownRenderer { mutating func renderTable(_ table: Table) {} }
