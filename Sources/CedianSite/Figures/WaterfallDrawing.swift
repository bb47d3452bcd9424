import CedianModel

/// Rows from the first total down to the last, on one scale. Where the totals
/// dwarf the differences the axis does not start at zero, and both totals are
/// broken to say so.
struct WaterfallDrawing {
  private struct Row {
    var label: String
    var number: FigureNumber?
    var effect: FigureEffect?
    /// How far the rows have come; a missing step leaves it where it was.
    var level: Double
    /// Where the bar begins and ends; nil where the value is missing.
    var span: (from: Double, to: Double)?
    var text: String {
      guard let effect, effect != .neutral else { return number.text }
      return "\(effect.glyph) \(number.text)"
    }
  }

  private static let rowHeight = 27.0
  private static let barHeight = 15.0

  private let figure: WaterfallFigure
  private let rows: [Row]
  private let isBroken: Bool
  private let x: FigureScale
  private let labelWidth: Double
  private let valueWidth: Double
  private let width: Double
  private let language: Language

  init(figure: WaterfallFigure, frame: FigureFrame, language: Language) {
    self.figure = figure
    self.language = language
    width = frame.width
    var rows: [Row] = []
    var running = figure.start.number.shown?.size ?? 0
    rows.append(
      Row(
        label: figure.start.label, number: figure.start.number, level: running,
        span: figure.start.number.shown.map { (0, $0.size) }))
    for step in figure.steps {
      let next = running + (step.difference.shown?.size ?? 0)
      rows.append(
        Row(
          label: step.label, number: step.difference, effect: figure.effect(step), level: next,
          span: step.difference.shown.map { _ in (running, next) }))
      running = next
    }
    rows.append(
      Row(
        label: figure.end.label, number: figure.end.number, level: running,
        span: figure.end.number.shown.map { (0, $0.size) }))
    self.rows = rows
    // A little more than the widest asks for: its own width, divided again, may come
    // out a hair smaller, and a label was cut that had all the room there is.
    let styles = rows.map { $0.effect == nil ? Drawing.TextStyle.strong : .plain }
    let widest = zip(styles, rows).map { $0.width($1.label) + 0.5 }.max() ?? 0
    valueWidth = min(
      rows.map { Drawing.TextStyle.strong.width($0.text) + 0.5 }.max() ?? 0, width * 0.34)
    // A channel's whole name where there is width for it; on a phone the bars keep
    // a quarter.
    labelWidth = min(
      widest, frame.isNarrow ? max(width * 0.42, width * 0.7 - valueWidth) : width * 0.5)

    let levels = rows.compactMap(\.span).flatMap { [$0.from, $0.to] }
    let changing = rows.dropFirst().dropLast().compactMap(\.span).flatMap { [$0.from, $0.to] }
    let ends = [figure.start.number, figure.end.number].compactMap { $0.shown?.size }
    let (low, high) = ((changing + ends).min() ?? 0, (changing + ends).max() ?? 0)
    isBroken = low > 0 && high > low && high - low < high * 0.4 && ends.count == 2
    let plot = (start: labelWidth + 10, end: max(width - valueWidth - 8, labelWidth + 30))
    let all = (low: min(levels.min() ?? 0, 0), high: max(levels.max() ?? 0, 0))
    x =
      isBroken
      ? FigureScale(domain: (low - (high - low) * 0.35, high), range: plot)
      : FigureScale(domain: (all.low, all.high > all.low ? all.high : all.low + 1), range: plot)
  }

  func drawing(_ id: String) -> Drawing {
    let note = isBroken || hasRest ? 20.0 : 4
    var drawing = Drawing(
      width: width, height: Double(rows.count) * Self.rowHeight + note, id: id)
    let bottom = Double(rows.count) * Self.rowHeight
    let zero = isBroken ? x.range.start : x(0)
    drawing.line("f-axis", zero, 2, zero, bottom)
    for (index, row) in rows.enumerated() { draw(row, index, in: &drawing) }
    let words = [
      isBroken ? "≈ \(language(.axisBroken))" : nil,
      hasRest ? "┄ \(language(.unexplained))" : nil,
    ].compactMap { $0 }
    drawing.text(
      words.joined(separator: "　"), x: x.range.start, y: bottom + 14, style: .small.named("f-quiet")
    )
    return drawing
  }

  private var hasRest: Bool { figure.rest.map { $0 != 0 } ?? false }

  private func draw(_ row: Row, _ index: Int, in drawing: inout Drawing) {
    let top = Double(index) * Self.rowHeight + 6
    let isTotal = row.effect == nil
    drawing.text(
      row.label, x: 0, y: top + 12, style: isTotal ? .strong : .plain, limit: labelWidth)
    guard let span = row.span else {
      drawing.text("—", x: x.range.start + 6, y: top + 12, style: .quiet)
      let level = x(row.level)
      if !isTotal { drawing.line("f-link", level, top - 12, level, top + Self.rowHeight) }
      return
    }
    let (a, b) = (x(span.from), x(span.to))
    let isEmpty = span.from == span.to
    let length = isEmpty ? 0.6 : max(abs(a - b), 1)
    let start = min(min(a, b), x.range.end - length)
    let name =
      isTotal ? (index == 0 ? "f-previous" : "f-actual") : "f-\(row.effect?.rawValue ?? "")"
    drawing.rect(
      name, x: start, y: top, width: length, height: Self.barHeight,
      title: "\(row.label) \(row.text)")
    if isTotal, isBroken { breakBar(at: x.range.start + 9, top, in: &drawing) }
    if index + 1 < rows.count, index + 2 < rows.count || !hasRest {
      drawing.line("f-link", b, top + Self.barHeight, b, top + Self.rowHeight)
    } else if index + 1 < rows.count {
      rest(from: b, top, in: &drawing)
    }
    let style = Drawing.TextStyle.strong
    let tone = row.effect == .favourable ? "f-good" : row.effect == .adverse ? "f-bad" : nil
    // A number beside a bar left of zero stands right of the axis, not across it.
    let axis = isBroken ? x.range.start : x(0)
    let place = start + length + 6
    let crosses = place < axis && place + style.width(row.text) > axis - 4
    drawing.text(
      row.text, x: crosses ? axis + 6 : place, y: top + 12,
      style: tone.map { style.named($0) } ?? style, limit: valueWidth)
  }

  /// From where the steps end to where the total does.
  private func rest(from start: Double, _ top: Double, in drawing: inout Drawing) {
    let end = x(figure.end.number.shown?.size ?? 0)
    let y = top + (Self.barHeight + Self.rowHeight) / 2
    drawing.line("f-gap", start, top + Self.barHeight, start, y)
    drawing.line("f-gap", start, y, end, y)
    drawing.line("f-gap", end, y, end, top + Self.rowHeight)
  }

  /// A slanted gap in the colour of the paper, with an edge on either side.
  private func breakBar(at x: Double, _ top: Double, in drawing: inout Drawing) {
    let (low, high) = (top + Self.barHeight + 2, top - 2)
    drawing.polyline(
      "f-break", [(x - 3, low), (x + 3, high), (x + 7, high), (x + 1, low)], closed: true)
    drawing.line("f-axis", x - 3, low, x + 3, high)
    drawing.line("f-axis", x + 1, low, x + 7, high)
  }
}
