import CedianModel

/// What an activity achieved and what was learnt.
struct EvaluationPageView: View {
  var activity: LinkView
  var activityTime: EscapedHTML
  var owner: LinkView?
  var targets: [TargetRowView]
  var hasResults: Bool
  var conclusion: EscapedHTML
  var lessons: [EscapedHTML]
  var findings: [FindingView]
  var body: EscapedHTML

  static let keys = ViewKeys<EvaluationPageView>(
    "评估页",
    [
      .view("activity", "被评估的活动", \.activity),
      .text("activityTime", "活动时间", \.activityTime),
      .view("owner", "负责人", \.owner),
      .list("targets", "目标与结果", \.targets),
      .flag("hasResults", "是否有结果：评估页总有", \.hasResults),
      .text("conclusion", "结论", \.conclusion),
      .texts("lessons", "经验", \.lessons),
      .list("findings", "对本页的检查结果", \.findings),
      .html("body", "正文", \.body),
    ])
}

extension PageScope {
  func evaluationPage(_ evaluation: Evaluation) -> EvaluationPageView {
    let activity = context.directory.activities[evaluation.activity.value]
      .map { handbook.activities[$0] }
    return EvaluationPageView(
      activity: self.activity(evaluation.activity.value),
      activityTime: activity?.time.value.map { EscapedHTML($0.label(language)) } ?? .empty,
      owner: party(evaluation.info.owner.value ?? activity?.info.owner.value),
      targets: targetRows(
        activity?.allTargets(in: context.directory) ?? [], evaluation: evaluation),
      hasResults: true, conclusion: EscapedHTML(evaluation.conclusion ?? ""),
      lessons: evaluation.lessons.map { EscapedHTML($0) },
      findings: findings(in: evaluation.info.path), body: body(evaluation.info))
  }
}
