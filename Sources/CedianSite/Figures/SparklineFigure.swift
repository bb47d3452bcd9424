import CedianModel

/// A line without axes that shows where a number has been heading: thirteen
/// months, time from left to right. It is broken where a period is missing, a
/// period between two missing ones is a dot, and the newest is marked.
struct SparklineFigure: Sendable {
  struct Point: Sendable {
    /// The period, as the table names it.
    var label: String
    var number: FigureNumber?
  }

  var title: String
  /// Replaces the sentence that the figure makes itself.
  var message: String?
  var points: [Point]

  /// With its caption and data.
  func svg(id: String, in language: Language) -> [UInt8] {
    let id = FigureParts.identifier(id)
    return FigureParts(
      name: "f-sparkline", id: id, title: title, message: message(language),
      drawings: [drawing(id)],
      table: FigureTable(
        head: [language(.period), language(.actual)],
        rows: points.map { [$0.label, $0.number.text] }),
      language: language
    ).html()
  }

  /// The drawing alone, for a cell of a table that holds the data already.
  func inline(id: String, in language: Language) -> [UInt8] {
    var html: [UInt8] = []
    let drawing = drawing(FigureParts.identifier(id))
    drawing.append(to: &html, name: "f-spark", title: title, message: message(language))
    return html
  }

  private func drawing(_ id: String) -> Drawing {
    var drawing = Drawing(width: 104, height: 24, id: id)
    let known = points.compactMap { $0.number.shown?.size }
    guard let low = known.min(), let high = known.max() else {
      drawing.line("f-nothing", 4, 12, 100, 12)
      return drawing
    }
    let x = FigureScale(domain: (0, Double(max(points.count - 1, 1))), range: (4, 100))
    // Where nothing changes the line runs in the middle, not along an edge.
    let y =
      high > low
      ? FigureScale(domain: (low, high), range: (20, 4))
      : FigureScale(domain: (low - 1, low + 1), range: (20, 4))
    var run: [(x: Double, y: Double)] = []
    func endRun() {
      if run.count > 1 { drawing.polyline("f-trend", run) }
      if run.count == 1 { drawing.dot("f-single", x: run[0].x, y: run[0].y, radius: 1.4) }
      run = []
    }
    for (index, point) in points.enumerated() {
      if let number = point.number.shown {
        let middle = y.domain.high > y.domain.low ? y(number.size) : 12
        run.append((points.count == 1 ? 100 : x(Double(index)), middle))
      } else {
        endRun()
      }
    }
    let last = run.last
    endRun()
    if let last { drawing.dot("f-newest", x: last.x, y: last.y, radius: 2.6) }
    return drawing
  }

  private func message(_ language: Language) -> String {
    if let message { return message }
    let known = points.compactMap { point in point.number.shown.map { (point.label, $0) } }
    guard let first = known.first, let last = known.last else {
      return language(.noData) + language.stop
    }
    let missing = points.count - known.count
    let lacking =
      missing == 0
      ? ""
      : language.comma
        + (language == .zh ? "\(missing) 个期间未填报" : "\(missing) periods not reported")
    let way =
      known.count == 1
      ? "\(last.0) \(last.1.label)"
      : language == .zh
        ? "从 \(first.0) 的 \(first.1.label) 到 \(last.0) 的 \(last.1.label)"
        : "From \(first.1.label) in \(first.0) to \(last.1.label) in \(last.0)"
    return way + lacking + language.stop
  }
}
