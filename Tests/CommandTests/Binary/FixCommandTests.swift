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
