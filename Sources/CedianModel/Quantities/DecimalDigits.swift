/// A decimal's digits, for rounding and grouping: exact, and the same in every locale.
struct DecimalDigits {
  var isNegative: Bool
  /// ASCII digits, at least one before the point.
  private(set) var whole: [UInt8]
  /// ASCII digits after the point.
  private(set) var fraction: [UInt8]

  /// `value` divided by ten to the power of `shift`.
  init(_ value: Decimal, shift: Int = 0) {
    isNegative = false
    whole = []
    fraction = []
    guard value.isFinite else {
      whole = [0x30]
      return
    }
    if let digits = value.significand.exactUInt64 {
      isNegative = value.sign == .minus
      fill(digits, exponent: value.exponent - shift)
      return
    }
    // The description of a finite Decimal is plain digits with a point.
    var isFraction = false
    for byte in value.description.utf8 {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): isFraction = true
      case 0x30...0x39:
        if isFraction { fraction.append(byte) } else { whole.append(byte) }
      default: break
      }
    }
    if shift > 0 {
      let missing = shift - whole.count + 1
      if missing > 0 { whole.insert(contentsOf: repeatElement(0x30, count: missing), at: 0) }
      fraction.insert(contentsOf: whole.suffix(shift), at: 0)
      whole.removeLast(shift)
    } else if shift < 0 {
      for _ in 0 ..< -shift { whole.append(fraction.isEmpty ? 0x30 : fraction.removeFirst()) }
    }
    trim()
  }

  /// `digits` times ten to the power of `exponent`. Nearly every number that
  /// people write fits, at a tenth of the cost of a description.
  private mutating func fill(_ digits: UInt64, exponent: Int) {
    var rest = digits
    var reversed: [UInt8] = []
    reversed.reserveCapacity(20)
    while rest > 0 {
      reversed.append(0x30 + UInt8(rest % 10))
      rest /= 10
    }
    let places = max(0, -exponent)
    while reversed.count < places + 1 { reversed.append(0x30) }
    whole = reversed[places...].reversed()
    if places > 0 { fraction = reversed[..<places].reversed() }
    if exponent > 0 { whole.append(contentsOf: repeatElement(0x30, count: exponent)) }
    trim()
  }

  private mutating func trim() {
    let zeros = whole.prefix { $0 == 0x30 }.count
    whole.removeFirst(min(zeros, max(whole.count - 1, 0)))
    if whole.isEmpty { whole = [0x30] }
    while fraction.last == 0x30 { fraction.removeLast() }
    if isZero { isNegative = false }
  }

  var isZero: Bool { whole == [0x30] && fraction.isEmpty }

  /// Exactly `places` digits after the point, half away from zero; zero has no sign.
  mutating func round(to places: Int) {
    let up = fraction.count > places && fraction[places] >= 0x35
    if fraction.count > places { fraction.removeLast(fraction.count - places) }
    if up { increment() }
    trim()
    if fraction.count < places {
      fraction.append(contentsOf: repeatElement(0x30, count: places - fraction.count))
    }
  }

  /// Cuts after `places` digits instead of rounding.
  mutating func truncate(to places: Int) {
    if fraction.count > places { fraction.removeLast(fraction.count - places) }
    round(to: places)
  }

  private mutating func increment() {
    for index in fraction.indices.reversed() {
      guard fraction[index] == 0x39 else {
        fraction[index] += 1
        return
      }
      fraction[index] = 0x30
    }
    for index in whole.indices.reversed() {
      guard whole[index] == 0x39 else {
        whole[index] += 1
        return
      }
      whole[index] = 0x30
    }
    whole.insert(0x31, at: 0)
  }

  /// With `minus` before a negative number and `separator` between groups of three.
  func text(minus: String, separator: Bool) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(whole.count + whole.count / 3 + fraction.count + 4)
    if isNegative { bytes.append(contentsOf: minus.utf8) }
    for (index, digit) in whole.enumerated() {
      let left = whole.count - index
      if separator, index > 0, left % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(digit)
    }
    if !fraction.isEmpty {
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: fraction)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Decimal {
  /// Whether the value, without its sign, is at least ten to the power of `power`.
  public func reaches(powerOfTen power: Int) -> Bool {
    guard let digits = significand.exactUInt64 else {
      return abs(self) >= Decimal(sign: .plus, exponent: power, significand: 1)
    }
    var (rest, count) = (digits, 0)
    while rest > 0 { (rest, count) = (rest / 10, count + 1) }
    return count > 0 && count + exponent > power
  }
}
