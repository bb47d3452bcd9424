/// `unknown-clause`: a rule bound to a clause that its chapter does not have;
/// `unknown-rule`: a clause bound to a rule that does not exist.
enum UnknownClause {
  static let id = "unknown-clause"
  static let ruleID = "unknown-rule"

  static func diagnostic(_ binding: RuleBinding, in chapter: PolicyChapter) -> Diagnostic {
    let numbers = chapter.info.body.clauses.map(\.number)
    let near = nearest(to: binding.clause.value, among: numbers)
    let known = numbers.prefix(8).joined(separator: "、")
    return Diagnostic(
      id: id, severity: .error,
      location: SourceLocation(path: chapter.info.path, range: binding.clause.range),
      message: LocalizedText(
        zh: "本章没有条款 \(binding.clause.value)，规则「\(binding.rule.value)」无处可依",
        en:
          "this chapter has no clause \(binding.clause.value) for rule '\(binding.rule.value)' to enforce"
      ),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: near.map { "是不是想写「\($0)」？本章的条款：\(known)" }
            ?? (known.isEmpty ? "在正文里写出这一条，例如" : "本章的条款：\(known)；或在正文里写出这一条"),
          en: near.map { "did you mean '\($0)'? " }
            ?? "write the clause in the chapter's text, as in"),
        example: near == nil ? "## \(binding.clause.value) 标题" : nil))
  }

  static func inProposal(_ binding: RuleBinding, path: String) -> Diagnostic {
    Diagnostic(
      id: id, severity: .warning, location: SourceLocation(path: path, range: binding.clause.range),
      message: LocalizedText(
        zh: "本章是草案，不具约束力：这里绑定的规则「\(binding.rule.value)」不会执行",
        en: "this chapter is a proposal and binds nothing: rule '\(binding.rule.value)' is not run"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "定稿后删去「状态: 草案」，或先删去这条绑定", en: "remove the chapter's draft status, or this binding")))
  }

  static func unknownRule(_ binding: RuleBinding, path: String) -> Diagnostic {
    let known = RuleRegistry.rules.map(\.id) + RuleCatalogue.structural.map(\.id)
    let near = nearest(to: binding.rule.value, among: known)
    let bindable = RuleRegistry.rules.map(\.id).joined(separator: "、")
    return Diagnostic(
      id: ruleID, severity: .error, location: SourceLocation(path: path, range: binding.rule.range),
      message: LocalizedText(
        zh: "没有「\(binding.rule.value)」这条规则", en: "there is no rule '\(binding.rule.value)'"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: (near.map { "是不是想写「\($0)」？" } ?? "") + "可绑定的规则：\(bindable)",
          en: (near.map { "did you mean '\($0)'? " } ?? "") + "rules to bind: \(bindable)")))
  }
}
