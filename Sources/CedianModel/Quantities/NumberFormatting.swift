/// Numbers as people and machines read them. Rounding is for showing only: half
/// up (away from zero), once; a true minus; nothing prints as minus zero.
public enum NumberFormat {
  /// How a sum of money is shown.
  public enum MoneyStyle: Sendable, Hashable {
    /// 万, 亿 (K, M, B) with two decimals and no currency: `120.00万`.
    case table
    /// With its unit, for a sentence: `120.00万元`, `¥1.20M`.
    case sentence
    /// Per order, per click: two decimals, no scale: `3.20`.
    case perUnit
    /// Every digit, for a `title`: `1,200,000`, `1,234.56`.
    case exact
  }

  /// Whether a number that is not negative gets a plus, as variances do.
  public enum Sign: Sendable, Hashable {
    case negativeOnly, always
  }

  public static let minus = "\u{2212}"

  /// Yuan.
  public static func money(
    _ value: Decimal, in language: Language, style: MoneyStyle = .table,
    sign: Sign = .negativeOnly
  ) -> String {
    switch style {
    case .table:
      let (number, scale) = scaledMoney(value, in: language, sign: sign)
      return number + scale
    case .sentence:
      if language == .zh, let (number, scale) = shortScaled(value, chineseScales) {
        return number.text(sign: sign, unit: scale.map { chineseUnits[$0] } ?? "元")
      }
      let (number, scale) = scaled(value, language)
      switch language {
      case .zh: return "\(signed(number, sign))\(scale)元"
      case .en:
        var magnitude = number
        magnitude.isNegative = false
        let mark = number.isNegative ? minus : sign == .always && value != 0 ? "+" : ""
        return "\(mark)¥\(magnitude.text(minus: "", separator: true))\(scale)"
      }
    case .perUnit: return decimal(value, places: 2, sign: sign)
    case .exact: return exact(value, sign: sign)
    }
  }

  /// Yuan as a table shows them, number and scale apart: `120.00` and `万`.
  public static func scaledMoney(
    _ value: Decimal, in language: Language, sign: Sign = .negativeOnly
  ) -> (number: String, scale: String) {
    let scales = language == .zh ? chineseScales : englishScales
    if let (number, scale) = shortScaled(value, scales) {
      return (number.text(sign: sign), scale.map { scales[$0].name } ?? "")
    }
    let (number, scale) = scaled(value, language)
    return (signed(number, sign), scale)
  }

  /// Two decimals of one of `scales`, or of none; nil where the number is too long for
  /// the short way.
  private static func shortScaled(
    _ value: Decimal, _ scales: [(shift: Int, name: String)]
  ) -> (number: ShortDecimal.Fixed, scale: Int?)? {
    guard let short = ShortDecimal(value), let thousandths = short.thousandths else { return nil }
    let scale = scales.indices.first { index in
      // 99,999,999 is 1.00亿, never 10000.00万.
      let half = 5 * powersOfTen[smallerShift(scales, index)]
      return thousandths >= powersOfTen[scales[index].shift + 3] - half
    }
    return short.rounded(to: 2, shift: scale.map { scales[$0].shift } ?? 0).map { ($0, scale) }
  }

  /// A count: no decimals, groups of three: `24,000`.
  public static func count(_ value: Decimal, sign: Sign = .negativeOnly) -> String {
    decimal(value, places: 0, sign: sign)
  }

  /// A fixed number of decimals, groups of three: multiples, scores, days. The
  /// value is first divided by ten to the power of `shift`.
  public static func decimal(
    _ value: Decimal, places: Int, shift: Int = 0, sign: Sign = .negativeOnly
  ) -> String {
    if let fixed = ShortDecimal(value)?.rounded(to: places, shift: shift) {
      return fixed.text(sign: sign)
    }
    var digits = DecimalDigits(value, shift: shift)
    digits.round(to: places)
    return signed(digits, sign)
  }

  /// A number as `decimal` and as `exact` print it: a cell and its `title`.
  public static func decimalAndExact(
    _ value: Decimal, places: Int, shift: Int
  ) -> (decimal: String, exact: String) {
    if let short = ShortDecimal(value), let shown = short.rounded(to: places, shift: shift),
      let all = short.exact
    {
      return (shown.text(sign: .negativeOnly), all.text(sign: .negativeOnly))
    }
    return (decimal(value, places: places, shift: shift), exact(value))
  }

  /// A number of percent with one decimal: 8.5 is `8.5%`.
  public static func percent(_ value: Decimal, sign: Sign = .negativeOnly) -> String {
    decimal(value, places: 1, sign: sign) + "%"
  }

  /// A rate with one decimal: 99.95 is not yet 100 and prints as `99.9%`.
  public static func percent(
    _ value: Decimal, sign: Sign = .negativeOnly, staysBelow limit: Int
  ) -> String {
    rate(value, shift: 0, sign, staysBelow: value < Decimal(limit) ? limit : nil)
  }

  /// In percent with one decimal; cut where rounding would reach `limit`.
  private static func rate(
    _ value: Decimal, shift: Int, _ sign: Sign, staysBelow limit: Int?
  ) -> String {
    if var fixed = ShortDecimal(value)?.rounded(to: 1, shift: shift) {
      if let limit, !fixed.isNegative, fixed.units == UInt64(limit * 10) { fixed.units -= 1 }
      return fixed.text(sign: sign, unit: "%")
    }
    var digits = DecimalDigits(value, shift: shift)
    if let limit, !digits.isNegative {
      digits.truncate(ifRoundedTo: limit)
    } else {
      digits.round(to: 1)
    }
    return signed(digits, sign) + "%"
  }

  /// A fraction with one decimal: 0.085 is `8.5%`.
  public static func percent(fraction: Decimal, sign: Sign = .negativeOnly) -> String {
    rate(fraction, shift: -2, sign, staysBelow: nil)
  }

  /// A part of a whole with one decimal: 1 of 3 is `33.3%`. The whole is positive.
  public static func percent(_ part: Decimal, of whole: Decimal) -> String {
    // A quotient has 38 digits; rounding one costs more than all else in a table.
    guard let a = part.yuanCents, let b = whole.yuanCents, b > 0 else {
      return percent(fraction: part / whole)
    }
    let (tenths, rest) = (a * 1000).quotientAndRemainder(dividingBy: b)
    let rounded = tenths + (rest * 2 >= b ? 1 : 0)
    return ShortDecimal.Fixed(units: UInt64(rounded), places: 1, isNegative: false)
      .text(sign: .negativeOnly, unit: "%")
  }

  /// An attainment, as a fraction; what is below 100 % never prints as `100.0%`.
  public static func attainment(_ fraction: Decimal) -> String {
    rate(fraction, shift: -2, .negativeOnly, staysBelow: fraction < 1 ? 100 : nil)
  }

  /// The same, where `limits` are not reached by rounding either: 79.99 % of a goal that
  /// is at risk from 80 % on is missed, and prints as `79.9%`.
  public static func attainment(_ fraction: Decimal, staysBelow limits: [Decimal]) -> String {
    let half = Decimal(sign: .plus, exponent: -4, significand: 5)
    guard fraction >= 0, limits.contains(where: { fraction < $0 && $0 - fraction <= half })
    else { return attainment(fraction) }
    var digits = DecimalDigits(fraction, shift: -2)
    digits.truncate(to: 1)
    return signed(digits, .negativeOnly) + "%"
  }

  /// A difference of rates with one decimal: `−4.8 个百分点`, `−4.8 pp`.
  public static func percentagePoints(
    _ value: Decimal, in language: Language, sign: Sign = .always
  ) -> String {
    decimal(value, places: 1, sign: sign) + (language == .zh ? " 个百分点" : " pp")
  }

  /// Every digit with groups of three, for a `title`: `1,234.56`.
  public static func exact(
    _ value: Decimal, sign: Sign = .negativeOnly, unit: StaticString = ""
  ) -> String {
    ShortDecimal(value)?.exact?.text(sign: sign, unit: unit)
      ?? "\(signed(DecimalDigits(value), sign))\(unit)"
  }

  /// For CSV and JSON: every digit, `-` for minus, no groups: `120`, `-0.05`.
  public static func plain(_ value: Decimal) -> String {
    DecimalDigits(value).text(minus: "-", separator: false)
  }

  /// The shortest form that `parseQuantity` reads back as the same quantity:
  /// `120万元`, `8.5%`, `8,000人`.
  public static func written(_ quantity: Quantity) -> String {
    let value = quantity.value
    let unit =
      switch quantity.unit {
      case .none: ""
      case .yuan: "元"
      case .count: quantity.measureWord ?? "个"
      case .percent: "%"
      case .percentagePoint: "个百分点"
      case .ratio: "倍"
      case .days: "天"
      case .hours: "小时"
      case .minutes: "分钟"
      case .seconds: "秒"
      case .score: "分"
      }
    let magnitude = abs(value)
    for (shift, scale) in [(8, "亿"), (4, "万")]
    where magnitude >= Decimal(sign: .plus, exponent: shift, significand: 1) {
      let short = DecimalDigits(value, shift: shift)
      if short.decimals <= 2 { return short.text(minus: "-", separator: true) + scale + unit }
    }
    return DecimalDigits(value).text(minus: "-", separator: true) + unit
  }

  /// Two decimals of the greatest scale that leaves at least one digit before
  /// the point; rounding may lift a number into the next scale.
  private static func scaled(
    _ value: Decimal, _ language: Language
  ) -> (DecimalDigits, scale: String) {
    let scales = language == .zh ? chineseScales : englishScales
    for (index, (shift, name)) in scales.enumerated() {
      let half = Decimal(sign: .plus, exponent: smallerShift(scales, index) - 3, significand: 5)
      guard abs(value) + half >= Decimal(sign: .plus, exponent: shift, significand: 1) else {
        continue
      }
      var digits = DecimalDigits(value, shift: shift)
      digits.round(to: 2)
      return (digits, name)
    }
    var digits = DecimalDigits(value)
    digits.round(to: 2)
    return (digits, "")
  }

  private static let chineseScales = [(shift: 8, name: "亿"), (shift: 4, name: "万")]
  private static let chineseUnits: [StaticString] = ["亿元", "万元"]
  private static let englishScales = [
    (shift: 9, name: "B"), (shift: 6, name: "M"), (shift: 3, name: "K"),
  ]

  private static func smallerShift(_ scales: [(shift: Int, name: String)], _ index: Int) -> Int {
    index + 1 < scales.count ? scales[index + 1].shift : 0
  }

  private static func signed(_ digits: DecimalDigits, _ sign: Sign) -> String {
    let text = digits.text(minus: minus, separator: true)
    guard sign == .always, !digits.isNegative, !digits.showsZero else { return text }
    return "+" + text
  }
}

extension DecimalDigits {
  fileprivate var decimals: Int { fraction.count }

  /// Whether every digit shown is zero.
  fileprivate var showsZero: Bool {
    whole == [0x30] && fraction.allSatisfy { $0 == 0x30 }
  }

  /// One decimal; cut where rounding would reach `limit`.
  fileprivate mutating func truncate(ifRoundedTo limit: Int) {
    var rounded = self
    rounded.round(to: 1)
    if rounded.whole == Array(String(limit).utf8) { truncate(to: 1) } else { self = rounded }
  }
}

extension Decimal {
  /// The value times a hundred, where that is a whole number from 0 to 10¹⁵.
  fileprivate var yuanCents: Int? {
    guard sign == .plus, (-2...12).contains(exponent),
      let digits = significand.exactUInt64, digits < 1_000_000_000_000_000
    else { return nil }
    var cents = digits
    for _ in 0..<(exponent + 2) where cents < 1_000_000_000_000_000 { cents *= 10 }
    return cents < 1_000_000_000_000_000 ? Int(cents) : nil
  }
}
