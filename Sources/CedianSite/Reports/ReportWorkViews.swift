import CedianModel

/// An activity in a report.
struct ReportActivityView: View {
  var activity: LinkView
  var time: EscapedHTML
  /// When it was carried out, where that differs from the plan.
  var actualTime: EscapedHTML
  var status: StatusView
  var approval: StatusView
  var result: StatusView?
  var attainment: EscapedHTML
  var goals: [EscapedHTML]
  var budget: ValueView?
  var spend: ValueView?
  var spendSource: EscapedHTML
  var evaluation: LinkView?

  static let keys = ViewKeys<ReportActivityView>(
    "报告中的活动",
    [
      .view("activity", "活动", \.activity),
      .text("time", "计划时间", \.time),
      .text("actualTime", "实际时间；与计划相同时为空", \.actualTime),
      .view("status", "状态", \.status),
      .view("approval", "审批", \.approval),
      .view("result", "几项目标达标；没有评估时没有", \.result),
      .text("attainment", "第一项目标的达成率；有几项目标时写明是首项", \.attainment),
      .texts("goals", "各目标与结果", \.goals),
      .view("budget", "预算", \.budget),
      .view("spend", "花费", \.spend),
      .text("spendSource", "花费的数据来源", \.spendSource),
      .view("evaluation", "评估", \.evaluation),
    ])
}

/// A line of a report's budget.
struct ReportBudgetView: View {
  var channel: LinkView
  var planned: ValueView?
  var spent: ValueView?
  var source: EscapedHTML
  var execution: EscapedHTML
  var tone: EscapedHTML
  var isTotal: Bool

  static let keys = ViewKeys<ReportBudgetView>(
    "报告中的预算",
    [
      .view("channel", "渠道，或合计", \.channel),
      .view("planned", "预算", \.planned),
      .view("spent", "花费", \.spent),
      .text("source", "完整数值与数据来源", \.source),
      .text("execution", "执行率", \.execution),
      .text("tone", "超支时为 bad", \.tone),
      .flag("isTotal", "是否合计", \.isTotal),
    ])
}

/// A problem with what became of it.
struct ReportProblemView: View {
  var problem: ProblemView
  var outcome: StatusView

  static let keys = ViewKeys<ReportProblemView>(
    "报告中的问题",
    [
      .view("problem", "问题及其调整与工作", \.problem),
      .view("outcome", "去向", \.outcome),
    ])
}

extension PageScope {
  func activityView(_ entry: ReportedActivity) -> ReportActivityView {
    // Looked at where it lies: its dozens of texts need not be copied.
    activityView(entry, context.handbook.activities[entry.activity])
  }

  private func activityView(
    _ entry: ReportedActivity, _ activity: Activity
  ) -> ReportActivityView {
    let judged = entry.results.filter { $0.status.isJudged }
    let reached = judged.count { $0.status == .reached }
    var result: StatusView?
    if !judged.isEmpty {
      // How many are reached, with the glyph and the word of the worst.
      let worst: Achievement =
        reached == judged.count
        ? .reached : judged.contains { $0.status == .missed } ? .missed : .atRisk
      result = status(of: worst)
      result?.word = EscapedHTML(worst.label[language] + " \(reached)/\(judged.count)")
    } else if entry.lacksEvaluation {
      result = StatusView("○", say(.awaitsEvaluation), "none")
    }
    let planned = activity.time.value
    let differs = entry.actual.flatMap { actual -> ActualTime? in
      guard case .over(let span) = actual, let planned else { return actual }
      return span.differs(from: planned) ? actual : nil
    }
    return ReportActivityView(
      activity: link(to: activity.info),
      time: planned.map { EscapedHTML($0.label(language, countingDays: false)) } ?? .empty,
      actualTime: differs.map { EscapedHTML($0.label(language)) } ?? .empty,
      status: status(of: entry.status(of: activity)), approval: status(of: activity.approvalStatus),
      result: result,
      attainment: attainment(entry, of: judged.count),
      goals: entry.results.map(goalWords),
      budget: entry.budget.map { money($0, inScaleOf: 1_000_000) },
      spend: entry.spend.map { money($0, inScaleOf: 1_000_000) },
      spendSource: source(ofRows: entry.spendRows),
      evaluation: entry.evaluation.map { link(to: handbook.evaluations[$0].info) })
  }

  /// Beside the status of the worst goal the share of the first must say whose it is.
  private func attainment(_ entry: ReportedActivity, of goals: Int) -> EscapedHTML {
    guard let share = entry.attainment.map({ context.handbook.site.words(attainment: $0) })
    else { return .empty }
    guard goals > 1 else { return EscapedHTML(share) }
    return EscapedHTML(language == .zh ? "首项\(share)" : "first goal \(share)")
  }

  /// `成交总额 38.52万元，目标55.00万元`.
  private func goalWords(_ result: TargetResult) -> EscapedHTML {
    let metric = result.metric.map { handbook.metrics[$0] }
    func words(_ quantity: Quantity) -> String {
      metric.map { $0.words(quantity.value, in: language) } ?? NumberFormat.written(quantity)
    }
    let name = metric?.name[language] ?? result.name
    guard let target = result.target else { return EscapedHTML(name) }
    guard let actual = result.actual else {
      return EscapedHTML(
        language == .zh ? "\(name)，目标\(words(target))" : "\(name), goal \(words(target))")
    }
    return EscapedHTML(
      language == .zh
        ? "\(name)\(words(actual))，目标\(words(target))"
        : "\(name) \(words(actual)), goal \(words(target))")
  }

  private func source(ofRows rows: [Int]) -> EscapedHTML {
    let places = rows.map {
      "\(handbook.results[$0].path):\(handbook.results[$0].range.start.line)"
    }
    return EscapedHTML(places.joined(separator: " "))
  }

  func budgetViews(_ budget: ReportedBudget) -> [ReportBudgetView] {
    guard budget.planned != nil || budget.spent?.value != nil else { return [] }
    let scale = budget.planned ?? budget.spent?.value ?? 0
    let spendMetric = context.reports.ledger.spendMetric.map { handbook.metrics[$0] }
    func view(
      _ name: LinkView, _ planned: Decimal?, _ spent: MetricValue?, _ share: Decimal?,
      isTotal: Bool = false
    ) -> ReportBudgetView {
      ReportBudgetView(
        channel: name, planned: planned.map { money($0, inScaleOf: scale) },
        spent: spent?.value.map { money($0, inScaleOf: scale) },
        source: spendMetric.flatMap { metric in spent.map { source(of: $0, metric) } } ?? .empty,
        execution: share.map { EscapedHTML(NumberFormat.percent(fraction: $0)) } ?? .empty,
        tone: EscapedHTML((share ?? 0) > 1 ? "bad" : ""), isTotal: isTotal)
    }
    let parts = budget.channels.map { part in
      view(
        part.channel.map { channel(handbook.channels[$0].info.id.value) }
          ?? LinkView(text: say(.noChannel), url: .empty), part.planned, part.spent, part.execution)
    }
    let total = view(
      LinkView(text: say(.total), url: .empty), budget.planned, budget.spent, budget.execution,
      isTotal: true)
    return parts + [total]
  }

  func problemView(_ entry: ReportedProblem) -> ReportProblemView {
    let review = handbook.reviews[entry.review]
    var row = problemRow(
      review.problems[entry.problem], adjustments: entry.adjustments, tasks: entry.tasks)
    row.anchor = .empty
    return ReportProblemView(problem: row, outcome: status(of: entry.outcome))
  }

  func status(of progress: TaskProgress) -> StatusView {
    let tone =
      switch progress {
      case .done: "good"
      case .late: "warn"
      case .open: "plain"
      case .dropped: "none"
      }
    return StatusView(progress.glyph, say(progress.label), tone)
  }
}
