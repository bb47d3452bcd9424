import CedianModel

/// Empty cells that may be written to fill short rows. A wide head over many
/// short rows would otherwise give output of quadratic size.
private let paddingLimit = 100_000

extension MarkdownRenderer {
  mutating func renderTable(_ table: Table) {
    if let lead = table.lead {
      html.startLine()
      html.append("<p>")
      renderCell(lead)
      html.append("</p>\n")
    }
    html.startLine()
    tableCount += 1
    html.append("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
    html.append(options.language == .zh ? "表格 " : "Table ")
    html.append(number: tableCount)
    if let heading = body.headings.last, !heading.text.isEmpty {
      html.append(options.language == .zh ? "：" : ": ")
      html.append(escaping: heading.text, marks: true)
    }
    html.append("\">\n<table>\n<thead>\n")
    var start = 0
    for (k, end) in table.rowEnds.enumerated() {
      if k == 1 { html.append("<tbody>\n") }
      renderRow(start..<end, of: table, isHead: k == 0)
      if k == 0 { html.append("</thead>\n") }
      start = end
    }
    if table.rowEnds.count > 1 { html.append("</tbody>\n") }
    html.append("</table>\n</div>\n")
  }

  private mutating func renderRow(_ row: Range<Int>, of table: Table, isHead: Bool) {
    html.append("<tr>\n")
    for (column, alignment) in table.alignments.enumerated() {
      let cell = column < row.count ? table.cells[row.lowerBound + column] : nil
      if cell == nil {
        paddedCells += 1
        if paddedCells > paddingLimit { break }
      }
      html.append(isHead ? "<th" : "<td")
      switch alignment {
      case .none: break
      case .left: html.append(" class=\"align-left\"")
      case .center: html.append(" class=\"align-center\"")
      case .right: html.append(" class=\"align-right\"")
      }
      html.append(0x3E)
      switch cell {
      case .words(let words)?: html.append(escaping: tree.pool, in: words, marks: false)
      case .paragraph(let paragraph)?: renderCell(paragraph)
      case nil: break
      }
      html.append(isHead ? "</th>\n" : "</td>\n")
    }
    html.append("</tr>\n")
  }

  private mutating func renderCell(_ paragraph: Int) {
    block = paragraph
    renderInlines(tree.inside(paragraph))
  }
}
