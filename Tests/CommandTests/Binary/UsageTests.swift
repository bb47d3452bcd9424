import Testing

@testable import cedian

@Suite struct UsageTests {
  @Test func versionAndHelp() throws {
    let folder = try TemporaryFolder()
    #expect(try cedian("--version", in: folder) == Run(status: 0, out: "0.1.0\n", err: ""))
    let zh = try cedian("--help", in: folder)
    #expect(zh.status == 0)
    #expect(zh.out.contains("检查内容并发布网站"))
    let en = try cedian("build", "--lang", "en", "--help", in: folder)
    #expect(en.status == 0)
    #expect(en.out.contains("check the content and publish the site"))
    for option in [
      "--site", "--output", "--as-of", "--base-url", "--lang", "--drafts", "--strict", "--format",
    ] {
      #expect(en.out.contains(option))
    }
    let local = try cedian("check", "--help", in: folder, environment: ["LANG": "en_US.UTF-8"])
    #expect(local.out.contains("check the content without publishing"))
  }

  @Test(
    "Wrong usage is said in the chosen language and exits with 64",
    arguments: [
      (["check", "--as-of", "2026-02-30"], "错误: --as-of 要写成 2026-11-15 这样的日期，「2026-02-30」不是\n"),
      (
        ["build", "--as-of", "明天", "--lang", "en"],
        "error: --as-of takes a day such as 2026-11-15, not '明天'\n"
      ),
      (["check", "--site", "nowhere"], "错误: 没有 nowhere 这个文件夹；用 --site 指明站点\n"),
      (
        ["build", "--site", "nowhere", "--lang", "en"],
        "error: there is no folder nowhere; name the site with --site\n"
      ),
      (
        ["check", "--site", "templates"],
        "错误: templates 里没有 content/；请在站点文件夹里运行，或用 --site 指明\n"
      ),
      (
        ["build", "--output", "content/out"],
        "错误: 输出文件夹 content/out 不能是站点本身或它的上级，也不能在 content/ 或 templates/ 里\n"
      ),
      (
        ["build", "--base-url", "example.com"],
        "错误: --base-url 要写成 https://example.com/handbook/ 这样的完整网址，「example.com」不是\n"
      ),
      (["check", "content/none.md"], "错误: 没有 content/none.md 这个文件\n"),
      (["check", "/etc/passwd"], "错误: /etc/passwd 不在站点里；用 --site 指明它所在的站点\n"),
      (["render", "none.md"], "错误: 没有 none.md 这个文件\n"),
      (["check", "--as-of", "\u{1B}[2J"], "错误: --as-of 要写成 2026-11-15 这样的日期，「␛[2J」不是\n"),
    ])
  func wrongUsage(_ arguments: [String], _ message: String) throws {
    let folder = try TemporaryFolder.site()
    let result = try run(cedianBinary, arguments, in: folder)
    #expect(result == Run(status: 64, out: "", err: message))
    #expect(FileSystem.entry(folder.at("output")) == .absent)
  }

  @Test func aSiteWithoutTemplatesIsCheckedAndNotBuilt() throws {
    let folder = try TemporaryFolder.site()
    try folder.remove("templates")
    #expect(try cedian("check", in: folder).status == 0)
    #expect(
      try cedian("build", in: folder)
        == Run(status: 64, out: "", err: "错误: . 里没有 templates/；从策典的仓库复制一份过来\n"))
  }

  @Test(
    "What the command line does not know exits with 64",
    arguments: [["check", "--nope"], ["nope"], ["build", "--lang", "fr"], ["render"]])
  func unknown(_ arguments: [String]) throws {
    let result = try run(cedianBinary, arguments, in: TemporaryFolder())
    #expect(result.status == 64)
    #expect(result.out.isEmpty)
  }
}

@Suite struct RenderCommandTests {
  @Test func aFragmentGoesToStdoutAndFindingsToStderr() throws {
    let folder = try TemporaryFolder()
    try folder.write("# 标题\n\n**“双11”**大促 <b>x</b>\n", to: "a.md")
    let result = try cedian("render", "a.md", in: folder)
    #expect(result.status == 0)
    #expect(result.out.contains("<strong>“双11”</strong>大促"))
    #expect(!result.out.contains("<b>"))
    #expect(result.err.contains("─ a.md:3:"))
    #expect(result.err.contains("2 个警告，涉及 1 个文件"))
  }

  @Test func standardInputAndPipesAreRead() throws {
    let folder = try TemporaryFolder()
    let result = try cedian("render", "-", "--commonmark", in: folder, input: "*a* <b>x</b>\n")
    #expect(result == Run(status: 0, out: "<p><em>a</em> <b>x</b></p>\n", err: ""))
    let shell = try runShell(
      "printf '*a*' | \"$CEDIAN\" render /dev/stdin --commonmark", in: folder)
    #expect(shell == Run(status: 0, out: "<p><em>a</em></p>\n", err: ""))
  }

  @Test func aFolderIsADiskProblem() throws {
    let result = try cedian("render", ".", "--lang", "en", in: TemporaryFolder())
    #expect(
      result
        == Run(status: 74, out: "", err: "error: cannot read .: it is not a regular file\n"))
  }

  @Test func aReaderThatHasGoneAwayIsNoError() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "word ", count: 200_000), to: "a.md")
    let result = try runShell(
      "{ \"$CEDIAN\" render a.md; echo \"status $?\" >&2; } | head -c 10", in: folder)
    #expect(result.err == "status 0\n")
  }

  #if os(Linux)
    @Test func aFullDiskBehindStdoutIsADiskProblem() throws {
      let folder = try TemporaryFolder()
      try folder.write("text", to: "a.md")
      let result = try runShell("\"$CEDIAN\" render a.md > /dev/full", in: folder)
      #expect(result == Run(status: 74, out: "", err: "错误: 无法写入 stdout：磁盘已满，请腾出空间后再试\n"))
    }
  #endif
}
