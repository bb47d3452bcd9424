import CedianModel
import Testing

@Suite("compliance-check")
struct ComplianceCheckTests {
  private static let november = "审批: 已提交\n时间: 2026-11-01/2026-11-11\n"

  static let cases: [RuleCase] =
    [
      RuleCase.activity(
        "no check", november + "1️⃣---",
        zh: ["缺少「合规检查」(compliance)：2026-11-01 开始，之前要查过宣传用语、价格标示和个人信息"],
        en: [
          """
          'compliance' (合规检查) is missing: it starts on 2026-11-01; wording, prices and personal \
          data are checked before
          """
        ]),
      .activity("an empty list", november + "1️⃣合规检查: []"),
      .activity(
        "items that lack something",
        november + """
          合规检查:
            - 1️⃣项目: 宣传用语
              日期: 2026-10-25
            - 2️⃣{项目: 价格, 检查人: 法务部}
            - 3️⃣{检查人: 法务部}
          """,
        zh: ["这项合规检查缺少「检查人」", "这项合规检查缺少「日期」", "这项合规检查缺少「项目」、「日期」"],
        en: [
          "this compliance item lacks 'by'", "this compliance item lacks 'on'",
          "this compliance item lacks 'item', 'on'",
        ]),
      .activity(
        "checked after the start",
        november + "合规检查: [1️⃣{项目: 用语, 检查人: 法务部, 日期: 2026-11-02}]",
        zh: ["「用语」2026-11-02 才检查，活动 2026-11-01 已经开始"],
        en: ["'用语' was checked on 2026-11-02, after the start on 2026-11-01"]),
      .activity(
        "checked on the first day",
        november + "合规检查: [{项目: 用语, 检查人: 法务部, 日期: 2026-11-01}]"),
      .activity("without a time nothing is due", "审批: 已提交"),
      .activity(
        "one under way is asked whatever the day", "状态: 进行中\n时间: 2026-11-01\n1️⃣---",
        asOf: "2026-01-01"),
      .activity("the day before it asks", november, asOf: "2026-10-24"),
      .activity("the first day on which it asks", november + "1️⃣---", asOf: "2026-10-25"),
      .activity("lead of a month", november + "1️⃣---", asOf: "2026-10-02", binding: lead(30)),
      .activity("before a lead of a month", november, asOf: "2026-10-01", binding: lead(30)),
      .activity("no lead: on the day", november + "1️⃣---", asOf: "2026-11-01", binding: lead(0)),
      .activity("no lead: the day before", november, asOf: "2026-10-31", binding: lead(0)),
    ]
    + RuleCase.notPutForward.map { .activity("not put forward: \($0)", "\($0)\n时间: 2026-11-01") }
    + [
      .activity(
        "what is written is judged long before",
        november + "合规检查: [1️⃣{项目: 用语, 检查人: 法务部, 日期: 2026-11-02}, 2️⃣{项目: 价格, 日期: 2026-10-01}]",
        asOf: "2026-09-01",
        zh: ["「用语」2026-11-02 才检查，活动 2026-11-01 已经开始", "这项合规检查缺少「检查人」"]),
      .activity("before the effective day", "审批: 已提交\n时间: 2025-12-31"),
      .activity("from the effective day", "审批: 已提交\n时间: 2026-01-01\n1️⃣---"),
    ]

  private static func lead(_ days: Int) -> String { "parameters: {lead_days: \(days)}" }

  @Test("asks for the check before the start", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("compliance-check") }

  @Test("a date that cannot be read is reported once", arguments: ["10.25", "2026-13-01", "上周"])
  func unreadable(date: String) throws {
    let brief = RuleCase.activity(
      "", Self.november + "合规检查: [{项目: 用语, 检查人: 法务部, 日期: \(date)}]")
    let found = try brief.diagnostics(binding: "compliance-check")
    #expect(found.map(\.id) == ["bad-time"], "\(found.map(\.message.zh))")
  }
}
