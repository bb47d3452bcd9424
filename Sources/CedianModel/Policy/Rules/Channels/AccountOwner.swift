/// `account-owner`: each account and store has an owner.
enum AccountOwner {
  static let id = "account-owner"

  static let rule = Rule(
    RuleDescription(
      id, .error, of: [.channel],
      LocalizedText(zh: "每个账号、每家店铺都有负责人", en: "each account and store has an owner"),
      detail: LocalizedText(
        zh: "看在用渠道的账号和店铺。没有负责人的账号，人员变动后无人交接。",
        en: "Looks at the accounts and stores of channels in use."),
      failing: "账号:\n  - {平台: 抖音, 名称: 青屿茶生活}",
      passing: "账号:\n  - {平台: 抖音, 名称: 青屿茶生活, 负责人: 直播运营}")
  ) { context, run in
    for channel in context.handbook.channels
    where channel.isActive && !(channel.accounts.isEmpty && channel.stores.isEmpty) {
      run.examine(.channel)
      for (accounts, name) in [
        (channel.accounts, LocalizedText(zh: "账号", en: "account")),
        (channel.stores, LocalizedText(zh: "店铺", en: "store")),
      ] {
        for account in accounts where account.owner == nil && account.unreadable.isEmpty {
          let called = [account.platform, account.name ?? ""].filter { !$0.isEmpty }
            .joined(separator: " ")
          run.report(
            context.finding(
              id, at: account.range.head, in: channel.info.path,
              LocalizedText(
                zh: "\(name.zh)「\(called)」没有负责人", en: "\(name.en) '\(called)' has no owner"),
              fix: Diagnostic.Fix(
                message: LocalizedText(zh: "写上部门或岗位，例如", en: "name a department or role, as in"),
                example: channel.info.writesEnglishKeys ? "owner: 市场部" : "负责人: 市场部")))
        }
      }
    }
  }
}
