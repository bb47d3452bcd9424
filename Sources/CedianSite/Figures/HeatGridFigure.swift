import CedianModel

/// What is there for which period: kinds of document down, periods from left to
/// right. A cell says its state by glyph and ground, so that paper without colour
/// tells it too.
struct HeatGridFigure: Sendable {
  enum State: String, Sendable, CaseIterable {
    case full, part, lack, wait

    var glyph: String {
      switch self {
      case .full: "●"
      case .part: "▲"
      case .lack: "■"
      case .wait: "○"
      }
    }

    func word(_ language: Language) -> String {
      switch (self, language) {
      case (.full, .zh): "齐全"
      case (.full, .en): "complete"
      case (.part, .zh): "部分"
      case (.part, .en): "in part"
      case (.lack, .zh): "缺"
      case (.lack, .en): "lacking"
      case (.wait, .zh): "未到期"
      case (.wait, .en): "not yet due"
      }
    }
  }

  struct Cell: Sendable {
    var state: State
    /// How much of how much, `3/4`; the table and the cell's title say it.
    var label: String?
  }

  struct Row: Sendable {
    var label: String
    /// One for each column; nil where nothing is asked for.
    var cells: [Cell?]
  }

  var title: String
  var message: String?
  /// The periods, short.
  var columns: [String]
  var rows: [Row]

  func svg(id: String, in language: Language) -> [UInt8] {
    let id = FigureParts.identifier(id)
    return FigureParts(
      name: "f-heat", id: id, title: title, message: message(language),
      drawings: FigureFrame.allCases.map { drawing($0, $0.id(id), language) },
      table: FigureTable(
        head: [language(.item)] + columns,
        rows: rows.map { row in
          [row.label] + columns.indices.map { text(row, $0, language) }
        }, firstNumber: .max),
      language: language
    ).html()
  }

  private func cell(_ row: Row, _ column: Int) -> Cell? {
    column < row.cells.count ? row.cells[column] : nil
  }

  private func text(_ row: Row, _ column: Int, _ language: Language) -> String {
    guard let cell = cell(row, column) else { return "—" }
    return "\(cell.state.glyph) \(cell.label ?? cell.state.word(language))"
  }

  private func message(_ language: Language) -> String {
    if let message { return message }
    let cells = rows.flatMap { row in columns.indices.compactMap { cell(row, $0) } }
    let due = cells.filter { $0.state != .wait }
    guard !due.isEmpty else { return language(.noData) + language.stop }
    let full = due.filter { $0.state == .full }.count
    let lacking = due.filter { $0.state == .lack }.count
    let part = due.filter { $0.state == .part }.count
    return language == .zh
      ? "应有 \(due.count) 格，齐全 \(full) 格，部分 \(part) 格，缺 \(lacking) 格。"
      : "\(full) of \(due.count) due are complete, \(part) in part, \(lacking) lacking."
  }

  private func drawing(_ frame: FigureFrame, _ id: String, _ language: Language) -> Drawing {
    let widest = rows.map { TextWidth.of($0.label, size: 12) }.max() ?? 0
    let labelWidth = min(widest, frame.width * (frame.isNarrow ? 0.25 : 0.3))
    let left = labelWidth + (labelWidth > 0 ? 8 : 0)
    let count = Double(max(columns.count, 1))
    // A glyph needs room; beyond that the grid scrolls.
    let cellWidth = min(max((frame.width - left) / count, 18), 64)
    let states = State.allCases.filter { state in
      rows.contains { row in columns.indices.contains { cell(row, $0)?.state == state } }
    }
    let width = max(left + cellWidth * Double(columns.count), frame.width)
    let top = 20.0
    let bottom = top + Double(rows.count) * 26
    var drawing = Drawing(width: width, height: bottom + 24, id: id)
    guard !rows.isEmpty, !columns.isEmpty else {
      drawing.text(language(.noData), x: 0, y: 16, style: .quiet)
      return drawing
    }
    for (index, row) in rows.enumerated() {
      let y = top + Double(index) * 26
      drawing.text(row.label, x: 0, y: y + 17, limit: labelWidth)
      for column in columns.indices {
        guard let cell = cell(row, column) else { continue }
        let x = left + Double(column) * cellWidth
        drawing.rect(
          "f-cell f-\(cell.state.rawValue)", x: x + 1, y: y + 1, width: cellWidth - 2, height: 24,
          title: "\(row.label) \(columns[column]) \(text(row, column, language))")
        let style = Drawing.TextStyle(size: 12, name: "f-mark-\(cell.state.rawValue)")
        drawing.text(
          cell.state.glyph, x: x + cellWidth / 2, y: y + 17, anchor: .middle, style: style)
      }
    }
    periods(left, cellWidth, in: &drawing)
    var x = 0.0
    for state in states {
      let words = "\(state.glyph) \(state.word(language))"
      drawing.text(words, x: x, y: bottom + 17, style: .small.named("f-quiet"))
      x += Drawing.TextStyle.small.width(words) + 14
    }
    return drawing
  }

  /// Every so many periods, as many as stand apart, counted from the newest.
  private func periods(_ left: Double, _ cellWidth: Double, in drawing: inout Drawing) {
    let widest = columns.map { TextWidth.of($0, size: 11) * 1.06 }.max() ?? 0
    let limit = max(cellWidth * 4, 60)
    let step = max(1, Int(((min(widest, limit) + 4) / cellWidth).rounded(.up)))
    for index in stride(from: columns.count - 1, through: 0, by: -step) {
      drawing.text(
        columns[index], x: left + (Double(index) + 0.5) * cellWidth, y: 14, anchor: .middle,
        style: .small.named("f-quiet"), limit: limit, keepsInside: true)
    }
  }
}
