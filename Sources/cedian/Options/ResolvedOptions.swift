import CedianModel

/// The choices that build and check share, made once: nothing after this sees a
/// flag or the environment.
struct ResolvedOptions: Sendable {
  /// Without a final slash.
  var site: String
  var asOf: Day?
  /// As chosen on the command line; site.yml may say another for the pages.
  var chosenLanguage: Language?
  /// Of messages.
  var language: Language
  var includeDrafts: Bool
  var isStrict: Bool
  var usesBaseline: Bool
  var format: ReportFormat
  var screen: Screen

  var showsProgress: Bool { screen.isTerminal && format == .text }

  init(_ raw: RawOptions) throws(UsageProblem) {
    try self.init(site: raw.site, asOf: raw.asOf, lang: raw.lang, drafts: raw.drafts)
    isStrict = raw.strict
    usesBaseline = !raw.noBaseline
    format = raw.format
  }

  /// What every command that reads a site takes; the rest as it is by default.
  init(
    site chosen: String?, asOf written: String?, lang: Language?, drafts: Bool
  ) throws(UsageProblem) {
    chosenLanguage = lang
    language = OutputLanguage.resolve(lang)
    includeDrafts = drafts
    isStrict = false
    usesBaseline = true
    format = .text
    screen = Screen.resolve()
    if let chosen, chosen.isEmpty { throw .emptyPath("--site") }
    site = chosen.map { trimmed($0) } ?? siteAround()
    if let text = written {
      guard let day = Day(iso: text) else { throw .badDay(text) }
      asOf = day
    }
    guard FileSystem.folderExists(site) else { throw .noSite(site) }
    guard FileSystem.folderExists(site + "/content") else { throw .noContent(site) }
  }

  /// A path given from the current folder, or from the site, as the site knows
  /// it: `content/plans/2026.md`. The site itself is nil.
  func siteRelative(_ path: String) throws(UsageProblem) -> String? {
    guard let root = FileSystem.resolved(site) else { throw .noSite(site) }
    var found: String?
    for candidate in [path, site + "/" + path] {
      guard let resolved = FileSystem.resolved(candidate) else { continue }
      found = resolved
      let inside = root == "/" ? "/" : root + "/"
      if resolved == root { return nil }
      if resolved.hasPrefix(inside) { return String(resolved.dropFirst(inside.count)) }
    }
    throw found == nil ? .noFile(path) : .fileOutsideSite(path)
  }
}

/// Where a build goes to.
struct ResolvedTarget: Sendable {
  /// The output folder, without a final slash.
  var output: String
  /// With a final slash.
  var baseURL: String?

  init(_ options: ResolvedOptions, output: String?, baseURL: String?) throws(UsageProblem) {
    if output == "" { throw .emptyPath("--output") }
    self.output = trimmed(output ?? (options.site == "." ? "output" : options.site + "/output"))
    guard !self.output.isEmpty else { throw .outputInside("") }
    guard let site = FileSystem.resolved(options.site) else { throw .noSite(options.site) }
    let resolved = FileSystem.resolvedAhead(self.output)
    let sources = ["content", "templates"].map {
      FileSystem.resolvedAhead(site == "/" ? "/" + $0 : site + "/" + $0)
    }
    if resolved == site || site.hasPrefix(resolved == "/" ? "/" : resolved + "/")
      || sources.contains(where: { resolved == $0 || resolved.hasPrefix($0 + "/") })
    {
      throw .outputInside(self.output)
    }
    if let baseURL { self.baseURL = try Self.address(baseURL) }
  }

  /// A whole web address without a query; it gets a slash at its end.
  static func address(_ text: String) throws(UsageProblem) -> String {
    let lower = text.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"),
      text.utf8.allSatisfy({ byte in
        byte > 0x20 && byte != 0x7F && !"\"<>?#\\".utf8.contains(byte)
      }),
      let host = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first,
      !host.isEmpty, !host.hasPrefix(":")
    else { throw .badBaseURL(text) }
    return text.hasSuffix("/") ? text : text + "/"
  }
}

/// Without slashes at the end, but for the root itself.
func trimmed(_ path: String) -> String {
  var rest = path[...]
  while rest.utf8.count > 1, rest.utf8.last == UInt8(ascii: "/") { rest = rest.dropLast() }
  return String(rest)
}

/// The current folder, or the nearest one above it that holds a site: people run
/// commands where they write.
func siteAround() -> String {
  var candidate = "."
  for _ in 0..<8 {
    if FileSystem.folderExists(candidate + "/content") { return candidate }
    candidate = candidate == "." ? ".." : candidate + "/.."
  }
  return "."
}
