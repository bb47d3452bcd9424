import CedianTestSupport
import Foundation
import Testing

@testable import cedian

/// Pages that say what changed when, from real repositories.
@Suite("The history on the pages")
struct HistoryTests {
  private static let path = "content/activities/2026/a.md"
  private static let page = "output/activities/a/index.html"
  private let chinese = ["LANG": "zh_CN.UTF-8"]

  private func git(_ line: String, _ folder: TemporaryFolder) throws {
    try gitLine(line, in: folder, at: "2026-11-02T20:00:00+0000", by: "王 \"小\" 明")
  }

  /// Two commits: a brief, then its budget and text.
  private func repository(_ settings: String = "") throws -> TemporaryFolder {
    let brief = "---\n标题: 甲\n\(SmallSite.sixFields)\n预算: 12万\n---\n\n正文。\n"
    let folder = try TemporaryFolder.site([Self.path: brief])
    let site = try #require(folder.read("content/site.yml"))
    try folder.write(site + settings, to: "content/site.yml")
    try folder.write("output/\n", to: ".gitignore")
    try git("init -q .", folder)
    try git("add -A", folder)
    try git("commit -qm '起点 <1>'", folder)
    try folder.write(
      brief.replacing("12万", with: "15万").replacing("正文。", with: "新的正文。"), to: Self.path)
    try git("commit -qam 加预算", folder)
    return folder
  }

  private func build(_ folder: TemporaryFolder) throws {
    let run = try cedian("build", in: folder, environment: chinese)
    #expect(run.status == 0, "\(run.err)")
  }

  @Test("a document shows its commits, newest first, with the fields they changed")
  func page() throws {
    let folder = try repository()
    try build(folder)
    let page = try #require(folder.read(Self.page))
    #expect(page.contains("<summary>修改历史</summary>"))
    // The day is the organisation's, eight hours ahead of the commit's.
    #expect(page.contains("2026年11月3日</span>"))
    #expect(
      page.contains(
        "修改 · 王 &quot;小&quot; 明</span> 加预算<span class=\"block\">预算 12万元 → 15万元（+3万元，+25.0%）</span>")
    )
    #expect(page.contains("起点 &lt;1&gt;"))
    let (newest, oldest) = (page.range(of: "加预算"), page.range(of: "起点"))
    #expect(try #require(newest).lowerBound < #require(oldest).lowerBound)
    let feed = try #require(folder.read("output/changes/changes.atom"))
    #expect(feed.contains("<updated>2026-11-02T20:00:00Z</updated>"))
    #expect(feed.contains("<title>起点 &lt;1&gt;</title>"))
    #expect(try #require(folder.read("output/changes/index.html")).contains("加预算"))
    let again = try cedian("build", in: folder, environment: chinese)
    #expect(again.err.contains("写入 0 个文件，删除 0 个"), "\(again.err)")
  }

  @Test("site.yml leaves out the names, or all of it")
  func setting() throws {
    let anonymous = try repository("history: anonymous\n")
    try build(anonymous)
    let page = try #require(anonymous.read(Self.page))
    #expect(page.contains("加预算"))
    #expect(!page.contains("小"))
    #expect(anonymous.read("output/changes/changes.atom")?.contains("王") == false)
    let off = try repository("修改历史: 不显示\n")
    try build(off)
    #expect(off.read(Self.page)?.contains("修改历史") == false)
    #expect(off.read("output/changes/index.html") == nil)
  }

  @Test("a document that moved keeps its history; the cache may go at any time")
  func moved() throws {
    let folder = try repository()
    try git("mv \(Self.path) content/activities/2026/b.md", folder)
    try git("commit -qm 改名", folder)
    try build(folder)
    let page = try #require(folder.read("output/activities/b/index.html"))
    for subject in ["改名", "加预算", "起点"] { #expect(page.contains(subject), "\(subject)") }
    #expect(folder.read(".git/cedian-history-6") != nil)
    try FileManager.default.removeItem(atPath: folder.at(".git/cedian-history-6"))
    try folder.write("{", to: ".git/cedian-history-6")
    try FileManager.default.removeItem(atPath: folder.at("output/.cedian/inputs"))
    try build(folder)
    #expect(folder.read("output/activities/b/index.html") == page)
  }

  @Test("a document that moved and changed in one commit moved, and is not new")
  func movedAndChanged() throws {
    let folder = try repository()
    try git("mv \(Self.path) content/activities/a.md", folder)
    let brief = try #require(folder.read("content/activities/a.md"))
    try folder.write(
      brief.replacing("15万", with: "18万").replacing("新的正文。", with: "写过的正文，比原来长得多。"),
      to: "content/activities/a.md")
    try git("commit -qam 移动并改预算", folder)
    try build(folder)
    let page = try #require(folder.read(Self.page))
    #expect(page.contains("移动 · 王"))
    #expect(page.contains("预算 15万元 → 18万元（+3万元，+20.0%）"))
    #expect(page.contains("起点 &lt;1&gt;"))
    #expect(try !#require(folder.read("output/changes/index.html")).contains("删除"))
  }

  @Test("one that got another name and another budget in one commit is the same one")
  func renamedAndChanged() throws {
    let folder = try repository()
    try git("mv \(Self.path) content/activities/2026/b.md", folder)
    let brief = try #require(folder.read("content/activities/2026/b.md"))
    try folder.write(brief.replacing("15万", with: "18万"), to: "content/activities/2026/b.md")
    try git("commit -qam 改名并改预算", folder)
    try build(folder)
    let page = try #require(folder.read("output/activities/b/index.html"))
    #expect(page.contains("预算 15万元 → 18万元（+3万元，+20.0%）"))
    #expect(page.contains("起点 &lt;1&gt;"))
    #expect(try !#require(folder.read("output/changes/index.html")).contains("删除"))
  }

  @Test("an activity that was given up in its period is among the period's changes, by its title")
  func dropped() throws {
    let folder = try repository()
    try git("rm -q \(Self.path)", folder)
    try git("commit -qm 取消", folder)
    try build(folder)
    let changes = try #require(folder.read("output/changes/index.html"))
    #expect(changes.contains("甲") && !changes.contains("content/activities"))
    let later = try runShell(
      "GIT_COMMITTER_DATE='2026-11-03T20:00:00+0000' git -c user.name=t -c user.email=t@e.com "
        + "commit -q --allow-empty -m x", in: folder)
    #expect(later.status == 0)
    // What came and went on one day of the month was never planned in it.
    #expect(try !#require(folder.read("output/reports/2026-11/index.html")).contains("取消"))
  }

  @Test("a report says what documents became since its period began, in a line each")
  func sinceStart() throws {
    let folder = try repository()
    let written = try #require(folder.read(Self.path))
    let brief = written.replacing("2026-11-01/2026-11-11", with: "2026-11-20/2026-12-10")
    try folder.write(brief, to: Self.path)
    try git("commit -qam 改期", folder)
    for (day, amount) in [("02", "20万"), ("04", "24万")] {
      try folder.write(brief.replacing("15万", with: amount), to: Self.path)
      let commit = try runShell(
        "GIT_COMMITTER_DATE=2026-12-\(day)T02:00:00+0000 git -c user.name=t "
          + "-c user.email=t@example.com commit -qam 改为\(amount)", in: folder)
      #expect(commit.status == 0, "\(commit.err)")
    }
    let run = try cedian("build", "--as-of", "2026-12-20", in: folder, environment: chinese)
    #expect(run.status == 0, "\(run.err)")
    let page = try #require(folder.read("output/reports/2026-12/index.html"))
    #expect(page.contains("共 2 次提交，与期初相比"))
    #expect(page.contains("预算 15万元 → 24万元（+9万元，+60.0%）"))
    #expect(!page.contains("20万元"))
    // In the year it is new: there is no start to compare with.
    #expect(try !#require(folder.read("output/reports/2026/index.html")).contains("24万元（"))
  }

  @Test("asked again after one more commit, it says what it would have said at once")
  func incremental() throws {
    let folder = try repository()
    try build(folder)
    let text = try #require(folder.read(Self.path))
    try folder.write(text.replacing("15万", with: "9万"), to: Self.path)
    try git("commit -qam 减预算", folder)
    try build(folder)
    let page = try #require(folder.read(Self.page))
    #expect(page.contains("减预算<span class=\"block\">预算 15万元 → 9万元（−6万元，−40.0%）</span>"))
    for name in [".git/cedian-history-6", ".git/cedian-history-6.log", "output/.cedian/inputs"] {
      try FileManager.default.removeItem(atPath: folder.at(name))
    }
    try build(folder)
    #expect(folder.read(Self.page) == page)
    // Rewritten: what was kept is no longer any commit's past.
    try git("reset -q --hard HEAD~1", folder)
    try build(folder)
    #expect(folder.read(Self.page)?.contains("减预算") == false)
  }

  @Test("what was kept of another site of the repository, or cut short, counts for nothing")
  func otherSite() throws {
    let folder = try repository()
    for site in ["甲站", "乙站"] {
      try FileManager.default.createDirectory(
        atPath: folder.at(site), withIntermediateDirectories: true)
      for part in ["content", "templates"] {
        try FileManager.default.copyItem(
          at: URL(filePath: folder.at(part)), to: URL(filePath: folder.at("\(site)/\(part)")))
      }
      try git("add -A \(site)", folder)
      try git("commit -qm 建\(site)", folder)
    }
    for (site, other) in [("甲站", "乙站"), ("乙站", "甲站")] {
      let run = try cedian("build", "--site", site, in: folder, environment: chinese)
      #expect(run.status == 0, "\(run.err)")
      let page = try #require(folder.read("\(site)/\(Self.page)"))
      #expect(page.contains("建\(site)"))
      #expect(!page.contains("建\(other)"))
    }
    try build(folder)
    let page = try #require(folder.read(Self.page))
    let log = try Data(contentsOf: URL(filePath: folder.at(".git/cedian-history-6.log")))
    try folder.write(Array(log.dropLast(40)), to: ".git/cedian-history-6.log")
    try FileManager.default.removeItem(atPath: folder.at("output/.cedian/inputs"))
    try build(folder)
    #expect(folder.read(Self.page) == page)
  }

  @Test("without git there is none; a shallow clone and a dirty tree say so")
  func missing() throws {
    let plain = try TemporaryFolder.site()
    let said = try cedian("build", in: plain, environment: chinese)
    #expect(said.err.hasSuffix("（不在 git 仓库里，没有修改历史）\n"))
    #expect(plain.read("output/changes/index.html") == nil)
    let folder = try repository()
    let clone = try TemporaryFolder()
    try git("clone -q --depth 1 file://\(folder.path) 站点", clone)
    try clone.write("---\n标题: 新\n---\n", to: "站点/content/pages/new.md")
    let run = try cedian("build", "--site", "站点", in: clone, environment: chinese)
    #expect(run.status == 0, "\(run.err)")
    let page = try #require(clone.read("站点/" + Self.page))
    #expect(page.contains("浅克隆，更早的历史不在这里"))
    #expect(page.contains("有未提交的改动，不在历史里"))
    #expect(!page.contains("起点"))
  }

  @Test("where a shallow clone ends nothing is said to have been added")
  func shallowEnd() throws {
    let folder = try repository()
    let clone = try TemporaryFolder()
    try git("clone -q --depth 1 file://\(folder.path) a", clone)
    #expect(try cedian("build", "--site", "a", in: clone, environment: chinese).status == 0)
    let page = try #require(clone.read("a/" + Self.page))
    #expect(page.contains("浅克隆，更早的历史不在这里"))
    #expect(!page.contains("加预算"))
    #expect(clone.read("a/output/changes/index.html") == nil)
    // One commit more: only what it changed.
    try git("clone -q --depth 2 file://\(folder.path) b", clone)
    #expect(try cedian("build", "--site", "b", in: clone, environment: chinese).status == 0)
    let longer = try #require(clone.read("b/" + Self.page))
    #expect(longer.contains("预算 12万元 → 15万元"))
    #expect(!longer.contains("起点"))
    #expect(clone.read("b/output/changes/changes.atom")?.contains("新增") == false)
  }

  @Test("a partial clone is built, and says that contents are missing")
  func partial() throws {
    let folder = try repository()
    try git("config uploadpack.allowFilter true", folder)
    let clone = try TemporaryFolder()
    try git("clone -q --filter=blob:none file://\(folder.path) a", clone)
    let run = try cedian("build", "--site", "a", in: clone, environment: chinese)
    #expect(run.status == 0, "\(run.err)")
    let page = try #require(clone.read("a/" + Self.page))
    #expect(page.contains("部分克隆，旧版本的内容不在这里"))
    #expect(page.contains("加预算"))
  }

  @Test(
    "whatever a configuration asks of git log",
    arguments: [
      "i18n.logOutputEncoding GBK", "log.showRoot false", "color.ui always",
      "log.showSignature true",
      "diff.renames copies", "diff.noprefix true", "log.decorate full", "log.date relative",
      "core.quotePath true", "diff.orderFile .gitignore", "log.follow true",
    ])
  func configured(_ setting: String) throws {
    let folder = try repository()
    try git("config \(setting)", folder)
    try build(folder)
    let page = try #require(folder.read(Self.page))
    #expect(page.contains("加预算<span class=\"block\">预算 12万元 → 15万元（+3万元，+25.0%）</span>"))
    #expect(page.contains("起点 &lt;1&gt;"))
  }

  @Test("any bytes in names and messages, a subfolder, a merge of three, SHA-256")
  func zoo() throws {
    let folder = try TemporaryFolder()
    let site = "策略 \"站\""
    let small = try TemporaryFolder.site([
      Self.path: "---\n标题: 甲\n\(SmallSite.sixFields)\n预算: 12万\n---\n\n正文。\n"
    ])
    try FileManager.default.copyItem(
      at: URL(filePath: small.path), to: URL(filePath: folder.at(site)))
    let files = ["两\n行.md", "带 空格.md", "\"引号\".md", "\u{1}\u{2}.md"].map { "pages/\($0)" }
    for file in files {
      try folder.write("---\n标题: 旧\n---\n\n文。\n", to: "\(site)/content/\(file)")
    }
    try folder.write("output/\n", to: ".gitignore")
    try git("init -q --object-format=sha256 .", folder)
    try git("add -A", folder)
    try git("commit -qm \"$(printf '\\001起\\002点\\033')\"", folder)
    // Names that a site refuses may lie in its past.
    for file in files { try folder.remove("\(site)/content/\(file)") }
    try git("commit -qam 删页面", folder)
    let text = try #require(folder.read("\(site)/\(Self.path)"))
    for (branch, edit) in [("一", "15万"), ("二", nil), ("三", nil)] as [(String, String?)] {
      try git("switch -qc \(branch) main", folder)
      if let edit {
        try folder.write(text.replacing("12万", with: edit), to: "\(site)/\(Self.path)")
      } else {
        try folder.write("---\n标题: \(branch)\n---\n", to: "\(site)/content/pages/\(branch).md")
      }
      try git("add -A", folder)
      try git("commit -qm 分支\(branch)", folder)
    }
    try git("switch -q main", folder)
    try git("merge -q -m 三合一 一 二 三", folder)
    let run = try cedian("build", "--site", site, in: folder, environment: chinese)
    #expect(run.status == 0, "\(run.err)")
    let page = try #require(folder.read("\(site)/\(Self.page)"))
    #expect(page.contains("分支一<span class=\"block\">预算 12万元 → 15万元"))
    let feed = try #require(folder.read("\(site)/output/changes/changes.atom"))
    for subject in ["分支一", "分支二", "分支三", "删页面", "起点"] {
      #expect(feed.contains("<title>\(subject)</title>"), "\(subject)")
    }
    #expect(feed.components(separatedBy: "<entry>").count == 6)
    #expect(feed.contains("<id>urn:sha256:"))
    #expect(!feed.contains("urn:sha1:"))
    #expect(!feed.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }
}
