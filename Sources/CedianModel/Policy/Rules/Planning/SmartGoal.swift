/// `smart-goal`: each annual goal is specific, measurable, achievable, relevant
/// and time-bound, as far as fields can show it.
enum SmartGoal {
  static let id = "smart-goal"

  static let rule = Rule(
    RuleDescription(
      id, .error, of: [.goals],
      LocalizedText(
        zh: "年度目标具体、可衡量、可实现、相关、有期限",
        en: "annual goals are specific, measurable, achievable, relevant and time-bound"),
      detail: LocalizedText(
        zh: "看每一项年度目标。缺少指标、目标值或期限按绑定的级别报告；缺少基线、负责人或支撑的战略至多是警告；目标文件还在草拟时全部是警告。",
        en: """
          Looks at each annual goal. A missing metric, target or due date has the binding's \
          severity; a missing baseline, owner or strategy is at most a warning, as is everything \
          while the sheet's approval is a draft.
          """),
      failing: "- {id: G1, 指标: gmv, 目标值: 6000万}",
      passing: "- {id: G1, 指标: gmv, 基线: 4980万, 目标值: 6000万, 期限: 2026-12-31, 负责人: 市场部, 支撑战略: 双主场增长}")
  ) { context, run in
    for sheet in context.goalSheets where sheet.info.hasReadableFrontMatter {
      run.examine(.goals)
      let isDraft = sheet.approval?.status?.value == .draft
      for goal in sheet.goals {
        report(
          goal, in: sheet, atMost: isDraft ? .warning : .error,
          [(.metric, goal.metric == nil), (.target, goal.target == nil), (.due, goal.due == nil)],
          context, &run)
        report(
          goal, in: sheet, atMost: .warning,
          [
            (.baseline, goal.baseline == nil), (.owner, goal.owner == nil),
            (.supports, goal.supports == nil),
          ], context, &run)
      }
    }
  }

  private static func report(
    _ goal: Goal, in sheet: GoalSheet, atMost ceiling: Severity, _ parts: [(Key, Bool)],
    _ context: RuleContext, _ run: inout RuleRun
  ) {
    // A target that is written but cannot be read has been reported already.
    let all = parts.filter { key, isMissing in isMissing && !goal.unreadable.contains(key) }
    for (key, _) in all {
      guard let place = goal.empty[key] else { continue }
      run.report(empty(key, at: place, goal, in: sheet, atMost: ceiling, context))
    }
    let lacking = all.filter { goal.empty[$0.0] == nil }
    guard !lacking.isEmpty else { return }
    let labels = lacking.map { RecordSchema.goal.label(of: $0.0) }
    let names = listed(labels)
    let english = sheet.info.writesEnglishKeys
    let metric = metric(of: goal, context)
    run.report(
      context.finding(
        id, at: goal.id.range.head, in: sheet.info.path,
        LocalizedText(
          zh:
            "目标「\(goal.name)」缺少\(names.zh)：\(lacking.map { why($0.0).zh }.joined(separator: "，"))",
          en:
            "goal '\(goal.name)' lacks \(names.en): \(lacking.map { why($0.0).en }.joined(separator: ", "))"
        ),
        atMost: ceiling,
        fix: Diagnostic.Fix(
          message: LocalizedText(zh: "在这项目标里加上", en: "add to this goal"),
          example: lacking.map {
            example($0.0, metric, sheet.period.value?.year ?? 2026, english)
          }.joined(separator: "\n"))))
  }

  private static func empty(
    _ key: Key, at place: SourceRange, _ goal: Goal, in sheet: GoalSheet,
    atMost ceiling: Severity, _ context: RuleContext
  ) -> Diagnostic {
    let label = RecordSchema.goal.label(of: key)
    return context.finding(
      id, at: place, in: sheet.info.path,
      LocalizedText(
        zh: "目标「\(goal.name)」的「\(label.zh)」写了，但为空：\(why(key).zh)",
        en: "goal '\(goal.name)': '\(label.en)' is there but empty: \(why(key).en)"),
      atMost: ceiling,
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "在冒号后填写，例如", en: "fill it in after the colon, as in"),
        example: example(
          key, metric(of: goal, context), sheet.period.value?.year ?? 2026,
          sheet.info.writesEnglishKeys)))
  }

  private static func metric(of goal: Goal, _ context: RuleContext) -> Metric? {
    goal.metric.flatMap { context.directory.metric(named: $0.value) }
      .map { context.handbook.metrics[$0] }
  }

  private static func why(_ key: Key) -> LocalizedText {
    switch key {
    case .metric: LocalizedText(zh: "不知道衡量什么", en: "nothing says what is measured")
    case .target: LocalizedText(zh: "不知道做到多少算成", en: "nothing says how much is enough")
    case .due: LocalizedText(zh: "不知道哪一天算账", en: "nothing says by when")
    case .baseline: LocalizedText(zh: "看不出增量从哪里来", en: "the increase cannot be judged")
    case .owner: LocalizedText(zh: "不知道归谁", en: "nobody owns it")
    default: LocalizedText(zh: "看不出与公司战略的关系", en: "its part in the strategy is open")
    }
  }

  private static func example(
    _ key: Key, _ metric: Metric?, _ year: Int, _ english: Bool
  ) -> String {
    let name = english ? key.rawValue : RecordSchema.goal.label(of: key).zh
    let (baseline, target) =
      switch (metric?.unit, metric?.aggregation) {
      case (.percent, _): ("20%", "22%")
      case (.score, _): ("4.6", "4.8")
      case (_, .ratio): ("3.8", "4.2")
      default: ("500万", "600万")
      }
    let value =
      switch key {
      case .metric: "gmv"
      case .target: target
      case .due: "\(year)-12-31"
      case .baseline: baseline
      case .owner: "市场部"
      default: "双主场增长"
      }
    return "\(name): \(value)"
  }
}
