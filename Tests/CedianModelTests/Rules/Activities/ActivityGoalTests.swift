import CedianModel
import Testing

@Suite("activity-goal")
struct ActivityGoalTests {
  static let cases: [RuleCase] =
    [
      RuleCase.activity(
        "missing", "审批: 已提交\n1️⃣---", zh: ["缺少「支撑目标」(supports)：写明支撑哪一项年度目标"],
        en: ["'supports' (支撑目标) is missing: say which annual goal it serves"]),
      .activity("empty", "approval: submitted\n1️⃣supports: []"),
      .activity("given", "审批: 已提交\n支撑目标: [G1]"),
    ] + RuleCase.byState("1️⃣---")

  @Test("an activity serves an annual goal", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("activity-goal") }

  @Test("a goal that does not exist is said once")
  func unknown() throws {
    let brief = RuleCase.activity("", "审批: 已提交\n支撑目标: G9")
    let found = try brief.diagnostics(binding: "activity-goal")
    #expect(found.map(\.id) == ["unknown-reference"], "\(found.map(\.message.zh))")
  }
}
