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
    help: ArgumentHelp(
      OutputLanguage.help("只报告这些文件或文件夹里的问题", "report only what is in these files or folders"),
      valueName: "PATH"))
  var paths: [String] = []

  func run() throws {
    let language = OutputLanguage.resolve(raw.lang)
    try exitingCleanly(language, Palette(isColoured: false)) {
      let options = try ResolvedOptions(raw)
      let wanted = try paths.map { try siteRelative($0, options.site) }
      let progress = Progress(isShown: options.showsProgress)
      defer { progress.end() }
      let check = try SiteCheck(options, progress: progress)
      progress.end()
      let shown = wanted.isEmpty
        ? check.diagnostics
        : check.diagnostics.filter { finding in
          wanted.contains { finding.location.path == $0 || finding.location.path.hasPrefix($0 + "/") }
        }
      try check.report(shown, options)
      if shown.isEmpty, options.format == .text {
        let totals = Totals(shown).sentence(options.language, options.palette)
        Console.error(totals + "\n")
      }
      return Totals(shown).block(strict: options.isStrict) ? ExitCode(1) : .success
    }
  }
}

/// A path given from the current folder, relative to the site. One that is not
/// there, or not in the site, is a mistake of the caller.
private func siteRelative(_ path: String, _ site: String) throws(UsageProblem) -> String {
  guard let root = FileSystem.resolved(site) else { throw .noSite(site) }
  let candidates = [path, site + "/" + path]
  for candidate in candidates {
    guard let resolved = FileSystem.resolved(candidate) else { continue }
    if resolved.hasPrefix(root + "/") { return String(resolved.dropFirst(root.count + 1)) }
    if resolved == root { return "content" }
  }
  throw .noFile(path)
}
