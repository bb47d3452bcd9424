import CedianModel
import Foundation
import Testing

@testable import CedianSite

@Suite("Figures of parts, time and coverage")
struct StructureFigureTests {
  private func number(_ value: Decimal?) -> FigureNumber? {
    value.map { FigureNumber($0, "\($0)") }
  }

  private func waterfall(
    _ start: Decimal, _ steps: [Decimal?], _ end: Decimal,
    _ polarity: FigurePolarity = .higherIsBetter
  ) throws -> DrawnFigure {
    try DrawnFigure(
      WaterfallFigure(
        title: "按渠道", start: ("目标", number(start)),
        steps: steps.enumerated().map { .init(label: "渠道\($0)", difference: number($1)) },
        end: ("实际", number(end)), polarity: polarity
      ).svg(id: "w", in: .zh))
  }

  @Test(
    "a step is favourable or adverse by polarity, not by sign",
    arguments: [
      (FigurePolarity.higherIsBetter, ["▲ 有利", "▼ 不利", ""]),
      (.lowerIsBetter, ["▼ 不利", "▲ 有利", ""]), (.neutral, ["", "", ""]),
    ])
  func effects(polarity: FigurePolarity, effects: [String]) throws {
    let figure = try waterfall(100, [20, -5, 0], 115, polarity)
    #expect(figure.rows[2...4].map { $0[2] } == effects)
    let favourable = figure.marks("f-favourable").compactMap(\.title)
    let up = polarity == .higherIsBetter ? "渠道0 ▲ 20" : "渠道1 ▲ -5"
    #expect(favourable == (polarity == .neutral ? [] : [up]))
  }

  @Test("a step begins where the one before ended, and the last ends at the total")
  func chain() throws {
    let bars = try waterfall(100, [50, -30], 120).wide.all.filter {
      $0.name == "rect" && $0.title != nil
    }.map { (start: $0.number("x"), end: $0.number("x") + $0.number("width")) }
    #expect(bars.count == 4)
    #expect(abs(bars[0].end - bars[1].start) < 0.2)
    #expect(abs(bars[1].end - bars[2].end) < 0.2)
    #expect(abs(bars[2].start - bars[3].end) < 0.2)
  }

  @Test("the axis is broken, and says so, only where totals dwarf the differences")
  func brokenAxis() throws {
    let dwarfed = try waterfall(600, [10, -4], 606)
    #expect(dwarfed.marks("f-break").count == 2)
    #expect(dwarfed.texts().contains("≈ 横轴不从零起"))
    let whole = try waterfall(100, [300, -150], 250)
    #expect(whole.marks("f-break").isEmpty)
    #expect(!whole.texts().contains { $0.contains("横轴") })
  }

  @Test("what the steps do not explain is drawn as a gap, unless a step is missing")
  func rest() throws {
    #expect(try waterfall(100, [10], 120).texts().contains { $0.contains("未归因") })
    #expect(try waterfall(100, [10], 110).marks("f-gap").isEmpty)
    #expect(try waterfall(100, [10, nil], 120).marks("f-gap").isEmpty)
  }

  private func day(_ day: Int) -> Day { Day(ordinal: 20_727 + day - 1) }

  private func span(_ from: Int, _ to: Int) -> TimeSpan {
    TimeSpan(start: day(from), end: day(to))
  }

  private func gantt(_ row: GanttFigure.Row) throws -> DrawnFigure {
    try DrawnFigure(
      GanttFigure(title: "时间", range: span(1, 31), rows: [row]).svg(id: "g", in: .zh))
  }

  @Test("a Gantt bar begins earlier to the left and is longer for more days")
  func ganttBars() throws {
    let figure = try gantt(
      .init(label: "活动", warmUp: span(1, 4), plan: span(5, 12), actual: .over(span(5, 12))))
    let bars = ["f-warmup", "f-plan", "f-actual"].compactMap { name in
      figure.marks(name).first { $0.title != nil }
    }
    #expect(bars.count == 3)
    #expect(abs(bars[1].number("width") - 2 * bars[0].number("width")) < 0.3)
    let end = bars[0].number("x") + bars[0].number("width")
    #expect(abs(end - bars[1].number("x")) < 0.2)
    #expect(bars[1].number("x") == bars[2].number("x"))
    #expect(bars[2].number("y") > bars[1].number("y"))
  }

  @Test(
    "a Gantt row says by how many days it ended late or early",
    arguments: [(18, "▼ 晚 2 天"), (14, "早 2 天"), (16, nil)] as [(Int, String?)])
  func delay(end: Int, words: String?) throws {
    let figure = try gantt(.init(label: "活动", plan: span(11, 16), actual: .over(span(11, end))))
    let said = figure.texts().filter { $0.hasSuffix(" 天") }
    #expect(said == (words.map { [$0] } ?? []))
  }

  @Test("what goes on has a bar to the edge, no end in words, and is not late")
  func goesOn() throws {
    let figure = try gantt(.init(label: "活动", plan: span(11, 16), actual: .since(day(13))))
    let bar = try #require(figure.marks("f-actual").first { $0.title != nil })
    #expect(bar.title == "活动 实际 \(day(13).label(.zh))起")
    #expect(abs(bar.number("x") + bar.number("width") - FigureFrame.wide.width) < 0.2)
    #expect(figure.marks("f-cut").count == 1)
    #expect(!figure.texts().contains { $0.hasSuffix(" 天") })
  }

  @Test("a cancelled activity keeps its plan, crossed out, and is neither undated nor late")
  func cancelled() throws {
    let figure = try gantt(
      .init(
        label: "× 已取消 · 快闪店", plan: span(11, 16), actual: .over(span(11, 20)), isCancelled: true))
    let planned = span(11, 16).label(.zh, countingDays: false)
    #expect(
      figure.marks("f-cancelled").compactMap(\.title) == ["× 已取消 · 快闪店 已取消的计划 \(planned)"])
    #expect(!figure.texts().contains { $0.contains("时间未定") || $0.hasSuffix(" 天") })
    #expect(figure.wide.children[1].text.contains("1 项已取消"))
  }

  @Test("a Gantt bar beyond the range is marked as going on; a row without dates says so")
  func ganttEdges() throws {
    let beyond = try gantt(.init(label: "活动", plan: span(20, 40)))
    #expect(beyond.marks("f-cut").count == 1)
    #expect(try gantt(.init(label: "活动")).texts().contains("时间未定"))
  }

  @Test("a calendar begins on Monday and spreads a bar over its weeks")
  func calendar() throws {
    // October 2026 begins on a Thursday.
    let entry = CalendarFigure.Entry(label: "会员日", span: span(3, 13), kind: .actual)
    let figure = try DrawnFigure(
      CalendarFigure(title: "日历", year: 2026, month: 10, entries: [entry])
        .svg(id: "c", in: .zh))
    let texts = figure.texts()
    let monday = try #require(texts.firstIndex(of: "周一"))
    #expect(texts[monday..<monday + 7].last == "周日")
    let first = try #require(figure.wide.all.first { $0.name == "text" && $0.text == "1" })
    #expect(Int(first.number("x") / (640 / 7)) == 3)
    let widths = figure.marks("f-actual").filter { $0.title != nil }.map { $0.number("width") }
    #expect(widths.count == 3)
    #expect(widths[1] > 600 && widths[0] < 200 && widths[2] < 200)
    #expect(figure.wide.children[1].text == "2026年10月有 1 项活动，最多时（10月3日起）同时 1 项。")
  }

  @Test("a calendar counts what has no room in a week")
  func crowdedCalendar() throws {
    let entries = (1...12).map {
      CalendarFigure.Entry(label: "活动\($0)", span: span(5, 6))
    }
    let figure = try DrawnFigure(
      CalendarFigure(title: "日历", year: 2026, month: 10, entries: entries).svg(id: "c", in: .zh))
    #expect(figure.texts().contains("还有 4 项"))
    #expect(figure.rows.count == 13)
  }

  @Test("a cell of coverage differs by glyph, not by colour alone; nothing asked is no cell")
  func heat() throws {
    let states = HeatGridFigure.State.allCases
    let figure = try DrawnFigure(
      HeatGridFigure(
        title: "覆盖", columns: (1...5).map { "\($0)月" },
        rows: [.init(label: "总结", cells: states.map { .init(state: $0) } + [nil])]
      ).svg(id: "h", in: .zh))
    #expect(figure.marks("f-cell").count == 4)
    #expect(Set(states.map(\.glyph)).count == 4)
    for state in states { #expect(figure.texts().contains(state.glyph)) }
    #expect(figure.rows[1] == ["总结", "● 齐全", "▲ 部分", "■ 缺", "○ 未到期", "—"])
    #expect(figure.wide.children[1].text == "应有 3 格，齐全 1 格，部分 1 格，缺 1 格。")
  }

  @Test("a tree's bars are as long as their values and a difference stands in its row")
  func tree() throws {
    let root = TreeFigure.Node(
      label: "全年", number: number(100), difference: number(-10),
      parts: [
        .init(label: "上半年", number: number(40), difference: number(0)),
        .init(label: "下半年", number: number(50)),
      ])
    let figure = try DrawnFigure(TreeFigure(title: "分解", root: root).svg(id: "t", in: .zh))
    let widths = figure.marks("f-plan").map { $0.number("width") }
    #expect(abs(widths[1] - widths[0] * 0.4) < 0.2)
    #expect(abs(widths[2] - widths[0] * 0.5) < 0.2)
    let wrong = figure.wide.all.filter { $0.classes.contains("f-bad") }
    #expect(wrong.map(\.text) == ["≠ -10"])
    #expect(figure.texts().contains("= 一致"))
    #expect(figure.wide.children[1].text == "全年 100，1 处合计不一致：全年 -10。")
  }

  @Test("a difference that rounding explains is shown and not called wrong")
  func roundedTree() throws {
    let root = TreeFigure.Node(
      label: "全年", number: number(100), difference: number(-10), tolerance: 10,
      parts: [.init(label: "上半年", number: number(40)), .init(label: "下半年", number: number(50))])
    let figure = try DrawnFigure(TreeFigure(title: "分解", root: root).svg(id: "t", in: .zh))
    #expect(!figure.wide.all.contains { $0.classes.contains("f-bad") })
    #expect(figure.texts().contains("≈ -10"))
    #expect(figure.wide.children[1].text == "全年 100，各级合计一致。")
    #expect(figure.rows[1] == ["全年", "100", "-10 (舍入之内)"])
  }

  @Test("a shortened label keeps its full text in a title")
  func shortened() throws {
    let long = String(repeating: "全渠道整合营销", count: 9)
    let root = TreeFigure.Node(label: long, number: number(1))
    let figure = try DrawnFigure(TreeFigure(title: "分解", root: root).svg(id: "t", in: .zh))
    for drawing in figure.drawings {
      let label = drawing.all.first { $0.name == "text" && $0.title == long }
      #expect(label?.text.hasSuffix("…") == true)
    }
  }

  @Test("ids never repeat between figures of one page and never leave their alphabet")
  func ids() throws {
    let html = ["成交", "订单", "a b", "a_b", "a\"<"].flatMap {
      SampleFigures.columns.svg(id: $0, in: .zh)
    }
    let figure = try DrawnFigure(html)
    figure.expectSound("two")
    let ids = figure.root.all.compactMap { $0.attributes["id"] }
    #expect(ids.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) } })
  }

  @Test("what does not fit a phone keeps its width, scrolls, and can be reached by keyboard")
  func scrolling() throws {
    func grid(_ count: Int) throws -> DrawnFigure {
      let row = HeatGridFigure.Row(
        label: "月度总结", cells: Array(repeating: .init(state: .full), count: count))
      return try DrawnFigure(
        HeatGridFigure(title: "覆盖", columns: (1...count).map { "\($0)" }, rows: [row])
          .svg(id: "h", in: .zh))
    }
    let long = try grid(24)
    #expect(long.drawings.map { $0.attributes["width"] != nil } == [false, true])
    #expect(long.drawings[1].number("width") >= 24 * 18)
    let sheet = long.root.all.first { $0.classes.contains("f-sheet") }
    #expect(sheet?.attributes["tabindex"] == "0" && sheet?.attributes["aria-label"] == "覆盖")
    let short = try grid(12)
    #expect(short.drawings.allSatisfy { $0.attributes["width"] == nil })
    #expect(!short.root.all.contains { $0.attributes["tabindex"] != nil })
  }
}
