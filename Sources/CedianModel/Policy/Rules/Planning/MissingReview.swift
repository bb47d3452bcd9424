/// `missing-review`: a month or quarter that had a plan is reviewed after it
/// closes.
enum MissingReview {
  static let id = "missing-review"

  static let grace = RuleParameter(
    "grace_days", "宽限天数", .days(10), zh: "期间结束后几天内写完复盘",
    en: "days after the period's end within which the review is written")
  static let periods = RuleParameter(
    "periods", "复盘周期", .periods([.month, .quarter]), zh: "哪些周期要复盘",
    en: "which periods are reviewed")

  static let rule = Rule(
    RuleDescription(
      id, .warning, of: [.plan],
      LocalizedText(
        zh: "每月、每季度结束后写复盘", en: "each month and quarter is reviewed after its end"),
      detail: LocalizedText(
        zh: "看已经结束、写过计划的月份和季度：没有同期的复盘就提醒，超过宽限天数标为逾期。",
        en: """
          Looks at months and quarters that have closed and had a plan: without a review of the \
          same period it reminds, and after the grace period it says how long it is overdue.
          """),
      failing: "content/plans/2026-10.md（没有 content/reviews/2026-10.md，今天是 2026-11-15）",
      passing: "content/reviews/2026-10.md\nperiod: 2026-10", parameters: [grace, periods],
      isTimeDriven: true)
  ) { context, run in
    let reviewed = Set(context.handbook.reviews.compactMap(\.period.value))
    let lengths = context.parameters.periods(periods)
    for plan in context.plans {
      guard let period = plan.period.value, let length = period.length, lengths.contains(length),
        context.calendar.last(of: period) < context.asOf
      else { continue }
      run.examine(.plan)
      guard !reviewed.contains(period) else { continue }
      let due = context.calendar.last(of: period).adding(days: context.parameters.number(grace))
      let lateness = Lateness(due: due, asOf: context.asOf)
      run.report(
        context.finding(
          id, at: plan.period.range ?? plan.info.closing, in: plan.info.path,
          LocalizedText(
            zh: "\(period.label(.zh))已经结束，没有复盘，\(lateness.words.zh)",
            en: "\(period.label(.en)) has closed without a review, \(lateness.words.en)"),
          fix: Diagnostic.Fix(
            message: LocalizedText(
              zh: "写一份 content/reviews/\(period.id).md，例如",
              en: "write content/reviews/\(period.id).md, as in"),
            example: plan.info.writesEnglishKeys
              ? "---\ntitle: Review of \(period.label(.en))\nowner: \(plan.info.owner.value ?? "市场部")\nperiod: \(period.id)\nconclusion: …\n---"
              : "---\n标题: \(period.label(.zh))复盘\n负责人: \(plan.info.owner.value ?? "市场部")\n周期: \(period.id)\n结论: ……\n---"
          ), lateness: lateness))
    }
  }
}
