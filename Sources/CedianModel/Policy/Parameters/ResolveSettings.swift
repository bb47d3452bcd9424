/// What site.yml sets for a rule: `规则: {missing-review: {grace_days: 15}}`.
public struct RuleSetting: Sendable {
  public var rule: Located<String>
  public var severity: Located<Severity>?
  /// As written; the rule says what they mean.
  public var parameters: [Node.Entry]
  public var path: String
}

/// A rule's severity and parameters as far as they are settled.
struct RuleSettings {
  var severity: Severity
  var parameters = RuleParameters()

  /// Takes what a place sets; what cannot be used is returned and left out.
  mutating func take(
    _ chosen: Located<Severity>?, _ entries: [Node.Entry], for rule: RuleDescription,
    path: String, _ handbook: Handbook
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let chosen {
      if rule.isTimeDriven, chosen.value == .error {
        found.append(BadParameter.errorByTime(chosen.range, rule: rule, path: path))
      } else {
        severity = chosen.value
      }
    }
    var taken: [String: Located<String>] = [:]
    for entry in entries {
      let written = entry.key.value
      guard
        let parameter = rule.parameters.first(where: { $0.name == written || $0.label == written })
      else {
        found.append(BadParameter.unknown(entry.key, rule: rule, path: path))
        continue
      }
      if let first = taken[parameter.name] {
        found.append(BothLanguages.diagnostic(entry.key, first: first, path: path))
        continue
      }
      taken[parameter.name] = entry.key
      switch readRuleValue(entry.value, like: parameter.standard, handbook) {
      case .success(let value): parameters.values[parameter.name] = value
      case .failure(let problem):
        found.append(BadParameter.diagnostic(problem, entry, of: parameter, path: path))
      }
    }
    return found
  }
}

/// A rule's own settings, then what site.yml sets, then what the binding sets.
/// Only the binding's mistakes are returned: site.yml's are said once, by
/// `siteProblems`.
func resolveSettings(
  of rule: RuleDescription, _ binding: RuleBinding, path: String, _ handbook: Handbook
) -> (RuleSettings, [Diagnostic]) {
  var settings = RuleSettings(severity: rule.severity)
  for setting in handbook.site.rules where setting.rule.value == rule.id {
    _ = settings.take(
      setting.severity, setting.parameters, for: rule, path: setting.path, handbook)
  }
  var found = settings.take(
    binding.severity, binding.parameters, for: rule, path: path, handbook)
  for kind in binding.kinds where !rule.kinds.contains(kind.value) {
    found.append(BadParameter.kind(kind, rule: rule, path: path))
  }
  if let field = binding.fields.first, !rule.takesFields {
    found.append(BadParameter.fields(field.range, rule: rule, path: path))
  }
  if rule.takesFields, binding.kindsAreRead {
    let kinds = binding.kinds.isEmpty ? [.activity] : binding.kinds.map(\.value)
    for field in binding.fields {
      let without = kinds.filter { !RecordSchema.document($0).has(field.value) }
      if !without.isEmpty {
        found.append(BadParameter.noSuchField(field, of: without, all: kinds, path: path))
      }
    }
  }
  if rule.takesFields, binding.fields.isEmpty {
    found.append(BadParameter.noFields(binding.rule.range, rule: rule, path: path))
  }
  return (settings, found)
}

/// What is wrong with the rule settings of site.yml, bound or not.
func siteProblems(_ handbook: Handbook) -> [Diagnostic] {
  handbook.site.rules.flatMap { setting -> [Diagnostic] in
    guard let rule = RuleRegistry.rule(setting.rule.value)?.description else {
      return [BadParameter.unknownRule(setting)]
    }
    var settings = RuleSettings(severity: rule.severity)
    return settings.take(
      setting.severity, setting.parameters, for: rule, path: setting.path, handbook)
  }
}
