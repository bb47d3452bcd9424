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

  /// Tells two sets of names apart.
  public var mark: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for name in channels + metrics {
      for byte in (name.zh + "\n" + name.en + "\n").utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    return String(hash, radix: 36)
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
