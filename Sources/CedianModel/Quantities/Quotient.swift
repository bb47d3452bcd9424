/// `a ÷ b`, cut after twelve decimals; nil where `b` is 0.
///
/// Cutting towards zero loses nothing that is asked of a quotient: it stands on
/// the same side of every bound with at most twelve decimals as the true one, so
/// a status judged by it is right, and rounding it half up to fewer decimals
/// gives what rounding the true one would. A decimal of 38 digits takes several
/// times longer to make and to print.
func quotient(_ a: Decimal, _ b: Decimal) -> Decimal? {
  guard b != 0 else { return nil }
  guard let above = a.significand.exactUInt64, let below = b.significand.exactUInt64, below > 0
  else { return cut(a / b) }
  let power = 12 + a.exponent - b.exponent
  guard (0...18).contains(power) else { return cut(a / b) }
  let (high, low) = above.multipliedFullWidth(by: powersOfTen[power])
  guard high < below else { return cut(a / b) }
  let (whole, _) = below.dividingFullWidth((high, low))
  return Decimal(
    sign: a.sign == b.sign || whole == 0 ? .plus : .minus, exponent: -12,
    significand: Decimal(whole))
}

private func cut(_ value: Decimal) -> Decimal { value.truncated(to: 12) }

/// 1 to 10¹⁸.
let powersOfTen: [UInt64] = (0...18).map { power in
  (0..<power).reduce(1) { product, _ in product * 10 }
}
