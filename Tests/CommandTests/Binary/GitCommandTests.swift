import CedianTestSupport
import Foundation
import Testing

@testable import cedian

/// Real repositories, real git: what install sets up does its work and goes away.
@Suite("cedian git")
struct GitCommandTests {
  private static let path = "content/activities/2026/双 12.md"
  private let chinese = ["LANG": "zh_CN.UTF-8"]

  @discardableResult
  private func git(_ line: String, _ folder: TemporaryFolder, fails: Bool = false) throws -> Run {
    try gitLine(line, in: folder, fails: fails)
  }

  private func repository() throws -> TemporaryFolder {
    let folder = try TemporaryFolder.site([
      Self.path: "---\n标题: 双12\n\(SmallSite.sixFields)\n---\n\n正文。\n"
    ])
    try git("init -q .", folder)
    try git("add -A", folder)
    try git("commit -qm 起点", folder)
    return folder
  }

  private func edit(_ folder: TemporaryFolder, _ old: String, _ new: String) throws {
    let text = try #require(folder.read(Self.path))
    try #require(text.contains(old))
    try folder.write(text.replacing(old, with: new), to: Self.path)
  }

  @Test("uninstall takes back exactly what install set, and nothing else")
  func thereAndBack() throws {
    let folder = try repository()
    try git("config diff.other.textconv cat", folder)
    try folder.write("*.png binary\n", to: ".gitattributes")
    let config = folder.read(".git/config")
    let install = try cedian("git", "install", in: folder, environment: chinese)
    #expect(install.status == 0)
    #expect(install.out == "")
    #expect(folder.read(".gitattributes")?.hasPrefix("*.png binary\n# >>> cedian\n") == true)
    #expect(folder.read(".git/hooks/pre-commit")?.contains("git pre-commit") == true)
    let again = try cedian("git", "install", in: folder, environment: chinese)
    #expect(again.err == "没有要改的\n")
    let back = try cedian("git", "uninstall", in: folder, environment: chinese)
    #expect(back.status == 0)
    #expect(folder.read(".gitattributes") == "*.png binary\n")
    #expect(folder.read(".git/hooks/pre-commit") == nil)
    #expect(folder.read(".git/config") == config)
  }

  @Test("a hook or a setting of somebody else stops it before anything is changed")
  func taken() throws {
    let folder = try repository()
    try folder.write("#!/bin/sh\nexit 0\n", to: ".git/hooks/pre-commit")
    let config = folder.read(".git/config")
    let run = try cedian("git", "install", in: folder, environment: chinese)
    #expect(run.status == 64)
    #expect(run.err.contains("已有"))
    #expect(folder.read(".git/config") == config)
    #expect(folder.read(".gitattributes") == nil)
    #expect(try cedian("git", "install", "--no-hook", in: folder).status == 0)
    #expect(folder.read(".git/hooks/pre-commit") == "#!/bin/sh\nexit 0\n")
  }

  @Test("git diff prints fields under their labels")
  func textconv() throws {
    let folder = try repository()
    try cedianInstalled(folder)
    try edit(folder, "标题: 双12", "title: \"双12返场\"")
    let out = try git("diff", folder).out
    #expect(out.contains("\n-标题: 双12\n+标题: 双12返场\n"), "\(out)")
    // Only written otherwise: nothing to show.
    try git("checkout -q .", folder)
    try edit(folder, "标题: 双12", "title: '双12'")
    #expect(!(try git("diff", folder).out.contains("\n-")))
  }

  @Test("git merge takes fields from both sides, and marks a field that both changed")
  func merge() throws {
    let folder = try repository()
    try cedianInstalled(folder)
    try git("add -A", folder)
    try git("commit -qm 安装", folder)
    try git("switch -qc 分支", folder)
    try edit(folder, "标题: 双12\n", "标题: 双12返场\n")
    try git("commit -qam 改标题", folder)
    try git("switch -q main", folder)
    try edit(folder, "标题: 双12\n", "标题: 双12\n节日热点: 年末\n")
    try git("commit -qam 加热点", folder)
    try git("merge -q -m 合并 分支", folder)
    let text = try #require(folder.read(Self.path))
    #expect(text.contains("标题: 双12返场\n节日热点: 年末\n"))
    try git("switch -qc 另一支 HEAD~1", folder)
    try edit(folder, "标题: 双12\n", "标题: 双12会场\n")
    try git("commit -qam 又改标题", folder)
    try git("merge -q -m 合并 main", folder, fails: true)
    let conflict = try #require(folder.read(Self.path))
    #expect(
      conflict.contains(
        "<<<<<<< 我方 ours\n标题: 双12会场\n=======\n标题: 双12返场\n>>>>>>> 对方 theirs\n节日热点: 年末\n"))
  }

  @Test("the hook stops a commit that adds errors, by what is staged alone")
  func hook() throws {
    let folder = try repository()
    try cedianInstalled(folder)
    let theme = try #require(
      SmallSite.sixFields.split(separator: "\n").first { $0.hasPrefix("主题") })
    try edit(folder, theme + "\n", "")
    // Not staged yet: nothing that is committed is wrong.
    try git("commit -qm 只有标注 .gitattributes --allow-empty", folder, fails: true)
    try git("add .gitattributes", folder)
    try git("commit -qm 标注", folder)
    try git("add -A", folder)
    let run = try git("commit -qm 缺主题", folder, fails: true)
    #expect(run.err.contains("required-fields"))
    try git("commit -qm 缺主题 --no-verify", folder)
    // What HEAD has is not new.
    try edit(folder, "标题: 双12", "标题: 双12了")
    try git("commit -qam 改标题", folder)
    // Nor is it under another name.
    try git("mv '\(Self.path)' content/activities/2026/moved.md", folder)
    try git("commit -qm 改名", folder)
  }

  @Test("the hook lets pass what has no content, or leaves it as it is")
  func hookWithoutContent() throws {
    let folder = try repository()
    try cedianInstalled(folder)
    try git("add -A", folder)
    try git("commit -qm 标注", folder)
    try git("switch -q --orphan 页面", folder)
    try folder.write("x", to: "index.html")
    try git("add index.html", folder)
    try git("commit -qm 页面", folder)
    try git("switch -q main", folder)
    try git("rm -qr content", folder)
    try git("commit -qm 不要了", folder)
  }

  @Test("where git does not see the content, or our lines, nothing is installed")
  func elsewhere() throws {
    let folder = try repository()
    let config = folder.read(".git/config")
    try folder.write("", to: "别处")
    try folder.link(".gitattributes", to: "别处")
    let run = try cedian("git", "install", in: folder, environment: chinese)
    #expect(run.status == 64)
    #expect(run.err.contains("不是普通文件"))
    try folder.remove(".gitattributes")
    let moved = try runShell("mv content 内容 && ln -s 内容 content", in: folder)
    #expect(moved.status == 0)
    let linked = try cedian("git", "install", in: folder, environment: chinese)
    #expect(linked.status == 64)
    #expect(linked.err.contains("子模块、另一个仓库或符号链接"))
    #expect(folder.read(".git/config") == config)
    #expect(folder.read(".git/hooks/pre-commit") == nil)
  }

  @Test(
    "attributes come back byte for byte, whatever their ends and encoding",
    arguments: [
      "*.png binary", "*.png binary\n", "*.png binary\r\n", "*.png binary\r\n*.jpg binary", "\n\n",
    ])
  func attributes(_ before: String) throws {
    let folder = try repository()
    let written = Array(before.utf8) + [0x23, 0xC4, 0xE3] + Array(before.utf8)
    try folder.write(written, to: ".gitattributes")
    try cedianInstalled(folder)
    let values = try git("check-attr merge diff -- content/pages/a.md x.md", folder).out
    #expect(
      values == """
        content/pages/a.md: merge: cedian-document
        content/pages/a.md: diff: cedian
        x.md: merge: unspecified
        x.md: diff: unspecified

        """)
    #expect(
      try cedian("git", "install", in: folder, environment: chinese).err == "没有要改的\n")
    #expect(try cedian("git", "uninstall", in: folder, environment: chinese).status == 0)
    let after = try Data(contentsOf: URL(filePath: folder.at(".gitattributes")))
    #expect(Array(after) == written)
  }

  @Test("settings and a hook that somebody added to stay")
  func added() throws {
    let folder = try repository()
    try git("config diff.cedian.xfuncname '^#'", folder)
    try cedianInstalled(folder)
    let hook = try #require(folder.read(".git/hooks/pre-commit"))
    try folder.write(hook.replacing("exec ", with: "make lint\nexec "), to: ".git/hooks/pre-commit")
    #expect(try cedian("git", "uninstall", in: folder, environment: chinese).status == 0)
    #expect(try git("config --get-regexp cedian", folder).out == "diff.cedian.xfuncname ^#\n")
    #expect(folder.read(".git/hooks/pre-commit")?.contains("make lint") == true)
  }

  @Test("a program that lies elsewhere now is followed by the hook too")
  func movedProgram() throws {
    let folder = try repository()
    try cedianInstalled(folder)
    let hook = try #require(folder.read(".git/hooks/pre-commit"))
    let other = hook.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("exec ") ? "exec '/gone/cedian' git pre-commit --site '.'" : String($0)
    }.joined(separator: "\n")
    try folder.write(other, to: ".git/hooks/pre-commit")
    try cedianInstalled(folder)
    #expect(folder.read(".git/hooks/pre-commit") == hook)
  }

  @Test("hooks that serve all repositories are left alone")
  func sharedHooks() throws {
    let folder = try repository()
    let home = try TemporaryFolder()
    try home.write("[core]\nhooksPath = \(home.path)/hooks\n", to: ".gitconfig")
    let config = folder.read(".git/config")
    let environment = chinese.merging(["HOME": home.path]) { $1 }
    let run = try cedian("git", "install", in: folder, environment: environment)
    #expect(run.status == 64)
    #expect(run.err.contains("--no-hook"))
    #expect(home.read("hooks/pre-commit") == nil)
    #expect(folder.read(".git/config") == config)
    let rest = try cedian("git", "install", "--no-hook", in: folder, environment: environment)
    #expect(rest.status == 0, "\(rest.err)")
  }

  @Test("the hook and the merge work in a linked worktree of a site in a subfolder")
  func linked() throws {
    let folder = try TemporaryFolder()
    let small = try repository()
    try small.remove(".git")
    try FileManager.default.copyItem(
      at: URL(filePath: small.path), to: URL(filePath: folder.at("仓库/站 点")))
    try runGit("init -q .", "仓库", folder)
    let install = try cedian("git", "install", "--site", "仓库/站 点", in: folder)
    #expect(install.status == 0, "\(install.err)")
    try runGit("add -A", "仓库", folder)
    try runGit("commit -qm 起点", "仓库", folder)
    try runGit("worktree add -q ../另一处 -b 另一支", "仓库", folder)
    let path = "另一处/站 点/" + Self.path
    let text = try #require(folder.read(path))
    let theme = try #require(
      SmallSite.sixFields.split(separator: "\n").first { $0.hasPrefix("主题") })
    try folder.write(text.replacing(theme + "\n", with: ""), to: path)
    let refused = try runGit("commit -qam 缺主题", "另一处", folder, fails: true)
    #expect(refused.err.contains("required-fields"))
    try folder.write(text.replacing("标题: 双12\n", with: "标题: 双12返场\n"), to: path)
    try runGit("commit -qam 改标题", "另一处", folder)
    try folder.write(
      text.replacing("标题: 双12\n", with: "标题: 双12\n节日热点: 年末\n"), to: "仓库/站 点/" + Self.path)
    try runGit("commit -qam 加热点", "仓库", folder)
    try runGit("merge -q -m 合并 main", "另一处", folder)
    #expect(folder.read(path)?.contains("标题: 双12返场\n节日热点: 年末\n") == true)
  }

  private static let brief = """
    ---
    主题: 返场
    状态: 计划中
    活动:
      - a
      - b
      - c
      - d
    预算:
      - {项目: 短片, 金额: 3万}
      - {项目: 会场, 金额: 5万}
    工作安排:
      - id: T1
        内容: 备货
        进展: 未完成
        备注: 无
      - id: T2
        内容: 客服
    ---
    正文。

    """

  @Test(
    "no comment is lost, and lines that merge by themselves are no conflict",
    arguments: [
      // A comment and a value of one field; of another record; at a line's end.
      (["状态: 计划中", "# 见纪要\n状态: 计划中"], ["状态: 计划中", "状态: 进行中"], nil),
      (
        ["  - {项目: 短片", "  # 待定\n  - {项目: 短片"], ["金额: 5万", "金额: 6万"],
        ["# 待定", "金额: 6万"]
      ),
      (["金额: 3万}", "金额: 3万}  # 甲"], ["金额: 5万", "金额: 6万"], ["# 甲", "金额: 6万"]),
      (["    内容: 备货", "    # 说明\n    内容: 备货"], ["进展: 未完成", "进展: 已完成"], ["# 说明", "已完成"]),
      // Lists of plain values.
      (["  - d\n", "  - d\n  - e\n"], ["  - a\n", ""], ["  - b\n  - c\n  - d\n  - e\n"]),
      // An id that one side changed.
      (["id: T1", "id: T9"], ["备注: 无", "备注: 有"], ["id: T9", "备注: 有"]),
    ] as [([String], [String], [String]?)])
  func comments(x: [String], y: [String], merged: [String]?) throws {
    let folder = try TemporaryFolder()
    func side(_ change: [String]) -> String { Self.brief.replacing(change[0], with: change[1]) }
    for (ours, theirs) in [(side(x), side(y)), (side(y), side(x))] {
      try folder.write(Self.brief, to: "base")
      try folder.write(ours, to: "ours")
      try folder.write(theirs, to: "theirs")
      let run = try cedian(
        "git", "merge-document", "base", "ours", "theirs", "content/plans/2026-12.md", in: folder)
      let result = try #require(folder.read("ours"))
      guard let merged else {
        #expect(run.status == 1)
        #expect(result.contains("# 见纪要") && result.contains("状态: 进行中"))
        continue
      }
      #expect(run.status == 0, "\(result)")
      for part in merged { #expect(result.contains(part), "\(result)") }
    }
  }

  @Test("a merge that cannot be made is an error to git, and no conflict")
  func failingDriver() throws {
    let folder = try repository()
    try folder.write("---\n标题: 甲\n---\n", to: "ours")
    for command in ["merge-document", "merge-results"] {
      let run = try cedian("git", command, "--", "gone", "ours", "ours", "-x/content/a", in: folder)
      #expect(run.status == 129)
    }
    #expect(folder.read("ours") == "---\n标题: 甲\n---\n")
  }

  @Test("cedian diff runs no filter that a configuration names")
  func filters() throws {
    let folder = try repository()
    try folder.write("*.md filter=坏 diff=坏\n", to: ".gitattributes")
    for key in ["filter.坏.clean", "filter.坏.process", "diff.坏.command", "diff.坏.textconv"] {
      try git("config \(key) 'touch \(folder.path)/ran; cat'", folder)
    }
    try git("config filter.坏.required true", folder)
    try edit(folder, "标题: 双12", "标题: 双12返场")
    let run = try cedian("diff", in: folder, environment: chinese)
    #expect(run.out.contains("双12"), "\(run.err)")
    #expect(folder.read("ran") == nil)
  }

  @discardableResult
  private func runGit(
    _ line: String, _ place: String, _ folder: TemporaryFolder, fails: Bool = false
  ) throws -> Run {
    let run = try runShell(
      "cd '\(place)' && git -c user.name=t -c user.email=t@example.com "
        + "-c init.defaultBranch=main \(line)", in: folder)
    #expect((run.status == 0) != fails, "\(line): \(run.err)")
    return run
  }

  private func cedianInstalled(_ folder: TemporaryFolder) throws {
    let run = try cedian("git", "install", in: folder, environment: chinese)
    #expect(run.status == 0, "\(run.err)")
  }
}
