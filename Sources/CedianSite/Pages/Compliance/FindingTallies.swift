import CedianModel

/// How many findings somebody has to mend.
struct TallyView: View {
  var who: LinkView
  var errors: EscapedHTML
  var warnings: EscapedHTML
  var notes: EscapedHTML
  var overdue: EscapedHTML
  var total: EscapedHTML

  static let keys = ViewKeys<TallyView>(
    "检查结果的合计",
    [
      .view("who", "部门或负责人", \.who),
      .text("errors", "错误数；没有时为空", \.errors),
      .text("warnings", "警告数；没有时为空", \.warnings),
      .text("notes", "提示数；没有时为空", \.notes),
      .text("overdue", "其中逾期；没有时为空", \.overdue),
      .text("total", "合计", \.total),
    ])
}

/// The documents of one month, and those of them with findings.
struct MonthTallyView: View {
  var name: EscapedHTML
  var documents: EscapedHTML
  var failing: EscapedHTML
  var findings: EscapedHTML
  var status: StatusView?
  var bars: EscapedHTML

  static let keys = ViewKeys<MonthTallyView>(
    "一个月的检查结果",
    [
      .text("name", "月份，或更早、以后、不分月份", \.name),
      .text("documents", "该月的文档数", \.documents),
      .text("failing", "其中有检查结果的文档数", \.failing),
      .text("findings", "检查结果数", \.findings),
      .view("status", "是否全部合规", \.status),
      .html("bars", "文档数与有结果的文档数（SVG）", \.bars),
    ])
}

private struct Tally {
  var bySeverity: [Severity: Int] = [:]
  var overdue = 0
  var total = 0

  mutating func add(_ finding: Diagnostic) {
    bySeverity[finding.severity, default: 0] += 1
    if finding.lateness?.isOverdue == true { overdue += 1 }
    total += 1
  }
}

private struct MonthTally {
  var documents = 0
  var failing: Set<String> = []
  var findings = 0
}

extension PageScope {
  /// By department and by owner as written, those with most overdue first.
  func tallies() -> (departments: [TallyView], owners: [TallyView]) {
    var byOwner: [String: Tally] = [:]
    var byDepartment: [String: Tally] = [:]
    var nobody = Tally()
    for finding in context.options.findings {
      guard let owner = context.document(at: finding.judged)?.owner.value else {
        nobody.add(finding)
        continue
      }
      byOwner[owner, default: Tally()].add(finding)
    }
    for (owner, tally) in byOwner {
      for department in departments(of: owner, in: handbook.site) {
        var sum = byDepartment[department.id] ?? Tally()
        sum.bySeverity.merge(tally.bySeverity, uniquingKeysWith: +)
        sum.overdue += tally.overdue
        sum.total += tally.total
        byDepartment[department.id] = sum
      }
    }
    func rows(_ tallies: [String: Tally]) -> [TallyView] {
      let names = tallies.sorted {
        let (a, b) = ($0.value, $1.value)
        if a.overdue != b.overdue { return a.overdue > b.overdue }
        if a.total != b.total { return a.total > b.total }
        return $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
      }
      let rest = nobody.total == 0 ? [] : [row(plain(Label.noOwner.text[language]), nobody)]
      return names.map { row(party($0.key) ?? plain($0.key), $0.value) } + rest
    }
    return (rows(byDepartment), rows(byOwner))
  }

  private func row(_ who: LinkView, _ tally: Tally) -> TallyView {
    func count(_ number: Int) -> EscapedHTML { EscapedHTML(number == 0 ? "" : "\(number)") }
    return TallyView(
      who: who, errors: count(tally.bySeverity[.error] ?? 0),
      warnings: count(tally.bySeverity[.warning] ?? 0),
      notes: count(tally.bySeverity[.note] ?? 0), overdue: count(tally.overdue),
      total: count(tally.total))
  }

  /// The twelve months up to the day of the check; what lies before or after them
  /// and what has no month in one row each.
  func monthTallies() -> [MonthTallyView] {
    let last = Period.month(of: context.options.asOf)
    var months = [last]
    while months.count < 12 { months.append(months[months.count - 1].previous) }
    months.reverse()
    // Before, the twelve months, after, and what has no month.
    var tallies = Array(repeating: MonthTally(), count: months.count + 3)
    func place(_ month: Period?) -> Int {
      guard let month else { return months.count + 2 }
      if month < months[0] { return 0 }
      return months.firstIndex(of: month).map { $0 + 1 } ?? months.count + 1
    }
    handbook.forEachDocument { info in
      tallies[place(context.month(of: info))].documents += 1
    }
    let tables = context.resultMonths()
    for finding in context.options.findings {
      let path = finding.location.path
      let info = context.document(at: path)
      let index = place(info.flatMap(context.month) ?? tables[path])
      tallies[index].findings += 1
      if info != nil { tallies[index].failing.insert(path) }
    }
    let longest = tallies[1...months.count].map(\.documents).max() ?? 0
    return tallies.indices.compactMap { index in
      let tally = tallies[index]
      let isMonth = index > 0 && index <= months.count
      guard isMonth || tally.documents + tally.findings > 0 else { return nil }
      let name =
        isMonth
        ? EscapedHTML(months[index - 1].label(language))
        : say(index == 0 ? .earlier : index == months.count + 1 ? .later : .noMonth)
      return MonthTallyView(
        name: name, documents: EscapedHTML(tally.documents == 0 ? "" : "\(tally.documents)"),
        failing: EscapedHTML(tally.failing.isEmpty ? "" : "\(tally.failing.count)"),
        findings: EscapedHTML(tally.findings == 0 ? "" : "\(tally.findings)"),
        status: status(of: tally),
        bars: !isMonth
          ? .empty
          : CountBars(whole: tally.documents, part: tally.failing.count, longest: longest).svg)
    }
  }

  private func status(of tally: MonthTally) -> StatusView? {
    if tally.findings > 0 { return StatusView("▲", say(.notKept), "warn") }
    return tally.documents > 0 ? StatusView("●", say(.allKept), "good") : nil
  }
}

extension SiteContext {
  /// The month that a document concerns: an activity's first, a period's last.
  /// Chapters, channels, goals, plans of a year and pages concern none.
  func month(of info: DocumentInfo) -> Period? {
    func month(of period: Period?) -> Period? {
      guard let period, period.monthCount < 12 else { return nil }
      return handbook.calendar.months(of: period).last
    }
    guard case .document(_, let kind, let index, _) = targets[info.path] else { return nil }
    switch kind {
    case .activity: return handbook.activities[index].time.value.map { .month(of: $0.start) }
    case .evaluation:
      return directory.activities[handbook.evaluations[index].activity.value]
        .flatMap { handbook.activities[$0].time.value }.map { .month(of: $0.start) }
    case .plan: return month(of: handbook.plans[index].period.value)
    case .review: return month(of: handbook.reviews[index].period.value)
    case .policy, .channel, .goals, .page: return nil
    }
  }

  /// The month of each table of results: that of its first row.
  func resultMonths() -> [String: Period] {
    var months: [String: Period] = [:]
    for row in handbook.results where months[row.path] == nil {
      months[row.path] = handbook.calendar.months(of: row.period).last
    }
    return months
  }
}
