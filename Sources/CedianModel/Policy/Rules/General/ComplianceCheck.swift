/// `compliance-check`: what must be lawful is checked before the start, by
/// someone, on a day.
enum ComplianceCheck {
  static let id = "compliance-check"

  static let lead = RuleParameter(
    "lead_days", "提前天数", .days(7), zh: "开始前几天起提醒", en: "days before the start from which it asks")

  static let rule = Rule.ofActivities(
    RuleDescription(
      id, .warning, of: [.activity],
      LocalizedText(
        zh: "活动开始前完成合规检查，写明项目、检查人和日期",
        en: "the compliance check is done before the start, with item, checker and date"),
      detail: LocalizedText(
        zh: "看已提交、已批准或已执行的活动：临近开始仍没有合规检查的、检查缺检查人或日期的、检查日期晚于开始日期的，都会报告。",
        en: """
          Looks at briefs that are submitted, approved or carried out: no check although the start \
          is near, a check without checker or date, a check dated after the start.
          """),
      failing: "时间: 2026-11-01/2026-11-11\n合规检查: []",
      passing: "合规检查:\n  - {项目: 宣传用语, 检查人: 法务部, 日期: 2026-10-25}",
      parameters: [lead], isTimeDriven: true)
  ) { activity, context, run in
    guard activity.isPutForward, let time = activity.time.value else { return }
    let start = time.start
    let isNear =
      activity.isCarriedOut
      || context.asOf >= start.adding(days: -context.parameters.number(lead))
    // What is written can be judged at once; what is lacking only once it is near.
    guard isNear || !activity.compliance.isEmpty else { return }
    run.examine(.activity)
    let info = activity.info
    let lacking =
      isNear
      ? context.lacking(
        id, .compliance, in: info,
        because: LocalizedText(
          zh: "\(start.iso) 开始，之前要查过宣传用语、价格标示和个人信息",
          en: "it starts on \(start.iso); wording, prices and personal data are checked before"),
        example: LocalizedText(
          zh: "合规检查:\n  - {项目: 宣传用语与价格标示, 检查人: 法务部, 日期: \(start.adding(days: -3).iso)}",
          en:
            "compliance:\n  - {item: wording and prices, by: 法务部, on: \(start.adding(days: -3).iso)}"
        )) : nil
    run.report(lacking)
    for item in activity.compliance {
      run.report(problem(of: item, start, activity, context))
    }
  }

  private static func problem(
    of item: ComplianceItem, _ start: Day, _ activity: Activity, _ context: RuleContext
  ) -> Diagnostic? {
    let label = RecordSchema.compliance
    var lacking: [Key] = []
    if item.item.isEmpty { lacking.append(.item) }
    if item.by == nil { lacking.append(.by) }
    if item.on == nil { lacking.append(.on) }
    lacking.removeAll(where: item.unreadable.contains)
    if !lacking.isEmpty {
      let names = listed(lacking.map { label.label(of: $0) })
      return context.finding(
        id, at: item.range.head, in: activity.info.path,
        LocalizedText(
          zh: "这项合规检查缺少\(names.zh)", en: "this compliance item lacks \(names.en)"),
        fix: Diagnostic.Fix(
          message: LocalizedText(zh: "补全，例如", en: "complete it, as in"),
          example: activity.info.writesEnglishKeys
            ? "- {item: wording, by: 法务部, on: \(start.adding(days: -3).iso)}"
            : "- {项目: 宣传用语, 检查人: 法务部, 日期: \(start.adding(days: -3).iso)}"))
    }
    guard let on = item.on, on > start else { return nil }
    return context.finding(
      id, at: item.range.head, in: activity.info.path,
      LocalizedText(
        zh: "「\(item.item)」\(on.iso) 才检查，活动 \(start.iso) 已经开始",
        en: "'\(item.item)' was checked on \(on.iso), after the start on \(start.iso)"),
      notes: context.note(activity.time.range, activity.info.path, zh: "活动时间", en: "its time"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "日期写错就改正；确实查晚了，在「突发情况」里说明",
          en: "correct the date, or explain under 'incidents' why it was late")))
  }
}
