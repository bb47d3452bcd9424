/// A rule that a policy clause can bind. What it checks is a function from the
/// handbook to findings; its messages stand beside it.
public struct Rule: Sendable {
  /// Its id, default severity, purpose, parameters and examples.
  public var description: RuleDescription
  let check: @Sendable (RuleContext, inout RuleRun) -> Void

  public var id: String { description.id }

  init(
    _ description: RuleDescription,
    check: @escaping @Sendable (RuleContext, inout RuleRun) -> Void
  ) {
    self.description = description
    self.check = check
  }

  /// A rule that judges each campaign brief by itself.
  static func ofActivities(
    _ description: RuleDescription,
    check: @escaping @Sendable (Activity, RuleContext, inout RuleRun) -> Void
  ) -> Rule {
    Rule(description) { context, run in
      for activity in context.handbook.activities
      where activity.info.hasReadableFrontMatter && context.binds(activity) {
        check(activity, context, &run)
      }
    }
  }
}

/// What a run of a rule has looked at and found.
public struct RuleRun: Sendable {
  public private(set) var findings: [Diagnostic] = []
  /// How many documents of each kind the rule judged: those whose state asks for
  /// nothing yet are not counted.
  public private(set) var examined: [DocumentKind: Int] = [:]
  private var count = 0
  private var kind: DocumentKind?

  mutating func examine(_ kind: DocumentKind) {
    // Thousands of the same kind come in a row.
    if kind != self.kind { flush(to: kind) }
    count += 1
  }

  mutating func report(_ finding: Diagnostic?) {
    if let finding { findings.append(finding) }
  }

  /// A finding about `subject` that points into another file.
  mutating func report(_ finding: Diagnostic?, about subject: DocumentInfo) {
    guard var finding else { return }
    if finding.location.path != subject.path { finding.subject = subject.path }
    findings.append(finding)
  }

  /// Leaves out what concerns documents of other kinds.
  mutating func keep(only kinds: Set<DocumentKind>, _ kindOfPath: [String: DocumentKind]) {
    examined = examined.filter { kinds.contains($0.key) }
    findings.removeAll { finding in
      kindOfPath[finding.judged].map { !kinds.contains($0) } ?? false
    }
  }

  mutating func finish() { flush(to: nil) }

  private mutating func flush(to next: DocumentKind?) {
    if let kind { examined[kind, default: 0] += count }
    (kind, count) = (next, 0)
  }
}

/// What became of one binding: the figures of the compliance page.
public struct RuleReport: Sendable {
  public var rule: String
  public var clause: ClauseCitation
  public var severity: Severity
  public var examined: [DocumentKind: Int]
  public var findings: [Diagnostic]
  /// Documents with a finding, by their kind.
  public var failing: [DocumentKind: Int]

  public var examinedCount: Int { examined.values.reduce(0, +) }
  public var failingCount: Int { failing.values.reduce(0, +) }
}
