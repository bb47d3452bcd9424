import CedianModel

/// A whole and the parts it was divided into, level by level, each as long as its
/// value; where the parts of a node do not add up to it, the difference stands in
/// its row.
struct TreeFigure: Sendable {
  struct Node: Sendable {
    var label: String
    var number: FigureNumber?
    /// Its parts together less itself; nil where that is not checked.
    var difference: FigureNumber?
    /// How great a difference the digits that were written leave open.
    var tolerance: Decimal = 0
    var parts: [Node] = []

    /// Its parts come to something else, and not by rounding alone.
    var isWrong: Bool { difference.shown.map { abs($0.value) > tolerance } ?? false }
  }

  fileprivate struct Row {
    var node: Node
    var depth: Int
    /// The row of the node that it is a part of.
    var parent: Int?
  }

  /// Deeper levels are not drawn; the site divides years, quarters, months and
  /// channels.
  static let deepest = 6

  var title: String
  var message: String?
  var root: Node
  /// Outlined as a plan, which targets are, or solid.
  var isPlan = true

  func svg(id: String, in language: Language) -> [UInt8] {
    let id = FigureParts.identifier(id)
    var rows: [Row] = []
    Self.collect(root, 0, nil, into: &rows)
    return FigureParts(
      name: "f-tree", id: id, title: title, message: message ?? message(rows, language),
      drawings: FigureFrame.allCases.map { drawing(rows, $0, $0.id(id), language) },
      table: FigureTable(
        head: [language(.item), language(isPlan ? .target : .actual), language(.partsDiffer)],
        rows: rows.map { row in
          [
            String(repeating: "　", count: row.depth) + row.node.label, row.node.number.text,
            Self.words(row.node, language),
          ]
        }),
      language: language
    ).html()
  }

  private static func collect(_ node: Node, _ depth: Int, _ parent: Int?, into rows: inout [Row]) {
    let own = rows.count
    rows.append(Row(node: node, depth: depth, parent: parent))
    guard depth < deepest else { return }
    for part in node.parts { collect(part, depth + 1, own, into: &rows) }
  }

  private func message(_ rows: [Row], _ language: Language) -> String {
    let wrong = rows.filter(\.node.isWrong)
    let whole = "\(root.label) \(root.number.text)"
    let checked = rows.contains { $0.node.difference.shown != nil }
    guard checked else { return whole + language.stop }
    guard let first = wrong.first else {
      return whole + language.comma + (language == .zh ? "各级合计一致" : "all levels add up")
        + language.stop
    }
    let count =
      language == .zh ? "\(wrong.count) 处合计不一致" : "\(wrong.count) levels do not add up"
    let place = "\(first.node.label) \(first.node.difference.text)"
    return whole + language.comma + count + language.colon + place
      + (wrong.count > 1 ? (language == .zh ? "等" : ", …") : "") + language.stop
  }

  private func drawing(
    _ rows: [Row], _ frame: FigureFrame, _ id: String, _ language: Language
  ) -> Drawing {
    let rowHeight = 24.0
    var drawing = Drawing(
      width: frame.width, height: Double(rows.count) * rowHeight + 4, id: id)
    let indent = frame.isNarrow ? 10.0 : 16
    let labelEnd = min(
      rows.map { Double($0.depth) * indent + TextWidth.of($0.node.label, size: 12) * 1.06 }.max()
        ?? 0, frame.width * (frame.isNarrow ? 0.34 : 0.4))
    let differences = rows.map { Self.mark($0.node, language) }
    let markWidth = min(
      differences.map { TextWidth.of($0, size: 12) * 1.06 }.max() ?? 0, frame.width * 0.22)
    let valueWidth = min(
      rows.map { TextWidth.of($0.node.number.text, size: 12) * 1.06 }.max() ?? 0,
      frame.width * 0.24)
    let valueEnd = frame.width - markWidth - (markWidth > 0 ? 10 : 0)
    let plot = (start: labelEnd + 10, end: max(valueEnd - valueWidth - 8, labelEnd + 20))
    let sizes = rows.compactMap { $0.node.number.shown?.size }
    let (low, high) = (min(sizes.min() ?? 0, 0), max(sizes.max() ?? 0, 0))
    let x = FigureScale(domain: (low, high > low ? high : low + 1), range: plot)
    for (index, row) in rows.enumerated() {
      let top = Double(index) * rowHeight + 2
      let left = min(Double(row.depth) * indent, labelEnd * 0.6)
      if let parent = row.parent {
        let stem = max(left - indent + 4, 1)
        drawing.polyline(
          "f-branch",
          [
            (stem, Double(parent) * rowHeight + 20), (stem, top + 10), (left - 2, top + 10),
          ])
      }
      drawing.text(
        row.node.label, x: left, y: top + 14, style: row.depth == 0 ? .strong : .plain,
        limit: labelEnd - left)
      if let number = row.node.number.shown {
        let (a, b) = (x(0), x(number.size))
        let length = number.value == 0 ? 0.6 : max(abs(a - b), 1)
        drawing.rect(
          isPlan ? "f-plan" : row.depth == 0 ? "f-actual" : "f-neutral",
          x: number.size < 0 ? a - length : a,
          y: top + 5,
          width: length, height: 11, title: "\(row.node.label) \(number.label)")
      }
      drawing.text(
        row.node.number.text, x: valueEnd, y: top + 14, anchor: .end,
        style: row.depth == 0 ? .strong : .plain, limit: valueWidth)
      drawing.text(
        differences[index], x: frame.width - markWidth, y: top + 14,
        style: row.node.isWrong ? .strong.named("f-bad") : .quiet, limit: markWidth)
    }
    return drawing
  }

  private static func mark(_ node: Node, _ language: Language) -> String {
    guard let difference = node.difference.shown else { return "" }
    if difference.value == 0 { return "= \(language(.agrees))" }
    return (node.isWrong ? "≠ " : "≈ ") + difference.label
  }

  private static func words(_ node: Node, _ language: Language) -> String {
    guard let difference = node.difference.shown else { return "" }
    if difference.value == 0 { return language(.agrees) }
    return node.isWrong ? difference.label : "\(difference.label) (\(language(.withinRounding)))"
  }
}
