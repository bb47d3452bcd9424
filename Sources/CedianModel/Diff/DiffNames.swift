/// What a handbook's channels and metrics are called, so that a comparison shows
/// 「官方网站」 for `website`, and the id and the name are one value.
public struct DiffNames: Sendable {
  private let directory: Directory
  private let channels: [LocalizedText]
  private let metrics: [LocalizedText]
  private let channelIDs: [String]
  private let metricIDs: [String]
  private let polarities: [Metric.Polarity]

  public init(_ handbook: Handbook) {
    directory = Directory(handbook)
    channels = handbook.channels.map { LocalizedText(zh: $0.info.title, en: $0.info.title) }
    metrics = handbook.metrics.map(\.name)
    channelIDs = handbook.channels.map(\.info.id.value)
    metricIDs = handbook.metrics.map(\.id)
    polarities = handbook.metrics.map(\.polarity)
  }

  /// All of them, in the handbook's order.
  public var all: [LocalizedText] { channels + metrics }

  /// Of the metrics for which less is better.
  public var lessIsBetter: [String] {
    zip(metricIDs, polarities).filter { $0.1 == .lowerIsBetter }.map(\.0)
  }

  /// The id by which a channel is known, whichever accepted name it is called by.
  public func channelID(_ name: String) -> String {
    directory.channels[name].map { channelIDs[$0] } ?? name
  }

  public func metricID(_ name: String) -> String {
    directory.metric(named: name).map { metricIDs[$0] } ?? name
  }

  /// Whether a metric that became so much more, or less, did well; nil for a name
  /// that is no metric's.
  func isFavourable(_ difference: Decimal, of metric: String) -> Bool? {
    guard difference != 0 else { return nil }
    return directory.metric(named: metric).map {
      (difference > 0) == (polarities[$0] == .higherIsBetter)
    }
  }

  /// A channel's title; of `all` the organisation's own figure.
  public func channel(_ name: String) -> LocalizedText? {
    if name == "all" { return LocalizedText(zh: "全部", en: "all") }
    return directory.channels[name].map { channels[$0] }
  }

  public func metric(_ name: String) -> LocalizedText? {
    directory.metric(named: name).map { metrics[$0] }
  }

  func name(of word: String, under key: Key) -> LocalizedText? {
    switch key {
    case .channel, .channels: channel(word)
    case .metric, .metrics: metric(word)
    default: nil
    }
  }
}

/// What a rule's field is called: 「主题」 for `theme`.
func fieldName(_ word: String) -> LocalizedText? {
  for kind in [DocumentKind.activity] + DocumentKind.allCases {
    let schema = RecordSchema.document(kind)
    if let key = schema.key(named: word) { return schema.label(of: key) }
  }
  return nil
}
