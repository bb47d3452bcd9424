/// A period that is planned and reported on: a calendar year, half, quarter or
/// month. Numbers count from 1; one outside its range is read as the nearest.
public enum Period: Sendable, Hashable {
  case year(Int)
  /// Year, then 1 or 2.
  case half(Int, Int)
  /// Year, then 1 to 4.
  case quarter(Int, Int)
  /// Year, then 1 to 12.
  case month(Int, Int)

  /// `2026`, `2026-Q4`, `2026Q4`, `2026年第四季度`, `2026-11`, `2026年11月`,
  /// `2026-H1`, `2026年上半年`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard case .success(let period) = parsePeriod(String(text)) else { return nil }
    self = period
  }

  public var year: Int {
    switch self {
    case .year(let year), .half(let year, _), .quarter(let year, _), .month(let year, _): year
    }
  }

  /// How many months it has.
  public var monthCount: Int {
    switch self {
    case .year: 12
    case .half: 6
    case .quarter: 3
    case .month: 1
    }
  }

  /// 1 to 12.
  private var firstMonth: Int {
    let start =
      switch self {
      case .year: 1
      case .half(_, let half): half * 6 - 5
      case .quarter(_, let quarter): quarter * 3 - 2
      case .month(_, let month): month
      }
    return min(max(start, 1), 13 - monthCount)
  }

  public var first: Day { Day(ordinal: Self.ordinal(year, firstMonth, 1)) }

  public var last: Day {
    let month = firstMonth + monthCount - 1
    return Day(ordinal: Self.ordinal(year, month, Day.count(inMonth: month, of: year)))
  }

  public var dayCount: Int { last.ordinal - first.ordinal + 1 }

  public var span: TimeSpan { TimeSpan(start: first, end: last) }

  private static func ordinal(_ year: Int, _ month: Int, _ day: Int) -> Int {
    Day(year: min(max(year, 1), 9999), month: month, day: day)?.ordinal ?? 0
  }
}

extension Period: Comparable {
  /// By first day; of periods that begin together the longer comes first.
  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.firstMonth, -a.monthCount) < (b.year, b.firstMonth, -b.monthCount)
  }
}

extension Period {
  /// `2026`, `2026-H1`, `2026-Q4`, `2026-11`: as files and addresses are named.
  public var id: String {
    var text: [UInt8] = []
    appendID(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends `id`.
  func appendID(to text: inout [UInt8]) {
    text.append(padded: year, to: 4)
    switch self {
    case .year: break
    case .half(_, let half):
      text.append(literal: "-H")
      text.append(decimal: half)
    case .quarter(_, let quarter):
      text.append(literal: "-Q")
      text.append(decimal: quarter)
    case .month(_, let month):
      text.append(UInt8(ascii: "-"))
      text.append(padded: month, to: 2)
    }
  }

  /// `2026年第四季度`, `Q4 2026`.
  public func label(_ language: Language) -> String {
    switch language {
    case .zh: chineseLabel
    case .en: shortLabel(.en, year: true)
    }
  }

  private var chineseLabel: String {
    // Most are months, whose few bytes need no room of their own.
    String(shortOf: isMonth ? 15 : 24) { text in
      text.append(decimal: year)
      text.append(literal: "年")
      switch self {
      case .year: break
      case .half, .quarter: text.append(text: shortLabel(.zh, year: false))
      case .month(_, let month):
        text.append(decimal: month)
        text.append(literal: "月")
      }
    }
  }

  private var isMonth: Bool {
    if case .month = self { true } else { false }
  }

  /// Without the year, as a column under it: `第四季度`, `11月`; `Q4`, `Nov`.
  /// A year keeps its number.
  public func shortLabel(_ language: Language) -> String {
    if case .year(let year) = self { return language == .zh ? "\(year)年" : String(year) }
    return shortLabel(language, year: false)
  }

  private func shortLabel(_ language: Language, year withYear: Bool) -> String {
    var suffix: String { withYear ? " \(year)" : "" }
    switch (self, language) {
    case (.year(let year), .en): return String(year)
    case (.year, .zh): return ""
    case (.half(_, let half), .zh): return half == 1 ? "上半年" : "下半年"
    case (.half(_, let half), .en): return "H\(half)\(suffix)"
    case (.quarter(_, let quarter), .zh):
      return "第\(["一", "二", "三", "四"][min(max(quarter, 1), 4) - 1])季度"
    case (.quarter(_, let quarter), .en): return "Q\(quarter)\(suffix)"
    case (.month(_, let month), .zh): return "\(month)月"
    case (.month(_, let month), .en): return "\(Day.monthName(month))\(suffix)"
    }
  }

  /// The period of the same length just before.
  public var previous: Period { shifted(by: -1) }

  /// The period of the same length just after.
  public var next: Period { shifted(by: 1) }

  /// The same period a year before: what 同比 compares with.
  public var yearEarlier: Period {
    switch self {
    case .year(let year): .year(year - 1)
    case .half(let year, let half): .half(year - 1, half)
    case .quarter(let year, let quarter): .quarter(year - 1, quarter)
    case .month(let year, let month): .month(year - 1, month)
    }
  }

  private func shifted(by step: Int) -> Period {
    func move(_ year: Int, _ part: Int, of count: Int) -> (Int, Int) {
      let moved = part + step
      if moved < 1 { return (year - 1, count) }
      return moved > count ? (year + 1, 1) : (year, moved)
    }
    switch self {
    case .year(let year): return .year(year + step)
    case .half(let year, let half):
      let (year, half) = move(year, half, of: 2)
      return .half(year, half)
    case .quarter(let year, let quarter):
      let (year, quarter) = move(year, quarter, of: 4)
      return .quarter(year, quarter)
    case .month(let year, let month):
      let (year, month) = move(year, month, of: 12)
      return .month(year, month)
    }
  }
}

extension Period {
  /// The next longer period that plans are broken down from: a month's quarter,
  /// a quarter's or half's year.
  public var parent: Period? {
    switch self {
    case .year: nil
    case .half(let year, _), .quarter(let year, _): .year(year)
    case .month(let year, let month): .quarter(year, (month + 2) / 3)
    }
  }

  public var months: [Period] {
    (firstMonth..<firstMonth + monthCount).map { .month(year, $0) }
  }

  /// Empty for a month.
  public var quarters: [Period] {
    guard monthCount >= 3 else { return [] }
    return stride(from: firstMonth, to: firstMonth + monthCount, by: 3)
      .map { .quarter(year, ($0 + 2) / 3) }
  }

  public static func month(of day: Day) -> Period { .month(day.year, day.month) }

  public static func quarter(of day: Day) -> Period { .quarter(day.year, (day.month + 2) / 3) }

  /// Whether all of `other` lies in it; a period contains itself.
  public func contains(_ other: Period) -> Bool {
    year == other.year && firstMonth <= other.firstMonth
      && other.firstMonth + other.monthCount <= firstMonth + monthCount
  }

  public func contains(_ day: Day) -> Bool {
    year == day.year && (firstMonth..<firstMonth + monthCount).contains(day.month)
  }

  public func contains(_ span: TimeSpan) -> Bool {
    contains(span.start) && contains(span.end)
  }

  public func overlaps(_ span: TimeSpan) -> Bool {
    span.start <= last && first <= span.end
  }
}
