import CedianContent
import CedianModel
import CedianSite
import Foundation

/// A site read, checked and ready to render: what `build` and `check` share.
struct SiteCheck: Sendable {
  var handbook: Handbook
  var bindings: Bindings
  var assets: [SourceFile]
  var templates: TemplateSet
  /// In reading order.
  var diagnostics: [Diagnostic]
  var asOf: Day
  /// Of the pages.
  var language: Language
  private var sources: [String: [UInt8]]

  init(_ options: ResolvedOptions, progress: Progress) throws {
    progress.phase("读取", "reading", options.language)
    let (files, unreadable) = try loadFiles(in: "content", of: options.site)
    guard FileSystem.folderExists(options.site + "/templates") else {
      throw UsageProblem.noTemplates(options.site)
    }
    let (templateFiles, unreadableTemplates) = try loadFiles(in: "templates", of: options.site)
    progress.phase("检查", "checking", options.language)
    let labels = MarkdownOptions(language: options.chosenLanguage ?? .zh)
    let read = readHandbook(files, options: labels) { files, read in parallelMap(files, read) }
    handbook = read.handbook
    assets = read.assets
    let (templates, templateFindings) = loadTemplates(templateFiles)
    self.templates = templates
    language = options.chosenLanguage ?? handbook.site.language
    asOf = options.asOf ?? handbook.site.asOf ?? today(in: handbook.site.timeZone)
    let validation = validate(handbook, asOf: asOf)
    bindings = validation.bindings
    var found = unreadable + unreadableTemplates + read.diagnostics + templateFindings
    found += validation.diagnostics
    found += validateLinks(
      handbook, contentAssets: assets, includeDrafts: options.includeDrafts)
    diagnostics = bindings.citing(found).sorted(by: Diagnostic.inReadingOrder)
    sources = Dictionary(
      (files + templateFiles).map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// Findings to people on stderr or to machines on stdout.
  func report(_ diagnostics: [Diagnostic], _ options: ResolvedOptions) throws {
    switch options.format {
    case .json: Console.out(try jsonReport(diagnostics, language: options.language))
    case .text:
      guard !diagnostics.isEmpty else { return }
      let printer = DiagnosticPrinter(
        language: options.language, palette: options.palette, width: options.width)
      Console.error(printer.print(diagnostics) { sources[$0] })
    }
  }
}

/// The day it is where the organisation is.
private func today(in timeZone: String) -> Day {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = TimeZone(identifier: timeZone) ?? TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
  let parts = calendar.dateComponents([.year, .month, .day], from: Date())
  return Day(year: parts.year ?? 2026, month: parts.month ?? 1, day: parts.day ?? 1)
    ?? Day(ordinal: 0)
}
