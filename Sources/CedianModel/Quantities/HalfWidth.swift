/// The ASCII form of a full-width letter, digit or sign (`１`, `％`, `～`), of
/// the ideographic space and of the full-width yen sign; any other scalar as it is.
func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0x3000: " "
  case 0xFFE5: "\u{A5}"
  default: scalar
  }
}

/// `text` with its full-width digits, and the full-width `．`, `，`, `％`, `－`
/// and `／` beside them, in ASCII: what `--fix` writes. Nil where nothing changes.
public func halfWidthDigits(in text: String) -> String? {
  guard text.utf8.contains(0xEF) else { return nil }
  let scalars = Array(text.unicodeScalars)
  func isDigit(_ index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    return (0x30...0x39).contains(halfWidth(scalars[index]).value)
  }
  var result = String.UnicodeScalarView()
  var changed = false
  for (index, scalar) in scalars.enumerated() {
    var written = scalar
    switch scalar {
    case "０"..."９": written = halfWidth(scalar)
    case "．", "，", "／": if isDigit(index - 1), isDigit(index + 1) { written = halfWidth(scalar) }
    case "％": if isDigit(index - 1) { written = "%" }
    case "－": if isDigit(index + 1) { written = "-" }
    default: break
    }
    changed = changed || written != scalar
    result.append(written)
  }
  return changed ? String(result) : nil
}
