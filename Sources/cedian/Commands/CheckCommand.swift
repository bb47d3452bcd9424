import ArgumentParser
import CedianModel

struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: OutputLanguage.help("检查内容，不发布", "check the content without publishing"))
  }

  @OptionGroup var raw: RawOptions

  @Argument(
    help: OutputLanguage.help(
      "只报告这些文件或文件夹里的问题", "report only what is in these files or folders", "PATH"))
  var paths: [String] = []

  func run() throws {
    try exitingCleanly(raw.lang) {
      let options = try ResolvedOptions(raw)
      let wanted = try paths.map { path throws(UsageProblem) in try options.siteRelative(path) }
      let progress = Progress(isShown: options.showsProgress)
      defer { progress.end() }
      let check = try SiteCheck(options, needsTemplates: false, progress: progress)
      progress.end()
      // All is checked, because one file's mistake may lie in another; what is
      // reported and counted is what was asked for.
      let shown =
        wanted.isEmpty
        ? check.diagnostics
        : check.diagnostics.filter { finding in
          wanted.contains { Self.holds($0, finding.location.path) }
        }
      try check.report(shown, options)
      let totals = Totals(shown)
      if shown.isEmpty, options.format == .text {
        let clean = LocalizedText(
          zh: "检查了 \(check.handbook.documentCount) 份文档，",
          en: "\(check.handbook.documentCount) documents checked, ")
        Console.error(
          clean[options.language] + totals.sentence(options.language, options.screen.palette) + "\n"
        )
      }
      return totals.block(strict: options.isStrict) ? ExitCode(1) : .success
    }
  }

  /// Whether `path` is, or lies in, the file or folder that was asked for; nil
  /// stands for the whole site.
  private static func holds(_ wanted: String?, _ path: String) -> Bool {
    guard let wanted else { return true }
    return path == wanted || path.hasPrefix(wanted + "/")
  }
}
