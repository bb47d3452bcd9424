import CedianModel

/// Lays out source lines with their numbers, all of one finding alike.
struct ExcerptPage: Sendable {
  let palette: Palette
  let width: Int
  /// Cells before the bar.
  let indent: Int

  /// Lines of a long range that are shown at its start and at its end.
  private static let head = 3
  private static let tail = 2

  /// Wide enough for the numbers of all `places`, with their neighbours.
  init(palette: Palette, width: Int, deepest places: [SourceLocation]) {
    self.palette = palette
    self.width = width
    let last = places.map { max($0.range.start.line, $0.range.end.line) }.max() ?? 1
    indent = String(Int(last) + 1).count + 1
  }

  func margin(_ bar: String) -> String {
    String(repeating: " ", count: indent) + palette.frame(bar)
  }

  /// The lines of a range, marked; of the main place with their neighbours.
  func excerpt(
    of lines: SourceLines?, _ range: SourceRange, _ severity: Severity, isMain: Bool
  ) -> [String] {
    guard let lines else { return [] }
    let first = Int(range.start.line)
    // A range that ends before a line's first character does not reach into it.
    let reaches = range.end.column > 1 || range.end.line <= range.start.line
    let last = max(first, min(Int(range.end.line) - (reaches ? 0 : 1), lines.count))
    guard lines.holds(first) else { return [] }
    var rows: [String] = []
    if isMain, let before = lines.part(first - 1, around: 1, reach: width) {
      rows.append(plain(first - 1, before, last > first))
    }
    if last == first {
      rows += underlined(lines, range, severity, isMain)
    } else {
      rows += bracketed(lines, range, first...last, severity)
    }
    if isMain, last < lines.count, let after = lines.part(last + 1, around: 1, reach: width) {
      rows.append(plain(last + 1, after, last > first))
    }
    return rows
  }

  /// Lines to write, with a sign for each; numbered where their place is known.
  /// Of the first line `new` is sure to be seen.
  func additions(_ lines: [String], from first: Int?, new: Range<Int>? = nil) -> [String] {
    lines.enumerated().map { index, line in
      // An example is there to be copied: it is never cut.
      let shown = ShownLine(
        line, columns: index == 0 ? new : nil, limit: first == nil ? Int.max : room)
      let isEmpty = (shown.before + shown.marked + shown.after).isEmpty
      let text =
        palette.good(isEmpty ? "+" : "+ " + shown.before) + palette.fresh(shown.marked)
        + palette.good(shown.after)
      return number(first.map { $0 + index }) + text
    }
  }

  private var room: Int { max(20, width - indent - 2) }

  private func underlined(
    _ lines: SourceLines, _ range: SourceRange, _ severity: Severity, _ isMain: Bool
  ) -> [String] {
    let start = Int(range.start.column)
    let line =
      lines.part(Int(range.start.line), around: start, reach: width) ?? LinePart(text: "")
    let end = range.end.line == range.start.line ? Int(range.end.column) : Int.max
    let shown = ShownLine(line, columns: start..<max(start, end), limit: room)
    let mark = String(repeating: isMain ? "^" : "-", count: shown.width)
    let text = shown.before + palette.severity(severity, shown.marked) + shown.after
    return [
      numbered(Int(range.start.line), text),
      margin("│ ") + String(repeating: " ", count: shown.indent)
        + palette.severity(severity, mark),
    ]
  }

  /// A range over several lines, with a bracket beside them.
  private func bracketed(
    _ lines: SourceLines, _ range: SourceRange, _ numbers: ClosedRange<Int>, _ severity: Severity
  ) -> [String] {
    var rows: [String] = []
    for number in numbers {
      let hidden =
        numbers.lowerBound
        + Self.head..<max(
          numbers.lowerBound + Self.head, numbers.upperBound - Self.tail + 1)
      if hidden.count > 1, hidden.contains(number) {
        if number == hidden.lowerBound {
          rows.append(margin("⋮ ") + palette.severity(severity, "│"))
        }
        continue
      }
      let sign =
        number == numbers.lowerBound ? "╭" : (number == numbers.upperBound ? "╰" : "│")
      let from = number == numbers.lowerBound ? Int(range.start.column) : 1
      let to = number == range.end.line ? Int(range.end.column) : Int.max
      let shown = ShownLine(
        lines.part(number, around: from, reach: width) ?? LinePart(text: ""),
        columns: from..<max(from, to), limit: room - 2)
      let text = shown.before + palette.severity(severity, shown.marked) + shown.after
      rows.append(
        numbered(number, palette.severity(severity, sign) + (text.isEmpty ? "" : " " + text)))
    }
    return rows
  }

  private func plain(_ number: Int, _ line: LinePart, _ isBracketed: Bool) -> String {
    let shown = ShownLine(line, limit: isBracketed ? room - 2 : room)
    let text = palette.faint(shown.before + shown.marked + shown.after)
    return numbered(number, isBracketed && !text.isEmpty ? "  " + text : text)
  }

  private func numbered(_ line: Int, _ text: String) -> String {
    number(line) + palette.frame(text.isEmpty ? "│" : "│ ") + text
  }

  private func number(_ line: Int?) -> String {
    let digits = line.map { String($0) } ?? ""
    let gap = String(repeating: " ", count: max(0, indent - 1 - digits.count))
    return gap + palette.frame(digits) + " "
  }
}
