/// Days from `start` to `end`, both included. Clock times are kept for showing
/// and ignored in day arithmetic.
public struct TimeSpan: Sendable, Hashable {
  public var start: Day
  /// Never before `start` in a parsed span.
  public var end: Day
  public var startClock: ClockTime?
  public var endClock: ClockTime?

  public init(
    start: Day, end: Day, startClock: ClockTime? = nil, endClock: ClockTime? = nil
  ) {
    self.start = start
    self.end = end
    self.startClock = startClock
    self.endClock = endClock
  }

  public init(_ day: Day) {
    self.init(start: day, end: day)
  }

  /// At least 1 for a span that does not end before it starts.
  public var dayCount: Int { end.ordinal - start.ordinal + 1 }

  /// The year, half, quarter or month that the span covers exactly.
  public var period: Period? {
    guard startClock == nil, endClock == nil, start.year == end.year, start.day == 1 else {
      return nil
    }
    let candidate: Period
    switch (start.month, end.month - start.month + 1) {
    case (_, 1): candidate = .month(start.year, start.month)
    case (1, 3), (4, 3), (7, 3), (10, 3): candidate = .quarter(of: start)
    case (1, 6): candidate = .half(start.year, 1)
    case (7, 6): candidate = .half(start.year, 2)
    case (1, 12): candidate = .year(start.year)
    default: return nil
    }
    return candidate.last == end ? candidate : nil
  }

  public func contains(_ day: Day) -> Bool { start <= day && day <= end }

  public func contains(_ other: TimeSpan) -> Bool {
    start <= other.start && other.end <= end
  }

  public func overlaps(_ other: TimeSpan) -> Bool {
    start <= other.end && other.start <= end
  }
}

extension TimeSpan {
  /// The canonical form, which `parseTimeSpan` reads back: `2026-11-01/2026-11-11`,
  /// a single day, or a whole period's id; clock times stand after their day.
  public var iso: String {
    var text: [UInt8] = []
    text.reserveCapacity(34)
    appendISO(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends `iso`.
  func appendISO(to text: inout [UInt8]) {
    if let period {
      text.append(contentsOf: period.id.utf8)
      return
    }
    func append(_ clock: ClockTime?) {
      if let clock { text.append(contentsOf: " \(clock.text)".utf8) }
    }
    start.appendISO(to: &text)
    append(startClock)
    guard start != end || endClock != nil else { return }
    text.append(UInt8(ascii: "/"))
    end.appendISO(to: &text)
    append(endClock)
  }

  /// As business Chinese and English write it, what repeats left out:
  /// `2026年11月1日—11日（11天）`, `1–11 Nov 2026 (11 days)`. A single day has
  /// no count, a whole month, quarter, half or year goes by its name.
  public func label(_ language: Language, countingDays: Bool = true) -> String {
    if let period { return period.label(language) }
    let dates = language == .zh ? chineseDates : englishDates
    guard countingDays, start != end else { return dates }
    switch language {
    case .zh: return "\(dates)（\(dayCount)天）"
    case .en: return "\(dates) (\(dayCount) days)"
    }
  }

  private var chineseDates: String {
    String(shortOf: 64) { text in
      start.appendChinese(to: &text)
      append(startClock, to: &text)
      if start != end {
        text.append(literal: "—")
        end.appendChinese(
          to: &text, year: start.year != end.year,
          month: (start.year, start.month) != (end.year, end.month))
        append(endClock, to: &text)
      } else if let endClock {
        text.append(literal: "—")
        text.append(text: endClock.text)
      }
    }
  }

  private func append(_ clock: ClockTime?, to text: inout ShortText) {
    guard let clock else { return }
    text.append(UInt8(ascii: " "))
    text.append(text: clock.text)
  }

  private var englishDates: String {
    func text(_ day: Day, _ clock: ClockTime?, month: Bool, year: Bool) -> String {
      "\(day.day)" + (month ? " \(Day.monthName(day.month))" : "") + (year ? " \(day.year)" : "")
        + self.clock(clock)
    }
    let last = text(end, endClock, month: true, year: true)
    guard start != end else {
      let first = text(start, startClock, month: true, year: true)
      return first + (endClock.map { "–\($0.text)" } ?? "")
    }
    let hasClock = startClock != nil || endClock != nil
    let sameYear = start.year == end.year
    if sameYear, start.month == end.month, !hasClock { return "\(start.day)–\(last)" }
    return text(start, startClock, month: true, year: !sameYear) + " – " + last
  }

  private func clock(_ clock: ClockTime?) -> String { clock.map { " \($0.text)" } ?? "" }
}

extension Day {
  /// `2026年11月1日`, `1 Nov 2026`.
  public func label(_ language: Language) -> String {
    switch language {
    case .zh: chineseLabel
    case .en: "\(day) \(Day.monthName(month)) \(year)"
    }
  }

  private var chineseLabel: String {
    String(shortOf: 24) { appendChinese(to: &$0) }
  }

  fileprivate func appendChinese(
    to text: inout ShortText, year hasYear: Bool = true, month hasMonth: Bool = true
  ) {
    if hasYear {
      text.append(decimal: year)
      text.append(literal: "年")
    }
    if hasMonth {
      text.append(decimal: month)
      text.append(literal: "月")
    }
    text.append(decimal: day)
    text.append(literal: "日")
  }

  /// The English name in three letters; the nearest month's for a number out of range.
  static func monthName(_ month: Int) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names[min(max(month, 1), 12) - 1]
  }
}
