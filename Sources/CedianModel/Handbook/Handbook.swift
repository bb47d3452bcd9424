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

  /// Every document's common part, kind by kind.
  public var documents: [DocumentInfo] {
    chapters.map(\.info) + channels.map(\.info) + goalSheets.map(\.info) + plans.map(\.info)
      + activities.map(\.info) + evaluations.map(\.info) + reviews.map(\.info) + pages.map(\.info)
  }
}
