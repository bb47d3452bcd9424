import CedianModel
import Testing

@Suite("approved-before-start")
struct ApprovedBeforeStartTests {
  private static let november = "时间: 2026-11-01/2026-11-11\n"
  private static func approved(_ on: String) -> String {
    november + "审批: {状态: 已批准, 审批人: 市场总监, 审批日期: \(on)}"
  }
  private static let warmUp = """

    宣传渠道:
      - {渠道: social, 阶段: 预热, 时间: 2026-10-25/2026-10-31}
      - {渠道: email, 阶段: 预热, 时间: 2026-10-20/2026-10-21}
      - {渠道: sem, 阶段: 上线, 时间: 2026-10-01}
    """

  static let cases: [RuleCase] = [
    .activity(
      "under way without approval", november + "状态: 进行中\n1️⃣---", zh: ["活动进行中，却没有审批记录"],
      en: ["the activity is running without any approval"]),
    .activity(
      "done while submitted", november + "状态: 已完成\n审批: {状态: 1️⃣已提交}", zh: ["活动已完成，审批却是「已提交」"],
      en: ["the activity is done, but its approval is 'submitted'"]),
    .activity("done though rejected", november + "状态: 已完成\n审批: 1️⃣已驳回"),
    .activity("done with an empty approval", november + "状态: 已完成\n1️⃣审批:"),
    .activity("without a time too", "status: running\n1️⃣---"),
    .activity(
      "approved after the start", approved("1️⃣2026-11-02"),
      zh: ["批准日期 2026-11-02 晚于活动开始日期 2026-11-01"],
      en: ["it was approved on 2026-11-02, after its start on 2026-11-01"]),
    .activity("approved on the first day", approved("2026-11-01")),
    .activity("approved before", approved("2026-10-20")),
    .activity(
      "it really began earlier", approved("1️⃣2026-10-31") + "\n实际时间: 2026-10-30/2026-11-11"),
    // Nothing ran before the approval.
    .activity("it really began later", approved("2026-11-02") + "\n实际时间: 2026-11-03/2026-11-11"),
    .activity(
      "it really began later, and was approved later still",
      approved("1️⃣2026-11-04") + "\n实际时间: 2026-11-03/2026-11-11",
      zh: ["批准日期 2026-11-04 晚于活动开始日期 2026-11-03"]),
    .activity(
      "approved after the first warm-up", approved("1️⃣2026-10-21") + warmUp,
      zh: ["批准日期 2026-10-21 晚于第一次预热 2026-10-20，预热也是执行"],
      en: ["it was approved on 2026-10-21, after its first warm-up on 2026-10-20"]),
    .activity("approved on the first warm-up's day", approved("2026-10-20") + warmUp),
    .activity(
      "warm-up does not count", approved("2026-10-21") + warmUp,
      binding: "parameters: {warmup_counts: false}"),
    .activity(
      "after the start warm-up or not", approved("1️⃣2026-11-02") + warmUp,
      binding: "parameters: {预热算执行: 否}", zh: ["批准日期 2026-11-02 晚于活动开始日期 2026-11-01"]),
    .activity(
      "approved without day or approver", november + "审批: {状态: 1️⃣已批准}", severity: .warning,
      zh: ["写了已批准，却缺少「审批人」、「审批日期」"], en: ["it says approved, but lacks 'by', 'on'"]),
    .activity("approved in one word", november + "审批: 1️⃣已批准", severity: .warning),
    .activity(
      "planned, its start has passed", november + "审批: 1️⃣已提交", severity: .warning,
      zh: ["活动 2026-11-01 应当开始，审批还是「已提交」，已逾期 15 天"],
      en: ["it was to start on 2026-11-01, its approval is still 'submitted', overdue by 15 days"]),
    .activity("planned, nobody asked", november + "1️⃣---", severity: .warning),
    .activity(
      "planned, its warm-up has begun", november + "审批: 1️⃣已提交" + warmUp, asOf: "2026-10-22",
      severity: .warning, zh: ["预热 2026-10-20 应当开始，审批还是「已提交」，已逾期 3 天"],
      en: [
        "its warm-up was to start on 2026-10-20, its approval is still 'submitted', overdue by 3 days"
      ]),
    .activity(
      "planned, its warm-up is to come", november + "审批: 已提交" + warmUp, asOf: "2026-10-19"),
    .activity(
      "planned, its warm-up does not count", november + "审批: 已提交" + warmUp, asOf: "2026-10-22",
      binding: "parameters: {warmup_counts: false}"),
    .activity("cancelled", november + "状态: 已取消\n审批: 已提交"),
    .activity("planned, without a time", "状态: 计划中"),
    .activity("started before the effective day", "时间: 2025-12-31\n状态: 已完成"),
    .activity("starts on the effective day", "时间: 2026-01-01\n状态: 已完成\n1️⃣---"),
  ]

  @Test("nothing is carried out before it is approved", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("approved-before-start") }

  @Test(
    "a planned activity is late from its first day, and only a warning",
    arguments: [
      ("2026-10-31", nil), ("2026-11-01", 1), ("2026-11-02", 2), ("2028-11-01", 732),
    ] as [(String, Int?)])
  func waiting(asOf: String, days: Int?) throws {
    let brief = RuleCase.activity(
      "", Self.november + "审批: 草拟", asOf: asOf, binding: "severity: error")
    let found = try brief.diagnostics(binding: "approved-before-start")
    #expect(found.map(\.lateness?.daysOverdue) == [days].present)
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test("what came late is noted where it is written", arguments: ["实际时间", "时间"])
  func note(field: String) throws {
    let actual = field == "时间" ? "" : "\n实际时间: 2026-11-01/2026-11-11"
    let brief = RuleCase.activity("", Self.approved("2026-11-02") + actual)
    let only = try #require(try brief.diagnostics(binding: "approved-before-start").first)
    #expect(only.notes.map(\.message.zh) == [field == "时间" ? "活动时间" : "实际时间"])
    #expect(only.notes.first?.location?.range.start.line == (field == "时间" ? 2 : 4))
  }

  @Test(
    "what cannot be read is reported once",
    arguments: [
      ("审批: {状态: 已批准, 审批人: [市场总监, 市场部], 审批日期: 2026-10-20}", "wrong-type"),
      ("审批: {状态: 已批准, 审批人: 市场总监, 审批日期: 10.20}", "bad-time"), ("状态: 进行中\n审批: 批过了", "wrong-type"),
      ("状态: 进行中\n审批: {状态: 批过了, 审批人: 市场总监}", "wrong-type"), ("审批: {状态: 待批复}", "wrong-type"),
    ])
  func unreadable(lines: String, id: String) throws {
    let brief = RuleCase.activity("", Self.november + lines)
    let found = try brief.diagnostics(binding: "approved-before-start")
    #expect(found.map(\.id) == [id], "\(found.map(\.message.zh))")
  }
}
