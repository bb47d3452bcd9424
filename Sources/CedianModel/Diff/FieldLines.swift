extension DiffDocument {
  /// The document as `git diff` compares it: a line for each field under its label,
  /// a blank line, the text as written.
  public func lines(_ language: Language) -> String {
    var lines: [String] = []
    for entry in fields { Self.append(entry.value, [entry.label[language]], language, &lines) }
    return lines.map { $0 + "\n" }.joined() + "\n" + text
  }

  private static func append(
    _ value: FieldValue, _ labels: [String], _ language: Language, _ lines: inout [String]
  ) {
    switch value {
    case .record(let entries):
      for entry in entries {
        let own = (labels + [entry.label[language]]).filter { !$0.isEmpty }
        append(entry.value, own, language, &lines)
      }
    case .records(let records):
      for record in records {
        let own = labels + [record.identity].filter { !$0.isEmpty }
        append(.record(record.entries), own, language, &lines)
      }
    case .text(let text):
      // Each line of a long text on its own, so that one changed line is one.
      let name = labels.joined(separator: " · ")
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        lines.append("\(name): \(line)")
      }
    case .quantity, .time, .choice, .list:
      lines.append("\(labels.joined(separator: " · ")): \(value.words(language))")
    }
  }
}
