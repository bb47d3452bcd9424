/// When something was due, as seen on the day of the check (`--as-of`).
public struct Lateness: Sendable, Hashable {
  /// The last day on which it was in time, grace included.
  public var due: Day
  /// Days since `due`; 0 while the grace period runs.
  public var daysOverdue: Int

  public init(due: Day, asOf: Day) {
    self.due = due
    daysOverdue = max(0, asOf.ordinal - due.ordinal)
  }

  public var isOverdue: Bool { daysOverdue > 0 }

  /// `已逾期 5 天`, or by when it is due.
  public var words: LocalizedText {
    guard isOverdue else {
      return LocalizedText(zh: "应在 \(due.iso) 前完成", en: "due by \(due.iso)")
    }
    let days = daysOverdue == 1 ? "1 day" : "\(daysOverdue) days"
    return LocalizedText(zh: "已逾期 \(daysOverdue) 天", en: "overdue by \(days)")
  }
}
