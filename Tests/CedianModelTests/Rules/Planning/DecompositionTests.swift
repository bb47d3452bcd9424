import CedianModel
import Testing

@Suite("decomposition")
struct DecompositionTests {
  private static func goal(
    _ metric: String, _ target: String, _ parts: String, approval: String = ""
  ) -> [String: String] {
    [
      "goals/2026.md": """
      \(approval)
      年度目标:
        - id: G1
          指标: \(metric)
          目标值: \(target)
      \(parts.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
      """
    ]
  }
  private static func months(_ values: [String]) -> String {
    "{" + values.enumerated().map { "\($0 + 1)月: \($1)" }.joined(separator: ", ") + "}"
  }

  /// Those of one level say that it is enough.
  static let cases: [RuleCase] = allCases.map { ruleCase in
    var copy = ruleCase
    let text = ruleCase.files["goals/2026.md"] ?? ""
    let parts = ["季度": "quarter", "月份": "month"].filter { text.contains($0.key + ": {") }
    if let only = parts.first, parts.count == 1 {
      copy.binding = "parameters: {levels: [\(only.value)]}"
    }
    return copy
  }

  private static let allCases: [RuleCase] = [
    RuleCase(
      "quarters that do not add up",
      goal("gmv", "5600万", "1️⃣季度: {Q1: 1200万, Q2: 1400万, Q3: 1300万, Q4: 1600万}"),
      zh: ["目标「G1」各季度合计 5,500 万，全年写的是 5,600 万，相差 −100 万"],
      en: [
        """
        goal 'G1': the quarters add up to 55,000,000, the year says 56,000,000, a difference of \
        −1,000,000
        """
      ]),
    RuleCase(
      "quarters that add up",
      goal("gmv", "5600万", "季度: {Q1: 1200万, Q2: 1400万, Q3: 1300万, Q4: 1700万}")),
    RuleCase(
      "not broken down", goal("gmv", "1️⃣5600万", ""), zh: ["目标「G1」没有分解到季度和月份"],
      en: ["goal 'G1' is not broken down into quarters and months"]),
    RuleCase(
      "quarters by any of their names",
      goal("gmv", "5600万", "季度: {第一季度: 1200万, 第2季度: 1400万, q3: 1300万, Q4: 1700万}")),
    RuleCase("parts with nothing in them", goal("gmv", "1️⃣5600万", "季度:")),
    RuleCase(
      "a part is missing", goal("gmv", "40万", "1️⃣季度: {Q1: 10万, Q2: 10万, Q4: 20万}"),
      zh: ["目标「G1」的分解缺少第三季度"], en: ["goal 'G1' has no part for Q3"]),
    RuleCase("a part is empty", goal("gmv", "40万", "1️⃣季度: {Q1: 10万, Q2: 10万, Q3: 20万, Q4: ~}")),
    RuleCase(
      "the last digit written may be rounded",
      goal("gmv", "100.2万", "季度: {Q1: 25.1万, Q2: 25.1万, Q3: 25.1万, Q4: 25.1万}")),
    RuleCase(
      "no more than that",
      goal("gmv", "100.7万", "1️⃣季度: {Q1: 25.1万, Q2: 25.1万, Q3: 25.1万, Q4: 25.1万}")),
    RuleCase(
      "a closing figure ends at the whole",
      goal("followers", "86万", "季度: {Q1: 70万, Q2: 75万, Q3: 80万, Q4: 86万}")),
    RuleCase(
      "a closing figure that does not",
      goal("followers", "86万", "1️⃣季度: {Q1: 70万, Q2: 75万, Q3: 80万, Q4: 85万}"),
      zh: ["目标「G1」各季度的最后一期是 85 万，全年写的是 86 万，相差 −1 万"]),
    RuleCase("a ratio compares nothing", goal("ctr", "3%", "季度: {Q1: 1%, Q2: 2%, Q3: 9%, Q4: 2%}")),
    RuleCase("a ratio needs every part", goal("ctr", "3%", "1️⃣季度: {Q1: 1%, Q2: 2%, Q3: 9%}")),
    RuleCase("a score compares nothing", goal("rating", "4.8", "季度: {Q1: 1, Q2: 2, Q3: 3, Q4: 4}")),
    RuleCase(
      "months with the year", goal("clicks", "78", "月份: " + months((1...12).map(String.init)))),
    RuleCase(
      "months that miss the year",
      goal("clicks", "79", "1️⃣月份: " + months((1...12).map(String.init))),
      zh: ["目标「G1」各月合计 78，全年写的是 79，相差 −1"]),
    RuleCase(
      "months with their quarters",
      goal(
        "clicks", "78",
        "季度: {Q1: 6, Q2: 15, Q3: 24, Q4: 33}\n月份: " + months((1...12).map(String.init)))),
    RuleCase(
      "months that miss their quarter",
      goal(
        "clicks", "79",
        "季度: {Q1: 7, Q2: 15, Q3: 24, Q4: 33}\n1️⃣月份: " + months((1...12).map(String.init))),
      zh: ["目标「G1」第一季度各月合计 6，第一季度写的是 7，相差 −1"]),
    RuleCase(
      "a draft is only warned",
      goal("gmv", "5600万", "1️⃣季度: {Q1: 1万, Q2: 1万, Q3: 1万, Q4: 1万}", approval: "审批: 草拟"),
      severity: .warning),
    RuleCase(
      "a goal without a metric or a target is left to others",
      ["goals/2026.md": "年度目标: [{id: G1}, {id: G2, 指标: gmv}, {id: G3, 目标值: 3万}]"]),
    RuleCase(
      "a year before the effective day", ["goals/2025.md": "年度目标: [{id: G0, 指标: gmv, 目标值: 3万}]"]),
    RuleCase(
      "English keys", ["goals/2026.md": "goals:\n  - id: G1\n    metric: gmv\n    target: 1️⃣400\n"]),
  ]

  @Test("the parts of a goal agree with the whole", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("decomposition") }

  @Test("a goal needs both levels, unless the binding says otherwise")
  func levels() throws {
    let quarters = "季度: {Q1: 1, Q2: 2, Q3: 3, Q4: 4}"
    for (parts, zh, en) in [
      (
        quarters, "目标「G1」只分解到季度，没有分解到月份", "goal 'G1' has quarters, but no months"
      ),
      (
        "月份: " + Self.months((1...12).map { _ in "1" }), "目标「G1」只有各月，没有各季度",
        "goal 'G1' has months, but no quarters"
      ),
    ] {
      let target = parts == quarters ? "10" : "12"
      var sheet = RuleCase("", Self.goal("clicks", target, parts))
      let only = try #require(try sheet.diagnostics(binding: "decomposition").first)
      #expect(only.message == LocalizedText(zh: zh, en: en))
      #expect(only.severity == .warning)
      #expect(only.place == "decomposition content/goals/2026.md:7:5")
      sheet.binding = "parameters: {levels: [\(parts == quarters ? "quarter" : "month")]}"
      #expect(try sheet.diagnostics(binding: "decomposition") == [])
    }
  }

  @Test(
    "a part that cannot be read is reported once",
    arguments: [
      ("Q4: 1700万", "Q4: 几千万", "bad-number"), ("Q4: 1700万", "第五季: 1700万", "bad-time"),
      ("季度: {Q1: 1200万, Q2: 1400万, Q3: 1300万, Q4: 1700万}", "季度: 四个季度平均", "wrong-type"),
    ])
  func unreadable(part: String, written: String, id: String) throws {
    let parts = "季度: {Q1: 1200万, Q2: 1400万, Q3: 1300万, Q4: 1700万}".replacing(part, with: written)
    let sheet = RuleCase("", Self.goal("gmv", "5600万", parts))
    let found = try sheet.diagnostics(binding: "decomposition")
    #expect(found.map(\.id) == [id], "\(found.map(\.message.zh))")
  }
}
