/// What a handbook's channels and metrics are called, so that a comparison shows
/// 「官方网站」 for `website`, and the id and the name are one value.
public struct DiffNames: Sendable {
  private let directory: Directory
  private let channels: [LocalizedText]
  private let metrics: [LocalizedText]

  public init(_ handbook: Handbook) {
    directory = Directory(handbook)
    channels = handbook.channels.map { LocalizedText(zh: $0.info.title, en: $0.info.title) }
    metrics = handbook.metrics.map(\.name)
  }

  /// All of them, in the handbook's order.
  public var all: [LocalizedText] { channels + metrics }

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
