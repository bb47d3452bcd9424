import CedianModel

/// A figure of a page's head: a number that is read from afar, and what it counts.
struct FigureView: View {
  var name: EscapedHTML
  var number: EscapedHTML
  var unit: EscapedHTML
  var status: StatusView?
  var detail: EscapedHTML

  static let keys = ViewKeys<FigureView>(
    "数字",
    [
      .text("name", "数的是什么", \.name),
      .text("number", "数字", \.number),
      .text("unit", "单位", \.unit),
      .view("status", "状态", \.status),
      .text("detail", "补充说明", \.detail),
    ])
}

/// A cell of a matrix; without a status it is empty.
struct CellView: View {
  /// The column's name, for a phone, where each cell stands on a line of its own.
  var column: EscapedHTML
  var status: StatusView?
  var url = EscapedHTML.empty

  static let keys = ViewKeys<CellView>(
    "矩阵的一格",
    [
      .text("column", "所在列的名称", \.column),
      .view("status", "符号与文字；空格没有", \.status),
      .text("url", "通往哪里；可为空", \.url),
    ])
}

/// A finding in full: what is wrong, where, who, by when, and how to mend it.
struct OpenFindingView: View {
  var status: StatusView
  var message: EscapedHTML
  var document: LinkView?
  var place: EscapedHTML
  var owner: LinkView?
  var clause: LinkView?
  var rule: LinkView
  var overdue: EscapedHTML
  var fix: EscapedHTML
  var example: EscapedHTML

  static let keys = ViewKeys<OpenFindingView>(
    "待处理的检查结果",
    [
      .view("status", "级别：错误、警告、提示", \.status),
      .text("message", "问题", \.message),
      .view("document", "所在文档；数据表等没有页面", \.document),
      .text("place", "文件与行", \.place),
      .view("owner", "文档的负责人", \.owner),
      .view("clause", "依据的条款", \.clause),
      .view("rule", "规则", \.rule),
      .text("overdue", "逾期多久；没有逾期时为空", \.overdue),
      .text("fix", "怎样改", \.fix),
      .text("example", "可以照写的行", \.example),
    ])
}

/// The findings of one clause, or a part of them.
struct FindingGroupView: View {
  var anchor: EscapedHTML
  var clause: LinkView?
  var words: EscapedHTML
  var count: EscapedHTML
  var findings: [OpenFindingView]

  static let keys = ViewKeys<FindingGroupView>(
    "一条条款的检查结果",
    [
      .text("anchor", "锚点；续页上为空", \.anchor),
      .view("clause", "条款；结构检查没有", \.clause),
      .text("words", "条款的文字", \.words),
      .text("count", "共几项", \.count),
      .list("findings", "各项", \.findings),
    ])
}

extension PageScope {
  func openFinding(_ diagnostic: Diagnostic) -> OpenFindingView {
    let path = diagnostic.location.path
    return OpenFindingView(
      status: status(of: diagnostic.severity), message: say(diagnostic.message),
      document: link(toPath: diagnostic.judged),
      place: EscapedHTML("\(path):\(diagnostic.location.range.start.line)"),
      owner: party(context.document(at: diagnostic.judged)?.owner.value),
      clause: diagnostic.clause.map(citation), rule: rule(diagnostic.id),
      overdue: diagnostic.lateness.map { $0.isOverdue ? say($0.words) : .empty } ?? .empty,
      fix: diagnostic.fix.map { say($0.message) } ?? .empty,
      example: EscapedHTML(diagnostic.fix?.example ?? ""))
  }

  /// A clause by its number, a link where its chapter has a page.
  func citation(_ clause: ClauseCitation) -> LinkView {
    self.clause(clause) ?? plain(clause.number)
  }

  /// A rule by its id: its explanation.
  func rule(_ id: String) -> LinkView { link(id, .rules, anchor: ruleAnchor(id)) }

  func findingGroups(page: Int) -> [FindingGroupView] {
    context.compliance.pages[page - 1].map { slice in
      let group = context.compliance.groups[slice.group]
      return FindingGroupView(
        anchor: slice.range.lowerBound == 0
          ? EscapedHTML(findingsAnchor(group.clause?.number)) : .empty,
        clause: group.clause.map(citation), words: EscapedHTML(group.clause?.words ?? ""),
        count: EscapedHTML("\(group.findings.count)"),
        findings: group.findings[slice.range].map(openFinding))
    }
  }

  /// The pages of the findings; empty where there is only one.
  func findingPages() -> [LinkView] {
    let count = context.compliance.pages.count
    return count == 1 ? [] : (1...count).map { link("\($0)", .findings(page: $0)) }
  }
}

extension SiteContext {
  /// The document at `path`, if it is one that is published.
  func document(at path: String) -> DocumentInfo? {
    guard case .document(_, let kind, let index, _) = targets[path] else { return nil }
    return handbook.document(kind, index)
  }

  func kind(at path: String) -> DocumentKind? {
    if case .document(_, let kind, _, _) = targets[path] { kind } else { nil }
  }
}
