/// What validation made and found.
public struct Validation: Sendable {
  public var diagnostics: [Diagnostic]
  public var bindings: Bindings
  public var directory: Directory
  /// One for each binding that was run, in the order of the chapters.
  public var reports: [RuleReport]
}

/// Checks the handbook: its structure always, and what the policy binds.
/// `asOf` alone decides what is late.
public func validate(_ handbook: Handbook, asOf: Day) -> Validation {
  let directory = Directory(handbook)
  let (bindings, unbound) = resolveBindings(handbook, directory)
  var found = unbound
  found += MissingSettings.check(handbook)
  found += DuplicateID.check(handbook)
  found += DuplicateID.checkGoals(handbook)
  found += UnknownReference.check(handbook, directory)
  found += UnitMismatch.check(handbook, directory)
  found += DuplicateResult.check(handbook.results)
  found += DerivedResult.check(handbook, directory)
  var reports: [RuleReport] = []
  var kinds: [String: DocumentKind]?
  for bound in bindings.rules {
    var run = RuleRun()
    bound.rule.check(
      RuleContext(
        handbook: handbook, directory: directory, asOf: asOf, binding: bound.binding,
        severity: bound.severity, clause: bound.clause, parameters: bound.parameters,
        effective: bound.effective), &run)
    run.finish()
    found += run.findings
    var failing: [DocumentKind: Int] = [:]
    if !run.findings.isEmpty {
      let known = kinds ?? kindsByPath(handbook)
      kinds = known
      for path in Set(run.findings.map(\.judged)) {
        if let kind = known[path] { failing[kind, default: 0] += 1 }
      }
    }
    reports.append(
      RuleReport(
        rule: bound.rule.id, clause: bound.clause, severity: bound.severity,
        examined: run.examined, findings: run.findings, failing: failing))
  }
  return Validation(
    diagnostics: found, bindings: bindings, directory: directory, reports: reports)
}

private func kindsByPath(_ handbook: Handbook) -> [String: DocumentKind] {
  var kinds: [String: DocumentKind] = [:]
  handbook.forEachDocument { kinds[$0.path] = $0.kind }
  return kinds
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
