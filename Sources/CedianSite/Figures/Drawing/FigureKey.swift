/// Which mark stands for what, above the drawing; only the marks that occur.
struct FigureKey: Sendable {
  enum Mark: Sendable {
    case solid(String), hatched
  }

  var entries: [(mark: Mark, word: String)]
  static let lineHeight = 20.0
  private static let swatch = 18.0

  /// The entries of each line.
  private func lines(_ width: Double) -> [[(mark: Mark, word: String, x: Double)]] {
    var lines: [[(mark: Mark, word: String, x: Double)]] = []
    var x = 0.0
    for entry in entries {
      let extent = min(Self.swatch + TextWidth.of(entry.word, size: 12) + 14, width)
      if lines.isEmpty || x + extent > width {
        lines.append([])
        x = 0
      }
      lines[lines.count - 1].append((entry.mark, entry.word, x))
      x += extent
    }
    return lines
  }

  func height(_ width: Double) -> Double { Double(lines(width).count) * Self.lineHeight }

  func draw(in drawing: inout Drawing) {
    for (index, line) in lines(drawing.width).enumerated() {
      let y = Double(index) * Self.lineHeight + 3
      for entry in line {
        switch entry.mark {
        case .solid(let name):
          drawing.rect(name, x: entry.x + 1, y: y, width: 12, height: 9)
        case .hatched:
          drawing.hatchedRect("f-forecast", x: entry.x + 1, y: y, width: 12, height: 9)
        }
        drawing.text(entry.word, x: entry.x + Self.swatch, y: y + 9, style: .quiet)
      }
    }
  }
}
