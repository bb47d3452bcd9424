import CedianModel

/// A year of activities, month by month.
struct ActivityCalendarView: View {
  var years: [LinkView]
  var months: [CalendarMonthView]

  static let keys = ViewKeys<ActivityCalendarView>(
    "活动日历",
    [
      .list("years", "各年；只有一年时为空", \.years),
      .list("months", "有活动的各月", \.months),
    ])
}

struct CalendarMonthView: View {
  var month: LinkView
  var calendar: EscapedHTML
  var activities: [ReportActivityView]

  static let keys = ViewKeys<CalendarMonthView>(
    "日历的一月",
    [
      .view("month", "月份，通往月报", \.month),
      .html("calendar", "月历（SVG）", \.calendar),
      .list("activities", "当月的活动", \.activities),
    ])
}

extension PageScope {
  func activityCalendar(_ year: Int, years: [Int]) -> ActivityCalendarView {
    let source = context.reports
    let ledger = source.ledger
    return ActivityCalendarView(
      years: years.count < 2
        ? []
        : years.map { other in
          var entry = link(Period.year(other).label(language), .calendar(other))
          entry.isCurrent = other == year
          return entry
        },
      months: source.calendar.months(of: .year(year)).compactMap { month in
        // Where a plan was put off, the calendar shows when it was carried out.
        let activities = source.activities(in: month).filter {
          handbook.activities[$0].takesPlace(asOf: ledger.asOf)?.overlaps(month.span) ?? false
        }
        guard !activities.isEmpty else { return nil }
        let figures = ReportFigures(scope: self, prefix: "c\(month.id)")
        return CalendarMonthView(
          month: link(month.label(language), toReport: month),
          calendar: figures.calendar(month, activities),
          activities: activities.prefix(Self.listLimit).map {
            activityView(source.activity($0, until: max(month, .month(of: ledger.asOf))))
          })
      })
  }
}
