import CedianModel

/// What became of each problem (clause 2.6): the adjustments that answer it and
/// the tasks of later plans that carry it out.
struct Answers: Sendable {
  struct TaskReference: Sendable {
    var plan: Int
    var task: Int
  }

  var tasks: [String: [TaskReference]] = [:]
  var adjustments: [String: [Adjustment]] = [:]

  init(_ handbook: Handbook) {
    for (p, plan) in handbook.plans.enumerated() {
      for (t, task) in plan.tasks.enumerated() {
        for problem in task.from {
          tasks[problem.value, default: []].append(TaskReference(plan: p, task: t))
        }
      }
    }
    for review in handbook.reviews {
      for adjustment in review.adjustments {
        guard let problem = adjustment.problem?.value else { continue }
        adjustments[problem, default: []].append(adjustment)
      }
    }
  }
}
