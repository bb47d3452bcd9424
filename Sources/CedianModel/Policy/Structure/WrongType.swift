/// `wrong-type`: a value of another shape than its field takes.
enum WrongType {
  static let id = "wrong-type"

  static func expected(
    _ zh: String, _ en: String, field: LocalizedText, at range: SourceRange, path: String,
    example: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」应当是\(zh)", en: "'\(field.en)' must be \(en)"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "改写成\(zh)", en: "write \(en)"), example: example))
  }

  /// A word that is none of a field's choices.
  static func notAChoice(
    _ written: String, choices: [LocalizedText], field: LocalizedText, at range: SourceRange,
    path: String
  ) -> Diagnostic {
    let guess = nearest(to: written, among: choices.flatMap { [$0.zh, $0.en] })
    let zh = choices.map { "\($0.zh)（\($0.en)）" }.joined(separator: "、")
    let en = choices.map(\.en).joined(separator: ", ")
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」不能是「\(written)」", en: "'\(field.en)' cannot be '\(written)'"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: (guess.map { "是不是想写「\($0)」？" } ?? "") + "可用的值：\(zh)",
          en: (guess.map { "did you mean '\($0)'? " } ?? "") + "it takes one of: \(en)")))
  }

  /// `{任务: 整箱装 9,000 箱到仓}`: the comma ends the value.
  static func cutByComma(
    _ parts: [Located<String>], after entry: Node.Entry, path: String
  ) -> Diagnostic {
    let rest = parts.map(\.value).joined(separator: ",")
    var whole = rest
    if case .scalar(let text, _) = entry.value.content { whole = "\(text),\(rest)" }
    let range = SourceRange(
      entry.value.range.start, parts.last?.range.end ?? entry.value.range.end)
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "花括号里的逗号把「\(entry.key.value)」的值截断了，后面的「\(rest)」丢失了",
        en:
          "inside braces the comma ends the value of '\(entry.key.value)'; '\(rest)' is lost"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "给含逗号的值加上引号", en: "quote a value that holds a comma"),
        edits: [Diagnostic.Edit(range: range, replacement: "\"\(whole)\"")]))
  }

  /// One text where a list was probably meant: `微信、微博`.
  static func joinedList(
    _ items: [String], isInList: Bool, field: LocalizedText, at range: SourceRange, path: String
  ) -> Diagnostic {
    let names = items.joined(separator: ", ")
    let list = isInList ? names : "[" + names + "]"
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」写成了一项，看起来是 \(items.count) 项",
        en: "'\(field.en)' is written as one item, but looks like \(items.count)"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: isInList ? "用半角逗号分开" : "改写成列表",
          en: isInList ? "separate them by commas" : "write a list"),
        example: list, edits: [Diagnostic.Edit(range: range, replacement: list)]))
  }
}
