import CedianModel

/// From each problem to its adjustment, the task that carries it out, and what
/// came of it.
struct ClosedLoopView: View {
  var counts: [CountView]
  var rows: [LoopView]
  var pages: YearPagesView?

  static let keys = ViewKeys<ClosedLoopView>(
    "问题闭环",
    [
      .list("counts", "本年各种结果的数目", \.counts),
      .list("rows", "各问题，未了的在前，新的在前", \.rows),
      .view("pages", "其他年份与各页", \.pages),
    ])
}

struct LoopView: View {
  var problem: ProblemView
  var review: LinkView
  var outcome: StatusView

  static let keys = ViewKeys<LoopView>(
    "一个问题的去向",
    [
      .view("problem", "问题、调整与工作", \.problem),
      .view("review", "在哪次复盘中发现", \.review),
      .view("outcome", "结果：已落实、进行中、逾期、未安排、没有调整", \.outcome),
    ])
}

/// Every problem of every review.
struct ClosedLoop: Sendable {
  struct Entry: Sendable {
    var review: Int
    var problem: Int
    var outcome: ProblemOutcome
  }

  let entries: [Entry]
  /// How many of each outcome, by the year of the review.
  private(set) var counts: [Int?: [ProblemOutcome: Int]] = [:]
  let pages: YearPages

  init(_ context: SiteContext) {
    let reviews = context.handbook.reviews
    var found: [(entry: Entry, last: Int)] = []
    for (r, review) in reviews.enumerated() {
      for (p, problem) in review.problems.enumerated() {
        let entry = Entry(
          review: r, problem: p,
          outcome: context.answers.outcome(
            of: problem, in: context.handbook, asOf: context.options.asOf))
        found.append(
          (entry, review.period.value.map(context.handbook.calendar.last(of:))?.ordinal ?? .min))
      }
    }
    entries = found.indices.sorted { a, b in
      let (x, y) = (found[a], found[b])
      if x.entry.outcome.isOpen != y.entry.outcome.isOpen { return x.entry.outcome.isOpen }
      return x.last != y.last ? x.last > y.last : a < b
    }.map { found[$0].entry }
    pages = YearPages(
      years: entries.map { reviews[$0.review].period.value?.year },
      current: context.options.asOf.year, size: 250, folder: Overview.closedLoop.folder)
    for entry in entries {
      let year = reviews[entry.review].period.value?.year
      counts[year, default: [:]][entry.outcome, default: 0] += 1
    }
  }
}

extension PageScope {
  func closedLoop(_ loop: ClosedLoop, at page: YearPages.Page) -> ClosedLoopView {
    ClosedLoopView(
      counts: ProblemOutcome.allCases.compactMap { outcome in
        loop.counts[page.year]?[outcome].map {
          CountView(status: status(of: outcome), count: EscapedHTML("\($0)"))
        }
      },
      rows: page.rows.map { row in
        let entry = loop.entries[row]
        let review = handbook.reviews[entry.review]
        let problem = review.problems[entry.problem]
        return LoopView(
          problem: problemRow(problem),
          review: link(
            review.period.value?.label(language) ?? review.info.title,
            .document(.review, id: review.info.id.value),
            anchor: problem.id.map { recordAnchor($0.value) }),
          outcome: status(of: entry.outcome))
      }, pages: navigation(of: loop.pages.pages, at: page))
  }

  func status(of outcome: ProblemOutcome) -> StatusView {
    switch outcome {
    case .unanswered: StatusView("■", say(.unanswered), "bad")
    case .adjusted: StatusView("●", say(outcome.label), "plain")
    case .late: StatusView("▲", say(.late), "warn")
    case .unplanned: StatusView("▲", say(.unplanned), "warn")
    case .underWay: StatusView("◎", say(.underWay), "active")
    case .dropped: StatusView("×", say(.droppedOutcome), "none")
    case .done: StatusView("●", say(.carriedOut), "good")
    }
  }
}
