/// The goals of one year.
public struct GoalSheet: Sendable {
  public var info: DocumentInfo
  public var period: Field<Period>
  public var basis: Basis?
  public var approval: Approval?
  public var goals: [Goal]
}

/// An annual goal with its parts.
public struct Goal: Sendable {
  public var id: Located<String>
  public var title: String?
  public var metric: Located<String>?
  public var baseline: Located<Quantity>?
  public var target: Located<Quantity>?
  public var due: Day?
  public var owner: Located<String>?
  /// The strategy that the goal serves.
  public var supports: String?
  public var quarters: [Part]
  public var months: [Part]
  /// Where `quarters` and `months` are written, as keys.
  public var quartersKey: SourceRange?
  public var monthsKey: SourceRange?
  /// Fields that hold something which cannot be read; said when it was read.
  public var unreadable: Set<Key>
  /// Fields that are written and empty, with the places of their names.
  public var empty: [Key: SourceRange]
  public var range: SourceRange

  /// Its title, or its id.
  public var name: String { title ?? id.value }

  /// One quarter's or month's share of the goal.
  public struct Part: Sendable {
    public var period: Period
    public var target: Located<Quantity>
  }
}
