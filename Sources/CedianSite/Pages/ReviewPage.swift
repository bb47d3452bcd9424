import CedianModel

/// A month's or quarter's review, and what became of the problems it found.
struct ReviewPageView: View {
  var period: EscapedHTML
  var owner: LinkView?
  var plan: LinkView?
  var report: LinkView?
  var conclusion: EscapedHTML
  var problems: [ProblemView]
  var findings: [FindingView]
  var body: EscapedHTML

  static let keys = ViewKeys<ReviewPageView>(
    "复盘页",
    [
      .text("period", "期间", \.period),
      .view("owner", "负责人", \.owner),
      .view("plan", "本期计划", \.plan),
      .view("report", "本期报告", \.report),
      .text("conclusion", "结论", \.conclusion),
      .list("problems", "问题及其去向", \.problems),
      .list("findings", "对本页的检查结果", \.findings),
      .html("body", "正文", \.body),
    ])
}

struct ProblemView: View {
  var anchor: EscapedHTML
  var id: EscapedHTML
  var what: EscapedHTML
  var cause: EscapedHTML
  var severity: StatusView?
  var adjustments: [AdjustmentView]
  var tasks: [TaskView]

  static let keys = ViewKeys<ProblemView>(
    "问题",
    [
      .text("anchor", "锚点；没有编号时为空", \.anchor),
      .text("id", "编号", \.id),
      .text("what", "问题", \.what),
      .text("cause", "原因", \.cause),
      .view("severity", "程度", \.severity),
      .list("adjustments", "针对它的调整", \.adjustments),
      .list("tasks", "落实它的工作", \.tasks),
    ])
}

struct AdjustmentView: View {
  var what: EscapedHTML
  var plan: LinkView?
  var who: LinkView?
  /// On a department's page: the problem that it answers.
  var problem: LinkView?

  static let keys = ViewKeys<AdjustmentView>(
    "调整",
    [
      .text("what", "内容", \.what),
      .view("plan", "落实到哪个计划", \.plan),
      .view("who", "负责", \.who),
      .view("problem", "针对的问题", \.problem),
    ])
}

extension PageScope {
  func reviewPage(_ review: Review) -> ReviewPageView {
    ReviewPageView(
      period: review.period.value.map { EscapedHTML($0.label(language)) } ?? .empty,
      owner: party(review.info.owner.value),
      plan: review.period.value.flatMap { context.planByPeriod[$0] }
        .map { link(to: handbook.plans[$0].info) },
      report: review.period.value.flatMap(reportLink),
      conclusion: EscapedHTML(review.conclusion ?? ""),
      problems: review.problems.map(problemRow), findings: findings(in: review.info.path),
      body: body(review.info))
  }

  /// With all that answers it, whenever that was.
  func problemRow(_ problem: Problem) -> ProblemView {
    let id = problem.id?.value ?? ""
    return problemRow(
      problem, adjustments: context.answers.adjustments[id] ?? [],
      tasks: context.answers.tasks[id] ?? [])
  }

  func problemRow(
    _ problem: Problem, adjustments: [Adjustment], tasks: [Answers.TaskReference]
  ) -> ProblemView {
    let id = problem.id?.value ?? ""
    return ProblemView(
      anchor: id.isEmpty ? .empty : EscapedHTML(recordAnchor(id)), id: EscapedHTML(id),
      what: EscapedHTML(problem.what), cause: EscapedHTML(problem.cause ?? ""),
      severity: problem.severity.map(status),
      adjustments: adjustments.map(adjustmentRow),
      tasks: tasks.map { reference in
        let plan = handbook.plans[reference.plan]
        return taskRow(plan.tasks[reference.task], of: plan)
      })
  }

  func adjustmentRow(_ adjustment: Adjustment) -> AdjustmentView {
    AdjustmentView(
      what: EscapedHTML(adjustment.what), plan: adjustment.plan.map { plan($0.value) },
      who: party(adjustment.who?.value),
      problem: adjustment.problem.map { problem($0.value) })
  }
}
