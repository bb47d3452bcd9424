/// `activity-goal`: an activity serves at least one annual goal.
enum ActivityGoal {
  static let rule = Rule.ofActivities(
    RuleDescription(
      "activity-goal", .warning, of: [.activity],
      LocalizedText(zh: "活动至少支撑一项年度目标", en: "an activity serves at least one annual goal"),
      detail: LocalizedText(
        zh: "看已提交、已批准或已执行的活动。说不出支撑哪项目标的活动，做得再好也不知道值不值。",
        en: "Looks at briefs that are submitted, approved or carried out."),
      failing: "审批: {状态: 已提交}\n（没有「支撑目标」）", passing: "支撑目标: [G1]")
  ) { activity, context, run in
    guard activity.isPutForward else { return }
    run.examine(.activity)
    run.report(
      context.lacking(
        "activity-goal", .supports, in: activity.info,
        because: LocalizedText(
          zh: "写明支撑哪一项年度目标", en: "say which annual goal it serves"),
        example: LocalizedText(zh: "支撑目标: G1", en: "supports: G1")))
  }
}
