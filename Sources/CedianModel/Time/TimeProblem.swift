/// Why a text is not a span, period or day, as facts; `message` is the only
/// place that puts them into words.
public struct TimeProblem: Error, Sendable, Hashable {
  public var kind: Kind
  /// The text as written.
  public var text: String
  /// The nearest form that is accepted; nil where nothing in the text says.
  public var suggestion: String?
  /// The part at fault, in Unicode scalars from the text's start; nil for all of it.
  public var range: Range<Int>?

  public enum Kind: Sendable, Hashable {
    /// `11.1-11.11`
    case noYear
    /// `26年11月1日`
    case shortYear
    /// `01/11/2026`, `26-11-01`
    case orderUnclear(other: String?)
    /// `12月28日至1月3日`
    case crossesYear
    case noSuchMonth(Int)
    case noSuchDay(year: Int, month: Int, day: Int)
    /// `2026-Q5`
    case noSuchQuarter(Int)
    /// `2026-H3`
    case noSuchHalf(Int)
    /// `25:00`
    case noSuchClock
    case endBeforeStart
    /// `双十一期间`, `11月上旬`, `长期`
    case noDates
    /// `2026-11-01 起`: no end; `2026-11-11 前`: no start.
    case openRange(missingEnd: Bool)
    /// A readable time, where a single day was asked for.
    case notADay
    /// A readable time, where a year, half, quarter or month was asked for.
    case notAPeriod
    case unreadable
  }

  public init(
    _ kind: Kind, text: String, suggestion: String? = nil, range: Range<Int>? = nil
  ) {
    self.kind = kind
    self.text = text
    self.suggestion = suggestion
    self.range = range
  }

  /// What is wrong, without how to mend it.
  public var message: LocalizedText {
    switch kind {
    case .noYear:
      LocalizedText(zh: "「\(text)」没有写年份", en: "'\(text)' has no year")
    case .shortYear:
      LocalizedText(
        zh: "「\(text)」的年份不是四位数", en: "the year in '\(text)' does not have four digits")
    case .orderUnclear(let other):
      Self.orderUnclear(text, suggestion, other)
    case .crossesYear:
      LocalizedText(
        zh: "「\(text)」跨年，却没有写明结束的年份",
        en: "'\(text)' runs into another year without saying so")
    case .noSuchMonth(let month):
      LocalizedText(
        zh: "「\(text)」里的 \(month) 月不存在，月份是 1 到 12",
        en: "'\(text)' names month \(month); months go from 1 to 12")
    case .noSuchDay(let year, let month, let day):
      LocalizedText(
        zh: "\(year)年\(month)月没有 \(day) 日，只有 \(Day.count(inMonth: month, of: year)) 天",
        en: "\(Day.monthName(month)) \(year) has no day \(day), only "
          + "\(Day.count(inMonth: month, of: year)) days")
    case .noSuchQuarter(let quarter):
      LocalizedText(
        zh: "「\(text)」里的第 \(quarter) 季度不存在，季度是 1 到 4",
        en: "'\(text)' names quarter \(quarter); quarters go from 1 to 4")
    case .noSuchHalf(let half):
      LocalizedText(
        zh: "「\(text)」里的 H\(half) 不存在，半年只有 H1 和 H2",
        en: "'\(text)' names H\(half); there are only H1 and H2")
    case .noSuchClock:
      LocalizedText(
        zh: "「\(text)」里的钟点不存在，钟点是 00:00 到 24:00",
        en: "'\(text)' holds a time that no clock shows; clocks go from 00:00 to 24:00")
    case .endBeforeStart:
      LocalizedText(zh: "「\(text)」结束早于开始", en: "'\(text)' ends before it starts")
    case .noDates:
      LocalizedText(zh: "「\(text)」没有写明日期", en: "'\(text)' gives no dates")
    case .openRange(let missingEnd):
      missingEnd
        ? LocalizedText(zh: "「\(text)」没有写明何时结束", en: "'\(text)' does not say when it ends")
        : LocalizedText(
          zh: "「\(text)」没有写明何时开始", en: "'\(text)' does not say when it starts")
    case .notADay:
      LocalizedText(zh: "「\(text)」不是某一天", en: "'\(text)' is not a single day")
    case .notAPeriod:
      LocalizedText(
        zh: "「\(text)」不是年、半年、季度或月份",
        en: "'\(text)' is not a year, half, quarter or month")
    case .unreadable:
      LocalizedText(zh: "看不懂时间「\(text)」", en: "'\(text)' cannot be read as a time")
    }
  }

  /// How to mend it, in one sentence; says `suggestion` where there is one.
  public var advice: LocalizedText {
    guard let suggestion else {
      return LocalizedText(
        zh: "写明年月日，例如 2026-11-01/2026-11-11",
        en: "give year, month and day, as in 2026-11-01/2026-11-11")
    }
    return LocalizedText(zh: "写成 \(suggestion)", en: "write \(suggestion)")
  }

  private static func orderUnclear(
    _ text: String, _ first: String?, _ second: String?
  ) -> LocalizedText {
    guard let first, let second else {
      return LocalizedText(
        zh: "「\(text)」分不清年、月、日的先后", en: "the order of year, month and day in '\(text)' is unclear"
      )
    }
    return LocalizedText(
      zh: "「\(text)」分不清年、月、日的先后：是 \(first)，还是 \(second)",
      en: "the order of year, month and day in '\(text)' is unclear: \(first) or \(second)")
  }
}
