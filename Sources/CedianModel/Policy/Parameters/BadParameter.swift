/// `bad-parameter`: a rule's parameter or severity that it does not have or
/// cannot use, in site.yml or in a binding.
enum BadParameter {
  static let id = "bad-parameter"

  static func unknown(
    _ key: Located<String>, rule: RuleDescription, path: String
  ) -> Diagnostic {
    let names = rule.parameters.flatMap { [$0.name, $0.label] }
    let near = nearest(to: key.value, among: names)
    let zh = rule.parameters.map { "\($0.label)（\($0.name)）" }.joined(separator: "、")
    let en = rule.parameters.map(\.name).joined(separator: ", ")
    return finding(
      at: key.range, path,
      zh: "规则「\(rule.id)」没有参数「\(key.value)」",
      en: "rule '\(rule.id)' has no parameter '\(key.value)'",
      fix: names.isEmpty
        ? LocalizedText(zh: "这条规则没有参数，删去它", en: "this rule takes none; remove it")
        : LocalizedText(
          zh: (near.map { "是不是想写「\($0)」？" } ?? "") + "可用的参数：\(zh)",
          en: (near.map { "did you mean '\($0)'? " } ?? "") + "it takes: \(en)"))
  }

  static func diagnostic(
    _ problem: ParameterProblem, _ entry: Node.Entry, of parameter: RuleParameter, path: String
  ) -> Diagnostic {
    let example = "\(parameter.name): \(parameter.standard.written)"
    switch problem {
    case .wrongType:
      let expected = parameter.standard.expected
      let gap = expected.zh.utf8.first.map { $0 < 0x80 } == true ? " " : ""
      return finding(
        at: entry.value.range, path,
        zh: "参数「\(parameter.label)」(\(parameter.name)) 应当是\(gap)\(expected.zh)",
        en: "parameter '\(parameter.name)' must be \(expected.en)",
        fix: LocalizedText(zh: "默认是", en: "the default is"), example: example)
    case .empty:
      return finding(
        at: entry.value.range, path,
        zh: "参数「\(parameter.label)」(\(parameter.name)) 是空的，规则会什么也不检查",
        en: "parameter '\(parameter.name)' is empty: the rule would look at nothing",
        fix: LocalizedText(
          zh: "不要这条规则就删去绑定；默认是", en: "remove the binding to do without; the default is"),
        example: example)
    case .unknownName(let name, let known, let kind):
      let near = nearest(to: name.value, among: known)
      return finding(
        at: name.range, path,
        zh: "参数「\(parameter.label)」(\(parameter.name)) 里没有名为「\(name.value)」的\(kind.zh)",
        en: "parameter '\(parameter.name)': there is no \(kind.en) '\(name.value)'",
        fix: LocalizedText(
          zh: near.map { "最接近的是「\($0)」" } ?? "改成已有的\(kind.zh)",
          en: near.map { "the nearest is '\($0)'" } ?? "use a \(kind.en) that exists"),
        example: near == nil ? example : nil)
    }
  }

  /// Time alone never turns a passing build into a failing one.
  static func errorByTime(
    _ range: SourceRange, rule: RuleDescription, path: String
  ) -> Diagnostic {
    finding(
      at: range, path,
      zh: "规则「\(rule.id)」只看期限，不能设为错误：否则内容没有改动，过了一天就不能发布",
      en:
        "rule '\(rule.id)' looks at lateness alone and cannot be an error: a day later an unchanged site would not be published",
      fix: LocalizedText(zh: "用警告；逾期会在报告里标出", en: "use a warning; what is overdue is shown"),
      example: "severity: warning")
  }

  static func kind(
    _ kind: Located<DocumentKind>, rule: RuleDescription, path: String
  ) -> Diagnostic {
    let zh = rule.kinds.map(\.label.zh).joined(separator: "、")
    let en = rule.kinds.map(\.rawValue).joined(separator: ", ")
    return finding(
      at: kind.range, path,
      zh: "规则「\(rule.id)」不检查\(kind.value.label.zh)",
      en: "rule '\(rule.id)' does not look at \(kind.value.rawValue)",
      fix: LocalizedText(zh: "它检查：\(zh)", en: "it looks at: \(en)"))
  }

  static func fields(_ range: SourceRange, rule: RuleDescription, path: String) -> Diagnostic {
    finding(
      at: range, path, zh: "规则「\(rule.id)」不用 fields", en: "rule '\(rule.id)' takes no fields",
      fix: LocalizedText(zh: "删去这一行", en: "remove this line"))
  }

  /// A field of `fields` that documents of some of the bound kinds cannot have.
  static func noSuchField(
    _ field: Located<Key>, of kinds: [DocumentKind], all: [DocumentKind], path: String
  ) -> Diagnostic {
    let schema = RecordSchema.document(kinds[0])
    let names = schema.entries.map { schema.label(of: $0.key) }
    let name = RecordSchema.all.first { $0.has(field.value) }?.label(of: field.value).zh
    let zh = kinds.map(\.label.zh).joined(separator: "、")
    let en = kinds.map(\.rawValue).joined(separator: ", ")
    return finding(
      at: field.range, path,
      zh: "\(zh)没有「\(name ?? field.value.rawValue)」(\(field.value.rawValue)) 这个字段，规则会要求谁也写不了的内容",
      en:
        "there is no field '\(field.value.rawValue)' in: \(en); nobody could write what is asked for",
      fix: all.count > kinds.count
        ? LocalizedText(
          zh: "为\(zh)另写一条绑定，或删去这个字段", en: "bind \(en) by itself, or remove the field")
        : LocalizedText(
          zh: "\(kinds[0].label.zh)的字段：\(names.map(\.zh).joined(separator: "、"))",
          en: "fields of \(kinds[0].rawValue): \(names.map(\.en).joined(separator: ", "))"))
  }

  /// A rule bound to its clause a second time with nothing changed.
  static func boundTwice(
    _ binding: RuleBinding, first: RuleBinding, path: String
  ) -> Diagnostic {
    var found = finding(
      at: binding.rule.range, path,
      zh: "条款 \(binding.clause.value) 已经用同样的设置绑定了规则「\(binding.rule.value)」，每个问题会报告两次",
      en:
        "clause \(binding.clause.value) binds rule '\(binding.rule.value)' with the same settings already: everything would be reported twice",
      fix: LocalizedText(zh: "删去其中一条", en: "remove one of them"))
    found.notes = [
      Diagnostic.Note(
        location: SourceLocation(path: path, range: first.rule.range),
        message: LocalizedText(zh: "先绑定在这里", en: "first bound here"))
    ]
    return found
  }

  static func noFields(_ range: SourceRange, rule: RuleDescription, path: String) -> Diagnostic {
    finding(
      at: range, path, zh: "规则「\(rule.id)」没有写明要求哪些字段，什么也不会检查",
      en: "rule '\(rule.id)' names no fields and would check nothing",
      fix: LocalizedText(zh: "在这条绑定里加上", en: "add to this binding"),
      example: "fields: [theme, goal, time, audience, format, expected_effect]")
  }

  /// A structural rule takes no parameters and cannot be made milder: the pages
  /// would be made from what could not be read.
  static func onStructural(_ binding: RuleBinding, path: String) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let own = RuleCatalogue.structural.first { $0.id == binding.rule.value }
    if let entry = binding.parameters.first {
      found.append(
        finding(
          at: entry.key.range, path, zh: "结构规则「\(binding.rule.value)」没有参数",
          en: "structural rule '\(binding.rule.value)' takes no parameters",
          fix: LocalizedText(zh: "删去它", en: "remove it")))
    }
    if let own, let chosen = binding.severity, chosen.value < own.severity {
      found.append(
        finding(
          at: chosen.range, path,
          zh: "结构规则「\(own.id)」的级别只能调高，它本来是\(own.severity.name.zh)",
          en:
            "the severity of structural rule '\(own.id)' (\(own.severity.name.en)) can only be raised",
          fix: LocalizedText(zh: "删去这一行", en: "remove this line")))
    }
    return found
  }

  static func unknownRule(_ setting: RuleSetting) -> Diagnostic {
    let near = nearest(to: setting.rule.value, among: RuleRegistry.rules.map(\.id))
    return finding(
      at: setting.rule.range, setting.path,
      zh: "没有「\(setting.rule.value)」这条可设置的规则",
      en: "there is no rule '\(setting.rule.value)' to set",
      fix: LocalizedText(
        zh: near.map { "是不是想写「\($0)」？" } ?? "可设置的规则见 cedian explain",
        en: near.map { "did you mean '\($0)'?" } ?? "see 'cedian explain' for the rules"))
  }

  private static func finding(
    at range: SourceRange, _ path: String, zh: String, en: String, fix: LocalizedText,
    example: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(zh: zh, en: en), fix: Diagnostic.Fix(message: fix, example: example))
  }
}
