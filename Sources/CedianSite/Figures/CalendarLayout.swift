import CedianModel

/// Where the activities of a month go: which days of which week, in which lane. Made
/// once for all drawings of the month.
struct CalendarLayout {
  struct Bar {
    /// A place among the entries.
    var entry: Int
    /// Days of the week, from 0.
    var first: Int
    var last: Int
    var lane: Int
    /// Whether the activity begins and ends with the bar; one that goes on touches the
    /// edge of its week.
    var begins: Bool
    var ends: Bool
  }

  struct Week {
    /// The ordinal of its first day.
    var monday: Int
    var bars: [Bar] = []
    var hidden = 0
    var lanes = 0
  }

  /// More at once than that are counted, not drawn; the table has them all.
  static let mostLanes = 8

  let weeks: [Week]
  /// What each entry that is drawn says of itself; empty for the others.
  let titles: [String]

  private struct Days {
    var entry: Int
    var first: Int
    var last: Int
  }

  init(_ entries: [CalendarFigure.Entry], in period: Period, _ language: Language) {
    let (first, last) = (period.first, period.last)
    let (start, end) = (first.ordinal, last.ordinal)
    // The earliest and then the longest first, so that lanes stay the same from
    // week to week as far as they can.
    let ordered = entries.indices.map {
      Days(
        entry: $0, first: entries[$0].span.start.ordinal, last: entries[$0].span.end.ordinal)
    }.sorted { ($0.first, -$0.last, $0.entry) < ($1.first, -$1.last, $1.entry) }
    let weeks = stride(from: start - (first.weekday - 1), through: end, by: 7).map {
      Self.week($0, ordered, start...end)
    }
    var titles = Array(repeating: "", count: entries.count)
    for bar in weeks.flatMap(\.bars) where titles[bar.entry].isEmpty {
      let entry = entries[bar.entry]
      let dates = entry.span.label(language, countingDays: false)
      titles[bar.entry] = "\(entry.label) \(language(entry.kind.word)) \(dates)"
    }
    (self.weeks, self.titles) = (weeks, titles)
  }

  private static func week(_ monday: Int, _ entries: [Days], _ days: ClosedRange<Int>) -> Week {
    var week = Week(monday: monday)
    var ends: [Int] = []
    for entry in entries {
      let first = max(entry.first, monday, days.lowerBound)
      let last = min(entry.last, monday + 6, days.upperBound)
      guard first <= last else { continue }
      let free = ends.firstIndex { $0 < first }
      guard free != nil || ends.count < mostLanes else {
        week.hidden += 1
        continue
      }
      let lane = free ?? ends.count
      if free == nil { ends.append(last) } else { ends[lane] = last }
      week.bars.append(
        Bar(
          entry: entry.entry, first: first - monday, last: last - monday, lane: lane,
          begins: entry.first == first, ends: entry.last == last))
    }
    week.lanes = ends.count
    return week
  }
}
