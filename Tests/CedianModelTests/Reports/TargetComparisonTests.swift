import CedianModel
import Testing

@Suite("Values beside their targets, their bases and what is missing")
struct TargetComparisonTests {
  private static func goal(_ metric: String, _ rest: String) -> [Int: [String]] {
    [2026: ["{id: G1, 指标: \(metric), \(rest)}"]]
  }

  static let incomplete: [MetricCase] = [
    MetricCase(
      // 30 + 40 = 70 against 50 + 50 = 100, not against 180
      "two months of three against the same months of the target", "gmv", "2026-Q1",
      ["2026-01,all,gmv,30", "2026-02,all,gmv,40"],
      goals: goal("gmv", "目标值: 900, 季度: {Q1: 180}, 月份: {1月: 50, 2月: 50, 3月: 80}"),
      [
        .value: "70", .months: "2/3", .target: "180", .comparable: "100", .variance: "-30",
        .fraction: "-0.3", .attainment: "70.0%", .status: "missed", .judged: "true",
      ]),
    MetricCase(
      // January and March: 30 + 90 = 120 against 50 + 80 = 130 = 92.3 %
      "a hole in the middle takes that month's target out", "gmv", "2026-Q1",
      ["2026-01,all,gmv,30", "2026-03,all,gmv,90"],
      goals: goal("gmv", "目标值: 900, 季度: {Q1: 180}, 月份: {1月: 50, 2月: 50, 3月: 80}"),
      [.value: "120", .months: "2/3", .comparable: "130", .attainment: "92.3%"]),
    MetricCase(
      "without monthly targets two months are not judged", "gmv", "2026-Q1",
      ["2026-01,all,gmv,30", "2026-02,all,gmv,40"],
      goals: goal("gmv", "目标值: 900, 季度: {Q1: 180}"),
      [
        .value: "70", .target: "180", .comparable: "none", .attainment: "none",
        .status: "not-comparable", .judged: "false",
      ]),
    MetricCase(
      // 30 + 40 + 90 = 160 ÷ 180 = 88.9 %
      "three of three against the quarter's own", "gmv", "2026-Q1",
      ["2026-01,all,gmv,30", "2026-02,all,gmv,40", "2026-03,all,gmv,90"],
      goals: goal("gmv", "目标值: 900, 季度: {Q1: 180}, 月份: {1月: 50, 2月: 50, 3月: 50}"),
      [.value: "160", .months: "3/3", .comparable: "180", .attainment: "88.9%"]),
    MetricCase(
      "without a quarter's own target its months add up", "gmv", "2026-Q1",
      ["2026-01,all,gmv,30", "2026-02,all,gmv,40", "2026-03,all,gmv,90"],
      goals: goal("gmv", "目标值: 900, 月份: {1月: 50, 2月: 50, 3月: 60}"),
      [.target: "160", .attainment: "100.0%", .status: "reached"]),
    MetricCase(
      "a month missing from the targets leaves none for the quarter", "gmv", "2026-Q1",
      ["2026-01,all,gmv,30"], goals: goal("gmv", "目标值: 900, 月份: {1月: 50, 2月: 50}"),
      [.target: "none", .status: "no-data"]),
    MetricCase(
      // February's 80 against February's 100, though March asks for 200
      "the newest month of a stock against that month's target", "fans", "2026-Q1",
      ["2026-01,all,fans,70", "2026-02,all,fans,80"],
      goals: goal("fans", "目标值: 900, 季度: {Q1: 200}, 月份: {1月: 60, 2月: 100, 3月: 200}"),
      [.value: "80", .months: "1/3", .comparable: "100", .attainment: "80.0%", .status: "at-risk"]
    ),
  ]

  static let bases: [MetricCase] = [
    MetricCase(
      // (150 − 100) ÷ 100
      "a positive base", "gmv", "2026-02", ["2026-01,all,gmv,100", "2026-02,all,gmv,150"],
      [.previous: "+50.0%"]),
    MetricCase(
      "a base of 0", "gmv", "2026-02", ["2026-01,all,gmv,0", "2026-02,all,gmv,150"],
      [.previous: "zero-base"]),
    MetricCase(
      // 30 − (−20) = 50, and no percentage
      "a negative base gives the absolute change", "profit", "2026-02",
      ["2026-01,all,profit,-20", "2026-02,all,profit,30"], [.previous: "+50.00元"]),
    MetricCase(
      // −50 − (−20) = −30
      "from bad to worse", "profit", "2026-02",
      ["2026-01,all,profit,-20", "2026-02,all,profit,-50"], [.previous: "−30.00元"]),
    MetricCase(
      // (−50 − 100) ÷ 100
      "into the negative", "profit", "2026-02",
      ["2026-01,all,profit,100", "2026-02,all,profit,-50"], [.previous: "−150.0%"]),
    MetricCase(
      "no base", "gmv", "2026-02", ["2026-02,all,gmv,150"],
      [.previous: "no-base", .yearEarlier: "no-base"]),
    MetricCase(
      "a base without a value is not 0", "gmv", "2026-02",
      ["2026-01,all,gmv,", "2026-02,all,gmv,150"], [.previous: "no-base"]),
    MetricCase(
      "nothing to compare", "gmv", "2026-02", ["2026-01,all,gmv,100"], [.previous: "no-value"]),
    MetricCase(
      // (110 − 100) ÷ 100
      "January against December", "gmv", "2026-01",
      ["2025-12,all,gmv,100", "2026-01,all,gmv,110"], [.previous: "+10.0%"]),
    MetricCase(
      // 1 + 2 + 3 = 6 against 3 + 4 + 5 = 12: (6 − 12) ÷ 12
      "the first quarter against the year before's last", "gmv", "2026-Q1",
      [
        "2025-10,all,gmv,3", "2025-11,all,gmv,4", "2025-12,all,gmv,5", "2026-01,all,gmv,1",
        "2026-02,all,gmv,2", "2026-03,all,gmv,3",
      ], [.previous: "−50.0%"]),
    MetricCase(
      // (120 − 100) ÷ 100
      "year over year", "gmv", "2026-02", ["2025-02,all,gmv,100", "2026-02,all,gmv,120"],
      [.yearEarlier: "+20.0%"]),
    MetricCase(
      "year over year with a month missing then", "gmv", "2026-Q1",
      [
        "2025-01,all,gmv,10", "2025-03,all,gmv,10", "2026-01,all,gmv,10", "2026-02,all,gmv,10",
        "2026-03,all,gmv,10",
      ], [.yearEarlier: "no-base"]),
    MetricCase(
      // January and March of both years: 11 + 13 = 24 against 10 + 10 = 20
      "year over year with a month missing now compares the same months", "gmv", "2026-Q1",
      [
        "2025-01,all,gmv,10", "2025-02,all,gmv,99", "2025-03,all,gmv,10", "2026-01,all,gmv,11",
        "2026-03,all,gmv,13",
      ], [.yearEarlier: "+20.0%"]),
    MetricCase(
      "year over year with a declared channel missing then", "sales", "2026-01",
      ["2025-01,a,sales,10", "2026-01,a,sales,10", "2026-01,b,sales,10"],
      [.value: "20", .missing: "", .yearEarlier: "no-base"]),
    MetricCase(
      "and with one missing now", "sales", "2026-01",
      ["2025-01,a,sales,10", "2025-01,b,sales,10", "2026-01,a,sales,30"],
      [.value: "30", .missing: "b", .yearEarlier: "no-base"]),
    MetricCase(
      "other channels are no base where none are declared", "gmv", "2026-01",
      ["2025-01,a,gmv,10", "2026-01,b,gmv,10"], [.yearEarlier: "no-base"]),
  ]

  static let previous: [MetricCase] = [
    MetricCase(
      // January and February (1 + 2) against October and November (3 + 4): (3 − 7) ÷ 7
      "two months of a quarter against the same two before, which are named", "gmv", "2026-Q1",
      [
        "2025-10,all,gmv,3", "2025-11,all,gmv,4", "2025-12,all,gmv,99", "2026-01,all,gmv,1",
        "2026-02,all,gmv,2",
      ], [.previous: "−57.1%", .base: "与2025年10月至11月相比"]),
    MetricCase(
      // January and March: 1 + 3 = 4 against October and December: 3 + 5 = 8
      "months apart are named one by one", "gmv", "2026-Q1",
      [
        "2025-10,all,gmv,3", "2025-11,all,gmv,4", "2025-12,all,gmv,5", "2026-01,all,gmv,1",
        "2026-03,all,gmv,3",
      ], [.previous: "−50.0%", .base: "与2025年10月、2025年12月相比"]),
    MetricCase(
      // (120 − 100) ÷ 100: December, where the quarter before ended, and not October.
      "a stock on the way against the end of the period before", "fans", "2026-Q1",
      ["2025-10,all,fans,60", "2025-12,all,fans,100", "2026-01,all,fans,120"],
      [.previous: "+20.0%", .base: "与2025年12月相比"]),
    MetricCase(
      "which must be known", "fans", "2026-Q1",
      ["2025-10,all,fans,60", "2025-11,all,fans,90", "2026-01,all,fans,120"],
      [.previous: "no-base", .base: "whole"]),
    MetricCase(
      // (120 − 80) ÷ 80: January of both years.
      "and against the same month a year before", "fans", "2026-Q1",
      ["2025-01,all,fans,80", "2025-03,all,fans,99", "2026-01,all,fans,120"],
      [.yearEarlier: "+50.0%"]),
    MetricCase(
      "a whole quarter against the whole one before", "gmv", "2026-Q1",
      [
        "2025-10,all,gmv,1", "2025-11,all,gmv,1", "2025-12,all,gmv,1", "2026-01,all,gmv,2",
        "2026-02,all,gmv,2", "2026-03,all,gmv,2",
      ], [.previous: "+100.0%", .base: "whole"]),
    MetricCase(
      // Each year January alone: (3 − 2) ÷ 2
      "a year has none of its own", "gmv", "2026", ["2025-01,all,gmv,2", "2026-01,all,gmv,3"],
      [.previous: "none", .yearEarlier: "+50.0%", .base: "whole"]),
  ]

  static let targets: [MetricCase] = [
    MetricCase(
      "a target of 0 has no attainment", "gmv", "2026-01", ["2026-01,all,gmv,5"],
      goals: goal("gmv", "目标值: 9, 月份: {1月: 0}"),
      [
        .target: "0", .attainment: "none", .status: "reached", .variance: "5", .fraction: "none",
        .judged: "true",
      ]),
    MetricCase(
      // 5 − (−10) = 15; 15 ÷ |−10|
      "a negative target has none either, but a variance", "profit", "2026-01",
      ["2026-01,all,profit,5"], goals: goal("profit", "目标值: 9, 月份: {1月: -10}"),
      [.attainment: "none", .status: "reached", .variance: "15", .fraction: "1.5"]),
    MetricCase(
      "0 complaints where none are allowed", "complaints", "2026-01", ["2026-01,all,complaints,0"],
      goals: goal("complaints", "目标值: 9, 月份: {1月: 0}"),
      [.attainment: "100.0%", .status: "reached"]),
    MetricCase(
      "1 complaint where none is allowed", "complaints", "2026-01", ["2026-01,all,complaints,1"],
      goals: goal("complaints", "目标值: 9, 月份: {1月: 0}"),
      [.attainment: "none", .status: "missed", .variance: "1"]),
    MetricCase(
      // 2 − 0 ÷ 50
      "lower is better at 0", "complaints", "2026-01", ["2026-01,all,complaints,0"],
      goals: goal("complaints", "目标值: 900, 月份: {1月: 50}"),
      [.attainment: "200.0%", .status: "reached", .fraction: "-1"]),
    MetricCase(
      // 2 − 55 ÷ 50 = 0.9
      "lower is better, a tenth too many", "complaints", "2026-01", ["2026-01,all,complaints,55"],
      goals: goal("complaints", "目标值: 900, 月份: {1月: 50}"),
      [.attainment: "90.0%", .status: "at-risk", .variance: "5"]),
    MetricCase(
      // 2 − 150 ÷ 50 = −1
      "lower is better, three times as many", "complaints", "2026-01",
      ["2026-01,all,complaints,150"], goals: goal("complaints", "目标值: 900, 月份: {1月: 50}"),
      [.attainment: "−100.0%", .status: "missed"]),
    MetricCase(
      "0 is a value", "gmv", "2026-01", ["2026-01,all,gmv,0"],
      goals: goal("gmv", "目标值: 9, 月份: {1月: 5}"),
      [.value: "0", .attainment: "0.0%", .status: "missed", .judged: "true"]),
    MetricCase(
      "missing is not", "gmv", "2026-01", ["2026-01,all,gmv,"],
      goals: goal("gmv", "目标值: 9, 月份: {1月: 5}"),
      [
        .value: "absent: not-reported", .months: "0/1", .attainment: "none", .status: "no-data",
        .variance: "none", .judged: "false",
      ]),
    MetricCase(
      "no goal", "gmv", "2026-01", ["2026-01,all,gmv,5"],
      [.target: "none", .status: "no-data", .judged: "false"]),
    MetricCase(
      "half of the channels are not held against the whole target", "sales", "2026-01",
      ["2026-01,a,sales,30"], goals: goal("sales", "目标值: 900, 月份: {1月: 50}"),
      [
        .value: "30", .missing: "b", .target: "50", .comparable: "none",
        .status: "not-comparable", .judged: "false",
      ]),
    MetricCase(
      "a channel has no target where others share it", "sales", "2026-01",
      ["2026-01,a,sales,30", "2026-01,b,sales,30"],
      goals: goal("sales", "目标值: 900, 月份: {1月: 50}"), channel: "a",
      [.value: "30", .target: "none"]),
    MetricCase(
      // 30 ÷ 50
      "the only channel has the organisation's", "leads", "2026-01", ["2026-01,a,leads,30"],
      goals: goal("leads", "目标值: 900, 月份: {1月: 50}"), channel: "a",
      [.target: "50", .attainment: "60.0%"]),
  ]

  @Test("an incomplete period against the same months", arguments: incomplete)
  func incompleteJudged(metricCase: MetricCase) throws { try metricCase.expect() }

  @Test("changes by their base", arguments: bases)
  func basesJudged(metricCase: MetricCase) throws { try metricCase.expect() }

  @Test("the period before", arguments: previous)
  func previousJudged(metricCase: MetricCase) throws { try metricCase.expect() }

  @Test("targets and attainment", arguments: targets)
  func targetsJudged(metricCase: MetricCase) throws { try metricCase.expect() }
}
