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
  /// 环比: against the period just before; nil for a year, where it is 同比.
  public var toPrevious: Change?
  /// What an incomplete period's 环比 is against: the months of the period before that
  /// stand where its own do, or its end for what is counted at an end. Empty where it
  /// is the whole period before.
  public var previousMonths: [Period]
  /// 同比: against the same period a year before.
  public var toYearEarlier: Change

  /// It has a target and counts among reached, at risk and missed.
  public var isJudged: Bool { target != nil && status.isJudged && !isUnderWay }
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
    actual.channelsMissing(handbook)
  }

  /// `与7月相比`: what 环比 is against where that is not the whole period before.
  public var previousBase: LocalizedText? {
    guard let first = previousMonths.first, let last = previousMonths.last,
      toPrevious?.amount != nil
    else { return nil }
    if first == last {
      return LocalizedText(zh: "与\(first.label(.zh))相比", en: "against \(first.label(.en))")
    }
    let isRun = zip(previousMonths, previousMonths.dropFirst()).allSatisfy { $0.next == $1 }
    guard !isRun else {
      return LocalizedText(
        zh: "与\(first.label(.zh))至\(last.shortLabel(.zh))相比",
        en: "against \(first.shortLabel(.en)) to \(last.label(.en))")
    }
    let (zh, en) = (previousMonths.map { $0.label(.zh) }, previousMonths.map { $0.label(.en) })
    return LocalizedText(
      zh: "与\(zh.joined(separator: "、"))相比", en: "against \(en.joined(separator: ", "))")
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

extension Report {
  /// `（10/12个月）` of a metric whose value covers some months only; else empty.
  public func monthsNote(_ metric: Int, in handbook: Handbook) -> LocalizedText {
    let line = lines.first { $0.metric == metric }
    return line?.monthsCovered(handbook.metrics[metric]).map {
      LocalizedText(zh: "（\($0.zh)）", en: " (\($0.en))")
    } ?? LocalizedText(zh: "", en: "")
  }
}

extension MetricLine {
  /// `2/3个月，缺官方网站`: what the value does not cover; nil where it is whole.
  public func limits(_ handbook: Handbook) -> LocalizedText? {
    let limits = [monthsCovered(handbook.metrics[metric]), channelsMissing(handbook)]
      .compactMap { $0 }
    guard !limits.isEmpty else { return nil }
    return LocalizedText(
      zh: limits.map(\.zh).joined(separator: "，"), en: limits.map(\.en).joined(separator: ", "))
  }
}

extension MetricLine {
  /// Its target, with that of the same months where the actual has not all of them:
  /// `1,410.00万元（同期 990.00万元）`; nil where it has none.
  public func goalWords(_ handbook: Handbook) -> LocalizedText? {
    let metric = handbook.metrics[metric]
    guard let goal = target.map({ metric.words($0.value) }) else { return nil }
    guard let part = comparable, actual.months.count < actual.expected.count else { return goal }
    let words = metric.words(part.value)
    return goal + LocalizedText(zh: "（同期 \(words.zh)）", en: " (same months \(words.en))")
  }

  /// Its value with what it does not cover: `1,046.19万元（2/3个月）`; nil where it
  /// has none.
  public func actualWords(_ handbook: Handbook) -> LocalizedText? {
    guard let words = actual.value.map({ handbook.metrics[metric].words($0) }) else { return nil }
    guard let limits = limits(handbook) else { return words }
    return words + LocalizedText(zh: "（\(limits.zh)）", en: " (\(limits.en))")
  }
}

/// One period of a metric's course.
public struct TrendPoint: Sendable {
  public var period: Period
  public var value: MetricValue
}

extension MetricLedger {
  public func line(_ metric: Int, _ scope: MetricScope, in period: Period) -> MetricLine {
    let actual = value(metric, scope, in: period)
    let owns = scope == .organisation || isOnlyChannel(scope, of: metric)
    let target = owns ? target(metric, period) : nil
    let comparable = target == nil ? nil : comparable(actual, metric, period, target)
    var line = MetricLine(
      metric: metric, scope: scope, actual: actual, target: target, comparable: comparable,
      variance: nil, attainment: nil, status: .noData, isUnderWay: isUnderWay(actual, period),
      isAhead: state(of: period) == .ahead, toPrevious: nil, previousMonths: [],
      toYearEarlier: change(
        actual, metric, scope,
        to: base(of: actual, metric, from: period, to: period.yearEarlier, isEarlierYear: true)))
    if period.monthCount < 12 {
      let base = base(
        of: actual, metric, from: period, to: period.previous, isEarlierYear: false)
      line.toPrevious = change(actual, metric, scope, to: base)
      if let base, actual.months.count < actual.expected.count { line.previousMonths = base.months }
    }
    if let value = actual.value, let comparable {
      line.variance = Variance(actual: value, target: comparable.value)
      (line.attainment, line.status) = handbook.site.judge(
        actual: value, target: comparable.value, polarity: handbook.metrics[metric].polarity)
    } else if actual.value != nil, target != nil {
      line.status = .incomparable
    }
    return line
  }

  /// The months up to the period's last closed one, each for itself.
  public func trend(
    _ metric: Int, _ scope: MetricScope, until period: Period, count: Int = 13
  ) -> [TrendPoint] {
    let months = calendar.months(of: period)
    var month = months.last { $0.first <= asOf } ?? months[0]
    for _ in (0..<count).dropFirst() { month = month.previous }
    return (0..<count).map { _ in
      defer { month = month.next }
      return TrendPoint(period: month, value: value(metric, scope, in: month))
    }
  }

  /// A month under way, or a longer period of which no month has closed: what is
  /// there is not yet the whole of anything.
  private func isUnderWay(_ actual: MetricValue, _ period: Period) -> Bool {
    if period.monthCount == 1 { return !isClosed(period) }
    return !actual.months.allSatisfy { isClosed($0) }
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

  /// An earlier period as a value is compared with it.
  private struct Base {
    var period: Period
    /// Of the period, those that are compared.
    var months: [Period]
    var isWhole: Bool
  }

  /// Two months of a quarter are compared with the same two of another. What is
  /// counted at an end is not: fans at the end of July against those at the end of
  /// June, which is where the period before ended, and not against those of April.
  private func base(
    of actual: MetricValue, _ metric: Int, from period: Period, to earlier: Period,
    isEarlierYear: Bool
  ) -> Base? {
    let months = calendar.months(of: earlier)
    if actual.months.count == actual.expected.count {
      return Base(period: earlier, months: months, isWhole: true)
    }
    if handbook.metrics[metric].aggregation == .last, !isEarlierYear {
      return Base(period: earlier, months: months.suffix(1), isWhole: false)
    }
    let same = actual.months.compactMap { calendar.counterpart(of: $0, in: period, to: earlier) }
    guard same.count == actual.months.count else { return nil }
    return Base(period: earlier, months: same, isWhole: false)
  }

  /// Only where the same channels have reported for all months of the base.
  private func change(
    _ actual: MetricValue, _ metric: Int, _ scope: MetricScope, to base: Base?
  ) -> Change {
    guard let value = actual.value else { return .none(.noValue) }
    guard actual.months.allSatisfy({ isClosed($0) }) else { return .none(.underWay) }
    guard let base, actual.missingChannels.isEmpty else { return .none(.noBase) }
    let earlier =
      base.isWhole
      ? self.value(metric, scope, in: base.period)
      : self.value(metric, scope, months: base.months, of: base.period)
    // At the end of its period a stock stands for all of it.
    let isThere =
      earlier.months.count == (base.isWhole ? actual.months.count : base.months.count)
      || handbook.metrics[metric].aggregation == .last && earlier.months.last == base.months.last
    guard earlier.value != nil, earlier.missingChannels.isEmpty, isThere,
      !declared[metric].isEmpty || earlier.channels == actual.channels
    else { return .none(.noBase) }
    return CedianModel.change(
      from: earlier.value, to: value, unit: handbook.metrics[metric].unit)
  }
}
