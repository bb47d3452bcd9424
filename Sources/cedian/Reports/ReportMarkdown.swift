import CedianModel

/// A report as Markdown with pipe tables, to paste into a mail or a merge
/// request.
func reportMarkdown(_ tables: ReportTables, _ language: Language) -> String {
  let report = tables.report
  var text = "# \(tables.heading(language))\n\n"
  for sentence in tables.source.summary(report).sentences {
    text += "- \(markdown(sentence[language]))\n"
  }
  if let review = report.review, let words = tables.handbook.reviews[review].conclusion,
    !ReviewDraft.isBlank(words)
  {
    text += "\n> " + words.split(separator: "\n").map(markdown).joined(separator: "\n> ") + "\n"
  }
  for table in tables.all {
    text += "\n## \(table.title[language])\n"
    if !table.rows.isEmpty {
      text += "\n| " + table.columns.map { $0.title[language] }.joined(separator: " | ") + " |\n"
      text += "|" + table.columns.map { $0.isNumber ? " ---: |" : " --- |" }.joined() + "\n"
      for row in table.rows {
        text += "| " + row.map { markdown($0.text[language]) }.joined(separator: " | ") + " |\n"
      }
    }
    if let note = table.note { text += "\n\(markdown(note[language]))\n" }
  }
  return text
}

/// Author's words in a cell: nothing in them is markup, nothing ends the cell.
private func markdown(_ text: some StringProtocol) -> String {
  var shown = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "|", "*", "_", "`", "[", "]", "<", ">", "\\", "#", "~": shown += "\\\(scalar)"
    case "\n", "\r", "\t": shown += " "
    default: if scalar.value >= 0x20 { shown.unicodeScalars.append(scalar) }
    }
  }
  return shown
}
