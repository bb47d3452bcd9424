import CedianModel

/// What the checks came to, as the pages about it show it: findings by clause,
/// in the policy's order, spread over pages.
struct Compliance: Sendable {
  struct ClauseKey: Sendable, Hashable {
    var path: String
    var number: String

    init(_ citation: ClauseCitation) {
      path = citation.path
      number = citation.number
    }
  }

  /// The findings under one clause; without a clause those of the structure.
  struct Group: Sendable {
    var clause: ClauseCitation?
    /// Overdue ones first, then by severity, then in reading order.
    var findings: [Diagnostic]
  }

  /// A part of a group on a page.
  struct Slice: Sendable {
    var group: Int
    var range: Range<Int>
  }

  let reports: [RuleReport]
  let groups: [Group]
  /// All that is overdue, the longest first.
  let overdue: [Diagnostic]
  /// Never empty: the first page also has the figures.
  let pages: [[Slice]]
  private let reportsByClause: [ClauseKey: [Int]]
  private let groupByClause: [ClauseKey: Int]
  /// The page on which each group begins, from 1.
  private let firstPages: [Int]

  /// How many findings one page lists.
  static let pageSize = 200

  init(_ handbook: Handbook, findings: [Diagnostic], reports: [RuleReport]) {
    self.reports = reports
    reportsByClause = Dictionary(grouping: reports.indices) { ClauseKey(reports[$0].clause) }
    groups = grouped(findings, handbook)
    var groupByClause: [ClauseKey: Int] = [:]
    for (index, group) in groups.enumerated() {
      if let clause = group.clause { groupByClause[ClauseKey(clause)] = index }
    }
    self.groupByClause = groupByClause
    overdue = worstFirst(findings.filter { $0.lateness?.isOverdue == true })
    var pages: [[Slice]] = [[]]
    var firstPages: [Int] = []
    var room = Self.pageSize
    for (index, group) in groups.enumerated() {
      var next = 0
      if room == 0 { (pages, room) = (pages + [[]], Self.pageSize) }
      firstPages.append(pages.count)
      while next < group.findings.count {
        if room == 0 { (pages, room) = (pages + [[]], Self.pageSize) }
        let end = min(group.findings.count, next + room)
        pages[pages.count - 1].append(Slice(group: index, range: next..<end))
        room -= end - next
        next = end
      }
    }
    self.pages = pages
    self.firstPages = firstPages
  }

  func reports(of clause: ClauseCitation) -> [RuleReport] {
    (reportsByClause[ClauseKey(clause)] ?? []).map { reports[$0] }
  }

  func findings(of clause: ClauseCitation) -> [Diagnostic] {
    groupByClause[ClauseKey(clause)].map { groups[$0].findings } ?? []
  }

  /// Where a clause's findings are listed; nil without any.
  func page(of clause: ClauseCitation) -> Permalink? {
    groupByClause[ClauseKey(clause)].map { .findings(page: firstPages[$0]) }
  }
}

/// Groups by clause, chapter by chapter as the policy counts; what no clause asks
/// for comes last.
private func grouped(_ findings: [Diagnostic], _ handbook: Handbook) -> [Compliance.Group] {
  var places: [Compliance.ClauseKey: (Int, Int)] = [:]
  for (order, chapter) in handbook.chaptersInOrder.enumerated() {
    let info = handbook.chapters[chapter].info
    for (place, clause) in info.body.clauses.enumerated() {
      let key = Compliance.ClauseKey(
        ClauseCitation(number: clause.number, words: "", path: info.path, anchor: ""))
      if places[key] == nil { places[key] = (order, place) }
    }
  }
  var order: [Compliance.ClauseKey?] = []
  var byClause: [Compliance.ClauseKey?: [Diagnostic]] = [:]
  for finding in findings {
    let key = finding.clause.map(Compliance.ClauseKey.init)
    if byClause[key] == nil { order.append(key) }
    byClause[key, default: []].append(finding)
  }
  func place(_ key: Compliance.ClauseKey?) -> (Int, Int) {
    guard let key else { return (.max, .max) }
    return places[key] ?? (.max - 1, 0)
  }
  let sorted = order.indices.sorted {
    let (a, b) = (place(order[$0]), place(order[$1]))
    return a != b ? a < b : $0 < $1
  }
  return sorted.map { index in
    let found = byClause[order[index]] ?? []
    return Compliance.Group(clause: found.first?.clause, findings: worstFirst(found))
  }
}

private func worstFirst(_ findings: [Diagnostic]) -> [Diagnostic] {
  let keys = findings.map { (days: $0.lateness?.daysOverdue ?? -1, severity: $0.severity) }
  return findings.indices.sorted { a, b in
    if keys[a].days != keys[b].days { return keys[a].days > keys[b].days }
    if keys[a].severity != keys[b].severity { return keys[a].severity > keys[b].severity }
    return a < b
  }.map { findings[$0] }
}

extension Handbook {
  /// Chapters by number; those without one follow in the order of their paths.
  var chaptersInOrder: [Int] {
    chapters.indices.sorted {
      let (a, b) = (chapters[$0].number ?? .max, chapters[$1].number ?? .max)
      return a != b ? a < b : $0 < $1
    }
  }
}
