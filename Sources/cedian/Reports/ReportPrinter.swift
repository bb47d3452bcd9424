import CedianModel

/// A report for people on a terminal: tables whose columns line up where Han
/// characters take two cells.
struct ReportPrinter: Sendable {
  let language: Language
  let palette: Palette
  /// In cells; the longest texts are wrapped to fit.
  let width: Int

  func print(_ tables: ReportTables) -> String {
    let report = tables.report
    var text = palette.bold(tables.heading(language)) + "\n\n"
    for sentence in tables.source.summary(report).sentences {
      text += wrapped(sentence[language], width: width).joined(separator: "\n") + "\n"
    }
    if let review = report.review, let words = tables.handbook.reviews[review].conclusion,
      !ReviewDraft.isBlank(words)
    {
      let label = LocalizedText(zh: "复盘结论：", en: "Review: ")[language]
      text += "\n" + wrapped(oneLine(label + words), width: width).joined(separator: "\n") + "\n"
    }
    for table in tables.all { text += "\n" + print(table) }
    return text
  }

  private func print(_ table: ReportTable) -> String {
    var text = palette.frame(table.title[language]) + "\n"
    if !table.rows.isEmpty {
      let head = table.columns.map { [$0.title[language]] }
      let widths = columnWidths(table)
      let rows = table.rows.map { row in
        row.enumerated().map { wrapped(oneLine($1.text[language]), width: widths[$0]) }
      }
      text += lines(head, table, widths) { _, text in palette.faint(text) }
      for (index, row) in rows.enumerated() {
        text += lines(row, table, widths) { column, text in
          coloured(text, table.rows[index][column].tone)
        }
      }
    }
    if let note = table.note {
      text += wrapped(oneLine(note[language]), width: width)
        .map { palette.faint("  " + $0) + "\n" }.joined()
    }
    return text
  }

  private func coloured(_ text: String, _ tone: ReportTable.Tone) -> String {
    switch tone {
    case .plain: text
    case .faint: palette.faint(text)
    case .good: palette.good(text)
    case .bad: palette.bad(text)
    case .warn: palette.severity(.warning, text)
    }
  }

  /// Numbers as wide as they are; words share what is left, the widest giving
  /// way first.
  private func columnWidths(_ table: ReportTable) -> [Int] {
    var widths = table.columns.enumerated().map { index, column in
      table.rows.reduce(cells(column.title[language])) {
        max($0, cells(oneLine($1[index].text[language])))
      }
    }
    let room = width - 2 - 2 * (widths.count - 1)
    while widths.reduce(0, +) > room {
      let candidates = widths.indices.filter { !table.columns[$0].isNumber && widths[$0] > 10 }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func lines(
    _ row: [[String]], _ table: ReportTable, _ widths: [Int],
    paint: (Int, String) -> String
  ) -> String {
    var text = ""
    for index in 0..<(row.map(\.count).max() ?? 0) {
      var line = " "
      for (column, parts) in row.enumerated() {
        let part = index < parts.count ? parts[index] : ""
        let space = String(repeating: " ", count: max(0, widths[column] - cells(part)))
        let shown = part.isEmpty ? "" : paint(column, part)
        line += column == 0 ? " " : "  "
        line += table.columns[column].isNumber ? space + shown : shown + space
      }
      while line.utf8.last == 0x20 { line.removeLast() }
      text += line + "\n"
    }
    return text
  }
}

/// How many cells a text takes.
func cells(_ text: String) -> Int {
  var meter = CellMeter()
  return text.unicodeScalars.reduce(0) { $0 + meter.width(of: $1) }
}
