/// What a metric came to in a period, over the months and channels that have
/// reported: exact, and with the rows it was made from.
public struct MetricValue: Sendable {
  /// In the metric's unit; percentages as written (8.5 is 8.5 %). Nil is missing,
  /// never zero.
  public var value: Decimal?
  /// Why there is no value.
  public var absence: Absence?
  /// One reference instead of five lists: a report hands its values on hundreds of
  /// thousands of times, and changes hardly any.
  private var shared: Shared

  public init(
    value: Decimal?, absence: Absence?, months: [Period], expected: [Period],
    missingChannels: [Int], channels: [Int], rows: [Int]
  ) {
    (self.value, self.absence) = (value, absence)
    shared = Shared(
      Cover(
        months: months, expected: expected, missingChannels: missingChannels, channels: channels,
        rows: rows))
  }

  private struct Cover: Sendable {
    var months: [Period]
    var expected: [Period]
    var missingChannels: [Int]
    var channels: [Int]
    var rows: [Int]
  }

  /// Never changes.
  private final class Shared: Sendable {
    let cover: Cover
    init(_ cover: Cover) { self.cover = cover }
  }

  private func changed<Part>(_ part: WritableKeyPath<Cover, Part>, _ new: Part) -> Shared {
    var cover = shared.cover
    cover[keyPath: part] = new
    return Shared(cover)
  }

  /// The months that `value` covers.
  public var months: [Period] {
    get { shared.cover.months }
    set { shared = changed(\.months, newValue) }
  }

  /// The months that a complete value covers.
  public var expected: [Period] {
    get { shared.cover.expected }
    set { shared = changed(\.expected, newValue) }
  }

  /// Channels that had to report and did not, as indices into the handbook.
  public var missingChannels: [Int] {
    get { shared.cover.missingChannels }
    set { shared = changed(\.missingChannels, newValue) }
  }

  /// Channels that did report.
  public var channels: [Int] {
    get { shared.cover.channels }
    set { shared = changed(\.channels, newValue) }
  }

  /// Indices into `Handbook.results`.
  public var rows: [Int] {
    get { shared.cover.rows }
    set { shared = changed(\.rows, newValue) }
  }

  public enum Absence: String, Sendable, Hashable {
    case notReported = "not-reported"
    /// Distinct people of several months, marks of several channels: no sum has a
    /// meaning, and the longer period has no row of its own.
    case notAdditive = "not-additive"
    /// The ratio's denominator is missing or 0.
    case noDenominator = "no-denominator"

    public var label: LocalizedText {
      switch self {
      case .notReported: LocalizedText(zh: "未填报", en: "not reported")
      case .notAdditive: LocalizedText(zh: "不可加总", en: "cannot be added up")
      case .noDenominator: LocalizedText(zh: "—", en: "—")
      }
    }
  }

  /// Every month and every channel is in it.
  public var isComplete: Bool {
    value != nil && months.count == expected.count && missingChannels.isEmpty
  }

  /// `缺官方网站`: channels that had to report and did not; nil where none is missing.
  public func channelsMissing(_ handbook: Handbook) -> LocalizedText? {
    guard value != nil, !missingChannels.isEmpty else { return nil }
    let names = missingChannels.map { handbook.channels[$0].info.title }
    return LocalizedText(
      zh: "缺\(names.joined(separator: "、"))", en: "without \(names.joined(separator: ", "))")
  }

  static func absent(_ absence: Absence, expected: [Period], rows: [Int] = []) -> Self {
    MetricValue(
      value: nil, absence: absence, months: [], expected: expected, missingChannels: [],
      channels: [], rows: rows)
  }
}

/// Whose figures: the whole organisation's or one channel's.
public enum MetricScope: Sendable, Hashable {
  case organisation
  /// Some of its channels, as indices into `Handbook.channels`: those that a
  /// ratio is defined for.
  case channels([Int])
  /// An index into `Handbook.channels`.
  case channel(Int)

  /// −1 for the organisation; nil for some of its channels.
  var place: Int? {
    switch self {
    case .organisation: -1
    case .channel(let channel): channel
    case .channels: nil
    }
  }
}
