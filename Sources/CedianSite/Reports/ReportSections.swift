import CedianModel

/// The sections of a report about work, words and data.
extension PageScope {
  func taskCounts(_ tasks: [ReportedTask]) -> [CountView] {
    TaskProgress.allCases.compactMap { progress in
      let count = tasks.count { $0.progress == progress }
      return count == 0
        ? nil : CountView(status: status(of: progress), count: EscapedHTML("\(count)"))
    }
  }

  func tasksByOwner(_ tasks: [ReportedTask]) -> [OwnerTasksView] {
    var order: [String] = []
    var byOwner: [String: [ReportedTask]] = [:]
    for entry in tasks {
      guard let who = handbook.plans[entry.plan].tasks[entry.task].who?.value else { continue }
      if byOwner[who] == nil { order.append(who) }
      byOwner[who, default: []].append(entry)
    }
    guard order.count > 1 else { return [] }
    func late(_ who: String) -> Int { (byOwner[who] ?? []).count { $0.progress == .late } }
    return order.enumerated().sorted { a, b in
      let (x, y) = (late(a.element), late(b.element))
      return x != y ? x > y : a.offset < b.offset
    }.map { _, who in
      OwnerTasksView(owner: party(who) ?? plain(who), counts: taskCounts(byOwner[who] ?? []))
    }
  }

  /// Late ones first; a year lists only what is not done.
  func reportTasks(_ report: Report) -> [TaskView] {
    let order: [TaskProgress] =
      report.period.monthCount == 12 ? [.late, .open] : [.late, .open, .done, .dropped]
    return order.flatMap { progress in report.tasks.filter { $0.progress == progress } }
      .prefix(Self.reportRows).map { entry in
        let plan = handbook.plans[entry.plan]
        var row = taskRow(
          plan.tasks[entry.task], of: plan, namesPlan: report.period.monthCount > 1)
        row.status = status(of: entry.progress)
        return row
      }
  }

  func nextTasks(_ report: Report) -> [TaskView] {
    guard report.period.monthCount < 12, let next = report.nextPlan else { return [] }
    let plan = handbook.plans[next]
    return plan.tasks.map { taskRow($0, of: plan, namesPlan: false) }
  }

  func pacing(_ report: Report) -> EscapedHTML {
    guard report.state == .open, let pacing = report.budget.pacing else { return .empty }
    let (elapsed, total) = (report.budget.elapsedDays, report.budget.totalDays)
    let shown = NumberFormat.percent(fraction: pacing)
    return EscapedHTML(
      language == .zh
        ? "按时间进度（\(elapsed)/\(total)天）计，花费为预算的\(shown)"
        : "pacing \(shown) of the budget for \(elapsed) of \(total) days")
  }

  // MARK: Reviews

  func competition(_ report: Report) -> [ReviewExcerptView] {
    guard let index = report.review else { return [] }
    let info = handbook.reviews[index].info
    guard case .quarter = report.period else { return [] }
    return context.reports.competition(report, in: Array(body(info).utf8)).map { excerpt in
      ReviewExcerptView(
        review: link(
          excerpt.heading.text, .document(.review, id: info.id.value), anchor: excerpt.heading.id),
        body: EscapedHTML(trusted: excerpt.html))
    }
  }

  func coverageWords(_ coverage: ReviewCoverage?) -> EscapedHTML {
    guard let coverage else { return .empty }
    let (months, quarters) = (coverage.months.count, coverage.quarters.count)
    return EscapedHTML(
      language == .zh
        ? "月度复盘 \(months)/12，季度复盘 \(quarters)/4"
        : "\(months) of 12 monthly and \(quarters) of 4 quarterly reviews")
  }

  func lessons(_ report: Report) -> [LessonView] {
    report.activities.flatMap { entry -> [LessonView] in
      guard let index = entry.evaluation else { return [] }
      let evaluation = handbook.evaluations[index]
      return evaluation.lessons.map {
        LessonView(text: EscapedHTML($0), source: link(to: evaluation.info))
      }
    }
  }

  // MARK: Policy and data

  func clauseView(_ found: ClauseFindings) -> ReportClauseView {
    ReportClauseView(
      clause: found.clause.flatMap(clause), words: EscapedHTML(found.clause?.words ?? ""),
      errors: found.errors == 0 ? .empty : EscapedHTML("\(found.errors)"),
      warnings: found.warnings == 0 ? .empty : EscapedHTML("\(found.warnings)"),
      documents: found.documents.map { link(toPath: $0) ?? plain($0) })
  }

  func gapView(_ gap: DataQuality.Gap) -> ReportGapView {
    let metric = handbook.metrics[gap.metric]
    return ReportGapView(
      month: EscapedHTML(gap.month.label(language)),
      channel: link(to: handbook.channels[gap.channel].info),
      metric: link(metric.name[language], .metric(metric.id)),
      reason: EscapedHTML(gap.reason ?? ""))
  }

  func files(_ quality: DataQuality) -> EscapedHTML {
    let names = quality.files.map { file in
      language == .zh ? "\(file.path)（\(file.rows)行）" : "\(file.path) (\(file.rows) rows)"
    }
    return EscapedHTML(names.joined(separator: language == .zh ? "、" : ", "))
  }
}
