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
  var rule: EscapedHTML
  var summary: EscapedHTML
  var severity: StatusView?
  /// `38/40`: how many documents pass; empty where the rule counts none.
  var compliance: EscapedHTML
  var isMet: Bool

  static let keys = ViewKeys<ClauseRuleView>(
    "条款的规则",
    [
      .view("clause", "条款", { $0.clause }),
      .text("rule", "规则编号", \.rule),
      .text("summary", "规则要求什么", \.summary),
      .view("severity", "级别", { $0.severity }),
      .text("compliance", "合规文档数，如 38/40", \.compliance),
      .flag("isMet", "是否全部合规", \.isMet),
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
    let counts = compliance(of: binding, in: chapter)
    return ClauseRuleView(
      clause: link(binding.clause.value, page, anchor: anchor), rule: EscapedHTML(id),
      summary: description.map { say($0.summary) } ?? .empty,
      severity: (binding.severity?.value ?? description?.severity).map(status),
      compliance: counts.map { EscapedHTML("\($0.passing)/\($0.all)") } ?? .empty,
      isMet: counts.map { $0.passing == $0.all } ?? false)
  }

  /// How many documents of the bound kinds have no finding of this rule under
  /// this clause. Nil for a proposal, which binds nothing.
  private func compliance(
    of binding: RuleBinding, in chapter: PolicyChapter
  ) -> (passing: Int, all: Int)? {
    guard !chapter.isProposal, !binding.kinds.isEmpty else { return nil }
    let kinds = Set(binding.kinds.map(\.value))
    var paths: Set<String> = []
    handbook.forEachDocument { if kinds.contains($0.kind) { paths.insert($0.path) } }
    var failing: Set<String> = []
    for finding in context.options.findings
    where finding.id == binding.rule.value && finding.clause?.number == binding.clause.value {
      failing.insert(finding.location.path)
    }
    return (paths.count - paths.intersection(failing).count, paths.count)
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
