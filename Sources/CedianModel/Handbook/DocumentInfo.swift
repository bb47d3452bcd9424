/// The kinds of document, each the name of its folder's content.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  case policy, channel, goals, plan, activity, evaluation, review, page

  /// The folder under `content/` whose documents are of this kind.
  public var folder: String {
    switch self {
    case .policy: "policy"
    case .channel: "channels"
    case .goals: "goals"
    case .plan: "plans"
    case .activity: "activities"
    case .evaluation: "evaluations"
    case .review: "reviews"
    case .page: "pages"
    }
  }

  public var label: LocalizedText {
    switch self {
    case .policy: LocalizedText(zh: "制度", en: "policy chapter")
    case .channel: LocalizedText(zh: "渠道", en: "channel")
    case .goals: LocalizedText(zh: "年度目标", en: "annual goals")
    case .plan: LocalizedText(zh: "计划", en: "plan")
    case .activity: LocalizedText(zh: "活动", en: "activity")
    case .evaluation: LocalizedText(zh: "活动评估", en: "evaluation")
    case .review: LocalizedText(zh: "复盘", en: "review")
    case .page: LocalizedText(zh: "页面", en: "page")
    }
  }
}

/// What every document has. A class that never changes: every check and index
/// looks at each document's, and copying one counts a dozen references.
public final class DocumentInfo: Sendable {
  /// Relative to the site's root: `content/plans/2026-11.md`.
  public let path: String
  public let kind: DocumentKind
  /// The file's stem unless `id:` says otherwise; unique in its kind.
  public let id: Located<String>
  /// The document's title; a heading of level 1, then the id, stand in for a missing one.
  public let title: String
  public let owner: Field<String>
  public let tags: [String]
  /// Only what the author wrote; git's date is not filled in here.
  public let updated: Day?
  /// `draft: true`: checked, published only with `--drafts`.
  public let isDraft: Bool
  public let body: Body
  /// The closing `---`: where a missing field is reported. Line 1 without front matter.
  public let closing: SourceRange
  /// False when the front matter could not be read to its end: rules about its fields stay quiet.
  public let hasReadableFrontMatter: Bool
  /// Every key of the front matter that the schema knows, with what stands there.
  public let fields: [FieldPresence]
  /// How many of `fields` are written by their English name.
  public let englishKeyCount: Int

  public init(
    path: String,
    kind: DocumentKind,
    id: Located<String>,
    title: String,
    owner: Field<String>,
    tags: [String],
    updated: Day?,
    isDraft: Bool,
    body: Body,
    closing: SourceRange,
    hasReadableFrontMatter: Bool,
    fields: [FieldPresence],
    englishKeyCount: Int
  ) {
    self.path = path
    self.kind = kind
    self.id = id
    self.title = title
    self.owner = owner
    self.tags = tags
    self.updated = updated
    self.isDraft = isDraft
    self.body = body
    self.closing = closing
    self.hasReadableFrontMatter = hasReadableFrontMatter
    self.fields = fields
    self.englishKeyCount = englishKeyCount
  }

  /// Whether a known key occurs and holds something.
  public struct FieldPresence: Sendable, Hashable {
    public var key: Key
    public var keyRange: SourceRange
    public var valueRange: SourceRange
    public var isEmpty: Bool
  }

  /// The presence of `key`, nil when it does not occur.
  public func presence(of key: Key) -> FieldPresence? {
    fields.first { $0.key == key }
  }
}
