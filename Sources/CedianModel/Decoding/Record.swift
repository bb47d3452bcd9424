/// A mapping read by a schema: each known key once, with what stands there.
struct Record {
  let schema: RecordSchema
  /// The key of each entry: looking through them touches no text.
  let keys: [Key]
  let entries: [Node.Entry]
  let range: SourceRange

  subscript(key: Key) -> Node.Entry? {
    keys.firstIndex(of: key).map { entries[$0] }
  }

  /// What the author called it, or would have: for messages.
  func label(_ key: Key) -> LocalizedText { schema.label(of: key) }

  var presence: [DocumentInfo.FieldPresence] {
    zip(keys, entries).map { key, entry in
      DocumentInfo.FieldPresence(
        key: key, keyRange: entry.key.range, valueRange: entry.value.range,
        isEmpty: entry.value.isEmpty)
    }
  }
}

extension Decoder {
  /// Reads a mapping's keys, saying which are unknown or written twice.
  mutating func record(
    _ entries: [Node.Entry], as schema: RecordSchema, range: SourceRange
  ) -> Record {
    var keys: [Key] = []
    keys.reserveCapacity(entries.count)
    var known: [Node.Entry] = []
    known.reserveCapacity(entries.count)
    var cut: [Located<String>] = []
    for (index, entry) in entries.enumerated() {
      guard let key = schema.key(named: entry.key.value) else {
        if entry.value.isEmpty, let before = known.last,
          before.value.range.end.line == entry.key.range.start.line
        {
          // Inside braces a comma ends a value: what follows it reads as a key,
          // and so does what follows the next comma.
          cut.append(entry.key)
          let goesOn =
            index + 1 < entries.count && entries[index + 1].value.isEmpty
            && schema.key(named: entries[index + 1].key.value) == nil
            && entries[index + 1].key.range.start.line == entry.key.range.start.line
          if goesOn { continue }
          report(WrongType.cutByComma(cut, after: before, path: path))
          cut = []
        } else if !entry.key.value.hasPrefix("x-") {
          report(UnknownKey.diagnostic(entry.key, in: schema, path: path))
        }
        continue
      }
      if let first = keys.firstIndex(of: key).map({ known[$0].key }) {
        if first.value != entry.key.value {
          report(BothLanguages.diagnostic(entry.key, first: first, path: path))
        }
        continue
      }
      keys.append(key)
      known.append(entry)
    }
    return Record(schema: schema, keys: keys, entries: known, range: range)
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
    guard let node = record[key]?.value, !node.isEmpty else { return [] }
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
