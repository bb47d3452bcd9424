import CedianModel
import Testing

@Suite("adjustment-not-planned")
struct AdjustmentNotPlannedTests {
  private static let review = """
    问题: [{id: P1, 内容: 漏发}]
    调整:
      - {针对: P1, 内容: 并单, 落实计划: 2026-11, 谁: 客服主管}
    """
  private static func planned(_ plan: String, _ review: String = review) -> [String: String] {
    ["reviews/2026-10.md": review, "plans/2026-11.md": plan]
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "the plan has no task for it", planned("1️⃣工作安排: [{内容: 备货}]"), zh: ["没有一项工作落实「并单」（问题 P1）"],
      en: ["no task carries out '并单' (problem P1)"]),
    RuleCase("the plan has no tasks", planned("标题: 计划\n1️⃣---")),
    RuleCase(
      "an adjustment that lacks something",
      [
        "reviews/2026-10.md": """
        问题: [{id: P1, 内容: 漏发}]
        调整:
          - 1️⃣针对: P1
            内容: 并单
          - 2️⃣{内容: 培训, 落实计划: 2026-11}
        """, "plans/2026-11.md": "",
      ], zh: ["调整「并单」缺少「落实计划」、「谁」", "调整「培训」缺少「谁」"],
      en: ["adjustment '并单' lacks 'in', 'who'", "adjustment '培训' lacks 'who'"]),
    RuleCase("a dropped task carries nothing out", planned("1️⃣工作安排: [{内容: 并单, 来源: P1, 进展: 已取消}]")),
    RuleCase("planned", planned("工作安排: [{内容: 并单, 来源: P1}]")),
    RuleCase(
      "one task for several problems",
      planned(
        "tasks: [{what: x, from: [P1, P2]}]",
        review.replacing("漏发}]", with: "漏发}, {id: P2, 内容: 迟发}]")
          + "\n  - {针对: P2, 内容: 提前, 落实计划: 2026-11, 谁: 市场部}")),
    RuleCase(
      "the period's own plan comes too early",
      [
        "reviews/2026-10.md":
          "调整: [{针对: P1, 内容: 并单, 落实计划: 1️⃣2026-10, 谁: 市场部}]\n问题: [{id: P1, 内容: 漏发}]",
        "plans/2026-10.md": "工作安排: [{内容: 并单, 来源: P1}]", "plans/2026-11.md": "",
      ], zh: ["调整落实到2026年10月计划，不在2026年10月之后"],
      en: ["the plan of Oct 2026 does not come after Oct 2026"]),
    RuleCase("no adjustments", planned("标题: 计划", "结论: 好")),
    RuleCase(
      "a review before the effective day",
      ["reviews/2025-12.md": "调整: [{内容: 并单}]", "plans/2026-01.md": "标题: 计划"]),
  ]

  @Test("an adjustment turns up in the plan it names", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("adjustment-not-planned") }

  @Test("a later plan may be unwritten yet; any other that does not exist is an error")
  func noPlan() throws {
    func found(_ plan: String, _ files: [String: String] = [:]) throws -> [String] {
      let review = Self.review.replacing("2026-11", with: plan)
      return try RuleCase("", ["reviews/2026-10.md": review].merging(files) { $1 })
        .diagnostics(binding: "adjustment-not-planned").map(\.id)
    }
    for plan in ["2026-11", "2026-Q4", "2027-01", "2027", "2027年1月"] {
      #expect(try found(plan) == [], "\(plan)")
    }
    // Its time has passed, it is no period, or it is written under another name.
    for plan in ["2026-09", "2026-10", "2026-Q3", "下个月", "2026-Q5"] {
      #expect(try found(plan) == ["unknown-reference"], "\(plan)")
    }
    #expect(
      try found("2026年11月", ["plans/2026-11.md": "标题: 计划"]) == ["unknown-reference"])
  }

  @Test("a problem that does not exist is said once, not asked for in the plan")
  func noProblem() throws {
    let review = RuleCase(
      "", Self.planned("标题: 计划", Self.review.replacing("针对: P1", with: "针对: P9")))
    let found = try review.diagnostics(binding: "adjustment-not-planned")
    #expect(found.map(\.id) == ["unknown-reference"], "\(found.map(\.message.zh))")
  }

  @Test("the finding in the plan counts for the review, which is noted")
  func judged() throws {
    let only = try #require(try Self.cases[0].diagnostics(binding: "adjustment-not-planned").first)
    #expect(only.judged == "content/reviews/2026-10.md")
    #expect(only.notes.first?.location?.path == "content/reviews/2026-10.md")
    #expect(
      only.fix?.example
        == "- {内容: 并单, 时间: 2026-11-01/2026-11-30, 谁: 客服主管, 预期效果: ……, 来源: P1}")
  }
}
