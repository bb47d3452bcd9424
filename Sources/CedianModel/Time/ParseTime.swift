/// Reads a span of days: two dates, a single day, a month, a quarter, a half
/// or a year. The end may leave out what the start says. Full-width digits and
/// signs are read. Refused, each with its own problem: dates without a year, an
/// unclear order, a change of year that is not written, days that do not exist,
/// an end before its start, open ranges, and words that are no dates.
///
/// `yearHint` is the year to suggest where the text has none; it is never assumed.
public func parseTimeSpan(
  _ text: String, yearHint: Int? = nil
) -> Result<TimeSpan, TimeProblem> {
  if let span = text.withBytes(plainSpan) { return .success(span) }
  return parseTime(text, yearHint: yearHint).map(\.span)
}

/// `2026-11-01` or `2026-11-01/2026-11-11`, as nearly every span is written; also with
/// `~` or 至, and blanks around it. Nil for anything that is to be looked at closer.
private func plainSpan(_ bytes: UnsafeBufferPointer<UInt8>) -> TimeSpan? {
  if bytes.count == 10 { return Day(iso: bytes[...]).map { TimeSpan($0) } }
  guard bytes.count > 20 else { return nil }
  var sign = bytes[10..<bytes.count - 10]
  if sign.count > 2, sign.first == 0x20, sign.last == 0x20 { sign = sign.dropFirst().dropLast() }
  let first = sign[sign.startIndex]
  guard
    sign.count == 1 && (first == UInt8(ascii: "/") || first == UInt8(ascii: "~"))
      || sign.elementsEqual("至".utf8),
    let start = Day(iso: bytes[..<10]), let end = Day(iso: bytes[(bytes.count - 10)...]),
    start <= end
  else { return nil }
  return TimeSpan(start: start, end: end)
}

/// Reads a single day in any form that a span takes.
public func parseDay(_ text: String, yearHint: Int? = nil) -> Result<Day, TimeProblem> {
  if let day = Day(iso: text) { return .success(day) }
  return parseTime(text, yearHint: yearHint).flatMap { time in
    guard time.namesDays, time.span.start == time.span.end else {
      return .failure(TimeProblem(.notADay, text: text))
    }
    return .success(time.span.start)
  }
}

/// Reads a year, half, quarter or month; never a range of dates that covers one.
public func parsePeriod(_ text: String, yearHint: Int? = nil) -> Result<Period, TimeProblem> {
  parseTime(text, yearHint: yearHint).flatMap { time in
    guard !time.namesDays, !time.isRange, let period = time.span.period else {
      return .failure(TimeProblem(.notAPeriod, text: text))
    }
    return .success(period)
  }
}

private struct ParsedTime {
  var span: TimeSpan
  var namesDays: Bool
  var isRange: Bool
}

private func parseTime(_ text: String, yearHint: Int?) -> Result<ParsedTime, TimeProblem> {
  let tokens = TimeToken.tokens(of: text)
  guard let (first, last) = ends(tokens) else {
    return .failure(refusal(of: tokens, text: text, yearHint: yearHint))
  }
  switch TimeResolver(yearHint: yearHint).resolve(first, last) {
  case .success(let span):
    return .success(
      ParsedTime(
        span: span, namesDays: first.day != nil || last?.day != nil || last?.number != nil,
        isRange: last != nil))
  case .failure(let failure):
    return .failure(
      TimeProblem(
        failure.kind, text: text, suggestion: failure.suggestion, range: failure.range))
  }
}

/// The two ends where the whole text is a date or a range of dates.
private func ends(_ tokens: [TimeToken]) -> (WrittenTime, WrittenTime?)? {
  var reader = WrittenTimeReader(tokens)
  guard let first = reader.end(), first.namesDate else { return nil }
  guard !reader.isAtEnd else { return (first, nil) }
  let sign = reader.kind()
  guard reader.rangeSign(), let last = reader.end(), reader.isAtEnd else { return nil }
  // `2026/11-12`: eleven to twelve, or the 12th?
  let isBare = last.number != nil && sign == .hyphen && !tokens[tokens.count - 1].isSpaced
  let isMonthOfNumbers =
    first.month != nil && first.day == nil && tokens.count == 5 && tokens[1].kind != .year
  return isBare && isMonthOfNumbers ? nil : (first, last)
}

/// Why tokens that are no date or range of dates are refused.
private func refusal(of tokens: [TimeToken], text: String, yearHint: Int?) -> TimeProblem {
  if let part = tenDays(tokens, yearHint: yearHint) {
    return TimeProblem(.noDates, text: text, suggestion: part.suggestion)
  }
  if let open = openRange(tokens, text: text, yearHint: yearHint) { return open }
  guard namesDate(tokens) else { return TimeProblem(.noDates, text: text) }

  // Without its words and what stands in brackets, it may be plain.
  var depth = 0
  let dates = tokens.filter { token in
    switch token.kind {
    case .open: depth += 1
    case .close: depth = max(0, depth - 1)
    case .word: break
    default: return depth == 0
    }
    return false
  }
  var suggestion = compact(dates)
  if suggestion == nil, dates.count < tokens.count, let (first, last) = ends(dates) {
    let resolver = TimeResolver(yearHint: yearHint)
    switch resolver.resolve(first, last) {
    case .success(let span): suggestion = span.iso
    case .failure(let failure): suggestion = failure.suggestion
    }
  }
  return TimeProblem(.unreadable, text: text, suggestion: suggestion)
}

/// A four-digit year, a unit, or numbers with a sign between them.
private func namesDate(_ tokens: [TimeToken]) -> Bool {
  for (index, token) in tokens.enumerated() {
    guard case .number(_, let digits) = token.kind else { continue }
    if digits == 4 || digits == 8 { return true }
    guard index + 1 < tokens.count else { continue }
    switch tokens[index + 1].kind {
    case .year, .month, .day, .quarter, .hyphen, .slash, .dot: return true
    default: continue
    }
  }
  return false
}

/// `11月上旬`: near a date, but none.
private func tenDays(_ tokens: [TimeToken], yearHint: Int?) -> (suggestion: String?, Void)? {
  guard
    let index = tokens.firstIndex(where: {
      if case .word(.tenDays) = $0.kind { true } else { false }
    }), case .word(.tenDays(let part)) = tokens[index].kind
  else { return nil }
  var reader = WrittenTimeReader(Array(tokens[..<index]))
  guard let time = reader.end(), reader.isAtEnd, let year = time.year ?? yearHint,
    let month = time.month, time.day == nil, (1...12).contains(month),
    let first = Day(year: year, month: month, day: part * 10 - 9)
  else { return (nil, ()) }
  let days = part == 3 ? Day.count(inMonth: month, of: year) - 20 : 10
  return (TimeSpan(start: first, end: first.adding(days: days - 1)).iso, ())
}

/// `2026-11-01 起`, `~ 2026-11-11`: one end of two. The suggestion ends or
/// begins it with its month.
private func openRange(
  _ tokens: [TimeToken], text: String, yearHint: Int?
) -> TimeProblem? {
  func isOnwards(_ token: TimeToken) -> Bool {
    switch token.kind {
    case .word(.onwards), .dot: true
    default: false
    }
  }
  func isSign(_ token: TimeToken) -> Bool {
    token.kind == .to || token.kind == .hyphen || token.kind == .slash
  }
  let dates = tokens.filter {
    if case .word = $0.kind { return false }
    return true
  }
  var core = dates[...]
  while let last = core.last, isSign(last) || isOnwards(last) { core = core.dropLast() }
  let lacksEnd = core.count < dates.count || tokens.contains(where: isOnwardsWord)
  let count = core.count
  while let first = core.first, isSign(first) || first.kind == .dot { core = core.dropFirst() }
  let lacksStart = core.count < count || tokens.contains { $0.kind == .word(.until) }
  guard lacksEnd != lacksStart, !core.isEmpty else { return nil }
  guard case (let written, nil)? = ends(Array(core)) else { return nil }

  var suggestion: String?
  let resolver = TimeResolver(yearHint: yearHint)
  var dated = written
  dated.year = dated.year ?? yearHint
  if case .success(let known) = resolver.resolve(dated, nil) {
    let month = Period.month(of: lacksEnd ? known.end : known.start)
    let span =
      lacksEnd
      ? TimeSpan(start: known.start, end: month.last)
      : TimeSpan(start: month.first, end: known.end)
    suggestion = "\(span.start.iso)/\(span.end.iso)"
  }
  return TimeProblem(.openRange(missingEnd: lacksEnd), text: text, suggestion: suggestion)
}

private func isOnwardsWord(_ token: TimeToken) -> Bool { token.kind == .word(.onwards) }

/// `20261101`: eight digits are a date to people, but not to every program.
private func compact(_ tokens: [TimeToken]) -> String? {
  var days: [String] = []
  for token in tokens {
    guard case .number(let value, 8) = token.kind else { continue }
    guard let day = Day(year: value / 10000, month: value / 100 % 100, day: value % 100) else {
      return nil
    }
    days.append(day.iso)
  }
  return days.isEmpty || days.count > 2 ? nil : days.joined(separator: "/")
}
