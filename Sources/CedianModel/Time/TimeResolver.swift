/// Turns written ends into days, or says what they lack. A suggestion is made
/// by mending the ends and resolving them once more.
struct TimeResolver {
  var yearHint: Int?

  struct Failure: Error {
    var kind: TimeProblem.Kind
    var range: Range<Int>?
    var suggestion: String?
  }

  func resolve(_ first: WrittenTime, _ last: WrittenTime?) -> Result<TimeSpan, Failure> {
    let completed = complete(first, last)
    let failure: Failure
    switch attempt(completed.first, completed.last) {
    case .success(let span): return .success(span)
    case .failure(let found): failure = found
    }
    var mended = failure
    let ends = mend(completed.first, completed.last, failure.kind)
    if let ends, case .success(let span) = attempt(ends.first, ends.last) {
      mended.suggestion = span.iso
    }
    if case .orderUnclear = failure.kind { name(&mended, completed.first, completed.last) }
    return .failure(mended)
  }

  // MARK: What the end inherits

  private typealias Ends = (first: WrittenTime, last: WrittenTime?)

  private func complete(_ first: WrittenTime, _ last: WrittenTime?) -> Ends {
    guard var last else { return (first, nil) }
    if let number = last.number {
      last.number = nil
      if first.day != nil { last.day = number } else { last.month = number }
    }
    if last.unclear == nil, first.unclear == nil {
      // `20:00-22:00` on one day; `1日至11日` in one month; `Q3 ~ Q4` in one year.
      if !last.namesDate { last.day = first.day }
      if last.day != nil, last.month == nil { last.month = first.month }
      if last.year == nil, first.year != nil {
        last.year = first.year
        last.hasShortYear = first.hasShortYear
      }
    }
    return (first, last)
  }

  // MARK: One attempt

  private func attempt(_ first: WrittenTime, _ last: WrittenTime?) -> Result<TimeSpan, Failure> {
    let ends = [first] + (last.map { [$0] } ?? [])
    for end in ends where end.unclear != nil {
      return .failure(Failure(kind: .orderUnclear(other: nil)))
    }
    for end in ends where end.hasShortYear {
      return .failure(Failure(kind: .shortYear, range: end.range))
    }
    if ends.contains(where: { $0.year == nil }) {
      let crosses =
        if let last, first.year == nil, last.year == nil { crossesYear(first, last) } else { false }
      return .failure(Failure(kind: crosses ? .crossesYear : .noYear))
    }
    let start: TimeSpan
    switch days(first) {
    case .success(let days): start = days
    case .failure(let failure): return .failure(failure)
    }
    guard let last else {
      return .success(TimeSpan(start: start.start, end: start.end, startClock: start.startClock))
    }
    switch days(last) {
    case .success(let end):
      let span = TimeSpan(
        start: start.start, end: end.end, startClock: start.startClock, endClock: end.startClock)
      if span.end < span.start {
        let inherited = first.year == last.year && crossesYear(first, last)
        return .failure(Failure(kind: inherited ? .crossesYear : .endBeforeStart))
      }
      if span.start == span.end, let from = span.startClock, let to = span.endClock, to < from {
        return .failure(Failure(kind: .endBeforeStart))
      }
      return .success(span)
    case .failure(let failure): return .failure(failure)
    }
  }

  /// December to January without a word about it; within one month the end is
  /// more likely mistyped.
  private func crossesYear(_ first: WrittenTime, _ last: WrittenTime) -> Bool {
    guard let from = first.month, let to = last.month else {
      if let from = first.quarter, let to = last.quarter { return to < from }
      return false
    }
    return to < from
  }

  /// The days that one end with a year covers; its clock as `startClock`.
  private func days(_ time: WrittenTime) -> Result<TimeSpan, Failure> {
    func failure(_ kind: TimeProblem.Kind) -> Result<TimeSpan, Failure> {
      .failure(Failure(kind: kind, range: time.range))
    }
    guard let year = time.year, (1...9999).contains(year) else { return failure(.unreadable) }
    var clock: ClockTime?
    if let (hour, minute) = time.clockTime {
      clock = ClockTime(hour: hour, minute: minute)
      if clock == nil { return failure(.noSuchClock) }
    }
    if let quarter = time.quarter {
      guard (1...4).contains(quarter) else { return failure(.noSuchQuarter(quarter)) }
      return .success(Period.quarter(year, quarter).span)
    }
    if let half = time.half {
      guard (1...2).contains(half) else { return failure(.noSuchHalf(half)) }
      return .success(Period.half(year, half).span)
    }
    guard let month = time.month else {
      return time.day == nil ? .success(Period.year(year).span) : failure(.unreadable)
    }
    guard (1...12).contains(month) else { return failure(.noSuchMonth(month)) }
    guard let day = time.day else { return .success(Period.month(year, month).span) }
    guard let date = Day(year: year, month: month, day: day) else {
      return failure(.noSuchDay(year: year, month: month, day: day))
    }
    return .success(TimeSpan(start: date, end: date, startClock: clock))
  }

  // MARK: Suggestions

  private func mend(
    _ first: WrittenTime, _ last: WrittenTime?, _ kind: TimeProblem.Kind
  ) -> Ends? {
    switch kind {
    case .noYear, .crossesYear:
      let known = last?.year ?? first.year ?? yearHint
      return known.map { year in
        var ends = (first: first, last: last)
        ends.first.year = first.year ?? year
        let crosses = last.map { crossesYear(first, $0) } ?? false
        if first.year == nil, last?.year != nil, crosses { ends.first.year = year - 1 }
        ends.last?.year = last?.year ?? year
        if kind == .crossesYear { ends.last?.year = (ends.first.year ?? year) + 1 }
        return (clamped(ends.first), ends.last.map(clamped))
      }
    case .shortYear: return (fullYear(first), last.map(fullYear))
    case .orderUnclear:
      return (
        readings(first)[0], last.map { complete(readings(first)[0], readings($0)[0]).last ?? $0 }
      )
    case .endBeforeStart: return last.map { swapped(first, $0) }
    case .noSuchMonth, .noSuchDay, .noSuchQuarter, .noSuchHalf, .noSuchClock:
      return (clamped(first), last.map(clamped))
    default: return nil
    }
  }

  private func swapped(_ first: WrittenTime, _ last: WrittenTime) -> Ends {
    (first: last, last: first)
  }

  private func clamped(_ time: WrittenTime) -> WrittenTime {
    var time = time
    time.month = time.month.map { min(max($0, 1), 12) }
    time.quarter = time.quarter.map { min(max($0, 1), 4) }
    time.half = time.half.map { min(max($0, 1), 2) }
    if let year = time.year, let month = time.month {
      time.day = time.day.map { min(max($0, 1), Day.count(inMonth: month, of: year)) }
    }
    if let (hour, minute) = time.clockTime, ClockTime(hour: hour, minute: minute) == nil {
      time.clockTime = nil
    }
    return time
  }

  private func fullYear(_ time: WrittenTime) -> WrittenTime {
    var time = time
    if time.hasShortYear, let year = time.year, year < 100 { time.year = 2000 + year }
    time.hasShortYear = false
    return time
  }

  /// What three numbers may mean, likeliest first; the time itself where its order is clear.
  private func readings(_ time: WrittenTime) -> [WrittenTime] {
    guard let (a, b, c) = time.unclear else { return [time] }
    let orders =
      c > 99 ? [(c, b, a), (c, a, b)] : [(2000 + a, b, c), (2000 + c, b, a), (2000 + c, a, b)]
    var found: [WrittenTime] = []
    for (year, month, day) in orders where Day(year: year, month: month, day: day) != nil {
      var reading = time
      reading.unclear = nil
      (reading.year, reading.month, reading.day) = (year, month, day)
      let isNew = !found.contains { ($0.year, $0.month, $0.day) == (year, month, day) }
      if isNew { found.append(reading) }
    }
    return found.isEmpty ? [time] : found
  }

  /// Names the second reading of an unclear order, in the form of the first.
  private func name(_ failure: inout Failure, _ first: WrittenTime, _ last: WrittenTime?) {
    let starts = readings(first)
    let ends = last.map(readings)
    let index = 1
    guard starts.count > index || (ends?.count ?? 0) > index else { return }
    let start = starts.count > index ? starts[index] : starts[0]
    let end = ends.map { $0.count > index ? $0[index] : $0[0] }
    if case .success(let span) = attempt(start, end) {
      failure.kind = .orderUnclear(other: span.iso)
    }
  }
}
