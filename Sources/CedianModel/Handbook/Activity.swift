/// A campaign brief: the six fields that clause 4.1 asks for, and how it is
/// promoted, paid for, divided, approved and carried out.
///
/// A class that never changes, so that passing one on costs one count and not
/// one for each of its sixty texts and lists: a site has thousands.
public final class Activity: Sendable {
  public let info: DocumentInfo
  public let theme: Field<String>
  public let goals: Field<[Target]>
  public let time: Field<TimeSpan>
  public let audience: Field<[String]>
  public let format: Field<[String]>
  public let expectedEffect: Field<ExpectedEffect>
  public let channels: [Located<String>]
  public let promotion: [Promotion]
  public let budget: Budget?
  public let duties: [Duty]
  public let risks: [Risk]
  public let approval: Approval?
  public let status: Field<ActivityStatus>
  /// The id of an annual goal.
  public let supports: [Located<String>]
  public let insight: String?
  public let occasion: String?
  public let compliance: [ComplianceItem]
  public let actualTime: TimeSpan?
  public let incidents: [Incident]

  public init(
    info: DocumentInfo,
    theme: Field<String>,
    goals: Field<[Target]>,
    time: Field<TimeSpan>,
    audience: Field<[String]>,
    format: Field<[String]>,
    expectedEffect: Field<ExpectedEffect>,
    channels: [Located<String>],
    promotion: [Promotion],
    budget: Budget?,
    duties: [Duty],
    risks: [Risk],
    approval: Approval?,
    status: Field<ActivityStatus>,
    supports: [Located<String>],
    insight: String?,
    occasion: String?,
    compliance: [ComplianceItem],
    actualTime: TimeSpan?,
    incidents: [Incident]
  ) {
    self.info = info
    self.theme = theme
    self.goals = goals
    self.time = time
    self.audience = audience
    self.format = format
    self.expectedEffect = expectedEffect
    self.channels = channels
    self.promotion = promotion
    self.budget = budget
    self.duties = duties
    self.risks = risks
    self.approval = approval
    self.status = status
    self.supports = supports
    self.insight = insight
    self.occasion = occasion
    self.compliance = compliance
    self.actualTime = actualTime
    self.incidents = incidents
  }
}

public enum ActivityStatus: String, Sendable, Hashable, CaseIterable {
  case planned, running, done, cancelled

  public var label: LocalizedText {
    switch self {
    case .planned: LocalizedText(zh: "计划中", en: "planned")
    case .running: LocalizedText(zh: "进行中", en: "running")
    case .done: LocalizedText(zh: "已完成", en: "done")
    case .cancelled: LocalizedText(zh: "已取消", en: "cancelled")
    }
  }
}

/// One measurable aim: a metric and the value it should reach.
public struct Target: Sendable {
  /// The metric as written: an id or one of its names.
  public var metric: Located<String>
  /// As written; without one the metric's polarity says which way is better.
  public var comparator: Comparator?
  public var target: Located<Quantity>?
  public var baseline: Located<Quantity>?
  public var by: Day?
  public var note: String?

  public enum Comparator: String, Sendable, Hashable {
    case atLeast = "≥"
    case above = ">"
    case equal = "="
    case atMost = "≤"
    case below = "<"
  }

  /// `≥` where higher is better, `≤` where lower is, unless the author wrote one.
  public func comparator(for metric: Metric?) -> Comparator {
    comparator ?? (metric?.polarity == .lowerIsBetter ? .atMost : .atLeast)
  }
}

extension Activity {
  /// What the brief commits to: its goals, then what its expected effect adds for
  /// other metrics.
  public func allTargets(in directory: Directory) -> [Target] {
    let goals = goals.value ?? []
    guard case .targets(let effects)? = expectedEffect.value else { return goals }
    guard !goals.isEmpty else { return effects }
    let known = goals.map { directory.metric(named: $0.metric.value) }
    return goals
      + effects.filter { effect in
        guard let metric = directory.metric(named: effect.metric.value) else {
          return !goals.contains { $0.metric.value == effect.metric.value }
        }
        return !known.contains(metric)
      }
  }
}

/// What an activity is expected to bring: measurable targets, or the author's
/// words with the quantities found in them.
public enum ExpectedEffect: Sendable {
  case targets([Target])
  case text([String], quantities: [Quantity])
}

/// One channel's part in making an activity known.
public struct Promotion: Sendable {
  public var channel: Located<String>
  public var phase: Phase?
  public var time: TimeSpan?

  public enum Phase: String, Sendable, Hashable, CaseIterable {
    case warmup
    case launch
    case followUp = "follow-up"

    public var label: LocalizedText {
      switch self {
      case .warmup: LocalizedText(zh: "预热", en: "warm-up")
      case .launch: LocalizedText(zh: "上线", en: "launch")
      case .followUp: LocalizedText(zh: "跟进", en: "follow-up")
      }
    }
  }
}

/// Money set aside, in yuan: one sum, or items whose sum is the total.
public struct Budget: Sendable {
  public var items: [Item]
  /// A line named 合计 or 总额, which states the sum and is no part of it.
  public var stated: Located<Quantity>?
  /// An amount is written that cannot be read, so that no sum says anything.
  public var isUnreadable = false
  public var range: SourceRange

  public struct Item: Sendable {
    public var item: String?
    public var channel: Located<String>?
    public var amount: Located<Quantity>
  }

  /// Whether an item's name says that it is the sum of the others.
  static func isNameOfTotal(_ name: String) -> Bool {
    namesOfTotal.contains { $0.hasSameBytes(as: name) }
      || (name.utf8.count == 5 && name.lowercased() == "total")
  }

  private static let namesOfTotal = ["合计", "总额", "总计", "共计"]

  /// The sum of the items, or what is stated where there are none.
  public var total: Decimal {
    if items.isEmpty, let stated { return stated.value.value }
    return items.reduce(0) { $0 + $1.amount.value.value }
  }
}

/// A duty: who does what, by when.
public struct Duty: Sendable {
  public var who: Located<String>?
  public var task: String
  public var by: Day?
  /// Fields that hold something which cannot be read; said when it was read.
  public var unreadable: Set<Key> = []
  public var range: SourceRange
}

public enum Level: String, Sendable, Hashable, CaseIterable {
  case low, medium, high

  public var label: LocalizedText {
    switch self {
    case .low: LocalizedText(zh: "低", en: "low")
    case .medium: LocalizedText(zh: "中", en: "medium")
    case .high: LocalizedText(zh: "高", en: "high")
    }
  }
}

public struct Risk: Sendable {
  public var risk: String
  public var likelihood: Level?
  public var impact: Level?
  /// The contingency (应急预案).
  public var response: String?
  /// Written as words alone, not as a list of fields.
  public var isWords = false
  /// Fields that hold something which cannot be read; said when it was read.
  public var unreadable: Set<Key> = []
  public var range: SourceRange
}

public struct Approval: Sendable {
  public var status: Located<Status>?
  public var by: Located<String>?
  public var on: Located<Day>?
  /// Fields that hold something which cannot be read; said when it was read.
  public var unreadable: Set<Key> = []
  public var range: SourceRange

  public enum Status: String, Sendable, Hashable, CaseIterable {
    case draft, submitted, approved, rejected

    public var label: LocalizedText {
      switch self {
      case .draft: LocalizedText(zh: "草拟", en: "draft")
      case .submitted: LocalizedText(zh: "已提交", en: "submitted")
      case .approved: LocalizedText(zh: "已批准", en: "approved")
      case .rejected: LocalizedText(zh: "已驳回", en: "rejected")
      }
    }
  }
}

public struct ComplianceItem: Sendable {
  public var item: String
  public var by: Located<String>?
  public var on: Day?
  /// Fields that hold something which cannot be read; said when it was read.
  public var unreadable: Set<Key> = []
  public var range: SourceRange
}

public struct Incident: Sendable {
  public var on: Day?
  public var what: String
  public var handled: String?
}
