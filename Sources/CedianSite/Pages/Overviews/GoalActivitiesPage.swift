import CedianModel

/// Which activities carry each annual goal, and what they promise for it.
struct GoalActivitiesView: View {
  var goals: [GoalMapView]
  var others: [GoalActivityView]
  var othersNote: EscapedHTML
  var pages: YearPagesView?

  static let keys = ViewKeys<GoalActivitiesView>(
    "目标与活动",
    [
      .list("goals", "各目标及支撑它的活动", \.goals),
      .list("others", "没有写支撑哪个目标的活动，新的在前，最多 60 项", \.others),
      .text("othersNote", "没有列全时的总数；列全时为空", \.othersNote),
      .view("pages", "其他年份", \.pages),
    ])
}

struct GoalMapView: View {
  var anchor: EscapedHTML
  var goal: LinkView
  var metric: EscapedHTML
  var target: ValueView?
  var due: EscapedHTML
  var owner: LinkView?
  var smart: [SmartTickView]
  var activities: [GoalActivityView]
  var count: EscapedHTML
  var promised: ValueView?
  var share: EscapedHTML

  static let keys = ViewKeys<GoalMapView>(
    "目标及其活动",
    [
      .text("anchor", "锚点", \.anchor),
      .view("goal", "目标", \.goal),
      .text("metric", "指标", \.metric),
      .view("target", "目标值", \.target),
      .text("due", "期限", \.due),
      .view("owner", "负责人", \.owner),
      .list("smart", "SMART 五项是否写明", \.smart),
      .list("activities", "支撑它的活动，新的在前，最多 60 项", \.activities),
      .text("count", "活动总数", \.count),
      .view("promised", "各活动目标值之和；指标不逐月相加时没有", \.promised),
      .text("share", "占目标值的比例", \.share),
    ])
}

struct GoalActivityView: View {
  var activity: LinkView
  var status: StatusView?
  var time: EscapedHTML
  var owner: LinkView?
  var target: EscapedHTML

  static let keys = ViewKeys<GoalActivityView>(
    "支撑目标的活动",
    [
      .view("activity", "活动", \.activity),
      .view("status", "状态", \.status),
      .text("time", "时间", \.time),
      .view("owner", "负责人", \.owner),
      .text("target", "对同一指标的目标", \.target),
    ])
}

/// The activities of each goal, newest first; the goals' sheets by year.
struct GoalMap: Sendable {
  /// Indices into the handbook's activities, by goal id.
  var byGoal: [String: [Int]] = [:]
  /// Those that name no goal, by the year they begin in.
  var others: [Int: [Int]] = [:]
  let pages: YearPages

  init(_ context: SiteContext) {
    for index in context.activitiesByTime {
      let activity = context.handbook.activities[index]
      guard !activity.isCancelled else { continue }
      for goal in activity.supports where context.directory.goals[goal.value] != nil {
        byGoal[goal.value, default: []].append(index)
      }
      if activity.supports.isEmpty, let year = activity.time.value?.start.year {
        others[year, default: []].append(index)
      }
    }
    pages = goalYears(context, .goalActivities)
  }
}

/// The goals' sheets by year, newest first.
func goalYears(_ context: SiteContext, _ overview: Overview) -> YearPages {
  YearPages(
    years: context.handbook.goalSheets.map { $0.period.value?.year },
    current: context.options.asOf.year, size: 12, folder: overview.folder)
}

extension PageScope {
  func goalActivities(_ map: GoalMap, at page: YearPages.Page) -> GoalActivitiesView {
    let others = page.year.flatMap { map.others[$0] } ?? []
    return GoalActivitiesView(
      goals: page.rows.flatMap { index in
        handbook.goalSheets[index].goals.map { goalMap($0, map.byGoal[$0.id.value] ?? []) }
      },
      others: others.prefix(Self.listLimit).map { row(handbook.activities[$0], for: nil) },
      othersNote: others.count > Self.listLimit ? EscapedHTML("\(others.count)") : .empty,
      pages: navigation(of: map.pages.pages, at: page))
  }

  private func goalMap(_ goal: Goal, _ activities: [Int]) -> GoalMapView {
    let metric = goal.metric.flatMap { context.metric(named: $0.value) }
    var promised: Decimal = 0
    if let metric, metric.aggregation == .sum {
      for index in activities {
        promised += target(of: handbook.activities[index], metric)?.target?.value.value ?? 0
      }
    }
    let aim = goal.target?.value
    let whole = aim?.value ?? 0
    let sum = aim.map { aim in
      value(Quantity(value: promised, unit: aim.unit), metric: metric, beside: aim)
    }
    return GoalMapView(
      anchor: EscapedHTML(recordAnchor(goal.id.value)), goal: self.goal(goal.id.value),
      metric: goal.metric.map { metricName($0.value) } ?? .empty,
      target: aim.map { value($0, metric: metric) },
      due: goal.due.map { EscapedHTML($0.label(language)) } ?? .empty,
      owner: party(goal.owner?.value), smart: smart(goal),
      activities: activities.prefix(Self.listLimit).map {
        row(handbook.activities[$0], for: metric)
      },
      count: EscapedHTML("\(activities.count)"), promised: promised == 0 ? nil : sum,
      share: promised > 0 && whole > 0
        ? EscapedHTML(NumberFormat.percent(promised, of: whole)) : .empty)
  }

  private func row(_ activity: Activity, for metric: Metric?) -> GoalActivityView {
    GoalActivityView(
      activity: link(to: activity.info), status: activity.status.value.map(status),
      time: activity.time.value.map { EscapedHTML($0.label(language, countingDays: false)) }
        ?? .empty, owner: party(activity.info.owner.value),
      target: metric.flatMap { target(of: activity, $0) }.map(targetPhrase) ?? .empty)
  }

  /// What an activity promises for a metric.
  private func target(of activity: Activity, _ metric: Metric) -> Target? {
    activity.allTargets(in: context.directory).first {
      context.metric(named: $0.metric.value)?.id == metric.id
    }
  }
}
