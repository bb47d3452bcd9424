import CedianModel
import Testing

@Suite("Rounding is for showing, status is judged before it")
struct ReportRoundingTests {
  @Test(
    "attainment is shown half up, and nothing below 100 % as 100.0 %",
    arguments: [
      ("0.0005", "0.1%"), ("0.00049", "0.0%"), ("0.9994", "99.9%"), ("0.9995", "99.9%"),
      ("0.99999999", "99.9%"), ("1", "100.0%"), ("1.0004", "100.0%"), ("1.0005", "100.1%"),
      ("-0.0004", "0.0%"), ("-0.0005", "−0.1%"), ("0", "0.0%"),
    ])
  func attainmentShown(fraction: String, shown: String) throws {
    #expect(NumberFormat.attainment(try #require(Decimal(plain: fraction.utf8))) == shown)
  }

  /// A change from 1,000,000 of so many yuan.
  @Test(
    "changes are shown half up without a minus zero",
    arguments: [
      ("1000500", "+0.1%"), ("1000499", "0.0%"), ("999500", "−0.1%"), ("999501", "0.0%"),
      ("1000000", "0.0%"), ("0", "−100.0%"),
    ])
  func changeShown(value: String, shown: String) throws {
    try MetricCase(
      value, "gmv", "2026-02", ["2026-01,all,gmv,1000000", "2026-02,all,gmv,\(value)"],
      [.previous: shown]
    ).expect()
  }

  /// 999,500 of 1,000,000 is 99.95 %; 0.05 % is 500.
  static let judged: [MetricCase] = [
    judged("99.95 % is not reached", "999500", "", "99.9%", "at-risk"),
    judged("a yuan short is not", "999999", "", "99.9%", "at-risk"),
    judged("all of it is", "1000000", "", "100.0%", "reached"),
    // 79.99 % prints as 80.0 %.
    judged("79.99 % is missed, though it prints as 80.0 %", "799900", "", "80.0%", "missed"),
    judged("80 % is at risk", "800000", "", "80.0%", "at-risk"),
    judged(
      "site.yml says what is reached", "949999", "thresholds: {reached: 95%, at_risk: 60%}",
      "95.0%", "at-risk"),
    judged(
      "from its threshold on", "950000", "thresholds: {reached: 95%, at_risk: 60%}", "95.0%",
      "reached"),
    judged(
      "and what is missed", "599999", "thresholds: {reached: 95%, at_risk: 60%}", "60.0%",
      "missed"),
  ]

  private static func judged(
    _ name: String, _ value: String, _ site: String, _ shown: String, _ status: String
  ) -> MetricCase {
    MetricCase(
      name, "gmv", "2026-01", ["2026-01,all,gmv,\(value)"],
      goals: [2026: ["{id: G1, 指标: gmv, 目标值: 900万, 月份: {1月: 100万}}"]], site: site,
      [.attainment: shown, .status: status])
  }

  @Test("thresholds before rounding", arguments: judged)
  func thresholdsJudged(metricCase: MetricCase) throws { try metricCase.expect() }

  @Test("a cost above its target is never reached, however little above")
  func lowerIsBetterByADigit() throws {
    // 2 − 10000000000001 ÷ 10000000000000 = 0.9999999999999
    let actual = try #require(Decimal(plain: "10000000000001".utf8))
    let target = try #require(Decimal(plain: "10000000000000".utf8))
    let share = try #require(
      attainment(actual: actual, target: target, polarity: .lowerIsBetter))
    #expect(share < 1)
    #expect(NumberFormat.attainment(share) == "99.9%")
  }

  @Test(
    "a rate with one decimal, never 100.0 % before it is, never minus zero",
    arguments: [
      ("99.95", "99.9%"), ("99.94", "99.9%"), ("100", "100.0%"), ("100.05", "100.1%"),
      ("0.05", "0.1%"), ("0.049", "0.0%"), ("-0.04", "0.0%"), ("-0.05", "−0.1%"), ("0", "0.0%"),
    ])
  func rateShown(value: String, shown: String) throws {
    let rate = try #require(ReportSite().handbook.metrics.first { $0.id == "ctr" })
    let value = try #require(Decimal(plain: value.utf8))
    #expect(rate.words(value).zh == shown)
    #expect(rate.words(value).en == shown)
  }
}
