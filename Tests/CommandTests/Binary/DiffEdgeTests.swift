import CedianTestSupport
import Foundation
import Testing

@testable import cedian

/// Working trees, clones and configurations that are not as they mostly are.
@Suite("cedian diff at the edges of git")
struct DiffEdgeTests {
  private static let path = "content/activities/2026/a.md"
  private static let brief = "---\n标题: 甲\n\(SmallSite.sixFields)\n---\n\n正文。\n"
  private let chinese = ["LANG": "zh_CN.UTF-8"]

  private func git(_ line: String, _ folder: TemporaryFolder) throws {
    try gitLine(line, in: folder)
  }

  /// Two commits, the second with another title.
  private func repository() throws -> TemporaryFolder {
    let folder = try TemporaryFolder.site([Self.path: Self.brief])
    try git("init -q .", folder)
    try git("add -A", folder)
    try git("commit -qm 起点", folder)
    try folder.write(Self.brief.replacing("标题: 甲", with: "标题: 甲乙"), to: Self.path)
    try git("commit -qam 改标题", folder)
    return folder
  }

  private func diff(_ arguments: String..., in folder: TemporaryFolder) throws -> Run {
    try run(cedianBinary, ["diff"] + arguments, in: folder, environment: chinese)
  }

  @Test("names start from the top, whatever diff.relative says")
  func relative() throws {
    let folder = try TemporaryFolder()
    let site = try TemporaryFolder.site([Self.path: Self.brief])
    try FileManager.default.copyItem(atPath: site.path, toPath: folder.at("站点"))
    try git("init -q .", folder)
    try git("config diff.relative true", folder)
    try git("add -A", folder)
    try git("commit -qm 起点", folder)
    try folder.write(Self.brief.replacing("标题: 甲", with: "标题: 甲乙"), to: "站点/\(Self.path)")
    #expect(try diff("--site", "站点", in: folder).out.contains("改动 1 份文档：修改 1"))
    try git("commit -qam 改标题", folder)
    #expect(
      try diff("--site", "站点", "HEAD~1", "HEAD", in: folder).out.contains("改动 1 份文档：修改 1"))
  }

  @Test("what a sparse checkout leaves out is read from git, and a check says so")
  func sparse() throws {
    let folder = try repository()
    try git("update-index --skip-worktree \(Self.path)", folder)
    try folder.remove(Self.path)
    let run = try diff("HEAD~1", in: folder)
    #expect(run.status == 0)
    #expect(run.out.contains("改动 1 份文档：修改 1"), "\(run.out)\(run.err)")
    #expect(run.out.contains("标题  甲{+乙+}"))
    try folder.write("---\n标题: 页\n---\n\n[甲](../activities/2026/a.md)\n", to: "content/pages/p.md")
    let check = try cedian("check", in: folder, environment: chinese)
    #expect(check.status == 1)
    #expect(check.err.contains("稀疏检出（sparse checkout），content/ 里有 1 个文件没有检出"))
  }

  @Test("what cannot be looked at is named, and the rest is compared")
  func outside() throws {
    let folder = try repository()
    let made = try runShell(
      """
      git init -q content/pages/库 && printf x > "$(printf 'content/pages/\\304\\343.md')"
      ln -s ../../templates content/pages/链
      """, in: folder)
    #expect(made.status == 0, "\(made.err)")
    try git("-C content/pages/库 commit -q --allow-empty -m x", folder)
    try git("add content/pages/链", folder)
    try git("commit -qm 链", folder)
    let run = try diff("HEAD~2", in: folder)
    #expect(run.status == 0)
    #expect(run.out.contains("改动 1 份文档：修改 1"), "\(run.out)")
    #expect(run.err.contains("content/pages/库 是另一个 git 仓库，没有看"), "\(run.err)")
    #expect(run.err.contains("文件名不是 UTF-8，没有看"))
    #expect(run.err.contains("符号链接 content/pages/链 之后的文件没有看"))
  }

  @Test("without -- a file is a file, and before the first commit there is no HEAD")
  func words() throws {
    let folder = try repository()
    #expect(try diff("HEAD~1", "content/channels", in: folder).status == 0)
    #expect(
      try diff("HEAD~1", "content/activities", in: folder).out.contains("改动 1 份文档"))
    let missing = try diff("content/没有", in: folder)
    #expect(missing.status == 64)
    #expect(missing.err.contains("文件写在 -- 之后"))
    let new = try TemporaryFolder.site()
    try git("init -q .", new)
    let run = try diff(in: new)
    #expect(run.status == 64)
    #expect(run.err.contains("还没有提交"), "\(run.err)")
  }

  @Test("a partial clone is told what to do")
  func partial() throws {
    let folder = try repository()
    try git("config uploadpack.allowFilter true", folder)
    let clone = try TemporaryFolder()
    try git("clone -q --filter=blob:none file://\(folder.path) a", clone)
    let run = try diff("--site", "a", "HEAD~1", in: clone)
    #expect(run.status == 74)
    #expect(run.err.contains("git fetch --refetch --no-filter"), "\(run.err)")
  }

  @Test("a finding that moved with its file is neither new nor mended")
  func moved() throws {
    let theme = try #require(
      SmallSite.sixFields.split(separator: "\n").first { $0.hasPrefix("主题") })
    let folder = try TemporaryFolder.site([
      Self.path: Self.brief.replacing("\(theme)\n", with: "")
    ])
    try git("init -q .", folder)
    try git("add -A", folder)
    try git("commit -qm 起点", folder)
    try git("mv \(Self.path) content/activities/a.md", folder)
    let run = try diff(in: folder)
    #expect(run.out.contains("移动 1"), "\(run.out)")
    #expect(!run.out.contains("缺少必填字段"), "\(run.out)")
  }

  @Test("a channel's other name is no other channel")
  func channels() throws {
    let folder = try repository()
    let results = "content/results/2026/2026-10.csv"
    let header = "period,channel,activity,metric,value,source,note\n"
    try folder.write(header + "2026-10,sem,,clicks,120,平台,\n", to: results)
    try git("add -A", folder)
    try git("commit -qm 数据", folder)
    try folder.write(header + "2026-10,搜索推广,,clicks,120,平台,\n", to: results)
    #expect(try diff(in: folder).out == "HEAD → 工作区：没有改动\n")
    try folder.write(header + "2026-10,搜索推广,,clicks,150,平台,\n", to: results)
    #expect(try diff(in: folder).out.contains("结果数据 1 格"))
  }

  @Test("a submodule that came, went or stands elsewhere is named, and is a difference")
  func submodules() throws {
    let folder = try repository()
    let other = try TemporaryFolder()
    try other.write("文\n", to: "x.md")
    try git("init -q .", other)
    try git("add -A", other)
    try git("commit -qm 一", other)
    func differs(_ arguments: String...) throws {
      let words = ["diff", "--exit-code"] + arguments
      let said = try run(cedianBinary, words, in: folder, environment: chinese)
      #expect(said.status == 1, "\(arguments)")
      #expect(said.err.contains("子模块 content/pages/sub 是另一个仓库"), "\(arguments): \(said.err)")
    }
    try git(
      "-c protocol.file.allow=always submodule add -q \(other.path) content/pages/sub", folder)
    try differs("HEAD")
    try git("commit -qm 加子模块", folder)
    try differs("HEAD~1", "HEAD")
    #expect(
      try cedian("diff", "--exit-code", "HEAD", in: folder, environment: chinese).status == 0)
    try git("-C content/pages/sub commit -q --allow-empty -m 二", folder)
    try differs("HEAD")
    try git("rm -qf content/pages/sub", folder)
    try differs("HEAD")
    try git("commit -qm 去子模块", folder)
    try differs("HEAD~1", "HEAD")
  }
}
