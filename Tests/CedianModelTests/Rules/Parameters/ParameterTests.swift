import CedianModel
import CedianTestSupport
import Testing

/// A setting that cannot be used: where it stands, and what is said of it.
struct BadSetting: Sendable, CustomTestStringConvertible {
  var rule: String
  /// After the rule in its binding, with `1️⃣` where the finding begins.
  var written: String
  var id: String
  var zh: String

  var testDescription: String { "\(rule): \(written)" }

  init(_ rule: String, _ written: String, _ zh: String, id: String = "bad-parameter") {
    (self.rule, self.written, self.zh, self.id) = (rule, written, zh, id)
  }
}

@Suite("Parameters and severities of rules")
struct ParameterTests {
  private static func chapter(_ rule: String, _ extra: String) -> RuleCase {
    RuleCase(
      "",
      [
        "policy/01.md": """
        rules:
          - {clause: "1.1", rule: \(rule), \(extra)}
        ---
        ## 1.1 义务

        """
      ])
  }

  static let days = "参数「宽限天数」(grace_days) 应当是 0 到 366 的整数（天）"
  static let share = "参数「机动上限」(contingency) 应当是 0% 到 100% 的百分比"

  @Test(
    "what a binding sets and the rule cannot use is one finding at its place",
    arguments: [
      BadSetting(
        "missing-review", "parameters: {1️⃣grace_day: 10}", "规则「missing-review」没有参数「grace_day」"),
      BadSetting("missing-review", "parameters: {1️⃣宽限: 10}", "规则「missing-review」没有参数「宽限」"),
      BadSetting(
        "missing-review", "parameters: {1️⃣Grace_Days: 10}", "规则「missing-review」没有参数「Grace_Days」"),
      BadSetting("plan-parent", "parameters: {1️⃣days: 10}", "规则「plan-parent」没有参数「days」"),
      BadSetting("missing-review", "parameters: {grace_days: 1️⃣十天}", days),
      BadSetting("missing-review", "parameters: {grace_days: 1️⃣-1}", days),
      BadSetting("missing-review", "parameters: {grace_days: 1️⃣367}", days),
      BadSetting("missing-review", "parameters: {grace_days: 1️⃣1.5}", days),
      BadSetting("missing-review", "parameters: {grace_days: 1️⃣10 天}", days),
      BadSetting("missing-review", "parameters: {grace_days: 1️⃣0x10}", days),
      BadSetting("missing-review", "parameters: {grace_days: 1️⃣1e2}", days),
      BadSetting("missing-review", "parameters: {grace_days: 1️⃣99999999999999999999999999}", days),
      BadSetting("missing-review", "parameters: {宽限天数: 1️⃣\"\"}", days),
      BadSetting("missing-review", "parameters: {grace_days: 1️⃣[10]}", days),
      BadSetting("missing-review", "parameters: {grace_days: 1️⃣{a: {b: {c: 1}}}}", days),
      BadSetting("missing-review", "parameters: {grace_days: 1️⃣[[[[1]], []]]}", days),
      BadSetting(
        "missing-review", "parameters: {periods: 1️⃣[week]}",
        "参数「复盘周期」(periods) 应当是 month、quarter、year 的列表"),
      BadSetting("missing-review", "parameters: {periods: 1️⃣[month, [quarter]]}", "参数「复盘周期」"),
      BadSetting("missing-review", "parameters: {periods: 1️⃣{month: true}}", "参数「复盘周期」"),
      BadSetting("missing-review", "parameters: {periods: 1️⃣[month, ~]}", "参数「复盘周期」"),
      BadSetting(
        "promotion-mix", "parameters: {channels: 1️⃣0}", "参数「渠道数」(channels) 应当是 1 到 100 的整数"),
      BadSetting("promotion-mix", "parameters: {channels: 1️⃣101}", "参数「渠道数」"),
      BadSetting("promotion-mix", "parameters: {渠道数: 1️⃣[social, email]}", "参数「渠道数」"),
      BadSetting("budget-allocation", "parameters: {contingency: 1️⃣101%}", share),
      BadSetting("budget-allocation", "parameters: {contingency: 1️⃣-5%}", share),
      BadSetting("budget-allocation", "parameters: {contingency: 1️⃣5}", share),
      BadSetting("budget-allocation", "parameters: {contingency: 1️⃣¥0.5}", share),
      BadSetting("budget-allocation", "parameters: {contingency: 1️⃣一成}", share),
      BadSetting("budget-allocation", "parameters: {contingency: 1️⃣[5%]}", share),
      BadSetting("warmup", "parameters: {every: 1️⃣yes}", "参数「每个都要」(every) 应当是 true 或 false"),
      BadSetting("warmup", "parameters: {every: 1️⃣1}", "参数「每个都要」"),
      BadSetting("warmup", "parameters: {every: 1️⃣[true]}", "参数「每个都要」"),
      BadSetting(
        "warmup", "parameters: {channels: [social, 1️⃣weixn]}", "参数「渠道」(channels) 里没有名为「weixn」的渠道"),
      BadSetting("warmup", "parameters: {channels: 1️⃣all}", "参数「渠道」(channels) 里没有名为「all」的渠道"),
      BadSetting(
        "warmup", "parameters: {channels: 1️⃣{social: email}}", "参数「渠道」(channels) 应当是渠道编号或名称的列表"),
      BadSetting(
        "warmup", "parameters: {channels: 1️⃣[[social], email]}", "参数「渠道」(channels) 应当是渠道编号或名称的列表"),
      BadSetting(
        "evaluation-metrics", "parameters: {metrics: [1️⃣人气]}", "参数「必填指标」(metrics) 里没有名为「人气」的指标"),
      BadSetting("missing-review", "severity: 1️⃣error", "规则「missing-review」只看期限，不能设为错误"),
      BadSetting("missing-review", "severity: 1️⃣错误", "规则「missing-review」只看期限，不能设为错误"),
      BadSetting("missing-review", "severity: 1️⃣fatal", "「级别」不能是「fatal」", id: "wrong-type"),
      BadSetting(
        "missing-review", "parameters: 1️⃣[grace_days, 10]", "「参数」应当是一组参数", id: "wrong-type"),
      BadSetting("missing-review", "parameters: 1️⃣10", "「参数」应当是一组参数", id: "wrong-type"),
      BadSetting("missing-review", "for: 1️⃣activity", "规则「missing-review」不检查活动"),
      BadSetting("missing-review", "for: [plan, 1️⃣复盘]", "规则「missing-review」不检查复盘"),
      BadSetting("missing-review", "fields: [1️⃣theme]", "规则「missing-review」不用 fields"),
      BadSetting("unknown-key", "severity: 1️⃣note", "结构规则「unknown-key」的级别只能调高，它本来是警告"),
      BadSetting("duplicate-id", "severity: 1️⃣warning", "结构规则「duplicate-id」的级别只能调高，它本来是错误"),
      BadSetting("duplicate-id", "parameters: {1️⃣days: 3}", "结构规则「duplicate-id」没有参数"),
    ])
  func binding(bad: BadSetting) throws {
    let site = Self.chapter(bad.rule, bad.written)
    let found = try site.diagnostics(binding: bad.rule)
    let only = try #require(found.first)
    #expect(found.map(\.id) == [bad.id])
    #expect(only.severity == .error)
    #expect(only.message.zh.hasPrefix(bad.zh), "\(only.message.zh)")
    #expect(
      only.message.en.utf8.allSatisfy { $0 < 0x80 } || bad.written.utf8.contains { $0 > 0x7F })
    #expect(only.location.path == "content/policy/01.md")
    #expect(
      only.location.range.start
        == site.marked(binding: bad.rule)["content/policy/01.md"]?.positions[1])
    #expect(only.fix != nil)
  }

  @Test("required-fields without fields would check nothing, and says so at the rule")
  func noFields() throws {
    for extra in ["for: plan", "fields: []", "fields: ~"] {
      let found = try Self.chapter("1️⃣required-fields", extra).diagnostics(binding: "")
      #expect(found.map(\.place) == ["bad-parameter content/policy/01.md:3:27"], "\(extra)")
    }
  }

  @Test("a field that the bound kind of document does not have is an error at that field")
  func foreignFields() throws {
    for (extra, zh) in [
      ("for: review, fields: [problems, 1️⃣theme]", ["复盘没有「主题」(theme) 这个字段，规则会要求谁也写不了的内容"]),
      ("for: [activity, review], fields: [1️⃣theme, title]", ["复盘没有「主题」(theme) 这个字段，规则会要求谁也写不了的内容"]),
      ("fields: [1️⃣problems]", ["活动没有「问题」(problems) 这个字段，规则会要求谁也写不了的内容"]),
      ("for: goals, fields: [目标]", []), ("for: review, fields: [问题, conclusion]", []),
    ] as [(String, [String])] {
      let site = Self.chapter("required-fields", extra)
      let place = site.marked(binding: "")["content/policy/01.md"]?.positions[1]
      let found = try site.diagnostics(binding: "").filter { $0.id == "bad-parameter" }
      #expect(found.map(\.message.zh) == zh, "\(extra)")
      #expect(found.map(\.location.range.start) == (zh.isEmpty ? [] : [place].compactMap { $0 }))
    }
  }

  @Test("a rule bound twice to one clause is an error at the second, unless something differs")
  func boundTwice() throws {
    func site(_ second: String) -> RuleCase {
      RuleCase(
        "",
        [
          "policy/01.md": """
          rules:
            - {clause: "1.1", rule: required-fields, fields: [theme]}
            - {clause: "1.1", rule: 1️⃣required-fields, \(second)}
          ---
          ## 1.1 义务

          """, "activities/case.md": "标题: 甲",
        ])
    }
    for extra in ["fields: [theme]", "fields: [主题], severity: warning", "fields: [theme, theme]"] {
      let twice = site(extra)
      let found = try twice.diagnostics(binding: "")
      #expect(found.map(\.id).sorted() == ["bad-parameter", "required-fields"], "\(extra)")
      let only = try #require(found.first { $0.id == "bad-parameter" })
      #expect(
        only.location.range.start == twice.marked(binding: "")["content/policy/01.md"]?.positions[1]
      )
      #expect(only.notes.first?.location?.range.start.line == 3)
    }
    for extra in ["fields: [goal]", "fields: [owner], for: plan"] {
      let found = try site(extra).diagnostics(binding: "")
      #expect(!found.contains { $0.id == "bad-parameter" }, "\(extra)")
    }
  }

  @Test("several mistakes in one binding are each said once")
  func several() throws {
    let site = Self.chapter(
      "missing-review",
      "severity: 1️⃣error, parameters: {grace_days: 2️⃣-1, 3️⃣weeks: 2, periods: [month]}, for: 4️⃣page")
    let places = try #require(site.marked(binding: "")["content/policy/01.md"]).positions
    let found = try site.diagnostics(binding: "")
    #expect(found.map(\.id) == Array(repeating: "bad-parameter", count: 4))
    #expect(found.map(\.location.range.start) == (1...4).map { places[$0] })
  }

  @Test("one parameter by both of its names is an error at the second")
  func bothNames() throws {
    let site = Self.chapter("missing-review", "parameters: {grace_days: 10, 1️⃣宽限天数: 12}")
    let place = site.marked(binding: "")["content/policy/01.md"]?.positions[1]
    let found = try site.diagnostics(binding: "")
    #expect(found.map(\.id) == ["both-languages"])
    #expect(found.map(\.location.range.start) == [place])
  }

  @Test(
    "what can be used is used, however it is written",
    arguments: [
      ("missing-review", "{grace_days: 12}", "grace_days", "12"),
      ("missing-review", "{grace_days: \"12\"}", "grace_days", "12"),
      ("missing-review", "{grace_days: １２}", "grace_days", "12"),
      ("missing-review", "{宽限天数: 0}", "grace_days", "0"),
      ("missing-review", "{grace_days: 366}", "grace_days", "366"),
      ("missing-review", "{复盘周期: [月, 季度, year]}", "periods", "[month, quarter, year]"),
      ("missing-review", "{periods: month}", "periods", "[month]"),
      ("promotion-mix", "{渠道数: 100}", "channels", "100"),
      ("budget-allocation", "{contingency: 12%}", "contingency", "12%"),
      ("budget-allocation", "{contingency: 0.12}", "contingency", "12%"),
      ("budget-allocation", "{contingency: 0}", "contingency", "0%"),
      ("budget-allocation", "{机动上限: 100%}", "contingency", "100%"),
      ("budget-allocation", "{contingency: 2.5%}", "contingency", "2.5%"),
      ("warmup", "{channels: [社交媒体, sem]}", "channels", "[social, sem]"),
      ("warmup", "{渠道: 电子邮件, 每个都要: 是}", "every", "true"),
      ("evaluation-metrics", "{metrics: [参与人数, Clicks]}", "metrics", "[participants, clicks]"),
    ])
  func used(rule: String, parameters: String, name: String, written: String) throws {
    let description = try #require(RuleCatalogue.bindable.first { $0.id == rule })
    let parameter = try #require(description.parameters.first { $0.name == name })
    for site in [
      RuleCase("", [:], binding: "parameters: \(parameters)"),
      RuleCase("", [:], site: parameters),
      RuleCase("", [:], binding: "parameters: \(parameters)", site: parameters),
    ] {
      #expect(try site.diagnostics(binding: rule) == [])
      let handbook = SmallSite.handbook(of: site.marked(binding: rule).mapValues(\.text).sources)
      let bindings = validate(handbook, asOf: Day(ordinal: 20_772)).bindings
      #expect(bindings.rules.map { $0.parameters.written(parameter) } == [written])
    }
  }

  @Test("the binding has the last word over site.yml, parameter by parameter")
  func precedence() throws {
    let site = RuleCase(
      "", [:], binding: "parameters: {grace_days: 5}",
      site: "{grace_days: 20, periods: [year], severity: note}")
    let handbook = SmallSite.handbook(
      of: site.marked(binding: "missing-review").mapValues(\.text).sources)
    let bound = try #require(validate(handbook, asOf: Day(ordinal: 20_772)).bindings.rules.first)
    let parameters = bound.rule.description.parameters
    #expect(parameters.map { bound.parameters.written($0) } == ["5", "[year]"])
    #expect(bound.severity == .note)
  }

  @Test("what cannot be used leaves the rule with its own settings")
  func fallback() throws {
    let site = RuleCase(
      "", [:], binding: "severity: error, parameters: {grace_days: -5, periods: [week]}",
      site: "{grace_days: 20, periods: [year]}")
    let handbook = SmallSite.handbook(
      of: site.marked(binding: "missing-review").mapValues(\.text).sources)
    let bound = try #require(validate(handbook, asOf: Day(ordinal: 20_772)).bindings.rules.first)
    #expect(
      bound.rule.description.parameters.map { bound.parameters.written($0) } == ["20", "[year]"])
    #expect(bound.severity == .warning)
  }
}
