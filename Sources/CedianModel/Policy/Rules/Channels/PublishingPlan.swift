/// `publishing-plan`: each month's plan has something on the channels that
/// publish by plan.
enum PublishingPlan {
  static let id = "publishing-plan"

  static let channels = RuleParameter(
    "channels", "渠道", .channels(["social"]), zh: "哪些渠道每月都要有安排",
    en: "channels that have something planned each month")

  static let rule = Rule(
    RuleDescription(
      id, .warning, of: [.plan],
      LocalizedText(
        zh: "社交媒体每月都有发布安排", en: "social media have something planned each month"),
      detail: LocalizedText(
        zh: "看月度计划：当月没有一项活动在该渠道进行或推广，预算、工作也没有一项提到它或由它的负责部门承担，就报告。",
        en: """
          Looks at month plans: no activity of the month runs on the channel or is promoted there, \
          and no budget item or task mentions it or falls to its owner.
          """),
      failing: "period: 2026-11\n（活动、预算、工作都没有涉及 social）",
      passing: "工作安排:\n  - {内容: 社交媒体冬季选题四期, 时间: 2026-11-05/2026-11-28, 谁: 社媒运营主管, 预期效果: 阅读 40 万}",
      parameters: [channels])
  ) { context, run in
    let handbook = context.handbook
    let wanted = context.parameters.names(channels).compactMap { context.directory.channels[$0] }
      .filter { handbook.channels[$0].isActive }
    let months = context.plans.filter { $0.period.value?.length == .month }
    guard !wanted.isEmpty, !months.isEmpty else { return }
    let busy = busyMonths(context)
    for plan in months where plan.info.hasReadableFrontMatter {
      guard let month = plan.period.value else { continue }
      run.examine(.plan)
      for index in wanted where !(busy[month]?.contains(index) ?? false) {
        let channel = handbook.channels[index]
        guard !isMentioned(channel, index, in: plan, context) else { continue }
        run.report(finding(channel, plan, month, context))
      }
    }
  }

  /// Which channels have an activity or its promotion in each month.
  private static func busyMonths(_ context: RuleContext) -> [Period: Set<Int>] {
    var busy: [Period: Set<Int>] = [:]
    func add(_ name: String, _ span: TimeSpan?) {
      guard let span, let index = context.directory.channels[name] else { return }
      var month = Period.month(of: span.start)
      while month.first <= span.end {
        busy[month, default: []].insert(index)
        month = month.next
        // Spans of many years would be a mistake that others report.
        if month.year > span.start.year + 2 { break }
      }
    }
    for activity in context.handbook.activities where !activity.isCancelled {
      for channel in activity.channels { add(channel.value, activity.time.value) }
      for item in activity.promotion { add(item.channel.value, item.time ?? activity.time.value) }
    }
    return busy
  }

  private static func isMentioned(
    _ channel: Channel, _ index: Int, in plan: Plan, _ context: RuleContext
  ) -> Bool {
    if plan.budget?.items.contains(where: {
      $0.channel.flatMap { context.directory.channels[$0.value] } == index
    }) ?? false {
      return true
    }
    let owner = channel.info.owner.value.flatMap { context.handbook.site.department(named: $0) }
    // A task that was dropped plans nothing.
    return plan.tasks.contains { task in
      task.state != .dropped
        && (channel.names.contains { task.what.holds($0) }
          || owner != nil
            && task.who.flatMap({ context.handbook.site.department(named: $0.value) }) == owner)
    }
  }

  private static func finding(
    _ channel: Channel, _ plan: Plan, _ month: Period, _ context: RuleContext
  ) -> Diagnostic {
    let title = channel.info.title
    let owner = channel.info.owner.value ?? "市场部"
    let span = "\(month.first.iso)/\(month.last.iso)"
    return context.finding(
      id, at: plan.info.presence(of: .tasks)?.keyRange ?? plan.info.closing, in: plan.info.path,
      LocalizedText(
        zh: "\(month.label(.zh))在「\(title)」上没有任何安排",
        en: "nothing is planned on '\(title)' in \(month.label(.en))"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "在「工作安排」里加上，例如", en: "add to the tasks, as in"),
        example: plan.info.writesEnglishKeys
          ? "- {what: publishing plan for \(title), when: \(span), who: \(owner), expect: …}"
          : "- {内容: \(title)发布计划, 时间: \(span), 谁: \(owner), 预期效果: ……}"))
  }
}

extension Channel {
  /// Everything it is called by.
  public var names: [String] { [info.title, info.id.value] + aliases.map(\.value) }
}
