import ArgumentParser
import CedianModel
import CedianSite
import Foundation

struct BuildCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "build",
      abstract: OutputLanguage.help("检查内容并发布网站", "check the content and publish the site"))
  }

  @OptionGroup var raw: RawOptions

  @Option(
    help: OutputLanguage.help(
      "输出文件夹，默认是站点里的 output/", "the output folder; by default output/ in the site", "DIR"))
  var output: String?

  @Option(
    help: OutputLanguage.help(
      "网站的完整网址，用于 sitemap.xml 和 404 页",
      "the site's address, for sitemap.xml and the 404 page", "URL"))
  var baseURL: String?

  func run() throws {
    try exitingCleanly(raw.lang) {
      let start = ContinuousClock.now
      let options = try ResolvedOptions(raw)
      let target = try ResolvedTarget(options, output: output, baseURL: baseURL)
      let progress = Progress(isShown: options.showsProgress)
      defer { progress.end() }
      return try attempt(options, target, progress, start, holding: nil)
    }
  }

  /// Reads, checks and publishes. Where another build has published meanwhile, everything
  /// is read anew while the output is ours: what was read before may be older than what
  /// that build has read.
  private func attempt(
    _ options: ResolvedOptions, _ target: ResolvedTarget, _ progress: Progress,
    _ start: ContinuousClock.Instant, holding held: consuming Publisher?
  ) throws -> ExitCode {
    progress.phase("读取", "reading", options.language)
    let before = LastBuild.publication(in: target.output)
    let source = try SiteFiles(options, needsTemplates: true)
    let last = LastBuild(in: target.output)
    let inputs = ContentHash(of: source, options, baseURL: target.baseURL)
    let standing =
      inputs != nil && inputs == last.record?.inputs && last.record?.isOfToday == true
      ? last.standing() : nil
    if let standing, let record = last.record, record.isSilent, options.format == .text {
      progress.end()
      sayDone(Published(), standing.pageCount, start, target, record.note, options)
      return withExtendedLifetime(source) { Foundation.exit(0) }
    }
    let check = SiteCheck(source, options, progress: progress, linksOnly: standing != nil)
    let open = try OpenFindings(check, options)
    guard !Totals(open.findings).block(strict: options.isStrict) else {
      progress.end()
      _ = consume held
      return try keepLast(check, open.findings, target, options)
    }
    if let standing, let record = last.record {
      progress.end()
      try check.report(open.findings.inReadingOrder(), options)
      sayKnown(open, options)
      sayDone(Published(), standing.pageCount, start, target, record.note, options)
      return withExtendedLifetime(check) { Foundation.exit(0) }
    }
    progress.phase("读取修改历史", "reading the history", options.language)
    let history = try readHistory(of: options.site, check.handbook, asOf: check.asOf)
    if let publisher = consume held {
      return try publish(
        check, open, history, inputs, options, target, progress, start, with: publisher)
    }
    var waited = false
    let publisher = try Publisher(to: target.output) {
      waited = true
      progress.phase("等待另一次生成结束", "waiting for another build", options.language)
      guard !options.showsProgress else { return }
      Console.error(
        LocalizedText(zh: "另一次生成正在写同一个输出文件夹，等它结束…", en: "another build is writing there; waiting…")[
          options.language] + "\n")
    }
    guard !waited, LastBuild.publication(in: target.output) == before else {
      return try attempt(options, target, progress, start, holding: publisher)
    }
    return try publish(
      check, open, history, inputs, options, target, progress, start, with: publisher)
  }

  /// What was checked becomes the site; the process ends with it.
  private func publish(
    _ check: SiteCheck, _ open: OpenFindings, _ history: History, _ inputs: ContentHash?,
    _ options: ResolvedOptions, _ target: ResolvedTarget, _ progress: Progress,
    _ start: ContinuousClock.Instant, with publisher: consuming Publisher
  ) throws -> ExitCode {
    let last = LastBuild(in: target.output)
    last.forget()
    progress.phase("生成页面", "rendering", options.language)
    let site = renderSite(
      check.handbook, templates: check.templates, contentAssets: check.assets,
      options: SiteOptions(
        baseURL: target.baseURL, language: check.language, version: Cedian.version,
        asOf: check.asOf, includeDrafts: options.includeDrafts, findings: check.diagnostics,
        reports: check.reports, history: history),
      workers: .all, keep: publisher.intake.take)
    progress.phase("发布", "publishing", options.language)
    let (published, manifest) = try publisher.publish(site.files)
    progress.end()
    let found = open.findings.inReadingOrder()
    try check.report(found, options)
    sayKnown(open, options)
    // A history with gaps says so on its pages.
    let notes = history.commits.isEmpty ? history.notes : []
    let note =
      notes.isEmpty
      ? nil
      : LocalizedText(
        zh: notes.map(\.zh).joined(separator: "；"), en: notes.map(\.en).joined(separator: "; "))
    let pages = site.files.count { $0.entry.path.hasSuffix(".html") }
    sayDone(published, pages, start, target, note, options)
    if let inputs {
      let isPinned = options.asOf != nil || check.handbook.site.asOf != nil
      last.remember(
        LastBuild.Record(
          inputs: inputs, manifest: manifest, asOf: check.asOf,
          timeZone: isPinned ? "" : check.handbook.site.timeZone,
          isSilent: found.isEmpty && open.sentence(options.language, since: nil) == nil,
          note: note))
    }
    withExtendedLifetime(publisher) {}
    // Freeing ten thousand documents one by one takes longer than the system
    // needs to take the whole process away.
    return withExtendedLifetime((check, site)) { Foundation.exit(0) }
  }

  private func sayKnown(_ open: OpenFindings, _ options: ResolvedOptions) {
    guard options.format == .text, let rest = open.sentence(options.language, since: nil) else {
      return
    }
    Console.error(rest + "\n")
  }

  private func sayDone(
    _ published: Published, _ pages: Int, _ start: ContinuousClock.Instant,
    _ target: ResolvedTarget, _ note: LocalizedText?, _ options: ResolvedOptions
  ) {
    guard options.format == .text else { return }
    let language = options.language
    let line = doneLine(published, pages, .now - start, target.output)[language]
    let rest = note.map { language == .zh ? "（\($0.zh)）" : " (\($0.en))" } ?? ""
    Console.error(options.screen.palette.good("✓ ") + line + rest + "\n")
  }

  /// Reports what stops the publication; what an earlier crash has left is put
  /// right all the same.
  private func keepLast(
    _ check: SiteCheck, _ found: [Diagnostic], _ target: ResolvedTarget,
    _ options: ResolvedOptions
  ) throws -> ExitCode {
    try check.report(found, options)
    try recoverPublication(in: target.output)
    if options.format == .text {
      if let note = sparseNote(of: options.site) { Console.error(note[options.language] + "\n") }
      let kept = FileSystem.entry(target.output + "/index.html") == .file
      // Whoever set it long ago does not see why warnings stop a build.
      let reason =
        Totals(found).errors > 0
        ? LocalizedText(zh: "", en: "")
        : LocalizedText(zh: "（--strict：有警告也不发布）", en: " (--strict: warnings count, too)")
      Console.error(keptLine(kept ? target.output : nil, reason)[options.language] + "\n")
    }
    return ExitCode(1)
  }
}

private func keptLine(_ output: String?, _ reason: LocalizedText) -> LocalizedText {
  guard let output else {
    return LocalizedText(zh: "没有发布\(reason.zh)", en: "not published\(reason.en)")
  }
  let shown = oneLine(output)
  return LocalizedText(
    zh: "没有发布\(reason.zh)；\(shown) 里仍是上一次的网站",
    en: "not published\(reason.en); \(shown) keeps the last site")
}

/// One calm line: pages, time, what changed, where to look.
private func doneLine(
  _ published: Published, _ pages: Int, _ time: Duration, _ output: String
) -> LocalizedText {
  let (whole, part) = time.components
  let hundredths = Int(whole) * 100 + Int(part / 10_000_000_000_000_000)
  let shown = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  let changed = published.added + published.replaced
  let place = oneLine(output) + "/index.html"
  return LocalizedText(
    zh: "已发布 \(pages) 页，用时 \(shown) 秒：写入 \(changed) 个文件，删除 \(published.removed) 个；打开 \(place)",
    en: """
      published \(pages) pages in \(shown) s: \(changed) files written, \
      \(published.removed) removed; open \(place)
      """)
}
