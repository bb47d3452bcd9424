import CedianModel

/// `--format github`: workflow commands that GitHub shows beside the lines of a
/// pull request, one a line.
func githubReport(
  _ diagnostics: [Diagnostic], paths: RepositoryPaths, language: Language
) -> [UInt8] {
  var text = ""
  for diagnostic in diagnostics {
    let range = diagnostic.location.range
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties = [
      "file=\(property(paths[diagnostic.location.path]))", "line=\(range.start.line)",
      "endLine=\(range.end.line)",
    ]
    // Columns are refused where the range runs over several lines.
    if range.start.line == range.end.line {
      properties.append("col=\(range.start.column)")
      properties.append("endColumn=\(range.end.column)")
    }
    let clause = diagnostic.clause.map {
      (language == .zh ? " 制度 " : " clause ") + $0.number
    }
    properties.append("title=\(property(diagnostic.id + (clause ?? "")))")
    text += "::\(command) \(properties.joined(separator: ","))::"
    text += escaped(sentences(diagnostic, language, notes: paths)) + "\n"
  }
  return Array(text.utf8)
}

/// The message and how to mend it: what fits beside a line. With `notes` also the
/// other places involved, for hosts that can only show one.
func sentences(
  _ diagnostic: Diagnostic, _ language: Language, notes paths: RepositoryPaths? = nil
) -> String {
  var text = printable(diagnostic.message[language])
  for note in paths.map({ noteWords(diagnostic, $0, language) }) ?? [] { text += "\n" + note }
  if let fix = diagnostic.fix {
    text += (language == .zh ? "\n改法：" : "\nfix: ") + printable(fix.message[language])
    for line in (fix.example ?? "").split(separator: "\n") {
      text += "\n" + printable(String(line))
    }
  }
  return text
}

/// `先写在这里：content/plans/2026-11.md:4`
func noteWords(
  _ diagnostic: Diagnostic, _ paths: RepositoryPaths, _ language: Language
) -> [String] {
  diagnostic.notes.map { note in
    let words = printable(note.message[language])
    guard let place = note.location else { return words }
    return words + (language == .zh ? "：" : ": ")
      + printable("\(paths[place.path]):\(place.range.start.line)")
  }
}

private func escaped(_ text: String) -> String {
  text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
}

private func property(_ text: String) -> String {
  escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
}
