import CedianModel

/// A goal beside what came of it.
struct TargetRowView: View {
  var metric: EscapedHTML
  var comparator: EscapedHTML
  var baseline: ValueView?
  var target: ValueView?
  var actual: ValueView?
  var attainment: EscapedHTML
  var status: StatusView?
  var by: EscapedHTML
  var note: EscapedHTML

  static let keys = ViewKeys<TargetRowView>(
    "目标",
    [
      .text("metric", "指标名称", \.metric),
      .text("comparator", "≥、≤ 等", \.comparator),
      .view("baseline", "基线", \.baseline),
      .view("target", "目标值", \.target),
      .view("actual", "实际值；未填报时没有", \.actual),
      .text("attainment", "达成率，如 102.1%", \.attainment),
      .view("status", "达标、预警、未达标、无数据；还没有评估时没有", \.status),
      .text("by", "期限", \.by),
      .text("note", "说明", \.note),
    ])
}

extension PageScope {
  /// The goals with the evaluation's results; results without a goal follow.
  func targetRows(_ targets: [Target], evaluation: Evaluation?) -> [TargetRowView] {
    var used: Set<Int> = []
    var rows = targets.map { target -> TargetRowView in
      let index = evaluation.flatMap { evaluation in
        evaluation.results.firstIndex { sameMetric($0.metric.value, target.metric.value) }
      }
      if let index { used.insert(index) }
      return targetRow(
        target, result: index.flatMap { evaluation?.results[$0] }, isEvaluated: evaluation != nil)
    }
    for (index, result) in (evaluation?.results ?? []).enumerated() where !used.contains(index) {
      let metric = context.directory.metric(named: result.metric.value)
      let form = metric.map { context.metricForms[$0] }
      rows.append(
        TargetRowView(
          metric: metric.map { context.metricNames[$0] } ?? EscapedHTML(result.metric.value),
          comparator: .empty, baseline: nil, target: nil,
          actual: result.actual.map { value($0.value, form: form) }, attainment: .empty,
          status: nil, by: .empty, note: EscapedHTML(result.note ?? "")))
    }
    return rows
  }

  private func targetRow(
    _ target: Target, result: Evaluation.Result?, isEvaluated: Bool
  ) -> TargetRowView {
    let metric = context.directory.metric(named: target.metric.value)
    let form = metric.map { context.metricForms[$0] }
    let polarity = form?.polarity ?? .higherIsBetter
    let aim = target.target?.value
    let share: Decimal? =
      if let actual = result?.actual?.value.value, let aim {
        attainment(actual: actual, target: aim.value, polarity: polarity)
      } else {
        nil
      }
    return TargetRowView(
      metric: metric.map { context.metricNames[$0] } ?? EscapedHTML(target.metric.value),
      comparator: comparator(target, metric),
      baseline: target.baseline.map { value($0.value, form: form, beside: aim) },
      target: aim.map { value($0, form: form, beside: aim) },
      actual: result?.actual.map { value($0.value, form: form, beside: aim) },
      attainment: share.map { EscapedHTML(handbook.site.words(attainment: $0)) } ?? .empty,
      status: isEvaluated ? status(of: handbook.site.achievement(share)) : nil,
      by: target.by.map { EscapedHTML($0.label(language)) } ?? .empty,
      note: EscapedHTML(result?.note ?? target.note ?? ""))
  }

  private func sameMetric(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard let first = context.directory.metric(named: a) else { return false }
    return first == context.directory.metric(named: b)
  }
}
