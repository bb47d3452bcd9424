import CedianModel
import Foundation

/// `--format json`: one document on stdout. Keys are sorted, messages are in
/// the chosen language, lines and columns count from 1 and columns count
/// Unicode scalars.
///
///     {"diagnostics": [{"clause": {"anchor", "number", "path", "words"} | null,
///       "fix": {"edits": [{"range", "replacement"}], "example": … | null, "message",
///         "safe": whether `check --fix` makes the edits} | null,
///       "id", "lateness": {"daysOverdue", "due"} | null, "message", "notes": [{"message", "path": … | null, "range": … | null}],
///       "path", "range": {"end": {"column", "line"}, "start": {…}}, "severity"}],
///      "summary": {"checked", "errors", "files", "notes", "warnings"}, "version": 1}
///
/// `checked` is how many documents were read, `files` how many have findings.
func jsonReport(
  _ diagnostics: [Diagnostic], checked: Int, language: Language
) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  let report = Report(
    diagnostics: diagnostics.map { Finding($0, language) },
    summary: Summary(Totals(diagnostics), checked: checked))
  return withoutControls(try encoder.encode(report)) + [0x0A]
}

/// JSON lets delete and the C1 controls stand as they are; a terminal would obey
/// them.
func withoutControls(_ json: Data) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(json.count + 1)
  var previous: UInt8 = 0
  for byte in json {
    if byte == 0x7F {
      bytes += "\\u007f".utf8
    } else if previous == 0xC2, (0x80...0x9F).contains(byte) {
      bytes.removeLast()
      bytes += "\\u00\(String(byte, radix: 16))".utf8
    } else {
      bytes.append(byte)
    }
    previous = byte
  }
  return bytes
}

private struct Report: Encodable {
  var version = 1
  var diagnostics: [Finding]
  var summary: Summary
}

private struct Summary: Encodable {
  var checked, errors, warnings, notes, files: Int

  init(_ totals: Totals, checked: Int) {
    self.checked = checked
    (errors, warnings, notes, files) = (totals.errors, totals.warnings, totals.notes, totals.files)
  }
}

private struct Finding: Encodable {
  var id: String
  var severity: String
  var path: String
  var range: Range
  var message: String
  var notes: [Note]
  @Nullable var clause: Clause?
  @Nullable var fix: Fix?
  @Nullable var lateness: Late?

  init(_ diagnostic: Diagnostic, _ language: Language) {
    id = diagnostic.id
    severity = diagnostic.severity.rawValue
    path = diagnostic.location.path
    range = Range(diagnostic.location.range)
    message = diagnostic.message[language]
    notes = diagnostic.notes.map { Note($0, language) }
    clause = diagnostic.clause.map { Clause($0) }
    fix = diagnostic.fix.map { Fix($0, isSafe: diagnostic.isMendable, language) }
    lateness = diagnostic.lateness.map { Late(due: $0.due.iso, daysOverdue: $0.daysOverdue) }
  }

  struct Note: Encodable {
    var message: String
    @Nullable var path: String?
    @Nullable var range: Range?

    init(_ note: Diagnostic.Note, _ language: Language) {
      message = note.message[language]
      path = note.location?.path
      range = note.location.map { Range($0.range) }
    }
  }

  struct Late: Encodable {
    var due: String
    var daysOverdue: Int
  }

  struct Clause: Encodable {
    var number, words, path, anchor: String

    init(_ clause: ClauseCitation) {
      (number, words, path, anchor) = (clause.number, clause.words, clause.path, clause.anchor)
    }
  }

  struct Fix: Encodable {
    var message: String
    @Nullable var example: String?
    var edits: [Edit]
    var safe: Bool

    init(_ fix: Diagnostic.Fix, isSafe: Bool, _ language: Language) {
      safe = isSafe
      message = fix.message[language]
      example = fix.example
      edits = fix.edits.map { Edit(range: Range($0.range), replacement: $0.replacement) }
    }
  }

  struct Edit: Encodable {
    var range: Range
    var replacement: String
  }

  struct Range: Encodable {
    var start, end: Position

    init(_ range: SourceRange) {
      start = Position(line: range.start.line, column: range.start.column)
      end = Position(line: range.end.line, column: range.end.column)
    }
  }

  struct Position: Encodable {
    var line, column: UInt32
  }
}

/// Writes `null` where there is nothing, so that every key is always there.
@propertyWrapper
private struct Nullable<Value: Encodable>: Encodable {
  var wrappedValue: Value?

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue {
      try container.encode(wrappedValue)
    } else {
      try container.encodeNil()
    }
  }
}
