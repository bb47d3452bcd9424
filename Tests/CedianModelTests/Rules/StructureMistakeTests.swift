import CedianModel
import CedianTestSupport
import Testing

@Suite("What is written otherwise than it was meant")
struct StructureMistakeTests {
  @Test(
    "a name that two things could mean is an error where it is written again",
    arguments: [
      (
        "metrics.yml",
        """
        - {id: gmv, name: 成交总额, aliases: [1️⃣订单数], aggregation: sum}
        - {id: orders, name: 2️⃣订单数, aggregation: sum}
        """, "「订单数」已经是另一个指标（gmv）的名称，提到它时分不清指哪一个"
      ),
      (
        "metrics.yml",
        """
        - {id: 1️⃣gmv, name: 成交总额, aggregation: sum}
        - {id: sales, name: {zh: 销售额, en: 2️⃣GMV}, aggregation: sum}
        """, "「GMV」已经是另一个指标（gmv）的名称，提到它时分不清指哪一个"
      ),
      (
        "site.yml",
        """
        departments:
          - {id: marketing, name: 市场部, roles: [主管, 1️⃣数据分析师]}
          - {id: technology, name: 技术部, roles: [2️⃣数据分析师]}
        """, "「数据分析师」已经是另一个部门（marketing）的名称，提到它时分不清指哪一个"
      ),
    ])
  func sharedName(file: String, lines: String, zh: String) throws {
    let marked = MarkedText(lines)
    let found = SmallSite(["content/\(file)": marked.text]).diagnostics()
      .filter { $0.id == "duplicate-id" }
    let only = try #require(found.first)
    #expect(found.map(\.message.zh) == [zh])
    #expect(only.location.range.start == marked[2])
    #expect(only.notes.first?.location?.range.start == marked[1])
  }

  @Test(
    "a clause's or a chapter's number that is there already is an error where it comes again",
    arguments: [
      ("chapter: 4", "## 1️⃣4.1 方案\n\n## 2️⃣4.1 审批\n", "条款 4.1 已经有了，引用它的地方分不清说的是哪一个"),
      ("chapter: 4", "## 4.1 方案\n\n- 4.1.1 甲\n\n- 4.1.1 和 4.1.2 的规定同样适用。\n", nil),
      ("chapter: 4", "1.5 倍报批。\n\n1.5 倍以内不报。\n\n## 1.5 倍\n\n## 1.5 倍\n", nil),
      ("chapter: 4", "- 4.1 方案\n\n## 4.1 方案\n\n> 4.1 见上\n", nil),
      ("chapter: 4", "## 4.1 方案\n\n## 4.2 审批\n\n- 4.2.1 甲\n", nil),
    ] as [(String, String, String?)])
  func sharedClause(chapter: String, body: String, zh: String?) {
    let head = "---\ntitle: 活动\n\(chapter)\n---\n\n"
    let marked = MarkedText(head + body)
    let found = SmallSite(["content/policy/04-activities.md": marked.text]).diagnostics()
      .filter { $0.id == "duplicate-id" }
    #expect(found.map(\.message.zh) == (zh.map { [$0] } ?? []))
    if zh != nil {
      #expect(found.first?.location.range.start.line == marked[2]?.line)
      #expect(found.first?.notes.first?.location?.range.start.line == marked[1]?.line)
    }
  }

  @Test("two chapters of one number are an error")
  func sharedChapter() {
    let found = SmallSite([
      "content/policy/07-a.md": "---\ntitle: 甲\nchapter: 7\n---\n",
      "content/policy/08-b.md": "---\ntitle: 乙\nchapter: 7\n---\n",
    ]).diagnostics().filter { $0.id == "duplicate-id" }
    #expect(found.map(\.message.zh) == ["第 7 章已经有了，引用它的地方分不清说的是哪一个"])
    #expect(found.first?.location.range.start == SourcePosition(line: 3, column: 10))
  }

  @Test("a channel's alias is no other channel's title; its own it may repeat")
  func sharedChannelName() throws {
    func found(_ alias: String) -> [Diagnostic] {
      SmallSite([
        "content/channels/weixin.md": "---\n标题: 微信\n负责人: 市场部\n别名: [公众号, \(alias)]\n---\n"
      ]).diagnostics()
    }
    #expect(found("微信") == [] && found("社群") == [])
    let only = try #require(found("搜索推广").first)
    #expect(only.message.zh == "「搜索推广」已经是另一个渠道（sem）的名称，提到它时分不清指哪一个")
    #expect(only.location.range.start == SourcePosition(line: 4, column: 11))
    #expect(only.notes.first?.location?.path == "content/channels/sem.md")
  }

  @Test(
    "a ratio's parts are metrics that are reported",
    arguments: [
      ("clickss", "unknown-reference", "没有名为「clickss」的指标"),
      ("ctr", "wrong-type", "「点击率」的分子或分母是它自己，算不出来"),
      ("cvr", "wrong-type", "「点击率」的分子或分母「cvr」本身是比率，算不出来"),
    ])
  func ratioParts(part: String, id: String, zh: String) throws {
    let marked = MarkedText(
      """
      - {id: gmv, name: 成交总额, aggregation: sum}
      - {id: clicks, name: 点击量, aggregation: sum}
      - {id: cvr, name: 转化率, aggregation: ratio, numerator: gmv, denominator: clicks}
      - {id: ctr, name: 点击率, aggregation: ratio, numerator: 1️⃣\(part), denominator: clicks}
      """)
    let found = SmallSite(["content/metrics.yml": marked.text]).diagnostics()
    #expect(found.map(\.id) == [id] && found.map(\.message.zh) == [zh])
    #expect(found.first?.location.range.start == marked[1])
  }

  @Test(
    "what names no period is an error, for no rule would look at it",
    arguments: [
      ("plans/2026-13.md", "标题: 计划\n1️⃣---", "计划"), ("plans/zz.md", "标题: 计划\n1️⃣周期:\n---", "计划"),
      ("reviews/2026-11-v2.md", "标题: 复盘\n1️⃣---", "复盘"), ("goals/next.md", "标题: 目标\n1️⃣---", "年度目标"),
    ])
  func noPeriod(file: String, lines: String, kind: String) throws {
    let marked = MarkedText("---\n\(lines)\n")
    let found = SmallSite(["content/\(file)": marked.text]).diagnostics()
    let only = try #require(found.first)
    #expect(found.map(\.id) == ["bad-time"])
    #expect(only.location.range.start == marked[1])
    #expect(only.message.zh.hasSuffix("这份\(kind)不知是哪一期的"))
    #expect(only.fix?.example == (kind == "年度目标" ? "周期: 2026" : "周期: 2026-11"))
  }

  @Test("an empty title is warned of; a heading of level 1 stands in for it, no other does")
  func emptyTitle() throws {
    func site(_ body: String) -> SmallSite {
      SmallSite(["content/pages/case.md": "---\n标题:\n---\n\n\(body)\n"])
    }
    let only = try #require(site("## 思路").diagnostics().first)
    #expect(only.id == "unwritten" && only.severity == .warning)
    #expect(only.location.range == SourceRange(line: 2, column: 1, length: 2))
    #expect(only.message.zh == "「标题」写了，但为空；页面上显示为「case」")
    #expect(site("## 思路").handbook.pages.map(\.info.title) == ["case"])
    #expect(site("## 思路\n\n# 大促").handbook.pages.map(\.info.title) == ["大促"])
  }

  @Test(
    "a full-width comma in brackets makes one item, which is said",
    arguments: [
      ("标签: [1️⃣大促，返场]", Severity.error, "[大促, 返场]"), ("标签: [1️⃣大促、返场]", .error, "[大促, 返场]"),
      ("标签: [1️⃣大促，返场，年货]", .error, "[大促, 返场, 年货]"), ("别名: 甲", .note, ""),
      ("标签: [大促, 返场]", .note, ""), ("标签: [\"大促，返场\"]", .note, ""), ("标签:\n  - 大促，返场", .note, ""),
    ])
  func commaInBrackets(lines: String, severity: Severity, example: String) throws {
    let marked = MarkedText("---\n\(SmallSite.sixFields)\n\(lines)\n---\n")
    let found = SmallSite(["content/activities/case.md": marked.text]).diagnostics()
      .filter { $0.id == "wrong-type" }
    guard severity == .error else { return #expect(found == []) }
    #expect(found.map(\.severity) == [severity] && found.first?.fix?.example == example)
    #expect(found.first?.location.range.start == marked[1])
  }

  @Test("in a list of sentences it is a warning, and 、 is part of one")
  func sentencesInBrackets() {
    func found(_ value: String) -> [Severity] {
      let lines = SmallSite.sixFields.replacing("参与对象: 会员", with: "参与对象: \(value)")
      return SmallSite(SmallSite.activity(lines)).diagnostics().map(\.severity)
    }
    #expect(found("[会员，新客]") == [.warning])
    #expect(found("[会员、新客]") == [] && found("[会员，含新客, 员工]") == [])
  }

  @Test("a value that YAML means otherwise is refused once, with the line quoted")
  func refused() throws {
    for value in ["*abc", "&abc", "!abc"] {
      let lines = SmallSite.sixFields.replacing("主题: 双11主会场", with: "主题: \(value)")
      let found = SmallSite(SmallSite.activity(lines)).diagnostics()
      #expect(found.map(\.id) == ["alias-refused"], "\(value)")
      #expect(found.first?.fix?.example == "主题: \"\(value)\"")
    }
    let open = SmallSite.sixFields.replacing("主题: 双11主会场", with: "主题: [x")
    #expect(SmallSite(SmallSite.activity(open)).diagnostics().map(\.id) == ["front-matter-syntax"])
  }

  @Test(
    "a setting that cannot be meant is an error at its value",
    arguments: [
      ("time_zone: 1️⃣Asia/Shanghi", "「时区」：没有名为「Asia/Shanghi」的时区", "time_zone: Asia/Shanghai"),
      ("thresholds: {reached: 1️⃣50}", "「达标」应当是大于 0、不超过 200% 的达成率", "reached: 100%"),
      ("thresholds: {reached: 100%, at_risk: 1️⃣120%}", "「预警」的界线高于「达标」，没有结果会算作预警", nil),
      ("thresholds: {at_risk: 1️⃣-5%}", "「预警」应当是大于 0、不超过 200% 的达成率", "at_risk: 80%"),
      ("time_zone: Europe/Berlin", nil, nil),
      ("thresholds: {reached: 95%, at_risk: 0.8}", nil, nil),
    ] as [(String, String?, String?)])
  func settings(line: String, zh: String?, example: String?) {
    let marked = MarkedText("departments: [{id: marketing, name: 市场部}]\n\(line)\n")
    let found = SmallSite(["content/site.yml": marked.text]).diagnostics()
      .filter { $0.location.path == "content/site.yml" }
    #expect(found.map(\.message.zh) == [zh].compactMap(\.self))
    #expect(found.first?.location.range.start == marked[1])
    if let example { #expect(found.first?.fix?.example == example) }
  }

  @Test("a goal of a list is shown as an item, one of its own with its key")
  func goalOfAList() {
    let lines = SmallSite.sixFields.replacing("目标: 成交总额 ≥ 120万", with: "目标:\n  - 提升品牌影响力")
    let found = SmallSite(SmallSite.activity(lines)).diagnostics()
    #expect(found.map(\.fix?.example) == ["- 成交总额 ≥ 120万"])
  }
}
