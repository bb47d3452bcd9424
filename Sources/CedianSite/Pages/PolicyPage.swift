import CedianModel

/// A chapter of the policy.
struct PolicyPageView: View {
  var number: EscapedHTML
  var version: EscapedHTML
  var effective: EscapedHTML
  var isProposal: Bool
  var clauses: [LinkView]
  var rules: [ClauseRuleView]
  var body: EscapedHTML

  static let keys = ViewKeys<PolicyPageView>(
    "制度章",
    [
      .text("number", "第几章，如 第四章", \.number),
      .text("version", "版本", \.version),
      .text("effective", "生效日期", \.effective),
      .flag("isProposal", "是否草案", \.isProposal),
      .list("clauses", "本章各条款", \.clauses),
      .list("rules", "本章条款绑定的规则", \.rules),
      .html("body", "正文；条款旁已放入 partials/clause-rules 的内容", \.body),
    ])
}

/// A rule beside the clause that it enforces.
struct ClauseRuleView: View {
  var clause: LinkView
  var rule: LinkView
  var summary: EscapedHTML
  var severity: StatusView?
  /// How many documents pass; nil where the rule was not run.
  var status: StatusView?
  var examined: EscapedHTML
  var findings: [FindingView]
  var more: LinkView?

  static let keys = ViewKeys<ClauseRuleView>(
    "条款的规则",
    [
      .view("clause", "条款", \.clause),
      .view("rule", "规则编号", \.rule),
      .text("summary", "规则要求什么", \.summary),
      .view("severity", "级别", \.severity),
      .view("status", "合规文档数，如 38/40 合规", \.status),
      .text("examined", "检查了多少份文档；没有检查时为空", \.examined),
      .list("findings", "待处理的检查结果，最多 3 条", \.findings),
      .view("more", "全部检查结果；没有时为空", \.more),
    ])
}

/// What `partials/clause-rules` is given: the rules of one clause.
struct ClauseMarginView: View {
  var rules: [ClauseRuleView]

  static let keys = ViewKeys<ClauseMarginView>(
    "条款旁注", [.list("rules", "绑定到本条款的规则", \.rules)])
}

extension PageScope {
  func policyPage(_ chapter: PolicyChapter, margin: (ClauseMarginView) -> [UInt8]) -> PolicyPageView
  {
    let rules = chapter.bindings.map { ruleRow($0, of: chapter) }
    var notes: [String: [UInt8]] = [:]
    let byClause = Dictionary(grouping: zip(chapter.bindings, rules)) { $0.0.clause.value }
    for clause in chapter.info.body.clauses {
      guard let bound = byClause[clause.number] else { continue }
      notes[clause.anchor] = margin(ClauseMarginView(rules: bound.map(\.1)))
    }
    let html = insert(notes, into: body(chapter.info).utf8)
    return PolicyPageView(
      number: chapterNumber(chapter), version: EscapedHTML(chapter.version ?? ""),
      effective: chapter.effective.map { EscapedHTML($0.label(language)) } ?? .empty,
      isProposal: chapter.isProposal,
      clauses: chapter.info.body.clauses.map {
        link("\($0.number) \($0.words)", page, anchor: $0.anchor)
      },
      rules: rules, body: EscapedHTML(trusted: html))
  }

  /// `第四章`, `Chapter 4`; empty without a number.
  func chapterNumber(_ chapter: PolicyChapter) -> EscapedHTML {
    guard let number = chapter.number else { return .empty }
    switch language {
    case .zh: return EscapedHTML("第\(hanNumeral(number))章")
    case .en: return EscapedHTML("Chapter \(number)")
    }
  }

  private func ruleRow(_ binding: RuleBinding, of chapter: PolicyChapter) -> ClauseRuleView {
    let id = binding.rule.value
    let description = (RuleCatalogue.bindable + RuleCatalogue.structural).first { $0.id == id }
    let anchor = chapter.info.body.clauses.first { $0.number == binding.clause.value }?.anchor
    let citation = ClauseCitation(
      number: binding.clause.value, words: "", path: chapter.info.path, anchor: anchor ?? "")
    let reports = context.compliance.reports(of: citation).filter { $0.rule == id }
    let findings =
      chapter.isProposal
      ? [] : context.compliance.findings(of: citation).filter { $0.id == id }
    let examined = reports.reduce(0) { $0 + $1.examinedCount }
    return ClauseRuleView(
      clause: link(binding.clause.value, page, anchor: anchor),
      rule: description == nil ? plain(id) : rule(id),
      summary: description.map { say($0.summary) } ?? .empty,
      severity: (reports.first?.severity ?? binding.severity?.value ?? description?.severity)
        .map(status),
      status: reports.isEmpty
        ? structuralStatus(id, findings, chapter) : status(of: reports),
      examined: reports.isEmpty ? .empty : EscapedHTML("\(examined)"),
      findings: findings.prefix(3).map(finding),
      more: findings.isEmpty ? nil : findingsLink(citation))
  }

  /// A structural rule that the chapter binds looks at every document and counts none.
  private func structuralStatus(
    _ id: String, _ findings: [Diagnostic], _ chapter: PolicyChapter
  ) -> StatusView? {
    guard !chapter.isProposal, context.bindings.citations[id] != nil else { return nil }
    guard let worst = findings.map(\.severity).max() else {
      return StatusView("●", say(.nothingFound), "good")
    }
    let mark = status(of: worst)
    return StatusView(
      mark.glyph.html, EscapedHTML(trusted: "\(findings.count) \(say(.itemUnit).html)"),
      mark.tone.html)
  }
}

/// `十二`; beyond 99 in digits.
func hanNumeral(_ number: Int) -> String {
  let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  switch number {
  case 0...9: return digits[number]
  case 10...99:
    let tens = number / 10 == 1 ? "十" : digits[number / 10] + "十"
    return number % 10 == 0 ? tens : tens + digits[number % 10]
  default: return "\(number)"
  }
}

/// Puts notes of phrasing content beside the clauses they belong to, by anchor:
/// after a heading, at the end of the words of a list item or paragraph.
private func insert(_ notes: [String: [UInt8]], into html: [UInt8]) -> [UInt8] {
  guard !notes.isEmpty else { return html }
  let mark = Array(" id=\"".utf8)
  var result: [UInt8] = []
  result.reserveCapacity(html.count + notes.count * 512)
  var tag = 0
  var note: [UInt8]?
  var isInHeading = false
  for index in html.indices {
    let byte = html[index]
    if byte == UInt8(ascii: "<") {
      tag = index
      if !isInHeading, let found = note, endsWords(html[index...]) {
        result.append(contentsOf: found)
        note = nil
      }
    }
    result.append(byte)
    if byte == mark[0], html[index...].starts(with: mark) {
      let start = index + mark.count
      let end = html[start...].firstIndex(of: UInt8(ascii: "\"")) ?? html.count
      if let found = notes[String(decoding: html[start..<end], as: UTF8.self)] {
        note = found
        isInHeading = html[tag...].starts(with: "<h".utf8)
      }
    }
    if isInHeading, byte == UInt8(ascii: ">"), let found = note,
      html[tag...].starts(with: "</h".utf8)
    {
      result.append(contentsOf: found)
      note = nil
      isInHeading = false
    }
  }
  return result
}

/// Whether a tag ends the words of the clause it stands in: the end of its
/// paragraph or item, or the first block inside it.
private func endsWords(_ html: ArraySlice<UInt8>) -> Bool {
  let tags = [
    "</p", "</li", "<ul", "<ol", "<pre", "<blockquote", "<table", "<div", "<aside", "<figure",
  ]
  return tags.contains { html.starts(with: $0.utf8) }
}
