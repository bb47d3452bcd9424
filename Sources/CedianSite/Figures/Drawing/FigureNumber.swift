import CedianModel

/// An exact value and how it reads; the drawing uses the value, people the label.
struct FigureNumber: Sendable, Hashable {
  var value: Decimal
  /// As it stands in tables, with its unit where the figure's title has none.
  var label: String

  init(_ value: Decimal, _ label: String) {
    self.value = value
    self.label = label
  }

  /// For lengths only.
  var size: Double { Self.size(value) }

  static func size(_ value: Decimal) -> Double {
    let size = value.doubleValue
    return size.isFinite ? size : 0
  }
}

extension FigureNumber? {
  /// Nil for what is missing, and for what is not a number.
  var shown: FigureNumber? { self.flatMap { $0.value.isNaN ? nil : $0 } }

  /// The label in a table, where what is missing is a dash and never a zero.
  var text: String { shown?.label ?? "—" }
}

/// Which way a number should go.
enum FigurePolarity: Sendable, Hashable, CaseIterable {
  case higherIsBetter, lowerIsBetter, neutral

  /// Whether a difference helps or hurts. Nothing does where it is zero.
  func effect(of difference: Decimal) -> FigureEffect {
    guard self != .neutral, difference != 0, !difference.isNaN else { return .neutral }
    return (difference > 0) == (self == .higherIsBetter) ? .favourable : .adverse
  }
}

/// What a difference means: its colour, and its glyph for those who see none.
enum FigureEffect: String, Sendable, Hashable {
  case favourable, adverse, neutral

  var glyph: String {
    switch self {
    case .favourable: "▲"
    case .adverse: "▼"
    case .neutral: ""
    }
  }

  var word: FigureWord? {
    switch self {
    case .favourable: .favourable
    case .adverse: .adverse
    case .neutral: nil
    }
  }
}

/// Values to positions along one axis; a domain without extent maps to its start.
struct FigureScale: Sendable {
  var domain: (low: Double, high: Double)
  var range: (start: Double, end: Double)

  func callAsFunction(_ value: Double) -> Double {
    let extent = domain.high - domain.low
    guard extent > 0, extent.isFinite else { return range.start }
    let share = min(max((value - domain.low) / extent, 0), 1)
    return range.start + share * (range.end - range.start)
  }
}
