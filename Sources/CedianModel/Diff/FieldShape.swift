/// What kind of value a field holds, for comparing.
enum FieldShape {
  case text, time, quantity, list
  case choice([LocalizedText: [String]])
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
    case (.status, "activity"): return choices(ActivityStatus.self)
    case (.status, "approval"): return choices(Approval.Status.self)
    case (.rules, "policy chapter"): return .records(.binding, [.clause, .rule])
    case (.severity, "rule binding"): return choices(Severity.self)
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
    case .phase: choices(Promotion.Phase.self)
    case .likelihood, .impact, .severity: choices(Level.self)
    case .state: choices(PlanTask.State.self)
    default: .text
    }
  }

  private static func choices<T: Choice>(_ type: T.Type) -> FieldShape {
    var words: [LocalizedText: [String]] = [:]
    for choice in T.allCases {
      words[choice.label] =
        [choice.rawValue, choice.label.zh]
        + T.synonyms.filter { $0.value.rawValue == choice.rawValue }.keys
    }
    return .choice(words)
  }
}
