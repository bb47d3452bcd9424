/// Reads untyped front matter into typed values, collecting what it finds. A
/// bad value never stops it: the field becomes `invalid` and the next is read.
struct Decoder {
  let path: String
  /// For the hint in a date without a year.
  var yearHint: Int?
  /// Whether the value at hand is an item of a list written in brackets.
  private(set) var isInList = false
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, yearHint: Int? = nil) {
    self.path = path
    self.yearHint = yearHint
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Reads the value of `key` with `read`, which reports and returns nil when
  /// it cannot.
  mutating func field<Value>(
    _ record: Record, _ key: Key, _ read: (inout Decoder, Node, FieldLabel) -> Value?
  ) -> Field<Value> {
    guard let entry = record[key] else { return .missing }
    let (at, range) = (entry.key.range, entry.value.range)
    if entry.value.isEmpty { return Field(.empty, key: at, range: range) }
    guard let value = read(&self, entry.value, record.schema.field(key)) else {
      return Field(.invalid, key: at, range: range)
    }
    return Field(.present(value), key: at, range: range)
  }

  mutating func value<Value>(
    _ record: Record, _ key: Key, _ read: (inout Decoder, Node, FieldLabel) -> Value?
  ) -> Value? {
    guard let entry = record[key], !entry.value.isEmpty else { return nil }
    return read(&self, entry.value, record.schema.field(key))
  }

  mutating func located<Value>(
    _ record: Record, _ key: Key, _ read: (inout Decoder, Node, FieldLabel) -> Value?
  ) -> Located<Value>? {
    guard let entry = record[key], !entry.value.isEmpty else { return nil }
    return read(&self, entry.value, record.schema.field(key)).map { Located($0, entry.value.range) }
  }

  /// What stands at `key` written as a list or as one item; `read` per item.
  mutating func list<Value>(
    _ record: Record, _ key: Key, _ read: (inout Decoder, Node, FieldLabel) -> Value?
  ) -> [Value] {
    guard let entry = record[key], !entry.value.isEmpty else { return [] }
    let label = record.schema.field(key)
    guard case .sequence(let items) = entry.value.content else {
      return read(&self, entry.value, label).map { [$0] } ?? []
    }
    var values: [Value] = []
    values.reserveCapacity(items.count)
    let isOneLine = entry.value.range.start.line == entry.value.range.end.line
    isInList = isOneLine
    defer { isInList = false }
    for item in items where !item.isEmpty {
      if let value = read(&self, item, label) { values.append(value) }
    }
    return values
  }
}
