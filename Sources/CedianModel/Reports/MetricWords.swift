extension Metric {
  /// A value of this metric with its unit, as a sentence says it: `341.79万元`,
  /// `6,584`, `20.9%`, `3.52`.
  public func words(_ value: Decimal, sign: NumberFormat.Sign = .negativeOnly) -> LocalizedText {
    LocalizedText(zh: words(value, in: .zh, sign: sign), en: words(value, in: .en, sign: sign))
  }

  public func words(
    _ value: Decimal, in language: Language, sign: NumberFormat.Sign = .negativeOnly
  ) -> String {
    switch unit {
    case .yuan where aggregation == .ratio:
      let number = NumberFormat.money(value, in: language, style: .perUnit, sign: sign)
      return language == .zh ? number + "元" : "¥" + number
    case .yuan: return NumberFormat.money(value, in: language, style: .sentence, sign: sign)
    case .count: return NumberFormat.count(value, sign: sign)
    case .percent: return NumberFormat.percent(value, sign: sign, staysBelow: 100)
    case .ratio: return NumberFormat.decimal(value, places: 2, sign: sign)
    case .days: return NumberFormat.count(value, sign: sign) + (language == .zh ? "天" : " days")
    case .score:
      return NumberFormat.decimal(value, places: 2, sign: sign) + (language == .zh ? "分" : "")
    }
  }

  /// A difference with its sign: between rates in percentage points.
  public func difference(_ value: Decimal) -> LocalizedText {
    LocalizedText(zh: difference(value, in: .zh), en: difference(value, in: .en))
  }

  public func difference(_ value: Decimal, in language: Language) -> String {
    difference(value, in: language, sign: .always)
  }

  /// What is too small for the usual decimals gets as many as its first digit needs:
  /// a goal that was missed was not missed by 0.00.
  private func difference(
    _ value: Decimal, in language: Language, sign: NumberFormat.Sign
  ) -> String {
    let text =
      unit == .percent
      ? NumberFormat.percentagePoints(value, in: language, sign: sign)
      : words(value, in: language, sign: sign)
    func isOnlyZeros(_ text: String) -> Bool { !text.utf8.contains { (0x31...0x39).contains($0) } }
    guard value != 0, isOnlyZeros(text) else { return text }
    var places = 1
    var shown = NumberFormat.decimal(abs(value), places: places)
    while places < 12, isOnlyZeros(shown) {
      places += 1
      shown = NumberFormat.decimal(abs(value), places: places)
    }
    // The unit is what stands before and after the zeros.
    guard let first = text.firstIndex(of: "0"), let last = text.lastIndex(of: "0") else {
      return text
    }
    let mark = value < 0 ? NumberFormat.minus : sign == .always ? "+" : ""
    let currency = text[..<first].filter { $0 != "+" && String($0) != NumberFormat.minus }
    return mark + currency + shown + text[text.index(after: last)...]
  }

  /// 多 and 少 of what is counted, 高 and 低 of what is a rate or a mark.
  func comparison(_ value: Decimal) -> LocalizedText {
    let isCounted = aggregation != .ratio && (unit == .yuan || unit == .count || unit == .days)
    return value > 0
      ? LocalizedText(zh: isCounted ? "多" : "高", en: "above")
      : LocalizedText(zh: isCounted ? "少" : "低", en: "short of")
  }

  /// A difference without its sign, as a sentence has it: `低0.3个百分点`.
  public func distance(_ value: Decimal) -> LocalizedText {
    LocalizedText(
      zh: difference(abs(value), in: .zh, sign: .negativeOnly).filter { $0 != " " },
      en: difference(abs(value), in: .en, sign: .negativeOnly))
  }
}

extension Change {
  /// `+13.7%`, `−4.8 个百分点`, `—`.
  public func words(_ metric: Metric) -> LocalizedText {
    LocalizedText(zh: words(metric, in: .zh), en: words(metric, in: .en))
  }

  public func words(_ metric: Metric, in language: Language) -> String {
    switch self {
    case .relative(let fraction): NumberFormat.percent(fraction: fraction, sign: .always)
    case .points(let points): NumberFormat.percentagePoints(points, in: language)
    case .absolute(let amount): metric.words(amount, in: language, sign: .always)
    case .none: "—"
    }
  }
}
