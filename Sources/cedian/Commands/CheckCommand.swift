import ArgumentParser
import CedianModel
import Foundation

struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: OutputLanguage.help("检查内容，不发布", "check the content without publishing"))
  }

  @OptionGroup var raw: RawOptions

  @Flag(
    help: OutputLanguage.help(
      "先修正有把握的写法错误（冒号、缩进、引号、顿号列表、全角数字），再报告其余的问题",
      "first mend what is safe (colons, indents, quotes, lists by 、, digits), then report the rest")
  )
  var fix = false

  @Flag(
    help: OutputLanguage.help(
      "与 --fix 同用：把字段按同类文档的次序排列", "with --fix: put fields into the order of their kind"))
  var sortKeys = false

  @Flag(
    help: OutputLanguage.help(
      "与 --fix 同用：只显示会改什么，不写文件；有要改的，退出码为 1",
      "with --fix: show what would change, write nothing; exit 1 if anything would"))
  var dryRun = false

  @Option(
    help: OutputLanguage.help(
      "只报告某个 git 版本之后新增的问题，如 main、HEAD~1",
      "report only what is new since a git revision, as in main or HEAD~1", "REV"))
  var since: String?

  @Flag(
    help: OutputLanguage.help(
      "把现有的问题记入 .cedian-baseline.json，以后只报告新的",
      "write all findings into .cedian-baseline.json, so that later only new ones count"))
  var writeBaseline = false

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
      if writeBaseline, dryRun || since != nil || !paths.isEmpty {
        throw UsageProblem.partialBaseline(
          dryRun ? "--dry-run" : since != nil ? "--since" : "PATH")
      }
      let progress = Progress(isShown: options.showsProgress)
      defer { progress.end() }
      var check = try SiteCheck(
        options, needsTemplates: false, progress: progress, linksOnly: true)
      var result: FixResult?
      if fix {
        let made = try FixResult(options, check, sortsKeys: sortKeys) { path in
          wanted.isEmpty || wanted.contains { Self.holds($0, path) }
        }
        if !dryRun { try made.write(to: options.site) }
        // What is left is what a check says of the files as they are now, or would be.
        if made.count > 0 {
          check = try SiteCheck(
            options, needsTemplates: false, progress: progress, linksOnly: true,
            replacing: dryRun ? made.bytes : [:])
        }
        result = made
      }
      progress.end()
      if writeBaseline {
        let baseline = Baseline(check.diagnostics)
        try baseline.write(to: options.site)
        Console.error(
          LocalizedText(
            zh: "\(baseline.count) 项问题记入 \(Baseline.name)，请提交它",
            en: "\(baseline.count) findings written into \(Baseline.name); commit it"
          )[options.language] + "\n")
        return .success
      }
      let open = try OpenFindings(check, options, since: since)
      // All is checked, because one file's mistake may lie in another; what is
      // reported and counted is what was asked for.
      let shown =
        wanted.isEmpty
        ? open.findings
        : open.findings.filter { finding in
          wanted.contains { Self.holds($0, finding.location.path) }
        }
      if let result {
        if dryRun {
          try Console.out(Array(result.diff(Screen.resolve(descriptor: 1)).utf8))
        }
        if options.format == .text {
          Console.error(
            result.sentence(options.language, options.screen.palette, left: shown, isDry: dryRun))
        }
        if dryRun {
          let isClean = result.count == 0 && !Totals(shown).block(strict: options.isStrict)
          return isClean ? .success : ExitCode(1)
        }
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
      if options.format == .text, totals.errors > 0, let note = sparseNote(of: options.site) {
        Console.error(note[options.language] + "\n")
      }
      if options.format == .text, !dryRun, let rest = open.sentence(options.language, since: since)
      {
        Console.error(rest + "\n")
      }
      // Freeing the documents one by one would take as long as validating them.
      return withExtendedLifetime(check) {
        Foundation.exit(totals.block(strict: options.isStrict) ? 1 : 0)
      }
    }
  }

  /// Whether `path` is, or lies in, the file or folder that was asked for; nil
  /// stands for the whole site.
  private static func holds(_ wanted: String?, _ path: String) -> Bool {
    guard let wanted else { return true }
    return path == wanted || path.hasPrefix(wanted + "/")
  }
}
