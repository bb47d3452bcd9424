import CedianModel
import CedianTestSupport
import Testing

/// One finding that a case expects: its id, place and first words.
struct Expected: Sendable, CustomTestStringConvertible {
  var lines: String
  var id: String
  var line: Int
  var column: Int
  var zh: String

  var testDescription: String { lines }

  init(_ lines: String, _ id: String, _ line: Int, _ column: Int, _ zh: String) {
    (self.lines, self.id, self.line, self.column, self.zh) = (lines, id, line, column, zh)
  }
}

@Suite("Structural rules")
struct StructureTests {
  @Test(
    "one wrong line beside a brief in order gives one finding at its place",
    arguments: [
      Expected("主体: 双11", "unknown-key", 8, 1, "「活动」里没有「主体」这个字段，此行不起作用"),
      Expected("theme: 双11", "both-languages", 8, 1, "「theme」与「主题」是同一个字段，只能写一次"),
      Expected("预算: [{项目: 甲, 金额: %}]", "front-matter-syntax", 8, 18, "值以 % 开头"),
      Expected(
        "职责分工: [{谁: 市场部, 任务: x, 完成时间: 年底}]", "bad-time", 8, 30, "「完成时间」：「年底」没有写明日期"),
      Expected("渠道: 【官网、微博】", "wrong-type", 8, 5, "「渠道」写成了一项，看起来是 2 项"),
      Expected("状态: 已完工", "wrong-type", 8, 5, "「状态」不能是「已完工」"),
      Expected("渠道: weixn", "unknown-reference", 8, 5, "没有名为「weixn」的渠道"),
      Expected("渠道: 微信、搜索推广", "wrong-type", 8, 5, "「渠道」写成了一项，看起来是 2 项"),
      Expected("支撑目标: G9", "unknown-reference", 8, 7, "没有名为「G9」的年度目标"),
      Expected("预算: 十几万", "bad-number", 8, 5, "「预算」："),
      Expected("实际时间: 11.1-11.11", "bad-time", 8, 7, "「实际时间」：「11.1-11.11」没有写年份"),
      Expected("负责人: 市场布", "unknown-owner", 8, 6, "「市场布」不是 site.yml 里的部门或岗位"),
      Expected(
        "职责分工:\n  - {谁: 技术布, 任务: 建页面}", "unknown-owner", 9, 9, "「技术布」不是 site.yml 里的部门或岗位"),
      Expected("风险:\n  - 风险: 断货\n    程度: 高", "unknown-key", 10, 5, "「风险」里没有「程度」这个字段"),
      Expected(
        "职责分工:\n  - {谁: 技术部, 任务: 备货 9,000 箱}", "wrong-type", 9, 18, "花括号里的逗号把「任务」的值截断了"),
      Expected(
        "预算:\n  - {项目: 搜索, 渠道 sem, 金额: 15万}", "wrong-type", 9, 10, "花括号里「渠道」后面没有冒号"),
      Expected(
        "预算:\n  - 项目: 搜索\n    渠道: sem, 金额 15万", "wrong-type", 10, 9,
        "「渠道」的值里还有一个字段「金额」"),
      Expected("预算:\n  - {项目: 短片, 渠道: weixin}", "wrong-type", 9, 5, "这一项预算项没有写「金额」"),
      Expected("预算:\n  - {项目: 短片, 金额: }", "wrong-type", 9, 14, "这一项预算项没有写「金额」"),
      Expected("宣传渠道:\n  - {阶段: 预热}", "wrong-type", 9, 5, "这一项宣传渠道没有写「渠道」"),
      Expected("标签: ［大促，返场］", "wrong-type", 8, 5, "「标签」的列表写在了全角方括号里"),
      Expected("标签: 【大促、返场】", "wrong-type", 8, 5, "「标签」的列表写在了全角方括号里"),
      Expected("标签: |\n  - 大促\n  - 返场", "wrong-type", 8, 5, "「标签」应当是一个列表"),
      Expected("主题词: {a: 1}", "unknown-key", 8, 1, "「活动」里没有「主题词」"),
      Expected("标签: 大促、返场", "wrong-type", 8, 5, "「标签」写成了一项，看起来是 2 项"),
      Expected("职责分工: [{谁: [市场部, 技术部], 任务: x}]", "wrong-type", 8, 12, "「谁」应当是一段文字"),
    ])
  func oneLine(expected: Expected) throws {
    let site = SmallSite(SmallSite.activity(SmallSite.sixFields + "\n" + expected.lines))
    let found = site.diagnostics()
    #expect(found.map(\.id) == [expected.id])
    let only = try #require(found.first)
    #expect(only.message.zh.hasPrefix(expected.zh), "\(only.message.zh)")
    #expect(
      only.location.range.start == SourcePosition(line: expected.line, column: expected.column))
    #expect(only.fix != nil)
  }

  @Test(
    "the same lines written right are quiet",
    arguments: [
      "x-供应商: 某某", "预算:\n  - {项目: , 渠道: , 金额: }", "状态: 已完成", "渠道: weixin", "渠道: [微信, 搜索推广]",
      "预算: 12万",
      "实际时间: 2026-11-02/2026-11-11", "负责人: 市场部", "职责分工:\n  - {谁: 技术部, 任务: 建页面}",
      "负责人: 市场部、技术部",
      "标签: [大促, 策划、执行]", "标签: 大促", "标签: 【大促】",
    ])
  func quiet(lines: String) {
    #expect(SmallSite(SmallSite.activity(SmallSite.sixFields + "\n" + lines)).diagnostics() == [])
  }

  @Test("a goal that names no metric or no number is not measurable, with an example")
  func notMeasurable() throws {
    let lines = SmallSite.sixFields.replacing("成交总额 ≥ 120万", with: "提升品牌影响力")
    let found = SmallSite(SmallSite.activity(lines)).diagnostics()
    #expect(found.map(\.id) == ["not-measurable"])
    #expect(found.first?.location.range.start == SourcePosition(line: 3, column: 5))
    #expect(found.first?.fix?.example == "目标: 成交总额 ≥ 120万")
  }

  @Test("a review that still says what its draft did is warned of, a written one is not")
  func unwritten() throws {
    func found(_ conclusion: String) -> [Diagnostic] {
      SmallSite([
        "content/reviews/2026-10.md":
          "---\n标题: 十月复盘\n周期: 2026-10\n结论: \(conclusion)\n---\n"
      ]).diagnostics()
    }
    #expect(found("成交达成 102%") == [])
    for words in ["待填写", "to be written"] {
      let warned = try #require(found(words).first)
      #expect(warned.id == "unwritten" && warned.severity == .warning)
      #expect(warned.location.range.start == SourcePosition(line: 4, column: 5))
      #expect(warned.message.zh == "「结论」还是初稿的「\(words)」")
    }
  }

  @Test("a misspelt channel is told the nearest one; a joined list is offered as a list")
  func suggestions() {
    let misspelt = SmallSite(SmallSite.activity(SmallSite.sixFields + "\n渠道: weixn")).diagnostics()
    #expect(misspelt.first?.fix?.message.zh == "最接近的是「weixin」")
    let joined = SmallSite(SmallSite.activity(SmallSite.sixFields + "\n渠道: 微信、搜索推广"))
      .diagnostics()
    #expect(joined.first?.fix?.edits.first?.replacement == "[微信, 搜索推广]")
  }

  @Test("two documents of one kind with one id: the second is reported, the first noted")
  func duplicateID() throws {
    let text = "---\nid: same\n\(SmallSite.sixFields)\n---\n"
    let found = SmallSite([
      "content/activities/a.md": text, "content/activities/b.md": text,
    ]).diagnostics()
    let only = try #require(found.first)
    #expect(found.map(\.id) == ["duplicate-id"])
    #expect(only.location.path == "content/activities/b.md")
    #expect(only.location.range == SourceRange(line: 2, column: 5, length: 4))
    #expect(only.notes.first?.location?.path == "content/activities/a.md")
  }

  @Test("a binding to a clause or a rule that does not exist is an error at its place")
  func bindings() {
    var site = SmallSite()
    site.files["content/policy/04-activities.md"] = """
      ---
      rules:
        - {clause: "4.9", rule: required-fields, fields: [theme]}
        - {clause: "4.1", rule: require-fields}
      ---
      ## 4.1 活动方案
      """
    let found = site.diagnostics()
    #expect(found.map(\.id) == ["unknown-clause", "unknown-rule"])
    #expect(
      found.map(\.location.range.start) == [
        SourcePosition(line: 3, column: 14), SourcePosition(line: 4, column: 27),
      ])
    #expect(found.last?.fix?.message.zh.hasPrefix("是不是想写「required-fields」？") == true)
  }

  @Test("one period of a goal by two names is an error at the second")
  func oneQuarterTwice() throws {
    for (lines, second, first, ids) in [
      ("季度: {Q1: 1万, 第一季度: 2万}", "第一季度", "Q1", ["both-languages"]),
      ("月份: {12: 1万, 12月: 2万}", "12月", "12", ["both-languages"]),
      ("月份: {01: 1万, 1: 2万}", "1", "01", ["both-languages"]),
      ("季度: {2026-Q1: 1万, Q1: 2万}", "Q1", "2026-Q1", ["both-languages"]),
      ("季度: {Q1: 1万, 第2季度: 2万, q3: 3万, 四季度: 1万}", "", "", []),
      ("季度: {Q2实际: 1万}", "", "", ["bad-time"]), ("月份: {备注3: 1万}", "", "", ["bad-time"]),
      ("季度: {5: 1万}", "", "", ["bad-time"]), ("月份: {2026-Q1: 1万}", "", "", ["bad-time"]),
    ] {
      let found = SmallSite([
        "content/goals/2026.md": "---\n年度目标:\n  - id: G1\n    指标: gmv\n    \(lines)\n---\n"
      ]).diagnostics()
      #expect(found.map(\.id) == ids, "\(lines)")
      guard !second.isEmpty else { continue }
      let only = try #require(found.first)
      #expect(only.message.zh == "「\(second)」与「\(first)」是同一期，只能写一次")
      #expect(only.notes.count == 1 && only.fix != nil)
    }
  }

  @Test("a bound structural rule cites its clause")
  func citation() {
    var site = SmallSite(SmallSite.activity("渠道: weixn"))
    site.files["content/policy/04-activities.md"] = """
      ---
      rules:
        - {clause: "4.3", rule: unknown-reference}
      ---
      - 4.3 渠道以登记的为准
      """
    #expect(site.diagnostics().map(\.clause?.words) == ["渠道以登记的为准"])
  }
}

@Suite("Results")
struct ResultRuleTests {
  static let header = "period,channel,activity,metric,value,source,note\n"

  @Test(
    "a bad row is reported at its cell and the others still count",
    arguments: [
      ("2026-13,sem,,clicks,1,,", "bad-result-row", 1),
      ("2026-10,sem,,clicks,1万,,", "bad-result-row", 21),
      ("2026-10,sem,,clicks,1", "bad-result-row", 1),
      ("2026-10,semm,,clicks,1,,", "unknown-reference", 9),
      ("2026-10,sem,none,clicks,1,,", "unknown-reference", 13),
      ("2026-10,sem,,click_s,1,,", "unknown-reference", 14),
      ("2026-10,sem,,ctr,0.02,,", "bad-result-row", 14),
      ("2026-10,,,clicks,1,,", "bad-result-row", 1),
      ("2026-09,sem,,clicks,7,,", "duplicate-result", 1),
      ("2026-10,sem,,clicks,7,\"后台\"导出,", "bad-result-row", 27),
      ("2026-10,sem,,clicks,7,,\"后台", "bad-result-row", 24),
    ])
  func badRow(row: String, id: String, column: Int) {
    let site = SmallSite([
      "content/results/2026-10.csv": Self.header + "2026-09,sem,,clicks,5,,\n" + row + "\n"
    ])
    let found = site.diagnostics()
    #expect(found.map(\.id) == [id])
    #expect(found.first?.location.range.start == SourcePosition(line: 3, column: column))
    #expect(site.handbook.results.first?.value?.value == 5)
  }

  @Test("missing is missing and zero is zero")
  func missing() {
    let rows = "2026-10,sem,,clicks,,,平台未出数\n2026-11,sem,,clicks,0,,\n"
    let site = SmallSite(["content/results/2026.csv": Self.header + rows])
    #expect(site.diagnostics() == [])
    #expect(site.handbook.results.map(\.value?.value) == [nil, 0])
    #expect(site.handbook.results.first?.note == "平台未出数")
  }

  @Test(
    "a header that does not serve is one finding, which says why",
    arguments: [
      ("", "第一行没有表头，整个文件未计入", "表头写成"), ("\n", "第一行没有表头，整个文件未计入", "表头写成"),
      ("period;channel;metric;value\n2026-10;sem;clicks;1\n", "各列之间是分号，应当是半角逗号，整个文件未计入", nil),
      (
        "period,chanel,metric,value\n2026-10,sem,clicks,1\n", "表头缺少「channel」列，整个文件未计入",
        "「chanel」是不是想写「channel」？表头写成"
      ),
      (
        "period,channel,activty,metric,value\n2026-10,sem,a1,clicks,1\n",
        "表头里的「activty」不是结果表的列，整个文件未计入",
        "是不是想写「activity」？自用的列以 x- 开头，例如「x-activty」；表头写成"
      ),
      (
        "period,channel,metric,value,指标\n2026-10,sem,clicks,1,\n",
        "表头里「指标」列写了两次，整个文件未计入", "留下一列，另一列删去或改名"
      ),
      (
        "2026-10,sem,clicks,1\n", "表头缺少「period」、「channel」、「metric」、「value」列，整个文件未计入", "表头写成"
      ),
    ] as [(String, String, String?)])
  func badHeader(text: String, zh: String, fix: String?) {
    let found = SmallSite(["content/results/2026-10.csv": text]).diagnostics()
    #expect(found.map(\.id) == ["bad-result-row"])
    #expect(found.map(\.message.zh) == [zh])
    if let fix { #expect(found.first?.fix?.message.zh == fix) }
    #expect(found.first?.location.range.start.line == 1)
  }

  @Test("columns of one's own begin with x- and count for nothing")
  func ownColumns() {
    let text = "period,channel,metric,value,x-录入人,\n2026-10,sem,clicks,1,市场部,\n"
    let site = SmallSite(["content/results/2026-10.csv": text])
    #expect(site.diagnostics() == [])
    #expect(site.handbook.results.map(\.value?.value) == [1])
  }

  @Test("a value of more digits than are kept says so")
  func longValue() {
    let row = "2026-10,sem,,clicks,1234567890123456789,,\n"
    let found = SmallSite(["content/results/2026-10.csv": Self.header + row]).diagnostics()
    #expect(found.map(\.message.zh) == ["数值「1234567890123456789」有 19 位数字，超过了 18 位；此行未计入"])
  }

  @Test("quoted cells, CRLF and a byte order mark read as in Excel's files")
  func excel() {
    let text =
      "\u{FEFF}" + Self.header.replacing("\n", with: "\r\n")
      + "2026-10,sem,,clicks,12,\"后台, 导出\",\"说\"\"明\"\"\"\r\n"
    let site = SmallSite(["content/results/2026.csv": text])
    #expect(site.diagnostics() == [])
    #expect(site.handbook.results.first?.source == "后台, 导出")
    #expect(site.handbook.results.first?.note == "说\"明\"")
  }

  @Test(
    "two of what can only be one are an error at the second, with a note at the first",
    arguments: [
      (
        ["plans/2026-11.md": "周期: 2026-11", "plans/2026-11b.md": "周期: 1️⃣2026-11"],
        "2026年11月已经有一份计划，不能有两份"
      ),
      (
        ["reviews/2026-10.md": "周期: 2026-10", "reviews/x.md": "周期: 1️⃣2026-10"],
        "2026年10月已经有一份复盘，不能有两份"
      ),
      (
        [
          "evaluations/a.md": "活动: case", "evaluations/b.md": "活动: 1️⃣case",
          "activities/case.md": "主题: 甲",
        ],
        "活动「case」已经有一份活动评估，不能有两份"
      ),
      (
        ["plans/2026-11.md": "工作安排: [{id: T1, 内容: 甲}, {id: 1️⃣T1, 内容: 乙}]"], "编号「T1」已被另一个工作使用"
      ),
      (
        [
          "reviews/2026-10.md": "问题: [{id: P1, 内容: 甲}]",
          "reviews/2026-11.md": "问题: [{id: 1️⃣P1, 内容: 乙}]",
        ],
        "编号「P1」已被另一个问题使用"
      ),
    ] as [([String: String], String)])
  func twice(files: [String: String], zh: String) throws {
    let site = RuleCase("", files)
    let found = try site.diagnostics(binding: "list-consent")
    let only = try #require(found.first)
    #expect(found.map(\.id) == ["duplicate-id"])
    #expect(only.message.zh == zh)
    let marked = try #require(site.marked(binding: "list-consent")[only.location.path])
    #expect(only.location.range.start == marked.positions[1])
    #expect(only.notes.count == 1)
  }

  @Test("blanks of any width are no value", arguments: ["\u{3000} ", "\u{A0}", " \u{2003}"])
  func blanks(blank: String) {
    let lines = SmallSite.sixFields.split(separator: "\n")
      .map { $0.hasPrefix("主题") ? "主题: \"\(blank)\"" : String($0) }
    let found = SmallSite(SmallSite.activity(lines.joined(separator: "\n"))).diagnostics()
    #expect(found.map(\.message.zh) == ["必填字段「主题」(theme) 写了，但为空"])
  }
}
