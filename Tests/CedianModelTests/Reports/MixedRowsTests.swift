import CedianModel
import Testing

@Suite("Months or the quarter's row: decided for each channel")
struct MixedRowsTests {
  /// a has all months, 1,000, and a quarter's row that says less; b lacks February.
  private static let mixed = [
    "2026-01,a,sales,400", "2026-02,a,sales,300", "2026-03,a,sales,300", "2026-01,b,sales,200",
    "2026-03,b,sales,200", "2026-Q1,a,sales,970", "2026-Q1,b,sales,600",
  ]

  static let cases: [MetricCase] = [
    MetricCase(
      // 400 + 300 + 300 of a's months and 600 of b's quarter, not 970 + 600
      "the whole is the sum of its channels", "sales", "2026-Q1", mixed,
      [.value: "1600", .months: "3/3", .missing: ""]),
    MetricCase(
      "the one by its months", "sales", "2026-Q1", mixed, channel: "a", [.value: "1000"]),
    MetricCase(
      "the other by its quarter", "sales", "2026-Q1", mixed, channel: "b", [.value: "600"]),
    MetricCase(
      // 1,600 and 50 of April
      "in the year too", "sales", "2026", mixed + ["2026-04,a,sales,30", "2026-04,b,sales,20"],
      [.value: "1650", .months: "4/12", .missing: ""]),
    MetricCase(
      // 4 × 100 of a's quarters, 500 of b's year
      "and in a year with a row of its own", "sales", "2026",
      (1...4).map { "2026-Q\($0),a,sales,100" } + ["2026,a,sales,390", "2026,b,sales,500"],
      [.value: "900", .months: "12/12", .missing: ""]),
    MetricCase(
      // The quarter's 970 and 600 do not count yet: 400 + 200 + 300
      "not before the quarter is over", "sales", "2026-Q1", mixed, asOf: "2026-03-20",
      [.value: "900", .months: "2/3", .missing: "b"]),
    MetricCase(
      "a quarter's row of all is what its channels come to", "sales", "2026-Q1",
      mixed + ["2026-Q1,all,sales,1580"], [.value: "1580", .months: "3/3"]),
  ]

  @Test("a value of mixed rows", arguments: cases)
  func judges(metricCase: MetricCase) throws { try metricCase.expect() }

  @Test("a quarter's row fills no gap of a month's own report")
  func gaps() throws {
    let channels = [
      "channels/a.md": "---\n标题: 甲\n指标: [sales]\n---\n",
      "channels/b.md": "---\n标题: 乙\n指标: [sales]\n---\n",
    ]
    func quality(_ rows: [String], _ period: String) throws -> DataQuality {
      try ReportSite(rows: rows, files: channels, asOf: "2026-04-20", channels: [])
        .source().ledger.quality(in: try #require(Period(period)))
    }
    // February: a's alone, with the quarter's rows or without them.
    for rows in [Self.mixed, Array(Self.mixed.prefix(5))] {
      let month = try quality(rows, "2026-02")
      #expect(month.expected == 2)
      #expect(month.reported == 1)
      #expect(month.gaps.count == 1)
    }
    // Three months of two channels.
    #expect(try quality(Self.mixed, "2026-Q1").reported == 6)
    #expect(try quality(Array(Self.mixed.prefix(5)), "2026-Q1").reported == 5)
    // A row of the year comes after the quarter's report.
    #expect(try quality(Array(Self.mixed.prefix(5)) + ["2026,b,sales,9"], "2026-Q1").reported == 5)
  }
}
