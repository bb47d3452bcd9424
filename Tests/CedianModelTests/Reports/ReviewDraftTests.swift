import CedianModel
import Foundation
import Testing

@Suite("A review's draft lists what its numbers say went wrong")
struct ReviewDraftTests {
  private static func goal(_ metric: String, _ target: String) -> [Int: [String]] {
    [2026: ["{id: G1, 指标: \(metric), 目标值: 9, 月份: {1月: \(target)}}"]]
  }

  private static func plan(_ lines: String) -> [String: String] {
    ["plans/2026-01.md": "---\nperiod: 2026-01\n\(lines)\n---\n"]
  }

  /// A site, and the problems that the draft lists.
  static let cases: [(ReportSite, [String])] = [
    // 40 of 50
    (
      ReportSite(rows: ["2026-01,all,gmv,40"], goals: goal("gmv", "50")),
      ["成交总额40.00元，达成率80.0%，比目标少10.00元"]
    ),
    (ReportSite(rows: ["2026-01,all,gmv,50"], goals: goal("gmv", "50")), []),
    // No attainment is defined for either, and both are missed.
    (
      ReportSite(rows: ["2026-01,all,complaints,2"], goals: goal("complaints", "0")),
      ["投诉2，比目标多2"]
    ),
    (
      ReportSite(rows: ["2026-01,all,profit,-30"], goals: goal("profit", "-10")),
      ["利润−30.00元，比目标少20.00元"]
    ),
    (ReportSite(rows: ["2026-01,all,complaints,0"], goals: goal("complaints", "0")), []),
    // 150 of 120, though no channel has a line of its own
    (
      ReportSite(rows: ["2026-01,all,spend,150"], files: plan("预算: [{项目: x, 金额: 120}]")),
      ["花费合计超出预算30.00元，执行率125.0%"]
    ),
    (ReportSite(rows: ["2026-01,all,spend,120"], files: plan("预算: [{项目: x, 金额: 120}]")), []),
    // a is over its line, the whole is not
    (
      ReportSite(
        rows: ["2026-01,a,spend,60", "2026-01,b,spend,10"],
        files: plan("预算: [{项目: x, 渠道: a, 金额: 50}, {项目: y, 渠道: b, 金额: 50}]")),
      ["渠道a花费超出预算10.00元，执行率120.0%"]
    ),
    // The whole budget is a's, and c spends too
    (
      ReportSite(
        rows: ["2026-01,a,spend,10", "2026-01,c,spend,5"],
        files: plan("预算: [{项目: x, 渠道: a, 金额: 50}]")),
      ["渠道c花费5.00元，没有预算"]
    ),
    // The part for no channel may be c's.
    (
      ReportSite(
        rows: ["2026-01,a,spend,10", "2026-01,c,spend,5"],
        files: plan("预算: [{项目: x, 渠道: a, 金额: 50}, {项目: y, 金额: 9}]")), []
    ),
    // Late, without a date, done, and due later
    (
      ReportSite(
        files: plan(
          """
          工作安排:
            - {id: T1, 内容: 甲, 时间: 2026-01-01/2026-01-20}
            - {id: T2, 内容: 乙}
            - {id: T3, 内容: 丙, 进展: 已完成}
            - {id: T4, 内容: 丁, 时间: 2026-01-01/2026-02-20}
          """)), ["工作未完成：T1 甲", "工作未完成：T2 乙"]
    ),
    // Nothing without a date is late before the month is over.
    (ReportSite(files: plan("工作安排: [{id: T2, 内容: 乙}]"), asOf: "2026-01-31"), []),
  ]

  @Test("each kind of problem, and what is none", arguments: cases.indices)
  func problems(index: Int) throws {
    let (site, expected) = Self.cases[index]
    let draft = ReviewDraft(try site.source(), .month(2026, 1), language: .zh).text
    let lines = draft.split(separator: "\n").map(String.init)
    let start = lines.firstIndex(of: "问题:") ?? lines.count
    let end = lines.firstIndex(of: "调整:") ?? lines.count
    let what = lines[min(start, end)..<end].filter { $0.hasPrefix("    内容: ") }.map {
      $0.dropFirst("    内容: ".count).trimmingCharacters(in: ["\""])
    }
    #expect(what == expected)
  }

  @Test("the table and the problems say which months they cover, as the report does")
  func incompleteQuarter() throws {
    // 70 of 90 for January and February; 150 for all three
    let site = ReportSite(
      rows: ["2026-01,all,gmv,40", "2026-02,all,gmv,30"],
      goals: [
        2026: ["{id: G1, 指标: gmv, 目标值: 900, 季度: {Q1: 150}, 月份: {1月: 50, 2月: 40, 3月: 60}}"]
      ])
    let draft = ReviewDraft(try site.source(), .quarter(2026, 1), language: .zh).text
    let row = draft.split(separator: "\n").first { $0.hasPrefix("| 成交总额 |") }
    #expect(row == "| 成交总额 | 150.00元（同期 90.00元） | 70.00元（2/3个月） | 77.8% | 未达标 |")
    #expect(draft.contains("内容: 成交总额70.00元（2/3个月），达成率77.8%，比目标少20.00元"))
  }
}
