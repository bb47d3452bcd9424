import CedianModel

/// How far the policy is kept: figures, what is overdue, clause by kind, by whom,
/// by month, and every open finding.
struct CompliancePageView: View {
  var asOf: EscapedHTML
  var figures: [FigureView]
  var overdue: [OpenFindingView]
  var overdueCount: EscapedHTML
  var overdueMore: Bool
  var kinds: [EscapedHTML]
  var width: EscapedHTML
  var chapters: [ChapterComplianceView]
  var departments: [TallyView]
  var owners: [TallyView]
  var months: [MonthTallyView]
  var groups: [FindingGroupView]
  var count: EscapedHTML
  var pages: [LinkView]
  var unboundClauses: [UnboundClausesView]
  var unboundRules: [RuleRowView]

  static let keys = ViewKeys<CompliancePageView>(
    "合规页",
    [
      .text("asOf", "截至日期", \.asOf),
      .list("figures", "总的数字：合规率、条款、待处理、逾期", \.figures),
      .list("overdue", "逾期的，最久的在前，最多 12 项", \.overdue),
      .text("overdueCount", "逾期总数；没有时为空", \.overdueCount),
      .flag("overdueMore", "逾期的是否没有列全", \.overdueMore),
      .texts("kinds", "矩阵的列：文档种类，最后一列是其他文件", \.kinds),
      .text("width", "矩阵共几列", \.width),
      .list("chapters", "矩阵的行：各章的条款", \.chapters),
      .list("departments", "按部门", \.departments),
      .list("owners", "按负责人", \.owners),
      .list("months", "近十二个月", \.months),
      .list("groups", "全部检查结果，按条款分组", \.groups),
      .text("count", "检查结果总数；没有时为空", \.count),
      .list("pages", "检查结果的各页；只有一页时为空", \.pages),
      .list("unboundClauses", "没有规则的条款", \.unboundClauses),
      .list("unboundRules", "没有条款绑定的规则", \.unboundRules),
    ])
}

/// A further page of the findings.
struct FindingPageView: View {
  var groups: [FindingGroupView]
  var pages: [LinkView]

  static let keys = ViewKeys<FindingPageView>(
    "检查结果续页",
    [
      .list("groups", "检查结果，按条款分组", \.groups),
      .list("pages", "各页", \.pages),
    ])
}

struct UnboundClausesView: View {
  var chapter: LinkView
  var clauses: [LinkView]

  static let keys = ViewKeys<UnboundClausesView>(
    "一章里没有规则的条款",
    [
      .view("chapter", "章", \.chapter),
      .list("clauses", "条款", \.clauses),
    ])
}

extension PageScope {
  private static var overdueLimit: Int { 12 }

  func compliancePage() -> CompliancePageView {
    let compliance = context.compliance
    let rows = clauseCompliance()
    let kinds = DocumentKind.allCases.filter { kind in
      rows.contains { $0.clauses.contains { $0.kinds[kind] != nil } }
    }
    let hasOthers = rows.contains { $0.clauses.contains { $0.others > 0 } }
    let (departments, owners) = tallies()
    let count = context.options.findings.count
    return CompliancePageView(
      asOf: EscapedHTML(context.options.asOf.label(language)), figures: figures(rows),
      overdue: compliance.overdue.prefix(Self.overdueLimit).map(openFinding),
      overdueCount: compliance.overdue.isEmpty
        ? .empty : EscapedHTML("\(compliance.overdue.count)"),
      overdueMore: compliance.overdue.count > Self.overdueLimit,
      kinds: kinds.map { say($0.label) } + (hasOthers ? [say(.otherFiles)] : []),
      width: EscapedHTML("\(kinds.count + (hasOthers ? 3 : 2))"),
      chapters: rows.map { matrixRows($0, kinds: kinds, hasOthers: hasOthers) },
      departments: departments, owners: owners, months: monthTallies(),
      groups: findingGroups(page: 1), count: count == 0 ? .empty : EscapedHTML("\(count)"),
      pages: findingPages(), unboundClauses: unboundClauses(), unboundRules: unboundRules())
  }

  func findingPage(_ page: Int) -> FindingPageView {
    FindingPageView(groups: findingGroups(page: page), pages: findingPages())
  }

  private func figures(_ rows: [ChapterCompliance]) -> [FigureView] {
    let clauses = rows.flatMap(\.clauses)
    let examined = clauses.reduce(0) { $0 + $1.examined }
    let passing = clauses.reduce(0) { $0 + $1.passing }
    let met = clauses.count(where: \.isMet)
    let findings = context.options.findings
    let overdue = context.compliance.overdue
    let separator = language == .zh ? "，" : ", "
    let severities = [Severity.error, .warning, .note].map { severity in
      "\(severity.name[language]) \(findings.count { $0.severity == severity })"
    }
    func count(_ number: Int) -> EscapedHTML { EscapedHTML(NumberFormat.count(Decimal(number))) }
    return [
      FigureView(
        name: say(.complianceRate),
        number: examined == 0
          ? EscapedHTML("—")
          : EscapedHTML(NumberFormat.attainment(Decimal(passing) / Decimal(examined))),
        unit: .empty, status: nil,
        detail: EscapedHTML(
          trusted: "\(count(passing).html) / \(count(examined).html) \(say(.checksUnit).html)")),
      FigureView(
        name: say(.clausesKept), number: EscapedHTML("\(met) / \(clauses.count)"),
        unit: say(.clauseUnit), status: nil,
        detail: met == clauses.count
          ? say(.allKept)
          : EscapedHTML(
            trusted: "\(clauses.count - met) \(say(.clauseUnit).html) \(say(.notKept).html)")),
      FigureView(
        name: say(.openFindings), number: count(findings.count), unit: say(.itemUnit), status: nil,
        detail: EscapedHTML(severities.joined(separator: separator))),
      FigureView(
        name: say(.overdue), number: count(overdue.count), unit: say(.itemUnit), status: nil,
        detail: overdue.first?.lateness.map {
          EscapedHTML(trusted: "\(say(.longest).html) \($0.daysOverdue) \(say(.unitDays).html)")
        } ?? say(.nothingOverdue)),
    ]
  }

  /// Clauses in force that bind no rule, nor does what they stand under or consist of.
  private func unboundClauses() -> [UnboundClausesView] {
    context.chaptersInOrder.compactMap { index in
      let chapter = handbook.chapters[index]
      guard !chapter.isProposal else { return nil }
      let bound = Set(chapter.bindings.map(\.clause.value))
      let free = chapter.info.body.clauses.filter { clause in
        !bound.contains {
          $0 == clause.number || $0.hasPrefix(clause.number + ".")
            || clause.number.hasPrefix($0 + ".")
        }
      }
      guard !free.isEmpty else { return nil }
      let permalink = Permalink.document(.policy, id: chapter.info.id.value)
      return UnboundClausesView(
        chapter: link(to: chapter.info),
        clauses: free.map { link("\($0.number) \($0.words)", permalink, anchor: $0.anchor) })
    }
  }

  private func unboundRules() -> [RuleRowView] {
    let bound = Set(context.bindings.rules.map(\.rule.id))
    return RuleCatalogue.bindable.filter { !bound.contains($0.id) }.map(ruleRow)
  }
}
