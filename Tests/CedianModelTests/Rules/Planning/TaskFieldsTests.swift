import CedianModel
import Testing

@Suite("task-fields")
struct TaskFieldsTests {
  private static func plan(_ lines: String, _ path: String = "plans/2026-11.md")
    -> [String: String]
  { [path: lines] }
  private static let whole = "{内容: 备货, 时间: 2026-11-03, 谁: 市场部, 预期效果: 到仓}"

  static let cases: [RuleCase] = [
    RuleCase(
      "what a task lacks",
      plan(
        """
        工作安排:
          - 1️⃣内容: 备货
            谁: 市场部
          - 2️⃣{id: T2, 时间: 2026-11-03, 预期效果: 到仓}
          - 3️⃣{时间: 2026-11-03, 谁: 市场部, 预期效果: 到仓}
        """),
      zh: ["工作「备货」缺少「时间」、「预期效果」", "工作「T2」缺少「内容」、「谁」", "这项工作缺少「内容」"],
      en: [
        "task '备货' lacks 'when', 'expect'", "task 'T2' lacks 'what', 'who'",
        "this task lacks 'what'",
      ]),
    RuleCase(
      "empty parts, in English",
      plan("period: 2026-11\ntasks:\n  - 1️⃣{what: a, when: , who: ~, expect: \"\"}")),
    RuleCase(
      "no tasks", plan("标题: 计划\n1️⃣---"), zh: ["缺少「工作安排」(tasks)：月度计划要列出工作"],
      en: ["'tasks' (工作安排) is missing: a month's plan lists its tasks"]),
    RuleCase("an empty list", plan("1️⃣工作安排: []", "plans/2026-Q4.md")),
    RuleCase("a draft is only warned", plan("审批: 草拟\n1️⃣---"), severity: .warning),
    RuleCase(
      "a draft's tasks too", plan("审批: {状态: 草拟}\n工作安排: [1️⃣{内容: 备货}]"), severity: .warning),
    RuleCase("complete", plan("工作安排: [\(whole)]")),
    RuleCase("dropped tasks", plan("工作安排: [\(whole), {内容: 备货, 进展: 已取消}]")),
    RuleCase("a done task is asked", plan("工作安排: [1️⃣{内容: 备货, 进展: 已完成}]")),
    RuleCase("years and halves", ["plans/2026.md": "标题: 年", "plans/2026-H1.md": "标题: 半年"]),
    RuleCase("a plan before the effective day", plan("标题: 旧", "plans/2025-12.md")),
    RuleCase(
      "one that ends on the effective day's eve", plan("工作安排: [{内容: 备货}]", "plans/2025-Q4.md")),
  ]

  @Test("a task says what, when, who and what for", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("task-fields") }

  @Test("a time that cannot be read is reported once")
  func unreadable() throws {
    let plan = RuleCase("", Self.plan("工作安排: [{内容: 备货, 时间: 月初, 谁: 市场部, 预期效果: 到仓}]"))
    let found = try plan.diagnostics(binding: "task-fields")
    #expect(found.map(\.id) == ["bad-time"], "\(found.map(\.message.zh))")
  }
}
