/// `number-form`: a number or a time that is read, but not written as people type
/// it. Looked for by `check --fix` only: nothing is wrong with it.
enum NumberForm {
  static let id = "number-form"

  static func diagnostic(
    _ written: String, ordinary: String, field: LocalizedText, at range: SourceRange, path: String
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .note, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」：「\(written)」通常写成「\(ordinary)」",
        en: "'\(field.en)': '\(written)' is usually written '\(ordinary)'"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "写成 \(ordinary)", en: "write \(ordinary)"),
        rewrite: ValueRewrite(range: range, content: .text(ordinary))))
  }
}

extension Decoder {
  /// Reports a text that `ordinary` knows another form of.
  mutating func form(_ node: Node, _ label: FieldLabel, _ ordinary: (String) -> String?) {
    guard reportsForms, case .scalar(let text, _) = node.content, let form = ordinary(text),
      form != text
    else { return }
    report(
      NumberForm.diagnostic(
        text, ordinary: form, field: label.text, at: node.range, path: path))
  }
}
