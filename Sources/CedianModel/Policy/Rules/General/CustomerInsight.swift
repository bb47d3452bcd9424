/// `customer-insight`: a brief that is put forward says what it knows of its
/// customers.
enum CustomerInsight {
  static let rule = Rule.ofActivities(
    RuleDescription(
      "customer-insight", .note, of: [.activity],
      LocalizedText(
        zh: "活动方案附有客户洞察，说明从什么事实出发",
        en: "a brief says what is known of the customers it is for"),
      detail: LocalizedText(
        zh: "看已提交、已批准或已执行的活动，草拟、驳回和取消的不看。没有洞察的方案往往是「同行在做」或「去年做过」，事后也说不清为什么有效。",
        en: """
          Looks at briefs that are submitted, approved or carried out; drafts, rejected and \
          cancelled ones are left alone. A brief without insight cannot say afterwards why it worked.
          """),
      failing: "审批: {状态: 已提交}\n（没有「客户洞察」）",
      passing: "客户洞察: 复购客户里七成在收到样品后两周内下单，据订单与客服记录")
  ) { activity, context, run in
    guard activity.isPutForward else { return }
    run.examine(.activity)
    run.report(
      context.lacking(
        "customer-insight", .insight, in: activity.info,
        because: LocalizedText(
          zh: "说明客户眼下遇到什么事，判断来自哪里",
          en: "say what the customers face and how you know"),
        example: LocalizedText(
          zh: "客户洞察: 复购客户里七成在收到样品后两周内下单，据订单记录",
          en: "insight: 70% of repeat buyers order within two weeks of a sample, by order records"))
    )
  }
}
