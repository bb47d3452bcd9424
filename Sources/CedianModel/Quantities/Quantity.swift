/// What a number counts, as its author wrote it.
public enum QuantityUnit: String, Sendable, Hashable, CaseIterable {
  /// A bare number, or one with only 万 or 亿.
  case none = ""
  /// 元, ¥.
  case yuan = "CNY"
  /// 人, 单, 件, 次, 粉 and other measure words.
  case count
  /// %, ‰.
  case percent
  /// 个百分点, pp.
  case percentagePoint
  /// 倍.
  case ratio
  case days, hours, minutes, seconds
  /// 分, 星.
  case score
}

/// A number with its unit, exact. Money is in yuan, counts in ones (`120万` is
/// 1200000); percentages and percentage points keep the number as written
/// (`8.5%` is 8.5, `5‰` is 0.5).
public struct Quantity: Sendable {
  public var value: Decimal
  public var unit: QuantityUnit
  /// The measure word as written: `人` of `8,000 人`; nil for money, rates and
  /// bare numbers.
  public var measureWord: String?
  /// The power of ten of the last digit written: 4 for `120万`, 7 for `1.2亿`,
  /// −1 for `8.5%`. Sums of written numbers agree only to half of it.
  public var lastDigit: Int

  public init(
    value: Decimal, unit: QuantityUnit = .none, measureWord: String? = nil, lastDigit: Int = 0
  ) {
    self.value = value
    self.unit = unit
    self.measureWord = measureWord
    self.lastDigit = lastDigit
  }

  /// The value to calculate with: percentages and percentage points as fractions.
  public var fraction: Decimal {
    switch unit {
    case .percent, .percentagePoint: value / 100
    default: value
    }
  }

  /// Half a unit of the last digit written: how far it may be from what was meant.
  public var tolerance: Decimal {
    Decimal(sign: .plus, exponent: lastDigit - 1, significand: 5)
  }
}

extension Quantity: Hashable {
  /// `120万` equals `1,200,000`: how it was written does not count.
  public static func == (a: Self, b: Self) -> Bool { a.value == b.value && a.unit == b.unit }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(value)
    hasher.combine(unit)
  }
}

extension Decimal {
  /// A plain decimal as machines write it: `120`, `-0.05`; digits with at most
  /// one point between them, no sign but `-`, nothing else. Nil for other bytes
  /// and for more than 18 digits.
  public init?(plain bytes: some Sequence<UInt8>) {
    var mantissa: UInt64 = 0
    var (digits, fraction) = (0, 0)
    var (negative, point, last) = (false, false, UInt8(0))
    for byte in bytes {
      switch byte {
      case 0x30...0x39:
        mantissa = mantissa * 10 + UInt64(byte - 0x30)
        digits += 1
        if point { fraction += 1 }
        guard digits <= 18 else { return nil }
      case UInt8(ascii: "."):
        guard !point, digits > 0 else { return nil }
        point = true
      case UInt8(ascii: "-"):
        guard last == 0 else { return nil }
        negative = true
      default: return nil
      }
      last = byte
    }
    guard digits > 0, last != UInt8(ascii: ".") else { return nil }
    self.init(
      sign: negative && mantissa > 0 ? .minus : .plus, exponent: -fraction,
      significand: Decimal(mantissa))
  }
}
