/// `channel-owner`: a channel and each of its duties have an owner.
enum ChannelOwner {
  static let id = "channel-owner"

  static let rule = Rule(
    RuleDescription(
      id, .error, of: [.channel],
      LocalizedText(
        zh: "渠道有负责人，每项职责写明由谁承担",
        en: "a channel has an owner, and each of its duties someone who bears it"),
      detail: LocalizedText(
        zh: "看在用的渠道（停用的不看）：没有负责人、没有职责，或者某项职责没有写由谁承担，都会报告。",
        en: "Looks at channels in use: no owner, no duties, or a duty that nobody bears."),
      failing: "职责:\n  - {任务: 维护名单，每季度清理一次}",
      passing: "职责:\n  - {谁: 邮件运营, 任务: 维护名单，每季度清理一次}")
  ) { context, run in
    for channel in context.handbook.channels
    where channel.isActive && channel.info.hasReadableFrontMatter {
      run.examine(.channel)
      run.report(
        context.lacking(
          id, .owner, in: channel.info,
          because: LocalizedText(zh: "渠道要有负责的部门", en: "a channel has a department in charge"),
          example: LocalizedText(zh: "负责人: 市场部", en: "owner: 市场部")))
      run.report(
        context.lacking(
          id, .duties, in: channel.info,
          because: LocalizedText(zh: "写明渠道上谁做什么", en: "say who does what on the channel"),
          example: LocalizedText(
            zh: "职责:\n  - {谁: 市场部, 任务: 编排内容与频次}",
            en: "duties:\n  - {who: 市场部, task: plan content and frequency}")))
      for duty in channel.duties where duty.who == nil && !duty.unreadable.contains(.who) {
        run.report(
          context.finding(
            id, at: duty.range.head, in: channel.info.path,
            LocalizedText(
              zh: "职责「\(duty.task)」没有写由谁承担", en: "nobody bears the duty '\(duty.task)'"),
            fix: Diagnostic.Fix(
              message: LocalizedText(zh: "写上部门或岗位，例如", en: "name a department or role, as in"),
              example: channel.info.writesEnglishKeys ? "who: 市场部" : "谁: 市场部")))
      }
    }
  }
}
