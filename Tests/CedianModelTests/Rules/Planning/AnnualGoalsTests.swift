import CedianModel
import CedianTestSupport
import Testing

@Suite("annual-goals")
struct AnnualGoalsTests {
  static let cases: [RuleCase] = [
    RuleCase(
      "no sheet for the year", ["plans/2026.md": "周期: 1️⃣2026"], without: ["goals/2026.md"],
      zh: ["2026年没有年度目标，已逾期 288 天"], en: ["there are no goals for 2026, overdue by 288 days"]),
    RuleCase(
      "a sheet without a goal", ["plans/2026.md": "周期: 2026", "goals/2026.md": "标题: 目标\n1️⃣---"],
      zh: ["缺少「年度目标」(goals)：2026年没有一项目标"],
      en: ["'goals' (年度目标) is missing: 2026 has no goal"]),
    RuleCase(
      "a sheet with an empty list",
      ["plans/2026.md": "周期: 2026", "goals/2026.md": "period: 2026\n1️⃣goals: []"]),
    RuleCase(
      "the annual plan stands for its year",
      ["plans/2026.md": "周期: 1️⃣2026", "plans/2026-11.md": ""],
      without: ["goals/2026.md"]),
    RuleCase(
      "else the first of its plans",
      ["plans/2026-11.md": "周期: 1️⃣2026-11", "plans/2026-12.md": "周期: 2026-12"],
      without: ["goals/2026.md"]),
    RuleCase("goals are set", ["plans/2026.md": "周期: 2026"]),
    RuleCase("a year without plans", [:], without: ["goals/2026.md"]),
    RuleCase(
      "a year before the effective day", ["plans/2025.md": "周期: 2025"], without: ["goals/2026.md"]),
    RuleCase("a year to come", ["plans/2027.md": "周期: 2027"]),
  ]

  @Test("asks for a year's goals once it has a plan", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("annual-goals") }

  @Test(
    "is late from the day after the deadline, by the date alone",
    arguments: [
      ("2025-12-31", []), ("2026-01-01", [0]), ("2026-01-31", [0]), ("2026-02-01", [1]),
      ("2026-02-02", [2]), ("2028-02-29", [759]),
    ] as [(String, [Int])])
  func late(asOf: String, days: [Int]) throws {
    let year = RuleCase(
      "", ["plans/2026.md": "周期: 2026"], without: ["goals/2026.md"], asOf: asOf)
    #expect(
      try year.diagnostics(binding: "annual-goals").compactMap(\.lateness?.daysOverdue) == days)
  }

  @Test(
    "the deadline counts from the fiscal year's first month",
    arguments: [("2026-06-30", []), ("2026-07-10", [0]), ("2026-07-11", [1])]
      as [(String, [Int])])
  func fiscalYear(asOf: String, days: [Int]) throws {
    var year = RuleCase(
      "", ["plans/2026.md": "周期: 2026"], without: ["goals/2026.md"], asOf: asOf,
      binding: "parameters: {期限天数: 10}")
    year.files["site.yml"] = """
      fiscal_year_start: 7
      departments: [{id: marketing, name: 市场部}]

      """
    #expect(
      try year.diagnostics(binding: "annual-goals").compactMap(\.lateness?.daysOverdue) == days)
  }
}
