import CedianModel
import Foundation
import Testing

@testable import CedianSite

@Suite("Figures keep their form with any data")
struct FigurePropertyTests {
  private static let seeds = 0..<UInt64(120)

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
        SparklineFigure.Point(label: random.label(), number: random.number())
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
          label: random.label(), actual: random.number(), plan: random.number(),
          previous: random.number(), forecast: random.number())
      }
      return ColumnsFigure(title: random.label() + "按月", columns: columns, previousName: "上年同期")
        .svg(id: "a", in: language)
    }
  }
}
