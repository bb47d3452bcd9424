/// `adjustment-not-planned`: the plan that an adjustment names has a task from
/// its problem.
enum AdjustmentNotPlanned {
  static let id = "adjustment-not-planned"

  static let rule = Rule(
    RuleDescription(
      id, .warning, of: [.review],
      LocalizedText(
        zh: "每项调整落实到后一期计划，那期计划列出相应的工作",
        en: "each adjustment turns up as a task of the plan it names"),
      detail: LocalizedText(
        zh: "看每份复盘里的调整：没有写落实到哪一期计划、没有写由谁负责的，落实到本期或更早计划的，在复盘里指出；那一期计划已经写了而没有工作注明「来源」的，在那份计划里指出。",
        en: """
          Looks at the adjustments of every review: those that name no plan, nobody, or a plan that \
          is not later are reported there; a plan that lacks the task is reported at its tasks.
          """),
      failing:
        "# 2026-10 复盘\n调整:\n  - {针对: P2026-10-2, 内容: 赠品并单, 落实计划: 2026-11, 谁: 客服主管}\n# 2026-11 计划\n工作安排: []",
      passing:
        "# 2026-11 计划\n工作安排:\n  - {内容: 赠品并单, 时间: 2026-11-01/2026-11-06, 谁: 客服主管, 预期效果: 零漏发, 来源: P2026-10-2}"
    )
  ) { context, run in
    let handbook = context.handbook
    for review in context.reviews where review.info.hasReadableFrontMatter {
      run.examine(.review)
      for adjustment in review.adjustments {
        run.report(incomplete(adjustment, review, context))
        guard let name = adjustment.plan, let problem = adjustment.problem,
          let index = context.directory.plans[name.value],
          context.directory.problems[problem.value] != nil
        else { continue }
        let plan = handbook.plans[index]
        if let behind = behind(name, plan, review, context) {
          run.report(behind)
          continue
        }
        let isPlanned = plan.tasks.contains { task in
          task.state != .dropped && task.from.contains { $0.value == problem.value }
        }
        if !isPlanned {
          run.report(
            unplanned(adjustment, problem, review, plan, context), about: review.info)
        }
      }
    }
  }

  private static func incomplete(
    _ adjustment: Adjustment, _ review: Review, _ context: RuleContext
  ) -> Diagnostic? {
    var keys: [Key] = []
    if adjustment.plan == nil { keys.append(.in) }
    if adjustment.who == nil { keys.append(.who) }
    keys.removeAll(where: adjustment.unreadable.contains)
    guard !keys.isEmpty else { return nil }
    let labels = keys.map { RecordSchema.adjustment.label(of: $0) }
    let names = listed(labels)
    let next = review.period.value?.next.id ?? "2026-12"
    return context.finding(
      id, at: adjustment.range.head, in: review.info.path,
      LocalizedText(
        zh: "调整「\(adjustment.what)」缺少\(names.zh)",
        en: "adjustment '\(adjustment.what)' lacks \(names.en)"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "在这项调整里加上", en: "add to this adjustment"),
        example: zip(keys, labels).map { key, label in
          (review.info.writesEnglishKeys ? label.en : label.zh)
            + ": " + (key == .in ? next : "市场部")
        }.joined(separator: "\n")))
  }

  /// What a review decides can only be done after the period it looks back on.
  private static func behind(
    _ name: Located<String>, _ plan: Plan, _ review: Review, _ context: RuleContext
  ) -> Diagnostic? {
    guard let own = review.period.value, let planned = plan.period.value,
      context.calendar.last(of: planned) <= context.calendar.last(of: own)
    else { return nil }
    let next = own.next
    return context.finding(
      id, at: name.range, in: review.info.path,
      LocalizedText(
        zh: "调整落实到\(planned.label(.zh))计划，不在\(own.label(.zh))之后",
        en: "the plan of \(planned.label(.en)) does not come after \(own.label(.en))"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "改成后一期计划，例如", en: "name a later plan, as in"),
        example: next.id))
  }

  /// At the plan: that is where the author must act.
  private static func unplanned(
    _ adjustment: Adjustment, _ problem: Located<String>, _ review: Review, _ plan: Plan,
    _ context: RuleContext
  ) -> Diagnostic {
    let who = adjustment.who?.value ?? "市场部"
    let when =
      plan.period.value.map {
        "\(context.calendar.first(of: $0).iso)/\(context.calendar.last(of: $0).iso)"
      } ?? ""
    return context.finding(
      id, at: plan.info.presence(of: .tasks)?.keyRange ?? plan.info.closing, in: plan.info.path,
      LocalizedText(
        zh: "没有一项工作落实「\(adjustment.what)」（问题 \(problem.value)）",
        en: "no task carries out '\(adjustment.what)' (problem \(problem.value))"),
      notes: [
        Diagnostic.Note(
          location: SourceLocation(path: review.info.path, range: problem.range),
          message: LocalizedText(zh: "复盘里的调整", en: "the review's adjustment"))
      ],
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "在「工作安排」里加上", en: "add to the tasks"),
        example: plan.info.writesEnglishKeys
          ? "- {what: \(adjustment.what), when: \(when), who: \(who), expect: …, from: \(problem.value)}"
          : "- {内容: \(adjustment.what), 时间: \(when), 谁: \(who), 预期效果: ……, 来源: \(problem.value)}"))
  }
}
