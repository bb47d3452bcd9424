import CedianModel

/// A channel: who runs it with which duties, what it is judged by, what runs on it.
struct ChannelPageView: View {
  var owner: LinkView?
  var duties: [DutyView]
  var accounts: [AccountView]
  var consent: EscapedHTML
  var metrics: [MetricView]
  var timeline: TimelineView?
  var activities: [ActivityRowView]
  var activityCount: EscapedHTML
  var allActivities: LinkView?
  var tasks: [TaskView]
  var findings: [FindingView]
  var body: EscapedHTML

  static let keys = ViewKeys<ChannelPageView>(
    "渠道页",
    [
      .view("owner", "负责人", \.owner),
      .list("duties", "职责", \.duties),
      .list("accounts", "账号与店铺", \.accounts),
      .text("consent", "邮件名单的合法来源", \.consent),
      .list("metrics", "指标口径", \.metrics),
      .view("timeline", "近期活动的时间轴", \.timeline),
      .list("activities", "渠道上的活动，新的在前，最多 60 项", \.activities),
      .text("activityCount", "活动总数", \.activityCount),
      .view("allActivities", "活动索引（已按本渠道筛选）", \.allActivities),
      .list("tasks", "本月计划中由本渠道负责部门承担的工作", \.tasks),
      .list("findings", "对本渠道的检查结果", \.findings),
      .html("body", "正文：渠道策略", \.body),
    ])
}

struct AccountView: View {
  var platform: EscapedHTML
  var name: EscapedHTML
  var owner: LinkView?

  static let keys = ViewKeys<AccountView>(
    "账号或店铺",
    [
      .text("platform", "平台", \.platform),
      .text("name", "名称", \.name),
      .view("owner", "负责人", \.owner),
    ])
}

struct MetricView: View {
  var name: EscapedHTML
  var id: EscapedHTML
  var polarity: EscapedHTML
  var definition: EscapedHTML

  static let keys = ViewKeys<MetricView>(
    "指标",
    [
      .text("name", "名称", \.name),
      .text("id", "编号", \.id),
      .text("polarity", "越高越好或越低越好", \.polarity),
      .text("definition", "口径：如何汇总或由什么算出", \.definition),
    ])
}

extension PageScope {
  func channelPage(_ channel: Channel) -> ChannelPageView {
    let id = channel.info.id.value
    let indices = context.activitiesByChannel[id] ?? []
    let activities = indices.prefix(Self.listLimit).map { handbook.activities[$0] }
    let quarter = Period.quarter(of: context.options.asOf)
    return ChannelPageView(
      owner: party(channel.info.owner.value), duties: channel.duties.map { dutyRow($0) },
      accounts: (channel.accounts + channel.stores).map { account in
        AccountView(
          platform: EscapedHTML(account.platform), name: EscapedHTML(account.name ?? ""),
          owner: party(account.owner?.value))
      },
      consent: EscapedHTML(channel.consent ?? ""),
      metrics: channel.metrics.compactMap { context.metric(named: $0.value).map(metricRow) },
      timeline: timeline(of: activities.reversed(), over: quarter.span),
      activities: activities.map(activityRow), activityCount: EscapedHTML("\(indices.count)"),
      allActivities: link(
        say(.allActivities), .index(of: .activity), fragment: "channel=\(id)"),
      tasks: tasks(for: channel), findings: findings(in: channel.info.path),
      body: body(channel.info))
  }

  func metricRow(_ metric: Metric) -> MetricView {
    let polarity: Label = metric.polarity == .higherIsBetter ? .higherIsBetter : .lowerIsBetter
    var definition =
      switch metric.aggregation {
      case .sum: say(.aggregatesBySum)
      case .last: say(.aggregatesByLast)
      case .none: say(.neverAggregates)
      case .ratio: EscapedHTML.empty
      }
    if metric.aggregation == .ratio, let top = metric.numerator, let bottom = metric.denominator {
      definition = EscapedHTML(
        trusted: "\(metricName(top).html) ÷ \(metricName(bottom).html)")
    }
    return MetricView(
      name: say(metric.name), id: EscapedHTML(metric.id), polarity: say(polarity),
      definition: definition)
  }

  /// The current month's tasks of whoever owns the channel or one of its duties.
  private func tasks(for channel: Channel) -> [TaskView] {
    let parties = [channel.info.owner.value] + channel.duties.map { $0.who?.value }
    let owners = Set(
      parties.compactMap { $0 }.flatMap { departments(of: $0, in: handbook.site) }.map(\.id))
    let month = Period.month(of: context.options.asOf)
    guard let plan = context.planByPeriod[month].map({ handbook.plans[$0] }) else { return [] }
    return plan.tasks.filter { task in
      departments(of: task.who?.value ?? "", in: handbook.site).contains { owners.contains($0.id) }
    }.map { taskRow($0, of: plan) }
  }

  func link(_ text: EscapedHTML, _ target: Permalink, fragment: String) -> LinkView {
    // A filter's `channel=sem` is no anchor, so `=` and `&` stay.
    let url = url(target).html + "#" + EscapedHTML(fragment).html
    return LinkView(text: text, url: EscapedHTML(trusted: url))
  }
}
