extension Handbook {
  /// Activities that take place in a month, in the order of their first day, as a day
  /// knows them.
  func activitiesByMonth(asOf: Day) -> [Period: [Int]] {
    let spans = activities.map { $0.takesPlace(asOf: asOf) }
    let starts = spans.map { $0?.start.ordinal ?? 0 }
    let order = spans.indices.filter { spans[$0] != nil }.sorted {
      (starts[$0], $0) < (starts[$1], $1)
    }
    var months = MonthLists()
    for index in order {
      guard let span = spans[index] else { continue }
      // A month that ends before it was begun knows only when it was to be.
      if activities[index].actualTime == span, let planned = activities[index].time.value {
        months.add(index, planned, before: .month(of: span.start))
      }
      months.add(index, span, before: nil)
    }
    return months.lists
  }
}

/// Lists by months. The list at hand is kept apart: in the order of their first days
/// many activities in a row lie in one month, and each would be looked up.
private struct MonthLists {
  private var byMonth: [Period: [Int]] = [:]
  private var month: Period?
  private var list: [Int] = []

  var lists: [Period: [Int]] {
    var all = byMonth
    if let month { all[month] = list }
    return all
  }

  /// A span of many years is a mistake that would fill every report.
  mutating func add(_ index: Int, _ span: TimeSpan, before: Period?) {
    var month = Period.month(of: span.start)
    for _ in 0..<36 where month.first <= span.end && before.map({ month < $0 }) ?? true {
      open(month)
      list.append(index)
      month = month.next
    }
  }

  private mutating func open(_ new: Period) {
    guard new != month else { return }
    if let month { byMonth[month] = list }
    month = new
    // Taken out: a list that two hold is copied when it grows.
    list = byMonth.removeValue(forKey: new) ?? []
  }
}
