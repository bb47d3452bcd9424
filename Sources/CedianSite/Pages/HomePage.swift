import CedianModel

/// What is happening this month.
struct HomePageView: View {
  var month: EscapedHTML
  var asOf: EscapedHTML
  var timeline: TimelineView?
  var counts: [CountView]
  var findings: [FindingView]
  var findingCount: EscapedHTML
  var attention: [AttentionView]
  var goals: [GoalPartView]
  var plan: LinkView?
  var focus: [EscapedHTML]
  var tasks: [TaskView]
  var review: LinkView?
  var reviewConclusion: EscapedHTML
  var chapters: [LinkView]
  var channels: [LinkView]

  static let keys = ViewKeys<HomePageView>(
    "首页",
    [
      .text("month", "本月，如 2026年11月", \.month),
      .text("asOf", "截至日期", \.asOf),
      .view("timeline", "本月活动的时间轴", { $0.timeline }),
      .list("counts", "本月各项数目", \.counts),
      .list("findings", "检查发现的问题，最多 8 条", \.findings),
      .text("findingCount", "错误与警告的总数；没有时为空", \.findingCount),
      .list("attention", "逾期或待办：待审批、待评估、逾期的工作", \.attention),
      .list("goals", "年度目标分解到本月的目标值", \.goals),
      .view("plan", "本月计划", { $0.plan }),
      .texts("focus", "本月工作重点", \.focus),
      .list("tasks", "本月工作安排", \.tasks),
      .view("review", "最近的复盘", { $0.review }),
      .text("reviewConclusion", "最近复盘的结论", \.reviewConclusion),
      .list("chapters", "制度各章", \.chapters),
      .list("channels", "各渠道", \.channels),
    ])
}

struct CountView: View {
  var status: StatusView
  var count: EscapedHTML

  static let keys = ViewKeys<CountView>(
    "数目",
    [
      .view("status", "状态", { $0.status }),
      .text("count", "数目", \.count),
    ])
}

/// Something late or lacking that the plans themselves show.
struct AttentionView: View {
  var status: StatusView
  var link: LinkView
  var detail: EscapedHTML
  var who: LinkView?

  static let keys = ViewKeys<AttentionView>(
    "待办",
    [
      .view("status", "待审批、待评估、逾期", { $0.status }),
      .view("link", "活动或计划", { $0.link }),
      .text("detail", "说明", \.detail),
      .view("who", "负责", { $0.who }),
    ])
}

extension PageScope {
  func homePage() -> HomePageView {
    let today = context.options.asOf
    let month = Period.month(of: today)
    let activities = context.activities(overlapping: month.span, limit: Self.listLimit)
    let plan = context.planByPeriod[month].map { handbook.plans[$0] }
    let serious = context.options.findings.filter { $0.severity != .note }
    let review = handbook.reviews
      .filter { ($0.period.value?.last ?? today) < today }
      .max { ($0.period.value?.last ?? today) < ($1.period.value?.last ?? today) }
    return HomePageView(
      month: EscapedHTML(month.label(language)), asOf: EscapedHTML(today.label(language)),
      timeline: timeline(of: activities.reversed(), over: month.span, today: today),
      counts: ActivityStatus.allCases.compactMap { state in
        let count = activities.count { $0.status.value == state }
        return count == 0
          ? nil : CountView(status: status(of: state), count: EscapedHTML("\(count)"))
      },
      findings: serious.prefix(8).map(finding),
      findingCount: serious.isEmpty ? .empty : EscapedHTML("\(serious.count)"),
      attention: attention(today), goals: goalParts(month), plan: plan.map { link(to: $0.info) },
      focus: plan?.focus.map { EscapedHTML($0) } ?? [],
      tasks: plan.map { plan in plan.tasks.map { taskRow($0, of: plan) } } ?? [],
      review: review.map { link(to: $0.info) },
      reviewConclusion: EscapedHTML(review?.conclusion ?? ""),
      chapters: chapterLinks(), channels: handbook.channels.map { link(to: $0.info) })
  }

  /// Late tasks first, then activities that wait for approval or evaluation.
  private func attention(_ today: Day) -> [AttentionView] {
    var items: [AttentionView] = []
    for plan in handbook.plans {
      for task in plan.tasks where task.state == .open {
        guard let end = task.when.value?.end, end < today else { continue }
        items.append(
          AttentionView(
            status: StatusView("▲", say(.late), "warn"), link: link(to: plan.info),
            detail: EscapedHTML(task.what), who: party(task.who?.value)))
      }
    }
    for index in context.activitiesByTime.reversed() {
      let activity = handbook.activities[index]
      guard let time = activity.time.value else { continue }
      let isAhead = time.start >= today && time.start < today.adding(days: 45)
      if isAhead, activity.status.value == .planned, activity.approval?.status?.value != .approved {
        items.append(
          AttentionView(
            status: StatusView("◎", say(.awaitsApproval), "active"), link: link(to: activity.info),
            detail: EscapedHTML(time.label(language, countingDays: false)),
            who: party(activity.info.owner.value)))
      }
      if activity.status.value == .done, context.evaluationByActivity[activity.info.id.value] == nil
      {
        items.append(
          AttentionView(
            status: StatusView("○", say(.awaitsEvaluation), "plain"), link: link(to: activity.info),
            detail: EscapedHTML(time.label(language, countingDays: false)),
            who: party(activity.info.owner.value)))
      }
    }
    return Array(items.prefix(12))
  }

  func chapterLinks() -> [LinkView] {
    context.chaptersInOrder.map { index in
      let chapter = handbook.chapters[index]
      return link(to: chapter.info)
    }
  }
}

extension SiteContext {
  /// Chapters by number; those without one follow in the order of their paths.
  var chaptersInOrder: [Int] {
    handbook.chapters.indices.sorted {
      let (a, b) = (handbook.chapters[$0].number ?? .max, handbook.chapters[$1].number ?? .max)
      return a != b ? a < b : $0 < $1
    }
  }
}
