/// `approved-before-start`: nothing is carried out before it is approved.
enum ApprovedBeforeStart {
  static let id = "approved-before-start"

  static let warmUp = RuleParameter(
    "warmup_counts", "预热算执行", .flag(true), zh: "批准是否要早于第一次预热，而不只早于活动开始",
    en: "whether approval must come before the first warm-up too")

  static let rule = Rule.ofActivities(
    RuleDescription(
      id, .error, of: [.activity],
      LocalizedText(
        zh: "活动经批准后方可执行，批准在开始（含预热）之前",
        en: "nothing is carried out before it is approved; warm-up counts"),
      detail: LocalizedText(
        zh:
          "看没有取消的活动：进行中或已完成而没有批准的、批准日期晚于开始（有实际时间的按实际开始；含第一次预热）的，按绑定的级别报告；批准了却没写日期或审批人的、到了开始或预热日期还没批准的计划，至多是警告。",
        en: """
          Looks at activities that are not cancelled: carried out without approval, or approved \
          after the start (the actual one, where it is known) or the first warm-up, with the \
          binding's severity; approval without date or approver, and a planned activity whose \
          start or warm-up has passed unapproved, at most a warning.
          """),
      failing: "时间: 2026-11-01/2026-11-11\n审批: {状态: 已批准, 审批人: 市场总监, 审批日期: 2026-11-03}",
      passing: "审批: {状态: 已批准, 审批人: 市场总监, 审批日期: 2026-10-20}", parameters: [warmUp])
  ) { activity, context, run in
    guard !activity.isCancelled else { return }
    run.examine(.activity)
    guard activity.approval?.unreadable.contains(.status) != true else { return }
    if activity.approvalStatus == .approved {
      run.report(late(activity, context))
      run.report(incomplete(activity, context))
    } else if activity.isCarriedOut {
      run.report(unapproved(activity, context))
    } else {
      run.report(waiting(activity, context))
    }
  }

  private static func place(_ activity: Activity) -> SourceRange {
    activity.approval?.status?.range ?? activity.info.presence(of: .approval)?.keyRange
      ?? activity.info.closing
  }

  private static func example(_ activity: Activity, before start: Day?) -> String {
    let day = (start ?? Day(ordinal: 20_770)).adding(days: -7).iso
    return activity.info.writesEnglishKeys
      ? "approval: {status: approved, by: 市场总监, on: \(day)}"
      : "审批: {状态: 已批准, 审批人: 市场总监, 审批日期: \(day)}"
  }

  private static func unapproved(_ activity: Activity, _ context: RuleContext) -> Diagnostic {
    let state = activity.state.label
    let approval = activity.approvalStatus.label
    return context.finding(
      id, at: place(activity), in: activity.info.path,
      LocalizedText(
        zh: activity.approval == nil
          ? "活动\(state.zh)，却没有审批记录" : "活动\(state.zh)，审批却是「\(approval.zh)」",
        en: activity.approval == nil
          ? "the activity is \(state.en) without any approval"
          : "the activity is \(state.en), but its approval is '\(approval.en)'"),
      notes: context.note(activity.status.range, activity.info.path, zh: "活动状态", en: "its status"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "已经批准的，补上记录；没有批准的，立即停止并补办", en: "record the approval, or stop and obtain it"),
        example: example(activity, before: activity.warmUpStart ?? activity.time.value?.start)))
  }

  private static func late(_ activity: Activity, _ context: RuleContext) -> Diagnostic? {
    guard let on = activity.approval?.on, let start = activity.firstDay else { return nil }
    let warmUp = context.parameters.isSet(Self.warmUp) ? activity.warmUpStart : nil
    let path = activity.info.path
    if on.value > start {
      let actual = activity.actualTimeRange
      return context.finding(
        id, at: on.range, in: path,
        LocalizedText(
          zh: "批准日期 \(on.value.iso) 晚于活动开始日期 \(start.iso)",
          en: "it was approved on \(on.value.iso), after its start on \(start.iso)"),
        notes: context.note(
          actual ?? activity.time.range, path, zh: actual == nil ? "活动时间" : "实际时间",
          en: actual == nil ? "its time" : "its actual time"), fix: tooLate)
    }
    guard let warmUp, on.value > warmUp else { return nil }
    return context.finding(
      id, at: on.range, in: path,
      LocalizedText(
        zh: "批准日期 \(on.value.iso) 晚于第一次预热 \(warmUp.iso)，预热也是执行",
        en: "it was approved on \(on.value.iso), after its first warm-up on \(warmUp.iso)"),
      notes: context.note(
        activity.info.presence(of: .promotion)?.keyRange, path, zh: "宣传安排", en: "its promotion"),
      fix: tooLate)
  }

  private static var tooLate: Diagnostic.Fix {
    Diagnostic.Fix(
      message: LocalizedText(
        zh: "日期写错就改正；确实先执行后批准，由审批人决定推迟或取消",
        en: "correct the date; if it really began first, the approver decides to postpone or cancel"
      ))
  }

  private static func incomplete(_ activity: Activity, _ context: RuleContext) -> Diagnostic? {
    guard let approval = activity.approval else { return nil }
    var keys: [Key] = []
    if approval.by == nil { keys.append(.by) }
    if approval.on == nil { keys.append(.on) }
    keys.removeAll(where: approval.unreadable.contains)
    guard !keys.isEmpty else { return nil }
    let names = listed(keys.map { RecordSchema.approval.label(of: $0) })
    return context.finding(
      id, at: place(activity), in: activity.info.path,
      LocalizedText(
        zh: "写了已批准，却缺少\(names.zh)", en: "it says approved, but lacks \(names.en)"),
      atMost: .warning,
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "补全，例如", en: "complete it, as in"),
        example: example(activity, before: activity.warmUpStart ?? activity.time.value?.start)))
  }

  /// Only late: its start or first warm-up has passed and nobody has approved it.
  private static func waiting(_ activity: Activity, _ context: RuleContext) -> Diagnostic? {
    guard let start = activity.firstDay else { return nil }
    var begins = start
    if context.parameters.isSet(Self.warmUp), let warmUp = activity.warmUpStart {
      begins = min(start, warmUp)
    }
    guard context.asOf >= begins else { return nil }
    let lateness = Lateness(due: begins.adding(days: -1), asOf: context.asOf)
    let approval = activity.approvalStatus.label
    let isWarmUp = begins < start
    let what = LocalizedText(zh: isWarmUp ? "预热" : "活动", en: isWarmUp ? "its warm-up" : "it")
    let note =
      isWarmUp
      ? context.note(
        activity.info.presence(of: .promotion)?.keyRange, activity.info.path, zh: "宣传安排",
        en: "its promotion")
      : context.note(
        activity.actualTimeRange ?? activity.time.range, activity.info.path, zh: "活动时间",
        en: "its time")
    return context.finding(
      id, at: place(activity), in: activity.info.path,
      LocalizedText(
        zh: activity.approval == nil
          ? "\(what.zh) \(begins.iso) 应当开始，没有审批记录，\(lateness.words.zh)"
          : "\(what.zh) \(begins.iso) 应当开始，审批还是「\(approval.zh)」，\(lateness.words.zh)",
        en: activity.approval == nil
          ? "\(what.en) was to start on \(begins.iso) and has no approval, \(lateness.words.en)"
          : "\(what.en) was to start on \(begins.iso), its approval is still '\(approval.en)', \(lateness.words.en)"
      ), atMost: .warning, notes: note,
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "批准、推迟（改「时间」）或取消（状态改为「已取消」）",
          en: "approve, postpone (change 'time') or cancel it (status: cancelled)")),
      lateness: lateness)
  }
}

extension Bindings {
  /// Whether warm-up counts as carrying an activity out, as a clause binds it.
  public var warmUpCounts: Bool {
    rules.first { $0.rule.id == ApprovedBeforeStart.id }
      .map { $0.parameters.isSet(ApprovedBeforeStart.warmUp) } ?? true
  }
}
