/// `decomposition`: a goal's quarters and months agree with the year, judged by
/// how its metric is aggregated.
enum Decomposition {
  static let id = "decomposition"

  static let levels = RuleParameter(
    "levels", "分解层级", .periods([.quarter, .month]), zh: "目标要分解到哪些层级",
    en: "the levels that goals are broken down into")

  static let rule = Rule(
    RuleDescription(
      id, .error, of: [.goals],
      LocalizedText(
        zh: "年度目标分解到季度和月份，各期对得上账",
        en: "annual goals are broken down into quarters and months that agree"),
      detail: LocalizedText(
        zh:
          "看每一项年度目标。可以相加的指标，四个季度之和等于全年、三个月之和等于季度（容许末位数字的舍入）；取期末数的指标，最后一期等于全年；比率只看各期是否齐全。没有分解、缺某一期也会报告；分解层级里的一级整个没有写的，是警告。",
        en: """
          Looks at each annual goal: sums add up (within the rounding of the last digit written), \
          the last part of a closing figure equals the whole, ratios only need every part. A goal \
          without parts, or with some missing, is reported too; one without a whole level is warned of.
          """),
      failing: "目标值: 5600万\n季度: {Q1: 1200万, Q2: 1400万, Q3: 1300万, Q4: 1600万}",
      passing: "目标值: 5600万\n季度: {Q1: 1200万, Q2: 1400万, Q3: 1300万, Q4: 1700万}",
      parameters: [levels])
  ) { context, run in
    for sheet in context.goalSheets where sheet.info.hasReadableFrontMatter {
      run.examine(.goals)
      let isDraft = sheet.approval?.status?.value == .draft
      for goal in sheet.goals {
        guard let name = goal.metric?.value, let target = goal.target,
          let index = context.directory.metric(named: name)
        else { continue }
        guard goal.unreadable.isDisjoint(with: [.quarters, .months]) else { continue }
        let metric = context.handbook.metrics[index]
        if goal.quarters.isEmpty, goal.months.isEmpty {
          run.report(undivided(goal, target, sheet, isDraft, context))
          continue
        }
        run.report(lackingLevel(goal, sheet, context))
        guard case .year(let year)? = sheet.period.value else { continue }
        guard UnitMismatch.fits(goal, metric) else { continue }
        for parts in goal.parts(metric.aggregation, year: year, context.calendar) {
          run.report(missing(parts, goal, sheet, isDraft, context))
          run.report(disagreement(parts, goal, metric, sheet, isDraft, context))
        }
      }
    }
  }

  private static func undivided(
    _ goal: Goal, _ target: Located<Quantity>, _ sheet: GoalSheet, _ isDraft: Bool,
    _ context: RuleContext
  ) -> Diagnostic {
    context.finding(
      id, at: target.range, in: sheet.info.path,
      LocalizedText(
        zh: "目标「\(goal.name)」没有分解到季度和月份",
        en: "goal '\(goal.name)' is not broken down into quarters and months"),
      atMost: isDraft ? .warning : .error,
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "在这项目标里加上", en: "add to this goal"),
        example: sheet.info.writesEnglishKeys
          ? "quarters: {Q1: …, Q2: …, Q3: …, Q4: …}" : "季度: {Q1: ……, Q2: ……, Q3: ……, Q4: ……}"))
  }

  /// One of the levels has no part at all.
  private static func lackingLevel(
    _ goal: Goal, _ sheet: GoalSheet, _ context: RuleContext
  ) -> Diagnostic? {
    let wanted = context.parameters.periods(levels)
    let level: PeriodLength
    switch (goal.quarters.isEmpty, goal.months.isEmpty) {
    case (true, false) where wanted.contains(.quarter): level = .quarter
    case (false, true) where wanted.contains(.month): level = .month
    default: return nil
    }
    let isMonths = level == .month
    let english = sheet.info.writesEnglishKeys
    return context.finding(
      id, at: (isMonths ? goal.quartersKey : goal.monthsKey) ?? goal.id.range.head,
      in: sheet.info.path,
      LocalizedText(
        zh: isMonths ? "目标「\(goal.name)」只分解到季度，没有分解到月份" : "目标「\(goal.name)」只有各月，没有各季度",
        en: isMonths
          ? "goal '\(goal.name)' has quarters, but no months"
          : "goal '\(goal.name)' has months, but no quarters"),
      atMost: .warning,
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "在这项目标里加上；公司只分到这一级的，在绑定里写 levels",
          en: "add to this goal; where that level is enough, set 'levels' in the binding"),
        example: isMonths
          ? (english ? "months: {01: …, 02: …}" : "月份: {01: ……, 02: ……}")
          : (english
            ? "quarters: {Q1: …, Q2: …, Q3: …, Q4: …}" : "季度: {Q1: ……, Q2: ……, Q3: ……, Q4: ……}")))
  }

  private static func missing(
    _ parts: GoalParts, _ goal: Goal, _ sheet: GoalSheet, _ isDraft: Bool, _ context: RuleContext
  ) -> Diagnostic? {
    guard !parts.missing.isEmpty else { return nil }
    let zh = parts.missing.map { $0.shortLabel(.zh) }.joined(separator: "、")
    let en = parts.missing.map { $0.shortLabel(.en) }.joined(separator: ", ")
    return context.finding(
      id, at: place(of: parts.level, goal), in: sheet.info.path,
      LocalizedText(
        zh: "目标「\(goal.name)」的分解缺少\(zh)", en: "goal '\(goal.name)' has no part for \(en)"),
      atMost: isDraft ? .warning : .error,
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "补上这些期间的目标值", en: "give these periods their targets")))
  }

  private static func disagreement(
    _ parts: GoalParts, _ goal: Goal, _ metric: Metric, _ sheet: GoalSheet, _ isDraft: Bool,
    _ context: RuleContext
  ) -> Diagnostic? {
    guard let made = parts.made, let difference = parts.difference, !parts.agrees else {
      return nil
    }
    let (part, whole) = names(of: parts.level)
    let isSum = metric.aggregation == .sum
    func shown(_ value: Decimal, _ language: Language, signed: Bool = false) -> String {
      metricText(value, like: parts.whole, metric, language, signed: signed)
    }
    let wholePlace: SourceRange? =
      switch parts.level {
      case .quarters, .months: goal.target?.range
      case .monthsOfQuarter(let quarter):
        goal.quarters.first { $0.period == quarter }?.target.range
      }
    return context.finding(
      id, at: place(of: parts.level, goal), in: sheet.info.path,
      LocalizedText(
        zh: """
          目标「\(goal.name)」\(part.zh)\(isSum ? "合计" : "的最后一期是")\
           \(shown(made, .zh))，\(whole.zh)写的是 \(shown(parts.whole.value, .zh))，相差 \
          \(shown(difference, .zh, signed: true))
          """,
        en: """
          goal '\(goal.name)': \(part.en) \(isSum ? "add up to" : "end at") \(shown(made, .en)), \
          \(whole.en) says \(shown(parts.whole.value, .en)), \
          a difference of \(shown(difference, .en, signed: true))
          """),
      atMost: isDraft ? .warning : .error,
      notes: context.note(
        wholePlace, sheet.info.path, zh: "\(whole.zh)的目标值", en: "the target of \(whole.en)"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "改正其中一处，使两边相等", en: "correct one of them so that both agree")))
  }

  private static func place(of level: GoalParts.Level, _ goal: Goal) -> SourceRange {
    let key = level == .quarters ? goal.quartersKey : goal.monthsKey
    return key ?? goal.id.range.head
  }

  private static func names(of level: GoalParts.Level) -> (
    part: LocalizedText, whole: LocalizedText
  ) {
    let year = LocalizedText(zh: "全年", en: "the year")
    switch level {
    case .quarters: return (LocalizedText(zh: "各季度", en: "the quarters"), year)
    case .months: return (LocalizedText(zh: "各月", en: "the months"), year)
    case .monthsOfQuarter(let quarter):
      return (
        LocalizedText(
          zh: quarter.shortLabel(.zh) + "各月", en: "the months of \(quarter.shortLabel(.en))"),
        LocalizedText(zh: quarter.shortLabel(.zh), en: quarter.shortLabel(.en))
      )
    }
  }
}

/// A value of a metric as messages show it, in the scale of what the author wrote.
func metricText(
  _ value: Decimal, like written: Quantity, _ metric: Metric, _ language: Language,
  signed: Bool = false
) -> String {
  let sign: NumberFormat.Sign = signed ? .always : .negativeOnly
  if written.unit == .percent {
    return NumberFormat.decimal(value, places: 1, sign: sign) + "%"
  }
  // Whole 万 as the author writes them; everything else to the digit.
  if language == .zh, written.lastDigit >= 4 || (abs(value) >= 100_000 && isWhole(value / 100)) {
    let places = isWhole(value / 10_000) ? 0 : 2
    return NumberFormat.decimal(value / 10_000, places: places, sign: sign) + " 万"
  }
  return NumberFormat.decimal(value, places: isWhole(value) ? 0 : 2, sign: sign)
}

private func isWhole(_ value: Decimal) -> Bool { value.truncated(to: 0) == value }
