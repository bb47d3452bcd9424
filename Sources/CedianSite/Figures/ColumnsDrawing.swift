import CedianModel

/// Where the columns stand and which of their labels have room.
struct ColumnsDrawing {
  private let figure: ColumnsFigure
  private let key: FigureKey
  private let slot: Double
  private let width: Double
  private let plot: (top: Double, bottom: Double)
  private let height: Double
  /// From the plot's lower edge to the baseline of the periods.
  private let labelDrop: Double
  private let y: FigureScale

  /// A slot is never narrower, so that a column remains one; the drawing grows
  /// and scrolls instead.
  private static let narrowestSlot = 6.0
  private static let widestSlot = 76.0

  init(figure: ColumnsFigure, frame: FigureFrame, key: FigureKey) {
    self.figure = figure
    self.key = key
    let count = Double(max(figure.columns.count, 1))
    width = max(frame.width, count * Self.narrowestSlot)
    slot = min(width / count, Self.widestSlot)
    let sizes = figure.columns.flatMap { column in
      [
        column.actual.shown?.size, column.plan.shown?.size, column.previous.shown?.size,
        column.actual.shown == nil ? column.forecast.shown?.size : nil,
      ].compactMap { $0 }
    }
    let (low, high) = (min(sizes.min() ?? 0, 0), max(sizes.max() ?? 0, 0))
    let top = key.height(width) + 22
    plot = (top, top + (frame.isNarrow ? 128 : 150))
    labelDrop = low < 0 ? 31 : 17
    height = plot.bottom + labelDrop + 5 + (figure.columns.contains { $0.group != nil } ? 18 : 0)
    y = FigureScale(
      domain: (low, high > low ? high : low + 1), range: (plot.bottom, plot.top))
  }

  func drawing(_ id: String, _ language: Language) -> Drawing {
    var drawing = Drawing(width: width, height: height, id: id)
    key.draw(in: &drawing)
    guard !figure.columns.isEmpty else {
      drawing.text(language(.noData), x: 0, y: plot.top + 20, style: .quiet)
      return drawing
    }
    for index in figure.columns.indices { marks(index, in: &drawing, language) }
    drawing.line("f-axis", 0, y(0), slot * Double(figure.columns.count), y(0))
    values(in: &drawing)
    periods(in: &drawing)
    groups(in: &drawing)
    return drawing
  }

  private func centre(_ index: Int) -> Double { slot * (Double(index) + 0.5) }

  private func marks(_ index: Int, in drawing: inout Drawing, _ language: Language) {
    let column = figure.columns[index]
    let (middle, thickness) = (centre(index), slot * 0.5)
    func bar(_ name: String, _ number: FigureNumber, shift: Double, _ word: String) {
      let (a, b) = (y(number.size), y(0))
      // What is not zero is never drawn as nothing.
      let length = number.value == 0 ? 0.6 : max(abs(a - b), 1)
      var title = "\(column.period ?? column.label) \(word) \(number.label)"
      if name.hasPrefix("f-actual"), let lacks = column.lacks { title += " · \(lacks)" }
      let (x, top) = (middle - thickness / 2 + shift, number.size < 0 ? b : b - length)
      if name == "f-forecast" {
        drawing.hatchedRect(name, x: x, y: top, width: thickness, height: length, title: title)
      } else {
        drawing.rect(name, x: x, y: top, width: thickness, height: length, title: title)
      }
    }
    let shift = slot * 0.15
    if let previous = column.previous.shown {
      bar("f-previous", previous, shift: -shift, figure.previousName ?? language(.previous))
    }
    if let plan = column.plan.shown { bar("f-plan", plan, shift: shift, language(.plan)) }
    if let actual = column.actual.shown {
      bar(
        column.lacks == nil ? "f-actual" : "f-actual f-partial", actual, shift: 0,
        language(.actual))
    } else if let forecast = column.forecast.shown {
      bar("f-forecast", forecast, shift: 0, language(.forecast))
    }
  }

  // MARK: Labels

  private func number(_ index: Int) -> FigureNumber? {
    figure.columns[index].actual.shown ?? figure.columns[index].forecast.shown
  }

  private func label(_ index: Int) -> String {
    let column = figure.columns[index]
    return column.actual.shown != nil ? column.actualLabel : column.forecast.shown?.label ?? ""
  }

  /// Every value where each fits over its own column; else the newest and the
  /// highest, raised above the columns that they reach over.
  private func values(in drawing: inout Drawing) {
    let known = figure.columns.indices.filter { number($0) != nil }
    let widest = known.map { Drawing.TextStyle.strong.width(label($0)) }.max() ?? 0
    if widest + 4 <= slot {
      for index in figure.columns.indices {
        if number(index) != nil { value(index, in: &drawing) } else { missing(index, in: &drawing) }
      }
      return
    }
    if let last = known.last(where: { figure.columns[$0].actual.shown != nil }) ?? known.last {
      value(last, in: &drawing)
    }
    if let top = known.max(by: { (number($0)?.value ?? 0) < (number($1)?.value ?? 0) }) {
      value(top, in: &drawing)
    }
  }

  private func missing(_ index: Int, in drawing: inout Drawing) {
    let top = edge(from: centre(index) - 4, to: centre(index) + 4, isBelow: false)
    drawing.text("—", x: centre(index), y: top - 6, anchor: .middle, style: .quiet)
  }

  private func value(_ index: Int, in drawing: inout Drawing) {
    guard let number = number(index) else { return }
    let label = label(index)
    let extent = Drawing.TextStyle.strong.width(label)
    // Over its column, or beside it on the side where the columns are lower.
    let starts = [
      centre(index) - extent / 2, centre(index) + slot * 0.25 - extent,
      centre(index) - slot * 0.25,
    ].map { min(max($0, 0), max(width - extent, 0)) }
    let isBelow = number.size < 0
    let places = starts.map { ($0, edge(from: $0, to: $0 + extent, isBelow: isBelow)) }
    guard let place = places.min(by: { isBelow ? $0.1 < $1.1 : $0.1 > $1.1 }) else { return }
    let style = figure.columns[index].actual.shown == nil ? Drawing.TextStyle.quiet : .strong
    let isPlaced = drawing.text(
      label, x: place.0 + extent / 2, y: place.1 + (isBelow ? 14 : -6), anchor: .middle,
      style: style, keepsInside: true)
    // A label that stands higher than its column is led back to it.
    let middle = centre(index)
    let own = edge(from: middle - 0.4, to: middle + 0.4, isBelow: isBelow)
    guard isPlaced, abs(own - place.1) > 4 else { return }
    drawing.line("f-link", middle, own, middle, place.1 + (isBelow ? 2 : -2))
  }

  /// The end of the longest column between two positions.
  private func edge(from start: Double, to end: Double, isBelow: Bool) -> Double {
    let margin = min(slot * 0.1, (end - start) / 4)
    let first = max(Int((start + margin) / slot), 0)
    let last = min(Int((end - margin) / slot), figure.columns.count - 1)
    var edge = y(0)
    guard first <= last else { return edge }
    for column in figure.columns[first...last] {
      for number in [column.actual, column.plan, column.previous, column.forecast] {
        guard let number = number.shown else { continue }
        edge = isBelow ? max(edge, y(number.size)) : min(edge, y(number.size))
      }
    }
    return edge
  }

  /// The newest period and every so many before it, as many as stand apart.
  private func periods(in drawing: inout Drawing) {
    let labels = figure.columns.map(\.label)
    let widest = labels.map { TextWidth.of($0, size: 12) }.max() ?? 0
    let isLong = widest + 6 > slot * 6
    let limit = isLong ? max(slot * 6, 60) - 6 : .infinity
    // The newest is moved in from the edge and needs that much more.
    let extent = min(widest, limit)
    let step = max(1, Int(((extent + max(extent - slot, 0) / 2 + 6) / slot).rounded(.up)))
    for index in stride(from: labels.count - 1, through: 0, by: -step) {
      drawing.text(
        labels[index], x: centre(index), y: plot.bottom + labelDrop, anchor: .middle, style: .quiet,
        limit: limit, keepsInside: true)
    }
  }

  /// A line from column to column of each group, with its name at the start.
  private func groups(in drawing: inout Drawing) {
    var first = 0
    while first < figure.columns.count {
      var last = first
      while last + 1 < figure.columns.count,
        figure.columns[last + 1].group == figure.columns[first].group
      {
        last += 1
      }
      if let group = figure.columns[first].group {
        let (start, end) = (slot * Double(first) + 2, slot * Double(last + 1) - 2)
        drawing.line("f-link", start, height - 18, end, height - 18)
        drawing.text(group, x: start, y: height - 5, style: .quiet, isWhole: true)
      }
      first = last + 1
    }
  }
}
