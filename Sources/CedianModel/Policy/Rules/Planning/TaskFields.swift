/// `task-fields`: each task says what, when, who and what is expected of it.
enum TaskFields {
  static let id = "task-fields"

  static let rule = Rule(
    RuleDescription(
      id, .error, of: [.plan],
      LocalizedText(
        zh: "每项工作写明做什么、何时做、谁来做、预期效果",
        en: "each task says what, when, who and what is expected"),
      detail: LocalizedText(
        zh: "看季度和月度计划里的每项工作，已取消的不看；计划里一项工作也没有的也会报告。计划的审批还是「草拟」时只是警告。",
        en: """
          Looks at each task of quarter and month plans that is not dropped, and at plans without \
          tasks; a warning while the plan's approval is a draft.
          """),
      failing: "- {内容: 整理会员名单, 谁: 邮件运营}",
      passing: "- {内容: 整理会员名单, 时间: 2026-11-03/2026-11-10, 谁: 邮件运营, 预期效果: 无效地址清零}")
  ) { context, run in
    for plan in context.plans where plan.info.hasReadableFrontMatter {
      guard let length = plan.period.value?.length, length != .year else { continue }
      run.examine(.plan)
      let ceiling: Severity = plan.isDraft ? .warning : .error
      run.report(
        context.lacking(
          id, .tasks, in: plan.info,
          because: LocalizedText(
            zh: "\(length.label.zh)计划要列出工作", en: "a \(length.label.en)'s plan lists its tasks"),
          example: LocalizedText(
            zh: "工作安排:\n  - {内容: 整理会员名单, 时间: \(example(plan, context)), 谁: 市场部, 预期效果: 无效地址清零}",
            en:
              "tasks:\n  - {what: clean the list, when: \(example(plan, context)), who: 市场部, expect: no bad address}"
          ),
          atMost: ceiling))
      for task in plan.tasks where task.state != .dropped {
        run.report(lacking(task, plan, ceiling, context))
      }
    }
  }

  private static func lacking(
    _ task: PlanTask, _ plan: Plan, _ ceiling: Severity, _ context: RuleContext
  ) -> Diagnostic? {
    var keys: [Key] = []
    if task.what.isEmpty { keys.append(.what) }
    switch task.when.state {
    case .missing, .empty: keys.append(.when)
    case .invalid, .present: break
    }
    if task.who == nil { keys.append(.who) }
    if task.expect == nil { keys.append(.expect) }
    keys.removeAll(where: task.unreadable.contains)
    guard !keys.isEmpty else { return nil }
    let labels = keys.map { RecordSchema.task.label(of: $0) }
    let names = listed(labels)
    let called = task.what.isEmpty ? task.id?.value ?? "" : task.what
    let english = plan.info.writesEnglishKeys
    return context.finding(
      id, at: task.range.head, in: plan.info.path,
      LocalizedText(
        zh: called.isEmpty ? "这项工作缺少\(names.zh)" : "工作「\(called)」缺少\(names.zh)",
        en: called.isEmpty ? "this task lacks \(names.en)" : "task '\(called)' lacks \(names.en)"),
      atMost: ceiling,
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "在这项工作里加上", en: "add to this task"),
        example: zip(keys, labels).map { key, label in
          "\(english ? label.en : label.zh): \(value(key, plan, context))"
        }.joined(separator: "\n")))
  }

  private static func value(_ key: Key, _ plan: Plan, _ context: RuleContext) -> String {
    switch key {
    case .when: example(plan, context)
    case .who: "市场部"
    case .expect: "无效地址清零，打开率 21%"
    default: "整理会员名单"
    }
  }

  private static func example(_ plan: Plan, _ context: RuleContext) -> String {
    guard let first = plan.period.value.map({ context.calendar.first(of: $0) }) else {
      return "2026-11-01/2026-11-10"
    }
    return "\(first.iso)/\(first.adding(days: 9).iso)"
  }
}
