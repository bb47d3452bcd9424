import CedianModel
import Testing

@Suite("smart-goal")
struct SmartGoalTests {
  private static func goal(_ lines: String) -> [String: String] {
    ["goals/2026.md": "年度目标:\n  - id: 1️⃣G1\n" + lines]
  }
  private static let whole = """
        指标: gmv
        基线: 300万
        目标值: 400万
        期限: 2026-12-31
        负责人: 市场部
        支撑战略: 增长
    """
  private static func lacking(_ field: String) -> String {
    whole.split(separator: "\n").filter { !$0.contains(field) }.joined(separator: "\n")
  }

  static let cases: [RuleCase] = [
    RuleCase("no metric", goal(lacking("指标")), zh: ["目标「G1」缺少「指标」：不知道衡量什么"]),
    RuleCase("no target", goal(lacking("目标值")), zh: ["目标「G1」缺少「目标值」：不知道做到多少算成"]),
    RuleCase(
      "no due date", goal(lacking("期限")), zh: ["目标「G1」缺少「期限」：不知道哪一天算账"],
      en: ["goal 'G1' lacks 'due': nothing says by when"]),
    RuleCase(
      "no baseline", goal(lacking("基线")), severity: .warning, zh: ["目标「G1」缺少「基线」：看不出增量从哪里来"]),
    RuleCase("no owner", goal(lacking("负责人")), severity: .warning, zh: ["目标「G1」缺少「负责人」：不知道归谁"]),
    RuleCase(
      "no strategy", goal(lacking("支撑战略")), severity: .warning,
      zh: ["目标「G1」缺少「支撑战略」：看不出与公司战略的关系"]),
    RuleCase(
      "a strategy that is there but empty",
      ["goals/2026.md": "年度目标:\n  - id: G1\n" + lacking("支撑战略") + "\n    1️⃣支撑战略:"],
      severity: .warning, zh: ["目标「G1」的「支撑战略」写了，但为空：看不出与公司战略的关系"],
      en: ["goal 'G1': 'supports' is there but empty: its part in the strategy is open"]),
    RuleCase(
      "its title names it", goal("    标题: 成交\n" + lacking("期限")), zh: ["目标「成交」缺少「期限」：不知道哪一天算账"]),
    RuleCase(
      "a draft may lack everything, with a warning",
      ["goals/2026.md": "审批: 草拟\n年度目标:\n  - id: 1️⃣G1\n" + lacking("目标值")],
      severity: .warning),
    RuleCase(
      "a submitted one may not",
      ["goals/2026.md": "审批: 已提交\n年度目标:\n  - id: 1️⃣G1\n" + lacking("目标值")]),
    RuleCase("complete", ["goals/2026.md": "年度目标:\n  - id: G1\n" + whole]),
    RuleCase("a year before the effective day", ["goals/2025.md": "年度目标: [{id: G0}]"]),
    RuleCase("no goals", ["goals/2026.md": "年度目标: []"]),
    RuleCase(
      "the binding's severity, and at most a warning for the rest",
      ["goals/2026.md": "年度目标:\n  - id: 1️⃣G1\n" + lacking("目标值")],
      binding: "severity: note", severity: .note),
  ]

  @Test("names what a goal lacks", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("smart-goal") }

  @Test("a goal with nothing but an id has an error and a warning, at its first place")
  func both() throws {
    let bare = RuleCase("", ["goals/2026.md": "goals:\n  - {id: G1}"])
    let found = try bare.diagnostics(binding: "smart-goal")
    #expect(found.map(\.severity) == [.error, .warning])
    #expect(
      found.map(\.message.en) == [
        """
        goal 'G1' lacks 'metric', 'target', 'due': nothing says what is measured, nothing says \
        how much is enough, nothing says by when
        """,
        """
        goal 'G1' lacks 'baseline', 'owner', 'supports': the increase cannot be judged, nobody \
        owns it, its part in the strategy is open
        """,
      ])
    #expect(found.map(\.location.range.start.line) == [3, 3])
  }

  @Test(
    "what is written and cannot be read is not missing too",
    arguments: [
      ("400万", "几百万", "bad-number"), ("2026-12-31", "年底", "bad-time"), ("300万", "约几", "bad-number"),
    ])
  func unreadable(value: String, written: String, id: String) throws {
    let sheet = RuleCase(
      "", ["goals/2026.md": "年度目标:\n  - id: G1\n" + Self.whole.replacing(value, with: written)])
    let found = try sheet.diagnostics(binding: "smart-goal")
    #expect(found.map(\.id) == [id], "\(found.map(\.message.zh))")
  }
}
