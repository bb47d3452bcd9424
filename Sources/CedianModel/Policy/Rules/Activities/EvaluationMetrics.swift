/// `evaluation-metrics`: an evaluation gives a result for every planned metric.
enum EvaluationMetrics {
  static let id = "evaluation-metrics"

  static let always = RuleParameter(
    "metrics", "必填指标", .metrics(["participants"]), zh: "方案没有写也必须填报的指标",
    en: "metrics that every evaluation gives, planned or not")

  static let rule = Rule(
    RuleDescription(
      id, .warning, of: [.evaluation],
      LocalizedText(
        zh: "评估逐项填写计划指标的实际结果，参与人数必填",
        en: "an evaluation gives a result for every planned metric, and the participants"),
      detail: LocalizedText(
        zh: "看每份评估：方案的目标和预期效果里的指标，以及必填指标，没有结果的，或者结果留空又没有备注的。",
        en: """
          Looks at every evaluation: metrics of the brief's goals and expected effect, and those \
          always asked for, without a result, or with an empty one that no note explains.
          """),
      failing: "# 方案的目标是成交总额\n结果:\n  - {指标: 参与人数, 实际值: 33519}",
      passing: "结果:\n  - {指标: 参与人数, 实际值: 33519}\n  - {指标: 成交总额, 实际值: 38.52万}",
      parameters: [always])
  ) { context, run in
    for evaluation in context.handbook.evaluations where evaluation.info.hasReadableFrontMatter {
      guard let index = context.directory.activities[evaluation.activity.value] else { continue }
      let activity = context.handbook.activities[index]
      guard context.binds(activity) else { continue }
      run.examine(.evaluation)
      check(evaluation, activity, context, &run)
    }
  }

  private static func check(
    _ evaluation: Evaluation, _ activity: Activity, _ context: RuleContext, _ run: inout RuleRun
  ) {
    let directory = context.directory
    var given: Set<Int> = []
    for result in evaluation.results {
      guard let metric = directory.metric(named: result.metric.value) else { continue }
      given.insert(metric)
      guard result.actual == nil, result.note == nil, !result.isUnreadable else { continue }
      run.report(
        context.finding(
          id, at: result.metric.range, in: evaluation.info.path,
          LocalizedText(
            zh: "「\(result.metric.value)」没有实际值，也没有备注说明",
            en: "'\(result.metric.value)' has no actual value and no note that says why"),
          fix: Diagnostic.Fix(
            message: LocalizedText(
              zh: "填写实际值；确实没有的，在备注写明原因和补齐时间",
              en: "give the value, or say in a note why there is none and when it will come"))))
    }
    var lacking: [(index: Int, place: SourceRange?)] = []
    for target in activity.allTargets(in: directory) {
      guard let metric = directory.metric(named: target.metric.value), !given.contains(metric)
      else { continue }
      given.insert(metric)
      lacking.append((metric, target.metric.range))
    }
    for name in context.parameters.names(always) {
      guard let metric = directory.metric(named: name), !given.contains(metric) else { continue }
      lacking.append((metric, nil))
    }
    guard !lacking.isEmpty else { return }
    let metrics = lacking.map { context.handbook.metrics[$0.index] }
    let names = listed(metrics.map { LocalizedText(zh: $0.name.zh, en: $0.id) })
    let english = evaluation.info.writesEnglishKeys
    run.report(
      context.finding(
        id, at: evaluation.info.presence(of: .results)?.keyRange ?? evaluation.info.closing,
        in: evaluation.info.path,
        LocalizedText(zh: "结果缺少\(names.zh)", en: "the results lack \(names.en)"),
        notes: lacking.prefix(3).flatMap { item in
          context.note(item.place, activity.info.path, zh: "方案的指标", en: "planned here")
        },
        fix: Diagnostic.Fix(
          message: LocalizedText(zh: "在「结果」里加上", en: "add to the results"),
          example: metrics.map {
            english ? "- {metric: \($0.id), actual: …}" : "- {指标: \($0.name.zh), 实际值: ……}"
          }.joined(separator: "\n"))))
  }
}
