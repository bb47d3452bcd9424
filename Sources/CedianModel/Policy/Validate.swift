/// What validation made and found.
public struct Validation: Sendable {
  public var diagnostics: [Diagnostic]
  public var bindings: Bindings
  public var directory: Directory
}

/// Checks the handbook: its structure always, and what the policy binds.
/// `asOf` alone decides what is late.
public func validate(_ handbook: Handbook, asOf: Day) -> Validation {
  let directory = Directory(handbook)
  let (bindings, unbound) = resolveBindings(handbook.chapters)
  var found = unbound
  found += DuplicateID.check(handbook)
  found += DuplicateID.checkGoals(handbook)
  found += UnknownReference.check(handbook, directory)
  found += DuplicateResult.check(handbook.results)
  found += DerivedResult.check(handbook, directory)
  for bound in bindings.rules {
    found += bound.rule.check(
      RuleContext(
        handbook: handbook, directory: directory, asOf: asOf, binding: bound.binding,
        severity: bound.binding.severity ?? bound.rule.description.severity, clause: bound.clause))
  }
  return Validation(diagnostics: found, bindings: bindings, directory: directory)
}

/// A ratio metric reported in a results file, under `bad-result-row`.
private enum DerivedResult {
  static func check(_ handbook: Handbook, _ directory: Directory) -> [Diagnostic] {
    handbook.results.compactMap { row in
      guard let index = directory.metric(named: row.metric.value),
        handbook.metrics[index].aggregation == .ratio
      else { return nil }
      return BadResultRow.derivedMetric(
        row.metric, metric: handbook.metrics[index], path: row.path)
    }
  }
}
