/// `unwritten`: a text that still says what a draft put in its place.
enum Unwritten {
  static let id = "unwritten"

  static func diagnostic(
    _ written: String, field: LocalizedText, at range: SourceRange, path: String
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .warning, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」还是初稿的「\(written)」",
        en: "'\(field.en)' still says '\(written)', as the draft did"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "写上内容；没有可写的，删去这一行", en: "write it, or remove the line")))
  }

  /// `标题:` with nothing after it.
  static func noTitle(shown: String, at range: SourceRange, path: String) -> Diagnostic {
    Diagnostic(
      id: id, severity: .warning, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「标题」写了，但为空；页面上显示为「\(shown)」",
        en: "'title' is there but empty; the page is shown as '\(shown)'"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "在冒号后写上标题", en: "write the title after the colon")))
  }
}

extension Decoder {
  /// A text that `cedian new` leaves to people.
  static func prose(_ decoder: inout Decoder, _ node: Node, _ label: FieldLabel) -> String? {
    guard let text = text(&decoder, node, label) else { return nil }
    if ReviewDraft.isBlank(text) {
      decoder.report(
        Unwritten.diagnostic(text, field: label.text, at: node.range, path: decoder.path))
    }
    return text
  }
}
