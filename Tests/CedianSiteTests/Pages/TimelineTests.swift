import CedianModel
import Foundation
import Testing

@testable import CedianSite

struct TimelineTests {
  private func span(_ first: String, _ last: String) throws -> TimeSpan {
    TimeSpan(start: try #require(Day(iso: first)), end: try #require(Day(iso: last)))
  }

  @Test("bars cover their days, both ends included, and are cut at the edges")
  func bars() throws {
    let range = try span("2026-11-01", "2026-11-10")
    let svg = TimelineBars(
      grid: TimelineGrid(range),
      bars: [
        .init(kind: .plan, span: try span("2026-11-02", "2026-11-04")),
        .init(kind: .actual, span: try span("2026-10-20", "2026-11-01")),
        .init(kind: .warmup, span: try span("2026-12-01", "2026-12-02")),
      ]
    ).svg(summary: EscapedHTML("甲")).html
    #expect(svg.contains("<rect class=\"plan\" x=\"10%\" y=\"4\" width=\"30%\""))
    #expect(svg.contains("<rect class=\"actual\" x=\"0%\" y=\"13\" width=\"10%\""))
    #expect(!svg.contains("class=\"warmup\""))
  }

  @Test(
    "the axis names few enough days to stand apart on a phone",
    arguments: [
      ("2026-11-01", "2026-11-01"), ("2026-11-01", "2026-11-11"), ("2026-11-01", "2026-11-30"),
      ("2026-10-24", "2026-12-31"), ("2026-10-01", "2026-12-31"), ("2026-01-01", "2026-12-31"),
      ("2020-01-01", "2030-12-31"), ("0001-01-01", "9999-12-31"),
    ])
  func ticks(first: String, last: String) throws {
    let ticks = TimelineScale(range: try span(first, last)).ticks
    #expect((1...12).contains(ticks.count))
    #expect(ticks.map(\.day) == ticks.map(\.day).sorted())
  }

  @Test(
    "attainment follows polarity, and is none where it means nothing",
    arguments: [
      ("102", "100", Metric.Polarity.higherIsBetter, "102.0%"),
      ("99.99", "100", .higherIsBetter, "99.9%"), ("90", "100", .lowerIsBetter, "110.0%"),
      ("0", "0", .lowerIsBetter, "100.0%"), ("5", "0", .higherIsBetter, nil),
      ("5", "-1", .higherIsBetter, nil),
    ] as [(String, String, Metric.Polarity, String?)])
  func attained(actual: String, target: String, polarity: Metric.Polarity, shown: String?) throws {
    let share = attainment(
      actual: try #require(Decimal(plain: actual.utf8)),
      target: try #require(Decimal(plain: target.utf8)), polarity: polarity)
    #expect(share.map { NumberFormat.attainment($0) } == shown)
  }
}
