/// What became of each problem (clause 2.6): the adjustments that answer it and
/// the tasks of later plans that carry it out.
public struct Answers: Sendable {
  public struct TaskReference: Sendable, Hashable {
    public var plan: Int
    public var task: Int
  }

  /// By the problem's id.
  public private(set) var tasks: [String: [TaskReference]] = [:]
  public private(set) var adjustments: [String: [Adjustment]] = [:]

  public init(_ handbook: Handbook) {
    for (p, plan) in handbook.plans.enumerated() {
      for (t, task) in plan.tasks.enumerated() {
        for problem in task.from {
          tasks[problem.value, default: []].append(TaskReference(plan: p, task: t))
        }
      }
    }
    for review in handbook.reviews {
      for adjustment in review.adjustments {
        guard let problem = adjustment.problem?.value else { continue }
        adjustments[problem, default: []].append(adjustment)
      }
    }
  }

  /// How far the answer to `problem` has come on `asOf`.
  public func outcome(of problem: Problem, in handbook: Handbook, asOf: Day) -> ProblemOutcome {
    guard let id = problem.id?.value else { return .unanswered }
    let tasks = (tasks[id] ?? []).map { handbook.plans[$0.plan].tasks[$0.task] }
    guard !tasks.isEmpty else { return adjustments[id] == nil ? .unanswered : .unplanned }
    let states = tasks.map { $0.progress(asOf: asOf) }
    if states.contains(.late) { return .late }
    if states.contains(.open) { return .underWay }
    return states.contains(.done) ? .done : .dropped
  }
}

extension Answers {
  /// What a period's own report says of its problem: whether the review answers it.
  /// What becomes of the answer is for the next period's report; this one stays as
  /// it is while later plans are made and carried out.
  public func ownOutcome(of problem: Problem) -> ProblemOutcome {
    problem.id.flatMap { adjustments[$0.value] } == nil ? .unanswered : .adjusted
  }
}

/// How far the answer to a problem has come.
public enum ProblemOutcome: Int, Sendable, Hashable, CaseIterable {
  /// No adjustment answers it.
  case unanswered
  /// The review answers it; nothing is said of plans.
  case adjusted
  /// A task is open after its time.
  case late
  /// Adjusted, but no task of a plan carries it out.
  case unplanned
  case underWay
  /// Every task that answers it was dropped.
  case dropped
  case done

  public var isOpen: Bool { self != .done && self != .dropped }

  public var label: LocalizedText {
    switch self {
    case .unanswered: LocalizedText(zh: "没有调整", en: "not answered")
    case .adjusted: LocalizedText(zh: "已定调整", en: "answered")
    case .late: LocalizedText(zh: "逾期", en: "late")
    case .unplanned: LocalizedText(zh: "没有落实到工作", en: "in no plan")
    case .underWay: LocalizedText(zh: "进行中", en: "under way")
    case .dropped: LocalizedText(zh: "已取消", en: "dropped")
    case .done: LocalizedText(zh: "已落实", en: "carried out")
    }
  }
}

/// Where a task stands on a day.
public enum TaskProgress: String, Sendable, Hashable, CaseIterable {
  case done, late, open, dropped

  public var label: LocalizedText {
    switch self {
    case .done: LocalizedText(zh: "已完成", en: "done")
    case .late: LocalizedText(zh: "逾期", en: "late")
    case .open: LocalizedText(zh: "未完成", en: "open")
    case .dropped: LocalizedText(zh: "已取消", en: "dropped")
    }
  }

  public var glyph: String {
    switch self {
    case .done: "●"
    case .late: "▲"
    case .open: "○"
    case .dropped: "×"
    }
  }
}

extension PlanTask {
  /// Late is what is still open after its last day.
  public func progress(asOf: Day) -> TaskProgress {
    switch state {
    case .done: .done
    case .dropped: .dropped
    case .open, nil: when.value.map { $0.end < asOf } == true ? .late : .open
    }
  }
}
