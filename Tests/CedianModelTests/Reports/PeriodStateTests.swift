import CedianModel
import Testing

@Suite("Open periods, periods ahead and fiscal years")
struct PeriodStateTests {
  private static let goals = [
    2026: ["{id: G1, 指标: gmv, 目标值: 900, 季度: {Q1: 180}, 月份: {1月: 50, 2月: 50, 3月: 80}}"]
  ]
  private static let rows = [
    "2026-01,all,gmv,50", "2026-02,all,gmv,20", "2026-03,all,gmv,300",
  ]

  static let states: [MetricCase] = [
    MetricCase(
      "a month under way shows what there is and is not judged", "gmv", "2026-02", rows,
      goals: goals, asOf: "2026-02-28",
      [.value: "20", .underWay: "true", .judged: "false", .previous: "under-way"]),
    MetricCase(
      // 20 ÷ 50; (20 − 50) ÷ 50
      "the day after its last it is", "gmv", "2026-02", rows, goals: goals, asOf: "2026-03-01",
      [.value: "20", .underWay: "false", .attainment: "40.0%", .previous: "−60.0%"]),
    MetricCase(
      // 50 + 20 = 70 of 50 + 50 = 100; March's 300 wait.
      "an open quarter counts its closed months", "gmv", "2026-Q1", rows, goals: goals,
      asOf: "2026-03-31",
      [.value: "70", .months: "2/3", .comparable: "100", .judged: "true", .attainment: "70.0%"]),
    MetricCase(
      "a quarter in its first month is under way", "gmv", "2026-Q1", rows, goals: goals,
      asOf: "2026-01-31", [.value: "50", .months: "1/3", .underWay: "true", .judged: "false"]),
    MetricCase(
      // 50 + 20 + 300
      "the day after it all count", "gmv", "2026-Q1", rows, goals: goals, asOf: "2026-04-01",
      [.value: "370", .months: "3/3", .attainment: "205.6%", .status: "reached"]),
    MetricCase(
      "a month ahead has no value, whatever is written", "gmv", "2026-03", rows, goals: goals,
      asOf: "2026-02-28",
      [.value: "absent: not-reported", .target: "80", .status: "no-data", .judged: "false"]),
    MetricCase(
      "a quarter ahead has none either", "gmv", "2026-Q2", ["2026-Q2,all,gmv,9"],
      asOf: "2026-03-31", [.value: "absent: not-reported"]),
  ]

  /// Goals of fiscal 2026 (April 2026 to March 2027).
  private static let fiscalGoals = [
    2026: [
      "{id: G1, 指标: gmv, 目标值: 900, 季度: {Q1: 60, Q4: 90}, 月份: {4月: 10, 5月: 20, 1月: 40}}"
    ]
  ]

  static let fiscal: [MetricCase] = [
    MetricCase(
      // April to June: 1 + 2 + 3
      "the first quarter is April to June", "gmv", "2026-Q1",
      ["2026-03,all,gmv,99", "2026-04,all,gmv,1", "2026-05,all,gmv,2", "2026-06,all,gmv,3"],
      goals: fiscalGoals, fiscal: 4,
      [.value: "6", .months: "3/3", .target: "60", .attainment: "10.0%"]),
    MetricCase(
      // January to March 2027: 4 + 5 + 6
      "the fourth lies in the next calendar year", "gmv", "2026-Q4",
      ["2026-03,all,gmv,99", "2027-01,all,gmv,4", "2027-02,all,gmv,5", "2027-03,all,gmv,6"],
      goals: fiscalGoals, fiscal: 4, [.value: "15", .months: "3/3", .target: "90"]),
    MetricCase(
      // April 2026 and March 2027: 1 + 6; March 2026 is fiscal 2025's.
      "the year ends in March", "gmv", "2026",
      ["2026-03,all,gmv,99", "2026-04,all,gmv,1", "2027-03,all,gmv,6", "2027-04,all,gmv,99"],
      goals: fiscalGoals, fiscal: 4, [.value: "7", .months: "2/12", .target: "900"]),
    MetricCase(
      "the sheet of 2026 gives January 2027 its target", "gmv", "2027-01",
      ["2027-01,all,gmv,20"], goals: fiscalGoals, fiscal: 4,
      [.target: "40", .attainment: "50.0%"]),
    MetricCase(
      "and January 2026 none", "gmv", "2026-01", ["2026-01,all,gmv,20"], goals: fiscalGoals,
      fiscal: 4, [.target: "none"]),
    MetricCase(
      // April 2026 against April 2025; (12 − 10) ÷ 10
      "a quarter's year earlier is the fiscal one", "gmv", "2026-Q1",
      ["2025-04,all,gmv,10", "2025-01,all,gmv,99", "2026-04,all,gmv,12"], fiscal: 4,
      [.value: "12", .yearEarlier: "+20.0%"]),
    MetricCase(
      // April to June 2026 (6) against January to March 2026 (3)
      "the quarter before the first is the year before's fourth", "gmv", "2026-Q1",
      [
        "2026-01,all,gmv,1", "2026-02,all,gmv,1", "2026-03,all,gmv,1", "2026-04,all,gmv,1",
        "2026-05,all,gmv,2", "2026-06,all,gmv,3",
      ], fiscal: 4, [.previous: "+100.0%"]),
  ]

  @Test("what a day makes of a period", arguments: states)
  func statesJudged(metricCase: MetricCase) throws { try metricCase.expect() }

  @Test("fiscal years from April", arguments: fiscal)
  func fiscalJudged(metricCase: MetricCase) throws { try metricCase.expect() }

  @Test(
    "a fiscal quarter closes the day after its own last",
    arguments: [
      ("2026-03-31", PeriodState.ahead, "2026-Q1"), ("2026-04-01", .open, "2026-Q1"),
      ("2026-06-30", .open, "2026-Q1"), ("2026-07-01", .closed, "2026-Q1"),
      ("2027-03-31", .open, "2026"), ("2027-04-01", .closed, "2026"),
    ])
  func fiscalState(day: String, state: PeriodState, period: String) throws {
    let calendar = FiscalCalendar(firstMonth: 4)
    #expect(
      calendar.state(of: try #require(Period(period)), asOf: try #require(Day(iso: day))) == state)
  }

  @Test("months know their fiscal quarter and year")
  func fiscalPlaces() {
    let calendar = FiscalCalendar(firstMonth: 4)
    #expect(calendar.quarter(of: .month(2026, 4)) == .quarter(2026, 1))
    #expect(calendar.quarter(of: .month(2026, 12)) == .quarter(2026, 3))
    #expect(calendar.quarter(of: .month(2027, 3)) == .quarter(2026, 4))
    #expect(calendar.year(of: .month(2026, 3)) == .year(2025))
    #expect(calendar.parts(of: .year(2026)) == (1...4).map { .quarter(2026, $0) })
    // 30 + 31 + 30; April 2027 to March 2028 has a 29 February.
    #expect(calendar.dayCount(of: .quarter(2026, 1)) == 91)
    #expect(calendar.dayCount(of: .year(2027)) == 366)
  }

  @Test("nothing of an open period counts among reached and missed")
  func countsNothingOpen() throws {
    let site = ReportSite(rows: Self.rows, goals: Self.goals, asOf: "2026-02-15")
    #expect(try site.report("2026-02").counts == [:])
    #expect(try site.report("2026-01").counts == [.reached: 1])
    #expect(try site.report("2026-01").lastDay == Period.month(2026, 1).last)
    #expect(try site.report("2026-02").lastDay == Day(iso: "2026-02-15"))
    #expect(try site.report("2026-03").state == .ahead)
  }

  @Test("results, goals and plans touch fiscal quarters and years, not calendar ones")
  func fiscalPeriods() throws {
    let site = ReportSite(rows: ["2027-01,all,gmv,1"], fiscal: 4)
    // January 2027 lies in the fourth quarter of fiscal 2026.
    #expect(
      Set(try site.source().periods()) == [.month(2027, 1), .quarter(2026, 4), .year(2026)])
    #expect(try site.report("2026-Q4").lastDay == Day(iso: "2027-03-31"))
    #expect(try site.report("2026-Q4").parts == (1...3).map { .month(2027, $0) })
  }
}
