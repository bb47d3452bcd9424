extension DocumentChange {
  /// What a history shows of it: its fields, then that its text changed. The
  /// weightiest come first, and of more than `limit` the rest is counted.
  public func historyChanges(limit: Int) -> [History.Change] {
    guard hasTwoSides else { return [] }
    var changes = fields.map { field in
      History.Change(
        importance: field.importance,
        words: LocalizedText(
          zh: "\(field.name(.zh)) \(field.words(.zh))",
          en: "\(field.name(.en)): \(field.words(.en))"))
    }
    if !sections.isEmpty {
      let names = sections.map(\.heading).filter { !$0.isEmpty }
      changes.append(
        History.Change(
          importance: .wording,
          words: LocalizedText(
            zh: names.isEmpty ? "改了正文" : "改了正文：\(names.joined(separator: "、"))",
            en: names.isEmpty ? "text changed" : "text changed: \(names.joined(separator: ", "))")))
    }
    let rest = changes.dropFirst(limit)
    guard rest.count > 1, let weightiest = rest.map(\.importance).min() else { return changes }
    return changes.prefix(limit) + [
      History.Change(
        importance: weightiest,
        words: LocalizedText(zh: "另有 \(rest.count) 项", en: "\(rest.count) more"))
    ]
  }

  /// Of a merge compared with one parent, what it also changed of each other one:
  /// that was decided in it, and not brought by it.
  public func decided(against others: [DocumentChange?]) -> DocumentChange {
    var own = self
    for other in others {
      own.fields = own.fields.filter { field in
        other?.fields.contains { field.shares($0) } ?? false
      }
      own.sections = own.sections.filter { section in
        other?.sections.contains { $0.heading == section.heading && section.shares($0) } ?? false
      }
    }
    return own
  }
}

extension FieldChange {
  /// Whether both are about one field, also where one side has not even the record
  /// that it lies in. Items that one side added to a list and the other has already
  /// were brought.
  fileprivate func shares(_ other: FieldChange) -> Bool {
    if keys != other.keys {
      let (outer, inner) = keys.count < other.keys.count ? (self, other) : (other, self)
      return inner.keys.starts(with: outer.keys) && (outer.before == nil || outer.after == nil)
    }
    guard case .list(let added, let removed, let moved) = detail,
      case .list(let otherAdded, let otherRemoved, let otherMoved) = other.detail
    else { return true }
    return added.contains(where: otherAdded.contains)
      || removed.contains(where: otherRemoved.contains)
      || moved.contains(where: otherMoved.contains)
  }
}

extension SectionChange {
  fileprivate func shares(_ other: SectionChange) -> Bool {
    let (mine, others) = (Set(blocks.map(\.result)), Set(other.blocks.map(\.result)))
    return mine.isEmpty && others.isEmpty || !mine.isDisjoint(with: others)
  }
}

extension SectionChange.Block {
  /// What the block came to, whatever it was before.
  fileprivate var result: String {
    switch self {
    case .added(let text): "+" + text
    case .changed(let diff): "+" + diff.after
    case .removed(let text): "−" + text
    case .moved(let text): "↕" + text
    }
  }
}
