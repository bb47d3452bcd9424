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

  /// a has every month of both parts; b has both for the quarter alone.
  private static let ratio = [
    "2026-01,a,gmv,100", "2026-02,a,gmv,200", "2026-03,a,gmv,300", "2026-01,a,spend,50",
    "2026-02,a,spend,50", "2026-03,a,spend,100", "2026-Q1,b,gmv,900", "2026-Q1,b,spend,100",
  ]

  /// A row for each of some months.
  private static func rows(
    _ year: Int, _ months: ClosedRange<Int>, _ channel: String, _ metric: String, _ value: Int
  ) -> [String] {
    months.map { "\(year)-0\($0),\(channel),\(metric),\(value)" }
  }

  /// b's spend of the first quarter is given for the quarter alone.
  private static let quarterly: [String] = [
    rows(2026, 1...6, "a", "gmv", 100), rows(2026, 1...6, "b", "gmv", 100),
    rows(2026, 1...6, "a", "spend", 10), ["2026-Q1,b,spend,60"],
    rows(2026, 4...7, "b", "spend", 10),
  ].flatMap(\.self)

  private static let yearBefore: [String] = [
    rows(2025, 1...6, "a", "gmv", 100), rows(2025, 1...6, "a", "spend", 10),
    rows(2025, 4...6, "b", "gmv", 100), rows(2025, 4...6, "b", "spend", 20),
    ["2025-Q1,b,gmv,3000", "2025-Q1,b,spend,60"],
    rows(2026, 1...6, "a", "gmv", 100), rows(2026, 1...6, "a", "spend", 10),
    rows(2026, 1...6, "b", "gmv", 100), rows(2026, 1...6, "b", "spend", 10),
  ].flatMap(\.self)

  private static let people: [String] = [
    rows(2026, 1...3, "all", "clicks", 10), rows(2026, 1...3, "all", "visitors", 1000),
    ["2026-Q3,all,visitors,9000"],
  ].flatMap(\.self)

  private static let undeclared: [String] = [
    rows(2026, 1...3, "a", "gmv", 200), rows(2026, 1...3, "a", "spend", 20),
    ["2026-Q1,b,gmv,900", "2026-Q1,b,spend,100"],
  ].flatMap(\.self)

  static let ratios: [MetricCase] = [
    MetricCase(
      // (600 + 900) ÷ (200 + 100)
      "each channel is divided by what it knows", "roas", "2026-Q1", ratio,
      [.value: "5", .months: "3/3", .missing: ""]),
    MetricCase(
      // a without February, whose sales are missing, and b's quarter:
      // (50 + 100 + 90) ÷ (5 + 10 + 9)
      "one that lacks a part in a month costs the others nothing", "cpo", "2026-Q1",
      [
        "2026-01,a,paid,50", "2026-02,a,paid,70", "2026-03,a,paid,100", "2026-01,a,sales,5",
        "2026-03,a,sales,10", "2026-Q1,b,paid,90", "2026-Q1,b,sales,9",
      ], [.value: "10", .months: "3/3", .missing: "a"]),
    MetricCase(
      // a's February is left out and a named: (100 + 300 + 900) ÷ (50 + 100 + 100)
      "where none is declared, who reports both owes both", "roas", "2026-Q1",
      ratio.filter { $0 != "2026-02,a,spend,50" },
      [.value: "5.2", .months: "3/3", .missing: "a"]),
    MetricCase(
      // (150 + 900) ÷ (30 + 30): c has no two months alike
      "one that lacks a part is named and costs the others nothing", "roas", "2026-Q2",
      rows(2026, 4...6, "a", "gmv", 50) + rows(2026, 4...6, "a", "spend", 10)
        + ["2026-Q2,b,gmv,900", "2026-Q2,b,spend,30", "2026-04,c,gmv,5", "2026-Q2,c,spend,5"],
      [.value: "17.5", .months: "3/3", .missing: "c"]),
    MetricCase(
      // The row of the quarter does not count, as all months are there.
      "a row that does not count changes nothing", "per_fan", "2026-Q1",
      rows(2026, 1...3, "a", "clicks", 20)
        + ["2026-01,a,fans,100", "2026-03,a,fans,400", "2026-Q1,a,clicks,60"],
      [.value: "0.1", .months: "2/3"]),
    MetricCase(
      // (600 + 900 + 400) ÷ (200 + 100 + 200): quarters where they are, months elsewhere
      "a year under way counts its quarters' rows", "roas", "2026",
      ratio + ["2026-04,a,gmv,400", "2026-04,a,spend,200"], asOf: "2026-05-10",
      [.value: "3.8", .months: "4/12"]),
    MetricCase(
      // 900 ÷ 100 of the quarter and 80 ÷ 40 of April
      "and a channel's own year", "roas", "2026",
      ratio + ["2026-04,b,gmv,80", "2026-04,b,spend,40"], asOf: "2026-05-10", channel: "b",
      [.value: "7", .months: "4/12"]),
    MetricCase(
      // Before its end the quarter's row of b does not count: (100 + 200) ÷ (50 + 50)
      "a quarter under way counts months alone", "roas", "2026-Q1", ratio, asOf: "2026-03-20",
      [.value: "3", .months: "2/3"]),
    MetricCase(
      // b spends and sells nothing: (600) ÷ (200 + 100)
      "a channel with a single part adds it", "roas", "2026-Q1",
      ratio.filter { $0 != "2026-Q1,b,gmv,900" }, [.value: "2", .months: "3/3"]),
    MetricCase(
      // b's spend is of the quarter, a has no March: months alone, (100 + 200) ÷ (50 + 50)
      "a row that goes beyond the others' months is not cut", "roas", "2026-Q1",
      ratio.filter { !$0.hasPrefix("2026-03") && $0 != "2026-Q1,b,gmv,900" },
      [.value: "3", .months: "2/3"]),
    MetricCase(
      // paid of a and b, leads of a alone, (60 + 30) ÷ 9 without b
      "where metrics.yml names the ratio's channels, only they count", "cpl", "2026-Q1",
      ["2026-Q1,a,paid,90", "2026-Q1,b,paid,500", "2026-Q1,a,leads,9"],
      [.value: "10", .months: "3/3", .missing: ""]),
    MetricCase(
      "a quarter's rows of all beside months", "roas", "2026",
      [
        "2026-Q1,all,gmv,600", "2026-Q1,all,spend,200", "2026-04,all,gmv,200",
        "2026-04,all,spend,200",
      ],
      [.value: "2", .months: "4/12"]),
    MetricCase(
      // (300 + 300) ÷ (30 + 60) of the first quarter and (300 + 300) ÷ (30 + 30) of the
      // second: 1,200 ÷ 150, b's spend of July with no sales beside it left out
      "a channel that owes one part keeps its quarters", "roas", "2026", quarterly,
      asOf: "2026-08-10", [.value: "8", .months: "6/12", .missing: ""]),
    MetricCase(
      // 10 ÷ 10 of six months against (300 + 3,000 + 600) ÷ (30 + 60 + 90) = 21.6667
      "the year before counts its quarters' rows, too", "roas", "2026", yearBefore,
      asOf: "2026-07-10", [.value: "10", .yearEarlier: "−53.8%"]),
    MetricCase(
      // Visitors of three months are not the quarter's, whatever another quarter says.
      "distinct people are not added up in a ratio either", "per_visitor", "2026-Q1", people,
      [.value: "absent: not-additive"]),
    MetricCase(
      // 30 ÷ 120, never ÷ (110 + 120)
      "nor are stocks", "per_fan", "2026-Q1",
      [
        "2026-01,a,clicks,10", "2026-02,a,clicks,20", "2026-01,a,fans,110", "2026-02,a,fans,120",
        "2026-Q3,a,clicks,7",
      ], [.value: "0.25", .months: "2/3"]),
    MetricCase(
      // (30 + 40 + 20) ÷ 300 of August, the newest of both
      "a sum with quarters' rows over the newest stock", "per_fan", "2026",
      [
        "2026-Q1,a,clicks,30", "2026-Q2,a,clicks,40", "2026-08,a,clicks,20", "2026-07,a,fans,100",
        "2026-08,a,fans,300",
      ], asOf: "2026-09-03", [.value: "0.3", .months: "7/12"]),
    MetricCase(
      // 600 + 900 over 60 + 100, as the sums beside it
      "where no channel is declared, the sums are divided", "roas", "2026-Q1", undeclared,
      [.value: "9.375", .months: "3/3"]),
    MetricCase(
      "rows of 0 divide nothing", "roas", "2026-Q1",
      ["2026-Q1,a,gmv,5", "2026-Q1,a,spend,0"], [.value: "absent: no-denominator"]),
  ]

  @Test("a value of mixed rows", arguments: cases + ratios)
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
