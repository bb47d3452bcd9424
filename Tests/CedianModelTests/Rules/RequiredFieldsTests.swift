import CedianModel
import CedianTestSupport
import Testing

@Suite("required-fields")
struct RequiredFieldsTests {
  @Test("a brief with all six fields is in order")
  func quiet() {
    #expect(SmallSite(SmallSite.activity(SmallSite.sixFields)).diagnostics() == [])
  }

  @Test(
    "each missing field is reported at the closing fence, with its clause",
    arguments: [
      ("主题", "theme"), ("目标", "goal"), ("时间", "time"), ("参与对象", "audience"),
      ("活动形式", "format"), ("预期效果", "expected_effect"),
    ])
  func missing(label: String, key: String) throws {
    let lines = SmallSite.sixFields.split(separator: "\n").filter { !$0.hasPrefix(label) }
    let found = SmallSite(SmallSite.activity(lines.joined(separator: "\n"))).diagnostics()
    let only = try #require(found.first)
    #expect(found.count == 1)
    #expect(only.id == "required-fields")
    #expect(only.severity == .error)
    #expect(only.message.zh == "缺少必填字段「\(label)」(\(key))")
    #expect(only.message.en == "required field '\(key)' (\(label)) is missing")
    #expect(only.location.path == "content/activities/2026/case.md")
    #expect(only.location.range == SourceRange(line: 7, column: 1, length: 3))
    #expect(only.clause?.number == "4.1")
    #expect(only.clause?.words == "活动方案：方案写明六项内容。")
    #expect(only.fix?.example?.hasPrefix("\(label): ") == true)
  }

  @Test(
    "a field that is there but empty is told apart from a missing one",
    arguments: ["目标:", "目标: ~", "目标: \"\"", "目标: []", "目标: null"])
  func empty(line: String) throws {
    let lines = SmallSite.sixFields.split(separator: "\n")
      .map { $0.hasPrefix("目标") ? line : String($0) }
    let found = SmallSite(SmallSite.activity(lines.joined(separator: "\n"))).diagnostics()
    let only = try #require(found.first)
    #expect(found.count == 1)
    #expect(only.message.zh == "必填字段「目标」(goal) 写了，但为空")
    #expect(only.location.range == SourceRange(line: 3, column: 1, length: 2))
  }

  @Test(
    "what need not be complete now is only warned of, and why",
    arguments: [
      ("审批: 草拟", "方案尚在草拟，提交审批前须补全"), ("审批: 已驳回", "方案已被驳回，重新提交前须补全"),
      ("状态: 已取消", "活动已取消"), ("审批: 已批准\n状态: 已取消", "活动已取消"),
    ])
  func lenient(lines: String, why: String) throws {
    let brief = SmallSite.sixFields.split(separator: "\n").filter { !$0.hasPrefix("主题") }
      .joined(separator: "\n")
    let found = SmallSite(SmallSite.activity(brief + "\n" + lines)).diagnostics()
    let only = try #require(found.first { $0.id == "required-fields" })
    #expect(only.severity == .warning)
    #expect(only.message.zh == "缺少必填字段「主题」(theme)；" + why)
  }

  @Test("a value that cannot be read is reported once, not as missing too")
  func unreadableValue() {
    let lines = SmallSite.sixFields.replacing("2026-11-01/2026-11-11", with: "双十一期间")
    let found = SmallSite(SmallSite.activity(lines)).diagnostics()
    #expect(found.map(\.id) == ["bad-time"])
  }

  @Test("English keys get an English example line")
  func englishExample() {
    let lines = """
      theme: 双11
      time: 2026-11-01/2026-11-11
      audience: 会员
      format: 直播
      expected_effect: 参与 8,000 人
      """
    let found = SmallSite(SmallSite.activity(lines)).diagnostics()
    #expect(found.map(\.fix?.example) == ["goal: 成交总额 ≥ 120万"])
  }

  @Test(
    "a brief still in draft gets a warning, a submitted one an error",
    arguments: [
      ("草拟", Severity.warning), ("已提交", .error), ("已批准", .error),
    ])
  func draft(status: String, severity: Severity) {
    let lines = SmallSite.sixFields.split(separator: "\n").dropFirst().joined(separator: "\n")
    let found = SmallSite(SmallSite.activity(lines + "\n审批: {状态: \(status)}")).diagnostics()
    #expect(found.map(\.severity) == [severity])
  }

  @Test("what the policy does not bind is not checked")
  func unbound() {
    var site = SmallSite(SmallSite.activity("主题: 双11"))
    site.files["content/policy/04-activities.md"] = "---\nchapter: 4\ntitle: 活动\n---\n"
    #expect(site.diagnostics() == [])
  }

  @Test("a field that a kind of document cannot have is not asked of it")
  func foreignField() {
    var site = SmallSite(["content/plans/2026-11.md": "---\n标题: 计划\n---\n"])
    site.files["content/policy/04-activities.md"] = """
      ---
      rules:
        - {clause: "4.1", rule: required-fields, for: plan, fields: [theme, owner]}
      ---
      ## 4.1 活动方案
      """
    let found = site.diagnostics().filter { $0.id == "required-fields" }
    #expect(found.map(\.message.en) == ["required field 'owner' (负责人) is missing"])
  }

  @Test("the binding's severity and fields decide")
  func parameters() {
    var site = SmallSite(SmallSite.activity("主题: 双11"))
    site.files["content/policy/04-activities.md"] = """
      ---
      rules:
        - {clause: "4.1", rule: required-fields, for: 活动, fields: [主题, 预算], severity: warning}
      ---
      ## 4.1 活动方案
      """
    let found = site.diagnostics()
    #expect(found.map(\.message.en) == ["required field 'budget' (预算) is missing"])
    #expect(found.map(\.severity) == [.warning])
  }
}
