import CedianModel

/// The views across documents that the rules make possible.
enum Overview: String, Sendable, Hashable, CaseIterable {
  case responsibilities, approvals, risks
  case channelActivities = "channel-activities"
  case goalActivities = "goal-activities"
  case decomposition
  case closedLoop = "closed-loop"
  case coverage

  var folder: String { "views/\(rawValue)" }

  var permalink: Permalink { Permalink(folder: folder) }

  var title: Label {
    switch self {
    case .responsibilities: .responsibilityMatrix
    case .approvals: .approvalLedger
    case .risks: .riskMatrix
    case .channelActivities: .channelActivityMatrix
    case .goalActivities: .goalActivityMap
    case .decomposition: .decompositionTree
    case .closedLoop: .closedLoop
    case .coverage: .coverageGrid
    }
  }

  /// One sentence: which question it answers.
  var question: Label {
    switch self {
    case .responsibilities: .responsibilityQuestion
    case .approvals: .approvalQuestion
    case .risks: .riskQuestion
    case .channelActivities: .channelActivityQuestion
    case .goalActivities: .goalActivityQuestion
    case .decomposition: .decompositionQuestion
    case .closedLoop: .closedLoopQuestion
    case .coverage: .coverageQuestion
    }
  }

  var template: PageTemplate {
    switch self {
    case .responsibilities: .responsibilities
    case .approvals: .approvals
    case .risks: .risks
    case .channelActivities: .channelActivities
    case .goalActivities: .goalActivities
    case .decomposition: .decomposition
    case .closedLoop: .closedLoop
    case .coverage: .coverage
    }
  }

  /// A view without anything to show has no page.
  func hasPages(_ context: SiteContext) -> Bool {
    let handbook = context.handbook
    switch self {
    case .responsibilities: return !handbook.site.departments.isEmpty
    case .approvals:
      return
        !(handbook.activities.isEmpty && handbook.plans.isEmpty
        && handbook.goalSheets.isEmpty)
    case .risks: return handbook.activities.contains { !$0.risks.isEmpty }
    case .channelActivities: return !handbook.activities.isEmpty && !handbook.channels.isEmpty
    case .goalActivities: return handbook.goalSheets.contains { !$0.goals.isEmpty }
    case .decomposition:
      return handbook.goalSheets.contains { sheet in
        sheet.goals.contains { !$0.quarters.isEmpty || !$0.months.isEmpty }
      }
    case .closedLoop: return handbook.reviews.contains { !$0.problems.isEmpty }
    case .coverage:
      return !(handbook.plans.isEmpty && handbook.reviews.isEmpty && handbook.activities.isEmpty)
    }
  }
}

extension PageScope {
  func overviewLinks() -> [LinkView] {
    Overview.allCases.filter { $0.hasPages(context) }.map {
      link($0.title.text[language], $0.permalink)
    }
  }

  func overviewIndex() -> IndexPageView {
    IndexPageView(groups: [
      IndexGroupView(
        title: .empty,
        entries: Overview.allCases.filter { $0.hasPages(context) }.map { overview in
          IndexEntryView(
            link: link(overview.title.text[language], overview.permalink),
            summary: say(overview.question))
        })
    ])
  }
}

/// The page that lists the overviews.
func overviewIndexJobs(_ context: SiteContext) -> [PageJob] {
  guard context.hasPages(.overviews) else { return [] }
  return [
    PageJob(
      permalink: .overviews, template: .index, title: Label.overviews.text[context.language],
      section: .overviews, isInContents: true
    ) { $0.overviewIndex() }
  ]
}

/// An overview's pages.
func overviewJobs(_ overview: Overview, _ context: SiteContext) -> [PageJob] {
  guard context.hasPages(.overviews), overview.hasPages(context) else { return [] }
  let crumb = [Permalink.Named(Label.overviews.text[context.language], .overviews)]
  var jobs: [PageJob] = []
  func add(
    at permalink: Permalink? = nil, year: Int? = nil,
    view: @escaping @Sendable (PageScope) -> any View
  ) {
    var job = PageJob(
      permalink: permalink ?? overview.permalink, template: overview.template,
      title: overview.title.text[context.language], section: .overviews, crumbs: crumb, view: view)
    job.isInContents = job.permalink == overview.permalink
    if let year { job.eyebrow = EscapedHTML(Period.year(year).label(context.language)) }
    jobs.append(job)
  }
  func add(
    _ pages: [YearPages.Page], view: @escaping @Sendable (PageScope, YearPages.Page) -> any View
  ) {
    for page in pages {
      add(at: page.permalink, year: page.year) { view($0, page) }
    }
  }
  switch overview {
  case .responsibilities: add { $0.responsibilities() }
  case .approvals:
    let ledger = ApprovalLedger(context)
    add(ledger.pages.pages) { $0.approvalLedger(ledger, at: $1) }
  case .risks:
    let register = RiskRegister(context)
    add(register.pages.pages) { $0.riskMatrix(register, at: $1) }
  case .channelActivities:
    let use = ChannelUse(context)
    add(use.pages.pages) { $0.channelActivities(use, at: $1) }
  case .goalActivities:
    let map = GoalMap(context)
    add(map.pages.pages) { $0.goalActivities(map, at: $1) }
  case .decomposition:
    let pages = goalYears(context, overview)
    add(pages.pages) { $0.decomposition(pages, at: $1) }
  case .closedLoop:
    let loop = ClosedLoop(context)
    add(loop.pages.pages) { $0.closedLoop(loop, at: $1) }
  case .coverage: add { $0.coverage() }
  }
  return jobs
}
