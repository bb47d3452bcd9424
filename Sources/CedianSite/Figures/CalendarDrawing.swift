import CedianModel

/// Weeks as rows of days; within a week every activity has a lane of its own.
struct CalendarDrawing {
  private static let laneHeight = 20.0
  private static let heading = 22.0

  private let frame: FigureFrame
  private let language: Language
  private let period: Period
  private let today: Day?
  private let entries: [CalendarFigure.Entry]
  private let layout: CalendarLayout
  private let key: FigureKey

  init(
    figure: CalendarFigure, entries: [CalendarFigure.Entry], layout: CalendarLayout,
    frame: FigureFrame, language: Language
  ) {
    self.frame = frame
    self.language = language
    self.entries = entries
    self.layout = layout
    (period, today) = (figure.period, figure.today)
    let kinds = CalendarFigure.Entry.Kind.allCases.filter { kind in
      entries.contains { $0.kind == kind }
    }
    key = FigureKey(entries: kinds.map { (.solid($0.mark), language($0.word)) })
  }

  private func height(_ week: CalendarLayout.Week) -> Double {
    Self.heading + Double(max(week.lanes, 1)) * Self.laneHeight + (week.hidden > 0 ? 16 : 0) + 4
  }

  func drawing(_ id: String) -> Drawing {
    let top = key.height(frame.width) + 22
    let bottom = layout.weeks.reduce(top) { $0 + height($1) }
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
    for week in layout.weeks {
      drawing.line("f-rule", 0, y, frame.width, y)
      draw(week, y, day, in: &drawing)
      y += height(week)
    }
    return drawing
  }

  private func draw(
    _ week: CalendarLayout.Week, _ y: Double, _ day: Double, in drawing: inout Drawing
  ) {
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
    _ bar: CalendarLayout.Bar, _ week: CalendarLayout.Week, _ y: Double, _ day: Double,
    in drawing: inout Drawing
  ) {
    let top = y + Self.heading + Double(bar.lane) * Self.laneHeight
    let x = day * Double(bar.first) + (bar.begins ? 3 : 0)
    let width =
      day * Double(bar.last - bar.first + 1) - (bar.begins ? 3 : 0) - (bar.ends ? 3 : 0)
    let kind = entries[bar.entry].kind
    let title = layout.titles[bar.entry]
    drawing.rect(
      kind.mark, x: x, y: top, width: width, height: Self.laneHeight - 3, title: title)
    drawing.text(
      entries[bar.entry].label, x: x + 7, y: top + 12.5,
      style: kind == .actual ? .small.named("f-onbar") : .small, limit: width - 10, full: title)
  }
}
