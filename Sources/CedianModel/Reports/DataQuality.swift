/// Where a report's numbers come from and which are missing.
public struct DataQuality: Sendable {
  /// The results files whose rows were counted, with how many.
  public var files: [File]
  public var gaps: [Gap]
  /// How many (month, channel, metric) values the channels declare.
  public var expected: Int
  public var reported: Int

  public struct File: Sendable, Hashable {
    public var path: String
    public var rows: Int
  }

  /// A metric that a channel declares and has not reported for a month.
  public struct Gap: Sendable, Hashable {
    public var month: Period
    public var channel: Int
    public var metric: Int
    /// What the results say about the missing value.
    public var reason: String?
  }
}

extension MetricLedger {
  /// Looks at the closed months of the period that have any result, were planned, have
  /// a goal or come after the first results there are: who has begun to report does
  /// not stop, and silence is not completeness.
  public func quality(in period: Period) -> DataQuality {
    var counts: [String: Int] = [:]
    var reasons: [Cell: String] = [:]
    var reporting: Set<Period> = []
    var last = DataQuality.File(path: "", rows: 0)
    var lastMonth: Period?
    let quarters =
      period.monthCount < 3
      ? [] : Set(calendar.months(of: period).map(calendar.quarter(of:))).sorted()
    let longer = quarters.filter { $0 != period } + (period.monthCount > 1 ? [period] : [])
    for index in (calendar.months(of: period) + longer).flatMap(rows) {
      if handbook.results[index].value != nil {
        let (path, month) = (handbook.results[index].path, handbook.results[index].period)
        // Rows come file by file.
        if path.hasSameBytes(as: last.path) {
          last.rows += 1
        } else {
          counts[last.path, default: 0] += last.rows
          last = DataQuality.File(path: path, rows: 1)
        }
        if month.monthCount == 1, month != lastMonth {
          reporting.insert(month)
          lastMonth = month
        }
        continue
      }
      let row = handbook.results[index]
      if row.activity == nil, let note = row.note,
        let metric = directory.metric(named: row.metric.value),
        let channel = directory.channels[row.channel.value]
      {
        reasons[Cell(metric: metric, channel: channel, period: row.period)] = note
      }
    }
    if last.rows > 0 { counts[last.path, default: 0] += last.rows }
    counts[""] = nil
    var quality = DataQuality(
      files: counts.keys.sorted().map { DataQuality.File(path: $0, rows: counts[$0] ?? 0) },
      gaps: [], expected: 0, reported: 0)
    let months = Set(calendar.months(of: period))
    reporting.formUnion(handbook.plans.compactMap(\.period.value).filter(months.contains))
    reporting.formUnion(months.filter { isCovered($0) })
    let owed = handbook.channels.indices.filter { handbook.channels[$0].isActive }
      .map { (channel: $0, metrics: baseMetrics(ofChannel: $0)) }
    for month in reporting.sorted() where month.last < asOf {
      for (channel, metrics) in owed {
        for metric in metrics {
          quality.expected += 1
          // What is given for the whole quarter or year is not missing from its report.
          // From the month's own it is: that report is closed before such a row is there.
          if row(metric, channel, month) != nil
            || period.monthCount > 1 && row(metric, channel, calendar.quarter(of: month)) != nil
            || period.monthCount > 3 && row(metric, channel, period) != nil
          {
            quality.reported += 1
          } else {
            quality.gaps.append(
              DataQuality.Gap(
                month: month, channel: channel, metric: metric,
                reason: reasons[Cell(metric: metric, channel: channel, period: month)]))
          }
        }
      }
    }
    return quality
  }

  /// Whether figures of the month are owed though none may be there.
  private func isCovered(_ month: Period) -> Bool {
    if let firstReported, firstReported <= month.first { return true }
    return goalMetrics(month).contains {
      target($0, month) != nil || target($0, calendar.quarter(of: month)) != nil
    }
  }

  /// What a channel has to report: its metrics, of a ratio the parts it has.
  private func baseMetrics(ofChannel channel: Int) -> [Int] {
    var found: [Int] = []
    for metric in metrics(ofChannel: channel) {
      let definition = handbook.metrics[metric]
      let parts =
        definition.aggregation == .ratio
        ? [definition.numerator, definition.denominator].compactMap {
          $0.flatMap(directory.metric(named:))
        }.filter { declared[$0].isEmpty || declared[$0].contains(channel) } : [metric]
      for part in parts where !found.contains(part) { found.append(part) }
    }
    return found
  }
}
