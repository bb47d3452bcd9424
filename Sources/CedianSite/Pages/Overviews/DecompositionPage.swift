import CedianModel

/// Each goal broken down into quarters and months, with what does not add up.
struct DecompositionView: View {
  var goals: [GoalTreeView]
  var pages: YearPagesView?

  static let keys = ViewKeys<DecompositionView>(
    "目标分解树",
    [
      .list("goals", "各目标", \.goals),
      .view("pages", "其他年份", \.pages),
    ])
}

struct GoalTreeView: View {
  var goal: LinkView
  var metric: EscapedHTML
  var way: EscapedHTML
  var status: StatusView?
  var figure: EscapedHTML
  var nodes: [GoalNodeView]

  static let keys = ViewKeys<GoalTreeView>(
    "一个目标的分解",
    [
      .view("goal", "目标", \.goal),
      .text("metric", "指标", \.metric),
      .text("way", "怎样汇总：逐月相加、取最近一月、不可加总", \.way),
      .view("status", "各级是否一致", \.status),
      .html("figure", "各季各月的份额（SVG）；不逐月相加时为空", \.figure),
      .list("nodes", "各级，上级在前", \.nodes),
    ])
}

struct GoalNodeView: View {
  /// `year`, `quarter` or `month`.
  var level: EscapedHTML
  var name: EscapedHTML
  var target: ValueView?
  var made: ValueView?
  var status: StatusView?

  static let keys = ViewKeys<GoalNodeView>(
    "分解的一级",
    [
      .text("level", "year、quarter 或 month", \.level),
      .text("name", "期间", \.name),
      .view("target", "目标值", \.target),
      .view("made", "下级合起来的值", \.made),
      .view("status", "一致、多或少多少、缺哪些期间", \.status),
    ])
}

extension PageScope {
  func decomposition(_ pages: YearPages, at page: YearPages.Page) -> DecompositionView {
    DecompositionView(
      goals: page.rows.flatMap { index -> [GoalTreeView] in
        let sheet = handbook.goalSheets[index]
        guard let year = sheet.period.value?.year else { return [] }
        return sheet.goals.compactMap { tree($0, year: year) }
      }, pages: navigation(of: pages.pages, at: page))
  }

  private func tree(_ goal: Goal, year: Int) -> GoalTreeView? {
    guard !goal.quarters.isEmpty || !goal.months.isEmpty else { return nil }
    let metric = goal.metric.flatMap { context.metric(named: $0.value) }
    let aggregation = metric?.aggregation ?? .none
    let parts = goal.parts(aggregation, year: year, handbook.calendar)
    let compared = parts.filter { $0.made != nil || !$0.missing.isEmpty }
    let wrong = compared.count { !$0.agrees || !$0.missing.isEmpty }
    return GoalTreeView(
      goal: self.goal(goal.id.value), metric: goal.metric.map { metricName($0.value) } ?? .empty,
      way: way(aggregation),
      status: compared.isEmpty
        ? nil
        : wrong == 0
          ? StatusView("●", say(.partsAgree), "good")
          : StatusView(
            "■",
            EscapedHTML(trusted: "\(wrong) \(say(.placesDisagree).html)"), "bad"),
      figure: aggregation == .sum ? GoalShares(goal, year: year).svg(language) : .empty,
      nodes: nodes(goal, parts, metric, year: year))
  }

  private func way(_ aggregation: Metric.Aggregation) -> EscapedHTML {
    switch aggregation {
    case .sum: say(.aggregatesBySum)
    case .last: say(.aggregatesByLast)
    case .ratio, .none: say(.neverAggregates)
    }
  }

  private func nodes(
    _ goal: Goal, _ parts: [GoalParts], _ metric: Metric?, year: Int
  ) -> [GoalNodeView] {
    func target(_ period: Period) -> Quantity? {
      (goal.quarters + goal.months).first { $0.period == period }?.target.value
    }
    func node(_ level: String, _ name: EscapedHTML, _ own: Quantity?, _ made: GoalParts?)
      -> GoalNodeView
    {
      GoalNodeView(
        level: EscapedHTML(level), name: name,
        target: own.map { value($0, metric: metric, beside: goal.target?.value) },
        made: made.flatMap { parts in
          parts.made.map {
            value(
              Quantity(value: $0, unit: parts.whole.unit), metric: metric,
              beside: goal.target?.value)
          }
        },
        status: made.flatMap { status(of: $0, metric, goal) })
    }
    let whole = parts.first { $0.level == .quarters || $0.level == .months }
    var rows = [node("year", say(.wholeYear), goal.target?.value, whole)]
    for quarter in Period.year(year).quarters {
      let own = target(quarter)
      let months = handbook.calendar.months(of: quarter).filter { target($0) != nil }
      guard own != nil || !months.isEmpty else { continue }
      if own != nil || !goal.quarters.isEmpty {
        rows.append(
          node(
            "quarter", EscapedHTML(quarter.shortLabel(language)), own,
            parts.first { $0.level == .monthsOfQuarter(quarter) }))
      }
      for month in months {
        rows.append(node("month", EscapedHTML(month.shortLabel(language)), target(month), nil))
      }
    }
    return rows
  }

  /// `+10.00 万元`: what the parts have too much.
  private func difference(
    _ difference: Decimal, _ parts: GoalParts, _ metric: Metric?, _ goal: Goal
  ) -> EscapedHTML {
    let shown = value(
      Quantity(value: abs(difference), unit: parts.whole.unit), metric: metric,
      beside: goal.target?.value)
    let sign = difference < 0 ? NumberFormat.minus : "+"
    return EscapedHTML(trusted: "\(sign)\(shown.number.html) \(shown.unit.html)")
  }

  private func status(of parts: GoalParts, _ metric: Metric?, _ goal: Goal) -> StatusView? {
    if !parts.missing.isEmpty {
      let names = parts.missing.map { $0.shortLabel(language) }
        .joined(separator: language == .zh ? "、" : ", ")
      return StatusView(
        "▲", EscapedHTML(trusted: "\(say(.lacks).html) \(EscapedHTML(names).html)"), "warn")
    }
    guard let difference = parts.difference else { return nil }
    if difference == 0 { return StatusView("●", say(.agrees), "good") }
    let shown = self.difference(difference, parts, metric, goal)
    return parts.agrees
      ? StatusView(
        "●", EscapedHTML(trusted: "\(shown.html) · \(say(.withinRounding).html)"), "good")
      : StatusView("■", shown, "bad")
  }
}
