extension MetricLedger {
  /// A ratio in a quarter or year where a row of the quarter or year stands for months of
  /// one of its parts. Each channel that owes both parts takes what it knows most of: the
  /// whole period if both are known for the same of its months, else its quarters, else
  /// its months. One that owes a single part adds it for the months of the others. Nil
  /// where no part has such a row, where nothing is known of both, or where a row cannot
  /// be cut to the months of the others.
  func ratioOfRows(_ metric: Int, _ scope: MetricScope, in period: Period) -> MetricValue? {
    let definition = handbook.metrics[metric]
    guard definition.aggregation == .ratio, period.monthCount > 1,
      let above = definition.numerator.flatMap(directory.metric(named:)),
      let below = definition.denominator.flatMap(directory.metric(named:)),
      isGivenLonger[above] || isGivenLonger[below],
      handbook.metrics[above].aggregation != .ratio, handbook.metrics[below].aggregation != .ratio
    else { return nil }
    let upper = Part(metric: above, scope: self.scope(ofPart: above, of: metric, scope))
    let lower = Part(metric: below, scope: self.scope(ofPart: below, of: metric, scope))
    let apart = isSumOfChannels(upper, in: period) && isSumOfChannels(lower, in: period)
    guard
      let pairs = apart
        ? byChannel(upper, lower, in: period) : [(nil, pair(upper, lower, in: period))]
    else { return nil }
    let months = Set(pairs.flatMap(\.pair.months)).sorted()
    guard !months.isEmpty else { return nil }
    let (top, bottom) = pairs.reduce((0, 0)) { ($0.0 + $1.pair.top, $0.1 + $1.pair.bottom) }
    let rows = pairs.flatMap(\.pair.rows)
    let expected = calendar.months(of: period)
    guard let share = quotient(top * (definition.unit == .percent ? 100 : 1), bottom) else {
      return .absent(.noDenominator, expected: expected, rows: rows)
    }
    let owing = Set(declared[above] + declared[below])
    let missing = pairs.filter { $0.pair.months.count < months.count }.compactMap(\.channel)
    return MetricValue(
      value: share, absence: nil, months: months, expected: expected,
      missingChannels: missing.filter(owing.contains),
      channels: Set(pairs.flatMap(\.pair.channels)).sorted(), rows: rows)
  }

  /// Whether a ratio made of rows of any length knows all that one of months alone does.
  func saysAll(_ share: MetricValue, of found: MetricValue) -> Bool {
    guard found.value != nil, share.months.count == found.months.count else {
      return found.value == nil || share.months.count > found.months.count
    }
    return share.missingChannels.count <= found.missingChannels.count
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

  /// Whether a part is the sum of its channels', with no row of the whole organisation.
  private func isSumOfChannels(_ part: Part, in period: Period) -> Bool {
    if case .channel = part.scope { return false }
    return handbook.metrics[part.metric].aggregation == .sum
      && !hasTotal(part.metric, part.scope, in: period)
  }

  private func byChannel(
    _ upper: Part, _ lower: Part, in period: Period
  ) -> [(channel: Int?, pair: Pair)]? {
    let above = channels(upper.metric, upper.scope, in: period)
    let below = channels(lower.metric, lower.scope, in: period)
    let both = above.owed.filter(below.owed.contains)
    var pairs: [(channel: Int?, pair: Pair)] = both.sorted().map { channel in
      (
        channel,
        pair(
          Part(metric: upper.metric, scope: .channel(channel)),
          Part(metric: lower.metric, scope: .channel(channel)), in: period)
      )
    }
    let months = Set(pairs.flatMap(\.pair.months)).sorted()
    guard !months.isEmpty else { return [(nil, pair(upper, lower, in: period))] }
    for (part, channels, isTop) in [(upper, above, true), (lower, below, false)] {
      for channel in channels.counted where !both.contains(channel) {
        guard let value = value(part.metric, of: channel, over: months, in: period) else {
          return nil
        }
        let amount = value.value ?? 0
        pairs.append(
          (
            channel,
            Pair(
              top: isTop ? amount : 0, bottom: isTop ? 0 : amount, months: value.months,
              channels: value.channels, rows: value.rows)
          ))
      }
    }
    return pairs
  }

  /// A channel's part over some months of a period; nil where all it has is a row that
  /// goes beyond them.
  private func value(
    _ metric: Int, of channel: Int, over months: [Period], in period: Period
  ) -> MetricValue? {
    let whole = value(metric, .channel(channel), in: period)
    if whole.value == nil || whole.months == months { return whole }
    let found = value(metric, .channel(channel), months: months, expected: months)
    return found.value == nil ? nil : found
  }

  /// What is known of both parts in the closed months of a period, the longest rows
  /// first.
  private func pair(_ upper: Part, _ lower: Part, in period: Period) -> Pair {
    let top = value(upper.metric, upper.scope, in: period)
    let bottom = value(lower.metric, lower.scope, in: period)
    if let over = top.value, let under = bottom.value, top.months == bottom.months,
      top.missingChannels.isEmpty, bottom.missingChannels.isEmpty,
      top.months.allSatisfy({ calendar.last(of: $0) < asOf })
    {
      return Pair(
        top: over, bottom: under, months: top.months,
        channels: Set(top.channels + bottom.channels).sorted(), rows: top.rows + bottom.rows)
    }
    var all = Pair()
    guard period.monthCount > 1 else { return all }
    let shorter = calendar.parts(of: period)
    for part in shorter { all.add(pair(upper, lower, in: part)) }
    return all
  }
}
