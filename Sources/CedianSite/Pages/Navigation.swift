import CedianModel

/// The parts of the handbook, in the order of the contents.
enum SiteSection: String, Sendable, Hashable, CaseIterable {
  case policy, channels, goals, plans, activities, evaluations, reviews, reports, departments,
    overviews, compliance, pages

  var label: Label {
    switch self {
    case .policy: .policy
    case .channels: .channels
    case .goals: .goals
    case .plans: .plans
    case .activities: .activities
    case .evaluations: .evaluations
    case .reviews: .reviews
    case .reports: .reports
    case .departments: .departments
    case .overviews: .overviews
    case .compliance: .complianceSection
    case .pages: .otherPages
    }
  }

  var index: Permalink {
    switch self {
    case .policy: .index(of: .policy)
    case .channels: .index(of: .channel)
    case .goals: .index(of: .goals)
    case .plans: .index(of: .plan)
    case .activities: .index(of: .activity)
    case .evaluations: .index(of: .evaluation)
    case .reviews: .index(of: .review)
    case .reports: .reports
    case .departments: .departments
    case .overviews: .overviews
    case .compliance: .compliance
    case .pages: .siteMap
    }
  }

  init(_ kind: DocumentKind) {
    self =
      switch kind {
      case .policy: .policy
      case .channel: .channels
      case .goals: .goals
      case .plan: .plans
      case .activity: .activities
      case .evaluation: .evaluations
      case .review: .reviews
      case .page: .pages
      }
  }
}

extension PageScope {
  /// The header's, contents' and footer's values for pages of `section`; `page`
  /// itself is marked where it is one of the contents.
  func fragment(section: SiteSection?, year: Period? = nil) -> FragmentView {
    FragmentView(
      contentLanguage: EscapedHTML(handbook.site.language.tag),
      siteTitle: EscapedHTML(handbook.site.title),
      organisation: EscapedHTML(handbook.site.organisation),
      home: LinkView(text: say(.home), url: url(.home), isCurrent: marksCurrent && page == .home),
      siteMap: LinkView(
        text: say(.siteMap), url: url(.siteMap), isCurrent: marksCurrent && page == .siteMap),
      sections: SiteSection.allCases.compactMap { navigation(of: $0, isOpen: $0 == section, year) },
      generator: context.words.generator)
  }

  func sectionLink(_ section: SiteSection) -> LinkView {
    LinkView(
      text: say(section.label), url: url(section.index),
      isCurrent: marksCurrent && page == section.index)
  }

  private func navigation(
    of section: SiteSection, isOpen: Bool, _ year: Period?
  ) -> NavigationSectionView? {
    let items: [LinkView]
    switch section {
    case .policy: items = chapterLinks()
    case .channels: items = handbook.channels.map { link(to: $0.info) }
    case .goals: items = handbook.goalSheets.map { link(to: $0.info) }
    case .plans: items = planItems(isOpen: isOpen)
    case .activities, .evaluations, .reviews, .departments: items = []
    case .reports: items = reportItems(isOpen: isOpen, year)
    case .overviews: items = isOpen || page == .home ? overviewLinks() : []
    case .compliance:
      items =
        !context.hasPages(section)
        ? []
        : [
          link(Label.compliancePages.text[language], .compliance),
          link(Label.rules.text[language], .rules),
        ]
    case .pages: items = handbook.pages.map { link(to: $0.info) }
    }
    guard !items.isEmpty || context.hasPages(section) else { return nil }
    var heading = sectionLink(section)
    // Its first entry is the page itself.
    if section == .compliance { heading.isCurrent = false }
    return NavigationSectionView(link: heading, isOpen: isOpen, items: items)
  }

  /// The reports of a year; outside the section only the year itself and its
  /// quarter that is under way.
  private func reportItems(isOpen: Bool, _ year: Period?) -> [LinkView] {
    let calendar = context.reports.calendar
    let now = Period.month(of: context.options.asOf)
    let all = context.listedReports(year ?? calendar.year(of: now))
    let quarter = calendar.quarter(of: now)
    let shown = isOpen ? all : all.filter { $0.monthCount == 12 || $0 == quarter }
    return shown.map { link($0.shortLabel(language), .report($0)) }
      + (isOpen
        ? [link(Label.metricIndex.text[language], .metrics)] : [])
  }

  /// The newest year's plan and its quarters; inside the section its months too.
  private func planItems(isOpen: Bool) -> [LinkView] {
    guard
      let year = handbook.plans.compactMap({
        $0.period.value.map { handbook.calendar.year(of: $0).year }
      }).max()
    else { return [] }
    var periods: [Period] = [.year(year)]
    for quarter in Period.year(year).quarters {
      periods.append(quarter)
      if isOpen { periods += handbook.calendar.months(of: quarter) }
    }
    return periods.filter { context.planByPeriod[$0] != nil }.map(planLink)
  }
}

extension SiteContext {
  /// A section without documents has no entry in the contents.
  func hasPages(_ section: SiteSection) -> Bool {
    switch section {
    case .policy: !handbook.chapters.isEmpty
    case .channels: !handbook.channels.isEmpty
    case .goals: !handbook.goalSheets.isEmpty
    case .plans: !handbook.plans.isEmpty
    case .activities: !handbook.activities.isEmpty
    case .evaluations: !handbook.evaluations.isEmpty
    case .reviews: !handbook.reviews.isEmpty
    case .reports: !handbook.metrics.isEmpty && !reportedPeriods.isEmpty
    case .departments: !handbook.site.departments.isEmpty
    case .overviews: Overview.allCases.contains { $0.hasPages(self) }
    case .compliance: !handbook.chapters.isEmpty
    case .pages: !handbook.pages.isEmpty
    }
  }
}
