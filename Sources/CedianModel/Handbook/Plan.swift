/// A year's, quarter's or month's plan.
public struct Plan: Sendable {
  public var info: DocumentInfo
  public var period: Field<Period>
  public var focus: [String]
  public var basis: Basis?
  public var alignment: String?
  public var channelPlan: [ChannelPlan]
  /// Activity ids.
  public var activities: [Located<String>]
  public var budget: Budget?
  public var staffing: [Staffing]
  public var tasks: [PlanTask]
  public var approval: Approval?
}

/// What the annual plan or goals were made from (clause 2.1).
public struct Basis: Sendable {
  public var strategy: String?
  public var market: String?
  public var competitors: String?
}

/// Why a channel was chosen, and its share of the budget.
public struct ChannelPlan: Sendable {
  public var channel: Located<String>
  public var why: String?
  public var share: Quantity?
}

public struct Staffing: Sendable {
  public var who: Located<String>?
  public var role: String?
  public var headcount: Quantity?
}

/// A task of a quarter or month plan: when, who, expected effect.
public struct PlanTask: Sendable {
  public var id: Located<String>?
  public var what: String
  public var when: Field<TimeSpan>
  public var who: Located<String>?
  public var expect: String?
  /// The problem of an earlier review that this task answers.
  public var from: [Located<String>]
  public var state: State?
  /// What came of it, in words.
  public var note: String?
  /// Fields that hold something which cannot be read; said when it was read.
  public var unreadable: Set<Key> = []
  public var range: SourceRange

  public enum State: String, Sendable, Hashable, CaseIterable {
    case open, done, dropped

    public var label: LocalizedText {
      switch self {
      case .open: LocalizedText(zh: "未完成", en: "open")
      case .done: LocalizedText(zh: "已完成", en: "done")
      case .dropped: LocalizedText(zh: "已取消", en: "dropped")
      }
    }
  }
}
