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

/// What every document has.
public struct DocumentInfo: Sendable {
  /// Relative to the site's root: `content/plans/2026-11.md`.
  public var path: String
  public var kind: DocumentKind
  /// The file's stem unless `id:` says otherwise; unique in its kind.
  public var id: Located<String>
  /// The document's title; the first heading, then the id, stand in for a missing one.
  public var title: String
  public var owner: Field<String>
  public var tags: [String]
  /// Only what the author wrote; git's date is not filled in here.
  public var updated: Day?
  /// `draft: true`: checked, published only with `--drafts`.
  public var isDraft: Bool
  public var body: Body
  /// The closing `---`: where a missing field is reported. Line 1 without front matter.
  public var closing: SourceRange
  /// False when the front matter could not be read: rules about its fields stay quiet.
  public var hasReadableFrontMatter: Bool
  /// Every key of the front matter that the schema knows, with what stands there.
  public var fields: [FieldPresence]
  /// How many of `fields` are written by their English name.
  public var englishKeyCount: Int

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
