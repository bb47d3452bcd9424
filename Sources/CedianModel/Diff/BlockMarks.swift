/// A row of a table, the first line of a list's item or a rule across the page with its
/// marks in one form: how cells are padded, how long the dashes below a head are and
/// which mark a list uses do not show on the page. Other lines stay as they are.
func plainMarks(_ line: Substring) -> String {
  let indent = line.prefix { $0 == " " }
  let text = line.dropFirst(indent.count)
  switch text.first {
  case "|": return indent + tableRow(text)
  case "-", "*", "+":
    if isRule(text) { return "---" }
    let rest = text.dropFirst()
    let blanks = rest.prefix { $0 == " " }.count
    // Five blanks begin code in the item.
    guard blanks > 0, blanks < 5, blanks < rest.count else { return String(line) }
    return indent + "- " + rest.dropFirst(blanks)
  default: return String(line)
  }
}

/// `* * *`, `---`.
private func isRule(_ text: Substring) -> Bool {
  let marks = text.filter { $0 != " " }
  return marks.count >= 3 && marks.allSatisfy { $0 == marks.first } && marks.first != "+"
}

private func tableRow(_ text: Substring) -> String {
  var cells: [Substring] = []
  var start = text.startIndex
  var isEscaped = false
  for index in text.indices {
    if text[index] == "|", !isEscaped {
      cells.append(text[start..<index])
      start = text.index(after: index)
    }
    isEscaped = text[index] == "\\" && !isEscaped
  }
  // Before the first stroke stands nothing, after the last one nothing that shows.
  let last = trimmed(text[start...])
  let shown = cells.dropFirst().map(trimmed) + (last.isEmpty ? [] : [last])
  return "|" + shown.map { cell in " \(isDashes(cell) ? dashes(cell) : String(cell)) |" }.joined()
}

private func trimmed(_ cell: Substring) -> Substring {
  var cell = cell.drop { $0 == " " || $0 == "\t" }
  while cell.last == " " || cell.last == "\t" { cell.removeLast() }
  return cell
}

/// `---`, `:--:`; not `-`, which may be a cell's words.
private func isDashes(_ cell: Substring) -> Bool {
  cell.allSatisfy { $0 == "-" || $0 == ":" } && cell.contains("--")
}

private func dashes(_ cell: Substring) -> String {
  (cell.first == ":" ? ":" : "") + "---" + (cell.last == ":" ? ":" : "")
}
