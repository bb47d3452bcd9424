/// How much each channel has moved a metric whose channels add up, against the same
/// months a year before (of a stock, the same month): what explains most of a change.
public struct ChannelVariance: Sendable {
  public var metric: Int
  public var base: Period
  /// The months of the period that are compared, and those of `base`: of an
  /// incomplete period not all.
  public var months: [Period]
  public var baseMonths: [Period]
  public var parts: [Part]

  public struct Part: Sendable {
    public var channel: Int
    public var actual: Decimal
    public var base: Decimal
    public var difference: Decimal { actual - base }
  }

  public var actual: Decimal { parts.reduce(0) { $0 + $1.actual } }
  public var baseTotal: Decimal { parts.reduce(0) { $0 + $1.base } }
  public var difference: Decimal { actual - baseTotal }

  /// The channel that has moved the total furthest in the direction it moved;
  /// nil where nothing moved.
  public var mainPart: Part? {
    guard difference != 0 else { return nil }
    let mine = parts.filter { ($0.difference > 0) == (difference > 0) && $0.difference != 0 }
    return mine.max { abs($0.difference) < abs($1.difference) }
  }
}

extension MetricLedger {
  /// Nil unless the channels' figures of both periods are complete and add up to
  /// the organisation's: nothing is explained by half of the data.
  public func channelVariance(_ metric: Int, in period: Period) -> ChannelVariance? {
    let isStock = handbook.metrics[metric].aggregation == .last
    guard isStock || handbook.metrics[metric].aggregation == .sum else { return nil }
    let actual = value(metric, .organisation, in: period)
    guard actual.value != nil, actual.missingChannels.isEmpty, !actual.channels.isEmpty,
      actual.months.allSatisfy({ state(of: $0) == .closed })
    else { return nil }
    let base = period.yearEarlier
    let own = isStock ? actual.months.suffix(1) : actual.months
    let months = own.compactMap { calendar.counterpart(of: $0, in: period, to: base) }
    let earlier = value(
      metric, .organisation, months: months, expected: calendar.months(of: base))
    guard earlier.value != nil, earlier.missingChannels.isEmpty, months.count == own.count,
      isStock || earlier.months.count == months.count
    else { return nil }
    let channels = Set(actual.channels).union(earlier.channels).sorted()
    let parts = channels.map { channel -> ChannelVariance.Part in
      func total(_ months: [Period]) -> Decimal {
        months.reduce(0) { $0 + (row(metric, channel, $1).map(amount) ?? 0) }
      }
      return ChannelVariance.Part(
        channel: channel, actual: total(own), base: total(months))
    }
    let made = ChannelVariance(
      metric: metric, base: base, months: Array(own), baseMonths: months, parts: parts)
    guard made.actual == actual.value, made.baseTotal == earlier.value else { return nil }
    return made
  }
}
