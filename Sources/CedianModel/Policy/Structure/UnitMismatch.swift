/// `unit-mismatch`: a value in another unit than its metric's, such as 8.5% of
/// a turnover.
enum UnitMismatch {
  static let id = "unit-mismatch"

  static func check(_ handbook: Handbook, _ directory: Directory) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func check(_ name: Located<String>?, _ value: Located<Quantity>?, _ path: String) {
      guard let name, let value, let index = directory.metric(named: name.value) else { return }
      let metric = handbook.metrics[index]
      guard !metric.unit.accepts(value.value.unit) else { return }
      found.append(diagnostic(value, metric, path))
    }
    for activity in handbook.activities {
      var targets = activity.goals.value ?? []
      if case .targets(let effects)? = activity.expectedEffect.value { targets += effects }
      for target in targets {
        check(target.metric, target.target, activity.info.path)
        check(target.metric, target.baseline, activity.info.path)
      }
    }
    for sheet in handbook.goalSheets {
      for goal in sheet.goals {
        check(goal.metric, goal.target, sheet.info.path)
        check(goal.metric, goal.baseline, sheet.info.path)
        for part in goal.quarters + goal.months { check(goal.metric, part.target, sheet.info.path) }
      }
    }
    for evaluation in handbook.evaluations {
      for result in evaluation.results { check(result.metric, result.actual, evaluation.info.path) }
    }
    return found
  }

  /// Whether the goal's target and parts are in its metric's unit: what is not has
  /// been reported, and its sums would say nothing.
  static func fits(_ goal: Goal, _ metric: Metric) -> Bool {
    let values = (goal.quarters + goal.months).map(\.target) + [goal.target].compactMap { $0 }
    return values.allSatisfy { metric.unit.accepts($0.value.unit) }
  }

  private static func diagnostic(
    _ value: Located<Quantity>, _ metric: Metric, _ path: String
  ) -> Diagnostic {
    let example =
      switch metric.unit {
      case .yuan: "120万"
      case .count: "8,000"
      case .percent: "8.5%"
      case .ratio: "4.5"
      case .days: "7 天"
      case .score: "4.8"
      }
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: value.range),
      message: LocalizedText(
        zh: "「\(metric.name.zh)」的单位是\(metric.unit.label.zh)，这里写的是\(value.value.unit.name.zh)",
        en:
          "'\(metric.id)' is in \(metric.unit.label.en), this value is in \(value.value.unit.name.en)"
      ),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "改正指标或数值，例如「\(example)」；指标的单位写在 content/metrics.yml",
          en:
            "correct the metric or the value, as in '\(example)'; units stand in content/metrics.yml"
        )))
  }
}

extension Metric.Unit {
  /// A bare number fits every unit.
  func accepts(_ written: QuantityUnit) -> Bool {
    if written == .none { return true }
    return switch self {
    case .yuan: written == .yuan
    case .count: written == .count
    case .percent: written == .percent
    case .ratio: written == .ratio
    case .days: written == .days
    case .score: written == .score
    }
  }
}

extension QuantityUnit {
  var name: LocalizedText {
    switch self {
    case .none: LocalizedText(zh: "没有单位的数", en: "a bare number")
    case .yuan: LocalizedText(zh: "金额", en: "yuan")
    case .count: LocalizedText(zh: "个数", en: "a count")
    case .percent: LocalizedText(zh: "百分比", en: "percent")
    case .percentagePoint: LocalizedText(zh: "百分点", en: "percentage points")
    case .ratio: LocalizedText(zh: "倍数", en: "a multiple")
    case .days: LocalizedText(zh: "天数", en: "days")
    case .hours: LocalizedText(zh: "小时数", en: "hours")
    case .minutes: LocalizedText(zh: "分钟数", en: "minutes")
    case .seconds: LocalizedText(zh: "秒数", en: "seconds")
    case .score: LocalizedText(zh: "评分", en: "a score")
    }
  }
}
