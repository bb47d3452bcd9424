import ArgumentParser
import CedianContent
import CedianModel
import Foundation

struct RenderCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "render",
      abstract: OutputLanguage.help(
        "把 Markdown 转成 HTML 片段，输出到 stdout", "print a Markdown text as an HTML fragment"))
  }

  @Argument(
    help: ArgumentHelp(
      OutputLanguage.help("文件，或 - 表示标准输入", "a file, or - for standard input"), valueName: "FILE"))
  var file: String

  @Flag(
    help: ArgumentHelp(
      OutputLanguage.help("只用 CommonMark，保留 HTML", "nothing but CommonMark, raw HTML allowed")))
  var commonmark = false

  @Option(help: ArgumentHelp(OutputLanguage.help("语言：zh 或 en", "language: zh or en"), valueName: "zh|en"))
  var lang: Language?

  func run() throws {
    let language = OutputLanguage.resolve(lang)
    try exitingCleanly(language, Palette(isColoured: false)) {
      let bytes = try source()
      let options = commonmark ? .commonMark : MarkdownOptions(language: language)
      let (html, diagnostics) = renderFragment(bytes, options: options)
      Console.out(html)
      if !diagnostics.isEmpty {
        let printer = DiagnosticPrinter(language: language, palette: Palette(isColoured: false))
        Console.error(
          printer.print(diagnostics.map { named($0) }) { _ in bytes })
      }
      return .success
    }
  }

  private func source() throws -> [UInt8] {
    if file == "-" {
      return Array(try FileHandle.standardInput.readToEnd() ?? Data())
    }
    guard FileSystem.entry(file) != .absent, !FileSystem.folderExists(file) else {
      throw UsageProblem.noFile(file)
    }
    return try FileSystem.read(file)
  }

  /// Findings about a text without a name are shown under the argument's.
  private func named(_ diagnostic: Diagnostic) -> Diagnostic {
    var copy = diagnostic
    copy.location.path = file
    return copy
  }
}
