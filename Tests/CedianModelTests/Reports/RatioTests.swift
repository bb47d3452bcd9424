import CedianModel
import Testing

@Suite("Ratios roll up as the sum of numerators over the sum of denominators")
struct RatioTests {
  /// 3 %, 5 %, 2 % of 100k, 50k, 200k.
  private static let quarter = [
    "2026-01,all,clicks,3000", "2026-01,all,impressions,100000", "2026-02,all,clicks,2500",
    "2026-02,all,impressions,50000", "2026-03,all,clicks,4000", "2026-03,all,impressions,200000",
  ]

  static let cases: [MetricCase] = [
    MetricCase(
      // (3000 + 2500 + 4000) ÷ (100000 + 50000 + 200000) = 9500 ÷ 350000 = 2.714285… %
      "a quarter weighs its months, not (3 + 5 + 2) ÷ 3 = 3.33 %", "ctr", "2026-Q1", quarter,
      [.value: "2.7143", .months: "3/3"]),
    MetricCase("a month is its own", "ctr", "2026-02", quarter, [.value: "5"]),
    MetricCase(
      // February has no denominator: (3000 + 4000) ÷ 300000 = 2.3333 %, its clicks left out.
      "a month without one of its parts counts with neither", "ctr", "2026-Q1",
      quarter.filter { $0 != "2026-02,all,impressions,50000" },
      [.value: "2.3333", .months: "2/3"]),
    MetricCase(
      // January has no numerator: (2500 + 4000) ÷ 250000 = 2.6 %
      "nor with the denominator alone", "ctr", "2026-Q1",
      quarter.filter { $0 != "2026-01,all,clicks,3000" }, [.value: "2.6", .months: "2/3"]),
    MetricCase(
      "a denominator of 0 divides nothing", "ctr", "2026-01",
      ["2026-01,all,clicks,5", "2026-01,all,impressions,0"], [.value: "absent: no-denominator"]),
    MetricCase(
      // (5 + 10) ÷ (0 + 500) = 3 %
      "a month of 0 counts in the quarter", "ctr", "2026-Q1",
      [
        "2026-01,all,clicks,5", "2026-01,all,impressions,0", "2026-02,all,clicks,10",
        "2026-02,all,impressions,500",
      ], [.value: "3", .months: "2/3"]),
    MetricCase(
      "a numerator of 0 is a ratio of 0", "ctr", "2026-01",
      ["2026-01,all,clicks,0", "2026-01,all,impressions,100"], [.value: "0"]),
    MetricCase(
      "a denominator that is not there", "ctr", "2026-01", ["2026-01,all,clicks,5"],
      [.value: "absent: not-reported"]),
    MetricCase(
      // (10 + 30) ÷ (100 + 900) = 4 %, not (10 % + 3.33 %) ÷ 2
      "channels weigh by their denominators too", "ctr", "2026-01",
      [
        "2026-01,a,clicks,10", "2026-01,a,impressions,100", "2026-01,b,clicks,30",
        "2026-01,b,impressions,900",
      ], [.value: "4"]),
    MetricCase(
      // Leads are channel a's alone: 600 ÷ 20 = 30, not (600 + 400) ÷ 20 = 50
      "where metrics.yml names its channels, the parts are theirs", "cpl", "2026-01",
      ["2026-01,a,paid,600", "2026-01,b,paid,400", "2026-01,a,leads,20"], [.value: "30"]),
    MetricCase(
      // 100 ÷ 1 row of `all` over the channels' own: 500 ÷ 200 = 2.5
      "an organisation's row stands before its channels'", "roas", "2026-01",
      [
        "2026-01,all,gmv,500", "2026-01,a,gmv,900", "2026-01,a,spend,150", "2026-01,b,spend,50",
      ], [.value: "2.5"]),
    MetricCase(
      // The rate rose from 4 % to 5 %: 1 percentage point, never 25 %.
      "a rate changes in percentage points", "ctr", "2026-02",
      [
        "2026-01,all,clicks,4", "2026-01,all,impressions,100", "2026-02,all,clicks,5",
        "2026-02,all,impressions,100",
      ], [.previous: "+1.0 个百分点", .yearEarlier: "no-base"]),
    MetricCase(
      // 2.714285… ÷ 3 = 0.90476; in the whole 2.714285… − 3 = −0.2857 points
      "a quarter's rate stands beside the quarter's target", "ctr", "2026-Q1", quarter,
      goals: [2026: ["{id: G1, 指标: ctr, 目标值: 4%, 季度: {Q1: 3%}}"]],
      [.target: "3", .attainment: "90.5%", .status: "at-risk", .variance: "−0.2857"]),
    MetricCase(
      // (3000 + 2500) ÷ 150000 = 3.6667 %: a rate's target does not shrink with the months.
      "two months of a rate against the quarter's own target", "ctr", "2026-Q1",
      Array(quarter.prefix(4)),
      goals: [2026: ["{id: G1, 指标: ctr, 目标值: 4%, 季度: {Q1: 3%}}"]],
      [.value: "3.6667", .months: "2/3", .comparable: "3", .status: "reached"]),
    MetricCase(
      // 3000 ÷ 100000 = 3 % against January's 2 %, where months are given.
      "one month of a rate against that month's target", "ctr", "2026-Q1",
      Array(quarter.prefix(2)),
      goals: [2026: ["{id: G1, 指标: ctr, 目标值: 4%, 季度: {Q1: 3%}, 月份: {1月: 2%}}"]],
      [.value: "3", .months: "1/3", .target: "3", .comparable: "2", .attainment: "150.0%"]),
    MetricCase(
      // 1,570 ÷ 16
      "parts given for the quarter are divided", "roas", "2026-Q1",
      ["2026-Q1,all,gmv,1570", "2026-Q1,all,spend,16"], [.value: "98.125", .months: "3/3"]),
    MetricCase(
      // (10 + 20 + 30) ÷ 24
      "months over a quarter's row", "roas", "2026-Q1",
      [
        "2026-01,all,gmv,10", "2026-02,all,gmv,20", "2026-03,all,gmv,30", "2026-Q1,all,spend,24",
      ], [.value: "2.5", .months: "3/3"]),
    MetricCase(
      // January's 10 ÷ 5: the quarter's spend is not March's and February's alone.
      "a part that is not whole is divided by its months", "roas", "2026-Q1",
      ["2026-01,all,gmv,10", "2026-01,all,spend,5", "2026-Q1,all,spend,24"],
      [.value: "2", .months: "1/3"]),
  ]

  @Test("a ratio's value", arguments: cases)
  func judges(metricCase: MetricCase) throws { try metricCase.expect() }
}
