import CedianTestSupport
import Foundation
import Testing

@testable import cedian

@Suite("cedian check --fix")
struct FixCommandTests {
  private static let path = "content/activities/2026/bad.md"
  private static let broken = SmallSite.sixFields.replacing("主题: ", with: "主题：")
    .replacing("活动形式: ", with: "活动形式:")
  private static let mended = "---\n\(SmallSite.sixFields)\n---\n"

  private func site() throws -> TemporaryFolder {
    try TemporaryFolder.site([Self.path: "---\n\(Self.broken)\n---\n"])
  }

  @Test("mends the files, says what it did, and checks what is left")
  func mends() throws {
    let folder = try site()
    setMode(folder.at(Self.path), 0o640)
    let run = try cedian("check", "--fix", in: folder)
    #expect(run.status == 0)
    #expect(run.out == "")
    #expect(
      run.err == """
        ✓ \(Self.path)：full-width-colon、front-matter-syntax
        已修正 1 个文件里的 2 处
        检查了 5 份文档，没有发现问题

        """)
    #expect(folder.read(Self.path) == Self.mended)
    let mode = try FileManager.default.attributesOfItem(atPath: folder.at(Self.path))
    #expect(mode[.posixPermissions] as? Int == 0o640)
    #expect(folder.files(below: "content").count == SmallSite().files.count + 2)
    #expect(try cedian("check", "--fix", in: folder).err.hasPrefix("没有可以自动修正的问题\n"))
  }

  @Test("--dry-run shows a diff that patch takes, and writes nothing")
  func dryRun() throws {
    let folder = try site()
    let before = folder.files(below: "content")
    let run = try cedian("check", "--fix", "--dry-run", in: folder)
    #expect(run.status == 1)
    #expect(run.out.hasPrefix("--- a/\(Self.path)\n+++ b/\(Self.path)\n@@ -1,8 +1,8 @@\n"))
    #expect(run.err.hasSuffix("可修正 1 个文件里的 2 处\n"))
    #expect(folder.files(below: "content") == before)
    try folder.write(run.out, to: "fix.patch")
    #expect(try runShell("git apply fix.patch", in: folder).status == 0)
    #expect(folder.read(Self.path) == Self.mended)
  }

  @Test("--dry-run fails while anything would change, and counts what is left")
  func dryRunStatus() throws {
    let wide = SmallSite.sixFields.replacing("8,000", with: "８,０００")
    let folder = try TemporaryFolder.site([Self.path: "---\n\(wide)\n---\n"])
    #expect(try cedian("check", in: folder).status == 0)
    let run = try cedian("check", "--fix", "--dry-run", in: folder)
    #expect(run.status == 1)
    #expect(run.out.contains("\n-预期效果: 参与 ８,０００ 人\n+预期效果: 参与 8,000 人\n"))
    #expect(try cedian("check", "--fix", in: folder).status == 0)
    let clean = try cedian("check", "--fix", "--dry-run", in: folder)
    #expect(clean == Run(status: 0, out: "", err: "没有可以自动修正的问题\n"))
  }

  @Test("what needs a person is counted per file and reported in full", arguments: ["zh", "en"])
  func left(language: String) throws {
    let lines = Self.broken.replacing("2026-11-01/2026-11-11", with: "11.1-11.11")
    let folder = try TemporaryFolder.site([Self.path: "---\n\(lines)\n---\n"])
    let dry = try cedian("check", "--fix", "--dry-run", "--lang", language, in: folder)
    let run = try cedian("check", "--fix", "--lang", language, in: folder)
    #expect(run.status == 1)
    let isChinese = language == "zh"
    let counts =
      isChinese
      ? "✓ \(Self.path)：full-width-colon、front-matter-syntax；还有 1 处要人来改\n已修正 1 个文件里的 2 处；还有 1 处要人来改\n"
      : """
      ✓ \(Self.path): full-width-colon, front-matter-syntax; 1 left for a person
      mended 2 places in 1 file; 1 left for a person

      """
    #expect(run.err.hasPrefix(counts))
    #expect(run.err.contains("[bad-time]"))
    #expect(!run.err.contains("--fix"))
    #expect(dry.err.contains(isChinese ? "；还有 1 处要人来改\n" : "; 1 left for a person\n"))
    #expect(try cedian("check", "--fix", "--lang", language, in: folder).err.contains("bad-time"))
  }

  @Test("machines get what is left, on stdout")
  func machines() throws {
    let folder = try site()
    let run = try cedian("check", "--fix", "--format", "json", in: folder)
    #expect(run.status == 0)
    #expect(run.err == "")
    #expect(run.out.contains("\"errors\" : 0"))
    #expect(folder.read(Self.path) == Self.mended)
  }

  @Test("every row of the policy's table that says --fix, as a user meets it")
  func policyTable() throws {
    let rows = [
      ("主题：双11", "主题: 双11"), ("目标: >=500万", "目标: \">=500万\""),
      ("负责人: @市场部", "负责人: \"@市场部\""), ("theme: #双11#", "theme: \"#双11#\""),
      ("channels: 微信、微博", "channels: [微信, 微博]"),
      ("预算:\n\t- {项目: 直播, 金额: 1万}", "预算:\n  - {项目: 直播, 金额: 1万}"),
    ]
    let texts = rows.enumerated().map { index, row in
      ("content/activities/2026/row-\(index).md", "---\n\(row.0)\n---\n")
    }
    let folder = try TemporaryFolder.site(Dictionary(uniqueKeysWithValues: texts))
    let check = try cedian("check", in: folder)
    for (path, _) in texts {
      let place = check.err.range(of: path).map { check.err[$0.lowerBound...] } ?? ""
      #expect(place.contains("（可用 --fix 修正）"), "\(path)")
    }
    _ = try cedian("check", "--fix", in: folder)
    for (index, row) in rows.enumerated() {
      #expect(folder.read(texts[index].0) == "---\n\(row.1)\n---\n")
    }
  }

  @Test("a link in the site stays one, and what it leads to is mended once")
  func link() throws {
    let folder = try site()
    let link = "content/activities/2026/link.md"
    try folder.link(link, to: "bad.md")
    _ = try cedian("check", "--fix", in: folder)
    #expect(folder.read(Self.path) == Self.mended)
    let values = try FileManager.default.attributesOfItem(atPath: folder.at(link))
    #expect(values[.type] as? FileAttributeType == .typeSymbolicLink)
  }

  @Test("a link out of the site is not followed")
  func foreignLink() throws {
    let folder = try TemporaryFolder.site()
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("---\n\(Self.broken)\n---\n", to: "bad.md")
    try folder.link(Self.path, to: elsewhere.at("bad.md"))
    #expect(try cedian("check", "--fix", in: folder).status == 1)
    #expect(elsewhere.read("bad.md") == "---\n\(Self.broken)\n---\n")
  }

  @Test("a file that changed meanwhile, or a disk that fills up, keeps what it holds")
  func refusals() throws {
    let folder = try TemporaryFolder()
    try folder.write("new", to: "a.md")
    let path = folder.at("a.md")
    let old = Array("old".utf8)
    #expect(throws: DiskProblem(.write, path, ESTALE)) {
      try Disk().replace(path, holding: old, with: Array("fix".utf8))
    }
    let full = Disk { operation, _ in operation == .rename ? ENOSPC : nil }
    #expect(throws: DiskProblem.self) {
      try full.replace(path, holding: Array("new".utf8), with: Array("fix".utf8))
    }
    #expect(folder.files() == ["a.md": "new"])
  }

  @Test("on a terminal the diff is coloured and shows no command of the content")
  func terminalDiff() {
    let screen = Screen(isTerminal: true, palette: Palette(isColoured: true), width: 80)
    let (old, new) = (Array("主题：双11\u{1B}[2J\n".utf8), Array("主题: 双11\u{1B}[2J\n".utf8))
    let shown = unifiedDiff("content/a.md", old, new, screen)
    #expect(shown.contains("\u{1B}[31m-主题：双11␛[2J\u{1B}[0m\n"))
    #expect(shown.contains("\u{1B}[32m+主题: 双11␛[2J\u{1B}[0m\n"))
    let plain = unifiedDiff("content/a.md", old, new, .none)
    #expect(plain.hasSuffix("-主题：双11\u{1B}[2J\n+主题: 双11\u{1B}[2J\n"))
  }

  @Test("only what is asked for is touched")
  func path() throws {
    let folder = try site()
    let run = try cedian("check", "--fix", "content/channels", in: folder)
    #expect(run.status == 0)
    #expect(folder.read(Self.path) != Self.mended)
  }

  @Test("its options need it", arguments: ["--dry-run", "--sort-keys"])
  func usage(option: String) throws {
    let run = try cedian("check", option, in: site())
    #expect(run.status == 64)
    #expect(run.err == "错误: \(option) 要与 --fix 同用\n")
  }

  @Test(
    "a folder that cannot be written leaves every file as it was",
    .disabled(if: getuid() == 0, "root may write everywhere"))
  func unwritable() throws {
    let folder = try site()
    setMode(folder.at("content/activities/2026"), 0o555)
    defer { setMode(folder.at("content/activities/2026"), 0o755) }
    #expect(try cedian("check", "--fix", in: folder).status == 74)
    #expect(folder.read(Self.path) != Self.mended)
  }
}
