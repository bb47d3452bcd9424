import CedianModel
import Testing

struct PeriodTests {
  @Test(arguments: [
    ("2026", "2026", "2026-01-01", "2026-12-31", "2026年", "2026"),
    ("2026年", "2026", "2026-01-01", "2026-12-31", "2026年", "2026"),
    ("2026-Q4", "2026-Q4", "2026-10-01", "2026-12-31", "2026年第四季度", "Q4 2026"),
    ("2026Q1", "2026-Q1", "2026-01-01", "2026-03-31", "2026年第一季度", "Q1 2026"),
    ("2026年第四季度", "2026-Q4", "2026-10-01", "2026-12-31", "2026年第四季度", "Q4 2026"),
    ("2026年二季度", "2026-Q2", "2026-04-01", "2026-06-30", "2026年第二季度", "Q2 2026"),
    ("2026年第3季度", "2026-Q3", "2026-07-01", "2026-09-30", "2026年第三季度", "Q3 2026"),
    ("2026-11", "2026-11", "2026-11-01", "2026-11-30", "2026年11月", "Nov 2026"),
    ("2026年2月", "2026-02", "2026-02-01", "2026-02-28", "2026年2月", "Feb 2026"),
    ("２０２４-02", "2024-02", "2024-02-01", "2024-02-29", "2024年2月", "Feb 2024"),
    ("2026-H1", "2026-H1", "2026-01-01", "2026-06-30", "2026年上半年", "H1 2026"),
    ("2026年下半年", "2026-H2", "2026-07-01", "2026-12-31", "2026年下半年", "H2 2026"),
  ])
  func aPeriodIsReadWithItsDaysAndNames(
    text: String, id: String, first: String, last: String, zh: String, en: String
  ) throws {
    let period = try #require(Period(text))
    #expect(period.id == id)
    #expect(period.first.iso == first)
    #expect(period.last.iso == last)
    #expect(period.label(.zh) == zh)
    #expect(period.label(.en) == en)
    #expect(Period(period.id) == period)
  }

  @Test(arguments: [
    "Q4", "11月", "2026-13", "2026-Q5", "2026-H3", "2026-11-01", "2026-11-01/2026-11-30",
    "2026-10/2026-12", "26-11", "双十一", "", "2026-Q4 起",
  ])
  func whatIsNoPeriodIsRefused(text: String) {
    #expect(Period(text) == nil)
  }

  @Test(arguments: [
    ("2026", "2025", "2027"), ("2026-H1", "2025-H2", "2026-H2"), ("2026-Q1", "2025-Q4", "2026-Q2"),
    ("2026-12", "2026-11", "2027-01"), ("2026-01", "2025-12", "2026-02"),
  ])
  func neighboursCrossTheYear(text: String, previous: String, next: String) {
    #expect(Period(text)?.previous.id == previous)
    #expect(Period(text)?.next.id == next)
  }

  @Test func partsAndWholesAgree() {
    let year = Period.year(2026)
    #expect(year.quarters.map(\.id) == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"])
    #expect(year.quarters.flatMap(\.months) == year.months)
    for quarter in year.quarters {
      #expect(quarter.parent == year)
      #expect(year.contains(quarter) && !quarter.contains(year))
      for month in quarter.months {
        #expect(month.parent == quarter)
        #expect(quarter.contains(month) && quarter.contains(month.last))
        #expect(month.quarters.isEmpty)
      }
    }
    #expect(Period.half(2026, 2).contains(.quarter(2026, 3)))
    #expect(!Period.half(2026, 2).contains(.quarter(2026, 2)))
    #expect(!year.contains(.month(2025, 12)))
    #expect(Period.quarter(2026, 4).yearEarlier == .quarter(2025, 4))
  }

  @Test func periodsSortByFirstDayThenTheLongerFirst() {
    let sorted = ["2027", "2026-02", "2026-01", "2026-Q1", "2026-H1", "2026", "2026-Q2"]
      .compactMap { Period($0) }.sorted().map(\.id)
    #expect(
      sorted == ["2026", "2026-H1", "2026-Q1", "2026-01", "2026-02", "2026-Q2", "2027"])
  }

  @Test func numbersOutOfRangeNeverTrap() {
    for period in [Period.month(2026, 99), .quarter(2026, -3), .half(0, 7), .year(123_456)] {
      #expect(period.first <= period.last)
    }
  }
}
