import CedianModel

/// Every report, year by year, with how its goals stood.
struct ReportIndexView: View {
  var latest: [ReportEntryView]
  var years: [ReportYearView]
  var metrics: LinkView

  static let keys = ViewKeys<ReportIndexView>(
    "报告索引",
    [
      .list("latest", "最近结束的月、季度，和进行中的月、季度、年度", \.latest),
      .list("years", "各年：本年在前，然后是以前的年，最后是以后的年", \.years),
      .view("metrics", "指标一览", \.metrics),
    ])
}

struct ReportYearView: View {
  var year: ReportEntryView
  var calendar: LinkView?
  var quarters: [ReportQuarterView]

  static let keys = ViewKeys<ReportYearView>(
    "一年的报告",
    [
      .view("year", "年报", \.year),
      .view("calendar", "活动日历", \.calendar),
      .list("quarters", "各季", \.quarters),
    ])
}

struct ReportQuarterView: View {
  var quarter: ReportEntryView
  var months: [ReportEntryView]

  static let keys = ViewKeys<ReportQuarterView>(
    "一季的报告",
    [
      .view("quarter", "季报", \.quarter),
      .list("months", "月报", \.months),
    ])
}

struct ReportEntryView: View {
  var link: LinkView
  var state: StatusView
  var counts: [CountView]
  /// Whether there is a report at all.
  var exists: Bool

  static let keys = ViewKeys<ReportEntryView>(
    "一份报告",
    [
      .view("link", "期间", \.link),
      .view("state", "已结束、进行中、未开始", \.state),
      .list("counts", "达标、预警、未达标、无数据的项数", \.counts),
      .flag("exists", "是否有这份报告", \.exists),
    ])
}

/// What each metric means, and how it stood last.
struct MetricIndexView: View {
  var goalMetrics: [MetricRowView]
  var otherMetrics: [MetricRowView]
  var hasPrevious: Bool
  var period: LinkView

  static let keys = ViewKeys<MetricIndexView>(
    "指标一览",
    [
      .list("goalMetrics", "有目标的指标", \.goalMetrics),
      .list("otherMetrics", "其他指标", \.otherMetrics),
      .flag("hasPrevious", "是否有环比", \.hasPrevious),
      .view("period", "数值所属的期间：最近结束的一个月", \.period),
    ])
}

extension PageScope {
  func reportIndex(_ periods: [Period]) -> ReportIndexView {
    let known = Set(periods)
    let calendar = context.reports.calendar
    let ledger = context.reports.ledger
    let all = periods.filter { $0.monthCount == 12 }.sorted(by: >)
    // A year to come has nothing yet; who opens this page looks for what has been.
    let years =
      all.filter { ledger.state(of: $0) != .ahead }
      + all.filter { ledger.state(of: $0) == .ahead }.reversed()
    return ReportIndexView(
      latest: latest(periods).map { entry($0, known, name: $0.label(language)) },
      years: years.map { year in
        ReportYearView(
          year: entry(year, known), calendar: calendarLink(year),
          quarters: calendar.parts(of: year).filter(known.contains).map { quarter in
            ReportQuarterView(
              quarter: entry(quarter, known),
              months: calendar.months(of: quarter).map { entry($0, known) })
          })
      }, metrics: link(Label.metricIndex.text[language], .metrics))
  }

  private func calendarLink(_ year: Period) -> LinkView? {
    context.reports.activities(in: year).isEmpty
      ? nil : link(Label.activityCalendar.text[language], .calendar(year.year))
  }

  /// The last closed month and quarter, then what is under way.
  private func latest(_ periods: [Period]) -> [Period] {
    func last(_ months: Int, _ state: PeriodState) -> Period? {
      periods.last { $0.monthCount == months && context.reports.ledger.state(of: $0) == state }
    }
    return [
      last(1, .closed), last(3, .closed), last(1, .open), last(3, .open), last(12, .open),
    ].compactMap { $0 }
  }

  private func entry(
    _ period: Period, _ known: Set<Period>, name: String? = nil
  ) -> ReportEntryView {
    let name = name ?? period.shortLabel(language)
    let state = context.reports.ledger.state(of: period)
    guard known.contains(period) else {
      return ReportEntryView(
        link: plain(name), state: status(of: state), counts: [], exists: false)
    }
    let counts = context.reports.goalCounts(period)
    return ReportEntryView(
      link: link(name, .report(period)), state: status(of: state),
      counts: Achievement.allCases.compactMap { achievement in
        counts[achievement].map {
          CountView(status: status(of: achievement), count: EscapedHTML("\($0)"))
        }
      }, exists: true)
  }

  func metricIndex(_ periods: [Period]) -> MetricIndexView {
    let ledger = context.reports.ledger
    let month =
      periods.filter { $0.monthCount == 1 && ledger.state(of: $0) == .closed }.last
      ?? Period.month(of: context.options.asOf)
    let figures = ReportFigures(scope: self, prefix: "i")
    let goals = ledger.goalMetrics(month)
    func row(_ metric: Int) -> MetricRowView {
      metricRow(
        ledger.line(metric, .organisation, in: month),
        trend: ledger.trend(metric, .organisation, until: month), figures: figures)
    }
    return MetricIndexView(
      goalMetrics: goals.map(row),
      otherMetrics: handbook.metrics.indices.filter { !goals.contains($0) }.map(row),
      hasPrevious: true,
      period: link(month.label(language), toReport: month))
  }
}
