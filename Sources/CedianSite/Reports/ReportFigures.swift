import CedianModel

/// What a report draws: its numbers handed to the figures, which know nothing of
/// reports.
struct ReportFigures: Sendable {
  let scope: PageScope
  /// Begins the ids of everything in a figure, which are unique on a page.
  let prefix: String

  var language: Language { scope.language }
  var ledger: MetricLedger { scope.context.reports.ledger }

  func number(_ value: Decimal?, _ metric: Metric) -> FigureNumber? {
    value.map { FigureNumber($0, metric.words($0, in: language)) }
  }

  /// Without `.00`, which a narrow figure has no room for.
  func short(_ value: Decimal, _ metric: Metric) -> FigureNumber {
    FigureNumber(value, metric.words(value, in: language).replacing(".00", with: ""))
  }

  func polarity(_ metric: Metric) -> FigurePolarity {
    metric.polarity == .higherIsBetter ? .higherIsBetter : .lowerIsBetter
  }

  func sparkline(_ trend: [TrendPoint], _ metric: Metric) -> EscapedHTML {
    // Only the first and the newest value stand in its sentence.
    func isKnown(_ point: TrendPoint) -> Bool { point.value.value?.isNaN == false }
    let (first, last) = (trend.firstIndex(where: isKnown), trend.lastIndex(where: isKnown))
    let figure = SparklineFigure(
      title: metric.name[language],
      points: trend.indices.map { index in
        let (period, value) = (trend[index].period, trend[index].value.value)
        let lacks =
          trend[index].value.missingChannels.isEmpty
          ? nil : trend[index].value.channelsMissing(scope.context.handbook)?[language]
        return index == first || index == last
          ? SparklineFigure.Point(
            label: period.label(language), number: number(value, metric), lacks: lacks)
          : SparklineFigure.Point(
            label: "", number: value.map { FigureNumber($0, "") }, lacks: lacks)
      })
    return EscapedHTML(trusted: figure.inline(id: "\(prefix)s-\(metric.id)", in: language))
  }

  func bullet(_ line: MetricLine, _ metric: Metric) -> EscapedHTML {
    guard line.target != nil else { return .empty }
    let site = scope.handbook.site
    // An incomplete period stands beside the goal of the same months; figures
    // without a channel beside none.
    let target = line.actual.value == nil ? line.target : line.comparable
    let figure = BulletFigure(
      title: metric.name[language], actual: number(line.actual.value, metric),
      target: number(target?.value, metric), polarity: polarity(metric),
      thresholds: (atRisk: site.atRisk.fraction, reached: site.reached.fraction))
    return EscapedHTML(trusted: figure.inline(id: "\(prefix)b-\(metric.id)", in: language))
  }

  /// The months of a longer period for each of its first goals, beside their
  /// goals and the year before.
  func columns(_ report: Report) -> [EscapedHTML] {
    guard !report.parts.isEmpty else { return [] }
    let months = scope.context.reports.calendar.months(of: report.period)
    return report.goalLines.prefix(4).map { columns($0.metric, months) }
  }

  /// Two years of a metric, or what there is of them, up to the report's day.
  func history(_ metric: Int) -> EscapedHTML {
    var month = Period.month(of: ledger.asOf)
    if ledger.value(metric, .organisation, in: month).value == nil { month = month.previous }
    var months: [Period] = []
    for _ in 0..<24 {
      months.append(month)
      month = month.previous
    }
    months.reverse()
    let known = months.firstIndex { ledger.value(metric, .organisation, in: $0).value != nil }
    guard let known, months.count - known > 1 else { return .empty }
    return columns(metric, Array(months[known...]))
  }

  private func columns(_ index: Int, _ months: [Period]) -> EscapedHTML {
    let metric = scope.handbook.metrics[index]
    let spansYears = Set(months.map(\.year)).count > 1
    let figure = ColumnsFigure(
      title: metric.name[language],
      columns: months.map { month in
        let actual = ledger.value(index, .organisation, in: month)
        return ColumnsFigure.Column(
          label: month.shortLabel(language),
          group: spansYears ? Period.year(month.year).label(language) : nil,
          period: month.label(language),
          actual: number(actual.value, metric),
          plan: number(ledger.target(index, month)?.value, metric),
          previous: number(
            ledger.value(index, .organisation, in: month.yearEarlier).value, metric),
          lacks: actual.channelsMissing(scope.handbook)?[language])
      }, previousName: LocalizedText(zh: "上年同期", en: "year before")[language])
    return EscapedHTML(
      trusted: figure.svg(id: "\(prefix)c-\(metric.id)-\(months[0].id)", in: language))
  }
}
