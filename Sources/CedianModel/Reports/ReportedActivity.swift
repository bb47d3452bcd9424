/// An activity in a report: what it was to bring, what it brought, what it cost.
public struct ReportedActivity: Sendable {
  /// An index into `Handbook.activities`.
  public var activity: Int
  public var evaluation: Int?
  public var results: [TargetResult]
  /// Of its first measurable goal: what the activity is ranked by.
  public var attainment: Decimal?
  /// Yuan, from the activity's own result rows up to the period's end; nil where
  /// none are reported.
  public var spend: Decimal?
  public var spendRows: [Int]
  public var budget: Decimal?
  /// When it was carried out, so far as the report knows; nil before it began.
  public var actual: ActualTime?
  /// Whether its first day, as it was carried out or else planned, has come.
  public var hasBegun: Bool
  /// Whether the report's period, or the day it looks from, ends before the activity
  /// does: what came of it is not known yet.
  public var goesOn: Bool
  /// Approved or carried out, and over on the day the report looks from.
  public var hasEnded: Bool

  /// As the report sees it: what is done by now was under way while it went on, and
  /// planned before.
  public func status(of activity: Activity) -> ActivityStatus {
    guard activity.state == .done || activity.state == .running else { return activity.state }
    return hasBegun ? goesOn ? .running : activity.state : .planned
  }

  /// The days it was carried out on, so far as the report knows, else its planned ones.
  public func time(of activity: Activity) -> ActualTime? {
    actual ?? activity.time.value.map { .over($0) }
  }

  /// Over and not evaluated: what the rule `missing-evaluation` asks for.
  public var lacksEvaluation: Bool { hasEnded && evaluation == nil }
}

/// The days of an activity that a report knows.
public enum ActualTime: Sendable, Hashable {
  case over(TimeSpan)
  /// It goes on: the report does not know its end.
  case since(Day)

  /// `2026年10月28日起`, `from 28 Oct 2026`, or both days.
  public func label(_ language: Language) -> String {
    switch self {
    case .over(let span): span.label(language, countingDays: false)
    case .since(let day):
      language == .zh ? "\(day.label(.zh))起" : "from \(day.label(.en))"
    }
  }
}

/// A goal of an activity beside what its evaluation says.
public struct TargetResult: Sendable {
  /// An index into `Handbook.metrics`; nil for a name that is not there.
  public var metric: Int?
  public var name: String
  public var target: Quantity?
  public var actual: Quantity?
  public var attainment: Decimal?
  public var status: Achievement
}

/// What of an activity is the same in every report: its goals with their results.
struct ActivityOutcome: Sendable {
  var evaluation: Int?
  var results: [TargetResult]
  var attainment: Decimal?
  var budget: Decimal?

  /// While the activity goes on: its goals without what came of them.
  var unfinished: ActivityOutcome {
    var outcome = ActivityOutcome(
      evaluation: nil, results: results, attainment: nil, budget: budget)
    for index in results.indices {
      outcome.results[index].actual = nil
      outcome.results[index].attainment = nil
      outcome.results[index].status = .noData
    }
    return outcome
  }
}

extension ReportSource {
  /// An activity as the report of `period` shows it.
  public func activity(_ index: Int, until period: Period) -> ReportedActivity {
    activity(index, until: period, last: calendar.last(of: period))
  }

  /// The same where the period's last day is known.
  func activity(_ index: Int, until period: Period, last: Day) -> ReportedActivity {
    let activity = handbook.activities[index]
    let goesOn = activity.lastDay.map { $0 >= ledger.asOf || $0 > last } ?? false
    func hasCome(_ day: Day) -> Bool { day <= ledger.asOf && day <= last }
    let outcome = goesOn ? outcomes[index].unfinished : outcomes[index]
    let rows = ledger.spendMetric.map {
      ledger.rows(ofActivity: activity.info.id.value, metric: $0, until: period)
    }
    return ReportedActivity(
      activity: index, evaluation: outcome.evaluation, results: outcome.results,
      attainment: outcome.attainment,
      spend: rows.flatMap { $0.isEmpty ? nil : $0.reduce(0) { $0 + ledger.amount($1) } },
      spendRows: rows ?? [], budget: outcome.budget,
      actual: activity.actualTime.flatMap { span in
        goesOn ? (hasCome(span.start) ? .since(span.start) : nil) : .over(span)
      },
      hasBegun: activity.firstDay.map(hasCome) ?? false,
      goesOn: goesOn, hasEnded: activity.wentAhead && activity.lastDay != nil && !goesOn)
  }
}

extension MetricLedger {
  func outcome(_ activity: Activity, evaluation: Int?) -> ActivityOutcome {
    let results = targetResults(activity, evaluation.map { handbook.evaluations[$0] })
    return ActivityOutcome(
      evaluation: evaluation, results: results,
      attainment: results.first { $0.target != nil }?.attainment, budget: activity.budget?.total)
  }

  private func targetResults(_ activity: Activity, _ evaluation: Evaluation?) -> [TargetResult] {
    activity.allTargets(in: directory).map { target in
      let metric = directory.metric(named: target.metric.value)
      let result = evaluation?.results.first {
        $0.metric.value == target.metric.value
          || (metric != nil && directory.metric(named: $0.metric.value) == metric)
      }
      let actual = result?.actual?.value
      var judged: (attainment: Decimal?, status: Achievement) = (nil, .noData)
      if let actual, let aim = target.target?.value {
        judged = handbook.site.judge(
          actual: actual.value, target: aim.value,
          polarity: metric.map { handbook.metrics[$0].polarity } ?? .higherIsBetter)
      }
      return TargetResult(
        metric: metric, name: target.metric.value, target: target.target?.value, actual: actual,
        attainment: judged.attainment, status: judged.status)
    }
  }
}
