/// What the results files hold for each month, channel and metric.
struct ReportedFacts {
  enum Fact {
    case reported
    /// Left empty with a note that says why.
    case explained
    case empty(ResultRow)
    case absent
  }

  private struct Place: Hashable {
    var month: Period
    var channel: Int
    var metric: Int
  }

  private struct Row: Hashable {
    var month: Period
    var channel: Int
  }

  /// Months that have results or a plan, in order.
  let months: [Period]
  /// By channel: the metrics to be reported, ratios by their parts.
  let declared: [[Int]]
  private var rows: [Place: Int] = [:]
  private var first: [Row: Int] = [:]
  private let results: [ResultRow]

  init(_ context: RuleContext) {
    let handbook = context.handbook
    results = handbook.results
    let directory = context.directory
    declared = handbook.channels.map { channel in
      var metrics: [Int] = []
      for name in channel.metrics {
        guard let index = directory.metric(named: name.value) else { continue }
        let metric = handbook.metrics[index]
        // A ratio is never stored: its parts are, where they belong to the channel.
        let parts =
          metric.aggregation == .ratio
          ? [metric.numerator, metric.denominator].compactMap { $0 }
            .compactMap { directory.metric(named: $0) }
            .filter { handbook.metrics[$0].belongs(to: channel) } : [index]
        for part in parts where !metrics.contains(part) { metrics.append(part) }
      }
      return metrics
    }
    var found: Set<Period> = []
    for plan in handbook.plans {
      if let period = plan.period.value, period.length == .month { found.insert(period) }
    }
    for (index, row) in results.enumerated() {
      guard row.period.length == .month else { continue }
      found.insert(row.period)
      guard row.activity == nil, let metric = directory.metric(named: row.metric.value),
        let channel = directory.channels[row.channel.value]
      else { continue }
      rows[Place(month: row.period, channel: channel, metric: metric)] = index
      let key = Row(month: row.period, channel: channel)
      if first[key] == nil { first[key] = index }
    }
    months = found.sorted()
  }

  func fact(_ month: Period, _ channel: Int, _ metric: Int) -> Fact {
    guard let index = rows[Place(month: month, channel: channel, metric: metric)] else {
      return .absent
    }
    let row = results[index]
    if row.value != nil || row.isUnreadable { return .reported }
    return row.note == nil ? .empty(row) : .explained
  }

  /// A row of the channel in that month, to point at the file.
  func anyRow(_ month: Period, _ channel: Int) -> ResultRow? {
    first[Row(month: month, channel: channel)].map { results[$0] }
  }
}

extension Metric {
  /// Whether a channel reports it: where it names channels, it is one of them.
  func belongs(to channel: Channel) -> Bool {
    channels.isEmpty || channels.contains { channel.names.contains($0.value) }
  }
}
