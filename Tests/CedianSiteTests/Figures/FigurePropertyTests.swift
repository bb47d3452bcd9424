import CedianModel
import Foundation
import Testing

@testable import CedianSite

@Suite("Figures keep their form with any data")
struct FigurePropertyTests {
  private static let seeds = 0..<UInt64(80)

  private func check(_ seed: UInt64, _ make: (inout RandomFigures, Language) -> [UInt8]) throws {
    for language in Language.allCases {
      var random = RandomFigures(seed: seed)
      let html = make(&random, language)
      try DrawnFigure(html).expectSound("seed \(seed) \(language)")
      var again = RandomFigures(seed: seed)
      #expect(make(&again, language) == html)
    }
  }

  @Test("sparklines", arguments: seeds)
  func sparkline(seed: UInt64) throws {
    try check(seed) { random, language in
      let points = (0..<random.count()).map { _ in
        SparklineFigure.Point(
          label: random.label(), number: random.number(),
          lacks: random.next(5) == 0 ? random.label() : nil)
      }
      let figure = SparklineFigure(title: random.label() + "走势", points: points)
      return figure.svg(id: "a", in: language) + figure.inline(id: "b", in: language)
    }
  }

  @Test("bullet graphs", arguments: seeds)
  func bullet(seed: UInt64) throws {
    try check(seed) { random, language in
      let figure = BulletFigure(
        title: random.label() + "达成", actual: random.number(), target: random.number(),
        polarity: FigurePolarity.allCases[random.next(3)])
      return figure.svg(id: "a", in: language) + figure.inline(id: "b", in: language)
    }
  }

  @Test("columns", arguments: seeds)
  func columns(seed: UInt64) throws {
    try check(seed) { random, language in
      let columns = (0..<random.count()).map { _ in
        ColumnsFigure.Column(
          label: random.label(), group: random.next(3) == 0 ? nil : random.label(),
          actual: random.number(), plan: random.number(),
          previous: random.number(), forecast: random.number(),
          lacks: random.next(5) == 0 ? random.label() : nil)
      }
      return ColumnsFigure(title: random.label() + "按月", columns: columns, previousName: "上年同期")
        .svg(id: "a", in: language)
    }
  }

  @Test("waterfalls", arguments: seeds)
  func waterfall(seed: UInt64) throws {
    try check(seed) { random, language in
      let steps = (0..<random.count()).map { _ in
        WaterfallFigure.Step(label: random.label(), difference: random.number())
      }
      return WaterfallFigure(
        title: random.label() + "按渠道", start: (random.label(), random.number()), steps: steps,
        end: (random.label(), random.number()),
        polarity: FigurePolarity.allCases[random.next(3)]
      ).svg(id: "a", in: language)
    }
  }

  @Test("Gantt charts", arguments: seeds)
  func gantt(seed: UInt64) throws {
    try check(seed) { random, language in
      let rows = (0..<random.count()).map { _ in
        GanttFigure.Row(
          label: random.label(), warmUp: random.span(), plan: random.span(),
          actual: random.actual(), isCancelled: random.next(5) == 0)
      }
      let start = random.day()
      let range = TimeSpan(start: start, end: start.adding(days: random.next(400)))
      return GanttFigure(
        title: random.label() + "时间", range: range, rows: rows, today: random.day()
      ).svg(id: "a", in: language)
    }
  }

  @Test("today's line runs through no label", arguments: seeds)
  func today(seed: UInt64) throws {
    for language in Language.allCases {
      var random = RandomFigures(seed: seed)
      let start = random.day()
      let rows = (0..<random.count()).map { _ in
        GanttFigure.Row(
          label: random.label(), plan: random.span(), actual: random.actual(),
          isCancelled: random.next(5) == 0)
      }
      let figure = GanttFigure(
        title: "时间", range: TimeSpan(start: start, end: start.adding(days: 90)), rows: rows,
        today: start.adding(days: random.next(91)))
      let drawn = try DrawnFigure(figure.svg(id: "a", in: language))
      for drawing in drawn.drawings {
        let lines = drawn.marks("f-today", in: drawing)
        #expect(rows.isEmpty || !lines.isEmpty)
        for (line, box) in lines.flatMap({ line in drawn.boxes(in: drawing).map { (line, $0) } }) {
          let x = line.number("x1")
          let crosses =
            box.x0 < x && x < box.x1 && line.number("y1") < box.y1 && box.y0 < line.number("y2")
          #expect(!crosses, "seed \(seed) \(language): \(box)")
        }
      }
    }
  }

  @Test("month calendars", arguments: seeds)
  func calendar(seed: UInt64) throws {
    try check(seed) { random, language in
      let entries = (0..<random.count()).compactMap { _ -> CalendarFigure.Entry? in
        let kinds: [CalendarFigure.Entry.Kind] = [.planned, .warmUp, .actual]
        let (label, kind) = (random.label(), kinds[random.next(3)])
        return random.span().map { CalendarFigure.Entry(label: label, span: $0, kind: kind) }
      }
      return CalendarFigure(
        title: random.label() + "日历", year: 2026, month: random.next(14), entries: entries,
        today: random.day()
      ).svg(id: "a", in: language)
    }
  }

  @Test("heat grids", arguments: seeds)
  func heat(seed: UInt64) throws {
    try check(seed) { random, language in
      let columns = (0..<random.count()).map { _ in random.label() }
      let rows = (0..<random.count()).map { _ in
        HeatGridFigure.Row(
          label: random.label(),
          cells: (0..<random.count()).map { _ in
            random.next(4) == 0
              ? nil : HeatGridFigure.Cell(state: HeatGridFigure.State.allCases[random.next(4)])
          })
      }
      return HeatGridFigure(title: random.label() + "覆盖", columns: columns, rows: rows)
        .svg(id: "a", in: language)
    }
  }

  @Test("decomposition trees", arguments: seeds)
  func tree(seed: UInt64) throws {
    func node(_ random: inout RandomFigures, _ depth: Int) -> TreeFigure.Node {
      TreeFigure.Node(
        label: random.label(), number: random.number(), difference: random.number(),
        parts: depth > 2 ? [] : (0..<random.next(5)).map { _ in node(&random, depth + 1) })
    }
    try check(seed) { random, language in
      let (title, root) = (random.label() + "分解", node(&random, random.next(3)))
      return TreeFigure(title: title, root: root).svg(id: "a", in: language)
    }
  }
}
