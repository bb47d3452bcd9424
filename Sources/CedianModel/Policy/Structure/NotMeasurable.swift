/// `not-measurable`: a goal that names no metric or no number.
enum NotMeasurable {
  static let id = "not-measurable"

  static func diagnostic(
    _ problem: TargetProblem, field: LocalizedText, isItem: Bool = false,
    at range: SourceRange, path: String
  ) -> Diagnostic {
    if case .badQuantity(let number) = problem.kind {
      return BadNumber.diagnostic(number, field: field, at: range, path: path)
    }
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」：\(problem.message.zh)", en: "'\(field.en)': \(problem.message.en)"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "写明指标和要达到的数值，例如", en: "name a metric and the value to reach, as in"),
        example: (isItem ? "- " : "\(field.zh): ") + "成交总额 ≥ 120万"))
  }

  /// A goal written as a record without its metric or its target.
  static func missing(
    _ key: Key, field: LocalizedText, at range: SourceRange, path: String
  ) -> Diagnostic {
    let name = RecordSchema.target.label(of: key)
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」的这一项不可衡量：没有「\(name.zh)」",
        en: "this item of '\(field.en)' cannot be measured: it has no '\(name.en)'"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "补上「\(name.zh)」", en: "add '\(name.en)'"),
        example: "- 指标: 成交总额\n  目标值: 120万"))
  }

  /// An expected effect in words that hold no number with a unit.
  static func noQuantity(
    _ written: String, field: LocalizedText, at range: SourceRange, path: String
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」不可衡量：「\(written)」里没有带单位的数值",
        en: "'\(field.en)' cannot be measured: '\(written)' holds no number with a unit"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "写明数值和单位", en: "give a number and its unit"),
        example: "\(field.zh): 带动成交总额 120万元，参与 8,000 人"))
  }
}
