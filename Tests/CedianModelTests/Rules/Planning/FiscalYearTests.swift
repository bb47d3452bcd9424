import CedianModel
import Testing

/// A year that begins in April: its first quarter is April to June, and the
/// January of its goals lies in the next calendar year.
@Suite("Rules in a fiscal year")
struct FiscalYearTests {
  private static let site = """
    fiscal_year_start: 4
    departments: [{id: marketing, name: 市场部}]

    """
  private static func files(_ files: [String: String]) -> [String: String] {
    files.merging(["site.yml": site]) { own, _ in own }
  }
  private static let months =
    "月份: {" + (1...12).map { "\($0)月: \($0)" }.joined(separator: ", ") + "}"
  private static func goal(_ quarters: String) -> [String: String] {
    files([
      "goals/2026.md": """
      年度目标:
        - id: G1
          指标: clicks
          目标值: 78
          季度: {\(quarters)}
          \(months)
      """
    ])
  }

  @Test(
    "months belong to the quarters of the organisation's own year",
    arguments: [("Q1: 15, Q2: 24, Q3: 33, Q4: 6", 0), ("Q1: 6, Q2: 15, Q3: 24, Q4: 33", 4)])
  func decomposition(quarters: String, count: Int) throws {
    let sheet = RuleCase("", Self.goal(quarters))
    #expect(try sheet.diagnostics(binding: "decomposition").count == count)
  }

  @Test("a month's plan stands below its own quarter's")
  func parent() throws {
    let plan = RuleCase("", Self.files(["plans/2026-10.md": "", "plans/2026.md": ""]))
    #expect(
      try plan.diagnostics(binding: "plan-parent").map(\.message.zh)
        == ["没有2026年第三季度的计划，2026年10月的计划没有上级"])
  }

  @Test(
    "a quarter closes with its own last month", arguments: [("2026-06-30", 0), ("2026-07-01", 1)])
  func review(asOf: String, count: Int) throws {
    let plan = RuleCase("", Self.files(["plans/2026-Q1.md": ""]), asOf: asOf)
    #expect(try plan.diagnostics(binding: "missing-review").count == count)
  }

  @Test(
    "a quarter's tasks lie in its own months", arguments: [("2026-05-06", 0), ("2026-02-03", 1)])
  func tasks(day: String, count: Int) throws {
    let plan = RuleCase("", Self.files(["plans/2026-Q1.md": "工作安排: [{内容: 备货, 时间: \(day)}]"]))
    #expect(try plan.diagnostics(binding: "task-outside-period").count == count)
  }

  @Test("a quarter's budget is that of its own months", arguments: [("04", 0), ("01", 1)])
  func budget(first: String, count: Int) throws {
    let start = Int(first) ?? 1
    var files = ["plans/2026-Q1.md": "预算: 30万"]
    for month in start..<start + 3 { files["plans/2026-0\(month).md"] = "预算: 10万" }
    files["plans/2026-05.md"] = files["plans/2026-05.md"] ?? "预算: 99万"
    let found = try RuleCase("", Self.files(files)).diagnostics(binding: "budget-allocation")
    #expect(found.count == count)
  }
}
