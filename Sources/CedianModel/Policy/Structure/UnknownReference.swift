/// `unknown-reference`: a name of a channel, metric, goal, plan, activity or
/// problem that does not exist.
enum UnknownReference {
  static let id = "unknown-reference"

  /// `unread` names documents that are there and could not be read, which is a finding
  /// of its own.
  static func check(
    _ handbook: Handbook, _ directory: Directory, unread: Set<String> = []
  ) -> [Diagnostic] {
    var checker = ReferenceChecker(directory: directory, handbook: handbook, unread: unread)
    for metric in handbook.metrics { checker.metric(metric) }
    for channel in handbook.channels {
      for metric in channel.metrics { checker.metric(metric, channel.info.path) }
    }
    for sheet in handbook.goalSheets {
      for goal in sheet.goals { checker.metric(goal.metric, sheet.info.path) }
    }
    for plan in handbook.plans { checker.plan(plan) }
    for index in handbook.activities.indices { checker.activity(handbook.activities[index]) }
    for evaluation in handbook.evaluations {
      checker.reference(
        evaluation.activity, evaluation.info.path, .activity, in: directory.activities)
      for result in evaluation.results { checker.metric(result.metric, evaluation.info.path) }
    }
    for review in handbook.reviews {
      for adjustment in review.adjustments {
        checker.reference(adjustment.problem, review.info.path, .problem, in: directory.problems)
        if isYetToCome(adjustment.plan, after: review, handbook) { continue }
        checker.reference(adjustment.plan, review.info.path, .plan, in: directory.plans)
      }
    }
    for row in handbook.results { checker.row(row) }
    return checker.found
  }

  /// A review comes before the plan that its adjustments name: a later period's plan
  /// may still be unwritten.
  private static func isYetToCome(
    _ plan: Located<String>?, after review: Review, _ handbook: Handbook
  ) -> Bool {
    guard let period = plan.flatMap({ Period($0.value) }), let own = review.period.value else {
      return false
    }
    let calendar = handbook.calendar
    return calendar.last(of: period) > calendar.last(of: own)
      && !handbook.plans.contains { $0.period.value == period }
  }

  enum Kind {
    case channel, metric, goal, plan, activity, problem

    var name: LocalizedText {
      switch self {
      case .channel: LocalizedText(zh: "渠道", en: "channel")
      case .metric: LocalizedText(zh: "指标", en: "metric")
      case .goal: LocalizedText(zh: "年度目标", en: "annual goal")
      case .plan: LocalizedText(zh: "计划", en: "plan")
      case .activity: LocalizedText(zh: "活动", en: "activity")
      case .problem: LocalizedText(zh: "问题", en: "problem")
      }
    }

    /// Where such a thing is defined.
    var home: String {
      switch self {
      case .channel: "content/channels/"
      case .metric: "content/metrics.yml"
      case .goal: "content/goals/"
      case .plan: "content/plans/"
      case .activity: "content/activities/"
      case .problem: "content/reviews/"
      }
    }
  }

  static func diagnostic(
    _ written: Located<String>, _ kind: Kind, known: [String], path: String
  ) -> Diagnostic {
    let near = nearest(to: written.value, among: known)
    let list = known.count <= 12 ? known.sorted().joined(separator: "、") : nil
    let name = kind.name
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: written.range),
      message: LocalizedText(
        zh: "没有名为「\(written.value)」的\(name.zh)", en: "there is no \(name.en) '\(written.value)'"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: near.map { "最接近的是「\($0)」" }
            ?? list.map { $0.isEmpty ? "先在 \(kind.home) 里写出它" : "已有的\(name.zh)：\($0)" }
            ?? "改成 \(kind.home) 里有的编号或名称",
          en: near.map { "the nearest is '\($0)'" }
            ?? list.map { $0.isEmpty ? "define it in \(kind.home) first" : "known: \($0)" }
            ?? "use an id or name from \(kind.home)")))
  }
}

private struct ReferenceChecker {
  let directory: Directory
  let handbook: Handbook
  let unread: Set<String>
  var found: [Diagnostic] = []

  mutating func reference<Target>(
    _ written: Located<String>?, _ path: String, _ kind: UnknownReference.Kind,
    in index: NameTable<Target>
  ) {
    guard let written, index[written.value] == nil, !unread.contains(written.value) else {
      return
    }
    found.append(
      UnknownReference.diagnostic(written, kind, known: index.names.sorted(), path: path))
  }

  /// A channel may be called by its id or its title; `all` stands for every one.
  mutating func channel(_ written: Located<String>?, _ path: String) {
    guard let written, directory.channels[written.value] == nil, written.value != "all",
      !unread.contains(written.value)
    else { return }
    let known = handbook.channels.flatMap { [$0.info.id.value, $0.info.title] }
    found.append(UnknownReference.diagnostic(written, .channel, known: known, path: path))
  }

  mutating func metric(_ written: Located<String>?, _ path: String) {
    guard let written, !handbook.metrics.isEmpty,
      directory.metric(named: written.value) == nil
    else { return }
    let known = handbook.metrics.flatMap { [$0.id, $0.name.zh] + $0.aliases }
    found.append(UnknownReference.diagnostic(written, .metric, known: known, path: path))
  }

  /// A ratio's parts and a metric's channels.
  mutating func metric(_ metric: Metric) {
    let path = "content/metrics.yml"
    for part in [metric.numeratorReference, metric.denominatorReference] {
      self.metric(part, path)
      guard metric.aggregation == .ratio, let part,
        let index = directory.metric(named: part.value),
        handbook.metrics[index].aggregation == .ratio
      else { continue }
      found.append(WrongType.ratioOfRatio(part, handbook.metrics[index], of: metric, path: path))
    }
    for channel in metric.channels { self.channel(channel, path) }
  }

  mutating func targets(_ targets: [Target], _ path: String) {
    for target in targets { metric(target.metric, path) }
  }

  mutating func budget(_ budget: Budget?, _ path: String) {
    for item in budget?.items ?? [] { channel(item.channel, path) }
  }

  mutating func activity(_ activity: Activity) {
    let path = activity.info.path
    targets(activity.goals.value ?? [], path)
    if case .targets(let targets)? = activity.expectedEffect.value { self.targets(targets, path) }
    for item in activity.channels { channel(item, path) }
    for item in activity.promotion { channel(item.channel, path) }
    budget(activity.budget, path)
    for goal in activity.supports { reference(goal, path, .goal, in: directory.goals) }
  }

  mutating func plan(_ plan: Plan) {
    let path = plan.info.path
    for item in plan.channelPlan { channel(item.channel, path) }
    budget(plan.budget, path)
    for item in plan.activities { reference(item, path, .activity, in: directory.activities) }
    for task in plan.tasks {
      for problem in task.from { reference(problem, path, .problem, in: directory.problems) }
    }
  }

  mutating func row(_ row: ResultRow) {
    channel(row.channel, row.path)
    reference(row.activity, row.path, .activity, in: directory.activities)
    metric(row.metric, row.path)
  }
}
