/// One line that names a metric and the value to reach, as in `GMV ≥ 120万`.
public struct MetricTarget: Sendable, Hashable {
  /// The metric as written; whether it exists is for its resolver to say.
  public var metricName: String
  /// `.atLeast` where none is written.
  public var comparator: Target.Comparator
  public var quantity: Quantity
  /// False where the line leaves the direction to the metric's polarity.
  public var hasComparator: Bool
  /// The metric's place, in Unicode scalars from the text's start.
  public var metricRange: Range<Int>
  /// The value's place, in Unicode scalars from the text's start.
  public var quantityRange: Range<Int>
}

/// Why a line is no measurable target.
public struct TargetProblem: Error, Sendable, Hashable {
  public var kind: Kind
  /// The text as written.
  public var text: String

  public enum Kind: Sendable, Hashable {
    /// `提升品牌影响力`: neither metric nor number.
    case notMeasurable
    /// `≥ 120万`
    case noMetric
    /// `GMV ≥`
    case noNumber
    /// `GMV 增长 20%`: a change; the value to reach is not written.
    case relative
    /// There is a metric and a number, and the number cannot be read.
    case badQuantity(QuantityProblem)
  }

  /// What is wrong, without how to mend it.
  public var message: LocalizedText {
    switch kind {
    case .notMeasurable:
      LocalizedText(
        zh: "「\(text)」不可衡量：没有指标，也没有数值",
        en: "'\(text)' cannot be measured: it names no metric and no number")
    case .noMetric:
      LocalizedText(
        zh: "「\(text)」不可衡量：没有写明指标", en: "'\(text)' cannot be measured: it names no metric")
    case .noNumber:
      LocalizedText(
        zh: "「\(text)」不可衡量：没有数值", en: "'\(text)' cannot be measured: it holds no number")
    case .relative:
      LocalizedText(
        zh: "「\(text)」只写了变化的幅度，没有写明要达到的数值",
        en: "'\(text)' gives a change, not the value to reach")
    case .badQuantity(let problem): problem.message
    }
  }

  /// How to mend it, in one sentence.
  public var advice: LocalizedText {
    if case .badQuantity(let problem) = kind { return problem.advice }
    return LocalizedText(
      zh: "写明指标和要达到的数值，例如 成交总额 ≥ 120万",
      en: "name a metric and the value to reach, as in 成交总额 ≥ 120万")
  }
}
