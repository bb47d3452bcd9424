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
  /// The reviews of `adjustments`, in the same order.
  private var reviews: [String: [Int]] = [:]

  /// An adjustment that still says what the draft put in its place answers nothing.
  public init(_ handbook: Handbook) {
    for (p, plan) in handbook.plans.enumerated() {
      for (t, task) in plan.tasks.enumerated() {
        for problem in task.from {
          tasks[problem.value, default: []].append(TaskReference(plan: p, task: t))
        }
      }
    }
    for (r, review) in handbook.reviews.enumerated() {
      for adjustment in review.adjustments {
        guard let problem = adjustment.problem?.value, !ReviewDraft.isBlank(adjustment.what)
        else { continue }
        adjustments[problem, default: []].append(adjustment)
        reviews[problem, default: []].append(r)
      }
    }
  }

  /// How far the answer to `problem` has come on `asOf`.
  public func outcome(of problem: Problem, in handbook: Handbook, asOf: Day) -> ProblemOutcome {
    guard let id = problem.id?.value else { return .unanswered }
    return outcome(
      tasks: tasks[id] ?? [], isAnswered: adjustments[id] != nil, in: handbook, asOf: asOf)
  }

  private func outcome(
    tasks references: [TaskReference], isAnswered: Bool, in handbook: Handbook, asOf: Day
  ) -> ProblemOutcome {
    let tasks = references.map { handbook.plans[$0.plan].tasks[$0.task] }
    guard !tasks.isEmpty else { return isAnswered ? .unplanned : .unanswered }
    let states = tasks.map { $0.progress(asOf: asOf) }
    if states.contains(.late) { return .late }
    if states.contains(.open) { return .underWay }
    return states.contains(.done) ? .done : .dropped
  }
}

extension Answers {
  /// A problem as the report of `period` shows it: with the adjustments of reviews
  /// that look back no further than its end. A later review may take the problem up
  /// again, a later plan carry it out: that is for their own periods' reports, and
  /// this one stays as it is.
  ///
  /// Of its own problems a period says only whether they are answered. Of the period
  /// before it says what became of the answers, by the plans that have begun.
  func reported(
    _ problem: Int, of review: Int, in period: Period, asOf: Day?, _ handbook: Handbook
  ) -> ReportedProblem {
    let calendar = handbook.calendar
    let end = calendar.last(of: period)
    let id = handbook.reviews[review].problems[problem].id?.value ?? ""
    let adjustments = zip(self.adjustments[id] ?? [], reviews[id] ?? []).filter { _, review in
      handbook.reviews[review].period.value.map { calendar.last(of: $0) <= end } ?? false
    }.map(\.0)
    var found = ReportedProblem(
      review: review, problem: problem, outcome: adjustments.isEmpty ? .unanswered : .adjusted,
      adjustments: adjustments, tasks: [])
    guard let asOf else { return found }
    found.tasks = (tasks[id] ?? []).filter { reference in
      handbook.plans[reference.plan].period.value.map { calendar.first(of: $0) <= end } ?? false
    }
    found.outcome = outcome(
      tasks: found.tasks, isAnswered: !adjustments.isEmpty, in: handbook, asOf: asOf)
    return found
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
