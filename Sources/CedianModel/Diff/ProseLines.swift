/// The lines of a block of Markdown as one text that says what the page shows: where a
/// paragraph is wrapped, and blanks at the ends of its lines, are no change, nor are
/// the marks of lists and tables.
func proseText(_ lines: [Substring]) -> String {
  guard let first = lines.first else { return "" }
  // Code, quotations and HTML keep their lines.
  let isCode = first.hasPrefix("    ") || first.hasPrefix("\t")
  if isCode || ">`~<".contains(first.drop { $0 == " " }.first ?? "x") {
    return lines.map { isCode ? String($0) : String(withoutBlanks($0)) }.joined(separator: "\n")
  }
  var text = plainMarks(withoutBlanks(first))
  for (before, line) in zip(lines, lines.dropFirst()) {
    let rest = withoutBlanks(line.drop { $0 == " " || $0 == "\t" })
    // Two blanks or a backslash break the line on the page too.
    if before.hasSuffix("  ") {
      text += "  \n"
    } else if text.hasSuffix("\\") {
      text += "\n"
    } else if !(endsWide(text.unicodeScalars.reversed(), rest.unicodeScalars)) {
      text += " "
    }
    text += rest
  }
  return text
}

private func withoutBlanks(_ line: Substring) -> Substring {
  var line = line
  while line.last == " " || line.last == "\t" { line.removeLast() }
  return line
}

/// Whether characters of Chinese stand on both sides of a line end, whatever marks
/// are between: the page puts no space there.
private func endsWide(
  _ before: some Sequence<Unicode.Scalar>, _ after: some Sequence<Unicode.Scalar>
) -> Bool {
  func first(_ scalars: some Sequence<Unicode.Scalar>) -> UInt32 {
    scalars.first { !"*_~".unicodeScalars.contains($0) }?.value ?? 0
  }
  let (a, b) = (first(before), first(after))
  return isWide(a) && (isWide(b) || isShared(b)) || isShared(a) && isWide(b)
}

private func isWide(_ c: UInt32) -> Bool {
  switch c {
  // Not Hangul, which is written with spaces.
  case 0x2E80...0x312F, 0x3190...0x9FFF, 0xF900...0xFAFF, 0xFE10...0xFE6B, 0xFF01...0xFF9F,
    0xFFE0...0xFFE6, 0x20000...0x3FFFD:
    true
  default: false
  }
}

/// Punctuation that Chinese and Western text share: ‘ ’ “ ” — … ·.
private func isShared(_ c: UInt32) -> Bool {
  [0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026, 0xB7].contains(c)
}
