/// A month's, quarter's or year's report: every number that its page, its data
/// files and the terminal show. All computed; nothing in it is rounded.
public struct Report: Sendable {
  public var period: Period
  public var state: PeriodState
  /// The last day that the numbers cover: the period's, or the day of the report
  /// while it is open.
  public var lastDay: Day
  /// Indices into the handbook.
  public var plan: Int?
  public var review: Int?
  /// The metrics with a goal, in the goals' order, then the others that have
  /// figures.
  public var lines: [MetricLine]
  /// The months of a quarter, the quarters of a year; empty for a month.
  public var parts: [Period]
  /// For each of `lines` its values in `parts`.
  public var partLines: [[MetricLine]]
  /// 13 months of each of `lines`.
  public var trends: [[TrendPoint]]
  public var channels: [ReportedChannel]
  public var variances: [ChannelVariance]
  public var activities: [ReportedActivity]
  public var tasks: [ReportedTask]
  public var budget: ReportedBudget
  /// The problems of the period before, with what became of them.
  public var loop: [ReportedProblem]
  /// The problems of this period.
  public var problems: [ReportedProblem]
  /// The plan of the period after, whose tasks come next.
  public var nextPlan: Int?
  public var quality: DataQuality
  public var coverage: ReviewCoverage?

  /// How many metrics with a target are reached, at risk, missed and without data.
  public var counts: [Achievement: Int] {
    var counts: [Achievement: Int] = [:]
    for line in lines where line.target != nil && !line.isUnderWay {
      counts[line.status, default: 0] += 1
    }
    return counts
  }

  /// Metrics with a goal.
  public var goalLines: [MetricLine] { lines.filter { $0.target != nil } }
}

public struct ReportedChannel: Sendable {
  public var channel: Int
  public var spend: MetricValue?
  public var lines: [MetricLine]
  /// Metrics it declares and did not report, as indices into the metrics.
  public var missing: [Int]
}

/// A task of a plan as it stands at the report's end.
public struct ReportedTask: Sendable {
  public var plan: Int
  public var task: Int
  public var progress: TaskProgress

  public init(plan: Int, task: Int, progress: TaskProgress) {
    (self.plan, self.task, self.progress) = (plan, task, progress)
  }
}

public struct ReportedProblem: Sendable {
  public var review: Int
  public var problem: Int
  public var outcome: ProblemOutcome
  /// What answers it, as far as the report's period knows.
  public var adjustments: [Adjustment]
  /// The tasks that carry the answers out, of plans that have begun; none of a
  /// period's own problems.
  public var tasks: [Answers.TaskReference]
}

/// How many of a year's reviews there are (clause 2.7: 12 months and 4 quarters).
public struct ReviewCoverage: Sendable {
  public var months: [Period]
  public var quarters: [Period]
  /// Closed periods without a review.
  public var missing: [Period]
}
