import CedianModel

/// The risks of all activities by likelihood and impact; those of activities that
/// are not over first.
struct RiskMatrixView: View {
  var impacts: [EscapedHTML]
  var rows: [RiskLevelView]
  var unrated: EscapedHTML
  var risks: [RiskRowView]
  var isFirst: Bool
  var pages: YearPagesView?

  static let keys = ViewKeys<RiskMatrixView>(
    "风险矩阵",
    [
      .texts("impacts", "矩阵的列：影响由低到高", \.impacts),
      .list("rows", "矩阵的行：可能性由高到低", \.rows),
      .text("unrated", "没有评级的风险数；没有时为空", \.unrated),
      .list("risks", "本年各项风险，活动未结束的在前，风险高的在前", \.risks),
      .flag("isFirst", "是否本年的第一页，只有它有矩阵", \.isFirst),
      .view("pages", "其他年份与各页", \.pages),
    ])
}

struct RiskLevelView: View {
  var likelihood: EscapedHTML
  var cells: [RiskCellView]

  static let keys = ViewKeys<RiskLevelView>(
    "风险矩阵的一行",
    [
      .text("likelihood", "可能性", \.likelihood),
      .list("cells", "各格", \.cells),
    ])
}

struct RiskCellView: View {
  var impact: EscapedHTML
  var status: StatusView
  var open: EscapedHTML
  var total: EscapedHTML
  var activities: [LinkView]

  static let keys = ViewKeys<RiskCellView>(
    "风险矩阵的一格",
    [
      .text("impact", "影响", \.impact),
      .view("status", "这一格的风险程度", \.status),
      .text("open", "活动未结束的风险数", \.open),
      .text("total", "全部风险数；没有时为空", \.total),
      .list("activities", "未结束的活动，最多 3 项", \.activities),
    ])
}

struct RiskRowView: View {
  var risk: EscapedHTML
  var level: StatusView?
  var likelihood: EscapedHTML
  var impact: EscapedHTML
  var response: EscapedHTML
  var activity: LinkView
  var status: StatusView
  var time: EscapedHTML

  static let keys = ViewKeys<RiskRowView>(
    "一项风险",
    [
      .text("risk", "风险", \.risk),
      .view("level", "可能性与影响合起来的程度；没有评级时没有", \.level),
      .text("likelihood", "可能性", \.likelihood),
      .text("impact", "影响", \.impact),
      .text("response", "应急预案", \.response),
      .view("activity", "活动", \.activity),
      .view("status", "活动状态", \.status),
      .text("time", "活动时间", \.time),
    ])
}

extension Level {
  /// 1 to 3.
  var weight: Int {
    switch self {
    case .low: 1
    case .medium: 2
    case .high: 3
    }
  }
}

extension Risk {
  /// Likelihood times impact, 1 to 9; nil where one is not rated.
  var weight: Int? {
    guard let likelihood, let impact else { return nil }
    return likelihood.weight * impact.weight
  }
}

/// Every risk with its activity. Open risks belong to the current year, whenever
/// their activity begins, so that its page has them all.
struct RiskRegister: Sendable {
  struct Entry: Sendable {
    var activity: Activity
    var risk: Risk
    /// Planned or under way.
    var isOpen: Bool
  }

  let entries: [Entry]
  let pages: YearPages

  init(_ context: SiteContext) {
    var found: [Entry] = []
    for index in context.activitiesByTime {
      let activity = context.handbook.activities[index]
      let isOpen = activity.state == .planned || activity.state == .running
      for risk in activity.risks {
        found.append(Entry(activity: activity, risk: risk, isOpen: isOpen))
      }
    }
    let keys = found.map { (isOpen: $0.isOpen, weight: $0.risk.weight ?? 0) }
    entries = found.indices.sorted { a, b in
      if keys[a].isOpen != keys[b].isOpen { return keys[a].isOpen }
      return keys[a].weight != keys[b].weight ? keys[a].weight > keys[b].weight : a < b
    }.map { found[$0] }
    let current = context.options.asOf.year
    pages = YearPages(
      years: entries.map { $0.isOpen ? current : $0.activity.time.value?.start.year },
      current: current, size: 300, folder: Overview.risks.folder)
  }
}

extension PageScope {
  func riskMatrix(_ register: RiskRegister, at page: YearPages.Page) -> RiskMatrixView {
    // Only a year's first page has the matrix, of all its pages' risks.
    let year =
      page.part > 1
      ? []
      : register.pages.pages.filter { $0.year == page.year }
        .flatMap { $0.rows.map { register.entries[$0] } }
    let byWeight = Dictionary(grouping: year) { entry in
      [entry.risk.likelihood?.weight, entry.risk.impact?.weight]
    }
    let unrated = year.count { $0.risk.weight == nil }
    let levels: [Level] = [.low, .medium, .high]
    return RiskMatrixView(
      impacts: levels.map { say($0.label) },
      rows: page.part > 1
        ? []
        : levels.reversed().map { likelihood in
          RiskLevelView(
            likelihood: say(likelihood.label),
            cells: levels.map { impact in
              cell(byWeight[[likelihood.weight, impact.weight]] ?? [], likelihood, impact)
            })
        },
      unrated: unrated == 0 ? .empty : EscapedHTML("\(unrated)"),
      risks: page.rows.map { row(register.entries[$0]) }, isFirst: page.part == 1,
      pages: navigation(of: register.pages.pages, at: page))
  }

  private func cell(
    _ entries: [RiskRegister.Entry], _ likelihood: Level, _ impact: Level
  ) -> RiskCellView {
    let open = entries.filter(\.isOpen)
    var activities: [Activity] = []
    for entry in open where activities.count < 3 {
      if !activities.contains(where: { $0.info.path == entry.activity.info.path }) {
        activities.append(entry.activity)
      }
    }
    return RiskCellView(
      impact: say(impact.label), status: status(ofWeight: likelihood.weight * impact.weight),
      open: EscapedHTML("\(open.count)"),
      total: EscapedHTML(entries.isEmpty ? "" : "\(entries.count)"),
      activities: activities.map { link(to: $0.info) })
  }

  /// 6 and 9 are high, 3 and 4 medium, 1 and 2 low.
  private func status(ofWeight weight: Int) -> StatusView {
    status(of: weight >= 6 ? Level.high : weight >= 3 ? .medium : .low)
  }

  private func row(_ entry: RiskRegister.Entry) -> RiskRowView {
    RiskRowView(
      risk: EscapedHTML(entry.risk.risk), level: entry.risk.weight.map(status(ofWeight:)),
      likelihood: entry.risk.likelihood.map { say($0.label) } ?? .empty,
      impact: entry.risk.impact.map { say($0.label) } ?? .empty,
      response: EscapedHTML(entry.risk.response ?? ""), activity: link(to: entry.activity.info),
      status: status(of: entry.activity.state),
      time: entry.activity.time.value
        .map { EscapedHTML($0.label(language, countingDays: false)) } ?? .empty)
  }
}
