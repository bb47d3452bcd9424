import Testing

@testable import cedian

@Suite("The option parser's own sentences")
struct ParserWordsTests {
  @Test(
    "are said in Chinese, with exit code 64",
    arguments: [
      (["check", "--zzzzzz"], "错误: 没有 --zzzzzz 这个选项"),
      (["check", "--stict"], "错误: 没有 --stict 这个选项，是不是想写 --strict？"),
      (["check", "--as-of"], "错误: --as-of <DATE> 后面缺少值"),
      (["check", "--lang", "xx"], "错误: --lang <zh|en> 不能是「xx」，可用的值：zh、en"),
      (["render"], "错误: 缺少 <FILE>"), (["render", "a", "b"], "错误: 多出了「b」"),
      (["render", "a", "b", "c"], "错误: 多出了 2 个参数：'b', 'c'"),
      (["foo"], "错误: 没有 foo 这个命令"),
      (["bild"], "错误: 没有 bild 这个命令，是不是想写 build？"),
      (["bild", "x", "y"], "错误: 没有 bild 这个命令，是不是想写 build？"),
      (["check", "--site", ""], "错误: --site 后面是空的，要写一个文件夹"),
      (["build", "--output", ""], "错误: --output 后面是空的，要写一个文件夹"),
    ])
  func chinese(arguments: [String], first: String) throws {
    let result = try run(cedianBinary, arguments, in: TemporaryFolder.site())
    #expect(result.status == 64)
    #expect(result.out == "")
    #expect(result.err.split(separator: "\n").first.map(String.init) == first)
    #expect(!result.err.contains("Usage:") && !result.err.contains("for more information"))
  }

  @Test("stay English for English users")
  func english() throws {
    let run = try cedian("check", "--zzzzzz", "--lang", "en", in: TemporaryFolder())
    #expect(run.status == 64)
    #expect(run.err.hasPrefix("Error: Unknown option '--zzzzzz'\nUsage: cedian check "))
  }

  @Test("the help has Chinese headings")
  func help() throws {
    let run = try cedian("check", "--help", in: TemporaryFolder())
    #expect(run.status == 0)
    for heading in ["用法: cedian check", "参数:", "选项:", "显示帮助"] {
      #expect(run.out.contains(heading))
    }
    #expect(run.err == "")
  }

  @Test("inside a site the site above is found")
  func insideTheSite() throws {
    let folder = try TemporaryFolder.site()
    let run = try runShell("cd content/policy && \"$CEDIAN\" check", in: folder)
    #expect(run == Run(status: 0, out: "", err: "检查了 4 份文档，没有发现问题\n"))
  }
}
