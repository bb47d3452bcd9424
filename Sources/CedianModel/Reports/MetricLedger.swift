/// The results by metric, channel and period: what every report reads from.
public struct MetricLedger: Sendable {
  public let handbook: Handbook
  public let directory: Directory
  public let calendar: FiscalCalendar
  /// Results of months that begin later do not exist yet.
  public let asOf: Day
  /// Which channels report a metric, by its index: as metrics.yml has it, else
  /// those that list it among their own.
  let declared: [[Int]]
  /// The metrics of each channel, by its index.
  private let ownMetrics: [[Int]]
  /// The metric that money spent is reported as: `spend`, or 花费.
  public let spendMetric: Int?
  let goals: YearGoals
  private let rows: [Cell: Int]
  /// Rows that break a channel's total down, by activity id, in reading order.
  private let rowsByActivity: [String: [Int]]
  private let reporting: [MetricMonth: [Int]]
  /// Whether a metric has a row for a quarter or a year, by its index: few have one,
  /// and the others need not be asked about it.
  let isGivenLonger: [Bool]
  /// When the first period begins that any result is reported for.
  let firstReported: Day?
  /// What each metric came to in each month that has results: every report asks
  /// for its neighbours' months too.
  private var monthly = MonthlyValues()
  /// The same for quarters and years: see `remember`.
  private var longer: [Period: [MetricValue]] = [:]
  /// Each row's file, as a place in `files`, and its line.
  private let rowPlaces: [(file: Int, line: Int)]
  private let files: [String]
  /// Whether no path has anything in it that JSON escapes.
  let hasPlainPaths: Bool
  /// All rows of a period, those without a value included.
  private let rowsByPeriod: [Period: [Int]]

  struct Cell: Sendable, Hashable {
    var metric: Int
    /// An index into the handbook's channels; −1 stands for `all`.
    var channel: Int
    var period: Period
  }

  private struct MetricMonth: Sendable, Hashable {
    var metric: Int
    var period: Period
  }

  public init(_ handbook: Handbook, directory: Directory, asOf: Day) {
    self.handbook = handbook
    self.directory = directory
    self.asOf = asOf
    spendMetric = directory.metric(named: "spend") ?? directory.metric(named: "花费")
    goals = YearGoals(handbook, directory)
    calendar = FiscalCalendar(firstMonth: handbook.site.fiscalYearStart)
    var listed = Array(repeating: [Int](), count: handbook.metrics.count)
    for (index, channel) in handbook.channels.enumerated() where channel.isActive {
      for name in channel.metrics {
        if let metric = directory.metric(named: name.value), listed[metric].last != index {
          listed[metric].append(index)
        }
      }
    }
    declared = handbook.metrics.enumerated().map { index, metric in
      metric.channels.isEmpty
        ? listed[index]
        : metric.channels.compactMap { directory.channels[$0.value] }
          .filter { handbook.channels[$0].isActive }
    }
    ownMetrics = handbook.channels.indices.map { [declared] index in
      let own = handbook.channels[index].metrics.compactMap { directory.metric(named: $0.value) }
      return own.isEmpty ? handbook.metrics.indices.filter { declared[$0].contains(index) } : own
    }
    var rows: [Cell: Int] = [:]
    rows.reserveCapacity(handbook.results.count)
    var byActivity: [String: [Int]] = [:]
    var reporting: [MetricMonth: [Int]] = [:]
    var byPeriod: [Period: [Int]] = [:]
    var isGivenLonger = Array(repeating: false, count: handbook.metrics.count)
    for (index, row) in handbook.results.enumerated() {
      byPeriod[row.period, default: []].append(index)
      guard row.value != nil, let metric = directory.metric(named: row.metric.value) else {
        continue
      }
      if let activity = row.activity {
        byActivity[activity.value, default: []].append(index)
        continue
      }
      let channel = row.channel.value == "all" ? -1 : directory.channels[row.channel.value]
      guard let channel else { continue }
      let cell = Cell(metric: metric, channel: channel, period: row.period)
      // The first of two counts; that there are two is a finding of its own.
      guard rows[cell] == nil else { continue }
      rows[cell] = index
      if row.period.monthCount > 1 { isGivenLonger[metric] = true }
      if channel >= 0 {
        reporting[MetricMonth(metric: metric, period: row.period), default: []].append(channel)
      }
    }
    self.rows = rows
    self.isGivenLonger = isGivenLonger
    firstReported = rows.keys.lazy.map(\.period.first).min()
    rowsByActivity = byActivity
    rowsByPeriod = byPeriod
    self.reporting = reporting.mapValues { $0.sorted() }
    var (files, places): ([String], [(file: Int, line: Int)]) = ([], [])
    places.reserveCapacity(handbook.results.count)
    for row in handbook.results {
      if files.last?.hasSameBytes(as: row.path) != true { files.append(row.path) }
      places.append((files.count - 1, Int(row.range.start.line)))
    }
    (self.files, rowPlaces) = (files, places)
    hasPlainPaths = files.allSatisfy { path in
      path.utf8.allSatisfy { $0 >= 0x20 && ![0x22, 0x5C, 0x7F, 0xC2].contains($0) }
    }
    let months = byPeriod.keys.filter { $0.monthCount == 1 && $0.first <= asOf }
    var monthly = MonthlyValues(
      months, metrics: handbook.metrics.count, channels: handbook.channels.count)
    for month in months {
      for metric in handbook.metrics.indices {
        for channel in -1..<handbook.channels.count {
          let scope: MetricScope = channel < 0 ? .organisation : .channel(channel)
          let value = self.value(metric, scope, months: [month], expected: [month])
          monthly.set(value, metric: metric, channel: channel, month: month)
        }
      }
    }
    self.monthly = monthly
  }

  /// The month's value where it has been worked out.
  func known(_ metric: Int, _ scope: MetricScope, _ month: Period) -> MetricValue? {
    scope.place.flatMap { monthly.value(metric: metric, channel: $0, month: month) }
  }

  /// What it has been told to remember of a longer period.
  func remembered(_ metric: Int, _ scope: MetricScope, _ period: Period) -> MetricValue? {
    guard period.monthCount > 1, !longer.isEmpty, let channel = scope.place else { return nil }
    return longer[period]?[metric * (handbook.channels.count + 1) + channel + 1]
  }

  /// Works out every metric of some quarters and years once: their own reports, those
  /// after them, the year's and the metrics' pages all ask for it. `map` may work on
  /// several at a time.
  mutating func remember(
    _ periods: [Period], map: (Int, @Sendable (Int) -> [MetricValue]) -> [[MetricValue]]
  ) {
    let periods = periods.filter { $0.monthCount > 1 && calendar.first(of: $0) <= asOf }
    let values = map(periods.count) { [self] index in
      handbook.metrics.indices.flatMap { metric in
        (-1..<handbook.channels.count).map {
          value(metric, $0 < 0 ? .organisation : .channel($0), in: periods[index])
        }
      }
    }
    longer = Dictionary(uniqueKeysWithValues: zip(periods, values))
  }

  public func state(of period: Period) -> PeriodState { calendar.state(of: period, asOf: asOf) }

  /// Whether a month is over: asked of every month of every figure, nearly always of
  /// one before the month of the report's day.
  func isClosed(_ month: Period) -> Bool {
    if case .month(let year, let number) = month, (year, number) < (asOf.year, asOf.month) {
      return true
    }
    return state(of: month) == .closed
  }

  /// What a channel reported for exactly this period; `−1` is `all`.
  func row(_ metric: Int, _ channel: Int, _ period: Period) -> Int? {
    rows[Cell(metric: metric, channel: channel, period: period)]
  }

  func rows(in period: Period) -> [Int] { rowsByPeriod[period] ?? [] }

  func amount(_ row: Int) -> Decimal { handbook.results[row].value?.value ?? 0 }

  func channelsReporting(_ metric: Int, _ period: Period) -> [Int] {
    reporting[MetricMonth(metric: metric, period: period)] ?? []
  }

  /// The rows of one activity and metric up to the end of `period`. A channel's
  /// and the organisation's row for the same month are not added up.
  public func rows(ofActivity id: String, metric: Int, until period: Period) -> [Int] {
    guard let all = rowsByActivity[id] else { return [] }
    let end = min(calendar.last(of: period), asOf)
    let own = all.filter {
      let row = handbook.results[$0]
      return directory.metric(named: row.metric.value) == metric && row.period.first <= end
    }
    let withTotal = Set(
      own.filter { handbook.results[$0].channel.value == "all" }.map { handbook.results[$0].period }
    )
    return own.filter {
      let row = handbook.results[$0]
      return row.channel.value == "all" || !withTotal.contains(row.period)
    }
  }

  /// Where rows stand, a file each and its lines in order:
  /// `content/results/2026/2026-10.csv:10,58`.
  public func places(of rows: [Int]) -> [String] {
    var places: [String] = []
    var bytes: [UInt8] = []
    appendPlaces(of: rows, to: &bytes) { bytes, isFirst in
      guard !isFirst else { return }
      places.append(String(decoding: bytes, as: UTF8.self))
      bytes.removeAll(keepingCapacity: true)
    }
    if !rows.isEmpty { places.append(String(decoding: bytes, as: UTF8.self)) }
    return places
  }

  /// Appends the places of rows, as every figure of a report has them; `begin` is asked
  /// before each file. `isShort` leaves its folder out.
  public func appendPlaces(
    of rows: [Int], isShort: Bool = false, to bytes: inout [UInt8],
    begin: (inout [UInt8], _ isFirst: Bool) -> Void
  ) {
    var open = -1
    // Nearly always in order already.
    let inOrder = rows.indices.dropFirst().allSatisfy { rows[$0 - 1] <= rows[$0] }
    for row in inOrder ? rows : rows.sorted() {
      let place = rowPlaces[row]
      if open >= 0, open == place.file || files[open].hasSameBytes(as: files[place.file]) {
        bytes.append(UInt8(ascii: ","))
      } else {
        begin(&bytes, open < 0)
        open = place.file
        files[open].withBytes { path in
          let name = isShort ? path.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0 : 0
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: path[name...]))
        }
        bytes.append(UInt8(ascii: ":"))
      }
      bytes.append(decimal: place.line)
    }
  }

  /// A channel's own metrics: what it declares, else what metrics.yml gives it.
  public func metrics(ofChannel index: Int) -> [Int] { ownMetrics[index] }
}
