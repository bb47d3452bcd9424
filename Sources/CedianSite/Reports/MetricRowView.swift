import CedianModel

/// A change against an earlier period: its words and whether it is welcome.
struct ChangeView: View {
  var text: EscapedHTML
  /// `good`, `bad` or empty.
  var tone: EscapedHTML
  /// The same in a word, for those who see no colour.
  var mark: EscapedHTML
  /// What it is against, where that is not the whole period; why there is no figure.
  var reason: EscapedHTML

  static let keys = ViewKeys<ChangeView>(
    "环比或同比",
    [
      .text("text", "如 +13.7%、−4.8 个百分点、—", \.text),
      .text("tone", "good 有利，bad 不利，空为无变化或不可比", \.tone),
      .text("mark", "优 有利，劣 不利，空为无变化或不可比", \.mark),
      .text("reason", "没有数值的原因，如 无可比基期；不是与整个上期相比时，写与哪几个月相比", \.reason),
    ])
}

/// A metric in a report.
struct MetricRowView: View {
  var metric: LinkView
  var target: ValueView?
  var comparable: EscapedHTML
  var actual: ValueView?
  var absence: EscapedHTML
  var coverage: EscapedHTML
  var source: EscapedHTML
  var variance: EscapedHTML
  /// Every digit of it, where `variance` is shortened; empty otherwise.
  var varianceExact: EscapedHTML
  var attainment: EscapedHTML
  var previous: ChangeView?
  var yearEarlier: ChangeView
  var status: StatusView?
  var trend: EscapedHTML
  var bullet: EscapedHTML

  static let keys = ViewKeys<MetricRowView>(
    "报告中的指标",
    [
      .view("metric", "指标", \.metric),
      .view("target", "本期目标；没有时为空", \.target),
      .text("comparable", "数据不足全期时，与之相比的同期目标", \.comparable),
      .view("actual", "实际值", \.actual),
      .text("absence", "没有实际值的原因，如 未填报、不可加总", \.absence),
      .text("coverage", "数据不足全期或缺渠道时的说明，如 2/3个月", \.coverage),
      .text("source", "完整数值与数据来源（文件与行号）", \.source),
      .text("variance", "差异，带正负号与单位", \.variance),
      .text("varianceExact", "未缩写的完整差异；与差异相同时为空", \.varianceExact),
      .text("attainment", "达成率，如 102.1%", \.attainment),
      .view("previous", "环比；年度没有，与同比相同", \.previous),
      .view("yearEarlier", "同比", \.yearEarlier),
      .view("status", "状态；没有目标时为空", \.status),
      .html("trend", "近13个月走势（SVG）", \.trend),
      .html("bullet", "目标与实际（SVG）", \.bullet),
    ])
}

extension PageScope {
  func metricRow(
    _ line: MetricLine, link: LinkView? = nil, trend: [TrendPoint] = [],
    figures: ReportFigures? = nil
  ) -> MetricRowView {
    metricRow(
      line, context.handbook.metrics[line.metric],
      link ?? self.link(context.metricLinks[line.metric]), trend, figures)
  }

  private func metricRow(
    _ line: MetricLine, _ metric: Metric, _ link: LinkView, _ trend: [TrendPoint],
    _ figures: ReportFigures?
  ) -> MetricRowView {
    let target = line.target.map { Quantity(value: $0.value) }
    let actual = line.actual.value.map { Quantity(value: $0) }
    let scale = [target, actual].compactMap { $0 }.max { abs($0.value) < abs($1.value) }
    var comparable = EscapedHTML.empty
    if let part = line.comparable, line.actual.months.count < line.actual.expected.count {
      comparable = EscapedHTML(metric.words(part.value, in: language))
    }
    let (variance, varianceExact) = self.variance(line, metric)
    return MetricRowView(
      metric: link,
      target: target.map { value($0, metric: metric, beside: scale) },
      comparable: comparable,
      actual: actual.map { value($0, metric: metric, beside: scale) },
      absence: line.absenceLabel.map(say) ?? .empty, coverage: coverage(line),
      source: source(of: line.actual, metric),
      variance: variance, varianceExact: varianceExact,
      attainment: line.attainment.map { EscapedHTML(handbook.site.words(attainment: $0)) }
        ?? .empty,
      previous: line.toPrevious.map { change($0, metric, base: line.previousBase) },
      yearEarlier: change(line.toYearEarlier, metric),
      status: status(of: line),
      trend: trend.isEmpty ? .empty : figures?.sparkline(trend, metric) ?? .empty,
      bullet: figures?.bullet(line, metric) ?? .empty)
  }

  /// As it is shown, and with every digit where that is another: money is shortened to
  /// 万元, rates are rounded.
  private func variance(
    _ line: MetricLine, _ metric: Metric
  ) -> (shown: EscapedHTML, exact: EscapedHTML) {
    guard let amount = line.variance?.amount else { return (.empty, .empty) }
    let shown = metric.difference(amount, in: language)
    let exact = NumberFormat.exact(amount, sign: .always)
    let isShortened = shown.unicodeScalars.contains { $0 == "万" || $0 == "亿" }
    guard isShortened || !shown.utf8.starts(with: exact.utf8) else {
      return (EscapedHTML(shown), .empty)
    }
    let unit: String =
      switch metric.unit {
      case .yuan: language == .zh ? " 元" : " CNY"
      case .percent: " " + Label.unitPercentagePoint.text[language]
      default: ""
      }
    return (EscapedHTML(shown), EscapedHTML(exact + unit))
  }

  func change(
    _ change: Change, _ metric: Metric, base: LocalizedText? = nil
  ) -> ChangeView {
    let isGood = change.isFavourable(metric.polarity)
    var reason = base.map(say) ?? .empty
    if case .none(let why) = change { reason = say(why.label) }
    return ChangeView(
      text: EscapedHTML(change.words(metric, in: language)),
      tone: EscapedHTML(isGood.map { $0 ? "good" : "bad" } ?? ""),
      mark: isGood.map { say($0 ? .betterMark : .worseMark) } ?? .empty, reason: reason)
  }

  /// Without a target there is nothing to judge.
  func status(of line: MetricLine) -> StatusView? {
    guard line.target != nil else { return nil }
    guard !line.isUnderWay else { return status(of: line.isAhead ? PeriodState.ahead : .open) }
    return status(of: line.status)
  }

  func status(of state: PeriodState) -> StatusView {
    switch state {
    case .closed: StatusView("●", say(state.label), "plain")
    case .open: StatusView("◎", say(state.label), "active")
    case .ahead: StatusView("○", say(state.label), "plain")
    }
  }

  /// `2/3个月`, `缺 社交媒体`.
  func coverage(_ line: MetricLine) -> EscapedHTML {
    line.limits(handbook).map(say) ?? .empty
  }

  /// All digits of a value: `3,417,935.12元`.
  private func digits(_ value: Decimal, _ metric: Metric) -> String {
    let unit: StaticString =
      switch metric.unit {
      case .percent: "%"
      case .yuan: language == .zh ? "元" : " CNY"
      default: ""
      }
    return NumberFormat.exact(value, unit: unit)
  }

  /// All digits and the rows they were made from: `3,417,935.12 元 ·
  /// 2026-10.csv:8,14`.
  func source(of actual: MetricValue, _ metric: Metric) -> EscapedHTML {
    guard let value = actual.value else { return .empty }
    var text: [UInt8] = []
    text.reserveCapacity(96)
    text.append(text: digits(value, metric))
    // `2026-10.csv:10,58`; the folder is the same for all.
    context.reports.ledger.appendPlaces(of: actual.rows, isShort: true, to: &text) { text, _ in
      text.append(literal: " · ")
    }
    return EscapedHTML(escaping: text)
  }
}
