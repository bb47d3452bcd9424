/// A chapter of the policy; its clauses are found in its body.
public struct PolicyChapter: Sendable {
  public var info: DocumentInfo
  public var number: Int?
  public var version: String?
  public var effective: Day?
  /// 草案: shown and marked, never binding.
  public var isProposal: Bool
  public var bindings: [RuleBinding]
}

/// A clause of the policy bound to a rule.
public struct RuleBinding: Sendable {
  public var clause: Located<String>
  public var rule: Located<String>
  public var kinds: [Located<DocumentKind>]
  /// Whether each of `for` is a kind of document.
  public var kindsAreRead = true
  public var fields: [Located<Key>]
  public var severity: Located<Severity>?
  /// `parameters`, as written; the rule says what they mean.
  public var parameters: [Node.Entry]
  public var range: SourceRange
}
