extension MetricLedger {
  /// A ratio over some closed months of a quarter or year where a row of a quarter or of
  /// the year counts in one of its parts, if that says more than `found`, the ratio of
  /// months alone: the parts as the report shows them, so far as both are known for the
  /// same months and of every channel, else, of sums, its quarters and months so far as
  /// that is true of them. Where every channel owes both parts, each is divided by itself,
  /// and one that lacks a part costs the others nothing but is named.
  func ratioOfRows(
    _ metric: Int, _ scope: MetricScope, months: [Period], of period: Period,
    beside found: MetricValue
  ) -> MetricValue {
    let definition = handbook.metrics[metric]
    guard period.monthCount > 1,
      let above = definition.numerator.flatMap(directory.metric(named:)),
      let below = definition.denominator.flatMap(directory.metric(named:)),
      handbook.metrics[above].aggregation != .ratio, handbook.metrics[below].aggregation != .ratio,
      hasLongerRow(above, in: period) || hasLongerRow(below, in: period)
    else { return found }
    let upper = Part(metric: above, scope: self.scope(ofPart: above, of: metric, scope))
    let lower = Part(metric: below, scope: self.scope(ofPart: below, of: metric, scope))
    let known = self.known(upper, months, of: period)
    let under = self.known(lower, months, of: period)
    var found = found
    if case .channel = scope {} else { name(leftOut(known, under), in: &found) }
    // A row that is there and does not count changes no figure.
    guard isOfLongerRows(known.rows + under.rows) else { return found }
    let pairs: [(channel: Int?, pair: Pair)] =
      channelsOfBoth(upper, lower, in: period)?.map { channel in
        (
          channel,
          pair(
            Part(metric: above, scope: .channel(channel)),
            Part(metric: below, scope: .channel(channel)), months, of: period)
        )
      } ?? [(nil, pair(upper, lower, months, of: period))]
    guard
      let share = quotient(
        of: pairs, in: definition.unit == .percent ? 100 : 1, calendar.months(of: period))
    else { return found }
    return saysAll(share, of: found) ? share : found
  }

  /// Nil where nothing is known of both parts.
  private func quotient(
    of pairs: [(channel: Int?, pair: Pair)], in scale: Decimal, _ expected: [Period]
  ) -> MetricValue? {
    let known = Set(pairs.flatMap(\.pair.months)).sorted()
    guard !known.isEmpty else { return nil }
    let (top, bottom) = pairs.reduce((0, 0)) { ($0.0 + $1.pair.top, $0.1 + $1.pair.bottom) }
    let rows = pairs.flatMap(\.pair.rows)
    guard let share = CedianModel.quotient(top * scale, bottom) else {
      return .absent(.noDenominator, expected: expected, rows: rows)
    }
    return MetricValue(
      value: share, absence: nil, months: known, expected: expected,
      missingChannels: pairs.filter { $0.pair.months.count < known.count }.compactMap(\.channel),
      channels: Set(pairs.flatMap(\.pair.channels)).sorted(), rows: rows)
  }

  /// Whether a ratio made of rows of any length knows all that one of months alone does.
  private func saysAll(_ share: MetricValue, of found: MetricValue) -> Bool {
    guard found.value != nil, share.months.count == found.months.count else {
      return found.value == nil || share.months.count > found.months.count
    }
    return share.missingChannels.count <= found.missingChannels.count
  }

  private func isOfLongerRows(_ rows: [Int]) -> Bool {
    rows.contains { handbook.results[$0].period.monthCount > 1 }
  }

  /// The channels that months alone leave out, or know less of than the report does.
  private func leftOut(_ top: MetricValue, _ bottom: MetricValue) -> [Int] {
    var all = top.missingChannels
    unite(&all, bottom.missingChannels)
    let longer = (top.rows + bottom.rows).filter { handbook.results[$0].period.monthCount > 1 }
    unite(&all, longer.compactMap { directory.channels[handbook.results[$0].channel.value] })
    return all
  }

  private func name(_ missing: [Int], in found: inout MetricValue) {
    guard found.value != nil, !missing.isEmpty else { return }
    unite(&found.missingChannels, missing)
    found.missingChannels.sort()
  }

  private struct Part {
    var metric: Int
    var scope: MetricScope
  }

  /// Both parts over the same months.
  private struct Pair {
    var (top, bottom): (Decimal, Decimal) = (0, 0)
    var months: [Period] = []
    var (channels, rows): ([Int], [Int]) = ([], [])

    mutating func add(_ other: Pair) {
      top += other.top
      bottom += other.bottom
      months += other.months
      channels += other.channels
      rows += other.rows
    }
  }

  /// Whether a quarter or the year has a row of its own in a period.
  private func hasLongerRow(_ metric: Int, in period: Period) -> Bool {
    guard isGivenLonger[metric] else { return false }
    var longer = [period]
    if case .year = period { longer += calendar.parts(of: period) }
    return longer.contains { period in
      (-1..<handbook.channels.count).contains { row(metric, $0, period) != nil }
    }
  }

  /// The channels of a ratio whose parts are the sums of the same channels', each of
  /// which owes both: metrics.yml asks for them or, where it asks nobody, it has begun to
  /// report them. Nil where that is not so, or where a row of the whole organisation
  /// counts.
  private func channelsOfBoth(_ upper: Part, _ lower: Part, in period: Period) -> [Int]? {
    var owed: [Set<Int>] = []
    for part in [upper, lower] {
      if case .channel = part.scope { return nil }
      guard handbook.metrics[part.metric].aggregation == .sum,
        !hasTotal(part.metric, part.scope, in: period)
      else { return nil }
      let channels = channels(part.metric, part.scope, in: period)
      owed += [Set(channels.owed), Set(channels.counted)]
    }
    return owed.allSatisfy { $0 == owed[0] } ? owed[0].sorted() : nil
  }

  /// The months that both parts are known for. Of a stock only the newest month counts,
  /// and that has to be the other's newest.
  private func sharedMonths(
    _ top: MetricValue, _ above: Int, _ bottom: MetricValue, _ below: Int
  ) -> [Period]? {
    if top.months == bottom.months { return top.months }
    guard top.months.last == bottom.months.last else { return nil }
    switch (handbook.metrics[above].aggregation, handbook.metrics[below].aggregation) {
    case (.sum, .last): return top.months
    case (.last, .sum): return bottom.months
    default: return nil
    }
  }

  private func pair(
    _ upper: Part, _ lower: Part, _ months: [Period], of period: Period
  ) -> Pair {
    let own = calendar.months(of: period).filter(months.contains)
    guard !own.isEmpty else { return Pair() }
    let (top, bottom) = (known(upper, own, of: period), known(lower, own, of: period))
    if let over = top.value, let under = bottom.value,
      let shared = sharedMonths(top, upper.metric, bottom, lower.metric),
      top.missingChannels.isEmpty, bottom.missingChannels.isEmpty, shared.allSatisfy(own.contains)
    {
      return Pair(
        top: over, bottom: under, months: shared,
        channels: Set(top.channels + bottom.channels).sorted(), rows: top.rows + bottom.rows)
    }
    var all = Pair()
    guard period.monthCount > 1, handbook.metrics[upper.metric].aggregation == .sum,
      handbook.metrics[lower.metric].aggregation == .sum
    else { return all }
    for part in calendar.parts(of: period) { all.add(pair(upper, lower, months, of: part)) }
    return all
  }
  /// A part over some months of a period as the report shows it.
  private func known(_ part: Part, _ months: [Period], of period: Period) -> MetricValue {
    calendar.months(of: period).allSatisfy(months.contains)
      ? value(part.metric, part.scope, in: period)
      : value(part.metric, part.scope, months: months, of: period)
  }
}
