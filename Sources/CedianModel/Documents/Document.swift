/// A parsed file: its front matter as written and its body as HTML. A document
/// whose front matter cannot be read still has its body.
public struct Document: Sendable {
  /// Relative to the site's root: `content/plans/2026-11.md`.
  public var path: String
  /// Nil where the file has none or it could not be read at all.
  public var frontMatter: FrontMatter?
  /// Set where the file can be read and has no front matter.
  public var absence: FrontMatterAbsence?
  public var body: Body

  public init(
    path: String, frontMatter: FrontMatter?, absence: FrontMatterAbsence? = nil, body: Body
  ) {
    self.path = path
    self.frontMatter = frontMatter
    self.absence = absence
    self.body = body
  }
}

/// A file without front matter.
public enum FrontMatterAbsence: Sendable, Hashable {
  case none
  /// The first line is `---`, and neither a field nor a closing `---` follows.
  case noFields
  /// The lines end in a carriage return alone, as on old Macs.
  case carriageReturns
  /// Only blank lines stand before a `---`: the range of those lines.
  case afterBlankLines(SourceRange)
}

/// Rendered Markdown. Links to other documents are not resolved yet: each one's
/// address is left out of `html`, to be set in at its offset once all pages
/// have their permalinks.
public struct Body: Sendable, Hashable {
  /// Safe HTML in UTF-8.
  public var html: [UInt8]
  /// In reading order, so offsets ascend.
  public var links: [Link]
  /// In reading order.
  public var headings: [Heading]
  /// Numbered clauses, found in every document; only a policy chapter's count.
  public var clauses: [Clause]
  /// Only `links` were read, without their offsets: enough for a check.
  public var hasOnlyLinks: Bool

  public init(
    html: [UInt8] = [], links: [Link] = [], headings: [Heading] = [], clauses: [Clause] = [],
    hasOnlyLinks: Bool = false
  ) {
    self.html = html
    self.links = links
    self.headings = headings
    self.clauses = clauses
    self.hasOnlyLinks = hasOnlyLinks
  }

  /// A link or image whose target lies in the site: `../activities/2026/x.md#预算`,
  /// `#目标`, `images/flow.svg`.
  public struct Link: Sendable, Hashable {
    /// As written, entity and backslash escapes resolved, percent-decoding not done.
    public var destination: String
    /// Where in `html` the escaped address belongs: between the quotes of the
    /// attribute.
    public var offset: Int
    /// The link's place in the file.
    public var range: SourceRange
    /// A picture's source: only a file can be shown.
    public var isImage: Bool

    public init(
      destination: String, offset: Int, range: SourceRange, isImage: Bool = false
    ) {
      self.destination = destination
      self.offset = offset
      self.range = range
      self.isImage = isImage
    }
  }

  public struct Heading: Sendable, Hashable {
    /// 1 to 6.
    public var level: Int
    /// Unique in the document; the anchor without `#`.
    public var id: String
    /// Its words without markup.
    public var text: String
    public var range: SourceRange

    public init(level: Int, id: String, text: String, range: SourceRange) {
      self.level = level
      self.id = id
      self.text = text
      self.range = range
    }
  }

  /// A numbered clause: a heading or list item whose text begins with a dotted
  /// number such as `4.1` or `4.2.3`.
  public struct Clause: Sendable, Hashable {
    /// `4.1`
    public var number: String
    /// Its words without the number and without markup; of a list item its own
    /// paragraph only.
    public var words: String
    /// The anchor without `#`: a heading's id, or `clause-4.1` for an item or
    /// paragraph.
    public var anchor: String
    public var range: SourceRange

    public init(number: String, words: String, anchor: String, range: SourceRange) {
      self.number = number
      self.words = words
      self.anchor = anchor
      self.range = range
    }
  }
}
