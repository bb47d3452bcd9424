import CedianModel

/// Weeks as rows of days; within a week every activity has a lane of its own.
struct CalendarDrawing {
  private struct Bar {
    var entry: CalendarFigure.Entry
    /// Days of the week, from 0.
    var first: Int
    var last: Int
    var lane: Int
  }

  private struct Week {
    var monday: Int
    var bars: [Bar] = []
    var hidden = 0
    var lanes = 0
  }

  /// More at once than that are counted, not drawn; the table has them all.
  private static let mostLanes = 8
  private static let laneHeight = 20.0
  private static let heading = 22.0

  private let frame: FigureFrame
  private let language: Language
  private let period: Period
  private let today: Day?
  private let weeks: [Week]
  private let key: FigureKey

  init(
    figure: CalendarFigure, entries: [CalendarFigure.Entry], frame: FigureFrame,
    language: Language
  ) {
    self.frame = frame
    self.language = language
    let period = figure.period
    self.period = period
    today = figure.today
    let kinds = CalendarFigure.Entry.Kind.allCases.filter { kind in
      entries.contains { $0.kind == kind }
    }
    key = FigureKey(entries: kinds.map { (.solid($0.mark), language($0.word)) })
    let (first, last) = (period.first, period.last)
    let monday = first.ordinal - (first.weekday - 1)
    // The earliest and then the longest first, so that lanes stay the same from
    // week to week as far as they can.
    let ordered = entries.enumerated().sorted {
      ($0.element.span.start.ordinal, -$0.element.span.end.ordinal, $0.offset)
        < ($1.element.span.start.ordinal, -$1.element.span.end.ordinal, $1.offset)
    }.map(\.element)
    weeks = stride(from: monday, through: last.ordinal, by: 7).map {
      Self.week($0, ordered, period)
    }
  }

  private static func week(
    _ monday: Int, _ entries: [CalendarFigure.Entry], _ period: Period
  ) -> Week {
    var week = Week(monday: monday)
    var ends: [Int] = []
    for entry in entries {
      let first = max(entry.span.start.ordinal, monday, period.first.ordinal)
      let last = min(entry.span.end.ordinal, monday + 6, period.last.ordinal)
      guard first <= last else { continue }
      let free = ends.firstIndex { $0 < first }
      guard free != nil || ends.count < mostLanes else {
        week.hidden += 1
        continue
      }
      let lane = free ?? ends.count
      if free == nil { ends.append(last) } else { ends[lane] = last }
      week.bars.append(Bar(entry: entry, first: first - monday, last: last - monday, lane: lane))
    }
    week.lanes = ends.count
    return week
  }

  private func height(_ week: Week) -> Double {
    Self.heading + Double(max(week.lanes, 1)) * Self.laneHeight + (week.hidden > 0 ? 16 : 0) + 4
  }

  func drawing(_ id: String) -> Drawing {
    let top = key.height(frame.width) + 22
    let bottom = weeks.reduce(top) { $0 + height($1) }
    var drawing = Drawing(width: frame.width, height: bottom + 2, id: id)
    key.draw(in: &drawing)
    let day = frame.width / 7
    drawing.rect("f-weekend", x: day * 5, y: top, width: day * 2, height: bottom - top)
    for column in 1..<7 {
      drawing.line("f-grid", day * Double(column), top, day * Double(column), bottom)
    }
    let names =
      language == .zh
      ? ["一", "二", "三", "四", "五", "六", "日"]
      : ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    for (index, name) in names.enumerated() {
      drawing.text(
        language == .zh && !frame.isNarrow ? "周" + name : name, x: day * Double(index) + 6,
        y: top - 6,
        style: .small.named("f-quiet"))
    }
    var y = top
    for week in weeks {
      drawing.line("f-rule", 0, y, frame.width, y)
      draw(week, y, day, in: &drawing)
      y += height(week)
    }
    return drawing
  }

  private func draw(_ week: Week, _ y: Double, _ day: Double, in drawing: inout Drawing) {
    for index in 0..<7 {
      let date = Day(ordinal: week.monday + index)
      guard period.span.contains(date) else { continue }
      let x = day * Double(index)
      if date == today {
        drawing.rect("f-now", x: x + 2, y: y + 3, width: 22, height: 16)
      }
      drawing.text(
        "\(date.day)", x: x + 6, y: y + 15,
        style: date == today ? .small.named("f-strong") : .small.named("f-quiet"))
    }
    for bar in week.bars { draw(bar, week, y, day, in: &drawing) }
    if week.hidden > 0 {
      drawing.text(
        language == .zh ? "还有 \(week.hidden) 项" : "\(week.hidden) more", x: 6,
        y: y + Self.heading + Double(week.lanes) * Self.laneHeight + 12,
        style: .small.named("f-quiet"))
    }
  }

  private func draw(
    _ bar: Bar, _ week: Week, _ y: Double, _ day: Double, in drawing: inout Drawing
  ) {
    let top = y + Self.heading + Double(bar.lane) * Self.laneHeight
    let begins = bar.entry.span.start.ordinal == week.monday + bar.first
    let ends = bar.entry.span.end.ordinal == week.monday + bar.last
    // A bar that goes on touches the edge of its week.
    let x = day * Double(bar.first) + (begins ? 3 : 0)
    let width = day * Double(bar.last - bar.first + 1) - (begins ? 3 : 0) - (ends ? 3 : 0)
    let dates = bar.entry.span.label(language, countingDays: false)
    let title = "\(bar.entry.label) \(language(bar.entry.kind.word)) \(dates)"
    drawing.rect(
      bar.entry.kind.mark, x: x, y: top, width: width, height: Self.laneHeight - 3, title: title)
    let isSolid = bar.entry.kind == .actual
    drawing.text(
      bar.entry.label, x: x + 7, y: top + 12.5, style: isSolid ? .small.named("f-onbar") : .small,
      limit: width - 10, full: title)
  }
}
