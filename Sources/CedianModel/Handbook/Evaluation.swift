/// What an activity achieved and what was learnt.
public struct Evaluation: Sendable {
  public var info: DocumentInfo
  /// The activity's id; the file's stem unless `activity:` says otherwise.
  public var activity: Located<String>
  public var results: [Result]
  public var conclusion: String?
  public var lessons: [String]

  public struct Result: Sendable {
    public var metric: Located<String>
    public var actual: Located<Quantity>?
    /// A value is written that cannot be read; said when it was read.
    public var isUnreadable = false
    public var note: String?
  }
}

/// A month's or quarter's review.
public struct Review: Sendable {
  public var info: DocumentInfo
  public var period: Field<Period>
  public var conclusion: String?
  public var problems: [Problem]
  public var adjustments: [Adjustment]
}

public struct Problem: Sendable {
  public var id: Located<String>?
  public var what: String
  public var cause: String?
  public var severity: Level?
  /// Fields that hold something which cannot be read; said when it was read.
  public var unreadable: Set<Key> = []
  public var range: SourceRange
}

/// A change that answers a problem, and the plan in which it must turn up.
public struct Adjustment: Sendable {
  public var problem: Located<String>?
  public var what: String
  public var plan: Located<String>?
  public var who: Located<String>?
  /// Fields that hold something which cannot be read; said when it was read.
  public var unreadable: Set<Key> = []
  public var range: SourceRange
}

/// Any other page: contacts, a glossary, a how-to.
public struct Page: Sendable {
  public var info: DocumentInfo
}
