import CedianContent
import CedianModel
import CedianTestSupport
import Testing

@testable import CedianSite

struct SiteTests {
  @Test("every document has its page, and the site its own")
  func pages() throws {
    let pages = Set(try SiteFixture.render().keys)
    #expect(
      pages.isSuperset(of: [
        "index.html", "404.html", "site-map/index.html", "policy/index.html",
        "policy/activities/index.html", "channels/index.html", "channels/sem/index.html",
        "goals/index.html", "goals/2026/index.html", "plans/index.html",
        "plans/2026-11/index.html", "activities/index.html",
        "activities/2026-11-tea/index.html", "evaluations/2026-11-tea/index.html",
        "reviews/2026-10/index.html", "departments/index.html",
        "departments/marketing/index.html", "contacts/index.html", "assets/site.css",
        "assets/filter.js", "files/plans/flow.svg",
      ]))
    #expect(!pages.contains("sitemap.xml"))
  }

  @Test("every address of every page leads to a file that is there")
  func addresses() throws {
    let files = try SiteFixture.render()
    for (path, html) in files where path.hasSuffix(".html") {
      for match in html.matches(of: /(?:href|src)="([^"#]*)(?:#[^"]*)?"/) {
        let address = String(match.1)
        guard !address.isEmpty else { continue }
        let target = Destination(address, in: path).path
        #expect(files[target ?? ""] != nil, "\(path) → \(address)")
      }
    }
  }

  @Test("no page has a script or style of its own, or asks for anything elsewhere")
  func selfContained() throws {
    for (path, html) in try SiteFixture.render() where path.hasSuffix(".html") {
      #expect(!html.contains("<style"), "\(path)")
      #expect(!html.contains(" style="), "\(path)")
      #expect(html.firstMatch(of: /\son[a-z]+=/) == nil, "\(path)")
      #expect(html.firstMatch(of: /<script(?! src=)/) == nil, "\(path)")
      #expect(html.firstMatch(of: /="https?:/) == nil, "\(path)")
    }
  }

  @Test("what an author writes is text, never markup")
  func escaping() throws {
    let hostile = "<script>alert(1)</script>\"'&"
    let pages = try SiteFixture.render([
      "content/activities/2026/2026-11-tea.md": """
      ---
      标题: '\(hostile.replacing("'", with: "''"))'
      主题: '\(hostile.replacing("'", with: "''"))'
      负责人: '\(hostile.replacing("'", with: "''"))'
      时间: 2026-11-01/2026-11-11
      分工: [{谁: '<b>', 任务: '<i>'}]
      状态: 已完成
      ---

      """
    ])
    for (path, html) in pages where path.hasSuffix(".html") {
      #expect(!html.contains("<script>alert"), "\(path)")
      #expect(!html.contains("<i>"), "\(path)")
    }
    let page = try #require(pages["activities/2026-11-tea/index.html"])
    #expect(
      page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"))
  }

  @Test("equal input gives equal bytes in the same order, whatever the order of work")
  func deterministic() throws {
    let read = SiteFixture.read()
    let (set, _) = loadTemplates(try SiteFixture.templates())
    func render(_ workers: Workers) -> [OutputFile] {
      renderSite(
        read.handbook, templates: set, contentAssets: read.assets, options: SiteFixture.options(),
        workers: workers
      ) { $0 }.files
    }
    let first = render(.one)
    let backwards = render(
      Workers { count, step in
        for number in (0..<count).reversed() { step(number) }
      })
    #expect(first == backwards)
    #expect(Set(first.map(\.path)).count == first.count)
  }

  @Test("a missing field of the six is shown as missing, the others as they are")
  func missingField() throws {
    let page = try #require(
      try SiteFixture.render([
        "content/activities/2026/2026-11-tea.md": "---\n标题: 甲\n主题: 乙\n---\n"
      ])["activities/2026-11-tea/index.html"])
    #expect(page.matches(of: /class="lacking"/).count == 5)
    #expect(page.contains("未填写"))
  }

  @Test("an activity shows its goal against its result, its budget's total and its deviation")
  func activity() throws {
    let page = try #require(try SiteFixture.render()["activities/2026-11-tea/index.html"])
    #expect(page.contains("110.0%"))
    #expect(page.contains("达标"))
    #expect(
      page.contains(
        "<span class=\"n\" title=\"100,000 元\">10.00</span> <span class=\"u\">万元</span>"))
    #expect(page.contains("与计划不同"))
    #expect(page.contains("href=\"../../goals/2026/index.html#G1\""))
  }

  @Test("a clause shows the rules that enforce it and how many documents pass")
  func clauses() throws {
    let read = SiteFixture.read(["content/activities/2026/bad.md": "---\n主题: 甲\n---\n"])
    let validation = validate(read.handbook, asOf: SiteFixture.asOf)
    let (set, _) = loadTemplates(try SiteFixture.templates())
    let files = renderSite(
      read.handbook, templates: set, contentAssets: read.assets,
      options: SiteFixture.options(
        findings: validation.diagnostics, reports: validation.reports), workers: .one
    ) { $0 }.files
    let page = try #require(files.first { $0.path == "policy/activities/index.html" })
    let html = String(decoding: page.bytes, as: UTF8.self)
    #expect(html.contains("1/2 合规"))
    let clause = try #require(html.firstRange(of: "<span class=\"clause-rules\">"))
    let heading = try #require(html.firstRange(of: "4.1 活动方案</h2>"))
    #expect(heading.upperBound <= clause.lowerBound)
  }

  @Test("the rules of a clause that is a list item stand behind its words, before its parts")
  func itemClause() throws {
    let page = try #require(
      try SiteFixture.render([
        "content/policy/01-general.md": """
        ---
        chapter: 1
        title: 总则
        rules:
          - {clause: "1.1.1", rule: unknown-owner}
        ---

        ## 1.1 范围

        - 1.1.1 负责人写**部门**。
          - 或岗位
        - 1.1.2 其他

        """
      ])["policy/01-general/index.html"])
    #expect(page.contains("<strong>部门</strong>。"))
    #expect(page.firstMatch(of: /。\s*<span class="clause-rules">.*<\/span>\s*<ul>/) != nil)
    #expect(page.matches(of: /class="clause-rules"/).count == 1)
  }

  @Test("a late task is marked so on its plan's and its department's page, an early one is not")
  func lateTasks() throws {
    let two = """
      ---
      期间: 2026-11
      工作安排:
        - {内容: 拍摄, 时间: 2026-11-20, 谁: 技术部, 预期效果: 成片, 进展: 未完成}
        - {内容: 备货, 时间: 2026-11-05, 谁: 技术部, 预期效果: 不断货, 进展: 未完成}
        - {内容: 选品, 时间: 2026-11-01, 谁: 技术部, 预期效果: 名单, 进展: 已完成}
      ---

      """
    let pages = try SiteFixture.render(["content/plans/2026-11.md": two])
    for path in ["plans/2026-11/index.html", "departments/technology/index.html"] {
      let page = try #require(pages[path])
      #expect(page.matches(of: /▲/).count == 1, "\(path)")
      #expect(page.contains("逾期") && page.contains("未完成"), "\(path)")
    }
    let department = try #require(pages["departments/technology/index.html"])
    let late = try #require(department.firstRange(of: "备货"))
    let open = try #require(department.firstRange(of: "拍摄"))
    #expect(late.lowerBound < open.lowerBound && !department.contains("选品"))
    #expect(department.contains("<span class=\"count\">逾期 1</span>"))
  }

  @Test("a department's page lists what is overdue of the documents that it answers for")
  func overdue() throws {
    let files = [
      "content/policy/05-evaluation.md": """
      ---
      chapter: 5
      title: 评估
      effective: 2026-01-01
      rules: [{clause: "5.1", rule: missing-evaluation}]
      ---

      ## 5.1 评估

      """,
      "content/evaluations/2026/2026-11-tea.md": "",
    ]
    let day = Day(ordinal: SiteFixture.asOf.ordinal + 30)
    let pages = try SiteFixture.render(files, options: SiteFixture.checked(files, asOf: day))
    let own = try #require(pages["departments/marketing/index.html"])
    #expect(own.contains("id=\"section.overdue\"") && own.contains("没有评估"))
    #expect(pages["departments/technology/index.html"]?.contains("section.overdue") == false)
  }

  @Test("the site speaks the language it is built in")
  func languages() throws {
    let zh = try SiteFixture.render()
    let en = try SiteFixture.render(options: SiteFixture.options(.en))
    #expect(Set(zh.keys) == Set(en.keys))
    let page = try #require(en["activities/2026-11-tea/index.html"])
    #expect(page.contains("<html lang=\"en\">"))
    #expect(page.contains("Goals and results"))
    #expect(zh["activities/2026-11-tea/index.html"]?.contains("目标与结果") == true)
  }

  @Test("with a base address there is a sitemap, and the error page works at any depth")
  func baseAddress() throws {
    let files = try SiteFixture.render(options: SiteFixture.options(baseURL: "https://a.cn/h/"))
    let map = try #require(files["sitemap.xml"])
    #expect(map.contains("<loc>https://a.cn/h/plans/2026-11/</loc>"))
    #expect(!map.contains("404"))
    let error = try #require(files["404.html"])
    #expect(error.contains("href=\"https://a.cn/h/assets/site.css\""))
    #expect(error.firstMatch(of: /href="(?!https:\/\/a\.cn\/h\/|#)/) == nil)
    let plan = try #require(files["plans/2026-11/index.html"])
    #expect(plan.contains("<link rel=\"canonical\" href=\"https://a.cn/h/plans/2026-11/\">"))
    #expect(plan.contains("href=\"../../assets/site.css\""))
  }

  @Test("drafts are left out unless asked for")
  func drafts() throws {
    let draft = ["content/pages/draft.md": "---\n标题: 草稿页\ndraft: true\n---\n"]
    #expect(try SiteFixture.render(draft)["draft/index.html"] == nil)
    var options = SiteFixture.options()
    options.includeDrafts = true
    #expect(try SiteFixture.render(draft, options: options)["draft/index.html"] != nil)
  }

  @Test("editing a template changes the site")
  func editedTemplate() throws {
    let pages = try SiteFixture.render(
      templates: ["templates/partials/footer.mustache": "<footer>改过 {{siteTitle}}</footer>\n"])
    #expect(pages["index.html"]?.contains("<footer>改过 手册</footer>") == true)
  }

  @Test("a heading that only repeats the title is not shown twice")
  func title() throws {
    let page = try #require(try SiteFixture.render()["contacts/index.html"])
    #expect(page.matches(of: /<h1/).count == 1)
    #expect(page.contains("打电话。"))
  }

  @Test("a site without documents still has its home, its error page and its site map")
  func empty() throws {
    let (set, _) = loadTemplates(try SiteFixture.templates())
    let files = renderSite(
      Handbook(), templates: set, contentAssets: [], options: SiteFixture.options(),
      workers: .one
    ) { $0 }.files
    #expect(
      files.map(\.path).filter { $0.hasSuffix(".html") }
        == ["index.html", "404.html", "site-map/index.html"])
  }
}
