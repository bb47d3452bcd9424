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

  public var documentCount: Int {
    chapters.count + channels.count + goalSheets.count + plans.count + activities.count
      + evaluations.count + reviews.count + pages.count
  }

  /// Calls `body` with every document's common part, kind by kind. By index: a
  /// loop over the values would copy each whole one.
  public func forEachDocument(_ body: (DocumentInfo) -> Void) {
    for index in chapters.indices { body(chapters[index].info) }
    for index in channels.indices { body(channels[index].info) }
    for index in goalSheets.indices { body(goalSheets[index].info) }
    for index in plans.indices { body(plans[index].info) }
    for index in activities.indices { body(activities[index].info) }
    for index in evaluations.indices { body(evaluations[index].info) }
    for index in reviews.indices { body(reviews[index].info) }
    for index in pages.indices { body(pages[index].info) }
  }
}
