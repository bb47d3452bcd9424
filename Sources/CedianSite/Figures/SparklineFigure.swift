import CedianModel

/// A line without axes that shows where a number has been heading: thirteen
/// months, time from left to right. It is broken where a period is missing, a
/// period between two missing ones is a dot, and the newest is marked.
struct SparklineFigure: Sendable {
  struct Point: Sendable {
    /// The period, as the table names it.
    var label: String
    var number: FigureNumber?
    /// What the number does not hold. It stands apart from the line, a hollow dot: a
    /// sum without a channel is no fall.
    var lacks: String?

    /// Nil for what is missing, and for what is not a number.
    fileprivate var size: Double? {
      guard let value = number?.value, !value.isNaN else { return nil }
      return FigureNumber.size(value)
    }
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
      drawings: FigureFrame.allCases.map { labelled($0, $0.id(id), language) },
      table: FigureTable(
        head: [language(.period), language(.actual)],
        rows: points.map { point in
          [point.label, point.number.text + (point.lacks.map { "（\($0)）" } ?? "")]
        }),
      language: language
    ).html()
  }

  /// The drawing alone, for a cell of a table that holds the data already.
  func inline(id: String, in language: Language) -> [UInt8] {
    drawing(FigureParts.identifier(id))
      .inline(name: "f-spark", title: title, message: message(language))
  }

  private func drawing(_ id: String) -> Drawing {
    var drawing = Drawing(width: 104, height: 24, id: id)
    trend(in: &drawing, x: (4, 100), y: (20, 4))
    return drawing
  }

  /// With the first and last period and the newest and the extreme values.
  private func labelled(_ frame: FigureFrame, _ id: String, _ language: Language) -> Drawing {
    var drawing = Drawing(width: frame.width, height: 116, id: id)
    let at = trend(in: &drawing, x: (10, frame.width - 10), y: (74, 26))
    drawing.line("f-rule", 0, 96, frame.width, 96)
    guard !points.isEmpty else {
      drawing.text(language(.noData), x: 0, y: 50, style: .quiet)
      return drawing
    }
    let known = points.indices.filter { points[$0].number.shown != nil }
    func size(_ index: Int) -> Double { points[index].number.shown?.size ?? 0 }
    func label(_ index: Int?, above: Bool, _ style: Drawing.TextStyle) {
      guard let index, let number = points[index].number.shown else { return }
      drawing.text(
        number.label, x: at(index).x, y: at(index).y + (above ? -9 : 18), anchor: .middle,
        style: style, keepsInside: true)
    }
    label(known.last, above: true, .strong)
    if let low = known.min(by: { size($0) < size($1) }),
      let high = known.max(by: { size($0) < size($1) }), size(low) < size(high)
    {
      if high != known.last { label(high, above: true, .quiet) }
      if low != known.last { label(low, above: false, .quiet) }
    }
    let half = frame.width / 2 - 6
    if points.count > 1 {
      drawing.text(points[0].label, x: 0, y: 111, style: .quiet, limit: half)
    }
    drawing.text(
      points[points.count - 1].label, x: frame.width, y: 111, anchor: .end, style: .quiet,
      limit: half)
    return drawing
  }

  /// Draws the line, and says where each point stands.
  @discardableResult
  private func trend(
    in drawing: inout Drawing, x: (start: Double, end: Double), y: (start: Double, end: Double)
  ) -> (Int) -> (x: Double, y: Double) {
    let middle = (y.start + y.end) / 2
    let sizes = points.map(\.size)
    let (low, high) = sizes.reduce(into: (Double.infinity, -Double.infinity)) { range, size in
      guard let size else { return }
      range = (min(range.0, size), max(range.1, size))
    }
    guard low <= high else {
      drawing.line("f-nothing", x.start, middle, x.end, middle)
      return { _ in (x.start, middle) }
    }
    let across = FigureScale(domain: (0, Double(max(points.count - 1, 1))), range: x)
    let up = FigureScale(domain: (low, high), range: y)
    // Where nothing changes the line runs in the middle, not along an edge.
    func at(_ index: Int) -> (x: Double, y: Double) {
      (
        sizes.count == 1 ? x.end : across(Double(index)),
        high > low ? up(sizes[index] ?? low) : middle
      )
    }
    var run: [(x: Double, y: Double)] = []
    run.reserveCapacity(sizes.count)
    func endRun() {
      if run.count > 1 { drawing.polyline("f-trend", run) }
      if run.count == 1 { drawing.dot("f-single", x: run[0].x, y: run[0].y, radius: 1.6) }
      run.removeAll(keepingCapacity: true)
    }
    for index in sizes.indices {
      if sizes[index] == nil || points[index].lacks != nil {
        endRun()
      } else {
        run.append(at(index))
      }
      guard sizes[index] != nil, points[index].lacks != nil else { continue }
      let place = at(index)
      drawing.dot("f-partial", x: place.x, y: place.y, radius: 2)
    }
    let last = run.last
    endRun()
    if let last { drawing.dot("f-newest", x: last.x, y: last.y, radius: 2.8) }
    return at
  }

  private func message(_ language: Language) -> String {
    if let message { return message }
    let known = points.indices.filter { points[$0].size != nil }
    guard let first = known.first.map({ points[$0] }), let start = first.number,
      let last = known.last.map({ points[$0] }), let end = last.number
    else { return language(.noData) + language.stop }
    var words =
      known.count == 1
      ? "\(last.label) \(end.label)"
      : language == .zh
        ? "从 \(first.label) 的 \(start.label) 到 \(last.label) 的 \(end.label)"
        : "From \(start.label) in \(first.label) to \(end.label) in \(last.label)"
    let missing = points.count - known.count
    if missing > 0 {
      words += language.comma
      words += language == .zh ? "\(missing) 个期间未填报" : "\(missing) periods not reported"
    }
    let partial = known.count { points[$0].lacks != nil }
    if partial > 0 {
      words += language.comma
      words += language == .zh ? "\(partial) 个期间缺渠道" : "\(partial) without a channel"
    }
    return words + language.stop
  }
}
