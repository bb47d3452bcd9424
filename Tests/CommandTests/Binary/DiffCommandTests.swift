import CedianTestSupport
import Foundation
import Testing

@testable import cedian

@Suite("cedian diff")
struct DiffCommandTests {
  private static let path = "content/activities/2026/双 12.md"
  private static let brief = "---\n标题: 双12\n\(SmallSite.sixFields)\n---\n"
  private let chinese = ["LANG": "zh_CN.UTF-8"]

  private func git(_ line: String, _ folder: TemporaryFolder) throws {
    try gitLine(line, in: folder)
  }

  /// A site in a subfolder of a repository, with one commit.
  private func repository(_ format: String = "sha1") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let site = try TemporaryFolder.site([Self.path: Self.brief])
    try FileManager.default.copyItem(atPath: site.path, toPath: folder.at("站点"))
    try git("init -q --object-format=\(format) .", folder)
    try git("add -A", folder)
    try git("commit -qm 起点", folder)
    return folder
  }

  private func edit(_ folder: TemporaryFolder, _ old: String, _ new: String) throws {
    let text = try #require(folder.read("站点/" + Self.path))
    try #require(text.contains(old))
    try folder.write(text.replacing(old, with: new), to: "站点/" + Self.path)
  }

  private func diff(_ arguments: String..., in folder: TemporaryFolder) throws -> Run {
    try run(
      cedianBinary, ["diff", "--site", "站点"] + arguments, in: folder, environment: chinese)
  }

  @Test(
    "the working tree against HEAD, in a site below the repository's top",
    arguments: ["sha1", "sha256"])
  func workingTree(format: String) throws {
    let folder = try repository(format)
    #expect(try diff(in: folder).out == "HEAD → 工作区：没有改动\n")
    try edit(folder, "标题: 双12", "标题: 双12返场")
    try folder.write("---\n标题: 新页\n---\n", to: "站点/content/pages/新 页.md")
    let run = try diff(in: folder)
    #expect(run.status == 0)
    #expect(run.err == "")
    #expect(run.out.hasPrefix("HEAD → 工作区：改动 2 份文档：新增 1，修改 1\n"))
    #expect(run.out.contains("\n+ 新增 页面「新页」  content/pages/新 页.md\n"))
    #expect(run.out.contains("\n~ 修改 活动「双12返场」  \(Self.path)\n  标题  双12{+返场+}\n"))
  }

  @Test("commits, ranges and merge bases as git names them")
  func revisions() throws {
    let folder = try repository()
    try git("switch -qc 分支", folder)
    try edit(folder, "标题: 双12", "标题: 分支上的")
    try git("commit -qam 分支", folder)
    try git("switch -q main", folder)
    try folder.write("---\n标题: 主干的\n---\n", to: "站点/content/pages/主干.md")
    try git("add -A", folder)
    try git("commit -qm 主干", folder)
    #expect(try diff("main~1", "main", in: folder).out.contains("改动 1 份文档：新增 1"))
    #expect(try diff("main~1..main", in: folder).out.contains("改动 1 份文档：新增 1"))
    #expect(try diff("main", "分支", in: folder).out.contains("改动 2 份文档：删除 1，修改 1"))
    // Only what the branch did.
    #expect(try diff("main...分支", in: folder).out.contains("改动 1 份文档：修改 1"))
    let only = try diff("main", "分支", "--", "content/pages", in: folder)
    #expect(only.out.contains("改动 1 份文档：删除 1"))
  }

  @Test("what a change breaks and mends is said, with the clause")
  func policy() throws {
    let folder = try repository()
    let theme = try #require(
      SmallSite.sixFields.split(separator: "\n").first { $0.hasPrefix("主题") })
    try edit(folder, theme + "\n", "")
    let run = try diff(in: folder)
    #expect(run.out.contains("\n制度\n  + 错误：缺少必填字段「主题」(theme)（条款 4.1）"))
    try git("commit -qam 坏了", folder)
    try edit(folder, "标题: 双12\n", "标题: 双12\n\(theme)\n")
    #expect(try diff(in: folder).out.contains("\n制度\n  − 错误：缺少必填字段「主题」(theme)（条款 4.1）"))
  }

  @Test("every format says the same; JSON follows its published schema")
  func formats() throws {
    let folder = try repository()
    try edit(folder, "标题: 双12", "标题: 双12 <b>返场</b>|*")
    let json = try diff("--format", "json", in: folder)
    let schema = try JSONSchema(
      Data(contentsOf: packageRoot.appending(path: "docs/diff.schema.json")))
    #expect(try schema.problems(in: Data(json.out.utf8)) == [])
    #expect(json.out.contains(#""key": ["title"]"#))
    let markdown = try diff("--format", "md", in: folder).out
    #expect(markdown.hasPrefix("### 改动 1 份文档：修改 1\n"))
    #expect(markdown.contains("双12<ins> &lt;b&gt;返场&lt;/b&gt;\\|\\*</ins>"))
    let html = try diff("--format", "html", in: folder).out
    #expect(html.hasPrefix("<!doctype html>"))
    #expect(html.contains("<ins> &lt;b&gt;返场&lt;/b&gt;|*</ins>"))
    #expect(!html.contains("<b>返场"))
    #expect(!html.contains("<script"))
  }

  @Test("a file with a conflict in it is not compared, and an empty revision is none")
  func conflict() throws {
    let folder = try repository()
    try edit(folder, "标题: 双12\n", "<<<<<<< a\n标题: 双12\n=======\n标题: 双11\n>>>>>>> b\n")
    let run = try diff(in: folder)
    #expect(run.out.contains("合并冲突没有解决"))
    #expect(!run.out.contains("删去"))
    #expect(try diff("", in: folder).status == 64)
  }

  @Test("where only findings changed, it is not said that nothing did")
  func findingsOnly() throws {
    let folder = try repository()
    try edit(folder, "\n---\n", "\n")
    let run = try diff(in: folder)
    #expect(run.out.hasPrefix("HEAD → 工作区：字段和文字没有改动，检查结果有变化\n"))
    #expect(run.out.contains("+ 错误："))
  }

  @Test("--exit-code tells whether anything changed")
  func exitCode() throws {
    let folder = try repository()
    #expect(try diff("--exit-code", in: folder).status == 0)
    try edit(folder, "标题: 双12", "标题: 双 12")
    #expect(try diff("--exit-code", in: folder).status == 1)
    #expect(try diff(in: folder).status == 0)
  }

  @Test("settings and metrics are compared by their fields, results with what they note")
  func settings() throws {
    let folder = try repository()
    let results = "站点/content/results/2026/2026-10.csv"
    let header = "period,channel,activity,metric,value,source,note\n"
    try folder.write(header + "2026-10,all,,gmv,120,平台,\n", to: results)
    try git("add -A", folder)
    try git("commit -qm 数据", folder)
    try folder.write(header + "2026-10,all,,gmv,120,平台,已核对\n", to: results)
    let metrics = try #require(folder.read("站点/content/metrics.yml"))
    try folder.write(
      metrics.replacing("unit: CNY,", with: "unit: CNY, polarity: lower,"),
      to: "站点/content/metrics.yml")
    let site = try #require(folder.read("站点/content/site.yml"))
    try folder.write(site + "fiscal_year_start: 4\n", to: "站点/content/site.yml")
    let run = try diff(in: folder)
    #expect(run.out.contains("~ 修改 设置「metrics.yml」  content/metrics.yml\n  指标 · gmv · 方向"))
    #expect(
      run.out.contains("~ 修改 设置「site.yml」  content/site.yml\n  财年起始月  新增：4\n"))
    #expect(run.out.contains("2026-10 全部 成交总额  120.00元；备注：（无） → 已核对\n"))
    let english = try diff("--lang", "en", in: folder)
    #expect(english.out.contains("2 documents: modified 2; 1 result cell\n"))
    #expect(english.out.contains("2026-10 all GMV  ¥120.00; note: (none) → 已核对\n"))
  }

  @Test("paths count from the current folder or from the site, and must name something")
  func paths() throws {
    let folder = try repository()
    try edit(folder, "标题: 双12", "标题: 双12返场")
    func diff(_ path: String) throws -> Run {
      try runShell(
        "cd 站点/content && LANG=zh_CN.UTF-8 '\(cedianBinary.path)' diff --site .. -- '\(path)'",
        in: folder)
    }
    func changed(_ path: String) throws -> Bool {
      let run = try diff(path)
      #expect(run.status == 0, "\(path): \(run.err)")
      return run.out.contains("双12返场")
    }
    for path in [
      ".", "..", "activities", "./activities/", "activities/2026/双 12.md", "content/activities",
      folder.at("站点/content"), "activities/*12.md", "../content/activities",
    ] {
      #expect(try changed(path), "\(path)")
    }
    #expect(try !changed("site.yml"))
    for path in ["missing.md", "activities/x*", "/etc"] {
      let run = try diff(path)
      #expect(run.status == 64)
      #expect(run.err.contains(path))
    }
    try git("rm -qf '站点/\(Self.path)'", folder)
    #expect(try self.diff("--", Self.path, in: folder).out.contains("− 删除"))
  }

  @Test("two folders need no git")
  func folders() throws {
    let (a, b) = (try TemporaryFolder.site(), try TemporaryFolder.site([Self.path: Self.brief]))
    let run = try cedian("diff", "--no-index", a.path, b.path, in: a, environment: chinese)
    #expect(run.status == 0)
    #expect(run.out.contains("改动 1 份文档：新增 1"))
  }

  @Test(
    "what it cannot do is said",
    arguments: [
      (["没有的"], 64, "没有「没有的」这个版本"), (["a", "b", "c"], 64, "最多比较两个版本，写了 3 个"),
      (["--no-index", "x"], 64, "--no-index 要写两个站点文件夹"), (["--没有"], 64, "没有 --没有 这个选项"),
    ])
  func refusals(arguments: [String], status: Int32, message: String) throws {
    let folder = try repository()
    let run = try run(
      cedianBinary, ["diff", "--site", "站点"] + arguments, in: folder, environment: chinese)
    #expect(run.status == status)
    #expect(run.err.contains(message), "\(run.err)")
  }

  @Test("a bound field that is asked for anew is told with how many lack it")
  func bindings() throws {
    let folder = try repository()
    let chapter = "站点/content/policy/04-activities.md"
    let text = try #require(folder.read(chapter))
    try folder.write(
      text.replacing("expected_effect]", with: "expected_effect, risks]"), to: chapter)
    let out = try diff(in: folder).out
    #expect(out.contains("◆ 条款 4.1 required-fields：要求字段新增：风险；现有"), "\(out)")
  }
}
