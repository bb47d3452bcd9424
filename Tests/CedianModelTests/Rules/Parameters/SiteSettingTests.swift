import CedianModel
import CedianTestSupport
import Testing

@Suite("Rule settings of site.yml")
struct SiteSettingTests {
  private static let departments = "departments: [{id: marketing, name: 市场部}]\n"

  private static func site(_ rules: String, binding rule: String = "plan-parent") -> RuleCase {
    RuleCase("", ["site.yml": departments + rules + "\n"])
  }

  @Test(
    "what cannot be used is one finding at its place, bound or not",
    arguments: [
      (
        "rules: {1️⃣missing-reviews: {grace_days: 5}}", "bad-parameter", "没有「missing-reviews」这条可设置的规则"
      ),
      ("rules: {1️⃣\"\": {grace_days: 5}}", "bad-parameter", "没有「」这条可设置的规则"),
      ("rules: {1️⃣unknown-key: {severity: error}}", "bad-parameter", "没有「unknown-key」这条可设置的规则"),
      ("rules: {missing-review: {1️⃣grace: 5}}", "bad-parameter", "规则「missing-review」没有参数「grace」"),
      ("rules: {missing-review: {grace_days: 1️⃣五}}", "bad-parameter", "参数「宽限天数」"),
      ("规则: {missing-review: {宽限天数: 1️⃣400}}", "bad-parameter", "参数「宽限天数」"),
      ("rules: {missing-review: {severity: 1️⃣error}}", "bad-parameter", "规则「missing-review」只看期限"),
      ("规则:\n  missing-review:\n    级别: 1️⃣错误", "bad-parameter", "规则「missing-review」只看期限"),
      ("rules: {missing-review: {severity: 1️⃣loud}}", "wrong-type", "「级别」不能是「loud」"),
      ("rules: {missing-review: 1️⃣5}", "wrong-type", "「missing-review」应当是一组参数"),
      ("rules: {missing-review: 1️⃣[grace_days]}", "wrong-type", "「missing-review」应当是一组参数"),
      ("rules: 1️⃣[missing-review]", "wrong-type", "「规则」应当是按规则编号列出的设置"),
      ("rules: 1️⃣off", "wrong-type", "「规则」应当是按规则编号列出的设置"),
      ("rules: {warmup: {channels: [1️⃣weixn]}}", "bad-parameter", "参数「渠道」"),
      ("rules: {warmup: {severity: note, 1️⃣级别: warning}}", "both-languages", "「级别」与「severity」"),
      ("rules: {warmup: {every: true, 1️⃣每个都要: 否}}", "both-languages", "「每个都要」与「every」"),
      (
        "rules: {plan-parent: {severity: note}, 1️⃣plan-parent: {severity: note}}", "duplicate-key",
        ""
      ),
    ])
  func bad(rules: String, id: String, zh: String) throws {
    for rule in ["plan-parent", "missing-review", "warmup"] {
      let site = Self.site(rules)
      let found = try site.diagnostics(binding: rule)
      #expect(found.map(\.id) == [id], "\(rule)")
      let only = try #require(found.first)
      #expect(only.severity == .error)
      #expect(only.message.zh.hasPrefix(zh), "\(only.message.zh)")
      #expect(only.location.path == "content/site.yml")
      #expect(
        only.location.range.start
          == site.marked(binding: rule)["content/site.yml"]?.positions[1])
    }
  }

  @Test(
    "nothing set is in order",
    arguments: ["", "rules:", "rules: {}", "rules: {missing-review: {}}", "规则: ~"])
  func nothing(rules: String) throws {
    #expect(try Self.site(rules).diagnostics(binding: "missing-review") == [])
  }

  @Test("a setting that can be used is in order whether its rule is bound or not")
  func unbound() throws {
    let site = Self.site("rules: {missing-review: {grace_days: 5, severity: note}}")
    #expect(try site.diagnostics(binding: "plan-parent") == [])
    #expect(try site.diagnostics(binding: "missing-review") == [])
  }

  @Test("a mistake of site.yml is said once, however many clauses bind the rule")
  func once() throws {
    var site = Self.site("rules: {missing-review: {grace_days: 五}}")
    site.files["policy/02.md"] = """
      rules: [{clause: "2.1", rule: missing-review}]
      ---
      ## 2.1 又一条

      """
    let found = try site.diagnostics(binding: "missing-review")
    #expect(found.map(\.id) == ["bad-parameter"], "\(found.map(\.message.zh))")
  }

  @Test("a proposal's binding is said to bind nothing, and its parameters are not read")
  func proposal() throws {
    var site = RuleCase("", [:], binding: "parameters: {grace_days: 五}")
    site.chapter = "status: 草案"
    let found = try site.diagnostics(binding: "missing-review")
    #expect(found.count == 1)
    #expect(found.first?.id == "unknown-clause")
  }
}

@Suite("Hostile parameters")
struct HostileParameterTests {
  /// Values that no parameter means.
  static let values = [
    "~", "\"\"", "[]", "{}", "[~]", "[[]]", "[[[[[[[[[[]]]]]]]]]]", "{a: [b, {c: [d]}]}", "-0",
    "+5",
    "00000000000000000000000000000000000001", "1" + String(repeating: "0", count: 400), "NaN",
    "-inf", "1e309", "0.1e-400%", "９９９９９９９９９９９９９９９９９９９９", "百分之五", "%", "\"%\"", "５％",
    "\"\\u0000\"", "\"\\u202e天十\"", "\"👨‍👩‍👧‍👦\"", "\"\\ud800\"", "'''' ", "\"a\\nb\"", "true", "是",
    "2026-11-01", String(repeating: "很", count: 5000),
    "[" + String(repeating: "social, ", count: 500) + "social]",
  ]

  @Test("are never a crash, and at most one finding, in the binding's line", arguments: values)
  func harmless(value: String) throws {
    for rule in RuleCatalogue.bindable where rule.id != "required-fields" {
      for parameter in rule.parameters {
        for name in [parameter.name, parameter.label] {
          let bound = RuleCase("", [:], binding: "parameters: {\(name): \(value)}")
          let inSite = RuleCase("", [:], site: "{\(name): \(value)}")
          for (site, line) in [(bound, 5), (inSite, 9)] {
            let found = try site.diagnostics(binding: rule.id)
            // What YAML itself refuses is said beside what the parameter takes.
            let own = found.filter { $0.id != "front-matter-syntax" }
            #expect(own.count <= 1, "\(rule.id) \(name): \(found.map(\.message.zh))")
            // A list of real channels is a value: the rule may then judge them.
            #expect(
              found.allSatisfy {
                $0.id == rule.id || $0.location.range.start.line == line && $0.severity == .error
              })
          }
        }
      }
    }
  }

  @Test(
    "names of parameters are taken as text only",
    arguments: [
      "~", "\"\"", "1", "true", "\"grace_days \"", "\"\\u200bgrace_days\"", "grace-days", "👍",
    ])
  func text(name: String) throws {
    let found = try RuleCase("", [:], binding: "parameters: {\(name): 1}")
      .diagnostics(binding: "missing-review")
    #expect(found.map(\.id) == ["bad-parameter"])
  }

  @Test("a thousand unknown parameters are a thousand findings in order")
  func many() throws {
    let names = (0..<1000).map { "p\($0): \($0)" }.joined(separator: ", ")
    let found = try RuleCase("", [:], binding: "parameters: {\(names)}")
      .diagnostics(binding: "missing-review")
    #expect(found.count == 1000)
    #expect(found.first?.message.en == "rule 'missing-review' has no parameter 'p0'")
    #expect(found.last?.message.en == "rule 'missing-review' has no parameter 'p999'")
  }
}
