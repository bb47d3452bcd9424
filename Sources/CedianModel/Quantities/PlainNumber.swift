extension [UInt8] {
  /// Appends what `NumberFormat.plain` prints, without the digits in arrays of
  /// their own: a report's data has tens of thousands of numbers.
  mutating func append(plain value: Decimal) {
    guard value.isFinite, let all = value.significand.exactUInt64,
      (-18...18).contains(value.exponent)
    else {
      append(contentsOf: NumberFormat.plain(value).utf8)
      return
    }
    var (digits, places) = (all, -value.exponent)
    while places > 0, digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
    if value.sign == .minus, digits > 0 { append(UInt8(ascii: "-")) }
    guard places > 0 else {
      append(decimal: digits)
      if digits > 0 { append(contentsOf: repeatElement(0x30, count: -places)) }
      return
    }
    var unit = powersOfTen[places]
    append(decimal: digits / unit)
    append(UInt8(ascii: "."))
    var rest = digits % unit
    while unit > 1 {
      unit /= 10
      append(0x30 + UInt8(rest / unit))
      rest %= unit
    }
  }
}
