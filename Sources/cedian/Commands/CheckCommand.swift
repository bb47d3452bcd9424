import ArgumentParser
import CedianModel

struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: OutputLanguage.help("检查内容，不发布", "check the content without publishing"))
  }

  @OptionGroup var raw: RawOptions

  @Flag(
    help: OutputLanguage.help(
      "先修正有把握的写法错误（冒号、缩进、引号、顿号列表、全角数字），再检查",
      "first mend what is safe to mend (colons, indents, quotes, lists by 、, digits), then check"))
  var fix = false

  @Flag(
    help: OutputLanguage.help(
      "与 --fix 同用：把字段按同类文档的次序排列", "with --fix: put fields into the order of their kind"))
  var sortKeys = false

  @Flag(
    help: OutputLanguage.help(
      "与 --fix 同用：只显示会改什么，不写文件", "with --fix: show what would change, write nothing"))
  var dryRun = false

  @Argument(
    help: OutputLanguage.help(
      "只报告这些文件或文件夹里的问题", "report only what is in these files or folders", "PATH"))
  var paths: [String] = []

  func run() throws {
    try exitingCleanly(raw.lang) {
      let options = try ResolvedOptions(raw)
      let wanted = try paths.map { path throws(UsageProblem) in try options.siteRelative(path) }
      if !fix, sortKeys || dryRun {
        throw UsageProblem.needsFix(dryRun ? "--dry-run" : "--sort-keys")
      }
      if fix { try mend(options, wanted) }
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
      // A dry run answers with the diff; the status is that of what stands there.
      if !dryRun { try check.report(shown, options) }
      let totals = Totals(shown)
      if shown.isEmpty, options.format == .text, !dryRun {
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

  private func mend(_ options: ResolvedOptions, _ wanted: [String?]) throws {
    let result = try FixResult(options, sortsKeys: sortKeys) { path in
      wanted.isEmpty || wanted.contains { Self.holds($0, path) }
    }
    if dryRun {
      try Console.out(Array(result.diff(Screen.resolve(descriptor: 1)).utf8))
    } else {
      try result.write(to: options.site)
    }
    if options.format == .text {
      Console.error(
        result.sentence(options.language, options.screen.palette, isDry: dryRun))
    }
  }

  /// Whether `path` is, or lies in, the file or folder that was asked for; nil
  /// stands for the whole site.
  private static func holds(_ wanted: String?, _ path: String) -> Bool {
    guard let wanted else { return true }
    return path == wanted || path.hasPrefix(wanted + "/")
  }
}
