import CedianModel

/// Labels beside the bars where there is width, above them on a phone.
struct GanttDrawing {
  private let figure: GanttFigure
  private let texts: [GanttFigure.RowText]
  private let frame: FigureFrame
  private let language: Language
  private let key: FigureKey
  private let labelWidth: Double
  private let rowHeight: Double
  private let top: Double
  private let left: Double

  init(
    figure: GanttFigure, texts: [GanttFigure.RowText], frame: FigureFrame, language: Language
  ) {
    self.figure = figure
    self.texts = texts
    self.frame = frame
    self.language = language
    var entries: [(mark: FigureKey.Mark, word: String)] = []
    if figure.rows.contains(where: { $0.warmUp != nil }) {
      entries.append((.solid("f-warmup"), language(.warmUp)))
    }
    if figure.rows.contains(where: { $0.plan != nil && !$0.isCancelled }) {
      entries.append((.solid("f-plan"), language(.plan)))
    }
    if figure.rows.contains(where: { $0.plan != nil && $0.isCancelled }) {
      entries.append((.solid("f-plan f-cancelled"), language(.cancelledPlan)))
    }
    if figure.rows.contains(where: { $0.actual != nil }) {
      entries.append((.solid("f-actual"), language(.actual)))
    }
    key = FigureKey(entries: entries)
    let widest = figure.rows.map { TextWidth.of($0.label, size: 12) }.max() ?? 0
    labelWidth = frame.isNarrow ? frame.width : min(widest, frame.width * 0.32)
    left = frame.isNarrow ? 0 : labelWidth + 14
    rowHeight = frame.isNarrow ? 46 : 32
    top = key.height(frame.width) + 22
  }

  private var height: Double { top + Double(max(figure.rows.count, 1)) * rowHeight + 4 }

  func drawing(_ id: String) -> Drawing {
    var drawing = Drawing(width: frame.width, height: height, id: id)
    key.draw(in: &drawing)
    guard !figure.rows.isEmpty else {
      drawing.text(language(.noData), x: 0, y: top + 16, style: .quiet)
      return drawing
    }
    for tick in TimelineScale(range: figure.range).ticks {
      let x = edge(tick.day.ordinal)
      drawing.line("f-grid", x, top - 4, x, height)
      drawing.text(tick.label(language), x: x, y: top - 8, style: .quiet, isWhole: true)
    }
    if let today = figure.today, figure.range.contains(today) { mark(today, in: &drawing) }
    drawRows(in: &drawing)
    return drawing
  }

  private func drawRows(in drawing: inout Drawing) {
    for (index, row) in figure.rows.enumerated() {
      let y = top + Double(index) * rowHeight
      if index > 0 { drawing.line("f-rule", 0, y, frame.width, y) }
      draw(row, texts[index], y, in: &drawing)
    }
  }

  /// Under the bars, and broken where a label stands: a line through words cannot be
  /// read. Where they will stand is known once the rows are drawn.
  private func mark(_ today: Day, in drawing: inout Drawing) {
    let x = (edge(today.ordinal) + edge(today.ordinal + 1)) / 2
    var trial = drawing
    drawRows(in: &trial)
    var y = top - 4
    for gap in trial.textExtents(at: x, margin: 3) where gap.end > y {
      if gap.start > y + 1 { drawing.line("f-today", x, y, x, gap.start) }
      y = gap.end
    }
    if y < height - 1 { drawing.line("f-today", x, y, x, height) }
  }

  /// Where a day begins.
  private func edge(_ ordinal: Int) -> Double {
    let share =
      Double(ordinal - figure.range.start.ordinal) / Double(max(figure.range.dayCount, 1))
    return left + min(max(share, 0), 1) * (frame.width - left)
  }

  private func draw(
    _ row: GanttFigure.Row, _ text: GanttFigure.RowText, _ y: Double, in drawing: inout Drawing
  ) {
    let bars = frame.isNarrow ? y + 21 : y + 5
    drawing.text(
      row.label, x: 0, y: frame.isNarrow ? y + 15 : y + 20,
      style: Drawing.TextStyle(name: "f-halo"),
      limit: labelWidth)
    guard row.warmUp != nil || row.plan != nil || row.actual != nil else {
      drawing.text(
        language(.undated), x: left, y: bars + 15, style: .small.named("f-quiet f-halo"))
      return
    }
    let hasUpper = row.warmUp != nil || row.plan != nil
    if let span = row.warmUp {
      bar("f-warmup", span, text.warmUp, .warmUp, bars, row, in: &drawing)
    }
    if let span = row.plan {
      let name = row.isCancelled ? "f-plan f-cancelled" : "f-plan"
      let word = row.isCancelled ? FigureWord.cancelledPlan : .plan
      bar(name, span, text.plan, word, bars, row, in: &drawing)
    }
    if let span = row.actual.map(figure.span) {
      let y = hasUpper ? bars + 12 : bars + 6
      bar("f-actual", span, text.actual, .actual, y, row, in: &drawing)
    }
    guard let delay = GanttFigure.delay(row), delay != 0, let actual = row.actual.map(figure.span)
    else { return }
    let words = GanttFigure.words(delay: delay, language)
    let style = Drawing.TextStyle.small.named(delay > 0 ? "f-bad f-halo" : "f-quiet f-halo")
    let after = edge(max(actual.end, row.plan?.end ?? actual.end).ordinal + 1) + 6
    if drawing.text(words, x: after, y: bars + 20, style: style, isWhole: true) { return }
    let before = edge(min(actual.start, row.plan?.start ?? actual.start).ordinal) - 6
    guard before - style.width(words) >= left else { return }
    drawing.text(words, x: before, y: bars + 20, anchor: .end, style: style, isWhole: true)
  }

  private func bar(
    _ name: String, _ span: TimeSpan, _ days: String, _ word: FigureWord, _ y: Double,
    _ row: GanttFigure.Row, in drawing: inout Drawing
  ) {
    guard span.overlaps(figure.range) else { return }
    let (a, b) = (edge(span.start.ordinal), edge(span.end.ordinal + 1))
    let length = max(b - a, 2)
    let start = min(a, frame.width - length)
    drawing.rect(
      name, x: start, y: y, width: length, height: 8,
      title: "\(row.label) \(language(word)) \(days)")
    if span.start < figure.range.start {
      drawing.polyline(
        "f-cut", [(left, y + 4), (left + 5, y - 1), (left + 5, y + 9)], closed: true)
    }
    if span.end > figure.range.end {
      let edge = frame.width
      drawing.polyline(
        "f-cut", [(edge, y + 4), (edge - 5, y - 1), (edge - 5, y + 9)], closed: true)
    }
  }
}
