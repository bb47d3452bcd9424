/// One side of a comparison, whatever it was read from.
public struct DiffSide: Sendable {
  public var documents: [DiffDocument]
  public var results: [ResultRow]
  public var metrics: [Metric]
  public var directory: Directory
  public var names: DiffNames

  public init(documents: [DiffDocument], handbook: Handbook, names: DiffNames? = nil) {
    self.documents = documents
    results = handbook.results
    metrics = handbook.metrics
    directory = Directory(handbook)
    self.names = names ?? DiffNames(handbook)
  }
}

/// What changed between two states of a handbook.
public struct HandbookDiff: Sendable {
  /// The weightiest first.
  public var documents: [DocumentChange]
  public var results: [ResultChange]

  public var isEmpty: Bool { documents.isEmpty && results.isEmpty }
}

/// A document that came, went, moved or changed.
public struct DocumentChange: Sendable {
  public enum Status: String, Sendable, Hashable {
    case added, removed, moved, modified

    public var label: LocalizedText {
      switch self {
      case .added: LocalizedText(zh: "新增", en: "added")
      case .removed: LocalizedText(zh: "删除", en: "removed")
      case .moved: LocalizedText(zh: "移动", en: "moved")
      case .modified: LocalizedText(zh: "修改", en: "modified")
      }
    }
  }

  public var status: Status
  /// Nil for site.yml and metrics.yml.
  public var kind: DocumentKind?
  public var path: String
  /// Where it lay before it moved.
  public var oldPath: String?
  public var id: String
  public var title: String
  /// The weightiest first.
  public var fields: [FieldChange]
  public var sections: [SectionChange]

  public var hasTwoSides: Bool { status == .modified || status == .moved }

  public var kindLabel: LocalizedText {
    kind?.label ?? LocalizedText(zh: "设置", en: "settings")
  }

  /// Of its weightiest change.
  public var importance: FieldChange.Importance {
    if status == .added || status == .removed { return .time }
    return fields.map(\.importance).min() ?? .wording
  }
}

/// A cell of the results: a metric of a channel in a period.
public struct ResultChange: Sendable {
  public var period: Period
  /// Its title; `全部` for the organisation's own figure.
  public var channel: LocalizedText
  /// Its id, whichever name the rows use; theirs where it is no channel's.
  public var channelID: String
  public var activity: String?
  /// An index into the newer side's metrics; nil for a name that is not there.
  public var metric: Int?
  public var name: LocalizedText
  public var before: Decimal?
  public var after: Decimal?
  public var isFavourable: Bool?
  /// What else the row says: its note and its source.
  public var remarks: [Remark]

  public struct Remark: Sendable, Hashable {
    public var label: LocalizedText
    public var before: String?
    public var after: String?
  }

  public var difference: Decimal? { before.flatMap { a in after.map { $0 - a } } }
}

public func diff(from old: DiffSide, to new: DiffSide) -> HandbookDiff {
  HandbookDiff(
    documents: documentChanges(from: old.documents, to: new.documents, new.names),
    results: resultChanges(from: old, to: new))
}

private func documentChanges(
  from old: [DiffDocument], to new: [DiffDocument], _ names: DiffNames
) -> [DocumentChange] {
  var changes: [DocumentChange] = []
  var left = Dictionary(old.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  var added: [DiffDocument] = []
  for document in new {
    if let before = left.removeValue(forKey: document.path) {
      if let change = change(from: before, to: document, .modified) { changes.append(change) }
    } else {
      added.append(document)
    }
  }
  // The same id is the same document elsewhere; so is one that says nearly the same.
  for document in added {
    let candidates = left.values.filter { $0.kind == document.kind }.sorted { $0.path < $1.path }
    let twin =
      candidates.first { $0.id == document.id } ?? candidates.first { isAlike($0, document) }
      ?? left.values.first { isElsewhere($0, document) }
    if let twin {
      left[twin.path] = nil
      if let change = change(from: twin, to: document, .moved) { changes.append(change) }
    } else if let change = change(from: nil, to: document, .added) {
      changes.append(change)
    }
  }
  for document in left.values {
    if let change = change(from: document, to: nil, .removed) { changes.append(change) }
  }
  for index in changes.indices where changes[index].kind == .evaluation {
    changes[index].fields = changes[index].fields.map { $0.judged(names) }
  }
  return changes.sorted {
    ($0.importance.rawValue, $0.path) < ($1.importance.rawValue, $1.path)
  }
}

extension FieldChange {
  /// Of a result that an evaluation states, with what it means for its metric.
  fileprivate func judged(_ names: DiffNames) -> FieldChange {
    guard case .number(let difference, _) = detail, keys.count == 3,
      keys[0] == Key.results.rawValue, keys[2] == Key.actual.rawValue
    else { return self }
    var change = self
    change.isFavourable = names.isFavourable(difference, of: keys[1])
    return change
  }
}

/// Whether a document went as it is to a folder of another kind.
private func isElsewhere(_ a: DiffDocument, _ b: DiffDocument) -> Bool {
  !a.text.isEmpty && a.text == b.text && a.title == b.title
    && a.path.split(separator: "/").last == b.path.split(separator: "/").last
}

private func isAlike(_ a: DiffDocument, _ b: DiffDocument) -> Bool {
  let shared = a.fields.count { b.fields.contains($0) }
  guard shared > 0, shared * 2 >= max(a.fields.count, b.fields.count) else { return false }
  guard a.text.utf8.count + b.text.utf8.count < 20_000 else { return a.text == b.text }
  return TextDiff(from: a.text, to: b.text).similarity >= 0.6
}

private func change(
  from old: DiffDocument?, to new: DiffDocument?, _ status: DocumentChange.Status
) -> DocumentChange? {
  guard let shown = new ?? old else { return nil }
  var fields: [FieldChange] = []
  var sections: [SectionChange] = []
  if let old, let new, !old.isUnreadable, !new.isUnreadable {
    fields = fieldChanges(from: old.fields, to: new.fields)
      .enumerated().sorted {
        ($0.element.importance.rawValue, $0.offset) < ($1.element.importance.rawValue, $1.offset)
      }.map(\.element)
    sections = sectionChanges(from: old.text, to: new.text)
    if status == .modified, fields.isEmpty, sections.isEmpty { return nil }
  } else if old == nil || new == nil {
    fields = fieldChanges(from: old?.fields ?? [], to: new?.fields ?? [])
  }
  return DocumentChange(
    status: status, kind: shown.kind, path: shown.path,
    oldPath: status == .moved ? old?.path : nil, id: shown.id, title: shown.title,
    fields: fields, sections: sections)
}

private struct ResultKey: Hashable {
  var period: Period
  var channel: String
  var activity: String?
  var metric: String
}

private func resultChanges(from old: DiffSide, to new: DiffSide) -> [ResultChange] {
  func cells(_ side: DiffSide) -> [ResultKey: ResultRow] {
    var cells: [ResultKey: ResultRow] = [:]
    for row in side.results {
      let metric =
        side.directory.metric(named: row.metric.value).map { side.metrics[$0].id }
        ?? row.metric.value
      let key = ResultKey(
        period: row.period, channel: side.names.channelID(row.channel.value),
        activity: row.activity?.value,
        metric: metric)
      if cells[key] == nil { cells[key] = row }
    }
    return cells
  }
  let (before, after) = (cells(old), cells(new))
  return Set(before.keys).union(after.keys).compactMap { key -> ResultChange? in
    let (a, b) = (before[key], after[key])
    let remarks = [
      remark(LocalizedText(zh: "备注", en: "note"), a?.note, b?.note),
      remark(LocalizedText(zh: "来源", en: "source"), a?.source, b?.source),
    ].compactMap { $0 }
    // With the whole row its remarks come and go.
    let told = a == nil || b == nil ? remarks.filter { $0.after != nil } : remarks
    guard a?.value?.value != b?.value?.value || !told.isEmpty else { return nil }
    let metric = new.directory.metric(named: key.metric)
    let title = new.names.channel(key.channel) ?? old.names.channel(key.channel)
    var change = ResultChange(
      period: key.period, channel: title ?? LocalizedText(zh: key.channel, en: key.channel),
      channelID: key.channel, activity: key.activity, metric: metric,
      name: metric.map { new.metrics[$0].name } ?? LocalizedText(zh: key.metric, en: key.metric),
      before: a?.value?.value, after: b?.value?.value, isFavourable: nil, remarks: told)
    if let metric, let difference = change.difference, difference != 0 {
      change.isFavourable = (difference > 0) == (new.metrics[metric].polarity == .higherIsBetter)
    }
    return change
  }.sorted {
    ($0.period.id, $0.channelID, $0.activity ?? "", $0.name.en)
      < ($1.period.id, $1.channelID, $1.activity ?? "", $1.name.en)
  }
}

private func remark(
  _ label: LocalizedText, _ before: String?, _ after: String?
) -> ResultChange.Remark? {
  before == after ? nil : ResultChange.Remark(label: label, before: before, after: after)
}
