import CedianModel

/// Empty cells that may be written to fill short rows. A wide head over many
/// short rows would otherwise give output of quadratic size.
private let paddingLimit = 100_000

extension MarkdownRenderer {
  mutating func renderTable(_ table: Table) {
    if let lead = table.lead {
      body.html.startLine()
      body.html.append("<p>")
      renderCell(lead)
      body.html.append("</p>\n")
    }
    body.html.startLine()
    tableCount += 1
    body.html.append("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
    let label = LocalizedText(zh: "表格 \(tableCount)", en: "Table \(tableCount)")
    body.html.append(contentsOf: label[options.language].utf8)
    if let heading = body.headings.last, !heading.text.isEmpty {
      body.html.append(options.language == .zh ? "：" : ": ")
      body.html.append(escaping: Array(heading.text.utf8), marks: true)
    }
    body.html.append("\">\n<table>\n<thead>\n")
    for (k, row) in table.rows.enumerated() {
      if k == 1 { body.html.append("<tbody>\n") }
      renderRow(row, of: table, isHead: k == 0)
      if k == 0 { body.html.append("</thead>\n") }
    }
    if table.rows.count > 1 { body.html.append("</tbody>\n") }
    body.html.append("</table>\n</div>\n")
  }

  private mutating func renderRow(_ row: [Int], of table: Table, isHead: Bool) {
    body.html.append("<tr>\n")
    for (column, alignment) in table.alignments.enumerated() {
      let cell = column < row.count ? row[column] : nil
      if cell == nil {
        paddedCells += 1
        if paddedCells > paddingLimit { break }
      }
      body.html.append(isHead ? "<th" : "<td")
      switch alignment {
      case .none: break
      case .left: body.html.append(" class=\"align-left\"")
      case .center: body.html.append(" class=\"align-center\"")
      case .right: body.html.append(" class=\"align-right\"")
      }
      body.html.append(0x3E)
      if let cell { renderCell(cell) }
      body.html.append(isHead ? "</th>\n" : "</td>\n")
    }
    body.html.append("</tr>\n")
  }

  private mutating func renderCell(_ paragraph: Int) {
    block = paragraph
    places = nil
    renderInlines(tree.inside(paragraph))
  }
}
