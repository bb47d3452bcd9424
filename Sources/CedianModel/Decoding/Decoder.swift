/// Reads untyped front matter into typed values, collecting what it finds. A
/// bad value never stops it: the field becomes `invalid` and the next is read.
struct Decoder {
  let path: String
  /// For the hint in a date without a year.
  var yearHint: Int?
  /// Whether numbers and times that are read, but written oddly, are reported.
  let reportsForms: Bool
  private(set) var diagnostics: [Diagnostic] = []
  /// Values that were put together again, with the finding that says so.
  private var joined: [(value: SourceRange, finding: Int)] = []

  init(path: String, yearHint: Int? = nil, reportsForms: Bool = false) {
    self.path = path
    self.yearHint = yearHint
    self.reportsForms = reportsForms
  }

  mutating func report(_ diagnostic: Diagnostic) {
    if let index = joined.first(where: { $0.value == diagnostic.location.range })?.finding {
      // One mistake, one finding; but what does not fit its field was not meant.
      diagnostics[index].fix?.certainty = .offered
      return
    }
    diagnostics.append(diagnostic)
  }

  /// Reports a value in several parts, which is read as one from here on.
  mutating func report(_ diagnostic: Diagnostic, joining value: SourceRange) {
    diagnostics.append(diagnostic)
    joined.append((value, diagnostics.count - 1))
  }

  /// Reads the value of `key` with `read`, which reports and returns nil when
  /// it cannot.
  mutating func field<Value>(
    _ record: Record, _ key: Key, _ read: (inout Decoder, Node, FieldLabel) -> Value?
  ) -> Field<Value> {
    guard let index = record.index(of: key) else { return .missing }
    let (at, node) = (record.entries[index].key.range, record.entries[index].value)
    if node.isEmpty { return Field(.empty, key: at, range: node.range) }
    guard let value = read(&self, node, record.schema.field(key)) else {
      return Field(.invalid, key: at, range: node.range)
    }
    return Field(.present(value), key: at, range: node.range)
  }

  mutating func value<Value>(
    _ record: Record, _ key: Key, _ read: (inout Decoder, Node, FieldLabel) -> Value?
  ) -> Value? {
    guard let node = record.content(of: key) else { return nil }
    return read(&self, node, record.schema.field(key))
  }

  /// Whether something is written at a key of which nothing could be read. That was
  /// reported then, so no rule calls it missing.
  func isUnread<Value>(_ record: Record, _ key: Key, _ read: Value?) -> Bool {
    read == nil && record.content(of: key) != nil
  }

  /// Of the keys that gave nothing, those at which something is written.
  func unread(_ record: Record, _ lacking: Key?...) -> Set<Key> {
    var unread: Set<Key> = []
    for case let key? in lacking where !(record[key]?.value.isEmpty ?? true) { unread.insert(key) }
    return unread
  }

  mutating func located<Value>(
    _ record: Record, _ key: Key, _ read: (inout Decoder, Node, FieldLabel) -> Value?
  ) -> Located<Value>? {
    guard let node = record.content(of: key) else { return nil }
    return read(&self, node, record.schema.field(key)).map { Located($0, node.range) }
  }

  /// The same of a field without which the whole record is lost: that is said, unless
  /// nothing at all is written in it, or an error there may be the cause. A misspelt
  /// field is only a warning, and the sum would be short all the same.
  mutating func needed<Value>(
    _ record: Record, _ key: Key, _ read: (inout Decoder, Node, FieldLabel) -> Value?
  ) -> Located<Value>? {
    if record.content(of: key) == nil, record.entries.contains(where: { !$0.value.isEmpty }),
      !diagnostics.contains(where: { finding in
        let start = finding.location.range.start
        return finding.severity == .error && start >= record.range.start
          && start <= record.range.end
      })
    {
      report(WrongType.without(key, record, path: path))
    }
    return located(record, key, read)
  }

  /// What stands at `key` written as a list or as one item; `read` per item.
  mutating func list<Value>(
    _ record: Record, _ key: Key, _ read: (inout Decoder, Node, FieldLabel) -> Value?
  ) -> [Value] {
    guard let node = record.content(of: key) else { return [] }
    let label = record.schema.field(key)
    guard case .sequence(let items) = node.content else {
      return read(&self, node, label).map { [$0] } ?? []
    }
    var values: [Value] = []
    values.reserveCapacity(items.count)
    for item in items where !item.isEmpty {
      if let value = read(&self, item, label) { values.append(value) }
    }
    return values
  }
}
