/// Which of the five demands of SMART a goal answers (policy clause 2.2).
public struct SmartTicks: Sendable, Hashable {
  /// One metric and one owner.
  public var isSpecific: Bool
  /// A metric and a target value.
  public var isMeasurable: Bool
  /// A baseline shows how far it is.
  public var isAchievable: Bool
  /// It says which strategy it supports.
  public var isRelevant: Bool
  /// It has a due date.
  public var isTimeBound: Bool

  public init(_ goal: Goal) {
    isSpecific = goal.metric != nil && goal.owner != nil
    isMeasurable = goal.metric != nil && goal.target != nil
    isAchievable = goal.baseline != nil
    isRelevant = goal.supports != nil
    isTimeBound = goal.due != nil
  }
}
