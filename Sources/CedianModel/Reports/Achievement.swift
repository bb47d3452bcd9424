import Foundation

/// How an actual value stands to its target.
public enum Achievement: String, Sendable, Hashable, CaseIterable {
  case reached, atRisk = "at-risk", missed, noData = "no-data"

  public var label: LocalizedText {
    switch self {
    case .reached: LocalizedText(zh: "达标", en: "reached")
    case .atRisk: LocalizedText(zh: "预警", en: "at risk")
    case .missed: LocalizedText(zh: "未达标", en: "missed")
    case .noData: LocalizedText(zh: "无数据", en: "no data")
    }
  }

  /// ● reached, ▲ at risk, ■ missed, ○ no data: told apart without colour.
  public var glyph: String {
    switch self {
    case .reached: "●"
    case .atRisk: "▲"
    case .missed: "■"
    case .noData: "○"
    }
  }
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
}
