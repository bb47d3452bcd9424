import CedianModel

/// What a rendering of Markdown may and may not do.
public struct MarkdownOptions: Sendable, Hashable {
  /// Everything on top of CommonMark: tables, strikethrough, task lists,
  /// footnotes, bare links, callouts, heading ids, figures and the Chinese
  /// rules for emphasis and line breaks.
  public var extensions: Bool
  /// Lets raw HTML and any address through, as CommonMark's own examples need.
  public var allowsRawHTML: Bool
  /// The language of labels that Cedian adds: callout titles, footnotes, tables.
  public var language: Language

  public init(extensions: Bool = true, allowsRawHTML: Bool = false, language: Language = .zh) {
    self.extensions = extensions
    self.allowsRawHTML = allowsRawHTML
    self.language = language
  }

  /// CommonMark and nothing else: what its specification's examples expect.
  public static let commonMark = MarkdownOptions(extensions: false, allowsRawHTML: true)
}
