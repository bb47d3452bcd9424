import CedianModel

/// A file's lines, for excerpts.
struct SourceLines: Sendable {
  private let lines: [String]

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    lines = rest.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }

  /// The line, counted from 1; nil beyond the end.
  subscript(number: Int) -> String? {
    number >= 1 && number <= lines.count ? lines[number - 1] : nil
  }

  /// Lines that hold something: a final line break does not make one more.
  var count: Int { lines.last == "" ? lines.count - 1 : lines.count }
}

/// One line as it is shown: tabs widened, controls made visible, cut to a
/// window around what matters.
struct ShownLine {
  var text: String
  /// Cells before the range, and cells of the range.
  var indent: Int
  var width: Int

  /// `columns` counts scalars from 1; nil marks nothing.
  init(_ line: String, columns: Range<Int>?, limit: Int) {
    var cells: [(text: String, width: Int)] = []
    for scalar in line.unicodeScalars {
      if scalar == "\t" {
        cells.append(("    ", 4))
      } else {
        let shown = printable(scalar)
        cells.append((String(Character(shown)), displayWidth(shown)))
      }
    }
    let from = max(0, min((columns?.lowerBound ?? 1) - 1, cells.count))
    let to = max(from, min((columns?.upperBound ?? 1) - 1, cells.count))
    let window = Self.window(cells.map(\.width), around: from..<to, limit: limit)
    let lead = window.lowerBound > 0 ? "…" : ""
    let tail = window.upperBound < cells.count ? "…" : ""
    text = lead + cells[window].map(\.text).joined() + tail
    let marked = from..<min(to, max(from, window.upperBound))
    indent = (lead.isEmpty ? 0 : 1)
      + cells[window.lowerBound..<max(window.lowerBound, from)].reduce(0) { $0 + $1.width }
    width = max(1, cells[marked].reduce(0) { $0 + $1.width })
  }

  /// The cells to show: all of them if they fit, else as many as fit with the
  /// range's start a third of the way in.
  private static func window(_ widths: [Int], around: Range<Int>, limit: Int) -> Range<Int> {
    if widths.reduce(0, +) <= limit { return 0..<widths.count }
    var start = around.lowerBound
    var room = limit / 3
    while start > 0, room >= widths[start - 1] {
      start -= 1
      room -= widths[start]
    }
    var end = start
    room = limit - 2
    while end < widths.count, room >= widths[end] {
      room -= widths[end]
      end += 1
    }
    return start..<end
  }
}
