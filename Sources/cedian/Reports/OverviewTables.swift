import CedianModel
import Foundation

/// What only a quarter's or a year's report has beside its figures.
extension ReportTables {
  var variances: ReportTable? {
    guard report.period.monthCount > 1, !report.variances.isEmpty else { return nil }
    let rows = report.variances.flatMap { variance -> [[ReportTable.Cell]] in
      let metric = handbook.metrics[variance.metric]
      // Of both years the same months, which need not be all.
      let name = metric.name + report.monthsNote(variance.metric, in: handbook)
      func row(
        _ name: LocalizedText, _ channel: LocalizedText, _ base: Decimal, _ actual: Decimal
      ) -> [ReportTable.Cell] {
        [
          .init(name), .init(channel), .init(metric.words(base)), .init(metric.words(actual)),
          difference(actual - base, metric),
        ]
      }
      let parts = variance.parts.enumerated().map { index, part in
        let title = handbook.channels[part.channel].info.title
        return row(
          index == 0 ? name : LocalizedText(zh: "", en: ""),
          LocalizedText(zh: title, en: title), part.base, part.actual)
      }
      let total = row(
        LocalizedText(zh: "", en: ""), LocalizedText(zh: "合计", en: "total"), variance.baseTotal,
        variance.actual)
      return parts + [total]
    }
    let base = report.period.yearEarlier
    return ReportTable(
      title: LocalizedText(zh: "按渠道的变动", en: "Variance by channel"),
      columns: [
        .init("指标", "metric"), .init("渠道", "channel"),
        .init(base.label(.zh), base.label(.en), isNumber: true),
        .init(report.period.label(.zh), report.period.label(.en), isNumber: true),
        .init("变动", "change", isNumber: true),
      ], rows: rows)
  }

  private func difference(_ value: Decimal, _ metric: Metric) -> ReportTable.Cell {
    let isGood = (value > 0) == (metric.polarity == .higherIsBetter)
    return .init(metric.difference(value), value == 0 ? .faint : isGood ? .good : .bad)
  }

  /// Whether the goals of the parts come to the goal of the whole.
  var decomposition: ReportTable? {
    guard !report.parts.isEmpty else { return nil }
    let rows = report.goalLines.compactMap { line -> [ReportTable.Cell]? in
      let metric = handbook.metrics[line.metric]
      guard metric.aggregation == .sum, let whole = line.target?.value else { return nil }
      let parts = report.parts.compactMap { source.ledger.target(line.metric, $0)?.value }
      guard parts.count == report.parts.count else { return nil }
      let rest = parts.reduce(0, +) - whole
      let isRounding = abs(rest) <= source.ledger.tolerance(line.metric, report.period)
      return [.init(metric.name), .init(metric.words(whole))]
        + parts.map { .init(metric.words($0)) }
        + [
          rest == 0
            ? .init(LocalizedText(zh: "一致", en: "agrees"), .good)
            : isRounding
              ? .init(
                metric.difference(rest)
                  + LocalizedText(zh: "（舍入之内）", en: " (within rounding)"), .good)
              : .init(metric.difference(rest), .warn)
        ]
    }
    guard !rows.isEmpty else { return nil }
    let period = report.period
    return ReportTable(
      title: LocalizedText(zh: "目标的分解", en: "Decomposition of goals"),
      columns: [
        .init("指标", "metric"),
        .init(period.shortLabel(.zh), period.shortLabel(.en), isNumber: true),
      ]
        + report.parts.map {
          ReportTable.Column($0.shortLabel(.zh), $0.shortLabel(.en), isNumber: true)
        } + [.init("合计与全期之差", "parts differ by", isNumber: true)], rows: rows)
  }

  var competition: ReportTable? {
    guard let review = report.review else { return nil }
    let rows = source.competition(report, in: handbook.reviews[review].info.body.html)
      .map { [ReportTable.Cell($0.heading.text), .init($0.text)] }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      title: LocalizedText(zh: "竞争与平台规则", en: "Competitors and platform rules"),
      columns: [.init("小节", "section"), .init("内容", "what it says")], rows: rows)
  }

  var coverage: ReportTable? {
    guard let coverage = report.coverage else { return nil }
    let (months, quarters) = (coverage.months.count, coverage.quarters.count)
    func missing(_ language: Language) -> String {
      coverage.missing.map { $0.shortLabel(language) }
        .joined(separator: language == .zh ? "、" : ", ")
    }
    let isWhole = coverage.missing.isEmpty
    return ReportTable(
      title: LocalizedText(zh: "复盘覆盖", en: "Review coverage"), columns: [], rows: [],
      note: LocalizedText(
        zh: "月度复盘 \(months)/12，季度复盘 \(quarters)/4" + (isWhole ? "" : "；没有复盘：\(missing(.zh))"),
        en: "\(months) of 12 monthly and \(quarters) of 4 quarterly reviews"
          + (isWhole ? "" : "; none for \(missing(.en))")))
  }

  var lessons: ReportTable? {
    guard isYear else { return nil }
    let rows = report.activities.flatMap { entry -> [[ReportTable.Cell]] in
      guard let index = entry.evaluation else { return [] }
      let title = handbook.activities[entry.activity].info.title
      return handbook.evaluations[index].lessons.enumerated().map {
        [.init($0.offset == 0 ? title : ""), .init($0.element)]
      }
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      title: LocalizedText(zh: "经验", en: "Lessons"),
      columns: [.init("活动", "activity"), .init("经验", "lesson")], rows: rows)
  }

  var baseline: ReportTable? {
    guard isYear, !report.goalLines.isEmpty else { return nil }
    let next = report.period.next
    return ReportTable(
      title: LocalizedText(
        zh: "\(next.label(.zh))目标的基线", en: "Baseline for the goals of \(next.label(.en))"),
      columns: [.init("指标", "metric"), .init("实际", "actual", isNumber: true)],
      rows: report.goalLines.map { [.init(handbook.metrics[$0.metric].name), actual($0)] })
  }
}
