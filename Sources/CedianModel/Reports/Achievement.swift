/// How an actual value stands to its target.
public enum Achievement: String, Sendable, Hashable, CaseIterable {
  case reached, atRisk = "at-risk", missed
  /// There is a value and a target, but not for the same channels or months.
  case incomparable = "not-comparable"
  case noData = "no-data"

  public var label: LocalizedText {
    switch self {
    case .reached: LocalizedText(zh: "达标", en: "reached")
    case .atRisk: LocalizedText(zh: "预警", en: "at risk")
    case .missed: LocalizedText(zh: "未达标", en: "missed")
    case .incomparable: LocalizedText(zh: "不可比", en: "not comparable")
    case .noData: LocalizedText(zh: "无数据", en: "no data")
    }
  }

  /// ● reached, ▲ at risk, ■ missed, ○ not judged: told apart without colour.
  public var glyph: String {
    switch self {
    case .reached: "●"
    case .atRisk: "▲"
    case .missed: "■"
    case .incomparable, .noData: "○"
    }
  }

  /// It says something of the goal.
  public var isJudged: Bool { self != .incomparable && self != .noData }
}

/// Attainment as a fraction: `A ÷ T` where higher is better, `2 − A ÷ T` where
/// lower is better. Nil where it is not defined: a target of zero (unless lower
/// is better and nothing happened, which is 1) or below.
public func attainment(
  actual: Decimal, target: Decimal, polarity: Metric.Polarity
) -> Decimal? {
  if target == 0 { return polarity == .lowerIsBetter && actual == 0 ? 1 : nil }
  guard target > 0 else { return nil }
  // `2 − A ÷ T` as one quotient: cut digits must lower an attainment, never lift it.
  return quotient(polarity == .lowerIsBetter ? 2 * target - actual : actual, target)
}

extension SiteConfiguration {
  /// The status of an attainment, judged before any rounding by the thresholds of
  /// site.yml.
  public func achievement(_ attainment: Decimal?) -> Achievement {
    guard let attainment else { return .noData }
    if attainment >= reached.fraction { return .reached }
    return attainment >= atRisk.fraction ? .atRisk : .missed
  }

  /// An attainment as printed: never as if it had reached a threshold that it has not.
  public func words(attainment: Decimal) -> String {
    NumberFormat.attainment(attainment, staysBelow: [reached.fraction, atRisk.fraction])
  }

  /// A value beside its target. Where no attainment is defined, as with a goal of 0,
  /// the difference alone decides.
  public func judge(
    actual: Decimal, target: Decimal, polarity: Metric.Polarity
  ) -> (attainment: Decimal?, status: Achievement) {
    if let share = CedianModel.attainment(actual: actual, target: target, polarity: polarity) {
      return (share, achievement(share))
    }
    let isReached = polarity == .lowerIsBetter ? actual <= target : actual >= target
    return (nil, isReached ? .reached : .missed)
  }
}
