/// The keys that one kind of record may have, with their Chinese names. The
/// same Chinese word can stand for different keys in different records: 「时间」
/// is `time` in an activity and `when` in a task.
///
/// A class only so that passing one on costs one count: every field read does.
public final class RecordSchema: Sendable {
  public struct Entry: Sendable {
    public var key: Key
    /// The first one is the label shown to people.
    public var chinese: [String]
  }

  /// What the record is called in messages.
  public let name: LocalizedText
  public let entries: [Entry]
  private let index: NameTable<Key>
  /// The entries' keys and what people call them: looked through for each field.
  private let keys: [Key]
  private let labels: [LocalizedText]

  init(_ zh: String, _ en: String, _ entries: [(Key, [String])]) {
    name = LocalizedText(zh: zh, en: en)
    self.entries = entries.map { Entry(key: $0.0, chinese: $0.1) }
    keys = entries.map(\.0)
    labels = entries.map { LocalizedText(zh: $1.first ?? $0.rawValue, en: $0.rawValue) }
    var index = NameTable<Key>()
    for (key, chinese) in entries {
      index[key.rawValue] = key
      for name in chinese { index[name] = key }
    }
    self.index = index
  }

  /// The key that a written name means here.
  public func key(named name: String) -> Key? { index[name] }

  public func has(_ key: Key) -> Bool { keys.contains(key) }

  /// How people call `key` in this record: 「目标」, or its English name.
  public func label(of key: Key) -> LocalizedText {
    keys.firstIndex(of: key).map { labels[$0] }
      ?? LocalizedText(zh: key.rawValue, en: key.rawValue)
  }

  /// `label(of:)` for when a message needs it.
  func field(_ key: Key) -> FieldLabel { FieldLabel(schema: self, key: key) }

  /// Every accepted name, canonical names first: what a misspelling is compared with.
  public var names: [String] {
    entries.map(\.key.rawValue) + entries.flatMap(\.chinese)
  }
}

/// A field's name for people, put into words only where something is wrong.
struct FieldLabel: Sendable {
  let schema: RecordSchema
  let key: Key

  var text: LocalizedText { schema.label(of: key) }
}
