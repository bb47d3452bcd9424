import CedianModel
import Testing

@Suite("Months and channels come together by the metric's aggregation")
struct AggregationTests {
  static let cases: [MetricCase] = [
    MetricCase(
      // 10 + 20 + 30
      "sum adds months", "gmv", "2026-Q1",
      ["2026-01,all,gmv,10", "2026-02,all,gmv,20", "2026-03,all,gmv,30"], [.value: "60"]),
    MetricCase(
      // Exact: 0.1 + 0.2 is 0.3.
      "sums are decimal", "gmv", "2026-Q1", ["2026-01,all,gmv,0.1", "2026-02,all,gmv,0.2"],
      [.value: "0.3"]),
    MetricCase(
      "channels add up", "gmv", "2026-01", ["2026-01,a,gmv,10", "2026-01,b,gmv,20"],
      [.value: "30"]),
    MetricCase(
      "a row of all is not added to its channels", "gmv", "2026-01",
      ["2026-01,a,gmv,10", "2026-01,all,gmv,35", "2026-01,b,gmv,20"],
      [.value: "35", .rows: "content/results/2026/all.csv:3"]),
    MetricCase(
      "the first of two counts of the same thing", "gmv", "2026-01",
      ["2026-01,a,gmv,10", "2026-01,a,gmv,11"], [.value: "10"]),
    MetricCase(
      "a row for the whole quarter stands where no month says more", "gmv", "2026-Q1",
      ["2026-Q1,all,gmv,70"], [.value: "70", .months: "3/3"]),
    MetricCase(
      "and instead of months that are not all there, to which it is not added", "gmv", "2026-Q1",
      ["2026-Q1,all,gmv,70", "2026-01,all,gmv,10"], [.value: "70", .months: "3/3"]),
    MetricCase(
      // 10 + 20 + 30
      "but not where all are", "gmv", "2026-Q1",
      [
        "2026-Q1,all,gmv,70", "2026-01,all,gmv,10", "2026-02,all,gmv,20", "2026-03,all,gmv,30",
      ], [.value: "60", .months: "3/3"]),
    MetricCase(
      "nor before the quarter is over", "gmv", "2026-Q1",
      ["2026-Q1,all,gmv,70", "2026-01,all,gmv,10"], asOf: "2026-03-15",
      [.value: "10", .months: "1/3"]),
    MetricCase(
      // 70 of a and 5 of b, of which two months are not known
      "each channel for itself, and one that is not whole is told", "gmv", "2026-Q1",
      ["2026-Q1,a,gmv,70", "2026-01,a,gmv,10", "2026-01,b,gmv,5"],
      [.value: "75", .months: "3/3", .missing: "b"]),
    MetricCase(
      // The months of a, 10 + 20 + 30, and the quarter's 7 of b
      "each channel's months where it has them all, else its quarter's row", "sales", "2026-Q1",
      [
        "2026-Q1,a,sales,70", "2026-Q1,b,sales,7", "2026-01,a,sales,10", "2026-02,a,sales,20",
        "2026-03,a,sales,30",
      ], [.value: "67", .months: "3/3", .missing: ""]),
    MetricCase(
      // 70 + 80
      "quarters given as a whole make the year", "gmv", "2026",
      ["2026-Q1,all,gmv,70", "2026-Q2,all,gmv,80"],
      [
        .value: "150", .months: "6/12",
        .rows: "content/results/2026/all.csv:2 content/results/2026/all.csv:3",
      ]),
    MetricCase(
      // The first quarter's 70 for its January, the second's 80, and July's 5
      "beside quarters that are given by months", "gmv", "2026",
      [
        "2026-Q1,all,gmv,70", "2026-01,all,gmv,10", "2026-Q2,all,gmv,80", "2026-07,all,gmv,5",
      ], [.value: "155", .months: "7/12"]),
    MetricCase(
      "a quarter that is not over does not count", "gmv", "2026",
      ["2026-Q1,all,gmv,70", "2026-Q2,all,gmv,80"], asOf: "2026-05-31",
      [.value: "70", .months: "3/12"]),
    MetricCase(
      "the year's own row where its quarters are not all there", "gmv", "2026",
      ["2026,all,gmv,500", "2026-Q1,all,gmv,70"], [.value: "500", .months: "12/12"]),
    MetricCase(
      "but not before it is over", "gmv", "2026",
      ["2026,all,gmv,500", "2026-Q1,all,gmv,70"], asOf: "2026-12-31",
      [.value: "70", .months: "3/12"]),
    MetricCase(
      // 70 against 60 of the first quarter
      "against the goals of the same quarters", "gmv", "2026", ["2026-Q1,all,gmv,70"],
      goals: [2026: ["{id: G1, 指标: gmv, 目标值: 900, 季度: {Q1: 60, Q2: 90}}"]],
      [.comparable: "60", .attainment: "116.7%"]),
    MetricCase(
      "of a stock the newest quarter", "fans", "2026",
      ["2026-Q1,all,fans,70", "2026-Q2,all,fans,80"], [.value: "80", .months: "1/12"]),
    MetricCase(
      "unless a later month is known", "fans", "2026",
      ["2026-Q1,all,fans,70", "2026-04,all,fans,75"], [.value: "75", .months: "1/12"]),
    MetricCase(
      "the last quarter's stands for the year", "fans", "2026", ["2026-Q4,all,fans,90"],
      [.value: "90", .months: "12/12"]),
    MetricCase(
      "last takes the newest month", "fans", "2026-Q1",
      ["2026-01,all,fans,10", "2026-02,all,fans,30", "2026-03,all,fans,20"],
      [.value: "20", .months: "3/3", .rows: "content/results/2026/all.csv:4"]),
    MetricCase(
      "last goes back to the newest month reported", "fans", "2026-Q1",
      ["2026-01,all,fans,10", "2026-02,all,fans,30", "2026-03,all,fans,"],
      [.value: "30", .months: "1/3"]),
    MetricCase(
      // 10 + 20
      "followers of channels add up", "fans", "2026-01",
      ["2026-01,a,fans,10", "2026-01,b,fans,20"],
      [.value: "30"]),
    MetricCase(
      "marks of channels do not", "mark", "2026-01", ["2026-01,a,mark,4.8", "2026-01,b,mark,4.6"],
      [.value: "absent: not-additive"]),
    MetricCase(
      "a channel keeps its own mark", "mark", "2026-Q1",
      ["2026-01,a,mark,4.8", "2026-02,a,mark,4.7", "2026-02,b,mark,4.6"], channel: "a",
      [.value: "4.7"]),
    MetricCase(
      "none of a month is its row", "visitors", "2026-01", ["2026-01,all,visitors,50"],
      [.value: "50"]),
    MetricCase(
      "none of months is not added", "visitors", "2026-Q1",
      ["2026-01,all,visitors,50", "2026-02,all,visitors,60", "2026-03,all,visitors,70"],
      [.value: "absent: not-additive"]),
    MetricCase(
      "none of channels is not added", "visitors", "2026-01",
      ["2026-01,a,visitors,50", "2026-01,b,visitors,60"], [.value: "absent: not-additive"]),
    MetricCase(
      "none of a quarter needs its own row", "visitors", "2026-Q1",
      ["2026-01,all,visitors,50", "2026-02,all,visitors,60", "2026-Q1,all,visitors,90"],
      [.value: "90", .months: "3/3", .rows: "content/results/2026/all.csv:4"]),
    MetricCase(
      // Lines 2 and 4; line 3 has no value.
      "a value names the rows it was made from", "gmv", "2026-Q1",
      ["2026-01,a,gmv,1", "2026-01,b,gmv,", "2026-02,a,gmv,2"],
      [.rows: "content/results/2026/all.csv:2 content/results/2026/all.csv:4"]),
    MetricCase(
      // Numerators first: lines 2 and 4, then 3 and 5.
      "a ratio names those of both its parts", "ctr", "2026-Q1",
      [
        "2026-01,all,clicks,1", "2026-01,all,impressions,10", "2026-02,all,clicks,1",
        "2026-02,all,impressions,10",
      ],
      [
        .rows: [2, 4, 3, 5].map { "content/results/2026/all.csv:\($0)" }.joined(separator: " ")
      ]),
  ]

  @Test("a value by its aggregation", arguments: cases)
  func judges(metricCase: MetricCase) throws { try metricCase.expect() }

  private static let activityRows = [
    "results/2026/live.csv": """
    period,channel,activity,metric,value
    2026-01,a,2026-01-live,gmv,40
    2026-01,a,2026-01-live,spend,7
    2026-02,a,2026-01-live,spend,5

    """,
    "activities/2026/2026-01-live.md":
      "---\nid: 2026-01-live\n主题: 直播\n时间: 2026-01-10/2026-02-03\n---\n",
  ]

  static let activities: [MetricCase] = [
    MetricCase(
      // 100, of which 40 are the activity's: not 140
      "an activity's rows break a channel down", "gmv", "2026-01", ["2026-01,a,gmv,100"],
      files: activityRows, [.value: "100"]),
    MetricCase(
      "and do not stand for it", "gmv", "2026-01", [], files: activityRows,
      [.value: "absent: not-reported"]),
    MetricCase(
      "in the quarter neither", "spend", "2026-Q1", ["2026-01,a,spend,9"], files: activityRows,
      [.value: "9", .months: "1/3"]),
  ]

  @Test("activity rows are never added", arguments: activities)
  func activitiesJudged(metricCase: MetricCase) throws { try metricCase.expect() }

  @Test("an activity's spend is that of its rows up to the period's end")
  func activitySpend() throws {
    let site = ReportSite(files: Self.activityRows)
    // January: 7; February: 7 + 5.
    #expect(try site.report("2026-01").activities.map(\.spend) == [7])
    #expect(try site.report("2026-02").activities.map(\.spend) == [12])
    #expect(try site.report("2026-Q1").activities.map(\.spend) == [12])
  }
}
