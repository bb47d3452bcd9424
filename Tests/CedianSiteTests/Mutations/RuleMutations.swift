private let live = "content/activities/2026/2026-10-autumn-live.md"
private let autumn = "content/activities/2026/2026-09-mid-autumn.md"
private let goals = "content/goals/2026.md"
private let year = "content/plans/2026.md"
private let november = "content/plans/2026-11.md"
private let october = "content/reviews/2026-10.md"

extension Mutation {
  static let general: [Mutation] = [
    Mutation(
      "unknown-owner", live, .replace("谁: 直播运营", with: "谁: 直播运维"),
      "unknown-owner \(live):{谁: 直播运维, 任务: 七场脚本、场控"),
    Mutation(
      "customer-insight", live, .removeField("客户洞察"), "customer-insight \(live):---"),
    Mutation(
      "compliance-check", live, .removeField("合规检查"), "compliance-check \(live):---"),
    Mutation(
      "compliance-check", live, .replace("日期: 2026-10-08", with: "日期: 2026-10-13"),
      "compliance-check \(live):{项目: 达人合作标识与分成协议, 检查"),
  ]

  static let planning: [Mutation] = [
    Mutation(
      "annual-goals",
      [(goals, .replace("period: 2026", with: "period: 2025"))], "annual-goals \(year):period: 2026"
    ),
    Mutation("goal-basis", goals, .removeField("  竞争情况"), "goal-basis \(goals):制定依据:"),
    Mutation(
      "smart-goal", goals, .removeField("    期限: 2026-12-31"), "smart-goal \(goals):id: G1"),
    Mutation("smart-goal", goals, .removeField("    基线"), "smart-goal \(goals):id: G1"),
    Mutation(
      "decomposition", goals, .replace("Q4: 1750万", with: "Q4: 1650万"),
      "decomposition \(goals):季度: {Q1: 1290万, Q2: 155",
      "decomposition \(goals):月份:"),
    Mutation(
      "decomposition", goals, .replace("12: 86万", with: "12: 85万"),
      "decomposition \(goals):月份:"),
    Mutation("annual-plan-parts", year, .removeField("人员安排"), "annual-plan-parts \(year):---"),
    Mutation(
      "budget-allocation", year, .replace("金额: 20万", with: "金额: 21万"),
      "budget-allocation \(year):{渠道: ecommerce", "budget-allocation \(year):预算:"),
    Mutation(
      "budget-allocation", year, .replace("占比: 43.0%", with: "占比: 42.0%"),
      "budget-allocation \(year):{渠道: ecommerce"),
    Mutation("plan-alignment", year, .removeField("协调关系"), "plan-alignment \(year):---"),
    Mutation(
      "task-fields", november, .removeField("    预期效果: 双11期间"),
      "task-fields \(november):id: T2026-11-1"),
    Mutation(
      "task-outside-period", november,
      .replace("2026-11-10/2026-11-30", with: "2026-11-10/2026-12-03"),
      "task-outside-period \(november):时间: 2026-11-10/2026-1"),
    Mutation(
      "plan-parent", "content/plans/2027-Q2.md",
      .write(
        "---\nperiod: 2027-Q2\n工作安排:\n  - {内容: 选品, 时间: 2027-04-01, 谁: 市场部, 预期效果: 30款}\n---\n"),
      "plan-parent content/plans/2027-Q2.md:period: 2027-Q2"),
    Mutation(
      "missing-review", october, .replace("period: 2026-10", with: "period: 2025-12"),
      "missing-review content/plans/2026-10.md:period: 2026-10"),
    Mutation(
      "problem-without-adjustment", october, .removeField("  - 针对: P2026-10-4"),
      "problem-without-adjustment \(october):id: P2026-10-4"),
    Mutation(
      "adjustment-not-planned", november, .removeField("    来源: P2026-10-2"),
      "adjustment-not-planned \(november):工作安排:"),
    Mutation(
      "adjustment-not-planned", october, .replace("    谁: 客服主管\n", with: ""),
      "adjustment-not-planned \(october):针对: P2026-10-2"),
  ]

  static let channels: [Mutation] = [
    Mutation(
      "channel-owner", "content/channels/email.md", .replace("{谁: 法务部, ", with: "{"),
      "channel-owner content/channels/email.md:{任务: 审核名单来源、同意记录与退订方式}"),
    Mutation(
      "channel-metrics", "content/results/2026/2026-09.csv",
      .removeField("2026-09,email,,delivered"),
      "channel-metrics content/results/2026/2026-09.csv:2026-09,email,,attribute"),
    Mutation(
      "channel-review", "content/channels/email.md", .replace("别名: [邮件, EDM]\n", with: ""),
      expected: Sample.reviews.map { "channel-review \($0):---" }),
    Mutation(
      "account-owner", "content/channels/social.md", .replace(", 负责人: 直播运营}", with: "}"),
      "account-owner content/channels/social.md:{平台: 抖音, 名称: 青屿茶生活官方账号"),
    Mutation(
      "publishing-plan", "content/plans/2027-05.md",
      .write(
        "---\nperiod: 2027-05\n工作安排:\n  - {内容: 选品, 时间: 2027-05-04, 谁: 市场部, 预期效果: 30款}\n---\n"),
      "plan-parent content/plans/2027-05.md:period: 2027-05",
      "publishing-plan content/plans/2027-05.md:工作安排:"),
    Mutation(
      "list-consent", "content/channels/email.md", .removeField("名单来源"),
      "list-consent content/channels/email.md:---"),
  ]

  static let activities: [Mutation] = [
    Mutation("required-fields", live, .removeField("主题"), "required-fields \(live):---"),
    Mutation("activity-goal", live, .removeField("支撑目标"), "activity-goal \(live):---"),
    Mutation("risk-plan", live, .removeField("风险:"), "risk-plan \(live):---"),
    Mutation(
      "risk-plan", live, .replace(", 可能性: 低", with: ""), "risk-plan \(live):{风险: 场地断电断网, 影响: 高, 应急预"
    ),
    Mutation(
      "approved-before-start", live, .replace("审批日期: 2026-09-29", with: "审批日期: 2026-10-14"),
      "approved-before-start \(live):审批: {状态: 已批准, 审批人: 市场总监"),
    Mutation(
      "approved-before-start", live, .replace("状态: 已批准", with: "状态: 已提交"),
      "approved-before-start \(live):审批: {状态: 已提交, 审批人: 市场总监"),
    Mutation("duties", live, .removeField("职责分工"), "duties \(live):---"),
    Mutation("deviation", live, .removeField("突发情况"), "deviation \(live):实际时间: 2026-10-13/2026"),
    Mutation(
      "promotion-mix", live, .removeField("宣传渠道"), "promotion-mix \(live):---"),
    Mutation(
      "warmup",
      [
        (live, .replace("阶段: 预热", with: "阶段: 上线")),
        (live, .replace("阶段: 预热", with: "阶段: 上线")),
      ], "warmup \(live):宣传渠道:"),
    Mutation(
      "missing-evaluation", [("content/evaluations/2026/2026-09-mid-autumn.md", .removeFile)],
      "missing-evaluation \(autumn):时间: 2026-09-01/2026-09-25", "broken-link \(autumn):依据",
      "broken-link content/pages/how-to.md:| 活动评估", "broken-link content/reviews/2026-09.md:**[中秋"),
    Mutation(
      "evaluation-metrics", "content/evaluations/2026/2026-09-mid-autumn.md",
      .removeField("  - {指标: 参与人数"),
      "evaluation-metrics content/evaluations/2026/2026-09-mid-autumn.md:结果:"),
  ]
}
