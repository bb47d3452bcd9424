import Foundation

/// One metric of a report beside its target and its past.
public struct MetricLine: Sendable {
  /// An index into `Handbook.metrics`.
  public var metric: Int
  public var scope: MetricScope
  public var actual: MetricValue
  /// What the whole period is to reach.
  public var target: PeriodTarget?
  /// What the months and channels in `actual` were to reach; nil where that
  /// cannot be said.
  public var comparable: PeriodTarget?
  public var variance: Variance?
  /// A fraction, exact.
  public var attainment: Decimal?
  public var status: Achievement
  /// The period is still open, so that `status` is a state on the way.
  public var isUnderWay: Bool
  /// The period has not begun: nothing can have been reported.
  public var isAhead: Bool
  /// 环比: against the period just before.
  public var toPrevious: Change
  /// 同比: against the same period a year before.
  public var toYearEarlier: Change

  /// It has a target and counts among reached, at risk and missed.
  public var isJudged: Bool { target != nil && status != .noData && !isUnderWay }
}

extension MetricLine {
  /// What stands as its status: of the goal, or that the period is not over.
  public var statusLabel: LocalizedText {
    if isAhead { return PeriodState.ahead.label }
    return isUnderWay ? PeriodState.open.label : status.label
  }

  /// Why there is no value; nothing can be missing from a period to come.
  public var absenceLabel: LocalizedText? {
    isAhead ? MetricValue.Absence.noDenominator.label : actual.absence?.label
  }

  /// `缺官方网站`: channels that had to report and did not; nil where none is missing.
  public func channelsMissing(_ handbook: Handbook) -> LocalizedText? {
    guard actual.value != nil, !actual.missingChannels.isEmpty else { return nil }
    let names = actual.missingChannels.map { handbook.channels[$0].info.title }
    return LocalizedText(
      zh: "缺\(names.joined(separator: "、"))", en: "without \(names.joined(separator: ", "))")
  }

  /// `2/3个月`, or `截至10月` of a metric that counts its last month alone; nil
  /// where the value covers the whole period.
  public func monthsCovered(_ metric: Metric) -> LocalizedText? {
    let (months, all) = (actual.months.count, actual.expected.count)
    guard actual.value != nil, months < all else { return nil }
    if metric.aggregation == .last, let last = actual.months.last {
      return LocalizedText(
        zh: "截至\(last.shortLabel(.zh))", en: "as of \(last.shortLabel(.en))")
    }
    return LocalizedText(zh: "\(months)/\(all)个月", en: "\(months) of \(all) months")
  }
}

/// One period of a metric's course: the month's value and target.
public struct TrendPoint: Sendable {
  public var period: Period
  public var value: MetricValue
  public var target: PeriodTarget?
}

extension MetricLedger {
  public func line(_ metric: Int, _ scope: MetricScope, in period: Period) -> MetricLine {
    let definition = handbook.metrics[metric]
    let actual = value(metric, scope, in: period)
    let owns = scope == .organisation || isOnlyChannel(scope, of: metric)
    let target = owns ? target(metric, period) : nil
    let comparable = target == nil ? nil : comparable(actual, metric, period, target)
    var line = MetricLine(
      metric: metric, scope: scope, actual: actual, target: target, comparable: comparable,
      variance: nil, attainment: nil, status: .noData, isUnderWay: isUnderWay(actual, period),
      isAhead: state(of: period) == .ahead,
      toPrevious: change(actual, metric, scope, from: period, to: period.previous),
      toYearEarlier: change(actual, metric, scope, from: period, to: period.yearEarlier))
    if let value = actual.value, let comparable {
      line.variance = Variance(actual: value, target: comparable.value)
      line.attainment = CedianModel.attainment(
        actual: value, target: comparable.value, polarity: definition.polarity)
      // Where no attainment is defined, as with a goal of 0, the difference decides.
      let isReached =
        definition.polarity == .lowerIsBetter
        ? value <= comparable.value : value >= comparable.value
      line.status =
        line.attainment == nil
        ? (isReached ? .reached : .missed) : handbook.site.achievement(line.attainment)
    }
    return line
  }

  /// The months up to the period's last closed one, each for itself.
  public func trend(
    _ metric: Int, _ scope: MetricScope, until period: Period, count: Int = 13
  ) -> [TrendPoint] {
    let months = calendar.months(of: period)
    var month = months.last { $0.first <= asOf } ?? months[0]
    var points: [TrendPoint] = []
    for _ in 0..<count {
      points.append(
        TrendPoint(
          period: month, value: value(metric, scope, in: month),
          target: scope == .organisation ? target(metric, month) : nil))
      month = month.previous
    }
    return points.reversed()
  }

  /// A month under way, or a longer period of which no month has closed: what is
  /// there is not yet the whole of anything.
  private func isUnderWay(_ actual: MetricValue, _ period: Period) -> Bool {
    if period.monthCount == 1 { return state(of: period) != .closed }
    return actual.months.contains { state(of: $0) != .closed }
  }

  private func isOnlyChannel(_ scope: MetricScope, of metric: Int) -> Bool {
    guard case .channel(let channel) = scope else { return false }
    return declared[metric] == [channel]
  }

  /// Without a channel's figures no target is comparable: no goal says what that
  /// channel was to bring.
  private func comparable(
    _ actual: MetricValue, _ metric: Int, _ period: Period, _ whole: PeriodTarget?
  ) -> PeriodTarget? {
    guard actual.value != nil, actual.missingChannels.isEmpty else { return nil }
    if actual.months.count == actual.expected.count { return whole }
    return target(metric, months: actual.months, period)
  }

  /// Against the same months of another period, and only where the same channels
  /// have reported for all of them.
  private func change(
    _ actual: MetricValue, _ metric: Int, _ scope: MetricScope, from period: Period,
    to base: Period
  ) -> Change {
    guard let value = actual.value else { return .none(.noValue) }
    guard !isUnderWay(actual, period) else { return .none(.underWay) }
    guard actual.missingChannels.isEmpty else { return .none(.noBase) }
    let unit = handbook.metrics[metric].unit
    let earlier: MetricValue
    if actual.months.count == actual.expected.count {
      earlier = self.value(metric, scope, in: base)
    } else {
      let months = actual.months.compactMap {
        calendar.counterpart(of: $0, in: period, to: base)
      }
      guard months.count == actual.months.count else { return .none(.noBase) }
      earlier = self.value(
        metric, scope, months: months, expected: calendar.months(of: base))
    }
    guard earlier.value != nil, earlier.missingChannels.isEmpty,
      earlier.months.count == actual.months.count,
      !declared[metric].isEmpty || earlier.channels == actual.channels
    else { return .none(.noBase) }
    return CedianModel.change(from: earlier.value, to: value, unit: unit)
  }
}
