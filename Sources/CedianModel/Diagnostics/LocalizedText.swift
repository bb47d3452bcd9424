/// The languages of messages and labels. Chinese comes first and is the default.
public enum Language: String, Sendable, CaseIterable {
  case zh, en
}

/// One text in every language Cedian speaks; the type makes a missing
/// translation impossible.
public struct LocalizedText: Sendable, Hashable {
  public var zh: String
  public var en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The same text in every language: an identifier, a quoted value.
  public init(verbatim text: String) {
    self.init(zh: text, en: text)
  }

  public subscript(_ language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
