import CedianModel

/// Lines as they would be after some edits.
struct RepairedLines: Sendable, Equatable {
  /// The number of the first of them.
  var first: Int
  var lines: [String]
  /// What is new in the first line, in scalars counted from 1.
  var new: Range<Int>
}

/// The lines that `edits` touch, as they would be afterwards. Nil when there are
/// none, when they do not fit the text, or when nothing would be left to show.
func repairedLines(_ edits: [Diagnostic.Edit], in lines: SourceLines) -> RepairedLines? {
  let edits = edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  guard let first = edits.first.map({ Int($0.range.start.line) }),
    let last = edits.map({ Int($0.range.end.line) }).max(),
    // More would push the finding itself off the screen.
    last - first < 12, edits.allSatisfy({ $0.range.start.column > 0 && $0.range.end.column > 0 })
  else { return nil }
  var text = String.UnicodeScalarView()
  var at = SourcePosition(line: first, column: 1)
  /// Takes over what stands between `at` and `end`.
  func copy(upTo end: SourcePosition) -> Bool {
    while at < end {
      guard let line = lines[Int(at.line)]?.unicodeScalars else { return false }
      let to = at.line == end.line ? Int(end.column) - 1 : line.count
      let from = Int(at.column) - 1
      guard from <= to, to <= line.count else { return false }
      text.append(contentsOf: line.dropFirst(from).prefix(to - from))
      if at.line == end.line {
        at = end
      } else {
        text.append("\n")
        at = SourcePosition(line: Int(at.line) + 1, column: 1)
      }
    }
    return at == end
  }
  for edit in edits {
    guard edit.range.start <= edit.range.end, at <= edit.range.start,
      copy(upTo: edit.range.start)
    else { return nil }
    text.append(contentsOf: edit.replacement.unicodeScalars)
    at = edit.range.end
  }
  if let rest = lines[Int(at.line)] {
    text.append(contentsOf: rest.unicodeScalars.dropFirst(Int(at.column) - 1))
  }
  let shown = String(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  guard shown.contains(where: { !$0.isEmpty }) else { return nil }
  let edit = edits[0]
  let column = Int(edit.range.start.column)
  let added = edit.replacement.unicodeScalars.prefix { $0 != "\n" }.count
  return RepairedLines(first: first, lines: shown, new: column..<column + added)
}
