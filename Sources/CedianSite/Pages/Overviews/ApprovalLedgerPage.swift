import CedianModel

/// Which document was approved, by whom, when, and how long before it began.
struct ApprovalLedgerView: View {
  var counts: [CountView]
  var rows: [ApprovalRowView]
  var pages: YearPagesView?

  static let keys = ViewKeys<ApprovalLedgerView>(
    "审批台账",
    [
      .list("counts", "本年各审批状态的数目", \.counts),
      .list("rows", "各文档，待审批的在前，其余新的在前", \.rows),
      .view("pages", "其他年份与各页", \.pages),
    ])
}

struct ApprovalRowView: View {
  var document: LinkView
  var kind: EscapedHTML
  var status: StatusView
  var by: LinkView?
  var on: EscapedHTML
  var start: EscapedHTML
  var lead: StatusView?

  static let keys = ViewKeys<ApprovalRowView>(
    "审批台账的一行",
    [
      .view("document", "文档", \.document),
      .text("kind", "种类", \.kind),
      .view("status", "审批状态", \.status),
      .view("by", "审批人", \.by),
      .text("on", "审批日期", \.on),
      .text("start", "开始日期", \.start),
      .view("lead", "比开始早几天；没有批准时没有", \.lead),
    ])
}

/// The documents that need approval, those that wait first, then newest first.
struct ApprovalLedger: Sendable {
  struct Entry: Sendable {
    var info: DocumentInfo
    var approval: Approval?
    /// Its first day.
    var start: Day?
    /// Its first warm-up, where that comes before and counts.
    var warmUp: Day?
    var isCancelled = false

    /// A brief without a word about approval is a draft; a plan or a set of goals
    /// need not be approved one by one.
    var status: Approval.Status? {
      approval?.status?.value ?? (info.kind == .activity ? .draft : nil)
    }
    var isWaiting: Bool { !isCancelled && status != nil && status != .approved }
  }

  let entries: [Entry]
  /// How many of each status, by the year they begin in.
  private(set) var counts: [Int?: [Approval.Status: Int]] = [:]
  let pages: YearPages

  init(_ context: SiteContext) {
    let handbook = context.handbook
    let warmUpCounts = context.bindings.warmUpCounts
    let all =
      handbook.goalSheets.map {
        Entry(
          info: $0.info, approval: $0.approval,
          start: $0.period.value.map(handbook.calendar.first(of:)))
      }
      + handbook.plans.map {
        Entry(
          info: $0.info, approval: $0.approval,
          start: $0.period.value.map(handbook.calendar.first(of:)))
      }
      + handbook.activities.map { activity in
        let start = activity.firstDay
        let warmUp = warmUpCounts ? activity.warmUpStart : nil
        return Entry(
          info: activity.info, approval: activity.approval, start: start,
          warmUp: warmUp.flatMap { day in start.map { day < $0 } ?? true ? day : nil },
          isCancelled: activity.isCancelled)
      }
    let keys = all.map { (isWaiting: $0.isWaiting, start: $0.start?.ordinal ?? .min) }
    entries = all.indices.sorted { a, b in
      if keys[a].isWaiting != keys[b].isWaiting { return keys[a].isWaiting }
      return keys[a].start != keys[b].start ? keys[a].start > keys[b].start : a < b
    }.map { all[$0] }
    pages = YearPages(
      years: entries.map { $0.start?.year }, current: context.options.asOf.year, size: 400,
      folder: Overview.approvals.folder)
    for entry in entries {
      guard let status = entry.status else { continue }
      counts[entry.start?.year, default: [:]][status, default: 0] += 1
    }
  }
}

extension PageScope {
  func approvalLedger(_ ledger: ApprovalLedger, at page: YearPages.Page) -> ApprovalLedgerView {
    ApprovalLedgerView(
      counts: Approval.Status.allCases.compactMap { state in
        ledger.counts[page.year]?[state].map {
          CountView(status: status(of: state), count: EscapedHTML("\($0)"))
        }
      },
      rows: page.rows.map { approvalRow(ledger.entries[$0]) },
      pages: navigation(of: ledger.pages.pages, at: page))
  }

  private func approvalRow(_ entry: ApprovalLedger.Entry) -> ApprovalRowView {
    ApprovalRowView(
      document: link(to: entry.info), kind: say(entry.info.kind.label),
      status: entry.isCancelled && entry.status != .approved
        ? status(of: ActivityStatus.cancelled)
        : entry.status.map { status(of: $0) } ?? StatusView("○", say(.notRecorded), "none"),
      by: party(entry.approval?.by?.value),
      on: entry.approval?.on.map { EscapedHTML($0.value.label(language)) } ?? .empty,
      start: entry.start.map { EscapedHTML($0.label(language)) } ?? .empty, lead: lead(entry))
  }

  /// An approval that came after the start or the first warm-up, or a start that came before any, is
  /// what clause 4.5 forbids; a plan may be approved within its period's first days.
  private func lead(_ entry: ApprovalLedger.Entry) -> StatusView? {
    guard let start = entry.warmUp ?? entry.start else { return nil }
    let isActivity = entry.info.kind == .activity
    guard entry.status == .approved else {
      let days = context.options.asOf.ordinal - start.ordinal
      guard entry.isWaiting, days >= 0 else { return nil }
      return StatusView("▲", say(.startedUnapproved), "warn")
    }
    guard let on = entry.approval?.on?.value else { return nil }
    let days = start.ordinal - on.ordinal
    let text: LocalizedText
    switch days {
    case _ where entry.warmUp != nil:
      text = LocalizedText(
        zh: days < 0 ? "预热后 \(-days) 天" : days == 0 ? "预热当天" : "预热前 \(days) 天",
        en: days == 0
          ? "the day of the warm-up"
          : "\(abs(days)) \(abs(days) == 1 ? "day" : "days") \(days < 0 ? "after" : "before") warm-up"
      )
    case 1...:
      text = LocalizedText(
        zh: "提前 \(days) 天", en: days == 1 ? "1 day before" : "\(days) days before")
    case 0: text = LocalizedText(zh: "当天", en: "the same day")
    default:
      text = LocalizedText(
        zh: isActivity ? "晚 \(-days) 天" : "开始后 \(-days) 天",
        en: days == -1 ? "1 day after" : "\(-days) days after")
    }
    if days >= 0 { return StatusView("●", say(text), "good") }
    return StatusView(isActivity ? "■" : "○", say(text), isActivity ? "bad" : "none")
  }
}
