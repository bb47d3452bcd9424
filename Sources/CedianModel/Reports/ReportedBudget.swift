/// What a period was to cost and has cost, in yuan.
public struct ReportedBudget: Sendable {
  public var planned: Decimal?
  /// The spend metric over the months that have reported.
  public var spent: MetricValue?
  /// Days of the months in `spent`, and of the whole period.
  public var elapsedDays: Int
  public var totalDays: Int
  public var channels: [Part]

  public struct Part: Sendable {
    /// Nil for what no channel is named for.
    public var channel: Int?
    public var planned: Decimal?
    public var spent: MetricValue?

    public var execution: Decimal? { share(spent?.value, of: planned) }
  }

  /// The channels that have spent more than was planned for them.
  public var overspentChannels: [Part] {
    channels.filter { $0.channel != nil && ($0.execution ?? 0) > 1 }
  }

  /// The channels that spend though the plan divides its whole budget among others; a
  /// part that is for no channel may be theirs.
  public var unplannedChannels: [Part] {
    guard channels.contains(where: { $0.planned != nil }),
      !channels.contains(where: { $0.channel == nil })
    else { return [] }
    return channels.filter { ($0.planned ?? 0) == 0 && ($0.spent?.value ?? 0) > 0 }
  }

  /// Spend ÷ budget; nil where a channel's spend is missing.
  public var execution: Decimal? { share(known, of: planned) }

  /// What a channel has not reported is not nothing.
  private var known: Decimal? { spent?.missingChannels.isEmpty == false ? nil : spent?.value }

  /// Spend ÷ (budget × elapsed ÷ total days): above 1 the money goes faster than
  /// the time.
  public var pacing: Decimal? {
    guard let planned, elapsedDays > 0, totalDays > 0 else { return nil }
    return share(known, of: planned * Decimal(elapsedDays) / Decimal(totalDays))
  }
}

private func share(_ part: Decimal?, of whole: Decimal?) -> Decimal? {
  guard let part, let whole, whole > 0 else { return nil }
  return quotient(part, whole)
}

extension MetricLedger {
  func budget(_ plan: Plan?, in period: Period) -> ReportedBudget {
    let spent = spendMetric.map { value($0, .organisation, in: period) }
    var planned: [Int?: Decimal] = [:]
    for item in plan?.budget?.items ?? [] {
      let channel = item.channel.flatMap { directory.channels[$0.value] }
      planned[channel, default: 0] += item.amount.value.value
    }
    var parts: [ReportedBudget.Part] = []
    for channel in handbook.channels.indices {
      let own = spendMetric.map { value($0, .channel(channel), in: period) }
      guard planned[channel] != nil || own?.value != nil else { continue }
      parts.append(
        ReportedBudget.Part(channel: channel, planned: planned[channel], spent: own))
    }
    if let rest = planned[nil] {
      parts.append(ReportedBudget.Part(channel: nil, planned: rest, spent: nil))
    }
    return ReportedBudget(
      planned: plan?.budget?.total, spent: spent, elapsedDays: elapsed(spent, period),
      totalDays: calendar.dayCount(of: period), channels: parts)
  }

  /// The days of the months that have reported; of one under way only those that
  /// have passed.
  private func elapsed(_ spent: MetricValue?, _ period: Period) -> Int {
    (spent?.months ?? []).reduce(0) { days, month in
      guard state(of: month) == .open else { return days + calendar.dayCount(of: month) }
      return days + asOf.ordinal - month.first.ordinal + 1
    }
  }
}
