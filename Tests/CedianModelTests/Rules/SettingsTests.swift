import CedianModel
import CedianTestSupport
import Testing

@Suite("missing-settings, unit-mismatch, amounts")
struct SettingsTests {
  @Test("without site.yml it is said once", arguments: [nil, "", "title: 手册\n"])
  func noSite(text: String?) throws {
    var site = SmallSite()
    site.files["content/site.yml"] = text
    let found = site.diagnostics()
    #expect(found.map(\.id) == ["missing-settings"])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.location.path == "content/site.yml")
  }

  @Test("without metrics.yml there is one error, not one for each mention")
  func noMetrics() {
    var site = SmallSite(SmallSite.activity(SmallSite.sixFields))
    site.files["content/metrics.yml"] = nil
    #expect(site.diagnostics().map(\.id) == ["missing-settings"])
    #expect(site.diagnostics().first?.severity == .error)
  }

  @Test("a department or metric written twice keeps its names")
  func duplicates() {
    var site = SmallSite(SmallSite.activity(SmallSite.sixFields + "\n负责人: 新媒体部"))
    site.files["content/site.yml", default: ""] += "  - {id: marketing, name: 新媒体部}\n"
    site.files["content/metrics.yml", default: ""] += "- {id: gmv, name: 总额, aggregation: sum}\n"
    #expect(site.diagnostics().map(\.id) == ["duplicate-id", "duplicate-id"])
  }

  @Test(
    "a value in another unit than its metric's is an error at the value",
    arguments: [
      ("成交总额 ≥ 8.5%", "「成交总额」的单位是元，这里写的是百分比"),
      ("{指标: 点击量, 目标值: ¥300}", "「点击量」的单位是个数，这里写的是金额"),
      ("{指标: 点击率, 目标值: 3 倍}", "「点击率」的单位是百分比，这里写的是倍数"),
      ("{指标: 成交总额, 目标值: 3万, 基线: 49%}", "「成交总额」的单位是元，这里写的是百分比"),
    ])
  func unit(goal: String, message: String) {
    let lines = SmallSite.sixFields.replacing("成交总额 ≥ 120万", with: goal)
    let found = SmallSite(SmallSite.activity(lines)).diagnostics()
    #expect(found.map(\.id) == ["unit-mismatch"])
    #expect(found.map(\.message.zh) == [message])
  }

  @Test("a goal in a foreign unit is not summed", arguments: ["基线: 49%\n    目标值: 4万", "目标值: 4%"])
  func goalUnit(lines: String) throws {
    let sheet = RuleCase(
      "",
      [
        "goals/2026.md": """
        年度目标:
          - id: G1
            指标: gmv
            \(lines)
            季度: {Q1: 1万, Q2: 1万, Q3: 1万, Q4: 1万}
        """
      ], binding: "parameters: {levels: [quarter]}")
    #expect(try sheet.diagnostics(binding: "decomposition").map(\.id) == ["unit-mismatch"])
  }

  @Test("bare numbers and the metric's own unit are in order", arguments: ["8.5%", "8.5"])
  func rightUnit(value: String) {
    let lines = SmallSite.sixFields.replacing("成交总额 ≥ 120万", with: "点击率 ≥ \(value)")
    #expect(SmallSite(SmallSite.activity(lines)).diagnostics() == [])
  }

  @Test("a budget is money, and not negative", arguments: ["-3万", "8 人", "20%"])
  func money(amount: String) {
    let found = SmallSite(SmallSite.activity(SmallSite.sixFields + "\n预算: \(amount)")).diagnostics()
    #expect(found.map(\.id) == ["bad-number"])
    #expect(found.first?.location.range.start == SourcePosition(line: 8, column: 5))
  }

  @Test("names joined by 、 are one finding, not one for each name too")
  func joined() {
    let lines = SmallSite.sixFields + "\n渠道: 小程序、公众号"
    #expect(SmallSite(SmallSite.activity(lines)).diagnostics().map(\.id) == ["wrong-type"])
  }
}
