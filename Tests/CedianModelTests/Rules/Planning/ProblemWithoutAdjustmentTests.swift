import CedianModel
import Testing

@Suite("problem-without-adjustment")
struct ProblemWithoutAdjustmentTests {
  static let cases: [RuleCase] = [
    RuleCase(
      "nothing answers it", ["reviews/2026-10.md": "问题:\n  - {id: 1️⃣P1, 内容: 赠品漏发}"],
      zh: ["问题「赠品漏发」没有对应的调整"], en: ["nothing is adjusted for problem '赠品漏发'"]),
    RuleCase(
      "no id", ["reviews/2026-10.md": "问题:\n  - 1️⃣内容: 赠品漏发\n    原因: 人工"],
      zh: ["问题「赠品漏发」没有编号，调整无法对应它"],
      en: ["problem '赠品漏发' has no id for an adjustment to name"]),
    RuleCase(
      "one of two",
      [
        "reviews/2026-10.md":
          "problems:\n  - {id: P1, what: a}\n  - {id: 1️⃣P2, what: b}\nadjustments: [{for: P1, what: c}]"
      ]),
    RuleCase("answered", ["reviews/2026-10.md": "问题: [{id: P1, 内容: 漏发}]\n调整: [{针对: P1, 内容: 并单}]"]),
    RuleCase(
      "answered by a later review",
      [
        "reviews/2026-10.md": "问题: [{id: P1, 内容: 漏发}]",
        "reviews/2026-11.md": "调整: [{针对: P1, 内容: 并单}]",
      ]),
    RuleCase("no problems", ["reviews/2026-10.md": "结论: 好", "reviews/2026-Q3.md": "问题: []"]),
    RuleCase("a review before the effective day", ["reviews/2025-12.md": "问题: [{内容: 漏发}]"]),
  ]

  @Test("each problem has an id and an adjustment", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("problem-without-adjustment") }

  @Test("the example names the problem and the next plan")
  func advice() throws {
    let found = try Self.cases[0].diagnostics(binding: "problem-without-adjustment")
    #expect(
      found.first?.fix?.example == "调整:\n  - {针对: P1, 内容: ……, 落实计划: 2026-11, 谁: 市场部}")
  }
}
