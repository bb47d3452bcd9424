import CedianModel

/// The goals of one year.
struct GoalSheetPageView: View {
  var period: EscapedHTML
  var owner: LinkView?
  var goals: [GoalView]
  var quarterNames: [EscapedHTML]
  var basis: [FactView]
  var findings: [FindingView]
  var body: EscapedHTML

  static let keys = ViewKeys<GoalSheetPageView>(
    "年度目标页",
    [
      .text("period", "年度", \.period),
      .view("owner", "负责人", \.owner),
      .list("goals", "各项目标", \.goals),
      .texts("quarterNames", "各季度的名称", \.quarterNames),
      .list("basis", "制定依据", \.basis),
      .list("findings", "对本页的检查结果", \.findings),
      .html("body", "正文", \.body),
    ])
}

struct GoalView: View {
  var anchor: EscapedHTML
  var id: EscapedHTML
  var title: EscapedHTML
  var link: LinkView
  var metric: EscapedHTML
  var polarity: EscapedHTML
  var baseline: ValueView?
  var target: ValueView?
  var due: EscapedHTML
  var owner: LinkView?
  var supports: EscapedHTML
  /// Specific, measurable, achievable, relevant, time-bound: what clause 2.2 asks for.
  var smart: [SmartTickView]
  /// One for each quarter of the sheet, in order.
  var quarters: [GoalQuarterView]

  static let keys = ViewKeys<GoalView>(
    "年度目标",
    [
      .text("anchor", "锚点", \.anchor),
      .text("id", "编号", \.id),
      .text("title", "标题", \.title),
      .view("link", "目标所在的页面", \.link),
      .text("metric", "指标", \.metric),
      .text("polarity", "越高越好或越低越好", \.polarity),
      .view("baseline", "基线", \.baseline),
      .view("target", "目标值", \.target),
      .text("due", "期限", \.due),
      .view("owner", "负责人", \.owner),
      .text("supports", "服务的公司战略", \.supports),
      .list("smart", "SMART 五项是否写明", \.smart),
      .list("quarters", "按季度、月份的分解", \.quarters),
    ])
}

struct SmartTickView: View {
  var name: EscapedHTML
  var isMet: Bool

  static let keys = ViewKeys<SmartTickView>(
    "SMART 一项",
    [
      .text("name", "名称", \.name),
      .flag("isMet", "是否写明", \.isMet),
    ])
}

struct GoalQuarterView: View {
  var name: EscapedHTML
  var target: ValueView?
  var months: [GoalMonthView]

  static let keys = ViewKeys<GoalQuarterView>(
    "目标的一个季度",
    [
      .text("name", "季度", \.name),
      .view("target", "季度目标值", \.target),
      .list("months", "各月", \.months),
    ])
}

struct GoalMonthView: View {
  var name: EscapedHTML
  var target: ValueView?

  static let keys = ViewKeys<GoalMonthView>(
    "目标的一个月",
    [
      .text("name", "月份", \.name),
      .view("target", "月目标值", \.target),
    ])
}

extension PageScope {
  func goalSheetPage(_ sheet: GoalSheet) -> GoalSheetPageView {
    let period = sheet.period.value
    return GoalSheetPageView(
      period: period.map { EscapedHTML($0.label(language)) } ?? .empty,
      owner: party(sheet.info.owner.value), goals: goals(of: sheet),
      quarterNames: period?.quarters.map { EscapedHTML($0.shortLabel(language)) } ?? [],
      basis: basis(sheet.basis, alignment: nil), findings: findings(in: sheet.info.path),
      body: body(sheet.info))
  }

  func goals(of sheet: GoalSheet) -> [GoalView] {
    sheet.goals.map { goal in
      let metric = goal.metric.flatMap { context.metric(named: $0.value) }
      return GoalView(
        anchor: EscapedHTML(recordAnchor(goal.id.value)), id: EscapedHTML(goal.id.value),
        title: EscapedHTML(goal.title ?? ""), link: self.goal(goal.id.value),
        metric: goal.metric.map { metricName($0.value) } ?? .empty,
        polarity: metric.map {
          say($0.polarity == .higherIsBetter ? .higherIsBetter : .lowerIsBetter)
        } ?? .empty,
        baseline: goal.baseline.map { value($0.value, metric: metric) },
        target: goal.target.map { value($0.value, metric: metric) },
        due: goal.due.map { EscapedHTML($0.label(language)) } ?? .empty,
        owner: party(goal.owner?.value), supports: EscapedHTML(goal.supports ?? ""),
        smart: smart(goal),
        quarters: quarters(of: goal, in: sheet.period.value, metric: metric))
    }
  }

  func smart(_ goal: Goal) -> [SmartTickView] {
    let ticks = SmartTicks(goal)
    return [
      SmartTickView(name: say(.smartSpecific), isMet: ticks.isSpecific),
      SmartTickView(name: say(.smartMeasurable), isMet: ticks.isMeasurable),
      SmartTickView(name: say(.smartAchievable), isMet: ticks.isAchievable),
      SmartTickView(name: say(.smartRelevant), isMet: ticks.isRelevant),
      SmartTickView(name: say(.smartTimeBound), isMet: ticks.isTimeBound),
    ]
  }

  private func quarters(
    of goal: Goal, in year: Period?, metric: Metric?
  ) -> [GoalQuarterView] {
    guard let year, !goal.quarters.isEmpty || !goal.months.isEmpty else { return [] }
    func target(_ period: Period) -> ValueView? {
      (goal.quarters + goal.months).first { $0.period == period }
        .map { value($0.target.value, metric: metric) }
    }
    return year.quarters.map { quarter in
      GoalQuarterView(
        name: EscapedHTML(quarter.shortLabel(language)), target: target(quarter),
        months: handbook.calendar.months(of: quarter).map { month in
          GoalMonthView(
            name: EscapedHTML(month.shortLabel(language)), target: target(month))
        })
    }
  }
}
