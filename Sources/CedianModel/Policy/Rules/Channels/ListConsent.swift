/// `list-consent`: an e-mail list says on what lawful basis it was made.
enum ListConsent {
  static let id = "list-consent"

  static let channels = RuleParameter(
    "channels", "渠道", .channels(["email"]), zh: "哪些渠道靠名单发送", en: "channels that send to a list")

  static let rule = Rule(
    RuleDescription(
      id, .error, of: [.channel],
      LocalizedText(
        zh: "邮件名单写明合法来源", en: "a mailing list says on what lawful basis it was made"),
      detail: LocalizedText(
        zh: "看在用的名单渠道（默认 email）。说不出来源的名单，一次投诉就可能停掉整个发信域名。",
        en: "Looks at channels in use that send to a list, by default email."),
      failing: "id: email\n（没有「名单来源」）",
      passing: "名单来源: 官网注册时主动勾选订阅的会员，同意的时间与方式逐条留存", parameters: [channels])
  ) { context, run in
    let lists = Set(context.parameters.names(channels))
    for channel in context.handbook.channels
    where channel.isActive && lists.contains(channel.info.id.value) {
      run.examine(.channel)
      run.report(
        context.lacking(
          id, .consent, in: channel.info,
          because: LocalizedText(
            zh: "写明收件人怎样同意接收、记录在哪里",
            en: "say how recipients consented and where that is recorded"),
          example: LocalizedText(
            zh: "名单来源: 官网注册时主动勾选订阅的会员，同意的时间与方式逐条留存",
            en: "consent: members who ticked the box when registering; time and way are kept")))
    }
  }
}
