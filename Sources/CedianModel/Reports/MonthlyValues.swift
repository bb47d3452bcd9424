/// A table of values by month, metric and channel, in one array: reports ask it
/// hundreds of thousands of times, and hashing the question cost more than the
/// answer.
struct MonthlyValues: Sendable {
  /// The first month, counted from the year 0.
  private var first = 0
  private var monthCount = 0
  private var metricCount = 0
  /// With one more for the organisation.
  private var scopeCount = 0
  private var values: [MetricValue?] = []

  init() {}

  /// An empty table for those months and all between them.
  init(_ months: [Period], metrics: Int, channels: Int) {
    let numbers = months.compactMap(Self.number)
    guard let first = numbers.min(), let last = numbers.max() else { return }
    self.first = first
    // A mistyped year must not cost a gigabyte; what lies outside is worked out anew.
    monthCount = min(last - first + 1, 100 * 12)
    metricCount = metrics
    scopeCount = channels + 1
    values = Array(repeating: nil, count: monthCount * metrics * scopeCount)
  }

  /// `channel` is −1 for the organisation.
  func value(metric: Int, channel: Int, month: Period) -> MetricValue? {
    place(metric, channel, month).flatMap { values[$0] }
  }

  mutating func set(_ value: MetricValue, metric: Int, channel: Int, month: Period) {
    if let place = place(metric, channel, month) { values[place] = value }
  }

  private func place(_ metric: Int, _ channel: Int, _ month: Period) -> Int? {
    guard let number = Self.number(month), number >= first, number < first + monthCount else {
      return nil
    }
    return ((number - first) * metricCount + metric) * scopeCount + channel + 1
  }

  private static func number(_ period: Period) -> Int? {
    guard case .month(let year, let month) = period else { return nil }
    return year * 12 + month - 1
  }
}
