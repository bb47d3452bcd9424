/// A rule with the clause that asks for it and what the policy and site.yml set.
public struct BoundRule: Sendable {
  public var rule: Rule
  public var binding: RuleBinding
  public var clause: ClauseCitation
  public var severity: Severity
  public var parameters: RuleParameters
  /// From when the chapter binds.
  public var effective: Day?
}

/// What the policy binds. A binding in a proposal (草案) does not bind.
public struct Bindings: Sendable {
  public var rules: [BoundRule] = []
  /// Clauses that bind a structural rule: its findings cite the clause.
  public var citations: [String: (clause: ClauseCitation, severity: Severity?)] = [:]

  public init() {}
}

/// Looks up every binding's rule, clause and parameters; says which do not exist
/// and which values cannot be used.
public func resolveBindings(
  _ handbook: Handbook, _ directory: Directory
) -> (Bindings, [Diagnostic]) {
  var bindings = Bindings()
  var found = siteProblems(handbook)
  for chapter in handbook.chapters {
    for (index, binding) in chapter.bindings.enumerated() {
      let path = chapter.info.path
      if chapter.isProposal {
        found.append(UnknownClause.inProposal(binding, path: path))
        continue
      }
      let clause = chapter.info.body.clauses.first { $0.number == binding.clause.value }
      if clause == nil {
        found.append(UnknownClause.diagnostic(binding, in: chapter))
      }
      let citation = ClauseCitation(
        number: binding.clause.value, words: clause?.words ?? "", path: path,
        anchor: clause?.anchor ?? "")
      if let rule = RuleRegistry.rule(binding.rule.value) {
        let (settings, problems) = resolveSettings(
          of: rule.description, binding, path: path, handbook)
        found += problems
        if let first = chapter.bindings[..<index].first(where: binding.repeats) {
          found.append(BadParameter.boundTwice(binding, first: first, path: path))
          continue
        }
        bindings.rules.append(
          BoundRule(
            rule: rule, binding: binding, clause: citation, severity: settings.severity,
            parameters: settings.parameters, effective: chapter.effective))
      } else if RuleCatalogue.structural.contains(where: { $0.id == binding.rule.value }) {
        bindings.citations[binding.rule.value] = (citation, binding.severity?.value)
        found += BadParameter.onStructural(binding, path: path)
      } else {
        found.append(UnknownClause.unknownRule(binding, path: path))
      }
    }
  }
  return (bindings, found)
}

extension Bindings {
  /// Adds the clause to findings of structural rules that the policy binds.
  public func citing(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !citations.isEmpty else { return diagnostics }
    return diagnostics.map { diagnostic in
      guard diagnostic.clause == nil, let cited = citations[diagnostic.id] else {
        return diagnostic
      }
      var copy = diagnostic
      copy.clause = cited.clause
      if let severity = cited.severity { copy.severity = max(copy.severity, severity) }
      return copy
    }
  }
}

extension RuleBinding {
  /// Whether it asks for what `other` asks for already.
  fileprivate func repeats(_ other: RuleBinding) -> Bool {
    clause.value == other.clause.value && rule.value == other.rule.value
      && Set(kinds.map(\.value)) == Set(other.kinds.map(\.value))
      && Set(fields.map(\.value)) == Set(other.fields.map(\.value))
      && parametersAreEqual(other)
  }

  private func parametersAreEqual(_ other: RuleBinding) -> Bool {
    func written(_ entries: [Node.Entry]) -> [String: String] {
      Dictionary(
        entries.map { ($0.key.value, $0.value.words) }, uniquingKeysWith: { first, _ in first })
    }
    return written(parameters) == written(other.parameters)
  }
}

extension Node {
  /// Its texts in one line, to compare by.
  fileprivate var words: String {
    switch content {
    case .scalar(let text, _): text
    case .sequence(let items): "[" + items.map(\.words).joined(separator: ",") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key.value):\($0.value.words)" }.joined(separator: ",") + "}"
    }
  }
}
