/// What a goal asks of a metric in a period, or in some of its months.
public struct PeriodTarget: Sendable {
  /// In the metric's unit; percentages as written.
  public var value: Decimal
  /// Its goal.
  public var goal: Directory.GoalReference
  /// The months it is for.
  public var months: [Period]
}

/// The goals of each year by their metrics: found once, as every number of every
/// report asks for its goal.
struct YearGoals: Sendable {
  struct Key: Sendable, Hashable {
    var metric: Int
    var year: Int
  }

  /// The first of several.
  private(set) var byMetric: [Key: Directory.GoalReference] = [:]
  /// In the goals' order, each once.
  private(set) var metrics: [Int: [Int]] = [:]

  init(_ handbook: Handbook, _ directory: Directory) {
    for (s, sheet) in handbook.goalSheets.enumerated() {
      guard case .year(let year)? = sheet.period.value else { continue }
      for (g, goal) in sheet.goals.enumerated() {
        guard let metric = goal.metric.flatMap({ directory.metric(named: $0.value) }) else {
          continue
        }
        let key = Key(metric: metric, year: year)
        guard byMetric[key] == nil else { continue }
        byMetric[key] = Directory.GoalReference(sheet: s, goal: g)
        metrics[year, default: []].append(metric)
      }
    }
  }
}

extension MetricLedger {
  /// The goal of `metric` in the fiscal year of `period`; the first of several.
  public func goal(_ metric: Int, _ period: Period) -> Directory.GoalReference? {
    goals.byMetric[YearGoals.Key(metric: metric, year: yearNumber(of: period))]
  }

  /// The metrics that the goals of the period's year ask for, in their order.
  public func goalMetrics(_ period: Period) -> [Int] {
    goals.metrics[yearNumber(of: period)] ?? []
  }

  private func yearNumber(of period: Period) -> Int {
    guard case .month = period else { return period.year }
    return calendar.year(of: period).year
  }

  /// The target of the whole period: the goal's own for it, else what its parts
  /// come to (`sum` adds them, `last` takes the final one).
  public func target(_ metric: Int, _ period: Period) -> PeriodTarget? {
    guard let reference = goal(metric, period) else { return nil }
    let goal = handbook.goalSheets[reference.sheet].goals[reference.goal]
    let months = calendar.months(of: period)
    let own: Quantity? =
      switch period {
      case .year: goal.target?.value
      case .quarter: goal.quarters.first { $0.period == period }?.target.value
      case .month, .half: nil
      }
    if let own {
      return PeriodTarget(value: own.value, goal: reference, months: months)
    }
    return target(metric, months: months, period)
  }

  /// The target of those months alone, to compare an incomplete period with. A
  /// rate's or a mark's target does not shrink with the months, so the period's
  /// own stands where no single month's does.
  public func target(_ metric: Int, months: [Period], _ period: Period) -> PeriodTarget? {
    guard let reference = goal(metric, period), !months.isEmpty else { return nil }
    let goal = handbook.goalSheets[reference.sheet].goals[reference.goal]
    func monthly(_ month: Period) -> Decimal? {
      goal.months.last { $0.period == month }?.target.value.value
    }
    func made(_ value: Decimal?) -> PeriodTarget? {
      value.map { PeriodTarget(value: $0, goal: reference, months: months) }
    }
    switch handbook.metrics[metric].aggregation {
    case .sum:
      let values = months.compactMap(monthly)
      if values.count == months.count { return made(values.reduce(0, +)) }
      return made(quarterly(goal, months, monthly))
    case .last:
      return made(
        months.last.flatMap { month in
          monthly(month)
            ?? (period.monthCount < 12 ? nil : quarterEnding(month).flatMap { own(goal, $0) })
        })
    case .ratio, .none:
      if months.count == 1 { return made(monthly(months[0])) }
      switch period {
      case .year: return made(goal.target?.value.value)
      case .quarter: return made(own(goal, period))
      case .half, .month: return nil
      }
    }
  }

  /// How far the targets of a period's parts may be from its own together: what the
  /// digits that were written leave open.
  public func tolerance(_ metric: Int, _ period: Period) -> Decimal {
    guard let reference = goal(metric, period) else { return 0 }
    let sheet = handbook.goalSheets[reference.sheet]
    guard let year = sheet.period.value?.year else { return 0 }
    let levels = sheet.goals[reference.goal].parts(
      handbook.metrics[metric].aggregation, year: year, calendar)
    return levels.first {
      switch $0.level {
      case .quarters, .months: period.monthCount == 12
      case .monthsOfQuarter(let quarter): quarter == period
      }
    }?.tolerance ?? 0
  }

  private func own(_ goal: Goal, _ quarter: Period) -> Decimal? {
    goal.quarters.first { $0.period == quarter }?.target.value.value
  }

  private func quarterEnding(_ month: Period) -> Period? {
    let quarter = calendar.quarter(of: month)
    return calendar.months(of: quarter).last == month ? quarter : nil
  }

  /// Whole quarters by their own targets, the other months by theirs.
  private func quarterly(
    _ goal: Goal, _ months: [Period], _ monthly: (Period) -> Decimal?
  ) -> Decimal? {
    var sum: Decimal = 0
    var rest = months
    while let month = rest.first {
      let quarter = calendar.quarter(of: month)
      let own = calendar.months(of: quarter)
      if own.allSatisfy(rest.contains), let target = self.own(goal, quarter) {
        sum += target
        rest.removeAll(where: own.contains)
      } else if let target = monthly(month) {
        sum += target
        rest.removeFirst()
      } else {
        return nil
      }
    }
    return sum
  }
}
