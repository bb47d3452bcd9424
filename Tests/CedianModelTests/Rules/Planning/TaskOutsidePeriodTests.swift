import CedianModel
import Testing

@Suite("task-outside-period")
struct TaskOutsidePeriodTests {
  private static func plan(
    _ time: String, _ path: String = "plans/2026-11.md", _ more: String = ""
  ) -> [String: String] {
    [path: "工作安排: [{内容: 备货, 时间: \(time)\(more)}]"]
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "reaches beyond the end", plan("1️⃣2026-11-25/2026-12-05"), zh: ["工作「备货」超出了2026年11月"],
      en: ["task '备货' reaches beyond Nov 2026"]),
    RuleCase("by one day", plan("1️⃣2026-11-25/2026-12-01")),
    RuleCase("begins one day early", plan("1️⃣2026-10-31/2026-11-05")),
    RuleCase(
      "lies outside", plan("1️⃣2026-12-01"), zh: ["工作「备货」的时间不在2026年11月"],
      en: ["task '备货' does not lie in Nov 2026"]),
    RuleCase("a quarter's task", plan("1️⃣2026-09-30/2026-10-01", "plans/2026-Q4.md")),
    RuleCase("first to last day", plan("2026-11-01/2026-11-30")),
    RuleCase("within the year", plan("2026-01-01/2026-12-31", "plans/2026.md")),
    RuleCase("dropped", plan("2026-12-01", "plans/2026-11.md", ", 进展: 已取消")),
    RuleCase("without a time", ["plans/2026-11.md": "工作安排: [{内容: 备货}]"]),
    RuleCase("a plan before the effective day", plan("2026-12-01", "plans/2025-12.md")),
  ]

  @Test("a task lies within its plan's period", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("task-outside-period") }

  @Test("the part within the period is offered, and the period noted")
  func advice() throws {
    var beyond = Self.cases[0]
    beyond.files["plans/2026-11.md", default: ""] += "\n周期: 2026-11"
    let only = try #require(try beyond.diagnostics(binding: "task-outside-period").first)
    #expect(only.fix?.example == "2026-11-25/2026-11-30")
    #expect(only.notes.map(\.message.zh) == ["计划的期间"])
    #expect(only.notes.first?.location?.range.start.line == 3)
  }
}
