/// `bad-time`: a date, span or period that cannot be read for certain.
enum BadTime {
  static let id = "bad-time"

  /// A deadline is asked for its day, other times for their first and last.
  static func diagnostic(
    _ problem: TimeProblem, field: LocalizedText, isDeadline: Bool = false, at range: SourceRange,
    path: String
  ) -> Diagnostic {
    let advice =
      isDeadline
      ? LocalizedText(zh: "写明日期", en: "give the date")
      : LocalizedText(zh: "写明起止日期", en: "give the first and the last day")
    let full =
      isDeadline
      ? LocalizedText(zh: "写全日期，例如", en: "give the whole date, as in")
      : LocalizedText(zh: "写全起止日期，例如", en: "give the first and the last day in full, as in")
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」：\(problem.message.zh)", en: "'\(field.en)': \(problem.message.en)"),
      fix: Diagnostic.Fix(
        message: problem.suggestion == nil ? advice : full,
        example: problem.suggestion ?? (isDeadline ? "2026-12-31" : "2026-11-01/2026-11-11")))
  }

  static func notADay(
    _ written: String, field: LocalizedText, at range: SourceRange, path: String
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」应当是一个日期，「\(written)」不是",
        en: "'\(field.en)' must be a day; '\(written)' is not one"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "写成 年-月-日", en: "write year-month-day"),
        example: "2026-11-01"))
  }

  static func notAPeriod(
    _ written: String, field: LocalizedText, at range: SourceRange, path: String
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」应当是年、季度或月份，「\(written)」不是",
        en: "'\(field.en)' must be a year, quarter or month; '\(written)' is not"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "写成下列之一", en: "write one of"),
        example: "2026\n2026-Q4\n2026-11"))
  }

  /// A plan, review or sheet of goals that says nowhere what it is for.
  static func noPeriod(
    _ info: DocumentInfo, _ field: LocalizedText, at range: SourceRange
  ) -> Diagnostic {
    let name = info.writesEnglishKeys ? field.en : field.zh
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: info.path, range: range),
      message: LocalizedText(
        zh: "从文件名（编号）「\(info.id.value)」读不出期间，「\(field.zh)」也没有写，这份\(info.kind.label.zh)不知是哪一期的",
        en:
          "the file's name or id '\(info.id.value)' says no period, and '\(field.en)' is not written: nothing tells what this \(info.kind.label.en) is for"
      ),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "写明期间，例如", en: "write its period, as in"),
        example: "\(name): \(info.kind == .goals ? "2026" : "2026-11")"))
  }
}

/// `bad-number`: a quantity that cannot be read for certain.
enum BadNumber {
  static let id = "bad-number"

  static func diagnostic(
    _ problem: QuantityProblem, field: LocalizedText, at range: SourceRange, path: String
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」：\(problem.message.zh)", en: "'\(field.en)': \(problem.message.en)"),
      fix: Diagnostic.Fix(message: problem.advice))
  }

  static func notMoney(
    isNegative: Bool, field: LocalizedText, at range: SourceRange, path: String
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: isNegative
        ? LocalizedText(zh: "「\(field.zh)」是负数", en: "'\(field.en)' is negative")
        : LocalizedText(zh: "「\(field.zh)」不是金额", en: "'\(field.en)' is no amount of money"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "写成以元计的金额，例如 12万、120,000、¥3.2", en: "write yuan, as in 12万, 120,000, ¥3.2")))
  }
}
