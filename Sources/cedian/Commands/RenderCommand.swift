import ArgumentParser
import CedianContent
import CedianModel

struct RenderCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "render",
      abstract: OutputLanguage.help(
        "把 Markdown 转成 HTML 片段，输出到 stdout", "print a Markdown text as an HTML fragment"))
  }

  @Argument(
    help: OutputLanguage.help("文件，或 - 表示标准输入", "a file, or - for standard input", "FILE"))
  var file: String

  @Flag(
    help: OutputLanguage.help("只用 CommonMark，保留 HTML", "nothing but CommonMark, raw HTML allowed"))
  var commonmark = false

  @Option(
    help: OutputLanguage.help(
      "提示和标签的语言，默认随系统", "the language of messages and labels; by default the system's",
      "zh|en"))
  var lang: Language?

  func run() throws {
    try exitingCleanly(lang) {
      let language = OutputLanguage.resolve(lang)
      let bytes = try source()
      let options = commonmark ? .commonMark : MarkdownOptions(language: language)
      let (html, diagnostics) = renderFragment(bytes, path: file, options: options)
      try Console.out(html)
      guard !diagnostics.isEmpty else { return .success }
      let printer = DiagnosticPrinter(language: language, screen: .resolve())
      Console.error(printer.print(diagnostics) { _ in bytes })
      return Totals(diagnostics).errors > 0 ? ExitCode(1) : .success
    }
  }

  /// Also of a pipe, as in `cedian render <(…)`.
  private func source() throws -> [UInt8] {
    if file == "-" { return try FileSystem.readStandardInput() }
    do {
      return try FileSystem.readStream(file)
    } catch  where error.isAbsence {
      throw UsageProblem.noFile(file)
    }
  }
}
