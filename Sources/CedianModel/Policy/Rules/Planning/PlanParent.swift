/// `plan-parent`: a quarter's plan has its year's above it, a month's its
/// quarter's.
enum PlanParent {
  static let id = "plan-parent"

  static let rule = Rule(
    RuleDescription(
      id, .error, of: [.plan],
      LocalizedText(
        zh: "季度计划有对应的年度计划，月度计划有对应的季度计划",
        en: "a quarter's plan has its year's above it, a month's its quarter's"),
      detail: LocalizedText(
        zh: "看季度、半年和月度计划。没有上级计划的，目标和预算无从核对。",
        en: "Looks at plans for quarters, halves and months."),
      failing: "content/plans/2026-11.md（没有 content/plans/2026-Q4.md）",
      passing: "content/plans/2026-Q4.md\nperiod: 2026-Q4")
  ) { context, run in
    let periods = Set(context.handbook.plans.compactMap(\.period.value))
    for plan in context.plans {
      guard let period = plan.period.value, let parent = context.calendar.parent(of: period) else {
        continue
      }
      run.examine(.plan)
      guard !periods.contains(parent) else { continue }
      run.report(
        context.finding(
          id, at: plan.period.range ?? plan.info.closing, in: plan.info.path,
          LocalizedText(
            zh: "没有\(parent.label(.zh))的计划，\(period.label(.zh))的计划没有上级",
            en: "there is no plan for \(parent.label(.en)) above the one for \(period.label(.en))"),
          fix: Diagnostic.Fix(
            message: LocalizedText(
              zh: "写一份 content/plans/\(parent.id).md，例如",
              en: "write content/plans/\(parent.id).md, as in"),
            example: plan.info.writesEnglishKeys
              ? "---\ntitle: Plan for \(parent.label(.en))\nperiod: \(parent.id)\n---"
              : "---\n标题: \(parent.label(.zh))营销计划\n周期: \(parent.id)\n---")))
    }
  }
}
