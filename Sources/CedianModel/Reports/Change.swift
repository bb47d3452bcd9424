/// How a value stands to an earlier one of the same metric.
public enum Change: Sendable, Hashable {
  /// `(A − B) ÷ |B|` as a fraction.
  case relative(Decimal)
  /// Between rates: percentage points, never percent.
  case points(Decimal)
  /// `A − B` in the metric's unit, where the base is negative.
  case absolute(Decimal)
  case none(Reason)

  public enum Reason: String, Sendable, Hashable {
    /// There is no value to compare.
    case noValue = "no-value"
    /// The base has no value, or not for the same months and channels.
    case noBase = "no-base"
    case zeroBase = "zero-base"
    /// Part of a month is not compared with a whole one.
    case underWay = "under-way"

    public var label: LocalizedText {
      switch self {
      case .noValue: LocalizedText(zh: "无数据", en: "no data")
      case .noBase: LocalizedText(zh: "无可比基期", en: "no comparable base")
      case .zeroBase: LocalizedText(zh: "基期为0", en: "the base is 0")
      case .underWay: LocalizedText(zh: "未满期", en: "not over yet")
      }
    }
  }

  /// The size of the change, whatever it is counted in; nil without one.
  public var amount: Decimal? {
    switch self {
    case .relative(let amount), .points(let amount), .absolute(let amount): amount
    case .none: nil
    }
  }

  /// Whether it is a change for the better; nil where nothing changed, or so little
  /// that it shows as 0.0.
  public func isFavourable(_ polarity: Metric.Polarity) -> Bool? {
    guard let amount, amount != 0 else { return nil }
    let half = Decimal(sign: .plus, exponent: -2, significand: 5)
    switch self {
    case .points(let points) where abs(points) < half: return nil
    case .relative(let fraction) where abs(fraction) * 100 < half: return nil
    default: break
    }
    return (amount > 0) == (polarity == .higherIsBetter)
  }
}

/// The change from `base` to `value` of a metric with this unit.
public func change(
  from base: Decimal?, to value: Decimal?, unit: Metric.Unit
) -> Change {
  guard let value else { return .none(.noValue) }
  guard let base else { return .none(.noBase) }
  if unit == .percent { return .points(value - base) }
  if base < 0 { return .absolute(value - base) }
  return quotient(value - base, base).map { .relative($0) } ?? .none(.zeroBase)
}

/// What is missing to a target: `A − T`, and `(A − T) ÷ |T|` unless T is 0.
public struct Variance: Sendable, Hashable {
  /// In the metric's unit; percentage points for rates.
  public var amount: Decimal
  public var fraction: Decimal?

  public init(actual: Decimal, target: Decimal) {
    amount = actual - target
    fraction = quotient(amount, abs(target))
  }
}
