import CedianModel

/// The bars of one row of a timeline, as SVG without a view box: positions are
/// per cent of the width and heights are pixels, so a narrow screen gets a narrow
/// drawing instead of a shrunk one. IBCS: actual solid, plan outlined, what comes
/// before lighter.
struct TimelineBars: Sendable {
  enum Kind: String, Sendable {
    case warmup, plan, actual, launch
    case followUp = "follow-up"
  }

  struct Bar: Sendable {
    var kind: Kind
    var span: TimeSpan
    /// Actual time that is not the planned one.
    var deviates = false
  }

  /// The days from one edge to the other.
  var range: TimeSpan
  var bars: [Bar]
  /// Marked as the current day, where the page depends on the day anyway.
  var today: Day?

  /// `summary` says in words what the bars show.
  func svg(summary: EscapedHTML) -> EscapedHTML {
    let hasTwoLines =
      bars.contains { $0.kind == .actual }
      && bars.contains { $0.kind != .actual }
    let height = hasTwoLines ? 24 : 15
    var svg: [UInt8] = []
    svg.reserveCapacity(1024)
    svg.append("<svg class=\"bars\" width=\"100%\" height=\"")
    svg.append(decimal: height)
    svg.append("\" role=\"img\" aria-label=\"")
    summary.append(to: &svg)
    svg.append("\">")
    for tick in TimelineScale(range: range).ticks {
      line("grid", at: hundredths(before: tick.day), height, in: &svg)
    }
    for bar in bars where bar.span.overlaps(range) {
      let start = max(bar.span.start, range.start)
      let end = min(bar.span.end, range.end)
      svg.append("<rect class=\"")
      svg.append(text: bar.kind.rawValue)
      if bar.deviates { svg.append(" deviates") }
      svg.append("\" x=\"")
      svg.append(percent: hundredths(before: start))
      svg.append(bar.kind == .actual && hasTwoLines ? "\" y=\"13" : "\" y=\"4")
      svg.append("\" width=\"")
      svg.append(percent: hundredths(days: end.ordinal - start.ordinal + 1))
      svg.append("\" height=\"7\"/>")
    }
    if let today, range.contains(today) {
      let middle = hundredths(days: 2 * (today.ordinal - range.start.ordinal) + 1) / 2
      line("today", at: middle, height, in: &svg)
    }
    svg.append("</svg>")
    return EscapedHTML(trusted: svg)
  }

  /// A line from top to bottom, at hundredths of a per cent of the width.
  private func line(_ name: StaticString, at x: Int, _ height: Int, in svg: inout [UInt8]) {
    svg.append("<line class=\"")
    svg.append(name)
    svg.append("\" x1=\"")
    svg.append(percent: x)
    svg.append("\" x2=\"")
    svg.append(percent: x)
    svg.append("\" y1=\"0\" y2=\"")
    svg.append(decimal: height)
    svg.append("\"/>")
  }

  /// The row of dates above the bars.
  func axis(_ language: Language) -> EscapedHTML {
    var svg: [UInt8] = []
    svg.reserveCapacity(512)
    svg.append("<svg class=\"axis\" width=\"100%\" height=\"18\" aria-hidden=\"true\">")
    for tick in TimelineScale(range: range).ticks {
      svg.append("<text x=\"")
      svg.append(percent: hundredths(before: tick.day))
      svg.append("\" y=\"12\">")
      svg.append(text: tick.label(language))
      svg.append("</text>")
    }
    svg.append("</svg>")
    return EscapedHTML(trusted: svg)
  }

  private func hundredths(before day: Day) -> Int {
    hundredths(days: day.ordinal - range.start.ordinal)
  }

  /// Hundredths of a per cent of the width.
  private func hundredths(days: Int) -> Int {
    days * 10_000 / max(range.dayCount, 1)
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  fileprivate mutating func append(text: String) { append(contentsOf: text.utf8) }

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
