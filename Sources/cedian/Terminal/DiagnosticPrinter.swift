import CedianModel

/// Puts findings into words for people: what, where with the source, which
/// clause, how to mend it, and the totals.
struct DiagnosticPrinter: Sendable {
  var language: Language
  var palette: Palette
  /// Cells of a source line to show.
  var width: Int = 100

  /// All findings and the totals; `sources` gives a file's bytes by its path.
  func print(_ diagnostics: [Diagnostic], sources: (String) -> [UInt8]?) -> String {
    var text = ""
    var lines: (path: String, lines: SourceLines)?
    for diagnostic in diagnostics {
      let path = diagnostic.location.path
      if lines?.path != path { lines = (path, SourceLines(sources(path) ?? [])) }
      text += block(diagnostic, lines?.lines, sources) + "\n"
    }
    return text + Totals(diagnostics).sentence(language, palette) + "\n"
  }

  private func block(
    _ diagnostic: Diagnostic, _ lines: SourceLines?, _ sources: (String) -> [UInt8]?
  ) -> String {
    let severity = diagnostic.severity
    let head =
      palette.severity(severity, "\(severity.name[language])[\(diagnostic.id)]")
      + palette.bold(": " + printable(diagnostic.message[language]))
    let notes = diagnostic.notes.filter { $0.location != nil }
    let deepest = ([diagnostic.location] + notes.compactMap(\.location))
      .map { Int($0.range.start.line) + 1 }.max() ?? 1
    let gutter = String(repeating: " ", count: String(deepest).count)
    var rows = [head, palette.frame("\(gutter)┌─ ") + place(diagnostic.location)]
    rows += excerpt(diagnostic.location, lines, gutter, severity, neighbours: true)
    for note in diagnostic.notes {
      guard let location = note.location else {
        rows.append(remark(gutter, note.message[language]))
        continue
      }
      rows.append(
        palette.frame("\(gutter)├─ ") + place(location) + "  " + printable(note.message[language]))
      let noteLines =
        location.path == diagnostic.location.path
        ? lines : SourceLines(sources(location.path) ?? [])
      rows += excerpt(location, noteLines, gutter, .note, neighbours: false)
    }
    if let clause = diagnostic.clause { rows.append(remark(gutter, cited(clause))) }
    if let fix = diagnostic.fix { rows += mended(fix, diagnostic, lines, gutter) }
    return rows.joined(separator: "\n") + "\n"
  }

  private func place(_ location: SourceLocation) -> String {
    "\(printable(location.path)):\(location.range.start.line):\(location.range.start.column)"
  }

  private func cited(_ clause: ClauseCitation) -> String {
    let words = clause.words.isEmpty ? "" : LocalizedText(zh: "：", en: ": ")[language] + clause.words
    let name = LocalizedText(zh: "制度 ", en: "policy ")[language]
    return "\(name)\(clause.number)\(words)（\(clause.path)）"
  }

  /// The line with its neighbours and the caret beneath.
  private func excerpt(
    _ location: SourceLocation, _ lines: SourceLines?, _ gutter: String, _ severity: Severity,
    neighbours: Bool
  ) -> [String] {
    let number = Int(location.range.start.line)
    guard let lines, let line = lines[number] else { return [] }
    var rows: [String] = []
    if neighbours, number > 1, let before = lines[number - 1] {
      rows.append(row(number - 1, before, gutter))
    }
    let (start, end) = (location.range.start, location.range.end)
    let length = line.unicodeScalars.count
    let to = end.line == start.line ? Int(end.column) : length + 1
    let shown = ShownLine(line, columns: Int(start.column)..<max(Int(start.column), to), limit: width)
    rows.append(numbered(number, shown.text, gutter))
    let caret = String(repeating: " ", count: shown.indent)
      + palette.severity(severity, String(repeating: "^", count: shown.width))
    rows.append(palette.frame("\(gutter)│ ") + caret)
    if neighbours, number < lines.count, let after = lines[number + 1] {
      rows.append(row(number + 1, after, gutter))
    }
    return rows
  }

  private func row(_ number: Int, _ line: String, _ gutter: String) -> String {
    numbered(number, palette.faint(ShownLine(line, columns: nil, limit: width).text), gutter)
  }

  private func numbered(_ number: Int, _ text: String, _ gutter: String) -> String {
    let digits = String(number)
    let pad = String(repeating: " ", count: max(0, gutter.count - digits.count))
    let bar = palette.frame("\(pad)\(digits)│")
    return text.isEmpty ? bar : "\(bar) \(text)"
  }

  private func remark(_ gutter: String, _ text: String) -> String {
    palette.frame("\(gutter)= ") + printable(text)
  }

  /// The fix's sentence, then its example or the mended line.
  private func mended(
    _ fix: Diagnostic.Fix, _ diagnostic: Diagnostic, _ lines: SourceLines?, _ gutter: String
  ) -> [String] {
    let name = LocalizedText(zh: "改法：", en: "fix: ")[language]
    var rows = [remark(gutter, palette.good(name) + fix.message[language])]
    let shown = repaired(fix, lines) ?? fix.example
    for line in (shown ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    where shown != nil {
      rows.append("\(gutter)    " + palette.good(printable(String(line))))
    }
    return rows
  }

  /// The line as it would be after the edits, where all of them are on one line.
  private func repaired(_ fix: Diagnostic.Fix, _ lines: SourceLines?) -> String? {
    guard let first = fix.edits.first, let lines,
      let line = lines[Int(first.range.start.line)],
      fix.edits.allSatisfy({
        $0.range.start.line == first.range.start.line && $0.range.end.line == $0.range.start.line
      })
    else { return nil }
    var scalars = Array(line.unicodeScalars)
    for edit in fix.edits.sorted(by: { $0.range.start > $1.range.start }) {
      let from = Int(edit.range.start.column) - 1
      let to = Int(edit.range.end.column) - 1
      guard from >= 0, from <= to, to <= scalars.count else { return nil }
      scalars.replaceSubrange(from..<to, with: edit.replacement.unicodeScalars)
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
