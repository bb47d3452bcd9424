/// What git knows of the content's past.
public struct History: Sendable {
  /// Newest first.
  public var commits: [Commit]
  /// Why it is not all there, or not there at all.
  public var notes: [LocalizedText]
  /// Whether it ends in a shallow clone: a document without history may have some.
  public var isShallow = false
  /// Whether contents were left at a remote: what a commit changed may not be known.
  public var isPartial = false

  /// What pages and reports say of its gaps; nothing where there is no history to
  /// have any.
  public var shownNotes: [LocalizedText] {
    commits.isEmpty && !isShallow && !isPartial ? [] : notes
  }

  /// Why the changes of a period may not be all there; nil where they are.
  public var gapNote: LocalizedText? {
    guard isShallow || isPartial else { return nil }
    return LocalizedText(
      zh: notes.map(\.zh).joined(separator: "；"), en: notes.map(\.en).joined(separator: "; "))
  }
  /// What became of documents within a month, quarter or year, the newest change
  /// first: as they stood at its start against its end.
  public var sinceStart: [Period: [Became]] = [:]
  /// Documents that are there no more, by the paths that they had.
  public var removed: [String: Removed] = [:]

  public struct Removed: Sendable, Hashable {
    public var title: String
    public var time: TimeSpan?

    public init(title: String, time: TimeSpan?) { (self.title, self.time) = (title, time) }
  }

  /// A document from a period's start to its end, on the line of commits that HEAD
  /// is on: what a branch did counts from when it was merged.
  public struct Became: Sendable {
    /// That it has today.
    public var path: String
    public var status: DocumentChange.Status
    public var changes: [Change]
    /// Its times at the period's start and end that are not the one it has today:
    /// what was put off to another period was planned in this one.
    public var otherTimes: [TimeSpan] = []
    public var commitCount = 1
    public var newest: Newest

    /// The newest of its commits in the period.
    public struct Newest: Sendable {
      public var day: Day
      public var author: String
      public var subject: String

      public init(day: Day, author: String, subject: String) {
        (self.day, self.author, self.subject) = (day, author, subject)
      }
    }

    public init(
      path: String, status: DocumentChange.Status, changes: [Change], newest: Newest
    ) {
      (self.path, self.status, self.changes) = (path, status, changes)
      self.newest = newest
    }

    /// Of its weightiest change; what came or went counts as much as a new time.
    public var importance: FieldChange.Importance {
      if status == .added || status == .removed { return .time }
      return changes.map(\.importance).min() ?? .wording
    }
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

/// How much of the history a site shows.
public enum HistorySetting: String, Sendable, Hashable, CaseIterable {
  case full
  /// Without the authors' names.
  case anonymous
  case off
}
