import CedianModel
import Foundation

/// `--format gitlab`: a Code Quality report, which GitLab shows in a merge
/// request as what it adds and mends.
func gitlabReport(
  _ diagnostics: [Diagnostic], paths: RepositoryPaths, language: Language
) throws -> [UInt8] {
  let issues = zip(diagnostics, fingerprints(of: diagnostics)).map { diagnostic, fingerprint in
    let clause = diagnostic.clause.map { (language == .zh ? "（制度 " : " (clause ") + $0.number }
    let end = diagnostic.clause == nil ? "" : language == .zh ? "）" : ")"
    let notes = noteWords(diagnostic, paths, language)
      .map { (language == .zh ? "；" : "; ") + $0 }.joined()
    return Issue(
      description: diagnostic.message[language] + notes + (clause ?? "") + end,
      checkName: diagnostic.id, fingerprint: fingerprint,
      severity: severity(diagnostic.severity),
      location: Issue.Location(
        path: paths[diagnostic.location.path],
        lines: Issue.Lines(
          begin: diagnostic.location.range.start.line, end: diagnostic.location.range.end.line)))
  }
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  return withoutControls(try encoder.encode(issues)) + [0x0A]
}

private func severity(_ severity: Severity) -> String {
  switch severity {
  case .error: "major"
  case .warning: "minor"
  case .note: "info"
  }
}

private struct Issue: Encodable {
  var description, checkName, fingerprint, severity: String
  var location: Location

  enum CodingKeys: String, CodingKey {
    case description, fingerprint, severity, location
    case checkName = "check_name"
  }

  struct Location: Encodable {
    var path: String
    var lines: Lines
  }

  struct Lines: Encodable {
    var begin, end: UInt32
  }
}
