/// `budget-allocation` across documents: plans below a plan, activities in it.
enum BudgetLevels {
  static func plansBelow(
    _ plan: Plan, _ budget: Budget, _ ceiling: Severity, _ context: RuleContext
  ) -> Diagnostic? {
    guard let period = plan.period.value else { return nil }
    let byPeriod = Dictionary(
      context.handbook.plans.compactMap { below in below.period.value.map { ($0, below) } },
      uniquingKeysWith: { first, _ in first })
    // A year is divided into its quarters, or where none is planned into months.
    let levels =
      period.length == .year
      ? [context.calendar.parts(of: period), context.calendar.months(of: period)]
      : [context.calendar.months(of: period)]
    guard period.length != .month,
      let parts = levels.first(where: { $0.contains { byPeriod[$0]?.budget != nil } })
    else { return nil }
    let below = parts.compactMap { byPeriod[$0] }.filter { $0.budget?.isUnreadable == false }
    guard !parts.contains(where: { byPeriod[$0]?.budget?.isUnreadable == true }) else { return nil }
    let sum = below.reduce(Decimal(0)) { $0 + ($1.budget?.total ?? 0) }
    let total = budget.total
    let isWhole = below.count == parts.count
    guard isWhole ? sum != total : sum > total else { return nil }
    let kind =
      parts.first?.length == .quarter
      ? LocalizedText(zh: "季度", en: "quarter") : LocalizedText(zh: "月度", en: "month")
    return context.finding(
      BudgetAllocation.id, at: place(plan, budget), in: plan.info.path,
      BudgetAllocation.disagreement(
        LocalizedText(
          zh: "\(below.count) 份\(kind.zh)计划的预算合计",
          en: "the budgets of \(below.count) \(kind.en) plans add up to"), sum,
        LocalizedText(zh: "\(period.label(.zh))的预算是", en: "that of \(period.label(.en)) is"),
        total), atMost: ceiling,
      notes: below.compactMap { other in
        other.budget.map { part in
          Diagnostic.Note(
            location: SourceLocation(path: other.info.path, range: place(other, part)),
            message: amount(other.period.value, part.total))
        }
      },
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: isWhole ? "改正其中一处，使下级之和等于上级" : "下级之和不得超过上级，减少下级或调整上级",
          en: isWhole
            ? "correct one so that the plans below add up to this one"
            : "the plans below may not exceed this one")))
  }

  static func activities(
    _ plan: Plan, _ budget: Budget, _ ceiling: Severity, _ context: RuleContext
  ) -> Diagnostic? {
    let listed = plan.activities.compactMap { name in
      context.directory.activities[name.value].map { context.handbook.activities[$0] }
    }.filter { !$0.isCancelled && $0.budget?.isUnreadable == false }
    // One that runs in several periods is paid for by each of them in part.
    let own = listed.filter { activity in
      guard let period = plan.period.value, let time = activity.time.value else { return true }
      return context.calendar.span(of: period).contains(time)
    }
    let sum = own.reduce(Decimal(0)) { $0 + ($1.budget?.total ?? 0) }
    let total = budget.total
    guard sum > total else { return nil }
    return context.finding(
      BudgetAllocation.id, at: place(plan, budget), in: plan.info.path,
      BudgetAllocation.disagreement(
        LocalizedText(
          zh: "列出的 \(own.count) 场活动的预算合计",
          en: "the budgets of its \(own.count) activities add up to"),
        sum, LocalizedText(zh: "超过计划的预算", en: "more than the plan's"), total), atMost: ceiling,
      notes: own.compactMap { activity in
        activity.budget.map { part in
          Diagnostic.Note(
            location: SourceLocation(path: activity.info.path, range: part.range.head),
            message: LocalizedText(
              zh: "\(activity.info.title)：\(money(part.total, .zh)) 元",
              en: "\(activity.info.title): ¥\(money(part.total, .en))"))
        }
      },
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "调整活动的预算或计划的总额", en: "change the activities' budgets or the plan's")))
  }

  private static func place(_ plan: Plan, _ budget: Budget) -> SourceRange {
    plan.info.presence(of: .budget)?.keyRange ?? budget.range.head
  }

  private static func amount(_ period: Period?, _ total: Decimal) -> LocalizedText {
    LocalizedText(
      zh: "\(period?.label(.zh) ?? "")：\(money(total, .zh)) 元",
      en: "\(period?.label(.en) ?? ""): ¥\(money(total, .en))")
  }

  private static func money(_ value: Decimal, _ language: Language) -> String {
    NumberFormat.money(value, in: language, style: .exact)
  }
}
