/// `duties`: an approved brief divides its tasks among departments.
enum ActivityDuties {
  static let id = "duties"

  static let rule = Rule.ofActivities(
    RuleDescription(
      id, .error, of: [.activity],
      LocalizedText(
        zh: "获批的方案把任务分到部门，写明谁、做什么、何时完成",
        en: "an approved brief says who does what by when"),
      detail: LocalizedText(
        zh: "看已批准或已执行、没有取消的活动：没有分工的、某项分工缺「谁」或任务的，按绑定的级别报告；只缺完成时间的至多是警告。",
        en: """
          Looks at briefs that are approved or carried out: no duties, or one without a doer or a \
          task; a missing date alone is at most a warning.
          """),
      failing: "职责分工:\n  - {任务: 赠品核对}",
      passing: "职责分工:\n  - {谁: 客服主管, 任务: 赠品核对, 完成时间: 2026-10-20}")
  ) { activity, context, run in
    guard !activity.isCancelled, activity.approvalStatus == .approved || activity.isCarriedOut
    else { return }
    run.examine(.activity)
    let info = activity.info
    run.report(
      context.lacking(
        id, .duties, in: info,
        because: LocalizedText(
          zh: "获批的方案要写明谁、做什么、何时完成", en: "an approved brief says who does what by when"),
        example: LocalizedText(
          zh: "职责分工:\n  - {谁: 市场部, 任务: 活动页文案, 完成时间: \(day(activity))}",
          en: "duties:\n  - {who: 市场部, task: copy of the page, by: \(day(activity))}")))
    for duty in activity.duties {
      var keys: [Key] = []
      if duty.who == nil { keys.append(.who) }
      if duty.task.isEmpty { keys.append(.task) }
      if duty.by == nil { keys.append(.by) }
      keys.removeAll(where: duty.unreadable.contains)
      let isSerious = keys.contains { $0 != .by }
      guard !keys.isEmpty else { continue }
      let labels = keys.map { RecordSchema.duty.label(of: $0) }
      let names = listed(labels)
      run.report(
        context.finding(
          id, at: duty.range.head, in: info.path,
          LocalizedText(
            zh: duty.task.isEmpty ? "这项分工缺少\(names.zh)" : "分工「\(duty.task)」缺少\(names.zh)",
            en: duty.task.isEmpty
              ? "this duty lacks \(names.en)" : "duty '\(duty.task)' lacks \(names.en)"),
          atMost: isSerious ? .error : .warning,
          fix: Diagnostic.Fix(
            message: LocalizedText(zh: "在这项分工里加上", en: "add to this duty"),
            example: zip(keys, labels).map { key, label in
              let value = key == .who ? "市场部" : key == .task ? "活动页文案" : day(activity)
              return "\(info.writesEnglishKeys ? label.en : label.zh): \(value)"
            }.joined(separator: "\n"))))
    }
  }

  private static func day(_ activity: Activity) -> String {
    (activity.time.value?.start ?? Day(ordinal: 20_770)).adding(days: -3).iso
  }
}
