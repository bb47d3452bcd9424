/// A value that a rule takes and that site.yml or the clause's binding can set.
public struct RuleParameter: Sendable, Hashable {
  /// `grace_days`
  public var name: String
  /// Its Chinese name: 宽限天数.
  public var label: String
  public var meaning: LocalizedText
  public var standard: RuleValue

  init(_ name: String, _ label: String, _ standard: RuleValue, zh: String, en: String) {
    self.name = name
    self.label = label
    self.standard = standard
    meaning = LocalizedText(zh: zh, en: en)
  }
}

/// What a parameter holds; the standard value's case is its type.
public enum RuleValue: Sendable, Hashable {
  /// Whole days, 0 to 366.
  case days(Int)
  /// A whole number, 1 to 100.
  case count(Int)
  /// A share of a whole, as a fraction from 0 to 1.
  case share(Decimal)
  /// Ids of channels.
  case channels([String])
  /// Ids of metrics.
  case metrics([String])
  /// Lengths of periods.
  case periods([PeriodLength])
  case flag(Bool)

  /// As it is written in a binding.
  public var written: String {
    switch self {
    case .days(let number), .count(let number): String(number)
    case .share(let fraction): NumberFormat.plain(fraction * 100) + "%"
    case .channels(let names), .metrics(let names): "[" + names.joined(separator: ", ") + "]"
    case .periods(let lengths):
      "[" + lengths.map(\.rawValue).joined(separator: ", ") + "]"
    case .flag(let isSet): isSet ? "true" : "false"
    }
  }

  /// What may be written.
  public var expected: LocalizedText {
    switch self {
    case .days: LocalizedText(zh: "0 到 366 的整数（天）", en: "a whole number of days, 0 to 366")
    case .count: LocalizedText(zh: "1 到 100 的整数", en: "a whole number from 1 to 100")
    case .share: LocalizedText(zh: "0% 到 100% 的百分比", en: "a percentage from 0% to 100%")
    case .channels: LocalizedText(zh: "渠道编号或名称的列表", en: "a list of channels")
    case .metrics: LocalizedText(zh: "指标编号或名称的列表", en: "a list of metrics")
    case .periods:
      LocalizedText(zh: "month、quarter、year 的列表", en: "a list of month, quarter, year")
    case .flag: LocalizedText(zh: "true 或 false", en: "true or false")
    }
  }
}

/// How long a period is.
public enum PeriodLength: String, Sendable, Hashable, CaseIterable {
  case month, quarter, year

  public var label: LocalizedText {
    switch self {
    case .month: LocalizedText(zh: "月度", en: "month")
    case .quarter: LocalizedText(zh: "季度", en: "quarter")
    case .year: LocalizedText(zh: "年度", en: "year")
    }
  }
}

extension Period {
  /// Nil for a half year, which no rule asks for.
  public var length: PeriodLength? {
    switch self {
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    case .half: nil
    }
  }
}

/// The values of one run, by parameter.
public struct RuleParameters: Sendable {
  var values: [String: RuleValue] = [:]

  private func value(_ parameter: RuleParameter) -> RuleValue {
    values[parameter.name] ?? parameter.standard
  }

  /// The value in force as it is written in a binding.
  public func written(_ parameter: RuleParameter) -> String { value(parameter).written }

  func number(_ parameter: RuleParameter) -> Int {
    switch value(parameter) {
    case .days(let number), .count(let number): number
    default: 0
    }
  }

  func share(_ parameter: RuleParameter) -> Decimal {
    if case .share(let fraction) = value(parameter) { return fraction }
    return 0
  }

  func names(_ parameter: RuleParameter) -> [String] {
    switch value(parameter) {
    case .channels(let names), .metrics(let names): names
    default: []
    }
  }

  func periods(_ parameter: RuleParameter) -> Set<PeriodLength> {
    if case .periods(let lengths) = value(parameter) { return Set(lengths) }
    return []
  }

  func isSet(_ parameter: RuleParameter) -> Bool { value(parameter) == .flag(true) }
}
