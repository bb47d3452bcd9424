import CedianModel

/// A year's, quarter's or month's plan.
struct PlanPageView: View {
  var period: EscapedHTML
  var owner: LinkView?
  var focus: [EscapedHTML]
  var goals: [GoalPartView]
  var isYear: Bool
  var tasks: [TaskView]
  var budget: BudgetView?
  var timeline: TimelineView?
  var activities: [ActivityRowView]
  var basis: [FactView]
  var channelPlan: [ChannelPlanView]
  var staffing: [StaffingView]
  var children: [LinkView]
  var review: LinkView?
  var report: LinkView?
  var findings: [FindingView]
  var body: EscapedHTML

  static let keys = ViewKeys<PlanPageView>(
    "计划页",
    [
      .text("period", "期间", \.period),
      .view("owner", "负责人", \.owner),
      .texts("focus", "工作重点", \.focus),
      .list("goals", "年度目标分解到本期的目标值", \.goals),
      .flag("isYear", "是否年度计划", \.isYear),
      .list("tasks", "工作安排", \.tasks),
      .view("budget", "预算", \.budget),
      .view("timeline", "本期活动的时间轴", \.timeline),
      .list("activities", "本期活动", \.activities),
      .list("basis", "制定依据与协调关系", \.basis),
      .list("channelPlan", "渠道选择", \.channelPlan),
      .list("staffing", "人员安排", \.staffing),
      .list("children", "下一级计划", \.children),
      .view("review", "本期复盘", \.review),
      .view("report", "本期报告", \.report),
      .list("findings", "对本计划的检查结果", \.findings),
      .html("body", "正文", \.body),
    ])
}

/// A goal's share in one period.
struct GoalPartView: View {
  var goal: LinkView
  var metric: EscapedHTML
  var target: ValueView?
  var year: ValueView?

  static let keys = ViewKeys<GoalPartView>(
    "目标分解",
    [
      .view("goal", "年度目标", \.goal),
      .text("metric", "指标", \.metric),
      .view("target", "本期目标值", \.target),
      .view("year", "全年目标值", \.year),
    ])
}

struct ChannelPlanView: View {
  var channel: LinkView
  var why: EscapedHTML
  var share: EscapedHTML

  static let keys = ViewKeys<ChannelPlanView>(
    "渠道选择",
    [
      .view("channel", "渠道", \.channel),
      .text("why", "理由", \.why),
      .text("share", "占比", \.share),
    ])
}

struct StaffingView: View {
  var who: LinkView?
  var role: EscapedHTML
  var headcount: EscapedHTML

  static let keys = ViewKeys<StaffingView>(
    "人员安排",
    [
      .view("who", "部门", \.who),
      .text("role", "岗位", \.role),
      .text("headcount", "人数", \.headcount),
    ])
}

extension PageScope {
  /// A long list on a page about something else is cut: the index has them all.
  static var listLimit: Int { 60 }

  func planPage(_ plan: Plan) -> PlanPageView {
    let period = plan.period.value
    let activities = activities(of: plan).prefix(Self.listLimit).sorted {
      ($0.time.value?.start ?? .distant) < ($1.time.value?.start ?? .distant)
    }
    return PlanPageView(
      period: period.map { EscapedHTML($0.label(language)) } ?? .empty,
      owner: party(plan.info.owner.value), focus: plan.focus.map { EscapedHTML($0) },
      goals: period.map(goalParts) ?? [], isYear: period?.monthCount == 12,
      tasks: plan.tasks.map { taskRow($0, of: plan, namesPlan: false, marksAnchor: true) },
      budget: budget(plan.budget),
      timeline: period.flatMap { timeline(of: activities, over: $0.span) },
      activities: activities.map(activityRow), basis: basis(plan.basis, alignment: plan.alignment),
      channelPlan: plan.channelPlan.map { choice in
        ChannelPlanView(
          channel: channel(choice.channel.value), why: EscapedHTML(choice.why ?? ""),
          share: choice.share.map { phrase($0) } ?? .empty)
      },
      staffing: plan.staffing.map { staff in
        StaffingView(
          who: party(staff.who?.value), role: EscapedHTML(staff.role ?? ""),
          headcount: staff.headcount.map { EscapedHTML(NumberFormat.count($0.value)) } ?? .empty)
      },
      children: period.map(children) ?? [],
      review: period.flatMap { context.reviewByPeriod[$0] }
        .map { link(to: handbook.reviews[$0].info) },
      report: period.flatMap(reportLink),
      findings: findings(in: plan.info.path), body: body(plan.info))
  }

  /// Those the plan names; otherwise those whose time falls into its period.
  private func activities(of plan: Plan) -> [Activity] {
    guard plan.activities.isEmpty else {
      return plan.activities.compactMap { named in
        context.directory.activities[named.value].map { handbook.activities[$0] }
      }
    }
    guard let span = plan.period.value.map(handbook.calendar.span(of:)) else { return [] }
    return context.activities(overlapping: span, limit: Self.listLimit)
  }

  func goalParts(_ period: Period) -> [GoalPartView] {
    handbook.goalSheets.flatMap { sheet in
      sheet.goals.compactMap { goal -> GoalPartView? in
        let part = (goal.quarters + goal.months).first { $0.period == period }
        let isYear = sheet.period.value == period
        guard part != nil || isYear else { return nil }
        let metric = goal.metric.flatMap { context.metric(named: $0.value) }
        return GoalPartView(
          goal: self.goal(goal.id.value),
          metric: goal.metric.map { metricName($0.value) } ?? .empty,
          target: (part?.target ?? goal.target).map { value($0.value, metric: metric) },
          year: isYear ? nil : goal.target.map { value($0.value, metric: metric) })
      }
    }
  }

  func basis(_ basis: Basis?, alignment: String?) -> [FactView] {
    let parts: [(Label, String?)] = [
      (.strategy, basis?.strategy), (.market, basis?.market), (.competitors, basis?.competitors),
      (.alignment, alignment),
    ]
    return parts.compactMap { label, text in
      text.map { FactView(name: say(label), values: [EscapedHTML($0)]) }
    }
  }

  private func children(of period: Period) -> [LinkView] {
    let parts: [Period] =
      switch period {
      case .year, .half: period.quarters
      case .quarter: handbook.calendar.months(of: period)
      case .month: []
      }
    return parts.compactMap { part in
      context.planByPeriod[part].map { index in
        let info = handbook.plans[index].info
        return link(part.shortLabel(language), .document(.plan, id: info.id.value))
      }
    }
  }
}

extension SiteContext {
  /// Newest first, at most `limit` of them.
  func activities(overlapping span: TimeSpan, limit: Int) -> [Activity] {
    var found: [Activity] = []
    for (place, time) in activityTimes.enumerated() {
      if time.overlaps(span) { found.append(handbook.activities[activitiesByTime[place]]) }
      if found.count == limit { break }
    }
    return found
  }
}

extension Day {
  /// After every day: where those without a time are sorted.
  static var distant: Day { Day(ordinal: .max) }
}
