/// An exact decimal number of at most 38 digits: money, shares and counts are summed,
/// compared and divided without a binary fraction in between.
///
/// Foundation's own type keeps its digits in sixteen-bit words and works on them in
/// arrays, which made up a third of the work for a report. Here they are one machine
/// integer of 128 bits, which nearly always has room to spare.
///
/// Sums, differences and products are exact as long as they have 38 digits; beyond
/// that their last digits are cut, and a value that is too large even so is
/// `nan`. Quotients are cut after 38 digits.
public struct Decimal: Sendable {
  /// The two halves of `digits`: kept as one number they would ask for an alignment
  /// that not every place where values are kept grants.
  private let high: Int64
  private let low: UInt64
  let power: Int32

  /// The value is this times ten to the power of `power`.
  var digits: Int128 { Int128(high) << 64 | Int128(low) }

  init(digits: Int128, power: Int) {
    high = Int64(truncatingIfNeeded: digits >> 64)
    low = UInt64(truncatingIfNeeded: digits)
    self.power = Int32(clamping: power)
  }

  public init() { self.init(digits: 0, power: 0) }
  public init(_ number: Int) { self.init(digits: Int128(number), power: 0) }
  public init(_ number: UInt64) { self.init(digits: Int128(number), power: 0) }

  /// `significand` times ten to the power of `exponent`.
  public init(sign: FloatingPointSign, exponent: Int, significand: Decimal) {
    let digits = sign == .minus ? 0 &- significand.digits : significand.digits
    self.init(digits: digits, power: Int(significand.power) + exponent)
  }

  /// What a division by zero comes to.
  public static var nan: Decimal { Decimal(digits: 0, power: Int(Int32.min)) }

  public var isNaN: Bool { power == .min }
  public var isFinite: Bool { !isNaN }
  public var sign: FloatingPointSign { digits < 0 ? .minus : .plus }
  public var isSignMinus: Bool { digits < 0 }

  /// The place of the last digit that is kept: −2 for hundredths.
  public var exponent: Int { Int(power) }

  /// The digits that are kept, as a whole number without the sign.
  public var significand: Decimal { Decimal(digits: magnitude.digits, power: 0) }

  /// The value, where it is a whole number of at most 18 digits.
  var exactUInt64: UInt64? {
    power == 0 && digits >= 0 && digits < 1_000_000_000_000_000_000 ? UInt64(digits) : nil
  }

  /// Without zeros at the end of its digits.
  var compacted: Decimal {
    guard digits != 0 else { return isNaN ? self : Decimal() }
    if var rest = Int64(exactly: digits) {
      var places = Int(power)
      while rest % 10 == 0 { (rest, places) = (rest / 10, places + 1) }
      return Decimal(digits: Int128(rest), power: places)
    }
    var (rest, places) = (digits, Int(power))
    while rest % 10 == 0 { (rest, places) = (rest / 10, places + 1) }
    return Decimal(digits: rest, power: places)
  }

  /// Without what stands after `places` decimals.
  func truncated(to places: Int) -> Decimal {
    let count = -places - Int(power)
    guard count > 0, isFinite else { return self }
    guard count <= Self.mostDigits else { return Decimal() }
    return Decimal(digits: digits / Self.tens[count], power: -places)
  }

  /// The nearest binary number, for lengths in drawings.
  public var doubleValue: Double {
    guard isFinite else { return .nan }
    // Both are exact so far, and one operation rounds once.
    if let short = Int64(exactly: digits), short.magnitude < 1 << 53, abs(power) <= 22 {
      let unit = Self.binaryTens[Int(abs(power))]
      return power < 0 ? Double(short) / unit : Double(short) * unit
    }
    return Double("\(digits)e\(power)") ?? .nan
  }

  static let mostDigits = 38

  /// 1 to 10²², which a binary number holds exactly.
  private static let binaryTens: [Double] = (0...22).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }

  /// 1 to 10³⁸.
  static let tens: [Int128] = (0...mostDigits).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }
}

extension Decimal: Comparable, Hashable {
  public static func == (a: Self, b: Self) -> Bool {
    a.power == b.power ? a.low == b.low && a.high == b.high : !(a < b) && !(b < a)
  }

  /// `nan` comes before all numbers.
  public static func < (a: Self, b: Self) -> Bool {
    if a.power == b.power { return a.digits < b.digits }
    if a.isNaN || b.isNaN { return !b.isNaN }
    if a.power > b.power { return compares(a, b) { $0 < $1 } }
    return compares(b, a) { $1 < $0 }
  }

  /// `larger` ends in the larger place.
  private static func compares(
    _ larger: Self, _ other: Self, _ isBefore: (Int128, Int128) -> Bool
  ) -> Bool {
    if let digits = larger.digits(endingAt: other.power) { return isBefore(digits, other.digits) }
    // More digits than any number has that ends there.
    return isBefore(larger.digits.signum(), 0)
  }

  /// The digits with zeros as far as that place; nil where there are too many.
  func digits(endingAt place: Int32) -> Int128? {
    let count = Int(power) - Int(place)
    guard count >= 0, digits != 0 else { return count >= 0 ? 0 : nil }
    guard count <= Self.mostDigits else { return nil }
    let (scaled, overflows) = digits.multipliedReportingOverflow(by: Self.tens[count])
    return overflows ? nil : scaled
  }

  public func hash(into hasher: inout Hasher) {
    let compacted = compacted
    hasher.combine(compacted.digits)
    hasher.combine(compacted.power)
  }
}

extension Decimal: CustomStringConvertible, ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }

  /// Plain digits, with a point before the decimals.
  public var description: String {
    guard isFinite else { return "NaN" }
    let value = compacted
    var text = String(value.digits.magnitude)
    if value.power > 0 { text += String(repeating: "0", count: Int(value.power)) }
    if value.power < 0 {
      let places = -Int(value.power)
      text = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
      text.insert(".", at: text.index(text.endIndex, offsetBy: -places))
    }
    return digits < 0 ? "-" + text : text
  }
}
