import CedianModel

/// A source text in which `1️⃣` to `9️⃣` mark places: the markers are taken out
/// and their positions kept.
public struct MarkedText: Sendable, Hashable {
  /// Without the markers.
  public let text: String
  /// By marker.
  public let positions: [Int: SourcePosition]

  public init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var positions: [Int: SourcePosition] = [:]
    var (line, column) = (1, 1)
    let scalars = Array(marked.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if index + 2 < scalars.count, scalars[index + 1] == "\u{FE0F}",
        scalars[index + 2] == "\u{20E3}", ("1"..."9").contains(scalar)
      {
        positions[Int(scalar.value - 0x30)] = SourcePosition(line: line, column: column)
        index += 3
        continue
      }
      text.append(scalar)
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
      index += 1
    }
    self.text = String(text)
    self.positions = positions
  }

  public subscript(marker: Int) -> SourcePosition? { positions[marker] }

  /// From the first marker to the second.
  public var range: SourceRange? {
    guard let start = positions[1] else { return nil }
    return SourceRange(start, positions[2] ?? start)
  }
}

/// `text` with the edits of every finding made, as `--fix` would leave it; of
/// edits that overlap only the first.
public func applyingEdits(of diagnostics: [Diagnostic], to text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  let starts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
  func offset(_ position: SourcePosition) -> Int {
    starts[min(Int(position.line), starts.count) - 1] + Int(position.column) - 1
  }
  let edits = diagnostics.flatMap { $0.fix?.edits ?? [] }
    .map { (range: offset($0.range.start)..<offset($0.range.end), $0.replacement) }
    .sorted { $0.range.lowerBound < $1.range.lowerBound }
  var result = String.UnicodeScalarView()
  var position = 0
  for (range, replacement) in edits where range.lowerBound >= position {
    result.append(contentsOf: scalars[position..<range.lowerBound])
    result.append(contentsOf: replacement.unicodeScalars)
    position = range.upperBound
  }
  result.append(contentsOf: scalars[position...])
  return String(result)
}
