/// Breaks a text into lines of at most `width` cells: between words, and between
/// Han characters, but with no closing punctuation at the start of a line and no
/// opening one at its end. Line breaks in the text stay.
func wrapped(_ text: String, width: Int) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .flatMap { wrappedLine($0.unicodeScalars, width: max(8, width)) }
}

private func wrappedLine(_ text: Substring.UnicodeScalarView, width: Int) -> [String] {
  var lines: [String] = []
  var line = String.UnicodeScalarView()
  var used = 0
  /// Where the line could be broken: how much of it comes before.
  var chance: (length: Int, used: Int)?
  var length = 0
  var meter = CellMeter()
  var previous: Unicode.Scalar?
  for scalar in text {
    let cells = meter.width(of: scalar)
    if let previous, mayBreak(between: previous, and: scalar) { chance = (length, used) }
    if used + cells > width, let last = chance, scalar != " " {
      let kept = String(String.UnicodeScalarView(line.prefix(last.length)))
      lines.append(trimmedEnd(kept))
      line = String.UnicodeScalarView(line.dropFirst(last.length))
      length -= last.length
      used -= last.used
      chance = nil
    }
    line.append(scalar)
    length += 1
    used += cells
    previous = scalar
  }
  lines.append(trimmedEnd(String(line)))
  return lines
}

private func mayBreak(between a: Unicode.Scalar, and b: Unicode.Scalar) -> Bool {
  if b == " " || displayWidth(b) == 0 { return false }
  if a == " " { return true }
  guard displayWidth(a) == 2 || displayWidth(b) == 2 else { return false }
  return !opening.contains(a) && !closing.contains(b)
}

private let opening: Set<Unicode.Scalar> = ["（", "「", "『", "《", "〈", "【", "“", "‘", "(", "["]
private let closing: Set<Unicode.Scalar> = [
  "）", "」", "』", "》", "〉", "】", "”", "’", ")", "]", "，", "。", "、", "；", "：", "？", "！", "…", "—",
  ",", ".", ";", ":", "?", "!", "%", "％", "～",
]

private func trimmedEnd(_ text: String) -> String {
  var text = text[...]
  while text.utf8.last == 0x20 { text = text.dropLast() }
  return String(text)
}
