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

/// A text's scalars in their half-width form, which numbers and times are read off.
func halfWidthScalars(_ text: String) -> [Unicode.Scalar] {
  text.withBytes { bytes in
    [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { scalars, count in
      var index = 0
      while index < bytes.count {
        var value = UInt32(bytes[index])
        index += 1
        if value >= 0x80 {
          // A text's bytes are always whole characters.
          let rest = value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3
          value &= 0x3F >> UInt32(rest)
          for _ in 0..<rest where index < bytes.count {
            value = value << 6 | UInt32(bytes[index] & 0x3F)
            index += 1
          }
        }
        scalars.initializeElement(
          at: count, to: halfWidth(Unicode.Scalar(value) ?? "\u{FFFD}"))
        count += 1
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a blank or a line's end to Unicode; its property would be looked
  /// up in the tables of all scalars.
  var isWhitespace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  var isASCIILetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
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
