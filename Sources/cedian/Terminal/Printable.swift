/// A text that is safe to print: control characters, which could rewrite the
/// terminal, and marks that reorder or hide text become visible signs.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.map(printable)))
}

/// The scalar itself or the sign that stands for it, as ␛ for escape.
func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  guard isUnprintable(scalar) else { return scalar }
  if scalar.value < 0x20 { return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}" }
  return scalar.value == 0x7F ? "\u{2421}" : "\u{FFFD}"
}

private func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  // C0, delete and C1: some terminals obey all of them.
  case 0x00..<0x20, 0x7F...0x9F: true
  // Direction marks, overrides and isolates; line and paragraph separators.
  case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  // Characters that take no room and that nobody means to write.
  case 0x200B, 0x2060...0x2064, 0xFEFF, 0xFFF9...0xFFFB: true
  // Tags, which can hide a whole text.
  case 0xE0000...0xE007F: true
  default: false
  }
}
