import CedianModel

/// The catalogue of rules as a page of the handbook: what people read before they
/// argue with a finding.
struct RulesPageView: View {
  var bound: [RuleView]
  var unbound: [RuleView]
  var structural: [RuleView]

  static let keys = ViewKeys<RulesPageView>(
    "规则页",
    [
      .list("bound", "条款绑定的规则", \.bound),
      .list("unbound", "可以绑定、还没有条款绑定的规则", \.unbound),
      .list("structural", "总是检查的结构规则", \.structural),
    ])
}

struct RuleView: View {
  var anchor: EscapedHTML
  var id: EscapedHTML
  var summary: EscapedHTML
  var detail: EscapedHTML
  var severity: StatusView
  var status: StatusView?
  var findings: LinkView?
  var kinds: [EscapedHTML]
  var clauses: [LinkView]
  var parameters: [RuleParameterView]
  var isTimeDriven: Bool
  var failing: EscapedHTML
  var passing: EscapedHTML

  static let keys = ViewKeys<RuleView>(
    "规则",
    [
      .text("anchor", "锚点", \.anchor),
      .text("id", "规则编号", \.id),
      .text("summary", "要求什么", \.summary),
      .text("detail", "查哪些文档、什么算不合规、为什么", \.detail),
      .view("severity", "生效的级别", \.severity),
      .view("status", "合规数/检查数", \.status),
      .view("findings", "待处理的项数", \.findings),
      .texts("kinds", "检查的文档种类", \.kinds),
      .list("clauses", "依据的条款", \.clauses),
      .list("parameters", "参数", \.parameters),
      .flag("isTimeDriven", "是否只因期限到了才不合规", \.isTimeDriven),
      .text("failing", "不合规的写法", \.failing),
      .text("passing", "合规的写法", \.passing),
    ])
}

struct RuleParameterView: View {
  var name: EscapedHTML
  /// Its Chinese name; templates have `label` for their own words.
  var alias: EscapedHTML
  var meaning: EscapedHTML
  var standard: EscapedHTML
  var inForce: EscapedHTML
  var isChanged: Bool

  static let keys = ViewKeys<RuleParameterView>(
    "规则参数",
    [
      .text("name", "参数名", \.name),
      .text("alias", "中文名", \.alias),
      .text("meaning", "含义", \.meaning),
      .text("standard", "默认值", \.standard),
      .text("inForce", "生效值；没有绑定时为空", \.inForce),
      .flag("isChanged", "生效值是否不同于默认值", \.isChanged),
    ])
}

/// A rule in one line.
struct RuleRowView: View {
  var link: LinkView
  var summary: EscapedHTML

  static let keys = ViewKeys<RuleRowView>(
    "规则（列表中的一行）",
    [
      .view("link", "规则编号", \.link),
      .text("summary", "要求什么", \.summary),
    ])
}

extension PageScope {
  func rulesPage() -> RulesPageView {
    // In the order of the policy, then the catalogue's.
    var order: [String] = []
    for rule in context.bindings.rules where !order.contains(rule.rule.id) {
      order.append(rule.rule.id)
    }
    let bound = order.compactMap { id in RuleCatalogue.bindable.first { $0.id == id } }
    return RulesPageView(
      bound: bound.map(ruleSection),
      unbound: RuleCatalogue.bindable.filter { !order.contains($0.id) }.map(ruleSection),
      structural: RuleCatalogue.structural.map(ruleSection))
  }

  func ruleRow(_ rule: RuleDescription) -> RuleRowView {
    RuleRowView(link: self.rule(rule.id), summary: say(rule.summary))
  }

  private func ruleSection(_ rule: RuleDescription) -> RuleView {
    let bindings = context.bindings.rules.filter { $0.rule.id == rule.id }
    let cited = context.bindings.citations[rule.id]
    let clauses = bindings.map(\.clause) + (cited.map { [$0.clause] } ?? [])
    let reports = context.compliance.reports.filter { $0.rule == rule.id }
    let severity =
      bindings.map(\.severity).max() ?? cited?.severity.map { max($0, rule.severity) }
      ?? rule.severity
    return RuleView(
      anchor: EscapedHTML(ruleAnchor(rule.id)), id: EscapedHTML(rule.id),
      summary: say(rule.summary), detail: say(rule.detail), severity: status(of: severity),
      status: reports.isEmpty ? nil : status(of: reports),
      findings: clauses.lazy.compactMap { clause in
        reports.contains { $0.clause == clause && !$0.findings.isEmpty }
          ? findingsLink(clause) : nil
      }.first,
      kinds: rule.kinds.count == DocumentKind.allCases.count
        ? [say(.allDocuments)] : rule.kinds.map { say($0.label) },
      clauses: clauses.map(citation),
      parameters: rule.parameters.map { parameter($0, bindings) },
      isTimeDriven: rule.isTimeDriven, failing: EscapedHTML(rule.failing),
      passing: EscapedHTML(rule.passing))
  }

  /// Where clauses set different values each stands with its clause.
  private func parameter(_ parameter: RuleParameter, _ bindings: [BoundRule]) -> RuleParameterView {
    let values = bindings.map { ($0.clause.number, $0.parameters.written(parameter)) }
    let isSame = Set(values.map(\.1)).count <= 1
    let inForce =
      isSame ? values.first?.1 ?? "" : values.map { "\($0.0): \($0.1)" }.joined(separator: "\n")
    return RuleParameterView(
      name: EscapedHTML(parameter.name), alias: EscapedHTML(parameter.label),
      meaning: say(parameter.meaning), standard: EscapedHTML(parameter.standard.written),
      inForce: EscapedHTML(inForce),
      isChanged: values.contains { $0.1 != parameter.standard.written })
  }

  /// `38/40 合规`, with what is open where documents do not show all of it.
  func status(of reports: [RuleReport]) -> StatusView {
    let examined = reports.reduce(0) { $0 + $1.examinedCount }
    let passing = reports.reduce(0) { $0 + max(0, $1.examinedCount - $1.failingCount) }
    let findings = reports.flatMap(\.findings)
    guard let worst = findings.map(\.severity).max() else {
      return examined == 0
        ? StatusView("○", say(.nothingExamined), "none")
        : StatusView(
          "●", EscapedHTML(trusted: "\(passing)/\(examined) \(say(.compliant).html)"), "good")
    }
    let mark = status(of: worst)
    return StatusView(
      mark.glyph.html, EscapedHTML(trusted: "\(passing)/\(examined) \(say(.compliant).html)"),
      mark.tone.html)
  }
}
