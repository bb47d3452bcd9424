extension Decoder {
  /// `parameters` of a binding: kept as written, since only the rule knows them.
  mutating func parameters(_ node: Node?) -> [Node.Entry] {
    guard let node, !node.isEmpty else { return [] }
    guard case .mapping(let entries) = node.content else {
      report(
        WrongType.expected(
          "一组参数", "a group of parameters", field: RecordSchema.binding.label(of: .parameters),
          at: node.range, path: path, example: "parameters: {grace_days: 10}"))
      return []
    }
    return entries
  }

  /// `rules` of site.yml: by rule id, its severity and parameters.
  mutating func ruleSettings(_ node: Node?) -> [RuleSetting] {
    guard let node, !node.isEmpty else { return [] }
    guard case .mapping(let rules) = node.content else {
      report(
        WrongType.expected(
          "按规则编号列出的设置", "settings by rule id", field: RecordSchema.site.label(of: .rules),
          at: node.range, path: path, example: "rules:\n  missing-review: {grace_days: 15}"))
      return []
    }
    let severityNames = [Key.severity.rawValue, RecordSchema.binding.label(of: .severity).zh]
    return rules.compactMap { rule in
      if rule.value.isEmpty {
        return RuleSetting(rule: rule.key, severity: nil, parameters: [], path: path)
      }
      guard case .mapping(let entries) = rule.value.content else {
        report(
          WrongType.expected(
            "一组参数", "a group of parameters",
            field: LocalizedText(verbatim: rule.key.value), at: rule.value.range, path: path,
            example: "\(rule.key.value): {severity: warning}"))
        return nil
      }
      var setting = RuleSetting(rule: rule.key, severity: nil, parameters: [], path: path)
      var severityKey: Located<String>?
      for entry in entries {
        if severityNames.contains(entry.key.value) {
          if let first = severityKey {
            report(BothLanguages.diagnostic(entry.key, first: first, path: path))
            continue
          }
          severityKey = entry.key
          let label = RecordSchema.binding.field(.severity)
          setting.severity = Severity.read(&self, entry.value, label).map {
            Located($0, entry.value.range)
          }
        } else {
          setting.parameters.append(entry)
        }
      }
      return setting
    }
  }
}
