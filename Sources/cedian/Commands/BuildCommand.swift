import ArgumentParser
import CedianModel
import CedianSite

struct BuildCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "build",
      abstract: OutputLanguage.help("检查内容并发布网站", "check the content and publish the site"))
  }

  @OptionGroup var raw: RawOptions

  @Option(
    help: ArgumentHelp(
      OutputLanguage.help("输出文件夹，默认是站点里的 output/", "the output folder; output/ in the site"),
      valueName: "DIR"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      OutputLanguage.help("网站的完整网址，用于 sitemap.xml 和 404 页", "the site's address, for sitemap.xml and the 404 page"),
      valueName: "URL"))
  var baseURL: String?

  func run() throws {
    let language = OutputLanguage.resolve(raw.lang)
    try exitingCleanly(language, Palette(isColoured: false)) {
      let options = try ResolvedOptions(raw)
      let target = try resolvedOutput(options)
      let address = try baseURL.map { try resolvedAddress($0) }
      let clock = ContinuousClock()
      let start = clock.now
      let progress = Progress(isShown: options.showsProgress)
      defer { progress.end() }
      let check = try SiteCheck(options, progress: progress)
      let blocked = Totals(check.diagnostics).block(strict: options.isStrict)
      if blocked {
        progress.end()
        try check.report(check.diagnostics, options)
        keptMessage(options, target)
        return ExitCode(1)
      }
      progress.phase("生成页面", "rendering", options.language)
      let (pages, rendering) = renderSite(
        check.handbook, templates: check.templates, contentAssets: check.assets,
        options: SiteOptions(
          baseURL: address, language: check.language, version: Cedian.version, asOf: check.asOf,
          includeDrafts: options.includeDrafts, findings: check.diagnostics),
        map: { parallelMap($0, $1) })
      let found = (check.diagnostics + rendering).sorted(by: Diagnostic.inReadingOrder)
      if Totals(rendering).block(strict: options.isStrict) {
        progress.end()
        try check.report(found, options)
        keptMessage(options, target)
        return ExitCode(1)
      }
      progress.phase("写入", "writing", options.language)
      let published = try publish(pages, to: target) {
        progress.phase("等待另一次生成结束", "waiting for another build", options.language)
      }
      progress.end()
      try check.report(found, options)
      if options.format == .text {
        let seconds = clock.now - start
        Console.error(doneMessage(published, pages.count, seconds, target, options))
      }
      return .success
    }
  }

  /// `--output`, or `output/` in the site; never where it would overwrite sources.
  private func resolvedOutput(_ options: ResolvedOptions) throws(UsageProblem) -> String {
    let target = trimmed(output ?? options.site + "/output")
    guard let site = FileSystem.resolved(options.site) else { throw .noSite(options.site) }
    guard let resolved = FileSystem.resolved(target) else { return target }
    let sources = ["content", "templates"].map { site + "/" + $0 }
    if resolved == site || site.hasPrefix(resolved == "/" ? "/" : resolved + "/")
      || sources.contains(where: { resolved == $0 || resolved.hasPrefix($0 + "/") })
    {
      throw .outputInside(target)
    }
    return target
  }

  private func resolvedAddress(_ text: String) throws(UsageProblem) -> String {
    let lower = text.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E && $0 != 0x7F }),
      !text.contains("?"), !text.contains("#"), text.split(separator: "/").count >= 2
    else { throw .badBaseURL(text) }
    return text.hasSuffix("/") ? text : text + "/"
  }

  private func keptMessage(_ options: ResolvedOptions, _ target: String) {
    guard options.format == .text else { return }
    let kept = FileSystem.entry(target + "/index.html") == .file
    let text =
      kept
      ? LocalizedText(zh: "没有发布；\(target) 里还是上一次的网站", en: "not published; \(target) keeps the last site")
      : LocalizedText(zh: "没有发布", en: "not published")
    Console.error(text[options.language] + "\n")
  }

  private func doneMessage(
    _ published: Published, _ count: Int, _ time: Duration, _ target: String,
    _ options: ResolvedOptions
  ) -> String {
    let milliseconds = time.components.seconds * 1000
      + time.components.attoseconds / 1_000_000_000_000_000
    let seconds = "\(milliseconds / 1000).\(String(milliseconds % 1000 / 10 + 100).dropFirst())"
    let text = LocalizedText(
      zh: "已发布 \(count) 个文件（写入 \(published.written)，删除 \(published.removed)），用时 \(seconds) 秒；打开 \(target)/index.html",
      en: "published \(count) files (\(published.written) written, \(published.removed) removed) in \(seconds) s; open \(target)/index.html")
    return options.palette.good("✓ ") + text[options.language] + "\n"
  }
}
