/// What validation made and found.
public struct Validation: Sendable {
  public var diagnostics: [Diagnostic]
  public var bindings: Bindings
  public var directory: Directory
  /// One for each binding that was run, in the order of the chapters.
  public var reports: [RuleReport]
}

/// Checks the handbook: its structure always, and what the policy binds.
/// `asOf` alone decides what is late; `unread` are the paths of files that could not be
/// read. `map` may take several steps at once and keeps
/// their order.
public func validate(
  _ handbook: Handbook, asOf: Day, unread: [String] = [],
  map: ([ValidationStep], @escaping @Sendable (ValidationStep) -> RuleRun) -> [RuleRun] = {
    steps, take in steps.map(take)
  }
) -> Validation {
  let directory = Directory(handbook)
  let (bindings, unbound) = resolveBindings(handbook, directory)
  let structure: [ValidationStep] = [
    .structure { MissingSettings.check(handbook) },
    .structure { DuplicateID.check(handbook) },
    .structure { DuplicateID.checkNames(handbook) },
    .structure { DuplicateID.checkRecords(handbook) },
    .structure { DuplicateID.checkSubjects(handbook) },
    .structure { DuplicateClause.check(handbook) },
    .structure {
      UnknownReference.check(handbook, directory, unread: Set(unread.map(fileStem)))
    },
    .structure { UnitMismatch.check(handbook, directory) },
    .structure { DuplicateResult.check(handbook.results) },
    .structure { DerivedResult.check(handbook, directory) },
  ]
  let rules = bindings.rules.map { bound in
    ValidationStep { run in
      bound.rule.check(
        RuleContext(
          handbook: handbook, directory: directory, asOf: asOf, binding: bound.binding,
          severity: bound.severity, clause: bound.clause, parameters: bound.parameters,
          effective: bound.effective), &run)
    }
  }
  var runs = map(structure + rules) { step in
    var run = RuleRun()
    step.take(&run)
    run.finish()
    return run
  }
  // Which document a path is matters only where something was found.
  let isClean = runs.dropFirst(structure.count).allSatisfy(\.findings.isEmpty)
  let kinds = isClean ? [:] : kindsByPath(handbook)
  var reports: [RuleReport] = []
  for (index, bound) in zip(runs.indices.dropFirst(structure.count), bindings.rules) {
    // `for` of a binding that asks for fields chose the documents itself.
    if !bound.binding.kinds.isEmpty, !bound.rule.description.takesFields {
      runs[index].keep(only: Set(bound.binding.kinds.map(\.value)), kinds)
    }
    let run = runs[index]
    var failing: [DocumentKind: Int] = [:]
    for path in Set(run.findings.map(\.judged)) {
      if let kind = kinds[path] { failing[kind, default: 0] += 1 }
    }
    reports.append(
      RuleReport(
        rule: bound.rule.id, clause: bound.clause, severity: bound.severity,
        examined: run.examined, findings: run.findings, failing: failing))
  }
  return Validation(
    diagnostics: unbound + runs.flatMap(\.findings), bindings: bindings, directory: directory,
    reports: reports)
}

/// A rule, or a check of the structure, ready to look at the handbook.
public struct ValidationStep: Sendable {
  let take: @Sendable (inout RuleRun) -> Void

  static func structure(_ check: @escaping @Sendable () -> [Diagnostic]) -> ValidationStep {
    ValidationStep { run in
      for finding in check() { run.report(finding) }
    }
  }
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
