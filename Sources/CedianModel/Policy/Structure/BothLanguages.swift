/// `both-languages`: one field written twice, once by each of its names.
enum BothLanguages {
  static let id = "both-languages"

  static func diagnostic(
    _ second: Located<String>, first: Located<String>, path: String
  ) -> Diagnostic {
    diagnostic(
      second, first: first, path: path,
      LocalizedText(
        zh: "「\(second.value)」与「\(first.value)」是同一个字段，只能写一次",
        en: "'\(second.value)' and '\(first.value)' are one field; write it once"))
  }

  /// A goal's `Q1` and `第一季度`, its `01` and `1月`.
  static func samePart(
    _ second: Located<String>, first: Located<String>, path: String
  ) -> Diagnostic {
    diagnostic(
      second, first: first, path: path,
      LocalizedText(
        zh: "「\(second.value)」与「\(first.value)」是同一期，只能写一次",
        en: "'\(second.value)' and '\(first.value)' are one period; write it once"))
  }

  private static func diagnostic(
    _ second: Located<String>, first: Located<String>, path: String, _ message: LocalizedText
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: second.range),
      message: message,
      notes: [
        Diagnostic.Note(
          location: SourceLocation(path: path, range: first.range),
          message: LocalizedText(zh: "先写在这里", en: "first written here"))
      ],
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "把两处内容合并到一处，删去另一处", en: "merge the two and remove one")))
  }
}
