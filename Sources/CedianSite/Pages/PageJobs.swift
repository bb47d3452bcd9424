import CedianModel

/// Every page of the site, in a fixed order.
func pageJobs(
  _ context: SiteContext, _ compiled: CompiledTemplates, _ workers: Workers
) -> [PageJob] {
  // The overviews go through all documents, and there may be ten thousand activities.
  let activities = context.handbook.activities.indices
  let overviews = Overview.allCases
  let size = 256
  let parts = workers.map(overviews.count + (activities.count + size - 1) / size) { part in
    guard part >= overviews.count else { return overviewJobs(overviews[part], context) }
    var jobs = PageJobs(context: context)
    activities.dropFirst((part - overviews.count) * size).prefix(size).forEach {
      jobs.addActivity($0)
    }
    return jobs.jobs
  }
  var jobs = PageJobs(context: context)
  jobs.jobs.reserveCapacity(activities.count + 256)
  jobs.addHome()
  jobs.addPolicy(compiled)
  jobs.addChannels()
  jobs.addGoals()
  jobs.addPlans()
  jobs.addActivityIndex(compiled)
  for part in parts.dropFirst(overviews.count) { jobs.jobs += part }
  jobs.addEvaluations()
  jobs.addReviews()
  jobs.jobs += reportJobs(context)
  jobs.addDepartments()
  jobs.jobs += overviewIndexJobs(context)
  for part in parts.prefix(overviews.count) { jobs.jobs += part }
  jobs.jobs += complianceJobs(context)
  jobs.addChanges()
  jobs.addTextPages()
  return jobs.jobs
}

private struct PageJobs {
  let context: SiteContext
  var jobs: [PageJob] = []

  private var handbook: Handbook { context.handbook }
  private func say(_ label: Label) -> String { label.text[context.language] }

  private func crumb(_ section: SiteSection) -> [Permalink.Named] {
    [Permalink.Named(say(section.label), section.index)]
  }

  private func named(_ info: DocumentInfo) -> Permalink.Named {
    Permalink.Named(info.title, .document(info.kind, id: info.id.value))
  }

  private mutating func addIndex(
    _ section: SiteSection, _ template: PageTemplate,
    view: @escaping @Sendable (PageScope) -> any View
  ) {
    guard context.hasPages(section) else { return }
    jobs.append(
      PageJob(
        permalink: section.index, template: template, title: say(section.label),
        section: section, isInContents: true, view: view))
  }

  /// The headings of the highest level that occurs more than once, if there are
  /// at least four: shorter texts are seen at a glance.
  private func outline(of body: Body) -> [Body.Heading] {
    for level in 1...3 {
      let headings = body.headings.filter { $0.level == level }
      if headings.count >= 4 { return headings }
      if headings.count > 1 { break }
    }
    return []
  }

  private mutating func addDocument(
    _ info: DocumentInfo, _ template: PageTemplate, _ section: SiteSection,
    isInContents: Bool, change: (inout PageJob) -> Void = { _ in },
    view: @escaping @Sendable (PageScope) -> any View
  ) {
    var job = PageJob(
      permalink: .document(info.kind, id: info.id.value), template: template, title: info.title,
      section: section, isInContents: isInContents, crumbs: crumb(section), view: view)
    job.outline = outline(of: info.body)
    job.document = info.path
    change(&job)
    jobs.append(job)
  }

  mutating func addHome() {
    jobs.append(
      PageJob(
        permalink: .home, template: .home, title: handbook.site.title, isInContents: true
      ) { $0.homePage() })
    jobs.append(
      PageJob(permalink: .notFound, template: .notFound, title: say(.notFound)) { scope in
        let sections = SiteSection.allCases.filter(scope.context.hasPages)
        return TextPageView(
          owner: nil, updated: .empty, sections: sections.map(scope.sectionLink),
          body: .empty)
      })
  }

  mutating func addPolicy(_ compiled: CompiledTemplates) {
    addIndex(.policy, .index) { $0.policyIndex() }
    let order = context.chaptersInOrder
    for (place, index) in order.enumerated() {
      let chapter = handbook.chapters[index]
      let scope = PageScope(context: context, page: .home)
      let previous = place > 0 ? named(handbook.chapters[order[place - 1]].info) : nil
      let next =
        place + 1 < order.count ? named(handbook.chapters[order[place + 1]].info) : nil
      addDocument(chapter.info, .policy, .policy, isInContents: true) { job in
        job.eyebrow = scope.chapterNumber(chapter)
        job.previous = previous
        job.next = next
      } view: {
        $0.policyPage(chapter) { compiled.render(.clauseRules, $0).utf8 }
      }
    }
  }

  mutating func addChannels() {
    addIndex(.channels, .index) { $0.channelIndex() }
    for channel in handbook.channels {
      addDocument(channel.info, .channel, .channels, isInContents: true) {
        $0.channelPage(channel)
      }
    }
  }

  mutating func addGoals() {
    addIndex(.goals, .index) { $0.goalIndex() }
    for sheet in handbook.goalSheets {
      addDocument(sheet.info, .goals, .goals, isInContents: true) { $0.goalSheetPage(sheet) }
    }
  }

  mutating func addPlans() {
    addIndex(.plans, .planIndex) { $0.planIndex() }
    let neighbours = neighbours(handbook.plans.map(\.period.value))
    let newest = handbook.plans.compactMap { $0.period.value?.year }.max()
    for (index, plan) in handbook.plans.enumerated() {
      let period = plan.period.value
      let (before, after) = neighbours[index] ?? (nil, nil)
      let up = period.flatMap(handbook.calendar.parent(of:)).flatMap { context.planByPeriod[$0] }
      let all = handbook.plans
      let (previous, next, parent) = (
        before.map { named(all[$0].info, as: all[$0].period) },
        after.map { named(all[$0].info, as: all[$0].period) },
        up.map { named(all[$0].info, as: all[$0].period) }
      )
      addDocument(plan.info, .plan, .plans, isInContents: period?.year == newest) { job in
        (job.previous, job.next, job.up) = (previous, next, parent)
      } view: {
        $0.planPage(plan)
      }
    }
  }

  mutating func addActivityIndex(_ compiled: CompiledTemplates) {
    addIndex(.activities, .activityIndex) { $0.activityIndex(rows: $0.activityRows(compiled)) }
  }

  /// By its place in the handbook: the activity itself with all its texts would be
  /// copied for the page to come.
  mutating func addActivity(_ index: Int) {
    addDocument(handbook.activities[index].info, .activity, .activities, isInContents: false) {
      $0.activityPage($0.handbook.activities[index])
    }
  }

  mutating func addEvaluations() {
    addIndex(.evaluations, .index) { $0.evaluationIndex() }
    for evaluation in handbook.evaluations {
      addDocument(evaluation.info, .evaluation, .evaluations, isInContents: false) {
        $0.evaluationPage(evaluation)
      }
    }
  }

  mutating func addReviews() {
    addIndex(.reviews, .index) { $0.reviewIndex() }
    let neighbours = neighbours(handbook.reviews.map(\.period.value))
    for (index, review) in handbook.reviews.enumerated() {
      let (before, after) = neighbours[index] ?? (nil, nil)
      let up = review.period.value.flatMap(handbook.calendar.parent(of:)).flatMap {
        context.reviewByPeriod[$0]
      }
      let all = handbook.reviews
      let (previous, next, parent) = (
        before.map { named(all[$0].info, as: all[$0].period) },
        after.map { named(all[$0].info, as: all[$0].period) },
        up.map { named(all[$0].info, as: all[$0].period) }
      )
      addDocument(review.info, .review, .reviews, isInContents: false) { job in
        (job.previous, job.next, job.up) = (previous, next, parent)
      } view: {
        $0.reviewPage(review)
      }
    }
  }

  mutating func addChanges() {
    guard !context.historyPlaces.isEmpty else { return }
    var job = PageJob(
      permalink: .changes, template: .changes, title: say(.recentChanges), section: .overviews,
      crumbs: crumb(.overviews)
    ) { $0.changesPage() }
    let feed = changesFeed(context)
    job.beside = { _ in feed.map { [$0] } ?? [] }
    jobs.append(job)
  }

  mutating func addDepartments() {
    addIndex(.departments, .departmentIndex) { $0.departmentIndex() }
    for department in handbook.site.departments {
      jobs.append(
        PageJob(
          permalink: .department(id: department.id), template: .department,
          title: department.name, section: .departments, crumbs: crumb(.departments)
        ) { $0.departmentPage(department) })
    }
  }

  mutating func addTextPages() {
    for text in handbook.pages {
      addDocument(text.info, .page, .pages, isInContents: true) { job in
        job.crumbs = []
      } view: { scope in
        TextPageView(
          owner: scope.party(text.info.owner.value),
          updated: text.info.updated.map { EscapedHTML($0.label(scope.language)) } ?? .empty,
          sections: [], body: scope.body(text.info))
      }
    }
    let listed = siteMapEntries()
    jobs.append(
      PageJob(
        permalink: .siteMap, template: .index, title: say(.siteMap), section: .pages,
        isInContents: true
      ) { $0.siteMap(of: listed) })
  }

  /// The titles and addresses of each section's pages, in the contents' order; the
  /// home page stands in none. A section of hundreds is left to its own index.
  private func siteMapEntries() -> [(section: SiteSection?, pages: [Permalink.Named])] {
    // By runs of one section: all activities stand together.
    var runs: [(section: SiteSection?, jobs: Range<Int>)] = []
    for index in jobs.indices {
      let section = jobs[index].section
      if let last = runs.last, last.section == section {
        runs[runs.count - 1].jobs = last.jobs.lowerBound..<(index + 1)
      } else {
        runs.append((section, index..<(index + 1)))
      }
    }
    var counts: [SiteSection?: Int] = [:]
    for run in runs { counts[run.section, default: 0] += run.jobs.count }
    var pages: [SiteSection?: [Permalink.Named]] = [:]
    for run in runs {
      let isLong = counts[run.section, default: 0] > 300
      let shown = run.jobs.lazy.filter { jobs[$0].permalink != .notFound }
      for index in isLong ? Array(shown.prefix(1)) : Array(shown) {
        guard !isLong || pages[run.section] == nil else { break }
        pages[run.section, default: []]
          .append(Permalink.Named(jobs[index].title, jobs[index].permalink))
      }
    }
    let order: [SiteSection?] = [nil] + SiteSection.allCases
    return order.compactMap { section in pages[section].map { (section, $0) } }
  }

  private func named(_ info: DocumentInfo, as period: Field<Period>) -> Permalink.Named {
    var named = named(info)
    if let period = period.value { named.text = period.shortLabel(context.language) }
    return named
  }

  /// For each index the one before and after it among periods of the same length.
  private func neighbours(_ periods: [Period?]) -> [Int: (Int?, Int?)] {
    var found: [Int: (Int?, Int?)] = [:]
    let byLength = Dictionary(grouping: periods.indices.filter { periods[$0] != nil }) {
      periods[$0]?.monthCount ?? 0
    }
    for indices in byLength.values {
      let sorted = indices.sorted {
        guard let a = periods[$0], let b = periods[$1], a != b else { return $0 < $1 }
        return a < b
      }
      for (place, index) in sorted.enumerated() {
        found[index] = (
          place > 0 ? sorted[place - 1] : nil,
          place + 1 < sorted.count ? sorted[place + 1] : nil
        )
      }
    }
    return found
  }
}

extension PageScope {
  /// Every page by its section.
  func siteMap(of sections: [(section: SiteSection?, pages: [Permalink.Named])]) -> IndexPageView {
    IndexPageView(
      groups: sections.map { section, pages in
        IndexGroupView(
          title: section.map { say($0.label) } ?? say(.home),
          entries: pages.map { IndexEntryView(link: link($0.text, $0.permalink)) })
      })
  }
}
