import CedianModel
import Foundation

extension PageScope {
  /// A quantity as its metric is shown: money in 万 or 亿 with two decimals, rates
  /// with one, counts in full. Without a metric its own unit decides.
  func value(_ quantity: Quantity, metric: Metric? = nil) -> ValueView {
    let value = quantity.value
    switch metric.map({ shownUnit(of: $0, quantity) }) ?? quantity.unit {
    case .yuan where metric?.aggregation == .ratio:
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
    guard let metric, metric.unit == .yuan, metric.aggregation != .ratio, let other else {
      return value(quantity, metric: metric)
    }
    return money(quantity.value, inScaleOf: other.value)
  }

  /// Yuan: the scale goes to the unit's side, so that digits align.
  func money(_ value: Decimal) -> ValueView {
    let shown = NumberFormat.money(value, in: language)
    let digits = shown.utf8.prefix {
      $0 < 0x80 ? !Self.isLetter($0) : $0 == 0xE2 || $0 == 0x88 || $0 == 0x92
    }
    let number = String(decoding: digits, as: UTF8.self)
    let scale = String(decoding: shown.utf8.dropFirst(digits.count), as: UTF8.self)
    let unit = language == .zh ? "\(scale)元" : (scale.isEmpty ? "CNY" : "\(scale) CNY")
    let exact = NumberFormat.money(value, in: language, style: .exact)
    return ValueView(
      number: EscapedHTML(number), unit: EscapedHTML(unit),
      exact: scale.isEmpty
        ? .empty : EscapedHTML(exact + (language == .zh ? " 元" : " CNY")))
  }

  /// A row or column of money: all in the scale of `total`, so that digits line up and
  /// can be compared. What is less than a tenth of an 亿 stays in 万 and keeps its digits.
  func money(_ value: Decimal, inScaleOf total: Decimal) -> ValueView {
    let isLarge =
      total.reaches(powerOfTen: 8) && (value == 0 || value.reaches(powerOfTen: 7))
    let (shift, scale) =
      language == .zh
      ? (isLarge ? (8, "亿元") : (4, "万元")) : (isLarge ? (6, "M CNY") : (3, "K CNY"))
    guard total.reaches(powerOfTen: isLarge ? 8 : shift) else {
      return plainValue(NumberFormat.decimal(value, places: 2), .unitYuan)
    }
    let exact = NumberFormat.money(value, in: language, style: .exact)
    return ValueView(
      number: EscapedHTML(NumberFormat.decimal(value, places: 2, shift: shift)),
      unit: EscapedHTML(scale),
      exact: EscapedHTML("\(exact) \(Label.unitYuan.text[language])"))
  }

  /// A quantity within a sentence or a narrow cell: `≥ 120.00万元`.
  func phrase(_ quantity: Quantity, metric: Metric? = nil) -> EscapedHTML {
    let shown = value(quantity, metric: metric)
    let unit = shown.unit.html
    // A Latin unit other than the percent sign stands apart from its number.
    let space = unit.utf8.first.map { Self.isLetter($0) } == true ? " " : ""
    return EscapedHTML(trusted: shown.number.html + space + unit)
  }

  private func plainValue(_ number: String, _ unit: Label) -> ValueView {
    ValueView(number: EscapedHTML(number), unit: say(unit), exact: .empty)
  }

  /// The metric's unit, unless the author wrote a more telling one.
  private func shownUnit(of metric: Metric, _ quantity: Quantity) -> QuantityUnit {
    switch metric.unit {
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
