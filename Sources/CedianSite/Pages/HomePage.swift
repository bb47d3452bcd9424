import CedianModel

/// What is happening this month.
struct HomePageView: View {
  var month: EscapedHTML
  var asOf: EscapedHTML
  var timeline: TimelineView?
  var counts: [CountView]
  var findings: [FindingView]
  var findingCount: EscapedHTML
  var allFindings: LinkView?
  var attention: [AttentionView]
  var attentionCount: EscapedHTML
  var allAttention: LinkView?
  var goals: [GoalPartView]
  var report: LinkView?
  var reportSentences: [EscapedHTML]
  var reportCounts: [CountView]
  var plan: LinkView?
  var focus: [EscapedHTML]
  var tasks: [TaskView]
  var review: LinkView?
  var reviewConclusion: EscapedHTML
  var recent: [HistoryView]
  var allChanges: LinkView?
  var chapters: [LinkView]
  var channels: [LinkView]

  static let keys = ViewKeys<HomePageView>(
    "首页",
    [
      .text("month", "本月，如 2026年11月", \.month),
      .text("asOf", "截至日期", \.asOf),
      .view("timeline", "本月活动的时间轴", \.timeline),
      .list("counts", "本月各项数目", \.counts),
      .list("findings", "检查发现的错误与警告，最多 5 条", \.findings),
      .text("findingCount", "错误与警告的总数；没有时为空", \.findingCount),
      .view("allFindings", "合规页", \.allFindings),
      .list("attention", "待审批、待评估的活动和逾期的工作，最多 8 条", \.attention),
      .text("attentionCount", "待办与逾期的总数；没有时为空", \.attentionCount),
      .view("allAttention", "没有列全时，通往各部门的待办", \.allAttention),
      .list("goals", "年度目标分解到本月的目标值", \.goals),
      .view("report", "最近结束的一个月的报告", \.report),
      .texts("reportSentences", "那份报告的三句结论", \.reportSentences),
      .list("reportCounts", "那份报告达标、预警、未达标、无数据的项数", \.reportCounts),
      .view("plan", "本月计划", \.plan),
      .texts("focus", "本月工作重点", \.focus),
      .list("tasks", "本月工作安排", \.tasks),
      .view("review", "最近的复盘", \.review),
      .text("reviewConclusion", "最近复盘的结论", \.reviewConclusion),
      .list("recent", "最近的改动，最多 6 次", \.recent),
      .view("allChanges", "最近改动页；没有修改历史时没有", \.allChanges),
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
      .view("status", "状态", \.status),
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
      .view("status", "待审批、待评估、逾期", \.status),
      .view("link", "活动或计划", \.link),
      .text("detail", "说明", \.detail),
      .view("who", "负责", \.who),
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
      .filter { ($0.period.value.map(handbook.calendar.last(of:)) ?? today) < today }
      .max {
        ($0.period.value.map(handbook.calendar.last(of:)) ?? today)
          < ($1.period.value.map(handbook.calendar.last(of:)) ?? today)
      }
    let attention = attention(today, first: 8)
    let latest = latestReport(before: month)
    return HomePageView(
      month: EscapedHTML(month.label(language)), asOf: EscapedHTML(today.label(language)),
      timeline: timeline(of: activities.reversed(), over: month.span, today: today),
      counts: ActivityStatus.allCases.compactMap { state in
        let count = activities.count { $0.status.value == state }
        return count == 0
          ? nil : CountView(status: status(of: state), count: EscapedHTML("\(count)"))
      },
      findings: serious.prefix(5).map(finding),
      findingCount: serious.isEmpty ? .empty : EscapedHTML("\(serious.count)"),
      allFindings: context.hasPages(.compliance)
        ? link(Label.compliancePages.text[language], .compliance) : nil,
      attention: attention.items,
      attentionCount: attention.count == 0 ? .empty : EscapedHTML("\(attention.count)"),
      allAttention: attention.count > 8 && context.hasPages(.departments)
        ? link(Label.byDepartment.text[language], SiteSection.departments.index) : nil,
      goals: goalParts(month), report: latest.flatMap { reportLink($0.period) },
      reportSentences: latest.map { context.reports.summary($0).sentences.map(say) } ?? [],
      reportCounts: latest.map(goalCounts) ?? [], plan: plan.map { link(to: $0.info) },
      focus: plan?.focus.map { EscapedHTML($0) } ?? [],
      tasks: plan.map { plan in plan.tasks.map { taskRow($0, of: plan, namesPlan: false) } } ?? [],
      review: review.map { link(to: $0.info) },
      reviewConclusion: EscapedHTML(review?.conclusion ?? ""),
      recent: context.historyPlaces.prefix(6).map { historyView($0, namesDocument: true) },
      allChanges: context.historyPlaces.isEmpty
        ? nil : link(Label.recentChanges.text[language], .changes),
      chapters: chapterLinks(), channels: handbook.channels.map { link(to: $0.info) })
  }

  /// The report of the last month with figures.
  private func latestReport(before month: Period) -> Report? {
    guard context.hasPages(.reports),
      let last = handbook.results.map(\.period).filter({ $0.monthCount == 1 && $0 < month }).max()
    else { return nil }
    return context.reports.report(last)
  }

  /// Activities that wait for approval or evaluation, then late tasks, those that
  /// were due last first: how many there are, and the first of them.
  private func attention(_ today: Day, first limit: Int) -> (items: [AttentionView], count: Int) {
    var items: [AttentionView] = []
    var count = 0
    for index in context.activitiesByTime.reversed() {
      let activity = handbook.activities[index]
      guard let time = activity.time.value, let status = waiting(activity, time, today) else {
        continue
      }
      count += 1
      guard items.count < limit else { continue }
      items.append(
        AttentionView(
          status: status, link: link(to: activity.info),
          detail: EscapedHTML(time.label(language, countingDays: false)),
          who: party(activity.info.owner.value)))
    }
    var late: [(end: Day, plan: Int, task: Int)] = []
    for (place, plan) in handbook.plans.enumerated() {
      for (index, task) in plan.tasks.enumerated() where task.progress(asOf: today) == .late {
        guard let end = task.when.value?.end else { continue }
        late.append((end, place, index))
      }
    }
    count += late.count
    let sorted = late.indices.sorted { (late[$1].end, $0) < (late[$0].end, $1) }
    for entry in sorted.prefix(limit - items.count).map({ late[$0] }) {
      let plan = handbook.plans[entry.plan]
      let task = plan.tasks[entry.task]
      items.append(
        AttentionView(
          status: status(of: TaskProgress.late), link: link(to: plan.info),
          detail: EscapedHTML(task.what), who: party(task.who?.value)))
    }
    return (items, count)
  }

  /// What an activity waits for: approval in the weeks before it starts, its
  /// evaluation once it is done.
  private func waiting(_ activity: Activity, _ time: TimeSpan, _ today: Day) -> StatusView? {
    let isSoon = time.start >= today && time.start < today.adding(days: 45)
    if isSoon, activity.status.value == .planned, activity.approval?.status?.value != .approved {
      return StatusView("◎", say(.awaitsApproval), "active")
    }
    let isEvaluated = context.evaluationByActivity[activity.info.id.value] != nil
    if activity.status.value == .done, !isEvaluated {
      return StatusView("○", say(.awaitsEvaluation), "plain")
    }
    return nil
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
    handbook.chaptersInOrder
  }
}
