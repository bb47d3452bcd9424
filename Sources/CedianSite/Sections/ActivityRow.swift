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
    let ids = channelIDs(of: activity, handbook, context.directory)
    let total = activity.budget.map(\.total)
    return ActivityRowView(
      link: link(to: activity.info), theme: EscapedHTML(activity.theme.value ?? ""),
      status: activity.status.value.map(status),
      approval: activity.approval?.status.map { status(of: $0.value) },
      time: activity.time.value.map { EscapedHTML($0.label(language, countingDays: false)) }
        ?? .empty,
      owner: party(activity.info.owner.value), channels: ids.map(channel),
      budget: total.map { money($0, inScaleOf: 1_000_000) },
      stateKey: EscapedHTML(activity.status.value?.rawValue ?? ""),
      channelKeys: EscapedHTML(ids.joined(separator: " ")),
      monthKeys: EscapedHTML(monthKeys(activity.time.value)),
      ownerKey: EscapedHTML(
        activity.info.owner.value.flatMap { handbook.site.department(named: $0)?.id } ?? ""))
  }

  /// At most three years of months: a span without end would fill the page.
  private func monthKeys(_ span: TimeSpan?) -> String {
    guard let span else { return "" }
    var month = Period.month(of: span.start)
    var keys = [month.id]
    let last = Period.month(of: span.end)
    while month < last, keys.count < 36 {
      month = month.next
      keys.append(month.id)
    }
    return keys.joined(separator: " ")
  }
}
