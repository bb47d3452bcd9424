extension Decimal: SignedNumeric {
  public init?(exactly source: some BinaryInteger) {
    guard let digits = Int128(exactly: source) else { return nil }
    self.init(digits: digits, power: 0)
  }

  public var magnitude: Decimal {
    digits < 0 ? Decimal(digits: 0 &- digits, power: Int(power)) : self
  }

  public static prefix func - (value: Self) -> Self {
    Decimal(digits: 0 &- value.digits, power: Int(value.power))
  }

  public static func + (a: Self, b: Self) -> Self {
    if a.power == b.power, !a.isNaN {
      let (sum, overflows) = a.digits.addingReportingOverflow(b.digits)
      if !overflows { return Decimal(digits: sum, power: Int(a.power)) }
    }
    return sum(a, b)
  }

  public static func - (a: Self, b: Self) -> Self { a + -b }

  public static func * (a: Self, b: Self) -> Self {
    let (product, overflows) = a.digits.multipliedReportingOverflow(by: b.digits)
    if !overflows, !a.isNaN, !b.isNaN {
      return Decimal(digits: product, power: Int(a.power) + Int(b.power)).shortened
    }
    return Self.product(a, b)
  }

  /// Cut after 38 digits; `nan` where `b` is 0.
  public static func / (a: Self, b: Self) -> Self {
    guard a.isFinite, b.isFinite, b.digits != 0 else { return .nan }
    let divisor = b.digits.magnitude
    var (quotient, rest) = a.digits.magnitude.quotientAndRemainder(dividingBy: divisor)
    var power = Int(a.power) - Int(b.power)
    let room = Self.tens[mostDigits - 1].magnitude
    while rest != 0, quotient < room {
      let tenfold = rest.multipliedFullWidth(by: 10)
      let (digit, next) =
        tenfold.high == 0
        ? tenfold.low.quotientAndRemainder(dividingBy: divisor)
        : divisor.dividingFullWidth(tenfold)
      (quotient, rest, power) = (quotient * 10 + digit, next, power - 1)
    }
    let digits = Int128(quotient)
    return Decimal(
      digits: (a.digits < 0) == (b.digits < 0) ? digits : 0 &- digits, power: power
    ).shortened
  }

  public static func += (a: inout Self, b: Self) { a = a + b }
  public static func -= (a: inout Self, b: Self) { a = a - b }
  public static func *= (a: inout Self, b: Self) { a = a * b }

  /// Without zeros at the end where there are many digits: those of a product that
  /// need not be kept would take the room of the next one's.
  private var shortened: Decimal {
    digits.magnitude < 1_000_000_000_000_000_000 ? self : compacted
  }

  /// Of numbers that end in different places, or that have no room side by side.
  private static func sum(_ a: Self, _ b: Self) -> Self {
    guard a.isFinite, b.isFinite else { return .nan }
    let (upper, lower) = a.power >= b.power ? (a, b) : (b, a)
    if upper.digits == 0 { return lower }
    if lower.digits == 0 { return upper }
    if let digits = upper.digits(endingAt: lower.power) {
      let (sum, overflows) = digits.addingReportingOverflow(lower.digits)
      if !overflows { return Decimal(digits: sum, power: Int(lower.power)) }
    }
    let compact = lower.compacted
    // One digit of the lower number at a time makes room, until both fit.
    return upper + (compact.power > lower.power ? compact : lower.cut(by: 1))
  }

  private static func product(_ a: Self, _ b: Self) -> Self {
    guard a.isFinite, b.isFinite else { return .nan }
    let (first, second) = (a.compacted, b.compacted)
    let (product, overflows) = first.digits.multipliedReportingOverflow(by: second.digits)
    if !overflows {
      return Decimal(digits: product, power: Int(first.power) + Int(second.power))
    }
    return first.digits.magnitude > second.digits.magnitude
      ? Self.product(first.cut(by: 1), second) : Self.product(first, second.cut(by: 1))
  }

  /// Without its last `count` digits.
  private func cut(by count: Int) -> Decimal {
    Decimal(digits: digits / Self.tens[count], power: Int(power) + count)
  }
}
