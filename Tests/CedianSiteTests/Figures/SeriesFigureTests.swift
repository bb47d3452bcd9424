import CedianModel
import Foundation
import Testing

@testable import CedianSite

@Suite("Figures of a number over time or against its target")
struct SeriesFigureTests {
  private func number(_ value: Decimal?) -> FigureNumber? {
    value.map { FigureNumber($0, "\($0)") }
  }

  private func sparkline(_ values: [Decimal?]) throws -> DrawnFigure {
    let points = values.enumerated().map {
      SparklineFigure.Point(label: "\($0.offset + 1)月", number: number($0.element))
    }
    return try DrawnFigure(
      SparklineFigure(title: "成交总额", points: points).svg(id: "s", in: .zh))
  }

  @Test("a sparkline is broken where a month is missing, and never touches zero for it")
  func gaps() throws {
    let figure = try sparkline([1, 2, nil, 4, nil, 6, 7])
    #expect(figure.marks("f-trend").count == 2)
    #expect(figure.marks("f-single").count == 1)
    #expect(figure.rows[3] == ["3月", "—"])
    #expect(figure.wide.children[1].text == "从 1月 的 1 到 7月 的 7，2 个期间未填报。")
  }

  @Test("a month without a channel is no part of the line, and the sentence says so")
  func partialPoint() throws {
    var points = [10, 12, 4, 11, 13].enumerated().map {
      SparklineFigure.Point(label: "\($0.offset + 1)月", number: number(Decimal($0.element)))
    }
    points[2].lacks = "缺官网"
    let figure = try DrawnFigure(
      SparklineFigure(title: "成交总额", points: points).svg(id: "s", in: .zh))
    #expect(figure.marks("f-trend").count == 2)
    #expect(figure.marks("f-partial").count == 1)
    #expect(figure.rows[3] == ["3月", "4（缺官网）"])
    #expect(figure.wide.children[1].text == "从 1月 的 10 到 5月 的 13，1 个期间缺渠道。")
  }

  @Test("a column without a channel is marked in the drawing, its key and the table")
  func partialColumn() throws {
    let columns = [10, 4].enumerated().map {
      ColumnsFigure.Column(
        label: "\($0.offset + 1)月", actual: number(Decimal($0.element)),
        lacks: $0.offset == 1 ? "缺官网" : nil)
    }
    let figure = try DrawnFigure(
      ColumnsFigure(title: "成交总额", columns: columns).svg(id: "c", in: .zh))
    // Once in the key.
    #expect(figure.marks("f-partial").count == 2)
    #expect(figure.marks("f-partial").compactMap(\.title) == ["2月 实际 4 · 缺官网"])
    #expect(figure.texts().contains("4*") && figure.texts().contains("* 缺渠道"))
    #expect(figure.rows.map { $0[1] } == ["实际", "10", "4（缺官网）"])
    #expect(figure.wide.children[1].text.hasPrefix("2月 实际 4（缺官网）"))
  }

  @Test("a sparkline rises to the right where the number rises, and runs flat where it does not")
  func direction() throws {
    func heights(_ values: [Decimal?]) throws -> [Double] {
      try sparkline(values).marks("f-trend")[0].attributes["points", default: ""]
        .split(separator: " ").compactMap { $0.split(separator: ",").last.flatMap { Double($0) } }
    }
    #expect(try heights([1, 5, 9]) == [74, 50, 26])
    #expect(try heights([7, 7, 7]) == [50, 50, 50])
  }

  @Test("a sparkline marks the newest month only where it is reported")
  func newest() throws {
    #expect(try sparkline([1, 2]).marks("f-newest").count == 1)
    #expect(try sparkline([1, nil]).marks("f-newest").isEmpty)
    #expect(try sparkline([nil, nil]).marks("f-nothing").count == 1)
  }

  private func bullet(
    _ actual: Decimal?, _ target: Decimal?, _ polarity: FigurePolarity = .higherIsBetter
  ) throws -> DrawnFigure {
    try DrawnFigure(
      BulletFigure(
        title: "成交总额", actual: number(actual), target: number(target), polarity: polarity
      ).svg(id: "b", in: .zh))
  }

  @Test("a bullet's bar reaches its target's line exactly where it is reached")
  func bulletBar() throws {
    for (actual, comparison) in [(Decimal(50), -1), (100, 0), (150, 1)] {
      let figure = try bullet(actual, 100)
      let bar = figure.marks("f-actual")[0].number("width")
      let line = figure.marks("f-target")[0].number("x") + 1.5
      #expect((abs(bar - line) < 0.2) == (comparison == 0))
      #expect((bar > line + 0.2) == (comparison > 0))
    }
  }

  @Test("the bands of a bullet begin at 80 and 100 % of attainment, by polarity")
  func bands() throws {
    let higher = try bullet(100, 100)
    let unit = higher.marks("f-actual")[0].number("width") / 100
    #expect(abs(higher.marks("f-missed")[0].number("width") - 80 * unit) < 0.2)
    #expect(abs(higher.marks("f-risk")[0].number("width") - 20 * unit) < 0.2)
    let lower = try bullet(200, 100, .lowerIsBetter)
    let half = lower.marks("f-actual")[0].number("width") / 200
    #expect(abs(lower.marks("f-risk")[0].number("x") - 100 * half) < 0.2)
    #expect(abs(lower.marks("f-missed")[0].number("x") - 120 * half) < 0.2)
  }

  @Test(
    "a bullet says its status, and says what is missing",
    arguments: [
      (100, 100, FigurePolarity.higherIsBetter, "实际 100，目标 100，达标。"),
      (80, 100, .higherIsBetter, "实际 80，目标 100，预警。"),
      (79, 100, .higherIsBetter, "实际 79，目标 100，未达标。"),
      (120, 100, .lowerIsBetter, "实际 120，目标 100，预警。"),
      (121, 100, .lowerIsBetter, "实际 121，目标 100，未达标。"),
      (nil, 100, .higherIsBetter, "未填报，目标 100。"),
      (5, nil, .higherIsBetter, "实际 5，无目标。"),
      (5, 0, .higherIsBetter, "实际 5，目标 0。"),
    ] as [(Decimal?, Decimal?, FigurePolarity, String)])
  func status(actual: Decimal?, target: Decimal?, polarity: FigurePolarity, says: String) throws {
    let figure = try bullet(actual, target, polarity)
    #expect(figure.wide.children[1].text == says)
    #expect(figure.marks("f-actual").isEmpty == (actual == nil))
    #expect(figure.marks("f-target").isEmpty == (target == nil))
  }

  private func columns(_ values: [Decimal?], plan: Decimal? = nil) throws -> DrawnFigure {
    let columns = values.enumerated().map {
      ColumnsFigure.Column(
        label: "\($0.offset + 1)月", actual: number($0.element), plan: number(plan),
        forecast: $0.element == nil ? number(7) : nil)
    }
    return try DrawnFigure(ColumnsFigure(title: "按月", columns: columns).svg(id: "c", in: .zh))
  }

  @Test("a column is as long as its value, from zero, below it where negative")
  func columnLength() throws {
    let bars = try columns([10, 20, -10]).marks("f-actual").filter { $0.title != nil }
    let lengths = bars.map { $0.number("height") }
    #expect(abs(lengths[1] - 2 * lengths[0]) < 0.3)
    #expect(abs(lengths[2] - lengths[0]) < 0.3)
    #expect(abs(bars[0].number("y") + lengths[0] - bars[2].number("y")) < 0.2)
  }

  @Test("a forecast is hatched and stands only where there is no actual value")
  func forecast() throws {
    let figure = try columns([10, nil], plan: 12)
    let hatched = figure.marks("f-forecast").filter { $0.title != nil }
    #expect(hatched.map(\.title) == ["2月 预测 7"])
    #expect(hatched[0].attributes["fill"] == "url(#fc-w-hatch)")
    #expect(figure.wide.all.contains { $0.attributes["id"] == "fc-w-hatch" })
    #expect(figure.texts().prefix(3) == ["实际", "计划", "预测"])
  }

  @Test("many columns keep the newest value and period, and drop what has no room")
  func manyColumns() throws {
    let figure = try columns((1...40).map { Decimal($0 * 1000) })
    for drawing in figure.drawings {
      let texts = figure.texts(in: drawing)
      #expect(texts.contains("40000") && texts.contains("40月"))
      #expect(texts.count < 30)
    }
    #expect(figure.rows.count == 41)
  }

  @Test("nothing to show is said in words")
  func nothing() throws {
    #expect(try columns([]).texts() == ["没有数据"])
  }

  @Test("what neighbouring columns have in common is written once, under its first")
  func groups() throws {
    let columns = ["2025年", "2025年", "2026年"].enumerated().map {
      ColumnsFigure.Column(label: "\($0.offset + 1)月", group: $0.element, actual: number(3))
    }
    let figure = try DrawnFigure(ColumnsFigure(title: "按月", columns: columns).svg(id: "c", in: .zh))
    #expect(figure.texts().filter { $0.hasSuffix("年") } == ["2025年", "2026年"])
    let lines = figure.marks("f-link")
    #expect(lines.count == 2 && lines[0].number("x2") < lines[1].number("x1"))
  }
}
