/// What a change does to the policy: what it breaks, what it mends, and which
/// rules themselves changed.
public struct PolicyEffect: Sendable {
  public var found: [Diagnostic]
  public var mended: [Diagnostic]
  public var rules: [RuleChange]

  public var isEmpty: Bool { found.isEmpty && mended.isEmpty && rules.isEmpty }
}

/// A rule that a clause binds, no longer binds, or binds otherwise.
public struct RuleChange: Sendable {
  public var rule: String
  public var clause: String
  public var change: LocalizedText
  /// How many documents fail it now.
  public var failing: Int
}

/// `moved` gives the new paths of files that lay elsewhere: a finding that went along
/// is neither new nor mended.
public func policyEffect(
  before: (findings: [Diagnostic], validation: Validation),
  after: (findings: [Diagnostic], validation: Validation), moved: [String: String] = [:]
) -> PolicyEffect {
  let (old, new) = (before.findings.filter(\.isSerious), after.findings.filter(\.isSerious))
  return PolicyEffect(
    found: without(old, in: new, moved), mended: without(new, in: old, moved),
    rules: ruleChanges(before.validation, after.validation))
}

extension Diagnostic {
  fileprivate var isSerious: Bool { severity != .note }
}

/// The findings of `list` that `others` do not have, each as often as it is more.
private func without(
  _ others: [Diagnostic], in list: [Diagnostic], _ moved: [String: String]
) -> [Diagnostic] {
  // Nothing lies at a path any more that something moved away from.
  func key(_ finding: Diagnostic) -> FindingKey {
    var key = finding.key
    key.path = moved[key.path] ?? key.path
    return key
  }
  var known: [FindingKey: Int] = [:]
  for finding in others { known[key(finding), default: 0] += 1 }
  return list.filter { finding in
    let key = key(finding)
    guard let count = known[key], count > 0 else { return true }
    known[key] = count - 1
    return false
  }
}

private func ruleChanges(_ old: Validation, _ new: Validation) -> [RuleChange] {
  func key(_ bound: BoundRule) -> String { "\(bound.clause.number) \(bound.rule.id)" }
  let before = Dictionary(old.bindings.rules.map { (key($0), $0) }, uniquingKeysWith: { a, _ in a })
  let after = Dictionary(new.bindings.rules.map { (key($0), $0) }, uniquingKeysWith: { a, _ in a })
  var changes: [RuleChange] = []
  for name in Set(before.keys).union(after.keys).sorted() {
    let (a, b) = (before[name], after[name])
    guard let shown = b ?? a, let words = words(from: a, to: b) else { continue }
    let report = new.reports.first {
      $0.rule == shown.rule.id && $0.clause.number == shown.clause.number
    }
    changes.append(
      RuleChange(
        rule: shown.rule.id, clause: shown.clause.number, change: words,
        failing: report?.failingCount ?? 0))
  }
  return changes
}

private func words(from old: BoundRule?, to new: BoundRule?) -> LocalizedText? {
  guard let new else { return LocalizedText(zh: "不再绑定", en: "no longer bound") }
  guard let old else { return LocalizedText(zh: "新绑定", en: "newly bound") }
  var parts: [LocalizedText] = []
  if old.severity != new.severity {
    parts.append(
      LocalizedText(
        zh: "级别由\(old.severity.name.zh)改为\(new.severity.name.zh)",
        en: "severity from \(old.severity.name.en) to \(new.severity.name.en)"))
  }
  let kind = new.binding.kinds.first?.value ?? .activity
  func fields(_ bound: BoundRule) -> [Key] { bound.binding.fields.map(\.value) }
  func names(_ keys: [Key]) -> LocalizedText {
    let labels = keys.map { RecordSchema.document(kind).label(of: $0) }
    return LocalizedText(
      zh: labels.map(\.zh).joined(separator: "、"), en: labels.map(\.en).joined(separator: ", "))
  }
  let added = fields(new).filter { !fields(old).contains($0) }
  let removed = fields(old).filter { !fields(new).contains($0) }
  if !added.isEmpty {
    let names = names(added)
    parts.append(
      LocalizedText(zh: "要求字段新增：\(names.zh)", en: "fields now asked for: \(names.en)"))
  }
  if !removed.isEmpty {
    let names = names(removed)
    parts.append(
      LocalizedText(zh: "不再要求：\(names.zh)", en: "no longer asked for: \(names.en)"))
  }
  for parameter in new.rule.description.parameters {
    let (a, b) = (old.parameters.written(parameter), new.parameters.written(parameter))
    if a != b {
      parts.append(
        LocalizedText(
          zh: "\(parameter.label)由 \(a) 改为 \(b)", en: "\(parameter.name) from \(a) to \(b)"))
    }
  }
  guard !parts.isEmpty else { return nil }
  return LocalizedText(
    zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
}
