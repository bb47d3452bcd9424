/// A quantity as people type it: `１２０万` and `120萬` as `120万`, `12w` as `12万`,
/// `8.5％` as `8.5%`. Nil where it is written so already, or would read otherwise.
public func ordinaryNumber(_ text: String) -> String? {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch halfWidth(scalar) {
    case "萬", "w", "W": scalars.append("万")
    case "億": scalars.append("亿")
    case "\u{2212}", "\u{2013}": scalars.append("-")
    case let half: scalars.append(half)
    }
  }
  let ordinary = String(scalars)
  guard ordinary != text, case .success(let old) = parseQuantity(text),
    case .success(let new) = parseQuantity(ordinary), old == new,
    old.measureWord == new.measureWord, old.lastDigit == new.lastDigit
  else { return nil }
  return ordinary
}

/// A time with ASCII digits. Nil where it has no others, or would read otherwise.
public func ordinaryTime(_ text: String) -> String? {
  guard let ordinary = halfWidthDigits(in: text), case .success(let old) = parseTimeSpan(text),
    case .success(let new) = parseTimeSpan(ordinary), old == new
  else { return nil }
  return ordinary
}

/// A line such as `GMV ≥ １２０万` with its number as people type it.
func ordinaryTarget(_ text: String) -> String? {
  guard case .success(let target) = parseTarget(text) else { return nil }
  let scalars = text.unicodeScalars
  let start = scalars.index(scalars.startIndex, offsetBy: target.quantityRange.lowerBound)
  let end = scalars.index(scalars.startIndex, offsetBy: target.quantityRange.upperBound)
  guard let number = ordinaryNumber(String(scalars[start..<end])) else { return nil }
  let ordinary = String(scalars[..<start]) + number + String(scalars[end...])
  guard case .success(let new) = parseTarget(ordinary), new.quantity == target.quantity,
    new.metricName == target.metricName, new.comparator == target.comparator
  else { return nil }
  return ordinary
}

/// A sentence with ASCII digits in its quantities.
func ordinarySentence(_ text: String) -> String? {
  guard let ordinary = halfWidthDigits(in: text), quantities(in: text) == quantities(in: ordinary)
  else { return nil }
  return ordinary
}
