import CedianModel

/// The bars of one row of a timeline, as SVG without a view box: positions are
/// per cent of the width and heights are pixels, so a narrow screen gets a narrow
/// drawing instead of a shrunk one. IBCS: actual solid, plan outlined, what comes
/// before lighter.
struct TimelineBars: Sendable {
  enum Kind: Sendable {
    case warmup, plan, actual, launch, followUp

    /// As the style sheet knows it.
    var name: StaticString {
      switch self {
      case .warmup: "warmup"
      case .plan: "plan"
      case .actual: "actual"
      case .launch: "launch"
      case .followUp: "follow-up"
      }
    }
  }

  struct Bar: Sendable {
    var kind: Kind
    var span: TimeSpan
    /// Actual time that is not the planned one.
    var deviates = false
  }

  var grid: TimelineGrid
  var bars: [Bar]
  /// Marked as the current day, where the page depends on the day anyway.
  var today: Day?

  /// The days from one edge to the other.
  private var range: TimeSpan { grid.range }

  /// `summary` says in words what the bars show, with `more` after a blank.
  func svg(summary: EscapedHTML, _ more: EscapedHTML = .empty) -> EscapedHTML {
    let hasTwoLines =
      bars.contains { $0.kind == .actual }
      && bars.contains { $0.kind != .actual }
    let height = hasTwoLines ? 24 : TimelineGrid.lowHeight
    let figure = PageBuffer.small { append(to: &$0, height, hasTwoLines, summary, more) }
    return EscapedHTML(trusted: figure)
  }

  private func append(
    to svg: inout PageBuffer, _ height: Int, _ hasTwoLines: Bool, _ summary: EscapedHTML,
    _ more: EscapedHTML
  ) {
    svg.append(literal: "<svg class=\"bars\" width=\"100%\" height=\"")
    svg.append(decimal: height)
    svg.append(literal: "\" role=\"img\" aria-label=\"")
    svg.append(summary)
    if !more.isEmpty { svg.append(0x20) }
    svg.append(more)
    svg.append(literal: "\">")
    grid.appendLines(height, to: &svg)
    for bar in bars where bar.span.overlaps(range) {
      let start = max(bar.span.start, range.start)
      let end = min(bar.span.end, range.end)
      svg.append(literal: "<rect class=\"")
      svg.append(literal: bar.kind.name)
      if bar.deviates { svg.append(literal: " deviates") }
      svg.append(literal: "\" x=\"")
      svg.append(percent: grid.hundredths(before: start))
      svg.append(literal: bar.kind == .actual && hasTwoLines ? "\" y=\"13" : "\" y=\"4")
      svg.append(literal: "\" width=\"")
      svg.append(percent: grid.hundredths(days: end.ordinal - start.ordinal + 1))
      svg.append(literal: "\" height=\"7\"/>")
    }
    if let today, range.contains(today) {
      let middle = grid.hundredths(days: 2 * (today.ordinal - range.start.ordinal) + 1) / 2
      svg.appendLine("today", at: middle, height)
    }
    svg.append(literal: "</svg>")
  }
}

/// The dates of a timeline, which all its rows share: worked out once.
struct TimelineGrid: Sendable {
  let range: TimeSpan
  /// The lines of the rows with one line of bars, which nearly all are.
  let lines: [UInt8]
  private let ticks: [(at: Int, tick: TimelineScale.Tick)]
  private let start: Int
  private let dayCount: Int

  /// A row with one line of bars.
  static let lowHeight = 15

  init(_ range: TimeSpan) {
    let (start, dayCount) = (range.start.ordinal, max(range.dayCount, 1))
    let ticks = TimelineScale(range: range).ticks.map {
      (at: ($0.day.ordinal - start) * 10_000 / dayCount, tick: $0)
    }
    let lines = PageBuffer.small { lines in
      for tick in ticks { lines.appendLine("grid", at: tick.at, Self.lowHeight) }
    }
    (self.range, self.lines, self.ticks) = (range, lines, ticks)
    (self.start, self.dayCount) = (start, dayCount)
  }

  func appendLines(_ height: Int, to svg: inout PageBuffer) {
    guard height != Self.lowHeight else { return svg.append(lines) }
    for tick in ticks { svg.appendLine("grid", at: tick.at, height) }
  }

  /// The row of dates above the bars.
  func axis(_ language: Language) -> EscapedHTML {
    let figure = PageBuffer.small { svg in
      svg.append(
        literal: "<svg class=\"axis\" width=\"100%\" height=\"18\" aria-hidden=\"true\">")
      for tick in ticks {
        svg.append(literal: "<text x=\"")
        svg.append(percent: tick.at)
        svg.append(literal: "\" y=\"12\">")
        tick.tick.appendLabel(language, to: &svg)
        svg.append(literal: "</text>")
      }
      svg.append(literal: "</svg>")
    }
    return EscapedHTML(trusted: figure)
  }

  func hundredths(before day: Day) -> Int { hundredths(days: day.ordinal - start) }

  /// Hundredths of a per cent of the width.
  func hundredths(days: Int) -> Int { days * 10_000 / dayCount }
}

extension PageBuffer {
  /// A line from top to bottom, at hundredths of a per cent of the width.
  fileprivate mutating func appendLine(_ name: StaticString, at x: Int, _ height: Int) {
    append(literal: "<line class=\"")
    append(literal: name)
    append(literal: "\" x1=\"")
    append(percent: x)
    append(literal: "\" x2=\"")
    append(percent: x)
    append(literal: "\" y1=\"0\" y2=\"")
    append(decimal: height)
    append(literal: "\"/>")
  }

  /// Hundredths of a per cent, with the point only where it is needed: `14.29%`.
  fileprivate mutating func append(percent hundredths: Int) {
    append(decimal: hundredths / 100)
    let rest = hundredths % 100
    if rest != 0 {
      append(0x2E)
      append(0x30 + UInt8(rest / 10))
      append(0x30 + UInt8(rest % 10))
    }
    append(0x25)
  }
}

/// Which days a timeline names: every few days in a short range, weeks in a
/// month or two, months beyond.
struct TimelineScale {
  var range: TimeSpan

  struct Tick {
    var day: Day
    var namesMonthOnly: Bool

    func label(_ language: Language) -> String {
      if namesMonthOnly { return Period.month(of: day).shortLabel(language) }
      switch language {
      case .zh: return "\(day.month)/\(day.day)"
      case .en: return "\(day.day) \(Period.month(of: day).shortLabel(.en))"
      }
    }

    func appendLabel(_ language: Language, to text: inout PageBuffer) {
      guard language == .zh, !namesMonthOnly else {
        return text.append(EscapedHTML(label(language)))
      }
      text.append(decimal: day.month)
      text.append(UInt8(ascii: "/"))
      text.append(decimal: day.day)
    }
  }

  var ticks: [Tick] {
    let days = range.dayCount
    if days > 75 {
      return months.map { Tick(day: $0, namesMonthOnly: true) }
    }
    // At most seven labels, so that they stand apart on a phone.
    let step = days <= 7 ? 1 : days <= 14 ? 2 : days <= 24 ? 4 : days <= 45 ? 7 : 14
    return stride(from: range.start.ordinal, through: range.end.ordinal, by: step).map {
      Tick(day: Day(ordinal: $0), namesMonthOnly: false)
    }
  }

  /// The first day of each month within the range; in a range of years only
  /// every so many, so that there are at most twelve.
  private var months: [Day] {
    let (first, last) = (range.start, range.end)
    let count = (last.year - first.year) * 12 + last.month - first.month + 1
    let step = max(1, (count + 11) / 12)
    return stride(from: 0, to: count, by: step).compactMap { offset in
      let month = first.month - 1 + offset
      let day = Day(year: first.year + month / 12, month: month % 12 + 1, day: 1)
      return day.flatMap { range.contains($0) ? $0 : nil }
    }
  }
}
