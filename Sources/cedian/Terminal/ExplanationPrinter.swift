import CedianModel

/// Rules in words for the terminal.
struct ExplanationPrinter: Sendable {
  var language: Language
  var palette: Palette
  var width: Int
  /// Whether there is a site whose clauses are known.
  var hasSite = true

  /// Every rule with its severity and clause, a line each.
  func list(_ explanations: [Explanation]) -> String {
    let longest = explanations.map { $0.rule.id.count }.max() ?? 0
    var text = ""
    for (heading, part) in [
      (
        say("制度可绑定的规则", "Rules that a clause can bind"),
        explanations.filter { !$0.rule.kinds.isEmpty }
      ),
      (
        say("结构规则，总是检查", "Structural rules, always on"),
        explanations.filter { $0.rule.kinds.isEmpty }
      ),
    ] where !part.isEmpty {
      text += palette.bold(heading) + "\n"
      for explanation in part {
        let rule = explanation.rule
        let gap = String(repeating: " ", count: longest - rule.id.count + 2)
        let severity = explanation.bindings.first?.severity ?? rule.severity
        let name = severity.name[language]
        let clauses = explanation.bindings.map(\.clause.number).joined(separator: say("、", ", "))
        let pad = String(repeating: " ", count: max(1, 8 - displayWidth(name)))
        text +=
          "  \(rule.id)\(gap)\(palette.severity(severity, name))\(pad)\(rule.summary[language])"
        text +=
          clauses.isEmpty ? "\n" : palette.faint("  " + say("条款 ", "clause ") + clauses) + "\n"
      }
      text += "\n"
    }
    return text + say("一条规则的说明：cedian explain 规则编号\n", "one rule in full: cedian explain RULE\n")
  }

  func pages(_ explanations: [Explanation]) -> String {
    explanations.map { page($0) }.joined(separator: "\n")
  }

  private func page(_ explanation: Explanation) -> String {
    let rule = explanation.rule
    var text = palette.bold(rule.id) + "  "
    text += palette.severity(rule.severity, rule.severity.name[language]) + "\n"
    text += paragraph(rule.summary[language] + say("。", "."))
    if !rule.detail[language].isEmpty {
      text += heading("查什么", "What it looks at") + paragraph(rule.detail[language])
    }
    text += why(explanation)
    text += heading("不合规", "Fails") + lines(rule.failing, palette.bad)
    text += heading("合规", "Passes") + lines(rule.passing, palette.good)
    text += rule.kinds.isEmpty ? structuralSettings(explanation) : settings(explanation)
    return text
  }

  private func why(_ explanation: Explanation) -> String {
    var text = heading("依据", "Why")
    guard !explanation.bindings.isEmpty else {
      return text
        + paragraph(
          explanation.rule.kinds.isEmpty
            ? say("总是检查：写错了就读不出作者的意思。", "Always on: without it what was meant cannot be read.")
            : hasSite
              ? say("这个站点没有条款绑定它，所以不检查。", "No clause of this site binds it, so it is not checked.")
              : say(
                "这里不在站点里，不知道哪一条款绑定它；用 --site 指明站点。没有条款绑定就不检查。",
                "This is no site, so its clause is not known; name one with --site. Where no clause binds it, it is not checked."
              ))
    }
    for binding in explanation.bindings {
      let clause = binding.clause
      let colon = say("：", ": ")
      text += paragraph(
        say("制度 ", "Clause ") + clause.number + (clause.words.isEmpty ? "" : colon + clause.words)
          + " (\(clause.path))")
    }
    return text
  }

  private func structuralSettings(_ explanation: Explanation) -> String {
    let rule = explanation.rule
    let isError = rule.severity == .error
    let clause = explanation.bindings.first?.clause.number ?? "4.1"
    var example = "rules:\n  - clause: \"\(clause)\"\n    rule: \(rule.id)"
    if !isError { example += "\n    severity: error" }
    return heading("怎样设置", "How to set it")
      + paragraph(
        isError
          ? say(
            "没有参数，不能关闭，级别已经最高。制度绑定后，报告会引用条款；在制度章节的文首：",
            "It takes no parameters and cannot be turned off; its severity is the highest. Where a clause binds it, findings cite the clause; in a policy chapter's front matter:"
          )
          : say(
            "没有参数，不能关闭，级别只能调高。制度绑定后，报告会引用条款；在制度章节的文首：",
            "It takes no parameters and cannot be turned off; its severity can only be raised. Where a clause binds it, findings cite the clause; in a policy chapter's front matter:"
          ))
      + lines(example, palette.faint)
  }

  private func settings(_ explanation: Explanation) -> String {
    let rule = explanation.rule
    var text = heading("怎样设置", "How to set it")
    for parameter in rule.parameters {
      let standard = parameter.standard.written
      let now = explanation.bindings.first?.parameters[parameter.name]
      var line = "\(parameter.name)\(language == .zh ? "（\(parameter.label)）" : "")"
      line += say("：", ": ") + parameter.meaning[language]
      line += say("；默认 ", "; default ") + standard
      if let now, now != standard { line += say("，现在是 ", ", now ") + now }
      text += paragraph(line)
    }
    let clause = explanation.bindings.first?.clause.number ?? "4.1"
    var example = ["rules:", "  - clause: \"\(clause)\"", "    rule: \(rule.id)"]
    let severity = rule.severity == .error ? Severity.warning : rule.severity
    example.append("    severity: \(severity.rawValue)")
    if rule.takesFields { example.append("    fields: [theme, goal, time]") }
    if let parameter = rule.parameters.first {
      example.append("    parameters: {\(parameter.name): \(parameter.standard.written)}")
    }
    text += paragraph(say("在制度章节的文首：", "In a policy chapter's front matter:"))
    text += lines(example.joined(separator: "\n"), palette.faint)
    if let parameter = rule.parameters.first {
      text += paragraph(
        say("或在 content/site.yml（条款的绑定优先）：", "or in content/site.yml (the clause's binding wins):"))
      text += lines(
        "rules:\n  \(rule.id): {\(parameter.name): \(parameter.standard.written)}", palette.faint)
    }
    if rule.isTimeDriven {
      text += paragraph(
        say("这条规则只看期限，不能设为错误。", "This rule looks at lateness alone and cannot be an error."))
    }
    return text
  }

  private func heading(_ zh: String, _ en: String) -> String {
    "\n" + palette.bold(say(zh, en)) + "\n"
  }

  private func paragraph(_ text: String) -> String {
    wrapped(text, width: max(20, width - 2)).map { "  " + printable($0) + "\n" }.joined()
  }

  private func lines(_ text: String, _ paint: (String) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    " + paint(String($0).replacing("\t", with: "→   ")) + "\n" }.joined()
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
