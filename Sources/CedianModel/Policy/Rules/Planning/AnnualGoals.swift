/// `annual-goals`: a year that has plans or activities has goals, set early in it.
enum AnnualGoals {
  static let id = "annual-goals"

  static let within = RuleParameter(
    "within_days", "期限天数", .days(31), zh: "财年开始后几天内定出目标",
    en: "days after the fiscal year's start within which goals are set")

  static let rule = Rule(
    RuleDescription(
      id, .warning, of: [.plan],
      LocalizedText(zh: "每年年初定出年度目标", en: "annual goals are set at the start of each year"),
      detail: LocalizedText(
        zh: "看有计划的年度：期限（默认财年开始后31天，即1月31日）已到，而 content/goals/ 里没有这一年的目标，或目标文件里没有目标。没有目标的计划无从衡量。",
        en: """
          Looks at years that have a plan: the deadline (31 days into the fiscal year, 31 January \
          by default) has passed and content/goals/ has no goals for it.
          """),
      failing: "content/plans/2026.md（没有 content/goals/2026.md）",
      passing: "content/goals/2026.md\n年度目标:\n  - {id: G1, 指标: gmv, 目标值: 6000万, 期限: 2026-12-31}",
      parameters: [within], isTimeDriven: true)
  ) { context, run in
    let handbook = context.handbook
    var plans: [Int: Plan] = [:]
    for plan in context.plans {
      guard let period = plan.period.value else { continue }
      // The annual plan stands for its year, or else the first of its plans.
      if plans[period.year] == nil || period.length == .year { plans[period.year] = plan }
    }
    let sheets = Dictionary(
      handbook.goalSheets.compactMap { sheet in sheet.period.value.map { ($0.year, sheet) } },
      uniquingKeysWith: { first, _ in first })
    for (year, plan) in plans.sorted(by: { $0.key < $1.key }) {
      let first = Period.month(year, handbook.site.fiscalYearStart).first
      let due = first.adding(days: context.parameters.number(within) - 1)
      guard context.asOf >= first else { continue }
      run.examine(.plan)
      if let sheet = sheets[year] {
        guard sheet.goals.isEmpty else { continue }
        run.report(
          context.lacking(
            id, .goals, in: sheet.info,
            because: LocalizedText(zh: "\(year)年没有一项目标", en: "\(year) has no goal"),
            example: example(year), lateness: Lateness(due: due, asOf: context.asOf)),
          about: plan.info)
        continue
      }
      let lateness = Lateness(due: due, asOf: context.asOf)
      run.report(
        context.finding(
          id, at: plan.period.range ?? plan.info.closing, in: plan.info.path,
          LocalizedText(
            zh: "\(year)年没有年度目标，\(lateness.words.zh)",
            en: "there are no goals for \(year), \(lateness.words.en)"),
          fix: Diagnostic.Fix(
            message: LocalizedText(
              zh: "写一份 content/goals/\(year).md，例如", en: "write content/goals/\(year).md, as in"),
            example:
              "---\n\(plan.info.writesEnglishKeys ? example(year).en : example(year).zh)\n---"),
          lateness: lateness))
    }
  }

  private static func example(_ year: Int) -> LocalizedText {
    LocalizedText(
      zh: "年度目标:\n  - {id: G1, 指标: gmv, 基线: 500万, 目标值: 600万, 期限: \(year)-12-31, 负责人: 市场部}",
      en:
        "goals:\n  - {id: G1, metric: gmv, baseline: 500万, target: 600万, due: \(year)-12-31, owner: 市场部}"
    )
  }
}
