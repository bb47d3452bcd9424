/// What all reports of a handbook share: documents by period and by activity.
public struct ReportSource: Sendable {
  public private(set) var ledger: MetricLedger
  public let answers: Answers
  public let planByPeriod: [Period: Int]
  public let reviewByPeriod: [Period: Int]
  public let evaluationByActivity: [String: Int]
  /// Activities that take place in a month, in the order of their first day.
  private let activitiesByMonth: [Period: [Int]]
  /// Of each activity: a month's, a quarter's and a year's report show it.
  let outcomes: [ActivityOutcome]
  /// What `writeActivities` has written; empty before.
  private(set) var writtenActivities: [ActivityMembers] = []

  public var handbook: Handbook { ledger.handbook }
  public var calendar: FiscalCalendar { ledger.calendar }

  public init(_ handbook: Handbook, directory: Directory, asOf: Day) {
    ledger = MetricLedger(handbook, directory: directory, asOf: asOf)
    answers = Answers(handbook)
    planByPeriod = firstByPeriod(handbook.plans.map(\.period.value))
    reviewByPeriod = firstByPeriod(handbook.reviews.map(\.period.value))
    var evaluations: [String: Int] = [:]
    for (index, evaluation) in handbook.evaluations.enumerated()
    where evaluations[evaluation.activity.value] == nil {
      evaluations[evaluation.activity.value] = index
    }
    evaluationByActivity = evaluations
    outcomes = handbook.activities.map { [ledger] activity in
      ledger.outcome(activity, evaluation: evaluations[activity.info.id.value])
    }
    activitiesByMonth = handbook.activitiesByMonth(asOf: ledger.asOf)
  }

  /// Before many reports are made: see `MetricLedger.remember`.
  public mutating func remember(
    _ periods: [Period], map: (Int, @Sendable (Int) -> [MetricValue]) -> [[MetricValue]]
  ) {
    ledger.remember(periods, map: map)
  }

  /// Before the data of many reports are written: see `ActivityMembers`.
  public mutating func writeActivities(
    map: (Int, @Sendable (Int) -> ActivityMembers) -> [ActivityMembers]
  ) {
    let (handbook, outcomes) = (handbook, outcomes)
    writtenActivities = map(outcomes.count) {
      let activity = handbook.activities[$0]
      return ActivityMembers(
        activity, activity.state, activity.actualTime.map { .over($0) }, outcomes[$0],
        handbook.metrics)
    }
  }

  /// Every period that the content touches: the months of results, plans, reviews
  /// and activities, the quarters and years around them, and the periods of goals.
  public func periods() -> [Period] {
    var found: Set<Period> = []
    func add(_ period: Period) {
      if case .half = period { return }
      found.insert(period)
      for month in period.monthCount == 1 ? [period] : [] {
        found.insert(calendar.quarter(of: month))
        found.insert(calendar.year(of: month))
      }
      if case .quarter(let year, _) = period { found.insert(.year(year)) }
    }
    for period in Set(handbook.results.map(\.period)) where period.first <= ledger.asOf {
      add(period)
    }
    planByPeriod.keys.forEach(add)
    reviewByPeriod.keys.forEach(add)
    activitiesByMonth.keys.forEach(add)
    for sheet in handbook.goalSheets {
      if let period = sheet.period.value { add(period) }
      for part in sheet.goals.lazy.flatMap({ $0.quarters + $0.months }) { add(part.period) }
    }
    return found.sorted()
  }

  /// The activities that take place in a period, by their first day.
  public func activities(in period: Period) -> [Int] {
    var seen: Set<Int> = []
    return calendar.months(of: period).flatMap { activitiesByMonth[$0] ?? [] }
      .filter { seen.insert($0).inserted }
  }

  /// A year ranks its activities by how far they reached their first goal; those
  /// without a result come last, in the order of their time.
  private func ordered(_ entries: [ReportedActivity], in period: Period) -> [ReportedActivity] {
    guard case .year = period else { return entries }
    return entries.indices.sorted { a, b in
      switch (entries[a].attainment, entries[b].attainment) {
      case (let x?, let y?) where x != y: x > y
      case (_?, nil): true
      case (nil, _?): false
      default: a < b
      }
    }.map { entries[$0] }
  }

  public func report(_ period: Period) -> Report {
    let state = ledger.state(of: period)
    let last = calendar.last(of: period)
    // A closed period looks from the day after it: what happens later does not
    // change what it says.
    let cutoff = min(ledger.asOf, last.adding(days: 1))
    let metrics = reportedMetrics(period)
    let parts = period.monthCount == 1 ? [] : calendar.parts(of: period)
    let goals = Set(ledger.goalMetrics(period))
    let quality = ledger.quality(in: period)
    return Report(
      period: period, state: state, lastDay: min(ledger.asOf, last),
      // Seen from within the period nobody has looked back on it yet.
      plan: planByPeriod[period], review: state == .closed ? reviewByPeriod[period] : nil,
      lines: metrics.map { ledger.line($0, .organisation, in: period) }, parts: parts,
      partLines: metrics.map { metric in
        parts.map { ledger.line(metric, .organisation, in: $0) }
      },
      trends: metrics.map { ledger.trend($0, .organisation, until: period) },
      channels: handbook.channels.indices.compactMap { channel($0, in: period, quality) },
      variances: metrics.filter { goals.contains($0) }
        .compactMap { ledger.channelVariance($0, in: period) }.filter { $0.parts.count > 1 },
      activities: ordered(
        activities(in: period).map { activity($0, until: period, last: last) }, in: period),
      tasks: tasks(in: period, cutoff: cutoff),
      budget: ledger.budget(planByPeriod[period].map { handbook.plans[$0] }, in: period),
      loop: problems(of: period.previous, in: period, asOf: cutoff),
      problems: problems(of: period, in: period, asOf: nil),
      nextPlan: planByPeriod[period.next], quality: quality, coverage: coverage(period))
  }

  /// Goals first; then what has figures in the period or the year before it.
  private func reportedMetrics(_ period: Period) -> [Int] {
    let goals = ledger.goalMetrics(period)
    let others = handbook.metrics.indices.filter { metric in
      !goals.contains(metric)
        && ledger.value(metric, .organisation, in: period).absence != .notReported
    }
    return goals + others
  }

  private func channel(
    _ index: Int, in period: Period, _ quality: DataQuality
  ) -> ReportedChannel? {
    let scope = MetricScope.channel(index)
    let lines = ledger.metrics(ofChannel: index).map { ledger.line($0, scope, in: period) }
    guard handbook.channels[index].isActive || lines.contains(where: { $0.actual.value != nil })
    else { return nil }
    var missing: [Int] = []
    for gap in quality.gaps where gap.channel == index && !missing.contains(gap.metric) {
      missing.append(gap.metric)
    }
    return ReportedChannel(
      channel: index, spend: ledger.spendMetric.map { ledger.value($0, scope, in: period) },
      lines: lines, missing: missing)
  }

  /// The period's plan and the plans of its parts, as indices.
  public func plans(in period: Period) -> [Int] {
    var periods = [period]
    if case .year = period { periods += calendar.parts(of: period) }
    if period.monthCount > 1 { periods += calendar.months(of: period) }
    return periods.compactMap { planByPeriod[$0] }
  }

  private func tasks(in period: Period, cutoff: Day) -> [ReportedTask] {
    plans(in: period).flatMap { plan in
      handbook.plans[plan].tasks.enumerated().map { index, task in
        ReportedTask(plan: plan, task: index, progress: task.progress(asOf: cutoff))
      }
    }
  }

  /// The problems of one period's review in the report of the same or the next.
  private func problems(
    of reviewed: Period, in period: Period, asOf: Day?
  ) -> [ReportedProblem] {
    guard let review = reviewByPeriod[reviewed] else { return [] }
    return handbook.reviews[review].problems.indices.map {
      answers.reported($0, of: review, in: period, asOf: asOf, handbook)
    }
  }

  private func coverage(_ period: Period) -> ReviewCoverage? {
    guard case .year = period else { return nil }
    let (months, quarters) = (calendar.months(of: period), calendar.parts(of: period))
    return ReviewCoverage(
      months: months.filter { reviewByPeriod[$0] != nil },
      quarters: quarters.filter { reviewByPeriod[$0] != nil },
      missing: (quarters + months).filter {
        reviewByPeriod[$0] == nil && ledger.state(of: $0) == .closed
      })
  }
}

extension Activity {
  /// When it was carried out, as far as that had begun on a day; else when it is planned.
  public func takesPlace(asOf day: Day) -> TimeSpan? {
    if let actualTime, actualTime.start <= day { return actualTime }
    return time.value ?? actualTime
  }
}

func firstByPeriod(_ periods: [Period?]) -> [Period: Int] {
  var found: [Period: Int] = [:]
  for (index, period) in periods.enumerated() {
    if let period, found[period] == nil { found[period] = index }
  }
  return found
}

extension ReportSource {
  /// How many of a period's goals are reached, at risk, missed and without data.
  public func goalCounts(_ period: Period) -> [Achievement: Int] {
    var counts: [Achievement: Int] = [:]
    for metric in ledger.goalMetrics(period) {
      let line = ledger.line(metric, .organisation, in: period)
      if line.target != nil && !line.isUnderWay { counts[line.status, default: 0] += 1 }
    }
    return counts
  }
}
