import CedianModel

/// An activity as a row of a list, with what the filters of the activity index
/// look at.
struct ActivityRowView: View {
  var link: LinkView
  var theme: EscapedHTML
  var status: StatusView?
  var approval: StatusView?
  var time: EscapedHTML
  var owner: LinkView?
  var channels: [LinkView]
  var budget: ValueView?
  /// Space-separated ids for the filters.
  var stateKey: EscapedHTML
  var channelKeys: EscapedHTML
  var monthKeys: EscapedHTML
  var ownerKey: EscapedHTML

  static let keys = ViewKeys<ActivityRowView>(
    "活动（列表中的一行）",
    [
      .view("link", "标题与网址", \.link),
      .text("theme", "主题", \.theme),
      .view("status", "状态", \.status),
      .view("approval", "审批状态", \.approval),
      .text("time", "时间", \.time),
      .view("owner", "负责人", \.owner),
      .list("channels", "渠道", \.channels),
      .view("budget", "预算合计", \.budget),
      .text("stateKey", "筛选用：状态", \.stateKey),
      .text("channelKeys", "筛选用：渠道编号，空格分隔", \.channelKeys),
      .text("monthKeys", "筛选用：所跨月份，空格分隔", \.monthKeys),
      .text("ownerKey", "筛选用：部门编号", \.ownerKey),
    ])
}

extension PageScope {
  func activityRow(_ activity: Activity) -> ActivityRowView {
    let channels = CedianSite.channels(of: activity, context.directory)
    let owner = activity.info.owner.value
    let party = owner.flatMap { context.parties[$0] }
    let total = activity.budget.map(\.total)
    return ActivityRowView(
      link: link(to: activity.info), theme: EscapedHTML(activity.theme.value ?? ""),
      status: activity.status.value.map(status),
      approval: activity.approval?.status.map { status(of: $0.value) },
      time: activity.time.value.map { EscapedHTML($0.label(language, countingDays: false)) }
        ?? .empty,
      owner: party.map { link($0.link) } ?? owner.map(plain),
      channels: channels.map { link(context.channelLinks[$0]) },
      budget: total.map { money($0, inScaleOf: 1_000_000) },
      stateKey: EscapedHTML(activity.status.value?.rawValue ?? ""),
      channelKeys: channelKeys(channels), monthKeys: monthKeys(activity.time.value),
      ownerKey: party?.id ?? .empty)
  }

  private func channelKeys(_ channels: [Int]) -> EscapedHTML {
    var keys: [UInt8] = []
    keys.reserveCapacity(channels.count * 16)
    for channel in channels {
      if !keys.isEmpty { keys.append(0x20) }
      EscapedHTML.appendEscaped(handbook.channels[channel].info.id.value, to: &keys)
    }
    return EscapedHTML(trusted: keys)
  }

  /// At most three years of months: a span without end would fill the page.
  private func monthKeys(_ span: TimeSpan?) -> EscapedHTML {
    guard let span else { return .empty }
    var keys: [UInt8] = []
    var (year, month) = (span.start.year, span.start.month)
    for count in 0..<36 {
      if count > 0 {
        guard (year, month) < (span.end.year, span.end.month) else { break }
        (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        keys.append(0x20)
      }
      keys.append(padded: year, to: 4)
      keys.append(UInt8(ascii: "-"))
      keys.append(padded: month, to: 2)
    }
    return EscapedHTML(trusted: keys)
  }
}
