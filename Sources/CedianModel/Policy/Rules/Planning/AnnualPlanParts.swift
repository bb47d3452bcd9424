/// `annual-plan-parts`: an annual plan covers channels, activities, budget and
/// staffing.
enum AnnualPlanParts {
  static let id = "annual-plan-parts"

  static let rule = Rule(
    RuleDescription(
      id, .error, of: [.plan],
      LocalizedText(
        zh: "年度计划写全渠道选择、活动安排、预算、人员安排四部分",
        en: "an annual plan covers channels, activities, budget and staffing"),
      detail: LocalizedText(
        zh: "看期间为一整年的计划，缺少或为空的部分逐项指出。计划的审批还是「草拟」时只是警告。",
        en: """
          Looks at plans for a whole year and names each part that is missing or empty; a warning \
          while the plan's approval is a draft.
          """),
      failing: "period: 2026\n渠道选择: []",
      passing: "period: 2026\n渠道选择:\n  - {渠道: sem, 理由: 主动找茶的人转化最稳, 占比: 100%}")
  ) { context, run in
    for plan in context.plans where plan.period.value?.length == .year {
      run.examine(.plan)
      for (key, because, example) in parts {
        run.report(
          context.lacking(
            id, key, in: plan.info, because: because, example: example,
            atMost: plan.isDraft ? .warning : .error))
      }
    }
  }

  private static let parts: [(Key, LocalizedText, LocalizedText)] = [
    (
      .channelPlan,
      LocalizedText(
        zh: "年度计划要说明用哪些渠道、为什么、各占多少", en: "an annual plan says which channels, why, and what share"),
      LocalizedText(
        zh: "渠道选择:\n  - {渠道: sem, 理由: 主动找茶的人转化最稳, 占比: 40%}",
        en: "channel_plan:\n  - {channel: sem, why: steady conversion, share: 40%}")
    ),
    (
      .activities,
      LocalizedText(zh: "年度计划要列出全年的活动", en: "an annual plan lists the year's activities"),
      LocalizedText(
        zh: "活动:\n  - 2026-11-double-eleven", en: "activities:\n  - 2026-11-double-eleven")
    ),
    (
      .budget,
      LocalizedText(zh: "年度计划要列出预算和分项", en: "an annual plan gives the budget and its items"),
      LocalizedText(
        zh: "预算:\n  - {项目: 搜索投放, 渠道: sem, 金额: 236万}",
        en: "budget:\n  - {item: search ads, channel: sem, amount: 236万}")
    ),
    (
      .staffing,
      LocalizedText(zh: "年度计划要说明由谁承担、需要多少人", en: "an annual plan says who does it, and how many"),
      LocalizedText(
        zh: "人员安排:\n  - {谁: 市场部, 岗位: 内容策划, 人数: 3}",
        en: "staffing:\n  - {who: 市场部, role: 内容策划, headcount: 3}")
    ),
  ]
}
