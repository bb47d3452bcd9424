/// How the parts of a goal stand to the whole that they were broken down from.
public struct GoalParts: Sendable {
  public enum Level: Sendable, Hashable {
    case quarters, months
    /// The months of one quarter.
    case monthsOfQuarter(Period)
  }

  public var level: Level
  /// The whole: the year's target, or the quarter's.
  public var whole: Quantity
  /// What the parts come to: their sum, or the last of them; nil where some are
  /// missing, or where the metric's aggregation compares nothing.
  public var made: Decimal?
  /// Periods without a part.
  public var missing: [Period]
  /// How far `made` may be from `whole`: half a unit of the last digit written,
  /// times the number of parts; 0 where all are written out to the last unit.
  public var tolerance: Decimal

  /// What the parts have too much, negative where they have too little.
  public var difference: Decimal? { made.map { $0 - whole.value } }

  public var agrees: Bool { difference.map { abs($0) <= tolerance } ?? true }
}

extension Goal {
  /// The comparisons that clause 2.3 asks for: quarters with the year, months
  /// with the year where there are no quarters, months with their quarter. By
  /// `sum` parts add up, by `last` the final one equals the whole; ratios and
  /// `none` are only looked at for what is missing.
  public func parts(
    _ aggregation: Metric.Aggregation, year: Int, _ calendar: FiscalCalendar
  ) -> [GoalParts] {
    let year = Period.year(year)
    var found: [GoalParts] = []
    if let target, !quarters.isEmpty {
      found.append(
        compare(
          .quarters, quarters, with: target.value, all: calendar.parts(of: year), aggregation))
    }
    guard !months.isEmpty else { return found }
    if quarters.isEmpty {
      guard let target else { return found }
      return [
        compare(.months, months, with: target.value, all: calendar.months(of: year), aggregation)
      ]
    }
    for quarter in quarters {
      let all = calendar.months(of: quarter.period)
      let own = months.filter { all.contains($0.period) }
      found.append(
        compare(
          .monthsOfQuarter(quarter.period), own, with: quarter.target.value,
          all: all, aggregation))
    }
    return found
  }

  private func compare(
    _ level: GoalParts.Level, _ parts: [Part], with whole: Quantity, all: [Period],
    _ aggregation: Metric.Aggregation
  ) -> GoalParts {
    let given = Set(parts.map(\.period))
    let missing = all.filter { !given.contains($0) }
    var made: Decimal?
    switch aggregation {
    case .sum where missing.isEmpty:
      made = parts.reduce(0) { $0 + $1.target.value.value }
    case .last:
      made = parts.first { $0.period == all.last }?.target.value.value
    default: break
    }
    // The coarsest digit written decides: 1,290万 says nothing of single yuan. What
    // is written out, without 万 and without decimals, is counted and not rounded.
    let coarsest = parts.map(\.target.value).max { $0.lastDigit < $1.lastDigit }
    let isRounded = parts.contains { $0.target.value.lastDigit != 0 } || whole.lastDigit != 0
    let tolerance =
      aggregation == .sum && isRounded ? (coarsest?.tolerance ?? 0) * Decimal(parts.count) : 0
    return GoalParts(
      level: level, whole: whole, made: made, missing: missing, tolerance: tolerance)
  }
}
