import CedianModel

/// What a build may choose about its site.
public struct SiteOptions: Sendable {
  /// The address the site will have, such as `https://example.com/handbook/`:
  /// with it there is a sitemap.xml, canonical addresses and an error page that
  /// works at any depth. Pages link to each other relatively with or without.
  public var baseURL: String?
  /// The language of everything that templates and Cedian itself say.
  public var language: Language
  /// Cedian's own version, named in every page's head.
  public var version: String
  /// The day that decides what is current on the home page and what is late.
  public var asOf: Day
  /// Whether documents marked `draft: true` are published.
  public var includeDrafts: Bool
  /// What the checks found, shown where it helps: by document and by clause.
  public var findings: [Diagnostic]
  /// What each bound rule looked at and how many documents pass.
  public var reports: [RuleReport]
  /// What git knows of the content's past; empty where pages show none of it.
  public var history: History

  public init(
    baseURL: String? = nil, language: Language, version: String, asOf: Day,
    includeDrafts: Bool = false, findings: [Diagnostic] = [],
    reports: [RuleReport] = [], history: History = History()
  ) {
    self.baseURL = baseURL
    self.language = language
    self.version = version
    self.asOf = asOf
    self.includeDrafts = includeDrafts
    self.findings = findings
    self.reports = reports
    self.history = history
  }
}
