/// What git knows of the content's past.
public struct History: Sendable {
  /// Newest first.
  public var commits: [Commit]
  /// Why it is not all there, or not there at all.
  public var notes: [LocalizedText]
  /// Whether it ends in a shallow clone: a document without history may have some.
  public var isShallow = false
  /// What several commits of one period came to: the document as it was at the
  /// period's start against as it is now.
  public var sinceStart: [Span: [Change]] = [:]
  /// Documents that are there no more, by the paths that they had.
  public var removed: [String: Removed] = [:]

  public struct Removed: Sendable, Hashable {
    public var title: String
    public var time: TimeSpan?

    public init(title: String, time: TimeSpan?) { (self.title, self.time) = (title, time) }
  }

  /// A document in a period.
  public struct Span: Sendable, Hashable {
    public var path: String
    public var period: Period

    public init(path: String, period: Period) { (self.path, self.period) = (path, period) }
  }

  public init(commits: [Commit] = [], notes: [LocalizedText] = []) {
    (self.commits, self.notes) = (commits, notes)
  }

  public struct Commit: Sendable {
    public var id: String
    public var day: Day
    /// RFC 3339, in UTC.
    public var time: String
    /// Empty where site.yml leaves names out.
    public var author: String
    public var subject: String
    public var documents: [Document]

    public init(
      id: String, day: Day, time: String, author: String, subject: String, documents: [Document]
    ) {
      (self.id, self.day, self.time) = (id, day, time)
      (self.author, self.subject, self.documents) = (author, subject, documents)
    }
  }

  /// A document in a commit, under the path that it has today.
  public struct Document: Sendable, Hashable {
    public var path: String
    public var status: DocumentChange.Status
    public var changes: [Change]

    public init(path: String, status: DocumentChange.Status, changes: [Change]) {
      (self.path, self.status, self.changes) = (path, status, changes)
    }
  }

  public struct Change: Sendable, Hashable {
    public var importance: FieldChange.Importance
    /// `时间 延后 3 天，共 11 天不变：…`.
    public var words: LocalizedText

    public init(importance: FieldChange.Importance, words: LocalizedText) {
      (self.importance, self.words) = (importance, words)
    }
  }
}

extension DocumentChange {
  /// What a history shows of it: its fields, then that its text changed.
  public var historyChanges: [History.Change] {
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
    return changes
  }
}

/// How much of the history a site shows.
public enum HistorySetting: String, Sendable, Hashable, CaseIterable {
  case full
  /// Without the authors' names.
  case anonymous
  case off
}
