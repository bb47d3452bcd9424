import CedianModel
import Testing

@Suite("channel-metrics")
struct ChannelMetricsTests {
  private static let header = "period,channel,activity,metric,value,source,note\n"
  private static func reported(
    _ rows: String, channel: String = "标题: 搜索推广\n指标: [clicks, gmv]"
  ) -> [String: String] {
    ["channels/sem.md": channel, "results/2026/2026-10.csv": header + rows + "\n"]
  }
  private static let full = "2026-10,sem,,clicks,1,,\n2026-10,sem,,gmv,2,,"

  static let cases: [RuleCase] = [
    RuleCase(
      "one is absent", reported("1️⃣2026-10,sem,,clicks,1,,"),
      zh: ["2026年10月「搜索推广」缺少「成交总额」的数据，已逾期 15 天"],
      en: ["'搜索推广' has no data for 'gmv' in Oct 2026, overdue by 15 days"]),
    RuleCase(
      "one is left empty without a note", reported("2026-10,sem,,clicks,1,,\n1️⃣2026-10,sem,,gmv,,,")),
    RuleCase(
      "one is left empty and explained",
      reported("2026-10,sem,,clicks,1,,\n2026-10,sem,,gmv,,,平台未出数")),
    RuleCase("zero is a value", reported("2026-10,sem,,clicks,0,,\n2026-10,sem,,gmv,0,,")),
    RuleCase(
      "none of the channel's, where others have results",
      reported("2026-10,email,,clicks,1,,", channel: "标题: 搜索推广\n1️⃣指标: [clicks, gmv]"),
      zh: ["2026年10月「搜索推广」缺少「点击量」、「成交总额」的数据，已逾期 15 天"]),
    RuleCase(
      "a month that had a plan",
      ["channels/sem.md": "1️⃣metrics: [clicks]", "plans/2026-10.md": ""]),
    RuleCase(
      "a ratio asks for its parts", reported("1️⃣2026-10,sem,,clicks,1,,", channel: "指标: [ctr]"),
      zh: ["2026年10月「sem」缺少「展现量」的数据，已逾期 15 天"]),
    RuleCase(
      "an activity's share is not the channel's total",
      reported("1️⃣2026-10,sem,,gmv,1,,\n2026-10,sem,a,clicks,1,,").merging([
        "activities/a.md": "主题: 甲"
      ]) { $1 }),
    RuleCase("all there", reported(full)),
    RuleCase("by names", reported("2026-10,搜索推广,,点击量,1,,\n2026-10,搜索推广,,GMV,2,,")),
    RuleCase(
      "a channel given up", reported("2026-10,email,,clicks,1,,", channel: "状态: 停用\n指标: [gmv]")),
    RuleCase("no metrics", reported("2026-10,email,,clicks,1,,", channel: "指标: []")),
    RuleCase("a month before the effective day", reported("2025-12,sem,,clicks,1,,")),
    RuleCase(
      "a quarter's plan is no month", ["channels/sem.md": "指标: [gmv]", "plans/2026-Q3.md": ""]),
    RuleCase("its last day", reported("2026-10,sem,,clicks,1,,"), asOf: "2026-10-31"),
  ]

  @Test("each closed month has a value or a reason", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("channel-metrics") }

  @Test(
    "reminds from the day after the month, and is late after the grace",
    arguments: [
      ("2026-10-31", nil, 0), ("2026-11-01", 1, 0), ("2026-11-01", 0, 5), ("2026-11-05", 0, 5),
      ("2026-11-06", 1, 5), ("2027-12-31", 426, 0),
    ] as [(String, Int?, Int)])
  func late(asOf: String, days: Int?, grace: Int) throws {
    let rows = RuleCase(
      "", Self.reported("2026-10,sem,,clicks,1,,"), asOf: asOf,
      binding: "parameters: {宽限天数: \(grace)}")
    let found = try rows.diagnostics(binding: "channel-metrics")
    #expect(found.map(\.lateness?.daysOverdue) == [days].present)
  }

  @Test("a finding in a results file counts for the channel, whose metrics are noted")
  func judged() throws {
    let only = try #require(try Self.cases[0].diagnostics(binding: "channel-metrics").first)
    #expect(only.judged == "content/channels/sem.md")
    #expect(only.notes.map(\.location?.path) == ["content/channels/sem.md"])
    #expect(only.fix?.example == "2026-10,sem,,gmv,,,平台未出数")
  }

  @Test("a value that cannot be read is reported once")
  func unreadable() throws {
    let rows = RuleCase("", Self.reported("2026-10,sem,,clicks,1,,\n2026-10,sem,,gmv,几万,,"))
    let found = try rows.diagnostics(binding: "channel-metrics")
    #expect(found.map(\.id) == ["bad-result-row"], "\(found.map(\.message.zh))")
  }
}
