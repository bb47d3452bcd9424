/// What people can read about a rule: for `cedian explain`, the documentation
/// and the handbook.
public struct RuleDescription: Sendable {
  public var id: String
  public var severity: Severity
  /// What must hold, in one sentence without a full stop.
  public var summary: LocalizedText
  /// At which documents and states it looks, what it counts as a finding, and
  /// why that matters. Empty for structural rules, which look at everything.
  public var detail: LocalizedText
  /// The kinds of document that it judges.
  public var kinds: [DocumentKind]
  /// A line that makes it fire, and how the line should be.
  public var failing: String
  public var passing: String
  public var parameters: [RuleParameter]
  /// Whether the passing of time alone can make it fire: it is never an error.
  public var isTimeDriven: Bool
  /// Whether a binding lists the fields that it asks for.
  public var takesFields: Bool

  /// A structural rule.
  init(
    _ id: String, _ severity: Severity, zh: String, en: String, failing: String, passing: String
  ) {
    self.init(
      id, severity, of: [], LocalizedText(zh: zh, en: en), detail: LocalizedText(verbatim: ""),
      failing: failing, passing: passing)
  }

  /// A rule that a clause binds.
  init(
    _ id: String, _ severity: Severity, of kinds: [DocumentKind], _ summary: LocalizedText,
    detail: LocalizedText, failing: String, passing: String, parameters: [RuleParameter] = [],
    isTimeDriven: Bool = false, takesFields: Bool = false
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.detail = detail
    self.kinds = kinds
    self.failing = failing
    self.passing = passing
    self.parameters = parameters
    self.isTimeDriven = isTimeDriven
    self.takesFields = takesFields
  }
}
