import CedianModel

/// The figures about channels, goals, activities and reviews.
extension ReportFigures {
  /// What each channel has moved since the year before, at most for four goals.
  func waterfalls(_ report: Report) -> [EscapedHTML] {
    report.variances.prefix(4).map { variance in
      let metric = scope.handbook.metrics[variance.metric]
      // Of both years the same months.
      let covered = report.monthsNote(variance.metric, in: scope.context.handbook)
      let figure = WaterfallFigure(
        title: LocalizedText(
          zh: "\(metric.name.zh)：与\(variance.base.label(.zh))相比\(covered.zh)",
          en: "\(metric.name.en) against \(variance.base.label(.en))\(covered.en)")[language],
        start: (
          variance.base.label(language) + covered[language], number(variance.baseTotal, metric)
        ),
        steps: variance.parts.map { part in
          WaterfallFigure.Step(
            label: scope.handbook.channels[part.channel].info.title,
            difference: FigureNumber(
              part.difference, metric.difference(part.difference, in: language)))
        },
        end: (
          report.period.label(language) + covered[language], number(variance.actual, metric)
        ),
        polarity: polarity(metric))
      return EscapedHTML(
        trusted: figure.svg(id: "\(prefix)w-\(metric.id)", in: language))
    }
  }

  /// How the goals that add up are broken down over the period's parts.
  func decompositions(_ report: Report) -> [EscapedHTML] {
    guard !report.parts.isEmpty else { return [] }
    return report.goalLines.compactMap { line -> EscapedHTML? in
      let metric = scope.handbook.metrics[line.metric]
      guard metric.aggregation == .sum, let target = line.target else { return nil }
      let root = whole(report, target.value, line.metric, metric)
      guard !root.parts.isEmpty else { return nil }
      let figure = TreeFigure(title: metric.name[language], root: root)
      return EscapedHTML(trusted: figure.svg(id: "\(prefix)d-\(metric.id)", in: language))
    }
  }

  /// The period with its parts; nothing below them, which have reports of their own.
  private func whole(
    _ report: Report, _ value: Decimal, _ index: Int, _ metric: Metric
  ) -> TreeFigure.Node {
    let known = report.parts.compactMap { ledger.target(index, $0)?.value }
    var root = TreeFigure.Node(
      label: report.period.shortLabel(language), number: short(value, metric))
    guard known.count == report.parts.count else { return root }
    let difference = known.reduce(0, +) - value
    root.difference = FigureNumber(difference, metric.difference(difference, in: language))
    root.tolerance = ledger.tolerance(index, report.period)
    root.parts = zip(report.parts, known).map { part, value in
      TreeFigure.Node(label: part.shortLabel(language), number: short(value, metric))
    }
    return root
  }

  /// The activities of a period by their first day; of a longer one those that
  /// fit on a page.
  func gantt(_ report: Report) -> EscapedHTML {
    let calendar = scope.context.reports.calendar
    let range = TimeSpan(
      start: calendar.first(of: report.period), end: calendar.last(of: report.period))
    let rows = report.activities.prefix(30).map { entry -> GanttFigure.Row in
      let activity = scope.handbook.activities[entry.activity]
      if activity.isCancelled {
        let mark = ActivityStatus.cancelled.label[language]
        return GanttFigure.Row(
          label: "× \(mark) · \(activity.info.title)", plan: activity.time.value,
          actual: entry.actual, isCancelled: true)
      }
      return GanttFigure.Row(
        label: activity.info.title, warmUp: warmUp(activity), plan: activity.time.value,
        actual: entry.actual)
    }
    guard !rows.isEmpty else { return .empty }
    let figure = GanttFigure(
      title: Label.activityTimes.text[language], range: range, rows: Array(rows),
      total: report.activities.count > rows.count ? report.activities.count : nil,
      today: report.state == .open ? report.lastDay : nil)
    return EscapedHTML(trusted: figure.svg(id: "\(prefix)g", in: language))
  }

  private func warmUp(_ activity: Activity) -> TimeSpan? {
    let spans = activity.promotion.filter { $0.phase == .warmup }.compactMap(\.time)
    guard let first = spans.map(\.start).min(), let last = spans.map(\.end).max() else {
      return nil
    }
    return TimeSpan(start: first, end: last)
  }

  private func entry(of activity: Activity) -> CalendarFigure.Entry? {
    // What goes on is shown as it was planned: its end is not known yet.
    let isOver = activity.actualTime.map { $0.end < ledger.asOf } ?? false
    let known = isOver ? activity.actualTime : activity.time.value ?? activity.actualTime
    guard let span = known, !activity.isCancelled else { return nil }
    return CalendarFigure.Entry(
      label: activity.info.title, span: span, kind: isOver ? .actual : .planned)
  }

  func calendar(_ month: Period, _ activities: [Int]) -> EscapedHTML {
    guard case .month(let year, let number) = month else { return .empty }
    let entries = activities.compactMap { entry(of: scope.context.handbook.activities[$0]) }
    let figure = CalendarFigure(
      title: month.label(language), year: year, month: number, entries: entries,
      today: month.contains(ledger.asOf) ? ledger.asOf : nil)
    return EscapedHTML(trusted: figure.svg(id: "\(prefix)k", in: language))
  }

  /// Twelve months by plan, review, evaluations and results.
  func coverage(_ report: Report) -> EscapedHTML {
    guard report.coverage != nil else { return .empty }
    let months = scope.context.reports.calendar.months(of: report.period)
    let figure = HeatGridFigure(
      title: Label.reviewCoverage.text[language], columns: months.map { $0.shortLabel(language) },
      rows: [
        HeatGridFigure.Row(
          label: Label.plan.text[language],
          cells: months.map { there(scope.context.planByPeriod[$0] != nil, $0) }),
        HeatGridFigure.Row(
          label: Label.review.text[language],
          cells: months.map { there(scope.context.reviewByPeriod[$0] != nil, $0) }),
        HeatGridFigure.Row(
          label: LocalizedText(zh: "季度复盘", en: "Quarterly review")[language],
          cells: months.map(quarterly)),
        HeatGridFigure.Row(
          label: Label.evaluations.text[language],
          cells: months.map { evaluations($0, report) }),
        HeatGridFigure.Row(
          label: Label.resultTables.text[language], cells: months.map(results)),
      ])
    return EscapedHTML(trusted: figure.svg(id: "\(prefix)h", in: language))
  }

  private func there(_ isThere: Bool, _ month: Period) -> HeatGridFigure.Cell {
    HeatGridFigure.Cell(
      state: isThere ? .full : ledger.state(of: month) == .closed ? .lack : .wait)
  }

  /// In a quarter's last month.
  private func quarterly(_ month: Period) -> HeatGridFigure.Cell? {
    let quarter = ledger.calendar.quarter(of: month)
    guard ledger.calendar.months(of: quarter).last == month else { return nil }
    return there(scope.context.reviewByPeriod[quarter] != nil, quarter)
  }

  /// Of the activities that ended in the month.
  private func evaluations(_ month: Period, _ report: Report) -> HeatGridFigure.Cell? {
    let ended = report.activities.filter { entry in
      let last = scope.handbook.activities[entry.activity].lastDay
      return entry.hasEnded && (last.map { month.contains($0) } ?? false)
    }
    let evaluated = ended.count { $0.evaluation != nil }
    // While the month is under way none is lacking yet.
    if evaluated < ended.count, ledger.state(of: month) != .closed {
      return HeatGridFigure.Cell(state: .wait)
    }
    return cell(evaluated, of: ended.count)
  }

  private func results(_ month: Period) -> HeatGridFigure.Cell? {
    guard ledger.state(of: month) == .closed else { return HeatGridFigure.Cell(state: .wait) }
    let quality = ledger.quality(in: month)
    guard quality.expected > 0 else { return HeatGridFigure.Cell(state: .lack) }
    return cell(quality.reported, of: quality.expected)
  }

  private func cell(_ part: Int, of whole: Int) -> HeatGridFigure.Cell? {
    guard whole > 0 else { return nil }
    return HeatGridFigure.Cell(
      state: part == whole ? .full : part == 0 ? .lack : .part, label: "\(part)/\(whole)")
  }
}
