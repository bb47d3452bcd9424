import CedianModel
import Foundation

/// How an actual value stands to its target.
enum Achievement: Sendable, Hashable {
  case reached, atRisk, missed, noData
}

/// Attainment as a fraction: `A ÷ T` where higher is better, `2 − A ÷ T` where
/// lower is better. Nil where it is not defined: a target of zero (unless lower
/// is better and nothing happened, which is 1) or below.
func attainment(
  actual: Decimal, target: Decimal, polarity: Metric.Polarity
) -> Decimal? {
  if target == 0 { return polarity == .lowerIsBetter && actual == 0 ? 1 : nil }
  guard target > 0 else { return nil }
  let ratio = actual / target
  return polarity == .lowerIsBetter ? 2 - ratio : ratio
}

/// Judged before any rounding, by the thresholds of site.yml.
func achievement(_ attainment: Decimal?, site: SiteConfiguration) -> Achievement {
  guard let attainment else { return .noData }
  if attainment >= site.reached.fraction { return .reached }
  return attainment >= site.atRisk.fraction ? .atRisk : .missed
}
