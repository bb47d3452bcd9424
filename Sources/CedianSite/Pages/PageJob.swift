import CedianModel

/// One page that is to be rendered: where it goes, what frames it and how its
/// own view is made. The view is made while rendering, so on every core.
struct PageJob: Sendable {
  var permalink: Permalink
  var template: PageTemplate
  var title: String
  var eyebrow = EscapedHTML.empty
  var section: SiteSection?
  /// Whether the page's own entry stands in the contents.
  var isInContents = false
  /// Of a report: the year whose reports stand in the contents.
  var contentsYear: Period?
  var crumbs: [Permalink.Named] = []
  /// The headings of a text that is long enough to need a table of contents.
  var outline: [Body.Heading] = []
  /// The document whose history the page shows.
  var document: String?
  var previous: Permalink.Named?
  var up: Permalink.Named?
  var next: Permalink.Named?
  /// Data files that lie beside the page, from the view it was made of.
  var beside: (@Sendable (any View) -> [OutputFile])?
  var view: @Sendable (PageScope) -> any View
}

extension Permalink {
  struct Named: Sendable {
    var text: String
    var permalink: Permalink

    init(_ text: String, _ permalink: Permalink) {
      self.text = text
      self.permalink = permalink
    }
  }
}

/// What selects a page's shared fragments.
struct FragmentKey: Sendable, Hashable {
  /// The folder that decides how the page's links begin: of a document the one above
  /// its own, which holds nothing but the document.
  var folder: Substring
  var section: SiteSection?
  /// The page itself where it stands in the contents.
  var current: Permalink?
  var year: Period?

  /// Not an initializer, which would own the job and copy it for that.
  static func of(_ job: PageJob) -> FragmentKey {
    FragmentKey(
      folder: job.permalink.folder(above: job.document == nil ? 1 : 2), section: job.section,
      current: job.isInContents ? job.permalink : nil, year: job.contentsYear)
  }
}

struct Fragments: Sendable {
  var header: EscapedHTML
  var navigation: EscapedHTML
  var footer: EscapedHTML
}
