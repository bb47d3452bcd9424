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
    var svg = "<svg class=\"bars\" width=\"100%\" height=\"\(height)\" role=\"img\" aria-label=\""
    svg += summary.html
    svg += "\">"
    for tick in TimelineScale(range: range).ticks {
      let x = percent(tick.day)
      svg += "<line class=\"grid\" x1=\"\(x)\" x2=\"\(x)\" y1=\"0\" y2=\"\(height)\"/>"
    }
    for bar in bars where bar.span.overlaps(range) {
      let start = max(bar.span.start, range.start)
      let end = min(bar.span.end, range.end)
      let y = bar.kind == .actual && hasTwoLines ? 13 : 4
      let name = bar.deviates ? "\(bar.kind.rawValue) deviates" : bar.kind.rawValue
      svg += "<rect class=\"\(name)\" x=\"\(percent(start))\" y=\"\(y)\" width=\""
      svg += percentText(hundredths(days: end.ordinal - start.ordinal + 1))
      svg += "\" height=\"7\"/>"
    }
    if let today, range.contains(today) {
      let x = percentText(
        hundredths(days: 2 * (today.ordinal - range.start.ordinal) + 1) / 2)
      svg += "<line class=\"today\" x1=\"\(x)\" x2=\"\(x)\" y1=\"0\" y2=\"\(height)\"/>"
    }
    svg += "</svg>"
    return EscapedHTML(trusted: svg)
  }

  /// The row of dates above the bars.
  func axis(_ language: Language) -> EscapedHTML {
    var svg = "<svg class=\"axis\" width=\"100%\" height=\"18\" aria-hidden=\"true\">"
    for tick in TimelineScale(range: range).ticks {
      svg += "<text x=\"\(percent(tick.day))\" y=\"12\">\(tick.label(language))</text>"
    }
    svg += "</svg>"
    return EscapedHTML(trusted: svg)
  }

  private func percent(_ day: Day) -> String {
    percentText(hundredths(days: day.ordinal - range.start.ordinal))
  }

  /// Hundredths of a per cent of the width.
  private func hundredths(days: Int) -> Int {
    days * 10_000 / max(range.dayCount, 1)
  }

  private func percentText(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    guard rest != 0 else { return "\(hundredths / 100)%" }
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
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
