import CedianModel

/// Which activity runs on which channel, and in which phase each makes it known.
struct ChannelActivitiesView: View {
  var channels: [ChannelColumnView]
  var rows: [ChannelActivityRowView]
  var pages: YearPagesView?

  static let keys = ViewKeys<ChannelActivitiesView>(
    "渠道与活动矩阵",
    [
      .list("channels", "矩阵的列：渠道与本年活动数", \.channels),
      .list("rows", "矩阵的行：活动，新的在前", \.rows),
      .view("pages", "其他年份与各页", \.pages),
    ])
}

struct ChannelColumnView: View {
  var channel: LinkView
  var count: EscapedHTML

  static let keys = ViewKeys<ChannelColumnView>(
    "矩阵的一列：渠道",
    [
      .view("channel", "渠道", \.channel),
      .text("count", "本年在此渠道上的活动数", \.count),
    ])
}

struct ChannelActivityRowView: View {
  var activity: LinkView
  var status: StatusView?
  var time: EscapedHTML
  var cells: [CellView]
  var count: EscapedHTML

  static let keys = ViewKeys<ChannelActivityRowView>(
    "矩阵的一行：活动",
    [
      .view("activity", "活动", \.activity),
      .view("status", "状态", \.status),
      .text("time", "时间", \.time),
      .list("cells", "各渠道：● 与宣传阶段", \.cells),
      .text("count", "渠道数", \.count),
    ])
}

/// Activities by the year they begin in, newest first, and how many of each year
/// use each channel. Counted once: a long year has many pages.
struct ChannelUse: Sendable {
  /// By the year, then the channel's place in the handbook; cancelled ones do not count.
  private(set) var counts: [Int?: [Int]] = [:]
  let pages: YearPages

  init(_ context: SiteContext) {
    let handbook = context.handbook
    let none = Array(repeating: 0, count: handbook.channels.count)
    for (channel, info) in handbook.channels.map(\.info).enumerated() {
      for index in context.activitiesByChannel[info.id.value] ?? [] {
        let activity = handbook.activities[index]
        guard !activity.isCancelled else { continue }
        counts[activity.time.value?.start.year, default: none][channel] += 1
      }
    }
    pages = YearPages(
      years: context.activitiesByTime.map { handbook.activities[$0].time.value?.start.year },
      current: context.options.asOf.year, size: 400, folder: Overview.channelActivities.folder)
  }
}

extension PageScope {
  func channelActivities(_ use: ChannelUse, at page: YearPages.Page) -> ChannelActivitiesView {
    let counts = use.counts[page.year]
    let marks = (0..<8).map { StatusView("●", phaseNames($0), "plain") }
    return ChannelActivitiesView(
      channels: handbook.channels.indices.map { index in
        ChannelColumnView(
          channel: link(context.channelLinks[index]),
          count: EscapedHTML("\(counts?[index] ?? 0)"))
      },
      rows: page.rows.map { row(handbook.activities[context.activitiesByTime[$0]], marks) },
      pages: navigation(of: use.pages.pages, at: page))
  }

  /// `marks` show which phases a channel has part in, by the bits of its place.
  private func row(_ activity: Activity, _ marks: [StatusView]) -> ChannelActivityRowView {
    var phases: [Int?] = Array(repeating: nil, count: handbook.channels.count)
    for written in activity.channels {
      if let index = context.directory.channels[written.value] { phases[index] = 0 }
    }
    for promotion in activity.promotion {
      guard let index = context.directory.channels[promotion.channel.value] else { continue }
      phases[index] = (phases[index] ?? 0) | (promotion.phase?.bit ?? 0)
    }
    let cells = phases.indices.map { index in
      CellView(column: context.channelLinks[index].text, status: phases[index].map { marks[$0] })
    }
    return ChannelActivityRowView(
      activity: link(to: activity.info), status: activity.status.value.map(status),
      time: activity.time.value.map { EscapedHTML($0.label(language, countingDays: false)) }
        ?? .empty, cells: cells, count: EscapedHTML("\(phases.count { $0 != nil })"))
  }

  /// In the order in which they follow each other.
  private func phaseNames(_ phases: Int) -> EscapedHTML {
    guard phases != 0 else { return say(.onChannel) }
    let names = Promotion.Phase.allCases.filter { phases & $0.bit != 0 }.map { $0.label[language] }
    return EscapedHTML(names.joined(separator: language == .zh ? "、" : ", "))
  }
}

extension Promotion.Phase {
  fileprivate var bit: Int {
    switch self {
    case .warmup: 1
    case .launch: 2
    case .followUp: 4
    }
  }
}
