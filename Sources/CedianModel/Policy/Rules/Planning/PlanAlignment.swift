/// `plan-alignment`: an annual plan says how it agrees with the company's
/// operating plan.
enum PlanAlignment {
  static let rule = Rule(
    RuleDescription(
      "plan-alignment", .warning, of: [.plan],
      LocalizedText(
        zh: "年度计划写明与公司经营计划的协调情况",
        en: "an annual plan says how it agrees with the operating plan"),
      detail: LocalizedText(
        zh: "看期间为一整年的计划。没有对过账的计划，常在采购、客服和拨款上落空。",
        en: "Looks at plans for a whole year."),
      failing: "period: 2026\n（没有「协调关系」）",
      passing: "协调关系: 与公司2026年度经营计划同口径、同总额；推广预算已列入财务预算")
  ) { context, run in
    for plan in context.plans where plan.period.value?.length == .year {
      run.examine(.plan)
      run.report(
        context.lacking(
          "plan-alignment", .alignment, in: plan.info,
          because: LocalizedText(
            zh: "写明与公司经营计划是否同口径、同总额",
            en: "say whether it agrees with the company's operating plan"),
          example: LocalizedText(
            zh: "协调关系: 与公司年度经营计划同口径、同总额；推广预算已列入财务预算",
            en: "alignment: same figures as the operating plan; the budget is in finance's")))
    }
  }
}
