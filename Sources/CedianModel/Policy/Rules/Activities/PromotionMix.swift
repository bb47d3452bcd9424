/// `promotion-mix`: an activity is promoted through several channels.
enum PromotionMix {
  static let id = "promotion-mix"

  static let least = RuleParameter(
    "channels", "渠道数", .count(2), zh: "至少几个渠道", en: "how many channels at least")

  static let rule = Rule.ofActivities(
    RuleDescription(
      id, .warning, of: [.activity],
      LocalizedText(
        zh: "活动通过至少两个渠道推广", en: "an activity is promoted through two channels or more"),
      detail: LocalizedText(
        zh: "看已提交、已批准或已执行的活动，数「宣传渠道」里不同的渠道；同一渠道的几个阶段算一个。",
        en:
          "Looks at briefs that are submitted, approved or carried out and counts distinct channels."
      ),
      failing: "宣传渠道:\n  - {渠道: social, 阶段: 上线}",
      passing: "宣传渠道:\n  - {渠道: social, 阶段: 预热}\n  - {渠道: email, 阶段: 上线}", parameters: [least])
  ) { activity, context, run in
    guard activity.isPutForward else { return }
    run.examine(.activity)
    let info = activity.info
    let example = LocalizedText(
      zh: "宣传渠道:\n  - {渠道: social, 阶段: 预热}\n  - {渠道: email, 阶段: 上线}",
      en: "promotion:\n  - {channel: social, phase: warmup}\n  - {channel: email, phase: launch}")
    let wanted = context.parameters.number(least)
    if let finding = context.lacking(
      id, .promotion, in: info,
      because: LocalizedText(
        zh: "至少通过 \(wanted) 个渠道推广", en: "it is promoted through at least \(wanted) channels"),
      example: example)
    {
      run.report(finding)
      return
    }
    guard let field = info.presence(of: .promotion), !activity.promotion.isEmpty else { return }
    let used = Set(
      activity.promotion.map { item in
        context.directory.channels[item.channel.value].map(String.init) ?? item.channel.value
      })
    guard used.count < wanted else { return }
    run.report(
      context.finding(
        id, at: field.keyRange, in: info.path,
        LocalizedText(
          zh: "只有 \(used.count) 个宣传渠道，至少要 \(wanted) 个",
          en: "it is promoted through \(used.count) of at least \(wanted) channels"),
        fix: Diagnostic.Fix(
          message: LocalizedText(zh: "再加一个渠道，例如", en: "add a channel, as in"),
          example: info.writesEnglishKeys ? example.en : example.zh)))
  }
}
