/// A handbook while its documents come in, kind by kind, in the order of their paths.
public struct HandbookAssembly: ~Copyable {
  private var handbook: Handbook

  /// For so many documents at most: nearly all of a large handbook's are activities.
  public init(reserving count: Int) {
    handbook = Handbook(site: SiteConfiguration(), metrics: [])
    handbook.activities.reserveCapacity(count)
  }

  /// Handed on rather than copied.
  public mutating func add(_ document: consuming TypedDocument) {
    switch consume document {
    case .policy(let chapter): handbook.chapters.append(chapter)
    case .channel(let channel): handbook.channels.append(channel)
    case .goals(let sheet): handbook.goalSheets.append(sheet)
    case .plan(let plan): handbook.plans.append(plan)
    case .activity(let activity): handbook.activities.append(activity)
    case .evaluation(let evaluation): handbook.evaluations.append(evaluation)
    case .review(let review): handbook.reviews.append(review)
    case .page(let page): handbook.pages.append(page)
    }
  }

  public consuming func finished(
    site: SiteConfiguration, metrics: [Metric], results: [ResultRow]
  ) -> Handbook {
    handbook.site = site
    handbook.metrics = metrics
    handbook.results = results
    let calendar = handbook.calendar
    handbook.goalSheets = handbook.goalSheets.map { $0.inYear(of: calendar) }
    return handbook
  }
}

extension GoalSheet {
  /// `01` in a year that begins in April is the January that lies in it.
  fileprivate func inYear(of calendar: FiscalCalendar) -> GoalSheet {
    guard !calendar.isCalendarYear, case .year(let year)? = period.value else { return self }
    var copy = self
    for goal in copy.goals.indices {
      for part in copy.goals[goal].months.indices {
        guard case .month(year, let number) = copy.goals[goal].months[part].period else { continue }
        copy.goals[goal].months[part].period = calendar.month(numbered: number, of: year)
      }
    }
    return copy
  }
}

extension Handbook {
  /// The years and quarters of the organisation.
  public var calendar: FiscalCalendar { FiscalCalendar(firstMonth: site.fiscalYearStart) }

  /// Without the documents marked `draft: true`.
  public func withoutDrafts() -> Handbook {
    var hasDraft = false
    forEachDocument { if $0.isDraft { hasDraft = true } }
    guard hasDraft else { return self }
    var copy = self
    copy.chapters.removeAll { $0.info.isDraft }
    copy.channels.removeAll { $0.info.isDraft }
    copy.goalSheets.removeAll { $0.info.isDraft }
    copy.plans.removeAll { $0.info.isDraft }
    copy.activities.removeAll { $0.info.isDraft }
    copy.evaluations.removeAll { $0.info.isDraft }
    copy.reviews.removeAll { $0.info.isDraft }
    copy.pages.removeAll { $0.info.isDraft }
    return copy
  }
}
