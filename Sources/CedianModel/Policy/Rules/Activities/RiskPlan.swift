/// `risk-plan`: a submitted brief has its risks assessed, each with a response.
enum RiskPlan {
  static let id = "risk-plan"

  static let rule = Rule.ofActivities(
    RuleDescription(
      id, .error, of: [.activity],
      LocalizedText(
        zh: "提交审批的方案写明风险、可能性、影响和应急预案",
        en: "a submitted brief gives its risks with likelihood, impact and response"),
      detail: LocalizedText(
        zh: "看已提交、已批准或已执行的活动：没有风险评估的，或者某项风险缺可能性、影响、应急预案的。草拟、驳回和取消的不看。",
        en: """
          Looks at briefs that are submitted, approved or carried out: no risks, or one without \
          likelihood, impact or response.
          """),
      failing: "风险:\n  - {风险: 直播断电}",
      passing: "风险:\n  - {风险: 直播断电, 可能性: 低, 影响: 高, 应急预案: 十分钟内启用备用直播间}")
  ) { activity, context, run in
    guard activity.isPutForward else { return }
    run.examine(.activity)
    let info = activity.info
    run.report(
      context.lacking(
        id, .risks, in: info,
        because: LocalizedText(
          zh: "提交审批之前要评估风险、备好预案", en: "risks are assessed before a brief is submitted"),
        example: LocalizedText(
          zh: "风险:\n  - {风险: 直播断电, 可能性: 低, 影响: 高, 应急预案: 十分钟内启用备用直播间}",
          en:
            "risks:\n  - {risk: power cut, likelihood: low, impact: high, response: switch to the spare studio}"
        )))
    for risk in activity.risks {
      let parts: [(Key, Bool, String)] = [
        (.risk, risk.risk.isEmpty, "直播断电"), (.likelihood, risk.likelihood == nil, "低"),
        (.impact, risk.impact == nil, "高"), (.response, risk.response == nil, "十分钟内启用备用直播间"),
      ]
      let lacking = parts.filter { $0.1 && !risk.unreadable.contains($0.0) }
      guard !lacking.isEmpty else { continue }
      let labels = lacking.map { RecordSchema.risk.label(of: $0.0) }
      let names = listed(labels)
      run.report(
        context.finding(
          id, at: risk.range.head, in: info.path,
          risk.risk.isEmpty
            ? LocalizedText(zh: "这项风险缺少\(names.zh)", en: "this risk lacks \(names.en)")
            : LocalizedText(
              zh: "风险「\(risk.risk)」缺少\(names.zh)", en: "risk '\(risk.risk)' lacks \(names.en)"),
          fix: risk.isWords
            ? Diagnostic.Fix(
              message: LocalizedText(zh: "写成带字段的列表，例如", en: "write a list with fields, as in"),
              example: info.writesEnglishKeys
                ? "risks:\n  - {risk: \(risk.risk), likelihood: 低, impact: 高, response: 十分钟内启用备用直播间}"
                : "风险:\n  - {风险: \(risk.risk), 可能性: 低, 影响: 高, 应急预案: 十分钟内启用备用直播间}")
            : Diagnostic.Fix(
              message: LocalizedText(zh: "在这项风险里加上", en: "add to this risk"),
              example: zip(lacking, labels).map { part, label in
                "\(info.writesEnglishKeys ? label.en : label.zh): \(part.2)"
              }.joined(separator: "\n"))))
    }
  }
}
