import CedianModel

/// A list of documents of one kind, in groups.
struct IndexPageView: View {
  var groups: [IndexGroupView]

  static let keys = ViewKeys<IndexPageView>(
    "索引页（制度、渠道、目标、评估、复盘、站点地图）", [.list("groups", "各组", \.groups)])
}

struct IndexGroupView: View {
  /// Empty where there is only one group.
  var title: EscapedHTML
  var entries: [IndexEntryView]

  static let keys = ViewKeys<IndexGroupView>(
    "索引的一组",
    [
      .text("title", "组名；只有一组时为空", \.title),
      .list("entries", "各条", \.entries),
    ])
}

struct IndexEntryView: View {
  var link: LinkView
  /// Before the title: a chapter's number.
  var label: EscapedHTML
  var status: StatusView?
  var details: [EscapedHTML]
  var summary: EscapedHTML

  init(
    link: LinkView, label: EscapedHTML = .empty, status: StatusView? = nil,
    details: [EscapedHTML] = [], summary: EscapedHTML = .empty
  ) {
    self.link = link
    self.label = label
    self.status = status
    self.details = details.filter { !$0.isEmpty }
    self.summary = summary
  }

  static let keys = ViewKeys<IndexEntryView>(
    "索引的一条",
    [
      .view("link", "标题与网址", \.link),
      .text("label", "标题前的文字，如 第四章", \.label),
      .view("status", "状态，如 草案", \.status),
      .texts("details", "简短的说明，如负责人、日期", \.details),
      .text("summary", "一两句话的摘要", \.summary),
    ])
}

/// Plans by year and quarter.
struct PlanIndexView: View {
  var years: [PlanYearView]

  static let keys = ViewKeys<PlanIndexView>("计划索引", [.list("years", "各年，新的在前", \.years)])
}

struct PlanYearView: View {
  var year: LinkView
  var quarters: [PlanQuarterView]
  var others: [LinkView]

  static let keys = ViewKeys<PlanYearView>(
    "一年的计划",
    [
      .view("year", "年度计划", \.year),
      .list("quarters", "各季度", \.quarters),
      .list("others", "其他期间的计划", \.others),
    ])
}

struct PlanQuarterView: View {
  var quarter: LinkView
  var months: [PlanMonthView]

  static let keys = ViewKeys<PlanQuarterView>(
    "一个季度的计划",
    [
      .view("quarter", "季度计划", \.quarter),
      .list("months", "各月", \.months),
    ])
}

struct PlanMonthView: View {
  var month: LinkView
  var focus: EscapedHTML
  var review: LinkView?

  static let keys = ViewKeys<PlanMonthView>(
    "一个月的计划",
    [
      .view("month", "月度计划", \.month),
      .text("focus", "首项工作重点", \.focus),
      .view("review", "复盘", \.review),
    ])
}

extension PageScope {
  func policyIndex() -> IndexPageView {
    IndexPageView(groups: [
      IndexGroupView(
        title: .empty,
        entries: context.chaptersInOrder.map { index in
          let chapter = handbook.chapters[index]
          let count = chapter.info.body.clauses.count
          return IndexEntryView(
            link: link(to: chapter.info), label: chapterNumber(chapter),
            status: chapter.isProposal ? StatusView("○", say(.proposal), "none") : nil,
            details: [
              chapter.version.map { EscapedHTML("\(Label.version.text[language]) \($0)") }
                ?? .empty,
              chapter.effective.map {
                EscapedHTML("\($0.label(language)) \(Label.inForce.text[language])")
              } ?? .empty,
              count == 0 ? .empty : EscapedHTML("\(count) \(Label.clauseUnit.text[language])"),
            ])
        })
    ])
  }

  func channelIndex() -> IndexPageView {
    IndexPageView(groups: [
      IndexGroupView(
        title: .empty,
        entries: handbook.channels.map { channel in
          let metrics = channel.metrics.prefix(6).map { metricName($0.value).html }
          return IndexEntryView(
            link: link(to: channel.info),
            details: [EscapedHTML(channel.info.owner.value ?? "")],
            summary: EscapedHTML(trusted: metrics.joined(separator: language == .zh ? "、" : ", ")))
        })
    ])
  }

  func goalIndex() -> IndexPageView {
    IndexPageView(
      groups: handbook.goalSheets.reversed().map { sheet in
        IndexGroupView(
          title: EscapedHTML(sheet.info.title),
          entries: [
            IndexEntryView(
              link: link(to: sheet.info), details: [EscapedHTML(sheet.info.owner.value ?? "")])
          ]
            + sheet.goals.map { goal in
              let metric = goal.metric.flatMap { context.metric(named: $0.value) }
              let aim = goal.target.map { phrase($0.value, metric: metric) } ?? .empty
              return IndexEntryView(
                link: self.goal(goal.id.value),
                details: [aim, EscapedHTML(goal.owner?.value ?? "")])
            })
      })
  }

  func evaluationIndex() -> IndexPageView {
    let byYear = Dictionary(grouping: handbook.evaluations.indices) { index -> Int in
      time(of: handbook.evaluations[index])?.start.year ?? 0
    }
    return IndexPageView(
      groups: byYear.keys.sorted(by: >).map { year in
        let sorted = (byYear[year] ?? []).sorted {
          let (a, b) = (time(of: handbook.evaluations[$0]), time(of: handbook.evaluations[$1]))
          return (a?.start.ordinal ?? 0, $1) > (b?.start.ordinal ?? 0, $0)
        }
        return IndexGroupView(
          title: EscapedHTML(year == 0 ? "" : Period.year(year).label(language)),
          entries: sorted.map { index in
            let evaluation = handbook.evaluations[index]
            return IndexEntryView(
              link: link(to: evaluation.info),
              details: [
                time(of: evaluation).map { EscapedHTML($0.label(language, countingDays: false)) }
                  ?? .empty
              ], summary: EscapedHTML(evaluation.conclusion ?? ""))
          })
      })
  }

  private func time(of evaluation: Evaluation) -> TimeSpan? {
    context.directory.activities[evaluation.activity.value]
      .flatMap { handbook.activities[$0].time.value }
  }

  func reviewIndex() -> IndexPageView {
    let byYear = Dictionary(grouping: handbook.reviews) { $0.period.value?.year ?? 0 }
    return IndexPageView(
      groups: byYear.keys.sorted(by: >).map { year in
        let sorted = (byYear[year] ?? []).sorted {
          switch ($0.period.value, $1.period.value) {
          case (let a?, let b?): return b < a
          case (let a, nil): return a != nil
          default: return false
          }
        }
        return IndexGroupView(
          title: EscapedHTML(year == 0 ? "" : Period.year(year).label(language)),
          entries: sorted.map { review in
            let count = review.problems.count
            return IndexEntryView(
              link: link(to: review.info),
              details: [
                EscapedHTML(review.info.owner.value ?? ""),
                count == 0 ? .empty : EscapedHTML("\(count) \(Label.problemUnit.text[language])"),
              ], summary: EscapedHTML(review.conclusion ?? ""))
          })
      })
  }

  func planIndex() -> PlanIndexView {
    let years = Set(
      handbook.plans.compactMap { $0.period.value.map { handbook.calendar.year(of: $0).year } }
    ).sorted(by: >)
    return PlanIndexView(
      years: years.map { year in
        PlanYearView(
          year: planLink(.year(year)),
          quarters: Period.year(year).quarters.map { quarter in
            PlanQuarterView(
              quarter: planLink(quarter),
              months: handbook.calendar.months(of: quarter).compactMap { month in
                guard let index = context.planByPeriod[month] else { return nil }
                return PlanMonthView(
                  month: planLink(month),
                  focus: EscapedHTML(handbook.plans[index].focus.first ?? ""),
                  review: context.reviewByPeriod[month].map {
                    LinkView(
                      text: say(.review),
                      url: url(.document(.review, id: handbook.reviews[$0].info.id.value)))
                  })
              })
          },
          others: handbook.plans.filter {
            if case .half(year, _) = $0.period.value { true } else { false }
          }.map { link(to: $0.info) })
      })
  }

  /// A period's plan by the period's name; only words where it has none.
  func planLink(_ period: Period) -> LinkView {
    let name = period.shortLabel(language)
    return context.planByPeriod[period].map {
      link(name, .document(.plan, id: handbook.plans[$0].info.id.value))
    } ?? plain(name)
  }
}
