import CedianModel

extension PageScope {
  /// A quantity as its metric is shown: money in 万 or 亿 with two decimals, rates
  /// with one, counts in full. Without a metric its own unit decides.
  func value(_ quantity: Quantity, metric: Metric? = nil) -> ValueView {
    value(quantity, form: metric.map(MetricForm.init))
  }

  func value(_ quantity: Quantity, form: MetricForm?) -> ValueView {
    let value = quantity.value
    switch form.map(shownUnit) ?? quantity.unit {
    case .yuan where form?.aggregation == .ratio:
      return plainValue(NumberFormat.money(value, in: language, style: .perUnit), .unitYuan)
    case .yuan: return money(value)
    case .count:
      let unit = quantity.measureWord.map { EscapedHTML($0) } ?? .empty
      return ValueView(number: EscapedHTML(NumberFormat.count(value)), unit: unit, exact: .empty)
    case .percent:
      // 99.95 is not yet 100 and must not look like it.
      return ValueView(
        number: EscapedHTML(
          String(NumberFormat.percent(value, staysBelow: 100).dropLast())),
        unit: EscapedHTML(trusted: "%"), exact: .empty)
    case .percentagePoint:
      return plainValue(NumberFormat.decimal(value, places: 1), .unitPercentagePoint)
    case .ratio:
      return ValueView(
        number: EscapedHTML(NumberFormat.decimal(value, places: 2)), unit: .empty, exact: .empty)
    case .score: return plainValue(NumberFormat.decimal(value, places: 2), .unitScore)
    case .days: return plainValue(NumberFormat.count(value), .unitDays)
    case .hours: return plainValue(NumberFormat.count(value), .unitHours)
    case .minutes: return plainValue(NumberFormat.count(value), .unitMinutes)
    case .seconds: return plainValue(NumberFormat.count(value), .unitSeconds)
    case .none:
      return ValueView(
        number: EscapedHTML(NumberFormat.money(value, in: language, style: .exact)), unit: .empty,
        exact: .empty)
    }
  }

  /// A quantity in a row that compares it with `other`: money in the scale of both.
  func value(_ quantity: Quantity, metric: Metric?, beside other: Quantity?) -> ValueView {
    value(quantity, form: metric.map(MetricForm.init), beside: other)
  }

  func value(_ quantity: Quantity, form: MetricForm?, beside other: Quantity?) -> ValueView {
    guard let form, form.unit == .yuan, form.aggregation != .ratio, let other else {
      return value(quantity, form: form)
    }
    return money(quantity.value, inScaleOf: other.value)
  }

  /// Yuan: the scale goes to the unit's side, so that digits align.
  func money(_ value: Decimal) -> ValueView {
    let (number, scale) = NumberFormat.scaledMoney(value, in: language)
    let exact = scale.isEmpty ? "" : NumberFormat.exact(value)
    return ValueView(
      number: EscapedHTML(number), unit: EscapedHTML(unit(ofScale: scale)),
      exact: scale.isEmpty
        ? .empty : EscapedHTML(exact + (language == .zh ? " 元" : " CNY")))
  }

  private func unit(ofScale scale: String) -> String {
    language == .zh ? scale + "元" : (scale.isEmpty ? "CNY" : scale + " CNY")
  }

  /// In what a row or column of money is written, so that digits line up and can be
  /// compared: yuan, 万 or 亿, in English K or M.
  enum MoneyScale { case plain, thousands, millions }

  func scale(of total: Decimal) -> MoneyScale {
    if total.reaches(powerOfTen: 8) { return .millions }
    return total.reaches(powerOfTen: language == .zh ? 4 : 3) ? .thousands : .plain
  }

  /// Money in the scale of `total`.
  func money(_ value: Decimal, inScaleOf total: Decimal) -> ValueView {
    money(value, in: scale(of: total))
  }

  /// What is less than a tenth of an 亿 stays in 万 and keeps its digits.
  func money(_ value: Decimal, in scale: MoneyScale) -> ValueView {
    let isLarge = scale == .millions && (value == 0 || value.reaches(powerOfTen: 7))
    let (shift, unit) =
      language == .zh
      ? (isLarge ? (8, "亿元") : (4, "万元")) : (isLarge ? (6, "M CNY") : (3, "K CNY"))
    // Small sums would lose their digits, or look like none.
    let isSmall = value != 0 && !value.reaches(powerOfTen: language == .zh ? 3 : 2)
    guard scale != .plain, !isSmall else {
      return plainValue(NumberFormat.decimal(value, places: 2), .unitYuan)
    }
    let (shown, exact) = NumberFormat.decimalAndExact(value, places: 2, shift: shift)
    // Digits, their marks and the program's own units.
    return ValueView(
      number: EscapedHTML(trusted: shown), unit: EscapedHTML(trusted: unit),
      exact: EscapedHTML(trusted: exact + (language == .zh ? " 元" : " CNY")))
  }

  /// A quantity within a sentence or a narrow cell: `≥ 120.00万元`.
  func phrase(_ quantity: Quantity, metric: Metric? = nil) -> EscapedHTML {
    var phrase: [UInt8] = []
    append(phrase: quantity, form: metric.map(MetricForm.init), to: &phrase)
    return EscapedHTML(trusted: phrase)
  }

  func append(phrase quantity: Quantity, form: MetricForm?, to phrase: inout [UInt8]) {
    let (number, unit): (EscapedHTML, EscapedHTML)
    if (form.map(shownUnit) ?? quantity.unit) == .yuan, form?.aggregation != .ratio {
      let (shown, scale) = NumberFormat.scaledMoney(quantity.value, in: language)
      (number, unit) = (EscapedHTML(shown), EscapedHTML(self.unit(ofScale: scale)))
    } else {
      let shown = value(quantity, form: form)
      (number, unit) = (shown.number, shown.unit)
    }
    number.append(to: &phrase)
    // A Latin unit other than the percent sign stands apart from its number.
    if unit.withBytes({ $0.first.map(Self.isLetter) }) == true { phrase.append(0x20) }
    unit.append(to: &phrase)
  }

  private func plainValue(_ number: String, _ unit: Label) -> ValueView {
    ValueView(number: EscapedHTML(number), unit: say(unit), exact: .empty)
  }

  private func shownUnit(of form: MetricForm) -> QuantityUnit {
    switch form.unit {
    case .yuan: .yuan
    case .count: .count
    case .percent: .percent
    case .ratio: .ratio
    case .days: .days
    case .score: .score
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
