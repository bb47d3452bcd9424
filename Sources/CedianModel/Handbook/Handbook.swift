/// The whole site as typed values, in the order of paths.
public struct Handbook: Sendable {
  public var site: SiteConfiguration
  public var metrics: [Metric]
  public var chapters: [PolicyChapter]
  public var channels: [Channel]
  public var goalSheets: [GoalSheet]
  public var plans: [Plan]
  public var activities: [Activity]
  public var evaluations: [Evaluation]
  public var reviews: [Review]
  public var pages: [Page]
  public var results: [ResultRow]

  public init(site: SiteConfiguration = SiteConfiguration(), metrics: [Metric] = []) {
    self.site = site
    self.metrics = metrics
    chapters = []
    channels = []
    goalSheets = []
    plans = []
    activities = []
    evaluations = []
    reviews = []
    pages = []
    results = []
  }

  /// Calls `body` with every document's common part, kind by kind.
  public func forEachDocument(_ body: (DocumentInfo) -> Void) {
    for chapter in chapters { body(chapter.info) }
    for channel in channels { body(channel.info) }
    for sheet in goalSheets { body(sheet.info) }
    for plan in plans { body(plan.info) }
    for activity in activities { body(activity.info) }
    for evaluation in evaluations { body(evaluation.info) }
    for review in reviews { body(review.info) }
    for page in pages { body(page.info) }
  }
}
