/// Years and quarters as an organisation counts them: a fiscal year is named for
/// the calendar year in which it begins, so with April as its first month
/// `2026-Q1` is April to June 2026 and `2026` ends in March 2027. Months are
/// always calendar months.
public struct FiscalCalendar: Sendable, Hashable {
  /// 1 to 12.
  public let firstMonth: Int

  public init(firstMonth: Int) {
    self.firstMonth = min(max(firstMonth, 1), 12)
  }

  public var isCalendarYear: Bool { firstMonth == 1 }

  /// The calendar months of a period, first to last.
  public func months(of period: Period) -> [Period] {
    let first: Int
    switch period {
    case .month: return [period]
    case .year: first = 0
    case .half(_, let half): first = (half - 1) * 6
    case .quarter(_, let quarter): first = (quarter - 1) * 3
    }
    return (first..<first + period.monthCount).map { month(period.year, at: $0) }
  }

  /// The periods that a longer one is broken down into: a year's quarters, a
  /// half's or quarter's months; a month itself.
  public func parts(of period: Period) -> [Period] {
    if case .year(let year) = period { return (1...4).map { .quarter(year, $0) } }
    return months(of: period)
  }

  public func year(of month: Period) -> Period {
    guard case .month(let year, let number) = month else { return .year(month.year) }
    return .year(number < firstMonth ? year - 1 : year)
  }

  public func quarter(of month: Period) -> Period {
    guard case .month(_, let number) = month else { return month }
    return .quarter(year(of: month).year, (number - firstMonth + 12) % 12 / 3 + 1)
  }

  /// The next longer period: a month's quarter, a quarter's or half's year.
  public func parent(of period: Period) -> Period? {
    if case .month = period { return quarter(of: period) }
    return period.parent
  }

  public func span(of period: Period) -> TimeSpan {
    TimeSpan(start: first(of: period), end: last(of: period))
  }

  /// `2027年1月至2027年3月`, where a period's name does not say which months it has.
  public func monthsLabel(of period: Period, _ language: Language) -> String? {
    guard !isCalendarYear, period.monthCount > 1 else { return nil }
    let (first, last) = (Period.month(of: first(of: period)), Period.month(of: last(of: period)))
    return first.label(language) + (language == .zh ? "至" : " – ") + last.label(language)
  }

  public func first(of period: Period) -> Day {
    if case .month = period { return period.first }
    return months(of: period).first?.first ?? period.first
  }

  public func last(of period: Period) -> Day {
    if case .month = period { return period.last }
    return months(of: period).last?.last ?? period.last
  }

  public func contains(_ period: Period, _ day: Day) -> Bool {
    first(of: period) <= day && day <= last(of: period)
  }

  public func overlaps(_ period: Period, _ span: TimeSpan) -> Bool {
    span.start <= last(of: period) && first(of: period) <= span.end
  }

  public func dayCount(of period: Period) -> Int {
    last(of: period).ordinal - first(of: period).ordinal + 1
  }

  /// Whether two periods have a month in common.
  public func touches(_ a: Period, _ b: Period) -> Bool {
    first(of: a) <= last(of: b) && first(of: b) <= last(of: a)
  }

  /// The month of `other` that stands where `month` stands in `period`; nil where
  /// `other` is shorter.
  public func counterpart(of month: Period, in period: Period, to other: Period) -> Period? {
    let months = months(of: period)
    let others = self.months(of: other)
    guard let place = months.firstIndex(of: month), place < others.count else { return nil }
    return others[place]
  }

  /// The calendar month of a goal's part: goals of a fiscal year write `01` for
  /// the January that lies in it.
  public func month(numbered number: Int, of year: Int) -> Period {
    .month(number < firstMonth ? year + 1 : year, number)
  }

  private func month(_ year: Int, at offset: Int) -> Period {
    let zeroBased = firstMonth - 1 + offset
    return .month(year + zeroBased / 12, zeroBased % 12 + 1)
  }
}

/// Where a period stands on the day of the report.
public enum PeriodState: String, Sendable, Hashable {
  case closed, open, ahead

  public var label: LocalizedText {
    switch self {
    case .closed: LocalizedText(zh: "已结束", en: "closed")
    case .open: LocalizedText(zh: "进行中", en: "under way")
    case .ahead: LocalizedText(zh: "未开始", en: "not begun")
    }
  }
}

extension FiscalCalendar {
  /// A period's last day still belongs to it: it closes the day after.
  public func state(of period: Period, asOf: Day) -> PeriodState {
    // Asked of every figure. A period lies in the year it is named after and the next.
    if asOf.year > period.year + 1 { return .closed }
    if asOf.year < period.year { return .ahead }
    if asOf < first(of: period) { return .ahead }
    return asOf <= last(of: period) ? .open : .closed
  }
}
