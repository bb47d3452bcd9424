/// A document as it is compared: its fields by their meaning, its text as written.
public struct DiffDocument: Sendable {
  public var path: String
  /// Nil for site.yml and metrics.yml.
  public var kind: DocumentKind?
  public var id: String
  public var title: String
  public var fields: [FieldEntry]
  /// Markdown, without the front matter.
  public var text: String
  /// Both sides of a conflict stand in it: nothing in it can be compared.
  public var isUnreadable = false

  /// `text` is the file's, from below the front matter. Without `names` channels
  /// and metrics are called as the document calls them.
  public init(_ document: Document, text: String, names: DiffNames? = nil) {
    path = document.path
    let entries = document.frontMatter?.entries ?? []
    let parts = document.path.utf8.split(separator: 0x2F).map { Substring($0) }
    let folder = parts.count > 1 ? String(parts[1]) : ""
    var kind =
      document.path.hasPrefix("content/")
      ? DocumentKind.allCases.first { $0.folder == folder } ?? .page : Self.likelyKind(entries)
    for entry in entries where ["kind", "类型"].contains(entry.key.value) {
      if case .scalar(let word, _) = entry.value.content {
        kind = DocumentKind.allCases.first { $0.rawValue == word || $0.label.zh == word } ?? kind
      }
    }
    self.kind = kind
    let reader = FieldReader(yearHint: yearHint(in: document.path), names: names)
    let fields = reader.entries(entries, .document(kind))
    self.fields = fields
    // Line ends are no change; as one character they would not even end a line.
    self.text =
      text.withBytes { $0.contains(0x0D) } ? text.replacing("\r\n", with: "\n") : text
    func words(_ key: Key) -> String? {
      fields.first { $0.key == key.rawValue }?.value.words(.zh)
    }
    let stem = parts.last.map { String($0.dropLast(3)) } ?? ""
    id = words(.id) ?? stem
    title = words(.title) ?? firstHeading(of: text) ?? id
  }
}

extension DiffDocument {
  /// site.yml or metrics.yml as read; nil for other files.
  public init?(settings node: Node?, path: String) {
    let reader = FieldReader(yearHint: nil, names: nil)
    switch (path, node?.content) {
    case ("content/site.yml", .mapping(let entries)?):
      title = "site.yml"
      fields = reader.entries(entries, .site)
    case ("content/metrics.yml", .some):
      title = "metrics.yml"
      // Each metric under its own name, the list itself under none.
      let records = node.map { reader.records($0, .metric, [.id]) } ?? .records([])
      fields = [
        FieldEntry(key: "metrics", label: LocalizedText(zh: "指标", en: "metric"), value: records)
      ]
    default: return nil
    }
    (self.path, kind, id, text) = (path, nil, title, "")
  }

  /// git hands over copies in other folders: the kind whose fields these are.
  private static func likelyKind(_ entries: [Node.Entry]) -> DocumentKind {
    var best = (kind: DocumentKind.page, known: 0)
    for kind in [DocumentKind.activity] + DocumentKind.allCases {
      let schema = RecordSchema.document(kind)
      let known = entries.count { schema.key(named: $0.key.value) != nil }
      if known > best.known { best = (kind, known) }
    }
    return best.kind
  }
}

/// Reads front matter nodes as fields. What cannot be read as its field's type is
/// kept as text, so that nothing is lost from a comparison.
struct FieldReader {
  let yearHint: Int?
  let names: DiffNames?

  func entries(_ entries: [Node.Entry], _ schema: RecordSchema) -> [FieldEntry] {
    entries.compactMap { entry in
      guard !entry.value.isEmpty else { return nil }
      guard let key = schema.key(named: entry.key.value) else {
        let name = entry.key.value
        return FieldEntry(
          key: name, label: LocalizedText(zh: name, en: name), value: loose(entry.value))
      }
      return FieldEntry(
        key: key.rawValue, label: schema.label(of: key),
        value: value(entry.value, .of(key, in: schema), key, schema))
    }
  }

  private func value(
    _ node: Node, _ shape: FieldShape, _ key: Key, _ schema: RecordSchema
  ) -> FieldValue {
    named(plainValue(node, shape, key, schema), key, schema)
  }

  /// The value with names for ids, where the field holds such.
  private func named(_ value: FieldValue, _ key: Key, _ schema: RecordSchema) -> FieldValue {
    switch value {
    case .text(let word):
      let isField = key == .fields && schema.name.en == "rule binding"
      return (isField ? fieldName(word) : names?.name(of: word, under: key))
        .map { .choice($0) } ?? value
    case .list(let items): return .list(items.map { named($0, key, schema) })
    default: return value
    }
  }

  private func plainValue(
    _ node: Node, _ shape: FieldShape, _ key: Key, _ schema: RecordSchema
  ) -> FieldValue {
    switch (shape, node.content) {
    case (.records(let inner, let identity), _): return records(node, inner, identity)
    case (.record(let inner), .mapping(let entries)): return .record(self.entries(entries, inner))
    case (.parts, .mapping(let entries)): return parts(entries)
    case (.list, .scalar(let text, _)):
      let items = text.unicodeScalars.split(whereSeparator: isSeparator)
        .map { FieldValue.text(trimmed(String($0))) }
      return .list(items)
    case (.list, .sequence(let items)): return .list(items.map { loose($0) })
    case (.time, .scalar(let text, _)):
      if case .success(let span) = parseTimeSpan(text, yearHint: yearHint) { return .time(span) }
      return .text(trimmed(text))
    case (.quantity, .scalar(let text, _)): return quantity(text, isMoney: key == .amount)
    case (.choice(let words), .scalar(let text, _)):
      let written = trimmed(text)
      return words[written].map { .choice($0) } ?? .text(written)
    default: return loose(node)
    }
  }

  /// Money may be written with or without its unit.
  private func quantity(_ text: String, isMoney: Bool = false) -> FieldValue {
    guard case .success(var quantity) = parseQuantity(text) else { return .text(trimmed(text)) }
    if isMoney, quantity.unit == .none { quantity.unit = .yuan }
    return .quantity(quantity)
  }

  func records(_ node: Node, _ schema: RecordSchema, _ identity: [Key]) -> FieldValue {
    let items: [Node]
    switch node.content {
    case .sequence(let nodes): items = nodes
    case .mapping: items = [node]
    case .scalar(let text, _):
      if schema.key(named: Key.amount.rawValue) != nil { return quantity(text, isMoney: true) }
      items = [node]
    }
    var records: [FieldRecord] = []
    for item in items {
      let entries = record(item, schema)
      let names = identity.compactMap { key in
        entries.first { $0.key == key.rawValue }?.value.words(.zh)
      }
      // An id says it all; names are put together.
      let own = identity.first == .id ? Array(names.prefix(1)) : names
      records.append(
        FieldRecord(identity: own.joined(separator: " · "), entries: entries))
    }
    return .records(records)
  }

  /// A mapping, or a line such as `GMV ≥ 120万` or a channel's name.
  private func record(_ node: Node, _ schema: RecordSchema) -> [FieldEntry] {
    switch node.content {
    case .mapping(let entries): return self.entries(entries, schema)
    case .sequence: return [entry(schema.entries[0].key, schema, loose(node))]
    case .scalar(let text, _):
      if schema.key(named: Key.metric.rawValue) == .metric,
        case .success(let target) = parseTarget(text),
        // A sentence that holds a number is no goal in one line.
        target.hasComparator
          || !text.unicodeScalars.contains(where: { $0 == "。" || $0 != "、" && isSeparator($0) })
      {
        var entries = [entry(.metric, schema, .text(target.metricName))]
        let key: Key = schema.key(named: Key.actual.rawValue) == .actual ? .actual : .target
        if target.hasComparator {
          entries.append(
            FieldEntry(
              key: "comparator", label: LocalizedText(zh: "比较", en: "comparator"),
              value: .text(target.comparator.rawValue)))
        }
        return entries + [entry(key, schema, .quantity(target.quantity))]
      }
      if schema.name.en == RecordSchema.target.name.en {
        return [
          FieldEntry(
            key: "text", label: LocalizedText(zh: "", en: ""), value: .text(trimmed(text)))
        ]
      }
      return [entry(schema.entries[0].key, schema, .text(trimmed(text)))]
    }
  }

  private func entry(_ key: Key, _ schema: RecordSchema, _ value: FieldValue) -> FieldEntry {
    FieldEntry(
      key: key.rawValue, label: schema.label(of: key), value: named(value, key, schema))
  }

  private func parts(_ entries: [Node.Entry]) -> FieldValue {
    .record(
      entries.map { entry in
        let name = entry.key.value
        let number = Int(name)
        let label =
          number.map { LocalizedText(zh: "\($0)月", en: "month \($0)") }
          ?? LocalizedText(zh: name, en: name)
        let value: FieldValue =
          if case .scalar(let text, _) = entry.value.content { quantity(text) } else {
            loose(entry.value)
          }
        return FieldEntry(key: number.map { padded($0, to: 2) } ?? name, label: label, value: value)
      }.sorted { $0.key < $1.key })
  }

  /// A value of no declared type.
  private func loose(_ node: Node) -> FieldValue {
    switch node.content {
    case .scalar(let text, _): .text(trimmed(text))
    case .sequence(let items): .list(items.map { loose($0) })
    case .mapping(let entries):
      .record(
        entries.map {
          let name = $0.key.value
          return FieldEntry(
            key: name, label: LocalizedText(zh: name, en: name), value: loose($0.value))
        })
    }
  }

  private func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    guard scalars.first?.isWhitespace == true || scalars.last?.isWhitespace == true else {
      return text
    }
    while let first = scalars.first, first.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}

/// Whether it stands between the items of a list that is written in one line.
private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "、", ",", "，", ";", "；": true
  default: false
  }
}

private func firstHeading(of text: String) -> String? {
  text.split(separator: "\n").first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }
}
