import CedianModel

/// A metric: what it means, and its whole history.
struct MetricPageView: View {
  var unit: EscapedHTML
  var polarity: EscapedHTML
  var formula: EscapedHTML
  var numerator: LinkView?
  var denominator: LinkView?
  var sources: [EscapedHTML]
  var usedBy: [LinkView]
  var channels: [LinkView]
  var goals: [LinkView]
  var chart: EscapedHTML
  var years: [MetricYearView]
  var channelHeads: [LinkView]

  static let keys = ViewKeys<MetricPageView>(
    "指标页",
    [
      .text("unit", "单位", \.unit),
      .text("polarity", "越高越好或越低越好", \.polarity),
      .text("formula", "口径：怎样由各月、各渠道得出", \.formula),
      .view("numerator", "比率的分子", \.numerator),
      .view("denominator", "比率的分母", \.denominator),
      .texts("sources", "结果表写明的来源", \.sources),
      .list("usedBy", "用到它的比率", \.usedBy),
      .list("channels", "填报它的渠道", \.channels),
      .list("goals", "以它为指标的目标", \.goals),
      .html("chart", "近两年逐月的图（SVG）", \.chart),
      .list("years", "各年逐月的数值，新的在前", \.years),
      .list("channelHeads", "表中各渠道", \.channelHeads),
    ])
}

struct MetricYearView: View {
  var year: LinkView
  var rows: [MetricMonthView]

  static let keys = ViewKeys<MetricYearView>(
    "指标的一年",
    [
      .view("year", "年份", \.year),
      .list("rows", "各月、各季与全年", \.rows),
    ])
}

struct MetricMonthView: View {
  /// `year`, `quarter` or `month`.
  var level: EscapedHTML
  var period: LinkView
  var row: MetricRowView
  var channels: [ReportPartCellView]

  static let keys = ViewKeys<MetricMonthView>(
    "指标在一个期间",
    [
      .text("level", "year、quarter 或 month", \.level),
      .view("period", "期间，通往报告", \.period),
      .view("row", "数值", \.row),
      .list("channels", "各渠道的数值", \.channels),
    ])
}

extension PageScope {
  func metricPage(_ index: Int, periods: [Period]) -> MetricPageView {
    let metric = handbook.metrics[index]
    let ledger = context.reports.ledger
    func named(_ id: String?) -> LinkView? {
      id.flatMap(context.metric(named:)).map { link($0.name[language], .metric($0.id)) }
    }
    let channels = handbook.channels.indices.filter { channel in
      ledger.metrics(ofChannel: channel).contains(index)
    }
    let years = periods.filter { $0.monthCount == 12 }.sorted(by: >)
    return MetricPageView(
      unit: unitWords(metric.unit),
      polarity: say(metric.polarity == .higherIsBetter ? .higherIsBetter : .lowerIsBetter),
      formula: say(formula(metric)),
      numerator: metric.aggregation == .ratio ? named(metric.numerator) : nil,
      denominator: metric.aggregation == .ratio ? named(metric.denominator) : nil,
      sources: sources(of: index).map { EscapedHTML($0) },
      usedBy: handbook.metrics.filter {
        $0.aggregation == .ratio
          && [$0.numerator, $0.denominator].contains { part in
            part.flatMap(context.directory.metric(named:)) == index
          }
      }.map { link($0.name[language], .metric($0.id)) },
      channels: channels.map { link(to: handbook.channels[$0].info) },
      goals: goals(of: index),
      chart: ReportFigures(scope: self, prefix: "m").history(index),
      years: years.compactMap { metricYear(index, $0, channels) },
      channelHeads: channels.count > 1
        ? channels.map { link(to: handbook.channels[$0].info) } : [])
  }

  /// What the rows of the metric, of a ratio those of its parts, name as their source.
  private func sources(of index: Int) -> [String] {
    let metric = handbook.metrics[index]
    let parts = [metric.numerator, metric.denominator].compactMap { $0 }
      .compactMap(context.directory.metric(named:))
    let wanted = metric.aggregation == .ratio ? parts : [index]
    return Set(wanted.flatMap { context.resultSources[$0] }).sorted()
  }

  private func goals(of index: Int) -> [LinkView] {
    handbook.goalSheets.flatMap { sheet in
      sheet.goals.filter {
        $0.metric.flatMap { context.directory.metric(named: $0.value) } == index
      }.map { goal($0.id.value) }
    }
  }

  private func metricYear(
    _ index: Int, _ year: Period, _ channels: [Int]
  ) -> MetricYearView? {
    let calendar = context.reports.calendar
    var rows: [MetricMonthView] = []
    let link = self.link(context.metricLinks[index])
    var hasValue = false
    for (level, period) in [("year", year)]
      + calendar.parts(of: year).flatMap({ quarter in
        [("quarter", quarter)] + calendar.months(of: quarter).map { ("month", $0) }
      })
    {
      let line = context.reports.ledger.line(index, .organisation, in: period)
      if line.actual.value != nil || !line.actual.rows.isEmpty { hasValue = true }
      guard line.actual.value != nil || line.target != nil else { continue }
      let name =
        level == "year" ? Label.wholeYear.text[language] : period.shortLabel(language)
      rows.append(
        MetricMonthView(
          level: EscapedHTML(level), period: self.link(name, toReport: period),
          row: metricRow(line, link: link),
          channels: channels.count > 1 ? channels.map { channelCell(index, $0, period) } : []))
    }
    guard hasValue else { return nil }
    return MetricYearView(year: self.link(year.label(language), toReport: year), rows: rows)
  }

  private func channelCell(_ index: Int, _ channel: Int, _ period: Period) -> ReportPartCellView {
    let actual = context.reports.ledger.value(index, .channel(channel), in: period)
    return channelCell(actual, context.handbook.metrics[index], channel, period)
  }

  private func channelCell(
    _ actual: MetricValue, _ metric: Metric, _ channel: Int, _ period: Period
  ) -> ReportPartCellView {
    ReportPartCellView(
      column: context.channelLinks[channel].text,
      value: actual.value.map {
        value(Quantity(value: $0), metric: metric, beside: Quantity(value: 1_000_000))
      },
      absence: context.reports.ledger.state(of: period) == .ahead
        ? say(PeriodState.ahead.label) : actual.absence.map { say($0.label) } ?? .empty,
      coverage: .empty,
      attainment: .empty, status: nil, source: source(of: actual, metric))
  }

  private func unitWords(_ unit: Metric.Unit) -> EscapedHTML {
    switch unit {
    case .yuan: say(.unitYuan)
    case .count: say(.unitCount)
    case .percent: EscapedHTML("%")
    case .ratio: say(.unitRatio)
    case .days: say(.unitDays)
    case .score: say(.unitScore)
    }
  }

  private func formula(_ metric: Metric) -> LocalizedText {
    switch metric.aggregation {
    case .sum:
      LocalizedText(
        zh: "各渠道、各月相加；缺月的合计注明几个月，不当作零",
        en: "channels and months are added; a total that lacks months says so")
    case .last:
      LocalizedText(
        zh: "时点数：季度和年度取最近一个已填报的月份",
        en: "a stock: a quarter or year takes its newest reported month")
    case .none:
      LocalizedText(
        zh: "不可加总：各期去重后单独填报，季度和年度没有自己的数就不合计",
        en: "cannot be added up: each period has its own deduplicated figure")
    case .ratio:
      LocalizedText(
        zh: "由分子合计除以分母合计得出，各期、各渠道的比率不相加、不平均",
        en: "the sum of the numerator by the sum of the denominator; ratios are never averaged")
    }
  }
}
