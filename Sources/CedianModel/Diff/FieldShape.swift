/// What kind of value a field holds, for comparing.
enum FieldShape {
  case text, time, quantity, list
  case choice(ChoiceWords)
  case record(RecordSchema)
  /// Told apart by these keys.
  case records(RecordSchema, [Key])
  /// A period or month to a value each.
  case parts

  static func of(_ key: Key, in schema: RecordSchema) -> FieldShape {
    switch (key, schema.name.en) {
    case (.by, "approval"), (.by, "compliance item"): return .text
    case (.goal, "activity"), (.expectedEffect, _): return .records(.target, [.metric])
    case (.results, "evaluation"): return .records(.evaluationResult, [.metric])
    case (.status, "activity"): return .choice(.activityStatus)
    case (.status, "approval"): return .choice(.approvalStatus)
    case (.rules, "policy chapter"): return .records(.binding, [.clause, .rule])
    case (.severity, "rule binding"): return .choice(.severity)
    case (.departments, _): return .records(.department, [.id, .title])
    case (.goals, _): return .records(.goal, [.id])
    case (.roles, _), (.fields, _), (.aliases, _): return .list
    default: return ofKey(key)
    }
  }

  private static func ofKey(_ key: Key) -> FieldShape {
    switch key {
    case .time, .actualTime, .when, .period, .by, .on, .due, .effective, .updated: .time
    case .target, .baseline, .amount, .actual, .share, .headcount: .quantity
    case .audience, .format, .channels, .tags, .supports, .activities, .focus, .metrics, .lessons,
      .from:
      .list
    case .budget: .records(.budgetItem, [.item, .channel])
    case .promotion: .records(.promotion, [.channel, .phase])
    case .duties: .records(.duty, [.task])
    case .risks: .records(.risk, [.risk])
    case .approval: .record(.approval)
    case .compliance: .records(.compliance, [.item])
    case .incidents: .records(.incident, [.what])
    case .basis: .record(.basis)
    case .channelPlan: .records(.channelPlan, [.channel])
    case .staffing: .records(.staffing, [.who, .role])
    case .tasks: .records(.task, [.id, .what])
    case .problems: .records(.problem, [.id, .what])
    case .adjustments: .records(.adjustment, [.for, .what])
    case .accounts, .stores: .records(.account, [.platform, .name])
    case .quarters, .months: .parts
    case .phase: .choice(.phase)
    case .likelihood, .impact, .severity: .choice(.level)
    case .state: .choice(.taskState)
    default: .text
    }
  }
}

/// What the words of a choice mean, each with the label that people see. Made once:
/// thousands of fields are read.
final class ChoiceWords: Sendable {
  private let labels: NameTable<LocalizedText>

  private init<T: Choice>(_ type: T.Type) {
    var labels = NameTable<LocalizedText>()
    for choice in T.allCases {
      labels[choice.rawValue] = choice.label
      labels[choice.label.zh] = choice.label
    }
    for (word, choice) in T.synonyms { labels[word] = choice.label }
    self.labels = labels
  }

  subscript(word: String) -> LocalizedText? { labels[word] }

  static let activityStatus = ChoiceWords(ActivityStatus.self)
  static let approvalStatus = ChoiceWords(Approval.Status.self)
  static let severity = ChoiceWords(Severity.self)
  static let phase = ChoiceWords(Promotion.Phase.self)
  static let level = ChoiceWords(Level.self)
  static let taskState = ChoiceWords(PlanTask.State.self)
}
