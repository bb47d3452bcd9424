/// The handbook's things by every name that content may call them.
public struct Directory: Sendable {
  public let channels: NameTable<Int>
  public let metrics: NameTable<Int>
  public let goals: NameTable<GoalReference>
  public let plans: NameTable<Int>
  public let activities: NameTable<Int>
  /// Task and problem ids are unique over all plans and reviews.
  public let problems: NameTable<ProblemReference>

  public struct GoalReference: Sendable, Hashable {
    public var sheet: Int
    public var goal: Int
  }

  public struct ProblemReference: Sendable, Hashable {
    public var review: Int
    public var problem: Int
  }

  public init(_ handbook: Handbook) {
    var channels: NameTable<Int> = NameTable()
    for (index, channel) in handbook.channels.enumerated() {
      channels[channel.info.id.value] = index
      if channels[channel.info.title] == nil { channels[channel.info.title] = index }
    }
    self.channels = channels
    var metrics: NameTable<Int> = NameTable()
    for (index, metric) in handbook.metrics.enumerated() {
      for name in [metric.id, metric.name.zh, metric.name.en] + metric.aliases {
        if metrics[name] == nil { metrics[name] = index }
        let lowered = name.lowercased()
        if metrics[lowered] == nil { metrics[lowered] = index }
      }
    }
    self.metrics = metrics
    var goals: NameTable<GoalReference> = NameTable()
    for (s, sheet) in handbook.goalSheets.enumerated() {
      for (g, goal) in sheet.goals.enumerated() where goals[goal.id.value] == nil {
        goals[goal.id.value] = GoalReference(sheet: s, goal: g)
      }
    }
    self.goals = goals
    plans = Self.byID(handbook.plans.map(\.info.id.value))
    activities = Self.byID(handbook.activities.map(\.info.id.value))
    var problems: NameTable<ProblemReference> = NameTable()
    for (r, review) in handbook.reviews.enumerated() {
      for (p, problem) in review.problems.enumerated() {
        if let id = problem.id?.value, problems[id] == nil {
          problems[id] = ProblemReference(review: r, problem: p)
        }
      }
    }
    self.problems = problems
  }

  private static func byID(_ ids: [String]) -> NameTable<Int> {
    var index: NameTable<Int> = NameTable()
    for (place, id) in ids.enumerated() where index[id] == nil { index[id] = place }
    return index
  }

  /// A metric by its id or any of its names, letter case aside.
  public func metric(named name: String) -> Int? {
    metrics[name] ?? metrics[name.lowercased()]
  }
}
