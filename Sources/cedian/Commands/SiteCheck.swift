import CedianContent
import CedianModel
import CedianSite
import Foundation
import Synchronization

/// A site read, checked and ready to render: what `build` and `check` share.
struct SiteCheck: Sendable {
  var handbook: Handbook
  var assets: [SourceFile]
  var templates: TemplateSet
  /// In reading order.
  var diagnostics: [Diagnostic]
  /// What each binding looked at.
  var reports: [RuleReport]
  var asOf: Day
  /// Of the pages.
  var language: Language
  /// Of the files that findings name; the others' bytes are not kept.
  private let sources: [String: [UInt8]]

  init(
    _ options: ResolvedOptions, needsTemplates: Bool, progress: Progress, linksOnly: Bool = false,
    replacing: [String: [UInt8]] = [:], revision: String? = nil
  ) throws {
    progress.phase("读取", "reading", options.language)
    self.init(
      try SiteFiles(
        options, needsTemplates: needsTemplates, replacing: replacing, revision: revision),
      options, progress: progress, linksOnly: linksOnly)
  }

  /// Runs the pipeline up to, not including, rendering. With `linksOnly` the bodies
  /// are read, but not rendered.
  init(
    _ files: SiteFiles, _ options: ResolvedOptions, progress: Progress, linksOnly: Bool = false
  ) {
    progress.phase("检查", "checking", options.language)
    let labels = MarkdownOptions(language: options.chosenLanguage ?? .zh)
    // The templates are one file more: so no processor waits for them.
    let loaded = Mutex<(TemplateSet, [Diagnostic])?>(nil)
    let read = readHandbook(files.content, options: labels, forCheck: linksOnly) { content, read in
      parallelMap(
        content,
        beside: {
          let templates = loadTemplates(
            files.templates, unreadable: files.foundInTemplates.map(\.location.path))
          loaded.withLock { $0 = templates }
        }, read)
    }
    let (templates, templateFindings) = loaded.withLock { $0 } ?? loadTemplates(files.templates)
    handbook = read.handbook
    assets = read.assets
    language = options.chosenLanguage ?? handbook.site.language
    let timeZone = read.handbook.site.timeZone
    asOf =
      options.asOf ?? read.handbook.site.asOf ?? files.date.map { day(of: $0, in: timeZone) }
      ?? today(in: timeZone)
    // The links are one step among the rules: so no processor waits for another.
    let links = Mutex<[Diagnostic]>([])
    let unread = files.foundInContent.map(\.location.path)
    let validation = validate(read.handbook, asOf: asOf, unread: unread) { steps, take in
      parallelMap(
        steps,
        beside: {
          let broken = validateLinks(
            read.handbook, contentAssets: read.assets, includeDrafts: options.includeDrafts,
            unreadable: unread, workers: .all)
          links.withLock { $0 = broken }
        }, take)
    }
    self.templates = templates
    reports = validation.reports
    var found = files.found + read.diagnostics + validation.diagnostics
    if files.hasTemplates { found += templateFindings }
    found += links.withLock { $0 }
    let handbook = handbook
    lazy var directory = Directory(handbook)
    diagnostics = validation.bindings.citing(found).inReadingOrder()
      .settlingFixes { directory.knows($0) }
    var shown: Set<String> = []
    for finding in diagnostics {
      shown.insert(finding.location.path)
      for note in finding.notes { if let place = note.location { shown.insert(place.path) } }
      if let clause = finding.clause { shown.insert(clause.path) }
    }
    var sources: [String: [UInt8]] = [:]
    for file in files.content where shown.contains(file.path) { sources[file.path] = file.bytes }
    // A template is quoted also by what rendering finds.
    for file in files.templates { sources[file.path] = file.bytes }
    self.sources = sources
  }

  /// What an earlier revision's content has, seen on the same day and under the
  /// same choices, and where its files went since. Templates are not part of the
  /// comparison.
  func diagnostics(
    at revision: String, _ options: ResolvedOptions
  ) throws -> (found: [Diagnostic], moved: [String: String]) {
    let repository = try Repository(site: options.site)
    let files = try repository.files(at: repository.commit(revision), below: "content")
    let labels = MarkdownOptions(language: options.chosenLanguage ?? .zh)
    let read = readHandbook(files, options: labels, forCheck: true) { files, read in
      parallelMap(files, read)
    }
    let validation = validate(read.handbook, asOf: asOf)
    let links = validateLinks(
      read.handbook, contentAssets: read.assets, includeDrafts: options.includeDrafts)
    return (
      validation.bindings.citing(read.diagnostics + validation.diagnostics + links),
      movedFiles(from: files, to: try loadFiles(in: "content", of: options.site).0)
    )
  }

  /// Findings to people on stderr or to machines on stdout.
  func report(_ diagnostics: [Diagnostic], _ options: ResolvedOptions) throws {
    switch options.format {
    case .json:
      try Console.out(
        jsonReport(diagnostics, checked: handbook.documentCount, language: options.language))
    case .sarif:
      try Console.out(
        sarifReport(
          diagnostics, paths: RepositoryPaths(site: options.site), language: options.language))
    case .gitlab:
      try Console.out(
        gitlabReport(
          diagnostics, paths: RepositoryPaths(site: options.site), language: options.language))
    case .github:
      try Console.out(
        githubReport(
          diagnostics, paths: RepositoryPaths(site: options.site), language: options.language))
    case .text:
      guard !diagnostics.isEmpty else { return }
      let printer = DiagnosticPrinter(language: options.language, screen: options.screen)
      Console.error(printer.print(diagnostics) { sources[$0] })
    }
  }
}

extension DiagnosticPrinter {
  init(language: Language, screen: Screen) {
    self.init(
      language: language, palette: screen.palette, width: screen.width, wraps: screen.isTerminal)
  }
}

/// The day it is where the organisation is.
func today(in timeZone: String) -> Day { day(of: Date(), in: timeZone) }

/// The day it is at `date` where the organisation is.
func day(of date: Date, in timeZone: String) -> Day {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = TimeZone(identifier: timeZone) ?? TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
  let parts = calendar.dateComponents([.year, .month, .day], from: date)
  return Day(year: parts.year ?? 2026, month: parts.month ?? 1, day: parts.day ?? 1)
    ?? Day(ordinal: 0)
}
