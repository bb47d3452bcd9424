import CedianTestSupport
import Foundation
import Testing

@testable import cedian

@Suite struct CheckCommandTests {
  @Test(
    "a folder that is nearly a kind's, or names it in Chinese, is an error",
    arguments: ["activites", "活动", "Plans", "复盘"])
  func folder(name: String) throws {
    let folder = try TemporaryFolder.site(["content/\(name)/a.md": "---\n标题: 甲\n负责人: 市场部\n---\n"])
    let run = try cedian("check", in: folder)
    #expect(run.status == 1)
    #expect(run.err.contains("错误[misnamed-file]: 文件夹「\(name)」不是文档的文件夹"))
    let page = try TemporaryFolder.site(["content/pages/x/a.md": "---\n标题: 甲\n负责人: 市场部\n---\n"])
    #expect(try cedian("check", in: page).status == 0)
  }

  @Test("a missing style sheet and a link to data are errors at their places")
  func missing() throws {
    let folder = try TemporaryFolder.site([
      "content/pages/a.md": "---\n标题: 甲\n负责人: 市场部\n---\n\n见[设置](../site.yml)。\n"
    ])
    try FileManager.default.removeItem(atPath: folder.at("templates/assets/site.css"))
    let run = try cedian("check", in: folder)
    #expect(run.err.contains("错误[broken-link]: 链接「../site.yml」指向的数据或设置文件不会发布到网站"))
    #expect(run.err.contains("错误[template-partial]: 模板用到的 templates/assets/site.css 不存在"))
    #expect(run.err.contains("templates/layouts/page.mustache:13:"))
  }

  private static let broken = [
    "content/activities/2026/bad.md": """
    ---
    主题：双11
    时间: 11.1-11.11
    目标: 成交总额 ≥ 120万
    参与对象: 会员\t🎉
    活动形式: 直播
    主题: 再来一次
    负责人: 市场不
    x: 1
    ---

    # 正文
    """,
    "content/activities/2026/warned.md": """
    ---
    主题: 双12
    目标: 成交总额 ≥ 120万
    时间: 2026-12-12
    参与对象: 会员
    活动形式: 直播
    预期效果: 参与 8,000 人
    主提: 多余
    ---
    """,
  ]

  @Test func aSiteInOrderIsSaidToBeSo() throws {
    let folder = try TemporaryFolder.site()
    #expect(try cedian("check", in: folder) == Run(status: 0, out: "", err: "检查了 4 份文档，没有发现问题\n"))
    #expect(
      try cedian("check", in: folder, environment: ["LC_ALL": "en_US.UTF-8"])
        == Run(status: 0, out: "", err: "4 documents checked, no problems found\n"))
  }

  @Test(arguments: ["zh", "en"])
  func everythingWrongIsReportedAtOnce(_ language: String) throws {
    let folder = try TemporaryFolder.site(Self.broken)
    let result = try cedian("check", "--lang", language, in: folder)
    #expect(result.status == 1)
    #expect(result.out.isEmpty)
    try expectGolden(result.err, at: "Tests/CommandTests/Fixtures/check-\(language).txt")
  }

  @Test func machinesGetOneDocumentOnStdout() throws {
    let folder = try TemporaryFolder.site(Self.broken)
    let result = try cedian("check", "--format", "json", in: folder)
    #expect(result.status == 1)
    #expect(result.err.isEmpty)
    let json = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
    #expect(json?["version"] as? Int == 1)
    let found = json?["diagnostics"] as? [[String: Any]]
    #expect(found?.first?["path"] as? String == "content/activities/2026/bad.md")
    let text = try cedian("check", in: folder).err
    let summary = json?["summary"] as? [String: Int]
    #expect(text.contains("\(summary?["errors"] ?? 0) 个错误"))
    #expect(text.split(separator: "\n").count { $0.contains("┌─") } == found?.count)
  }

  @Test func machinesGetADocumentWhenNothingIsWrong() throws {
    let result = try cedian("check", "--format", "json", in: TemporaryFolder.site())
    #expect(result.status == 0)
    #expect(result.err.isEmpty)
    #expect(result.out.contains("\"errors\" : 0"))
  }

  @Test func onlyWhatIsAskedForIsReportedAndCounted() throws {
    let folder = try TemporaryFolder.site(Self.broken)
    let one = try cedian("check", "content/activities/2026/warned.md", in: folder)
    #expect(one.status == 0)
    #expect(one.err.contains("1 个警告，涉及 1 个文件"))
    #expect(!one.err.contains("bad.md"))
    #expect(try cedian("check", "content/activities", in: folder).status == 1)
    let clean = try cedian("check", "content/channels/", in: folder)
    #expect(clean == Run(status: 0, out: "", err: "检查了 6 份文档，没有发现问题\n"))
    #expect(try cedian("check", ".", in: folder) == cedian("check", in: folder))
  }

  @Test func warningsCountAsErrorsWithStrict() throws {
    var files = Self.broken
    files["content/activities/2026/bad.md"] = nil
    let folder = try TemporaryFolder.site(files)
    #expect(try cedian("check", in: folder).status == 0)
    #expect(try cedian("check", "--strict", in: folder).status == 1)
  }

  @Test func theSiteMayBeElsewhere() throws {
    let folder = try TemporaryFolder.site(Self.broken)
    let elsewhere = try TemporaryFolder()
    let here = try cedian("check", in: folder)
    let there = try cedian("check", "--site", folder.path + "/", in: elsewhere)
    #expect(here == there)
    let file = "content/activities/2026/warned.md"
    #expect(try cedian("check", "--site", folder.path, file, in: elsewhere).status == 0)
  }

  @Test func controlCharactersInContentDoNotReachTheTerminal() throws {
    let folder = try TemporaryFolder.site([
      "content/activities/2026/evil.md":
        "---\n主题: \u{1B}]0;owned\u{07}\n---\n\u{9B}2J\n[x](\u{1B}[31m.md)\n"
    ])
    for format in ["text", "json"] {
      let result = try cedian("check", "--format", format, in: folder)
      for scalar in (result.out + result.err).unicodeScalars where scalar != "\n" {
        #expect(printable(scalar) == scalar)
      }
    }
  }

  @Test func aSymbolicLinkOutOfTheSiteIsAnError() throws {
    let folder = try TemporaryFolder.site()
    try folder.link("content/activities/2026/passwd.md", to: "/etc/passwd")
    let result = try cedian("check", in: folder)
    #expect(result.status == 1)
    #expect(
      result.err == """
        错误[unreadable]: 符号链接指向站点之外，或指向文件夹，没有读取
          ┌─ content/activities/2026/passwd.md:1:1
          = 改法：把文件本身放进来

        1 个错误，涉及 1 个文件

        """)
  }

  #if os(Linux)
    @Test func aTerminalGetsColoursUnlessToldOtherwise() throws {
      let folder = try TemporaryFolder.site(Self.broken)
      guard let terminal = Terminal() else { return }
      let coloured = try terminal.run(["check"], in: folder, ["TERM": "xterm"])
      #expect(coloured.contains("\u{1B}[1;31m错误[full-width-colon]\u{1B}[0m"))
      for environment in [["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"]] {
        let plain = try terminal.run(["check"], in: folder, environment)
        #expect(plain.contains("错误[full-width-colon]: "))
        #expect(!plain.contains("\u{1B}[1;31m"))
      }
    }
  #endif

  @Test func aDocumentThatIsTooLargeIsSaidAndNotRead() throws {
    let folder = try TemporaryFolder.site()
    try folder.write([UInt8](repeating: 0x61, count: 2_000_001), to: "content/pages/big.md")
    let run = try cedian("check", in: folder)
    #expect(run.status == 1)
    #expect(run.err.hasPrefix("错误[unreadable]: 文件太大，没有读取：文档最多 2 MB\n"))
  }

  @Test func findingsFarOutOnALongLineShowTheirPlace() throws {
    let folder = try TemporaryFolder.site()
    let line = String(repeating: "汉字abc ", count: 3000) + "<b>here</b>"
    try folder.write("---\n标题: 长\n---\n\n\(line)\n", to: "content/pages/long.md")
    let run = try cedian("check", in: folder)
    let lines = run.err.split(separator: "\n").map(String.init)
    #expect(lines[1].hasSuffix("content/pages/long.md:5:18001"))
    #expect(lines[3].hasPrefix("5 │ …"))
    #expect(lines[3].hasSuffix("<b>here</b>"))
    let caret = lines[4].split(separator: "│")[1]
    #expect(caret.filter { $0 == "^" }.count == 3)
    // The caret stands under the tag: as many cells before it as the text takes.
    let before = lines[3].split(separator: "│")[1].prefix { $0 != "<" }
    #expect(displayWidth(String(before)) == caret.prefix { $0 == " " }.count)
  }

  @Test("a document that cannot be read is not missed by those that name it")
  func unreadIsThere() throws {
    func ids(_ name: String) throws -> [String] {
      let folder = try TemporaryFolder.site([
        "content/activities/2026/long.md": String(repeating: "长", count: 700_000),
        "content/plans/2026-11.md": "---\n标题: 11月计划\nperiod: 2026-11\n活动: [\(name)]\n---\n",
      ])
      let out = try cedian("check", "--format", "json", in: folder).out
      return ["unreadable", "unknown-reference"].filter { out.contains("\"\($0)\"") }
    }
    #expect(try ids("long") == ["unreadable"])
    #expect(try ids("wrong") == ["unreadable", "unknown-reference"])
  }
}
