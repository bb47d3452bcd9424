/// A report as JSON, described by docs/report.schema.json.
public struct ReportJSON: Sendable {
  let source: ReportSource
  let language: Language
  let history: History

  public init(_ source: ReportSource, language: Language, history: History = History()) {
    self.source = source
    self.language = language
    self.history = history
  }

  private var handbook: Handbook { source.handbook }

  public func document(_ report: Report) -> JSONValue {
    document(report, source.summary(report))
  }

  /// The same where the summary has been made before.
  public func document(_ report: Report, _ summary: ReportSummary) -> JSONValue {
    let (calendar, counts) = (source.calendar, report.counts)
    return .object(
      [
        ("schema", .string("cedian.report/1")),
        (
          "period",
          .object([
            ("id", .string(report.period.id)),
            ("label", .string(report.period.label(language))),
            ("kind", .string(kind(report.period))),
            ("state", .string(report.state.rawValue)),
            ("first", .string(calendar.first(of: report.period).iso)),
            ("last", .string(calendar.last(of: report.period).iso)),
            ("through", .optional(report.state == .ahead ? nil : report.lastDay.iso)),
          ])
        ),
        ("summary", .array(summary.sentences.map { .string($0[language]) })),
        (
          "goals",
          .object(
            Achievement.allCases.map { ($0.rawValue, .integer(counts[$0] ?? 0)) })
        ),
        ("metrics", .objects(metrics(report))),
        ("channels", .objects(channels(report))),
        ("variance_by_channel", .array(report.variances.map(variance))),
        ("activities", .objects(activities(report.activities))),
        ("tasks", .array(report.tasks.map(task))),
        ("budget", budget(report.budget)),
        ("previous_problems", .array(report.loop.map(problem))),
        ("problems", .array(report.problems.map(problem))),
        ("data", quality(report.quality)),
      ] + planChanges(report))
  }

  /// Only where there is a history: none of it is not no changes.
  private func planChanges(_ report: Report) -> [(String, JSONValue)] {
    let note = history.gapNote.map { [("history_note", JSONValue.string($0[language]))] } ?? []
    guard !history.commits.isEmpty else { return note }
    let changes = source.planChanges(of: report, in: history).map { became in
      JSONValue.object([
        ("path", .string(became.path)),
        ("title", .string(source.title(ofChanged: became.path, in: history))),
        ("status", .string(became.status.rawValue)), ("day", .string(became.newest.day.iso)),
        ("commits", .integer(became.commitCount)),
        ("changes", .array(became.changes.map { .string($0.words[language]) })),
      ])
    }
    return [("plan_changes", .array(changes))] + note
  }

  private func kind(_ period: Period) -> String {
    switch period {
    case .year: "year"
    case .half: "half"
    case .quarter: "quarter"
    case .month: "month"
    }
  }

  // MARK: The other sections

  private func variance(_ variance: ChannelVariance) -> JSONValue {
    .object([
      ("metric", .string(handbook.metrics[variance.metric].id)),
      ("base", .string(variance.base.id)),
      ("months", .array(variance.months.map { .string($0.id) })),
      ("base_months", .array(variance.baseMonths.map { .string($0.id) })),
      ("difference", .number(variance.difference)),
      (
        "channels",
        .array(
          variance.parts.map {
            .object([
              ("id", .string(handbook.channels[$0.channel].info.id.value)),
              ("actual", .number($0.actual)), ("base", .number($0.base)),
              ("difference", .number($0.difference)),
            ])
          })
      ),
    ])
  }

  private func activities(_ entries: [ReportedActivity]) -> JSONObjects {
    let written = source.writtenActivities
    return JSONObjects(count: entries.count) { [source] index, object, bytes in
      let (activity, spend) = (entries[index].activity, entries[index].spend)
      guard written.isEmpty || entries[index].goesOn else {
        return written[activity].add(spend: spend, to: &object, &bytes)
      }
      let (own, outcome) = (source.handbook.activities[activity], source.outcomes[activity])
      ActivityMembers(
        own, entries[index].status(of: own), entries[index].actual,
        entries[index].goesOn ? outcome.unfinished : outcome, source.handbook.metrics
      ).add(spend: spend, to: &object, &bytes)
    }
  }

  private func task(_ entry: ReportedTask) -> JSONValue {
    let plan = handbook.plans[entry.plan]
    let task = plan.tasks[entry.task]
    return .object([
      ("id", .optional(task.id?.value)), ("plan", .string(plan.info.id.value)),
      ("what", .string(task.what)), ("who", .optional(task.who?.value)),
      ("when", .optional(task.when.value?.iso)), ("state", .string(entry.progress.rawValue)),
    ])
  }

  private func budget(_ budget: ReportedBudget) -> JSONValue {
    .object([
      ("planned", .optional(budget.planned)), ("spent", .optional(budget.spent?.value)),
      ("execution", .optional(budget.execution)),
      ("pacing", .optional(budget.pacing)),
      ("elapsed_days", .integer(budget.elapsedDays)), ("days", .integer(budget.totalDays)),
      (
        "channels",
        .array(
          budget.channels.map { part in
            .object([
              ("id", .optional(part.channel.map { handbook.channels[$0].info.id.value })),
              ("planned", .optional(part.planned)), ("spent", .optional(part.spent?.value)),
              ("execution", .optional(part.execution)),
            ])
          })
      ),
    ])
  }

  private func problem(_ entry: ReportedProblem) -> JSONValue {
    let review = handbook.reviews[entry.review]
    let problem = review.problems[entry.problem]
    return .object([
      ("id", .optional(problem.id?.value)), ("what", .string(problem.what)),
      ("outcome", .string(name(entry.outcome))),
      ("adjustments", .array(entry.adjustments.map { .string($0.what) })),
    ])
  }

  private func name(_ outcome: ProblemOutcome) -> String {
    switch outcome {
    case .unanswered: "unanswered"
    case .adjusted: "adjusted"
    case .late: "late"
    case .unplanned: "unplanned"
    case .underWay: "under-way"
    case .dropped: "dropped"
    case .done: "done"
    }
  }

  private func quality(_ quality: DataQuality) -> JSONValue {
    .object([
      ("expected", .integer(quality.expected)), ("reported", .integer(quality.reported)),
      (
        "files",
        .array(
          quality.files.map {
            .object([("path", .string($0.path)), ("rows", .integer($0.rows))])
          })
      ),
      (
        "missing",
        .array(
          quality.gaps.map {
            .object([
              ("month", .string($0.month.id)),
              ("channel", .string(handbook.channels[$0.channel].info.id.value)),
              ("metric", .string(handbook.metrics[$0.metric].id)),
              ("reason", .optional($0.reason)),
            ])
          })
      ),
    ])
  }
}
