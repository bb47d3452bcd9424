/// A decimal of at most 18 digits as two machine numbers. Nearly every number that
/// people write is one, and is then rounded and written without an array of its
/// digits: the pages of a site show dozens of numbers for each document.
struct ShortDecimal {
  var digits: UInt64
  var exponent: Int
  var isNegative: Bool

  init?(_ value: Decimal) {
    guard value.isFinite, let digits = value.significand.exactUInt64 else { return nil }
    self.digits = digits
    exponent = value.exponent
    isNegative = value.sign == .minus
  }

  /// Divided by ten to the power of `shift`, with exactly `places` decimals, half
  /// away from zero; nil where that takes more digits than a machine number has.
  func rounded(to places: Int, shift: Int = 0) -> Fixed? {
    let power = exponent - shift + places
    guard (-18...18).contains(power), (0...18).contains(places) else { return nil }
    let unit = powersOfTen[abs(power)]
    guard power < 0 else {
      let (units, overflow) = digits.multipliedReportingOverflow(by: unit)
      return overflow ? nil : Fixed(units: units, places: places, isNegative: isNegative)
    }
    let (whole, rest) = digits.quotientAndRemainder(dividingBy: unit)
    return Fixed(
      units: rest * 2 >= unit ? whole + 1 : whole, places: places, isNegative: isNegative)
  }

  /// With as many decimals as it has; nil where it has too many digits.
  var exact: Fixed? {
    var (rest, places) = (digits, -exponent)
    while places > 0, rest % 10 == 0 { (rest, places) = (rest / 10, places - 1) }
    guard places > 0 else { return rounded(to: 0) }
    return places <= 18 ? Fixed(units: rest, places: places, isNegative: isNegative) : nil
  }

  /// The value without its sign times a thousand, cut to a whole number; nil where
  /// that does not fit. Adding and comparing decimals takes many times as long.
  var thousandths: UInt64? {
    guard (-21...15).contains(exponent) else { return nil }
    let power = exponent + 3
    guard power > 0 else { return digits / powersOfTen[-power] }
    let (product, overflow) = digits.multipliedReportingOverflow(by: powersOfTen[power])
    return overflow ? nil : product
  }

  /// A number with a fixed count of decimals.
  struct Fixed {
    /// The value without its sign times ten to the power of `places`.
    var units: UInt64
    var places: Int
    var isNegative: Bool

    /// With groups of three; zero has no sign.
    func text(sign: NumberFormat.Sign, unit: StaticString = "") -> String {
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { bytes in
        var start = 48
        var rest = units
        for place in 0..<max(places + 1, 20) {
          if place > places, rest == 0 { break }
          if place > 0, place == places { push(UInt8(ascii: "."), &start, bytes) }
          if place > places, (place - places) % 3 == 0 {
            push(UInt8(ascii: ","), &start, bytes)
          }
          push(0x30 + UInt8(rest % 10), &start, bytes)
          rest /= 10
        }
        if units > 0, isNegative {
          for byte in NumberFormat.minus.utf8.reversed() { push(byte, &start, bytes) }
        } else if units > 0, sign == .always {
          push(UInt8(ascii: "+"), &start, bytes)
        }
        var end = 48
        unit.withUTF8Buffer { unit in
          for byte in unit where end < bytes.count {
            bytes.initializeElement(at: end, to: byte)
            end += 1
          }
        }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
      }
    }

    private func push(
      _ byte: UInt8, _ start: inout Int, _ bytes: UnsafeMutableBufferPointer<UInt8>
    ) {
      start -= 1
      bytes.initializeElement(at: start, to: byte)
    }
  }
}
