/// `unknown-key`: a key that its record does not know.
enum UnknownKey {
  static let id = "unknown-key"

  static func diagnostic(
    _ key: Located<String>, in schema: RecordSchema, path: String
  ) -> Diagnostic {
    let guess = nearest(to: key.value, among: schema.names)
    let article = schema.name.en.first.map { "aeiou".contains($0) } ?? false ? "an" : "a"
    return Diagnostic(
      id: id, severity: .warning, location: SourceLocation(path: path, range: key.range),
      message: LocalizedText(
        zh: "「\(schema.name.zh)」里没有「\(key.value)」这个字段，此行不起作用",
        en: "'\(key.value)' is not a field of \(article) \(schema.name.en); the line has no effect"),
      fix: guess.map { name in
        Diagnostic.Fix(
          message: LocalizedText(
            zh: "是不是想写「\(name)」？自定义字段请以 x- 开头",
            en: "did you mean '\(name)'? Fields of your own begin with x-"))
      }
        ?? Diagnostic.Fix(
          message: LocalizedText(
            zh: "删去此行；若是自定义字段，请改名为「x-\(key.value)」",
            en: "remove the line, or rename a field of your own to 'x-\(key.value)'")))
  }

  /// A name in a rule's `fields` that no document has.
  static func notAField(
    _ written: String, guess: String?, at range: SourceRange, path: String
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "没有「\(written)」这个字段，规则无法检查它",
        en: "there is no field '\(written)' for the rule to check"),
      fix: guess.map { name in
        Diagnostic.Fix(
          message: LocalizedText(zh: "是不是想写「\(name)」？", en: "did you mean '\(name)'?"))
      })
  }
}
