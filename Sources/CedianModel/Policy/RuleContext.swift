/// What a rule looks at.
public struct RuleContext: Sendable {
  public let handbook: Handbook
  /// The handbook's things by their names.
  public let directory: Directory
  /// The day that decides what is late.
  public let asOf: Day
  /// The binding that asks for this run.
  public let binding: RuleBinding
  public let severity: Severity
  public let clause: ClauseCitation
  /// Defaults, overridden by site.yml, then by the binding.
  public let parameters: RuleParameters
  /// From when the chapter binds. What lies before it is not judged.
  public let effective: Day?

  /// A finding of this run, with the binding's severity and clause. A part of
  /// the rule that is only advice passes `atMost`.
  func finding(
    _ id: String, at range: SourceRange, in path: String, _ message: LocalizedText,
    atMost ceiling: Severity = .error, notes: [Diagnostic.Note] = [],
    fix: Diagnostic.Fix? = nil, lateness: Lateness? = nil
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: min(severity, ceiling), location: SourceLocation(path: path, range: range),
      message: message, notes: notes, clause: clause, fix: fix, lateness: lateness)
  }

  /// A finding where a field is missing or empty; nil where something stands
  /// there. `because` follows the field's name: 「缺少「客户洞察」：…」.
  func lacking(
    _ id: String, _ key: Key, in info: DocumentInfo, because: LocalizedText,
    example: LocalizedText, atMost ceiling: Severity = .error, lateness: Lateness? = nil
  ) -> Diagnostic? {
    guard info.hasReadableFrontMatter else { return nil }
    let field = info.presence(of: key)
    if let field, !field.isEmpty { return nil }
    let name = RecordSchema.document(info.kind).label(of: key)
    let lines = info.writesEnglishKeys ? example.en : example.zh
    let message =
      field == nil
      ? LocalizedText(
        zh: "缺少「\(name.zh)」(\(key.rawValue))：\(because.zh)",
        en: "'\(key.rawValue)' (\(name.zh)) is missing: \(because.en)")
      : LocalizedText(
        zh: "「\(name.zh)」(\(key.rawValue)) 写了，但为空：\(because.zh)",
        en: "'\(key.rawValue)' (\(name.zh)) is there but empty: \(because.en)")
    let advice =
      field == nil
      ? LocalizedText(zh: "在这一行之前加上，例如", en: "add it above this line, as in")
      : LocalizedText(zh: "在冒号后填写，例如", en: "fill it in after the colon, as in")
    return finding(
      id, at: field?.keyRange ?? info.closing, in: info.path, message, atMost: ceiling,
      fix: Diagnostic.Fix(message: advice, example: lines), lateness: lateness)
  }
}

extension SourceRange {
  /// Its first line's beginning only: a caret under a whole record would say less.
  var head: SourceRange {
    SourceRange(
      start,
      start.line == end.line
        ? end
        : SourcePosition(
          line: Int(start.line), column: Int(start.column) + 1))
  }
}

/// `、` between names in Chinese, a comma in English.
func listed(_ names: [LocalizedText]) -> LocalizedText {
  LocalizedText(
    zh: names.map { "「\($0.zh)」" }.joined(separator: "、"),
    en: names.map { "'\($0.en)'" }.joined(separator: ", "))
}

extension RuleContext {
  /// A second place, where there is one.
  func note(_ range: SourceRange?, _ path: String, zh: String, en: String) -> [Diagnostic.Note] {
    guard let range else { return [] }
    return [
      Diagnostic.Note(
        location: SourceLocation(path: path, range: range), message: LocalizedText(zh: zh, en: en))
    ]
  }
}

/// A policy does not reach back: a chapter judges what begins on or after its
/// effective day, and periods that end on or after it.
extension RuleContext {
  var calendar: FiscalCalendar { handbook.calendar }

  func binds(_ day: Day?) -> Bool {
    guard let effective, let day else { return true }
    return day >= effective
  }

  func binds(_ activity: Activity) -> Bool { binds(activity.time.value?.start) }

  private func binds(_ period: Period?) -> Bool { binds(period.map(calendar.last(of:))) }

  var plans: [Plan] { handbook.plans.filter { binds($0.period.value) } }

  var goalSheets: [GoalSheet] { handbook.goalSheets.filter { binds($0.period.value) } }

  var reviews: [Review] { handbook.reviews.filter { binds($0.period.value) } }
}
