extension MetricLedger {
  /// A metric in a period, by its aggregation: `sum` adds, `ratio` divides the
  /// sums, `last` takes the newest month, `none` needs a row of its own. A longer
  /// period that is still open counts its closed months; a month under way counts
  /// only where nothing else could.
  public func value(_ metric: Int, _ scope: MetricScope, in period: Period) -> MetricValue {
    if period.monthCount == 1, let known = known(metric, scope, period) { return known }
    if let known = remembered(metric, scope, period) { return known }
    let months = calendar.months(of: period)
    let begun = months.filter { $0.first <= asOf }
    let closed = begun.filter { $0.last < asOf }
    let found = value(metric, scope, months: closed.isEmpty ? begun : closed, of: period)
    guard period.monthCount > 1, calendar.first(of: period) <= asOf, isGivenLonger[metric],
      handbook.metrics[metric].aggregation != .ratio,
      let whole = direct(metric, scope, period, expected: months)
    else { return found }
    // Where the months say all, they say more than a row for the whole period.
    guard found.value != nil else { return whole }
    guard closed.count == months.count else { return found }
    return together(metric, scope, in: period) ?? (completes(whole, found) ? whole : found)
  }

  /// Whether a longer period's own row knows of months or channels that its months'
  /// rows do not, and lacks nothing that they have.
  private func completes(_ whole: MetricValue, _ found: MetricValue) -> Bool {
    guard found.months.count < found.expected.count || !found.missingChannels.isEmpty,
      whole.missingChannels.isEmpty
    else { return false }
    let isOrganisation = whole.rows.allSatisfy { handbook.results[$0].channel.value == "all" }
    return isOrganisation || found.channels.allSatisfy(whole.channels.contains)
  }

  /// A metric over some months of a period. Where a quarter of a year has a row of its
  /// own and its months are incomplete, that row stands for them.
  func value(
    _ metric: Int, _ scope: MetricScope, months: [Period], of period: Period
  ) -> MetricValue {
    let expected = calendar.months(of: period)
    let aggregation = handbook.metrics[metric].aggregation
    if aggregation == .ratio {
      let found = ratio(metric, scope, months: months, expected: expected)
      return ratioOfRows(metric, scope, months: months, of: period, beside: found)
    }
    guard isGivenLonger[metric], case .year = period, aggregation == .sum || aggregation == .last
    else {
      return value(metric, scope, months: months, expected: expected)
    }
    var rest = months
    let whole = calendar.parts(of: period).compactMap { quarter -> MetricValue? in
      guard !rows(in: quarter).isEmpty else { return nil }
      let own = calendar.months(of: quarter)
      guard own.allSatisfy(months.contains),
        let direct = direct(metric, scope, quarter, expected: own)
      else { return nil }
      let parts = value(metric, scope, months: own, expected: own)
      let together = together(metric, scope, in: quarter)
      guard together != nil || parts.value == nil || completes(direct, parts) else { return nil }
      rest.removeAll(where: own.contains)
      return together ?? direct
    }
    let found = value(metric, scope, months: rest, expected: expected)
    guard let newest = whole.last else { return found }
    return aggregation == .sum
      ? adding(whole, to: found, expected) : later(newest, found, expected)
  }

  /// Months and the quarters that stand for the months between them.
  private func adding(
    _ quarters: [MetricValue], to found: MetricValue, _ expected: [Period]
  ) -> MetricValue {
    var total = found
    total.absence = nil
    for quarter in quarters {
      total.value = (total.value ?? 0) + (quarter.value ?? 0)
      total.months += quarter.months
      total.rows += quarter.rows
      unite(&total.channels, quarter.channels)
      unite(&total.missingChannels, quarter.missingChannels)
    }
    total.months.sort()
    total.channels.sort()
    total.missingChannels.sort()
    return total
  }

  /// Of a stock only the newest counts: a quarter's own row is of its last month.
  private func later(
    _ quarter: MetricValue, _ found: MetricValue, _ expected: [Period]
  ) -> MetricValue {
    guard let end = quarter.months.last else { return found }
    if found.value != nil, let last = found.months.last, last > end { return found }
    var newest = quarter
    newest.expected = expected
    newest.months = end == expected.last ? expected : [end]
    return newest
  }

  /// A metric over some months of a period that has `expected` ones.
  func value(
    _ metric: Int, _ scope: MetricScope, months: [Period], expected: [Period]
  ) -> MetricValue {
    switch handbook.metrics[metric].aggregation {
    case .ratio: ratio(metric, scope, months: months, expected: expected)
    case .sum: sum(metric, scope, months: months, expected: expected)
    case .last: last(metric, scope, months: months, expected: expected)
    case .none:
      if months.count == 1, expected.count == 1 {
        ofMonth(metric, scope, months[0])
      } else {
        .absent(months.isEmpty ? .notReported : .notAdditive, expected: expected)
      }
    }
  }

  private func direct(
    _ metric: Int, _ scope: MetricScope, _ period: Period, expected: [Period]
  ) -> MetricValue? {
    var found = ofMonth(metric, scope, period)
    guard found.value != nil else { return nil }
    (found.months, found.expected) = (expected, expected)
    return found
  }

  private func sum(
    _ metric: Int, _ scope: MetricScope, months: [Period], expected: [Period]
  ) -> MetricValue {
    var sum: Decimal = 0
    var (known, rows): ([Period], [Int]) = ([], [])
    var (channels, missing): ([Int], [Int]) = ([], [])
    for month in months {
      let own = ofMonth(metric, scope, month)
      guard let value = own.value else { continue }
      sum += value
      known.append(month)
      rows += own.rows
      unite(&channels, own.channels)
      unite(&missing, own.missingChannels)
    }
    guard !known.isEmpty else { return .absent(.notReported, expected: expected) }
    return MetricValue(
      value: sum, absence: nil, months: known, expected: expected,
      missingChannels: missing.sorted(), channels: channels.sorted(), rows: rows)
  }

  /// Channels are few and mostly the same from month to month.
  func unite(_ all: inout [Int], _ more: [Int]) {
    guard all != more else { return }
    for channel in more where !all.contains(channel) { all.append(channel) }
  }

  private func last(
    _ metric: Int, _ scope: MetricScope, months: [Period], expected: [Period]
  ) -> MetricValue {
    var absence = MetricValue.Absence.notReported
    for month in months.reversed() {
      var own = ofMonth(metric, scope, month)
      if own.value != nil {
        own.expected = expected
        // A stock at the end of the period stands for all of it.
        own.months = month == expected.last ? expected : [month]
        return own
      }
      if own.absence == .notAdditive { absence = .notAdditive }
    }
    return .absent(absence, expected: expected)
  }

  /// Σ numerator ÷ Σ denominator over the months and channels in which both are
  /// known: sales of a channel whose spend is missing would make the ratio too good.
  private func ratio(
    _ metric: Int, _ scope: MetricScope, months: [Period], expected: [Period]
  ) -> MetricValue {
    let definition = handbook.metrics[metric]
    guard let above = definition.numerator.flatMap(directory.metric(named:)),
      let below = definition.denominator.flatMap(directory.metric(named:)),
      handbook.metrics[above].aggregation != .ratio, handbook.metrics[below].aggregation != .ratio
    else { return .absent(.noDenominator, expected: expected) }
    let upper = self.scope(ofPart: above, of: metric, scope)
    let lower = self.scope(ofPart: below, of: metric, scope)
    var (both, missing): ([Period], [Int]) = ([], [])
    var (tops, bottoms): ([MetricValue], [MetricValue]) = ([], [])
    for month in months {
      let (top, bottom) = (ofMonth(above, upper, month), ofMonth(below, lower, month))
      guard top.value != nil, bottom.value != nil else { continue }
      let lacking = Set(top.missingChannels + bottom.missingChannels)
      unite(&missing, lacking.sorted())
      guard let top = without(lacking, top, above, month),
        let bottom = without(lacking, bottom, below, month)
      else { continue }
      both.append(month)
      tops.append(top)
      bottoms.append(bottom)
    }
    guard !both.isEmpty else { return .absent(.notReported, expected: expected) }
    let numerator = whole(above, upper, tops, both, expected)
    let denominator = whole(below, lower, bottoms, both, expected)
    let rows = numerator.rows + denominator.rows
    guard let top = numerator.value, let bottom = denominator.value else {
      return .absent(.notAdditive, expected: expected, rows: rows)
    }
    let scale: Decimal = definition.unit == .percent ? 100 : 1
    guard let share = quotient(top * scale, bottom) else {
      return .absent(.noDenominator, expected: expected, rows: rows)
    }
    return MetricValue(
      value: share, absence: nil, months: both, expected: expected,
      missingChannels: missing.sorted(),
      channels: Set(numerator.channels + denominator.channels).sorted(), rows: rows)
  }

  /// A month's value without some channels; nil where nothing is left, or where a row
  /// of the whole organisation cannot be taken apart.
  private func without(
    _ lacking: Set<Int>, _ value: MetricValue, _ metric: Int, _ month: Period
  ) -> MetricValue? {
    guard !lacking.isEmpty else { return value }
    if let row = row(metric, -1, month), value.rows == [row] { return nil }
    let rest = value.channels.filter { !lacking.contains($0) }
    guard rest.count < value.channels.count else { return value }
    let found = ofMonth(metric, .channels(rest), month)
    return found.value == nil ? nil : found
  }

  /// A part of a ratio over its months.
  private func whole(
    _ metric: Int, _ scope: MetricScope, _ values: [MetricValue], _ months: [Period],
    _ expected: [Period]
  ) -> MetricValue {
    guard handbook.metrics[metric].aggregation == .sum else {
      return value(metric, scope, months: months, expected: expected)
    }
    var (sum, rows, channels): (Decimal, [Int], [Int]) = (0, [], [])
    for value in values {
      sum += value.value ?? 0
      rows += value.rows
      unite(&channels, value.channels)
    }
    return MetricValue(
      value: sum, absence: .notReported, months: [], expected: expected, missingChannels: [],
      channels: channels, rows: rows)
  }

  /// The cost of a click is search's spend over search's clicks, though other
  /// channels spend too: where metrics.yml names the channels of a ratio, its
  /// parts are taken from those that report them.
  func scope(ofPart part: Int, of ratio: Int, _ scope: MetricScope) -> MetricScope {
    guard scope == .organisation, !declared[ratio].isEmpty else { return scope }
    let own = declared[ratio].filter { declared[part].contains($0) }
    return own.isEmpty || own.count == declared[part].count ? scope : .channels(own)
  }

  /// A base metric in one month, or in a longer period that has its own row. The
  /// organisation's is its `all` row, else what its channels come to.
  func ofMonth(_ metric: Int, _ scope: MetricScope, _ month: Period) -> MetricValue {
    if let known = known(metric, scope, month) { return known }
    func single(_ row: Int, _ channels: [Int]) -> MetricValue {
      MetricValue(
        value: amount(row), absence: nil, months: [month], expected: [month], missingChannels: [],
        channels: channels, rows: [row])
    }
    switch scope {
    case .channel(let channel):
      return row(metric, channel, month).map { single($0, [channel]) }
        ?? .absent(.notReported, expected: [month])
    case .organisation:
      if let row = row(metric, -1, month) { return single(row, declared[metric]) }
      return combined(metric, declared[metric], channelsReporting(metric, month), month)
    case .channels(let chosen):
      let reporting = channelsReporting(metric, month).filter(chosen.contains)
      return combined(metric, chosen, reporting, month)
    }
  }

  private func combined(
    _ metric: Int, _ expected: [Int], _ reporting: [Int], _ month: Period
  ) -> MetricValue {
    let rows = reporting.compactMap { row(metric, $0, month) }
    guard !rows.isEmpty else { return .absent(.notReported, expected: [month]) }
    guard rows.count == 1 && expected.count <= 1 || addsOverChannels(handbook.metrics[metric])
    else { return .absent(.notAdditive, expected: [month], rows: rows) }
    return MetricValue(
      value: rows.reduce(0) { $0 + amount($1) }, absence: nil, months: [month],
      expected: [month], missingChannels: expected.filter { !reporting.contains($0) },
      channels: reporting, rows: rows)
  }

  /// Fans of two platforms add up; marks, rates and distinct people do not.
  func addsOverChannels(_ metric: Metric) -> Bool {
    switch metric.aggregation {
    case .sum: true
    case .last: metric.unit == .count || metric.unit == .yuan
    case .ratio, .none: false
    }
  }
}
