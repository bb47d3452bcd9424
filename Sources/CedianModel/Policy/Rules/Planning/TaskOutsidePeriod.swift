/// `task-outside-period`: a task lies within the period of its plan.
enum TaskOutsidePeriod {
  static let id = "task-outside-period"

  static let rule = Rule(
    RuleDescription(
      id, .warning, of: [.plan],
      LocalizedText(zh: "工作的时间落在计划期间之内", en: "a task lies within its plan's period"),
      detail: LocalizedText(
        zh: "看各期计划里没有取消的工作，起止日期有一天在期间之外就报告。跨期的工作拆成两项，各归各的计划。",
        en: "Looks at tasks that are not dropped: not a day of theirs may lie outside the period."),
      failing:
        "period: 2026-11\n工作安排:\n  - {内容: 备货, 时间: 2026-11-25/2026-12-05, 谁: 市场部, 预期效果: 到仓 9000 箱}",
      passing: "时间: 2026-11-25/2026-11-30")
  ) { context, run in
    for plan in context.plans where !plan.tasks.isEmpty {
      guard let period = plan.period.value else { continue }
      let span = context.calendar.span(of: period)
      run.examine(.plan)
      for task in plan.tasks where task.state != .dropped {
        guard let when = task.when.located, !span.contains(when.value) else { continue }
        let isOutside = !span.overlaps(when.value)
        let inside = TimeSpan(
          start: max(when.value.start, span.start), end: min(when.value.end, span.end))
        run.report(
          context.finding(
            id, at: when.range, in: plan.info.path,
            LocalizedText(
              zh: isOutside
                ? "工作「\(task.what)」的时间不在\(period.label(.zh))"
                : "工作「\(task.what)」超出了\(period.label(.zh))",
              en: isOutside
                ? "task '\(task.what)' does not lie in \(period.label(.en))"
                : "task '\(task.what)' reaches beyond \(period.label(.en))"),
            notes: context.note(
              plan.period.range, plan.info.path, zh: "计划的期间", en: "the plan's period"),
            fix: isOutside
              ? Diagnostic.Fix(
                message: LocalizedText(
                  zh: "改正时间，或移到那一期的计划里", en: "correct the time or move it to that period's plan"))
              : Diagnostic.Fix(
                message: LocalizedText(
                  zh: "跨期的部分另写进下一期计划，这里写",
                  en: "put the rest into the other period's plan; here write"),
                example: inside.iso)))
      }
    }
  }
}
