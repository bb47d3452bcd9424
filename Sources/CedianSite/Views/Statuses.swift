import CedianModel

/// Every state as glyph, word and tone. One meaning has one mark on all pages:
/// ○ not begun, ◎ under way, ● done, × dropped; ● reached, ▲ at risk, ■ missed.
extension PageScope {
  func status(of activity: ActivityStatus) -> StatusView {
    switch activity {
    case .planned: StatusView("○", say(activity.label), "plain")
    case .running: StatusView("◎", say(activity.label), "active")
    case .done: StatusView("●", say(activity.label), "plain")
    case .cancelled: StatusView("×", say(activity.label), "none")
    }
  }

  func status(of approval: Approval.Status) -> StatusView {
    switch approval {
    case .draft: StatusView("○", say(approval.label), "plain")
    case .submitted: StatusView("◎", say(approval.label), "active")
    case .approved: StatusView("●", say(approval.label), "good")
    case .rejected: StatusView("■", say(approval.label), "bad")
    }
  }

  /// Late wherever the task stands, as in the reports; nil where no state is written
  /// and its time is not over.
  func status(of task: PlanTask) -> StatusView? {
    if task.progress(asOf: context.options.asOf) == .late { return status(of: TaskProgress.late) }
    guard let state = task.state else { return nil }
    return switch state {
    case .open: StatusView("○", say(state.label), "plain")
    case .done: StatusView("●", say(state.label), "plain")
    case .dropped: StatusView("×", say(state.label), "none")
    }
  }

  func status(of severity: Severity) -> StatusView {
    switch severity {
    case .error: StatusView("■", say(severity.name), "bad")
    case .warning: StatusView("▲", say(severity.name), "warn")
    case .note: StatusView("○", say(severity.name), "none")
    }
  }

  func status(of level: Level) -> StatusView {
    switch level {
    case .high: StatusView("■", say(level.label), "bad")
    case .medium: StatusView("▲", say(level.label), "warn")
    case .low: StatusView("○", say(level.label), "plain")
    }
  }

  func status(of achievement: Achievement) -> StatusView {
    switch achievement {
    case .reached: StatusView("●", say(.reached), "good")
    case .atRisk: StatusView("▲", say(.atRisk), "warn")
    case .missed: StatusView("■", say(.missed), "bad")
    case .incomparable: StatusView("○", say(.incomparable), "none")
    case .noData: StatusView("○", say(.noData), "none")
    }
  }
}
