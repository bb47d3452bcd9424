import CedianTestSupport
import Foundation
import Testing

@testable import cedian

@Suite("Only what is new: --since and the baseline")
struct SinceTests {
  private static let old = "content/activities/2026/旧 方案.md"
  private static let new = "content/activities/2026/new.md"
  /// Lacks two fields.
  private static let broken =
    "---\n"
    + SmallSite.sixFields.split(separator: "\n").dropFirst(2).joined(separator: "\n")
    + "\n---\n"

  private func git(_ line: String, _ folder: TemporaryFolder) throws {
    try gitLine(line, in: folder)
  }

  /// A repository whose site lies in a folder with a Chinese name.
  private func repository() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let site = try TemporaryFolder.site([Self.old: Self.broken])
    try FileManager.default.copyItem(atPath: site.path, toPath: folder.at("站点"))
    try git("init -q .", folder)
    try git("add -A", folder)
    try git("commit -qm 起点", folder)
    return folder
  }

  @Test("--since leaves out what the revision had, even where lines have moved")
  func since() throws {
    let folder = try repository()
    #expect(try cedian("check", "--site", "站点", in: folder).status == 1)
    let clean = try cedian("check", "--site", "站点", "--since", "HEAD", in: folder)
    #expect(clean.status == 0)
    #expect(clean.err == "检查了 5 份文档，没有发现问题\n另有 2 项在此之前已经存在\n")
    try folder.write(
      Self.broken.replacing("---\n时间", with: "---\n# 注释\n时间"), to: "站点/" + Self.old)
    #expect(try cedian("check", "--site", "站点", "--since", "HEAD", in: folder).status == 0)
    try folder.write(Self.broken, to: "站点/" + Self.new)
    let run = try cedian("check", "--site", "站点", "--since", "main", in: folder)
    #expect(run.status == 1)
    #expect(run.err.contains("2 个错误，涉及 1 个文件\n另有 2 项在此之前已经存在\n"))
    let github = try cedian(
      "check", "--site", "站点", "--since", "main", "--format", "github", in: folder)
    #expect(github.out.split(separator: "\n").count == 2)
    #expect(github.out.contains("file=站点/\(Self.new),"))
  }

  @Test("a second equal finding in a file is new")
  func count() throws {
    let folder = try repository()
    let path = "站点/content/pages/a.md"
    try folder.write("<b>一</b>\n", to: path)
    try git("add -A", folder)
    try git("commit -qm 一处", folder)
    try folder.write("<b>一</b>\n\n<b>二</b>\n", to: path)
    let run = try cedian(
      "check", "--site", "站点", "--since", "HEAD", "--format", "github", in: folder)
    #expect(run.out.split(separator: "\n").filter { $0.contains("title=raw-html") }.count == 2)
  }

  @Test("what a file had is not new where the file got another name")
  func moved() throws {
    let folder = try repository()
    // As it is, with a change, and not known to git yet.
    for edit in ["---\n", "---\n# 注释\n"] {
      try folder.remove("站点/" + Self.old)
      try folder.write(edit + Self.broken.dropFirst(4), to: "站点/" + Self.new)
      let run = try cedian("check", "--site", "站点", "--since", "HEAD", in: folder)
      #expect(run.status == 0, "\(run.err)")
      #expect(run.err.hasSuffix("另有 2 项在此之前已经存在\n"))
      try folder.write(Self.broken, to: "站点/" + Self.old)
    }
    // Beside the old one it is another document.
    let run = try cedian("check", "--site", "站点", "--since", "HEAD", in: folder)
    #expect(run.status == 1)
  }

  @Test("what a repository's configuration could run is not run")
  func noPrograms() throws {
    let folder = try repository()
    let trap = folder.at("trap")
    try git("config core.fsmonitor 'touch \(trap)'", folder)
    try git("config core.pager 'touch \(trap)'", folder)
    try git("config diff.external 'touch \(trap)'", folder)
    try folder.write("*.md filter=trap\n", to: ".gitattributes")
    try git("config filter.trap.smudge 'touch \(trap)'", folder)
    #expect(try cedian("check", "--site", "站点", "--since", "HEAD", in: folder).status == 0)
    #expect(!FileManager.default.fileExists(atPath: trap))
  }

  @Test("an unknown revision and a folder without git are wrong usage")
  func usage() throws {
    let folder = try repository()
    let unknown = try cedian("check", "--site", "站点", "--since", "--all", in: folder)
    #expect(unknown.status == 64)
    let run = try cedian("check", "--site", "站点", "--since", "nowhere", in: folder)
    #expect(run.status == 64)
    #expect(run.err == "错误: 没有「nowhere」这个版本，要写提交、分支或标签，例如 main、HEAD~1\n")
    let bare = try cedian(
      "check", "--since", "HEAD", "--lang", "en", in: TemporaryFolder.site(),
      environment: ["GIT_CEILING_DIRECTORIES": "/"])
    #expect(bare.status == 64)
    #expect(bare.err.contains("is not in a git repository"))
    let shallow = try TemporaryFolder()
    try git("clone -q --depth 1 'file://\(folder.path)' .", shallow)
    let past = try cedian("check", "--site", "站点", "--since", "HEAD~1", in: shallow)
    #expect(past.status == 64)
    #expect(past.err.contains("这是浅克隆，先运行 git fetch --unshallow"))
  }

  @Test("the baseline takes old findings out of check and build, and says what is gone")
  func baseline() throws {
    let folder = try TemporaryFolder.site([Self.old: Self.broken])
    let written = try cedian("check", "--write-baseline", in: folder)
    #expect(written == Run(status: 0, out: "", err: "2 项问题记入 .cedian-baseline.json，请提交它\n"))
    let file = try #require(folder.read(".cedian-baseline.json"))
    #expect(file.contains("\"path\" : \"\(Self.old)\"") && !file.contains("\"line"))
    let check = try cedian("check", in: folder)
    #expect(check.status == 0)
    #expect(check.err == "检查了 5 份文档，没有发现问题\n另有 2 项已记入 .cedian-baseline.json，不再报告\n")
    #expect(try cedian("build", in: folder).status == 0)
    #expect(try cedian("check", "--no-baseline", in: folder).status == 1)
    try folder.write("---\n\(SmallSite.sixFields)\n---\n", to: Self.old)
    let mended = try cedian("check", in: folder)
    #expect(mended.err.contains("有 2 项已经解决，可用 cedian check --write-baseline 更新"))
    #expect(try cedian("check", "--write-baseline", in: folder).err.hasPrefix("0 项"))
    // It takes down what is there now, and nothing less.
    for (arguments, option) in [
      (["--fix", "--dry-run"], "--dry-run"), (["--since", "HEAD"], "--since"),
      (["content/activities"], "PATH"),
    ] {
      let refused = try run(
        cedianBinary, ["check", "--write-baseline"] + arguments, in: folder)
      #expect(refused.status == 64)
      #expect(refused.err.contains("不能与 \(option) 同用"))
    }
    try folder.write("{", to: ".cedian-baseline.json")
    #expect(try cedian("check", in: folder).status == 64)
  }
}
