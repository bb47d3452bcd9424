/// `budget-allocation`: the parts of a budget neither exceed nor miss its total.
enum BudgetAllocation {
  static let id = "budget-allocation"

  static let contingency = RuleParameter(
    "contingency", "机动上限", .share(Decimal(5) / 100), zh: "年度预算里没有指定渠道的部分最多占多少",
    en: "the most of an annual budget that may name no channel")

  static let rule = Rule(
    RuleDescription(
      id, .error, of: [.plan, .activity],
      LocalizedText(
        zh: "预算的分项之和等于总额，下级计划之和等于上级计划",
        en: "the parts of a budget add up to its total, and the plans below to the plan above"),
      detail: LocalizedText(
        zh:
          "看有预算的计划和活动：写明「合计」的与分项之和核对；看计划：各季度（各月）的计划齐了就要等于上级，没有齐不得超过；计划列出的活动合计不得超过计划；年度计划的渠道占比与预算分项一致，没有指定渠道的部分不超过上限。金额按写出的数核对，分毫不差。草拟的计划只是警告。",
        en: """
          Looks at plans and activities with a budget: a stated total equals the items. Of plans, those below add up to \
          the plan above once all are there, and never exceed it; the listed activities do not \
          exceed the plan; an annual plan's channel shares agree with its items, and what names no \
          channel stays within its limit. Amounts are compared exactly as written.
          """),
      failing: "预算: 100万\n# 各季度计划的预算：25万、25万、25万、20万",
      passing: "预算: 100万\n# 各季度计划的预算：25万、25万、25万、25万", parameters: [contingency])
  ) { context, run in
    for index in context.handbook.activities.indices {
      guard let budget = context.handbook.activities[index].budget, budget.stated != nil,
        !budget.isUnreadable, !budget.items.isEmpty
      else { continue }
      let activity = context.handbook.activities[index]
      guard !activity.isCancelled, context.binds(activity) else { continue }
      run.examine(.activity)
      let isDraft = activity.approval?.status?.value == .draft
      run.report(stated(budget, activity.info.path, isDraft ? .warning : .error, context))
    }
    for plan in context.plans {
      guard let budget = plan.budget, !budget.isUnreadable,
        budget.stated != nil || !budget.items.isEmpty
      else { continue }
      run.examine(.plan)
      let ceiling: Severity = plan.isDraft ? .warning : .error
      run.report(stated(budget, plan.info.path, ceiling, context))
      run.report(BudgetLevels.plansBelow(plan, budget, ceiling, context))
      run.report(BudgetLevels.activities(plan, budget, ceiling, context))
      guard plan.period.value?.length == .year else { continue }
      for finding in BudgetShares.check(plan, budget, ceiling, context) { run.report(finding) }
    }
  }

  /// The line named 合计 and the lines above it.
  private static func stated(
    _ budget: Budget, _ path: String, _ ceiling: Severity, _ context: RuleContext
  ) -> Diagnostic? {
    guard let stated = budget.stated, !budget.items.isEmpty else { return nil }
    let sum = budget.total
    let difference = sum - stated.value.value
    guard difference != 0 else { return nil }
    return context.finding(
      id, at: stated.range, in: path,
      disagreement(
        LocalizedText(zh: "预算分项合计", en: "the items add up to"), sum,
        LocalizedText(zh: "总额写的是", en: "the stated total is"), stated.value.value),
      atMost: ceiling,
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "改正其中一处，使两边相等", en: "correct one so that both agree")))
  }

  static func disagreement(
    _ part: LocalizedText, _ sum: Decimal, _ whole: LocalizedText, _ total: Decimal
  ) -> LocalizedText {
    func yuan(_ value: Decimal, _ language: Language, _ sign: NumberFormat.Sign) -> String {
      NumberFormat.money(value, in: language, style: .exact, sign: sign)
    }
    return LocalizedText(
      zh: """
        \(part.zh) \(yuan(sum, .zh, .negativeOnly)) 元，\(whole.zh) \
        \(yuan(total, .zh, .negativeOnly)) 元，相差 \(yuan(sum - total, .zh, .always)) 元
        """,
      en: """
        \(part.en) ¥\(yuan(sum, .en, .negativeOnly)), \(whole.en) \
        ¥\(yuan(total, .en, .negativeOnly)), a difference of \(yuan(sum - total, .en, .always))
        """)
  }
}
