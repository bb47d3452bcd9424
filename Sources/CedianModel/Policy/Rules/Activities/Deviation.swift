/// `deviation`: where the actual time differs from the plan, an incident says why.
enum Deviation {
  static let id = "deviation"

  static let rule = Rule.ofActivities(
    RuleDescription(
      id, .warning, of: [.activity],
      LocalizedText(
        zh: "实际时间与计划不一致的，说明原因", en: "a change of time is explained"),
      detail: LocalizedText(
        zh: "看写了「实际时间」的活动：起止日期与计划不同，而「突发情况」里一项内容也没有。",
        en:
          "Looks at activities with an actual time: it differs from the plan and no incident says why."
      ),
      failing: "时间: 2026-10-12/2026-10-18\n实际时间: 2026-10-13/2026-10-20",
      passing: "突发情况:\n  - {日期: 2026-10-12, 内容: 园区停电, 处理: 次日在备用直播间重开}")
  ) { activity, context, run in
    guard let actual = activity.actualTime, let planned = activity.time.located else { return }
    run.examine(.activity)
    guard actual.start != planned.value.start || actual.end != planned.value.end,
      !activity.incidents.contains(where: { !$0.what.isEmpty })
    else { return }
    let info = activity.info
    run.report(
      context.finding(
        id, at: info.presence(of: .actualTime)?.valueRange ?? planned.range, in: info.path,
        LocalizedText(
          zh: "实际时间与计划不同（\(change(from: planned.value, to: actual).zh)），没有说明原因",
          en:
            "the actual time differs from the plan (\(change(from: planned.value, to: actual).en)), nothing says why"
        ),
        notes: context.note(planned.range, info.path, zh: "计划的时间", en: "the planned time"),
        fix: Diagnostic.Fix(
          message: LocalizedText(
            zh: "写明日期、经过和处理，例如", en: "say when, what and how it was handled, as in"),
          example: info.writesEnglishKeys
            ? "incidents:\n  - {on: \(planned.value.start.iso), what: power cut, handled: moved to the next day}"
            : "突发情况:\n  - {日期: \(planned.value.start.iso), 内容: 场地停电, 处理: 次日补播}")))
  }

  /// `推迟 1 天开始，推迟 2 天结束`
  private static func change(from planned: TimeSpan, to actual: TimeSpan) -> LocalizedText {
    func part(_ days: Int, _ zh: String, _ en: String) -> LocalizedText? {
      guard days != 0 else { return nil }
      let count = abs(days)
      return LocalizedText(
        zh: "\(days > 0 ? "推迟" : "提前") \(count) 天\(zh)",
        en: "\(en) \(count) \(count == 1 ? "day" : "days") \(days > 0 ? "late" : "early")")
    }
    let parts = [
      part(actual.start.ordinal - planned.start.ordinal, "开始", "started"),
      part(actual.end.ordinal - planned.end.ordinal, "结束", "ended"),
    ].compactMap { $0 }
    return LocalizedText(
      zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: ", "))
  }
}
