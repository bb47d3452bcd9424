/// A mapping read by a schema: each known key once, with what stands there.
struct Record {
  let schema: RecordSchema
  /// The key of each entry: looking through them touches no text.
  let keys: [Key]
  let entries: [Node.Entry]
  let range: SourceRange

  /// Where the entry of a key stands.
  func index(of key: Key) -> Int? {
    keys.withUnsafeBufferPointer { keys in
      var index = 0
      while index < keys.count {
        if keys[index] == key { return index }
        index += 1
      }
      return nil
    }
  }

  subscript(key: Key) -> Node.Entry? { index(of: key).map { entries[$0] } }

  /// What stands at a key, nil where it does not occur or is empty.
  func content(of key: Key) -> Node? {
    guard let index = index(of: key) else { return nil }
    let node = entries[index].value
    return node.isEmpty ? nil : node
  }

  /// What the author called it, or would have: for messages.
  func label(_ key: Key) -> LocalizedText { schema.label(of: key) }

  var presence: [DocumentInfo.FieldPresence] {
    keys.indices.map { index in
      DocumentInfo.FieldPresence(
        key: keys[index], keyRange: entries[index].key.range,
        valueRange: entries[index].value.range, isEmpty: entries[index].value.isEmpty)
    }
  }
}

extension Decoder {
  /// Reads a mapping's keys, saying which are unknown or written twice.
  mutating func record(
    _ entries: [Node.Entry], as schema: RecordSchema, range: SourceRange
  ) -> Record {
    if let keys = Self.keys(of: entries, in: schema) {
      return Record(schema: schema, keys: keys, entries: entries, range: range)
    }
    return knownFields(entries, as: schema, range: range)
  }

  /// The key of each entry where all are known and none occurs twice, as nearly
  /// always: then the entries are the record's as they stand.
  private static func keys(of entries: [Node.Entry], in schema: RecordSchema) -> [Key]? {
    var keys: [Key] = []
    keys.reserveCapacity(entries.count)
    for index in entries.indices {
      guard let key = schema.key(named: entries[index].key.value), !keys.contains(key) else {
        return nil
      }
      keys.append(key)
    }
    return keys
  }

  private mutating func knownFields(
    _ entries: [Node.Entry], as schema: RecordSchema, range: SourceRange
  ) -> Record {
    var keys: [Key] = []
    keys.reserveCapacity(entries.count)
    var known: [Node.Entry] = []
    known.reserveCapacity(entries.count)
    var cut: [Located<String>] = []
    for (index, entry) in entries.enumerated() {
      guard let key = schema.key(named: entry.key.value) else {
        if entry.isBare, let before = known.last,
          before.value.range.end.line == entry.key.range.start.line
        {
          // Inside braces a comma ends a value: what follows it reads as a key,
          // and so does what follows the next comma.
          cut.append(entry.key)
          let goesOn =
            index + 1 < entries.count && entries[index + 1].isBare
            && schema.key(named: entries[index + 1].key.value) == nil
            && entries[index + 1].key.range.start.line == entry.key.range.start.line
          if goesOn { continue }
          var finding = WrongType.cutByComma(
            cut, after: before, in: schema, path: path)
          if keys.last.map(Self.takesOneWord.contains) ?? false {
            finding.fix?.certainty = .offered
          }
          if case .scalar(let text, .plain) = before.value.content {
            known[known.count - 1].value = Node(
              .scalar(whole(text, before.value.range, cut), .doubleQuoted), finding.location.range)
          }
          report(finding, joining: finding.location.range)
          cut = []
        } else if !entry.key.value.hasPrefix("x-") {
          report(UnknownKey.diagnostic(entry.key, in: schema, path: path))
        }
        continue
      }
      if let first = keys.firstIndex(of: key).map({ known[$0].key }) {
        if !first.value.hasSameBytes(as: entry.key.value) {
          report(BothLanguages.diagnostic(entry.key, first: first, path: path))
        }
        continue
      }
      keys.append(key)
      known.append(entry)
    }
    return Record(schema: schema, keys: keys, entries: known, range: range)
  }

  /// Fields that take a name or a choice: a comma there is part of no value.
  private static let takesOneWord: Set<Key> = [
    .id, .owner, .who, .by, .on, .channel, .metric, .activity, .supports, .from, .for, .in, .phase,
    .status, .state, .likelihood, .impact, .severity, .platform, .name, .unit, .polarity,
    .aggregation, .numerator, .denominator, .clause, .rule, .time, .when, .due, .period,
  ]

  /// A value and the parts that commas have cut off, with the blanks between them.
  private func whole(
    _ text: String, _ range: SourceRange, _ parts: [Located<String>]
  ) -> String {
    var whole = text
    var end = range.end.column
    for part in parts {
      let blanks = Int(part.range.start.column) - Int(end) - 1
      whole += "," + String(repeating: " ", count: max(0, blanks)) + part.value
      end = part.range.end.column
    }
    return whole
  }

  /// A nested mapping; anything else is reported.
  mutating func record(_ node: Node, as schema: RecordSchema) -> Record? {
    guard case .mapping(let entries) = node.content else {
      let keys = schema.entries.prefix(3).map { "\($0.chinese.first ?? $0.key.rawValue): …" }
      report(
        WrongType.expected(
          "一组字段", "a group of fields", field: schema.name, at: node.range, path: path,
          example: keys.joined(separator: "\n")))
      return nil
    }
    return record(entries, as: schema, range: node.range)
  }

  /// The items of a list of records; a single record counts as a list of one.
  mutating func records(_ record: Record, _ key: Key, as schema: RecordSchema) -> [Record] {
    guard let node = record.content(of: key) else { return [] }
    switch node.content {
    case .sequence(let items):
      return items.compactMap { self.record($0, as: schema) }
    case .mapping:
      return self.record(node, as: schema).map { [$0] } ?? []
    case .scalar:
      let keys = schema.entries.prefix(3).map { "\($0.chinese.first ?? $0.key.rawValue): …" }
      report(
        WrongType.expected(
          "一个列表，每项是一组字段", "a list of groups of fields", field: record.label(key),
          at: node.range, path: path,
          example: "\(record.label(key).zh):\n  - " + keys.joined(separator: "\n    ")))
      return []
    }
  }
}
