import CedianTestSupport
import Foundation
import Testing

@testable import cedian

/// What was done on branches, decided in merges, or moved with the whole site.
@Suite("The history of branches and merges")
struct BranchHistoryTests {
  private static let path = "content/activities/2026/a.md"
  private static let brief = "---\n预算: 12万\n标题: 甲\n\(SmallSite.sixFields)\n---\n\n正文。\n"
  private static let report = "output/reports/2026-11/index.html"
  private let chinese = ["LANG": "zh_CN.UTF-8"]

  private func git(
    _ line: String, _ folder: TemporaryFolder, on day: String = "2026-11-02", fails: Bool = false
  ) throws {
    try gitLine(line, in: folder, at: "\(day)T02:00:00+0000", fails: fails)
  }

  /// One commit of October.
  private func repository() throws -> TemporaryFolder {
    let folder = try TemporaryFolder.site([Self.path: Self.brief])
    try folder.write("output/\n", to: ".gitignore")
    try git("init -q .", folder)
    try git("add -A", folder)
    try git("commit -qm 起点", folder, on: "2026-10-05")
    return folder
  }

  private func edit(_ folder: TemporaryFolder, _ old: String, _ new: String) throws {
    let text = try #require(folder.read(Self.path))
    try #require(text.contains(old))
    try folder.write(text.replacing(old, with: new), to: Self.path)
  }

  private func build(_ folder: TemporaryFolder, site: String = ".") throws {
    let run = try cedian(
      "build", "--site", site, "--as-of", "2026-11-30", in: folder, environment: chinese)
    #expect(run.status == 0, "\(run.err)")
  }

  /// Takes away what was kept of earlier builds, so that the next one asks git anew.
  private func forget(_ folder: TemporaryFolder) throws {
    for path in [".git/cedian-history-6", ".git/cedian-history-6.log", "output/.cedian/inputs"] {
      try FileManager.default.removeItem(atPath: folder.at(path))
    }
  }

  private func time(_ days: String) -> String { "时间: 2026-11-\(days)" }

  private var start: String { "时间: 2026-11-01/2026-11-11" }

  @Test("a report compares what stood at the start with what stands at the end")
  func branches() throws {
    let folder = try repository()
    try git("switch -qc a", folder)
    try edit(folder, start, time("03/2026-11-13"))
    try git("commit -qam 改时间", folder, on: "2026-11-04")
    try git("switch -q main", folder)
    try git("switch -qc b", folder)
    try edit(folder, "12万", "15万")
    try git("commit -qam 改预算", folder, on: "2026-11-05")
    try git("switch -q main", folder)
    try git("merge -q --no-ff -m 并入甲 a", folder, on: "2026-11-06")
    try build(folder)
    try git("merge -q --no-ff -m 并入乙 b", folder, on: "2026-11-07")
    try build(folder)
    let page = try #require(folder.read(Self.report))
    #expect(page.contains("共 2 次提交，与期初相比"))
    #expect(page.contains("时间 延后 2 天，共 11 天不变：2026年11月1日—11日 → 2026年11月3日—13日"))
    #expect(page.contains("预算 12万元 → 15万元（+3万元，+25.0%）"))
    let changes = try #require(folder.read("output/changes/index.html"))
    #expect(changes.contains("改时间") && changes.contains("改预算"))
    #expect(!changes.contains("并入"))
    try forget(folder)
    try build(folder)
    #expect(folder.read(Self.report) == page)
    #expect(folder.read("output/changes/index.html") == changes)
  }

  @Test("a commit that was amended, or made on another branch, is no past of HEAD")
  func amended() throws {
    let folder = try repository()
    try git("switch -qc 试", folder)
    try edit(folder, start, time("03/2026-11-13"))
    try git("commit -qam 试验改期", folder, on: "2026-11-04")
    try build(folder)
    try git("switch -q main", folder)
    try edit(folder, "12万", "15万")
    try git("commit -qam 改预算", folder, on: "2026-11-05")
    try build(folder)
    try edit(folder, "15万", "16万")
    try git("commit -qa --amend -m 再改预算", folder, on: "2026-11-06")
    try build(folder)
    let page = try #require(folder.read(Self.report))
    func size() throws -> Int {
      try Data(contentsOf: URL(filePath: folder.at(".git/cedian-history-6.log"))).count
    }
    let grown = try size()
    #expect(page.contains("预算 12万元 → 16万元"))
    #expect(!page.contains("试验改期") && !page.contains("延后"))
    try forget(folder)
    try build(folder)
    #expect(folder.read(Self.report) == page)
    #expect(try size() == grown)
  }

  @Test("what a merge decided is a change of its own, on the page, in the feed and the report")
  func decided() throws {
    let folder = try repository()
    try git("switch -qc a", folder)
    try edit(folder, start, time("03/2026-11-13"))
    try git("commit -qam 改为三日", folder, on: "2026-11-04")
    try git("switch -q main", folder)
    try edit(folder, start, time("04/2026-11-14"))
    try git("commit -qam 改为四日", folder, on: "2026-11-05")
    try git("merge -q a", folder, fails: true)
    try folder.write(
      Self.brief.replacing(start, with: time("06/2026-11-16")), to: Self.path)
    try git("commit -qam 定为六日", folder, on: "2026-11-06")
    try build(folder)
    let page = try #require(folder.read("output/activities/a/index.html"))
    #expect(
      page.contains(
        "定为六日<span class=\"block\">时间 延后 2 天，共 11 天不变："
          + "2026年11月4日—14日 → 2026年11月6日—16日</span>"))
    #expect(page.contains("改为三日") && page.contains("改为四日"))
    let feed = try #require(folder.read("output/changes/changes.atom"))
    #expect(feed.contains("<title>定为六日</title>"))
    let report = try #require(folder.read(Self.report))
    #expect(report.contains("时间 延后 5 天，共 11 天不变：2026年11月1日—11日 → 2026年11月6日—16日"))
  }

  @Test("an activity that was put off to another period is told in the one it left")
  func putOff() throws {
    let folder = try repository()
    try folder.write(
      Self.brief.replacing("标题: 甲", with: "标题: 乙"), to: "content/activities/2026/b.md")
    try git("add -A", folder)
    try git("commit -qm 又一个", folder, on: "2026-10-06")
    try edit(folder, start, "时间: 2026-12-10/2026-12-20")
    try git("commit -qam 改到十二月", folder, on: "2026-11-05")
    try build(folder)
    let line = "时间 延后 39 天，共 11 天不变：2026年11月1日—11日 → 2026年12月10日—20日"
    #expect(try #require(folder.read(Self.report)).contains(line))
    for format in ["md", "html", "json"] {
      let run = try cedian(
        "report", "2026-11", "--as-of", "2026-11-30", "--format", format, in: folder,
        environment: chinese)
      #expect(run.status == 0, "\(run.err)")
      #expect(run.out.contains(line), "\(format)")
      guard format == "json" else { continue }
      let schema = try JSONSchema(
        Data(contentsOf: packageRoot.appending(path: "docs/report.schema.json")))
      #expect(try schema.problems(in: Data(run.out.utf8)) == [])
    }
  }

  @Test("an edit on one branch follows a new name that another branch gave")
  func renamed() throws {
    let folder = try repository()
    try git("switch -qc a", folder)
    try edit(folder, start, time("03/2026-11-13"))
    try git("commit -qam 改时间", folder, on: "2026-11-06")
    try git("switch -q main", folder)
    try git("mv \(Self.path) content/activities/2026/b.md", folder)
    try git("commit -qm 改名", folder, on: "2026-11-05")
    try git("merge -q -m 合并 a", folder, on: "2026-11-07")
    try build(folder)
    let page = try #require(folder.read("output/activities/b/index.html"))
    for subject in ["改名", "改时间", "起点"] { #expect(page.contains(subject), "\(subject)") }
    let report = try #require(folder.read(Self.report))
    #expect(report.contains("2026年11月1日—11日 → 2026年11月3日—13日"))
  }

  @Test("a site that was moved as a whole keeps its history")
  func movedSite() throws {
    let folder = try TemporaryFolder()
    let site = try TemporaryFolder.site([Self.path: Self.brief])
    try FileManager.default.copyItem(atPath: site.path, toPath: folder.at("旧 站"))
    try folder.write("output/\n", to: ".gitignore")
    try git("init -q .", folder)
    try git("add -A", folder)
    try git("commit -qm 起点", folder, on: "2026-10-05")
    try folder.write(Self.brief.replacing("12万", with: "15万"), to: "旧 站/\(Self.path)")
    try git("commit -qam 加预算", folder, on: "2026-11-05")
    try git("mv '旧 站' 新站", folder)
    try git("commit -qm 挪站", folder, on: "2026-11-06")
    for _ in 0..<2 {
      try build(folder, site: "新站")
      let page = try #require(folder.read("新站/output/activities/a/index.html"))
      #expect(page.contains("加预算") && page.contains("起点"))
      #expect(try !#require(folder.read("新站/output/changes/index.html")).contains("挪站"))
      try folder.write(Self.brief.replacing("12万", with: "18万"), to: "新站/\(Self.path)")
      try git("commit -qam 再加 --allow-empty", folder, on: "2026-11-07")
    }
  }

  @Test("of many changes the weightiest are listed, and the rest is counted")
  func many() throws {
    let folder = try repository()
    for day in 10..<32 {
      try edit(folder, "预算: \(day == 10 ? 12 : day - 1)万", "预算: \(day)万")
      try git("commit -qam 第\(day)次 --allow-empty", folder, on: "2026-11-05")
    }
    try build(folder)
    let page = try #require(folder.read("output/activities/a/index.html"))
    // With the first commit there are twenty-three.
    #expect(page.contains("另有 3 项"))
    #expect(!page.contains("起点"))
  }

  @Test("why there is no history is said as it is")
  func reasons() throws {
    let folder = try TemporaryFolder.site()
    try git("init -q .", folder)
    let run = try cedian("build", in: folder, environment: chinese)
    #expect(run.err.hasSuffix("（git 仓库还没有提交，没有修改历史）\n"), "\(run.err)")
    let words =
      "fatal: detected dubious ownership in repository at '/a'\nTo add an exception for "
      + "this directory, call:\n\n\tgit config --global --add safe.directory /a b\n"
    #expect(GitProblem(words, in: ".") == .foreignOwner("/a b"))
    #expect(GitProblem(words, in: ".").withoutHistory.zh.contains("safe.directory '/a b'"))
    let none = "fatal: not a git repository (or any of the parent directories): .git\n"
    #expect(GitProblem(none, in: "x") == .noRepository("x"))
    #expect(GitProblem("fatal: x", in: ".") == .failed("fatal: x"))
  }
}
