import CedianModel
import Testing

struct DayTests {
  @Test func everyDayOfTwoErasKeepsItsOrdinalAndFollowsTheDayBefore() {
    var day = Day(ordinal: -141_427)  // 1582-10-15
    #expect(day.iso == "1582-10-15")
    for ordinal in -141_427...155_000 {
      let next = Day(ordinal: ordinal + 1)
      #expect(day.ordinal == ordinal)
      #expect(day < next)
      let isNextDay =
        next.day == day.day + 1
        || (next.day == 1 && day.day == Day.count(inMonth: day.month, of: day.year))
      #expect(isNextDay, "\(day.iso) to \(next.iso)")
      day = next
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11016, 2),
    ("2026-11-15", 20772, 7), ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
  ])
  func knownDaysHaveTheirOrdinalAndWeekday(iso: String, ordinal: Int, weekday: Int) {
    #expect(Day(iso: iso)?.ordinal == ordinal)
    #expect(Day(ordinal: ordinal).iso == iso)
    #expect(Day(ordinal: ordinal).weekday == weekday)
  }

  @Test(arguments: [
    "2026-02-30", "2026-13-01", "2026-00-10", "2025-02-29", "1900-02-29", "2026-1-01", "2026-11-1",
    "0000-01-01", "2026/11/01", "2026-11-01 ", "２０２６-11-01", "", "20261101",
  ])
  func whatIsNoISODayIsRefused(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func addingDaysCrossesMonthsAndYearsAndStopsAtTheCalendarsEnds() {
    let day = Day(iso: "2026-12-30")
    #expect(day?.adding(days: 3).iso == "2027-01-02")
    #expect(day?.adding(days: -365).iso == "2025-12-30")
    #expect(day?.adding(days: .max).iso == "9999-12-31")
    #expect(day?.adding(days: .min).iso == "0001-01-01")
  }
}
