/// `warmup`: before the start an activity is warmed up by social media and e-mail.
enum WarmUp {
  static let id = "warmup"

  static let channels = RuleParameter(
    "channels", "渠道", .channels(["social", "email"]), zh: "用哪些渠道预热，有其一即可",
    en: "channels that warm up; one of them is enough")
  static let every = RuleParameter(
    "every", "每个都要", .flag(false), zh: "是否每个渠道都要预热", en: "whether each of them must")

  static let rule = Rule.ofActivities(
    RuleDescription(
      id, .warning, of: [.activity],
      LocalizedText(
        zh: "活动开始之前以社交媒体、电子邮件预热", en: "before the start it is warmed up by social media or e-mail"),
      detail: LocalizedText(
        zh: "看已提交、已批准或已执行、写了宣传渠道的活动：没有一个预热渠道的阶段是「预热」，或者预热的时间不在开始之前。没有写时间的预热算在开始之前。",
        en: """
          Looks at briefs that are submitted, approved or carried out and have promotion: none of \
          the warm-up channels has the phase warm-up before the start.
          """),
      failing: "宣传渠道:\n  - {渠道: social, 阶段: 上线}\n  - {渠道: email, 阶段: 上线}",
      passing:
        "宣传渠道:\n  - {渠道: social, 阶段: 预热, 时间: 2026-10-25/2026-10-31}\n  - {渠道: email, 阶段: 上线}",
      parameters: [channels, every])
  ) { activity, context, run in
    guard activity.isPutForward, !activity.promotion.isEmpty,
      let field = activity.info.presence(of: .promotion)
    else { return }
    let wanted = context.parameters.names(channels).compactMap { context.directory.channels[$0] }
    guard !wanted.isEmpty else { return }
    run.examine(.activity)
    let start = activity.time.value?.start
    var warmed: Set<Int> = []
    var lateRange: SourceRange?
    for item in activity.promotion where item.phase == .warmup {
      guard let index = context.directory.channels[item.channel.value] else { continue }
      if let start, let time = item.time, time.start >= start {
        lateRange = item.channel.range
      } else {
        warmed.insert(index)
      }
    }
    let lacking = wanted.filter { !warmed.contains($0) }
    let isMet =
      context.parameters.isSet(every) ? lacking.isEmpty : lacking.count < wanted.count
    guard !isMet else { return }
    let names = listed(
      lacking.map {
        let info = context.handbook.channels[$0].info
        return LocalizedText(zh: info.title, en: info.id.value)
      })
    let day = (start ?? Day(ordinal: 20_770)).adding(days: -7).iso
    let last = (start ?? Day(ordinal: 20_770)).adding(days: -1).iso
    let id = context.handbook.channels[lacking[0]].info.id.value
    run.report(
      context.finding(
        Self.id, at: lateRange ?? field.keyRange, in: activity.info.path,
        LocalizedText(
          zh: lateRange == nil ? "开始之前没有用\(names.zh)预热" : "预热的时间不在活动开始之前",
          en: lateRange == nil
            ? "nothing warms it up by \(names.en) before the start"
            : "the warm-up does not come before the start"),
        notes: lateRange == nil
          ? [] : context.note(activity.time.range, activity.info.path, zh: "活动时间", en: "its time"),
        fix: Diagnostic.Fix(
          message: LocalizedText(zh: "在「宣传渠道」里加上，例如", en: "add to the promotion, as in"),
          example: activity.info.writesEnglishKeys
            ? "- {channel: \(id), phase: warmup, time: \(day)/\(last)}"
            : "- {渠道: \(id), 阶段: 预热, 时间: \(day)/\(last)}")))
  }
}
