import CedianModel

/// Which months have their plan, their review, their evaluations and their
/// figures.
struct CoverageView: View {
  var years: [CoverageYearView]
  var waiting: [WaitingView]
  var waitingCount: EscapedHTML

  static let keys = ViewKeys<CoverageView>(
    "复盘与评估覆盖",
    [
      .list("years", "各年，新的在前", \.years),
      .list("waiting", "已结束而没有评估的活动，等得最久的在前，最多 60 项", \.waiting),
      .text("waitingCount", "没有评估的活动总数；没有时为空", \.waitingCount),
    ])
}

struct CoverageYearView: View {
  var year: EscapedHTML
  var rows: [CoverageRowView]

  static let keys = ViewKeys<CoverageYearView>(
    "一年的覆盖",
    [
      .text("year", "年份", \.year),
      .list("rows", "全年、各季、各月", \.rows),
    ])
}

struct CoverageRowView: View {
  /// `year`, `quarter` or `month`.
  var level: EscapedHTML
  var name: EscapedHTML
  var cells: [CellView]

  static let keys = ViewKeys<CoverageRowView>(
    "一个期间的覆盖",
    [
      .text("level", "year、quarter 或 month", \.level),
      .text("name", "期间", \.name),
      .list("cells", "计划、复盘、活动评估、结果填报", \.cells),
    ])
}

struct WaitingView: View {
  var activity: LinkView
  var owner: LinkView?
  var ended: EscapedHTML
  var days: EscapedHTML

  static let keys = ViewKeys<WaitingView>(
    "待评估的活动",
    [
      .view("activity", "活动", \.activity),
      .view("owner", "负责人", \.owner),
      .text("ended", "结束日期", \.ended),
      .text("days", "已结束几天", \.days),
    ])
}

/// What the months hold, counted once.
private struct MonthCoverage {
  /// Activities that ended, and those of them with an evaluation.
  var ended: [Period: (all: Int, evaluated: Int)] = [:]
  /// Channels with a result in a month.
  var reported: [Period: Set<Int>] = [:]
  var years: Set<Int> = []
  var waiting: [(index: Int, last: Day)] = []

  init(_ context: SiteContext) {
    let handbook = context.handbook
    for index in handbook.activities.indices {
      let activity = handbook.activities[index]
      guard activity.wentAhead, let last = activity.lastDay, last < context.options.asOf
      else { continue }
      let isEvaluated = context.evaluationByActivity[activity.info.id.value] != nil
      ended[.month(of: last), default: (0, 0)].all += 1
      if isEvaluated {
        ended[.month(of: last)]?.evaluated += 1
      } else {
        waiting.append((index, last))
      }
    }
    waiting.sort { ($0.last, $0.index) < ($1.last, $1.index) }
    for row in handbook.results where row.value != nil {
      if let channel = context.directory.channels[row.channel.value] {
        reported[row.period, default: []].insert(channel)
      }
    }
    years = Set(
      handbook.plans.compactMap { $0.period.value?.year }
        + handbook.reviews.compactMap { $0.period.value?.year } + ended.keys.map(\.year))
  }
}

extension PageScope {
  func coverage() -> CoverageView {
    let months = MonthCoverage(context)
    return CoverageView(
      years: months.years.sorted(by: >).prefix(12).map { year in
        var rows = [row("year", .year(year), months)]
        for quarter in Period.year(year).quarters {
          rows.append(row("quarter", quarter, months))
          rows += handbook.calendar.months(of: quarter).map { row("month", $0, months) }
        }
        return CoverageYearView(
          year: EscapedHTML(Period.year(year).label(language)), rows: rows)
      },
      waiting: months.waiting.prefix(Self.listLimit).map { entry in
        let activity = handbook.activities[entry.index]
        return WaitingView(
          activity: link(to: activity.info), owner: party(activity.info.owner.value),
          ended: EscapedHTML(entry.last.label(language)),
          days: EscapedHTML("\(context.options.asOf.ordinal - entry.last.ordinal)"))
      },
      waitingCount: months.waiting.isEmpty ? .empty : EscapedHTML("\(months.waiting.count)"))
  }

  private func row(_ level: String, _ period: Period, _ months: MonthCoverage) -> CoverageRowView {
    let plan = context.planByPeriod[period].map { handbook.plans[$0].info }
    let review = context.reviewByPeriod[period].map { handbook.reviews[$0].info }
    let today = context.options.asOf
    let isPast = period.last < today
    return CoverageRowView(
      level: EscapedHTML(level),
      name: EscapedHTML(
        level == "year" ? Label.wholeYear.text[language] : period.shortLabel(language)),
      cells: [
        cell(.plan, plan, isDue: period.first <= today, isAsked: isBound(period)),
        cell(
          .review, review, isDue: isPast,
          isAsked: isBound(period) && (level != "year") && (plan != nil || review != nil)),
        evaluations(period, months),
        results(period, months, isPast: isPast),
      ])
  }

  /// What ended before any chapter was in force is asked of nobody.
  private func isBound(_ period: Period) -> Bool {
    let inForce = handbook.chapters.filter { !$0.isProposal }.compactMap(\.effective).min()
    return inForce.map { period.last >= $0 } ?? true
  }

  private func cell(
    _ column: Label, _ info: DocumentInfo?, isDue: Bool, isAsked: Bool
  ) -> CellView {
    if let info {
      return CellView(
        column: say(column), status: StatusView("●", say(.isThere), "good"),
        url: url(.document(info.kind, id: info.id.value)))
    }
    guard isAsked else { return CellView(column: say(column)) }
    return CellView(
      column: say(column),
      status: isDue
        ? StatusView("▲", say(.isLacking), "warn") : StatusView("○", say(.notYetDue), "none"))
  }

  private func evaluations(_ period: Period, _ months: MonthCoverage) -> CellView {
    let counts = period.months.reduce(into: (all: 0, evaluated: 0)) { sum, month in
      let own = months.ended[month] ?? (0, 0)
      sum = (sum.all + own.all, sum.evaluated + own.evaluated)
    }
    let text = EscapedHTML("\(counts.evaluated)/\(counts.all)")
    return CellView(
      column: say(.evaluations),
      status: counts.all == 0
        ? nil
        : counts.evaluated == counts.all
          ? StatusView("●", text, "good") : StatusView("▲", text, "warn"))
  }

  /// Channels in use with figures of the month.
  private func results(_ period: Period, _ months: MonthCoverage, isPast: Bool) -> CellView {
    let column = say(.resultTables)
    let channels = handbook.channels.indices.filter {
      handbook.channels[$0].isActive && !handbook.channels[$0].metrics.isEmpty
    }
    guard period.monthCount == 1, !channels.isEmpty else { return CellView(column: column) }
    let reported = channels.count { months.reported[period]?.contains($0) == true }
    let text = EscapedHTML("\(reported)/\(channels.count)")
    if reported == channels.count {
      return CellView(column: column, status: StatusView("●", text, "good"))
    }
    if isPast, isBound(period) {
      return CellView(column: column, status: StatusView("▲", text, "warn"))
    }
    return CellView(
      column: column,
      status: reported > 0
        ? StatusView("◎", text, "active") : isPast ? nil : StatusView("○", say(.notYetDue), "none"))
  }
}
