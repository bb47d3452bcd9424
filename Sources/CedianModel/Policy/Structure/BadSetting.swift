/// Settings of site.yml that cannot be meant, under `wrong-type`.
extension WrongType {
  static func unknownTimeZone(
    _ written: Located<String>, nearest near: String?, field: LocalizedText, path: String
  ) -> Diagnostic {
    let name = near ?? "Asia/Shanghai"
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: written.range),
      message: LocalizedText(
        zh: "「\(field.zh)」：没有名为「\(written.value)」的时区",
        en: "'\(field.en)': there is no time zone '\(written.value)'"),
      fix: Diagnostic.Fix(
        message: near == nil
          ? LocalizedText(zh: "写时区的标准名称，例如", en: "write a zone's standard name, as in")
          : LocalizedText(zh: "最接近的是", en: "the nearest is"),
        example: "time_zone: \(name)"))
  }

  /// A threshold of warning above that of success.
  static func crossedThresholds(_ record: Record, at range: SourceRange, path: String) -> Diagnostic
  {
    let (low, high) = (record.label(.atRisk), record.label(.reached))
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(low.zh)」的界线高于「\(high.zh)」，没有结果会算作预警",
        en: "'\(low.en)' lies above '\(high.en)', so nothing would count as at risk"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "预警的界线不高于达标的界线，例如", en: "the first is at most the second, as in"),
        example: "reached: 100%\nat_risk: 80%"))
  }
}
