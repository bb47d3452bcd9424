/// One line as it is shown: tabs widened, controls made visible, cut to a window
/// around what matters.
struct ShownLine: Sendable, Equatable {
  /// The text before, in and after the marked columns, with `…` where it is cut.
  var before: String
  var marked: String
  var after: String
  /// Cells before the mark, and cells of the mark: at least one.
  var indent: Int
  var width: Int

  static let tabStop = 4

  /// - Parameters:
  ///   - columns: what is marked, in scalars counted from 1; nil marks nothing.
  ///   - limit: the cells that there is room for.
  init(_ line: String, columns: Range<Int>? = nil, limit: Int) {
    self.init(LinePart(text: line), columns: columns, limit: limit)
  }

  /// `columns` count from the start of the whole line.
  init(_ part: LinePart, columns: Range<Int>? = nil, limit: Int) {
    let columns = columns.map {
      max(1, $0.lowerBound - part.skipped)..<max(1, $0.upperBound - part.skipped)
    }
    let cells = Self.cells(part.text)
    let from = max(0, min((columns?.lowerBound ?? 1) - 1, cells.count))
    let to = max(from, min((columns?.upperBound ?? 1) - 1, cells.count))
    let window = Self.window(cells, around: from..<to, limit: limit)
    func text(_ range: Range<Int>) -> String { cells[range].map(\.text).joined() }
    func width(_ range: Range<Int>) -> Int { cells[range].reduce(0) { $0 + $1.width } }
    let start = max(window.lowerBound, min(from, window.upperBound))
    let end = max(start, min(to, window.upperBound))
    let lead = window.lowerBound > 0 || part.skipped > 0 ? "…" : ""
    before = lead + text(window.lowerBound..<start)
    marked = text(start..<end)
    after =
      text(end..<window.upperBound) + (window.upperBound < cells.count || part.isCut ? "…" : "")
    indent = (lead.isEmpty ? 0 : 1) + width(window.lowerBound..<start)
    self.width = max(1, width(start..<end))
  }

  private struct Cell {
    var text: String
    var width: Int
  }

  private static func cells(_ line: String) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(line.utf8.count)
    var meter = CellMeter()
    var at = 0
    for scalar in line.unicodeScalars {
      let cell: Cell
      if scalar == "\t" {
        let width = tabStop - at % tabStop
        cell = Cell(text: String(repeating: " ", count: width), width: width)
      } else {
        let shown = printable(scalar)
        cell = Cell(text: String(String.UnicodeScalarView([shown])), width: meter.width(of: shown))
      }
      at += cell.width
      cells.append(cell)
    }
    return cells
  }

  /// The cells to show: all of them if they fit, else as many as fit with the
  /// mark's start at most a third of the way in.
  private static func window(_ cells: [Cell], around: Range<Int>, limit: Int) -> Range<Int> {
    if cells.reduce(0, { $0 + $1.width }) <= limit { return 0..<cells.count }
    var start = around.lowerBound
    // Without need to cut the beginning, none is cut.
    let lead = cells[..<start].reduce(0) { $0 + $1.width }
    let mark = cells[around].reduce(0) { $0 + $1.width }
    if lead + min(mark, limit / 3) < limit - 1 {
      start = 0
    } else {
      var room = limit / 3
      while start > 0, room >= cells[start - 1].width {
        start -= 1
        room -= cells[start].width
      }
      // A mark that combines is nothing without what stands before it.
      while start > 0, cells[start].width == 0 { start -= 1 }
    }
    var end = start
    var room = limit - 2
    while end < cells.count, room >= cells[end].width {
      room -= cells[end].width
      end += 1
    }
    return start..<end
  }
}
