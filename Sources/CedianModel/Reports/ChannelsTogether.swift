extension MetricLedger {
  /// The organisation's value in a closed quarter or year that has rows of its own, as
  /// the sum of its channels' values: one channel may have all its months while only
  /// the quarter's row knows all of another. Nil where the channels do not add up, or
  /// where a row of the whole organisation says what they come to.
  func together(_ metric: Int, _ scope: MetricScope, in period: Period) -> MetricValue? {
    if case .channel = scope { return nil }
    guard addsOverChannels(handbook.metrics[metric]), !hasTotal(metric, scope, in: period) else {
      return nil
    }
    let all = channels(metric, scope, in: period)
    var found = all.counted.map { (channel: $0, value: value(metric, .channel($0), in: period)) }
    found.removeAll { $0.value.value == nil }
    let months = Set(found.flatMap(\.value.months)).sorted()
    guard let last = months.last else { return nil }
    let isStock = handbook.metrics[metric].aggregation == .last
    // Of a stock only the newest counts, as where months alone are given.
    if isStock { found.removeAll { $0.value.months.last != last } }
    let known = isStock && months.count < calendar.months(of: period).count ? [last] : months
    let whole = found.filter { isStock || $0.value.months.count == months.count }.map(\.channel)
    return MetricValue(
      value: found.reduce(0) { $0 + ($1.value.value ?? 0) }, absence: nil, months: known,
      expected: calendar.months(of: period),
      missingChannels: all.owed.filter { !whole.contains($0) }, channels: found.map(\.channel),
      rows: found.flatMap(\.value.rows))
  }

  /// The channels whose figures of a period count, and those that had to report: where
  /// none is declared, who has begun to report in the period.
  func channels(
    _ metric: Int, _ scope: MetricScope, in period: Period
  ) -> (counted: [Int], owed: [Int]) {
    switch scope {
    case .channel(let channel): return ([channel], [channel])
    case .channels(let chosen): return (chosen, chosen)
    case .organisation:
      var counted = declared[metric]
      for part in parts(of: period) { unite(&counted, channelsReporting(metric, part)) }
      counted.sort()
      return (counted, declared[metric].isEmpty ? counted : declared[metric])
    }
  }

  /// Whether a row of the whole organisation counts in a period.
  func hasTotal(_ metric: Int, _ scope: MetricScope, in period: Period) -> Bool {
    scope == .organisation && parts(of: period).contains { row(metric, -1, $0) != nil }
  }

  /// A quarter or year, its quarters and its months: all that has rows counted in it.
  private func parts(of period: Period) -> [Period] {
    var parts = [period] + calendar.months(of: period)
    if case .year = period { parts += calendar.parts(of: period) }
    return parts
  }
}
