import CedianModel

extension PageScope {
  func reportPage(_ period: Period) -> ReportPageView {
    let source = context.reports
    let report = source.report(period)
    let figures = ReportFigures(scope: self, prefix: "f")
    let goals = report.lines.indices.filter { report.lines[$0].target != nil }
    let others = report.lines.indices.filter {
      report.lines[$0].target == nil && report.lines[$0].actual.absence != .notReported
    }
    // The organisation's rows and each channel's lead to the same pages.
    let links = context.metricLinks.map(link)
    func row(_ index: Int) -> MetricRowView {
      let line = report.lines[index]
      return metricRow(
        line, link: links[line.metric], trend: report.trends[index], figures: figures)
    }
    let (goalRows, otherRows) = (goals.map(row), others.map(row))
    let summary = source.summary(report)
    let quality = report.quality
    let isYear = report.coverage != nil
    let spoken = ProblemWords.of(report.problems, in: handbook)
    return ReportPageView(
      state: status(of: report.state),
      through: report.state == .open ? EscapedHTML(report.lastDay.label(language)) : .empty,
      dataCount: quality.expected == 0
        ? .empty : EscapedHTML("\(quality.reported)/\(quality.expected)"),
      plan: report.plan.map { link(to: handbook.plans[$0].info) },
      review: report.review.map { link(to: handbook.reviews[$0].info) },
      json: link("JSON", .reportData(period, "json")),
      csv: link("CSV", .reportData(period, "csv")),
      sentences: summary.sentences.map(say), counts: goalCounts(report),
      conclusion: EscapedHTML(conclusion(report)),
      cards: Array(goalRows.prefix(8)), metrics: goalRows, otherMetrics: otherRows,
      hasPrevious: !isYear,
      partHeads: report.parts.map {
        context.reportedPeriods.contains($0)
          ? link($0.shortLabel(language), .report($0)) : plain($0.shortLabel(language))
      },
      partRows: report.parts.isEmpty
        ? []
        : (goals + others).map { partRow(report, $0) }, columns: figures.columns(report),
      waterfalls: figures.waterfalls(report), decompositions: figures.decompositions(report),
      gantt: figures.gantt(report),
      channels: report.channels.map { reportChannel($0, report, spoken, links) },
      activities: report.activities.prefix(Self.reportRows)
        .map(activityView),
      activityCount: report.activities.count > Self.reportRows
        ? EscapedHTML("\(report.activities.count)") : .empty,
      allActivities: link(Label.allActivities.text[language], .index(of: .activity)),
      taskCounts: taskCounts(report.tasks), tasksByOwner: tasksByOwner(report.tasks),
      tasks: reportTasks(report), budget: budgetViews(report.budget),
      pacing: pacing(report), loop: report.loop.map(problemView),
      previousReview: source.reviewByPeriod[period.previous].map {
        link(to: handbook.reviews[$0].info)
      },
      problems: report.problems.map(problemView),
      nextPlan: report.nextPlan.map { link(to: handbook.plans[$0].info) },
      nextTasks: nextTasks(report),
      competition: competition(report), coverage: coverageWords(report.coverage),
      coverageMissing: report.coverage?.missing.map {
        EscapedHTML($0.shortLabel(language))
      } ?? [],
      coverageGrid: figures.coverage(report), lessons: isYear ? lessons(report) : [],
      baseline: isYear ? goalRows : [],
      baselineYear: isYear ? EscapedHTML(period.next.label(language)) : .empty,
      changes: planChanges(report),
      policy: source.findings(of: report, in: context.findingsByFile).map(clauseView),
      gaps: quality.gaps.map(gapView), files: files(quality), data: data(report, summary))
  }

  private func conclusion(_ report: Report) -> String {
    let words = report.review.flatMap { handbook.reviews[$0].conclusion } ?? ""
    return ReviewDraft.isBlank(words) ? "" : words
  }

  /// How many activities or tasks a report's page lists; its data has all.
  static let reportRows = 60

  func goalCounts(_ report: Report) -> [CountView] {
    let counts = report.counts
    return Achievement.allCases.compactMap { state in
      counts[state].map { CountView(status: status(of: state), count: EscapedHTML("\($0)")) }
    }
  }

  private func data(_ report: Report, _ summary: ReportSummary) -> [OutputFile] {
    let source = context.reports
    return [
      OutputFile(
        path: Permalink.reportData(report.period, "json").path,
        bytes: ReportJSON(source, language: language, history: context.options.history)
          .document(report, summary).encoded()),
      OutputFile(
        path: Permalink.reportData(report.period, "csv").path,
        bytes: ReportCSV(source, language: language).table(report)),
    ]
  }

  // MARK: Parts of a period

  private func partRow(_ report: Report, _ index: Int) -> ReportPartRowView {
    let line = report.lines[index]
    let metric = handbook.metrics[line.metric]
    let scale = [line.target?.value, line.actual.value].compactMap { $0 }.map(abs).max()
    func cell(_ line: MetricLine, _ column: String) -> ReportPartCellView {
      ReportPartCellView(
        column: EscapedHTML(column),
        value: line.actual.value.map {
          value(Quantity(value: $0), metric: metric, beside: scale.map { Quantity(value: $0) })
        },
        absence: line.absenceLabel.map(say) ?? .empty, coverage: coverage(line),
        attainment: line.attainment.map { EscapedHTML(handbook.site.words(attainment: $0)) }
          ?? .empty,
        status: line.actual.value == nil ? nil : status(of: line),
        source: source(of: line.actual, metric))
    }
    return ReportPartRowView(
      metric: link(metric.name[language], .metric(metric.id)),
      cells: zip(report.parts, report.partLines[index]).map { part, line in
        cell(line, part.shortLabel(language))
      },
      whole: cell(line, report.period.shortLabel(language)))
  }

  // MARK: Channels

  private func reportChannel(
    _ channel: ReportedChannel, _ report: Report, _ spoken: [ProblemWords], _ links: [LinkView]
  ) -> ReportChannelView {
    let own = handbook.channels[channel.channel]
    let problems = report.problems.indices.filter {
      spoken[$0].names(own.info.title) || own.aliases.map(\.value).contains(where: spoken[$0].names)
    }
    return ReportChannelView(
      channel: link(to: own.info), owner: party(own.info.owner.value),
      spend: channel.spend?.value.map { money($0) },
      metrics: channel.lines.map { metricRow($0, link: links[$0.metric]) },
      missing: EscapedHTML(
        channel.missing.map { handbook.metrics[$0].name[language] }
          .joined(separator: language == .zh ? "、" : ", ")),
      problems: problems.map { problemView(report.problems[$0]) })
  }
}
