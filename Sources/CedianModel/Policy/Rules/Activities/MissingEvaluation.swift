/// `missing-evaluation`: an activity that has ended is evaluated.
enum MissingEvaluation {
  static let id = "missing-evaluation"

  static let grace = RuleParameter(
    "grace_days", "宽限天数", .days(7), zh: "活动结束后几天内完成评估",
    en: "days after the end within which the evaluation is written")

  static let rule = Rule(
    RuleDescription(
      id, .warning, of: [.activity],
      LocalizedText(zh: "活动结束后完成效果评估", en: "an activity is evaluated after its end"),
      detail: LocalizedText(
        zh: "看已批准或已执行、没有取消、已经结束（有实际时间的按实际时间）的活动：没有评估就提醒，超过宽限天数标为逾期。",
        en: """
          Looks at activities that were approved or carried out and have ended (by their actual \
          time, if there is one): without an evaluation it reminds, and after the grace period it \
          says how long it is overdue.
          """),
      failing: "状态: 已完成\n（没有 content/evaluations/2026/2026-11-double-eleven.md）",
      passing: "content/evaluations/2026/2026-11-double-eleven.md\n活动: 2026-11-double-eleven",
      parameters: [grace], isTimeDriven: true)
  ) { context, run in
    let evaluated = Set(context.handbook.evaluations.map(\.activity.value))
    for activity in context.handbook.activities where activity.info.hasReadableFrontMatter {
      guard context.binds(activity), activity.wentAhead, let end = activity.lastDay,
        end < context.asOf
      else { continue }
      run.examine(.activity)
      let info = activity.info
      guard !evaluated.contains(info.id.value) else { continue }
      let lateness = Lateness(
        due: end.adding(days: context.parameters.number(grace)), asOf: context.asOf)
      let metrics = activity.allTargets(in: context.directory).map(\.metric.value)
      run.report(
        context.finding(
          id,
          at: activity.actualTimeRange ?? activity.time.range ?? info.closing, in: info.path,
          LocalizedText(
            zh: "活动 \(end.iso) 结束，没有评估，\(lateness.words.zh)",
            en: "it ended on \(end.iso) and has no evaluation, \(lateness.words.en)"),
          fix: Diagnostic.Fix(
            message: LocalizedText(
              zh: "写一份 content/evaluations/\(end.year)/\(fileStem(of: info.path)).md，例如",
              en: "write content/evaluations/\(end.year)/\(fileStem(of: info.path)).md, as in"),
            example: example(info, metrics, context)), lateness: lateness))
    }
  }

  private static func example(
    _ info: DocumentInfo, _ metrics: [String], _ context: RuleContext
  ) -> String {
    var names = metrics
    if case .metrics(let always) = EvaluationMetrics.always.standard {
      let known = metrics.map { context.directory.metric(named: $0) }
      names += always.filter { metric in
        guard let index = context.directory.metric(named: metric) else { return metrics.isEmpty }
        return !known.contains(index)
      }.map { metric in
        guard !info.writesEnglishKeys, let index = context.directory.metric(named: metric) else {
          return metric
        }
        return context.handbook.metrics[index].name.zh
      }
    }
    let english = info.writesEnglishKeys
    let results = names.map {
      english ? "  - {metric: \($0), actual: …}" : "  - {指标: \($0), 实际值: ……}"
    }.joined(separator: "\n")
    return english
      ? "---\nactivity: \(info.id.value)\nresults:\n\(results)\nconclusion: …\nlessons: […]\n---"
      : "---\n活动: \(info.id.value)\n结果:\n\(results)\n结论: ……\n经验: [……]\n---"
  }
}
