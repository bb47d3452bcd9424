/// A rule that a policy clause can bind. What it checks is a function from the
/// handbook to findings; its messages stand beside it.
public struct Rule: Sendable {
  /// Its id, default severity, purpose and examples.
  public var description: RuleDescription
  public var check: @Sendable (RuleContext) -> [Diagnostic]

  public var id: String { description.id }

  init(
    _ description: RuleDescription, check: @escaping @Sendable (RuleContext) -> [Diagnostic]
  ) {
    self.description = description
    self.check = check
  }
}

/// What a rule looks at.
public struct RuleContext: Sendable {
  public let handbook: Handbook
  /// The handbook's things by their names.
  public let directory: Directory
  /// The day that decides what is late.
  public let asOf: Day
  /// The binding that asks for this run, with its parameters.
  public let binding: RuleBinding
  public let severity: Severity
  public let clause: ClauseCitation

  /// A finding of this run, with the binding's severity and clause.
  func finding(
    _ id: String, at range: SourceRange, in path: String, _ message: LocalizedText,
    notes: [Diagnostic.Note] = [], fix: Diagnostic.Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity, location: SourceLocation(path: path, range: range),
      message: message, notes: notes, clause: clause, fix: fix)
  }
}

/// Every rule that can be bound, by id. A new rule is one file and one line here.
public enum RuleRegistry {
  public static let rules: [Rule] = [RequiredFields.rule, UnknownOwner.rule]

  public static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
