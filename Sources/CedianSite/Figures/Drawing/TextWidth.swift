/// How wide text can become, in em, whatever font of the stack shows it: full
/// width is 1, Latin goes by classes of letters, and both are rounded up. No font
/// is read, so the same page comes out on every machine.
enum TextWidth {
  /// Units of the drawing, at a font size in the same units.
  static func of(_ text: some StringProtocol, size: Double) -> Double {
    var hundredths = 0
    for scalar in text.unicodeScalars { hundredths += width(of: scalar.value) }
    return Double(hundredths) * size / 100
  }

  /// `text` if it fits, or as much of its beginning as does, with an ellipsis; nil
  /// where not even one letter would stand.
  static func fit(_ text: String, width limit: Double, size: Double) -> String? {
    guard of(text, size: size) > limit else { return text }
    var rest = limit - of("…", size: size)
    var kept = ""
    for letter in text {
      rest -= of(String(letter), size: size)
      guard rest >= 0 else { break }
      kept.append(letter)
    }
    while kept.last == " " { kept.removeLast() }
    return kept.isEmpty ? nil : kept + "…"
  }

  /// Hundredths of an em.
  private static func width(of scalar: UInt32) -> Int {
    switch scalar {
    case ..<0x20: 0
    case ..<0x7F: ascii(UInt8(scalar))
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x2009, 0x202F: 30
    case 0x2212, 0x2013: 64
    case 0xC0...0x24F: 78
    case 0x10000...: 140
    default: 100
    }
  }

  private static func ascii(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "j"),
      UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "|"), UInt8(ascii: "!"), UInt8(ascii: "'"):
      34
    case UInt8(ascii: "f"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "I"), UInt8(ascii: "-"), UInt8(ascii: "/"):
      44
    case UInt8(ascii: "m"), UInt8(ascii: "w"), UInt8(ascii: "M"), UInt8(ascii: "W"),
      UInt8(ascii: "%"), UInt8(ascii: "@"):
      96
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 76
    default: 63
    }
  }
}
