/// `problem-without-adjustment`: each problem of a review has an adjustment.
enum ProblemWithoutAdjustment {
  static let id = "problem-without-adjustment"

  static let rule = Rule(
    RuleDescription(
      id, .error, of: [.review],
      LocalizedText(
        zh: "复盘发现的每个问题都编号，并有对应的调整",
        en: "each problem of a review has an id and an adjustment"),
      detail: LocalizedText(
        zh: "看每份复盘里的问题：没有编号的、没有一项调整针对它的，都会报告。",
        en: "Looks at the problems of every review: those without an id and those nothing answers."),
      failing: "问题:\n  - {id: P2026-10-1, 内容: 赠品漏发51宗}",
      passing:
        "问题:\n  - {id: P2026-10-1, 内容: 赠品漏发51宗}\n调整:\n  - {针对: P2026-10-1, 内容: 赠品并单出库, 落实计划: 2026-11, 谁: 客服主管}"
    )
  ) { context, run in
    // An adjustment may stand in a later review too, where the problem came back.
    var answered: Set<String> = []
    for review in context.handbook.reviews {
      for adjustment in review.adjustments {
        if let problem = adjustment.problem?.value { answered.insert(problem) }
      }
    }
    for review in context.reviews where review.info.hasReadableFrontMatter {
      run.examine(.review)
      let next = review.period.value?.next.id ?? "2026-12"
      let english = review.info.writesEnglishKeys
      for problem in review.problems {
        guard let id = problem.id else {
          guard problem.unreadable.isEmpty else { continue }
          run.report(
            context.finding(
              Self.id, at: problem.range.head, in: review.info.path,
              LocalizedText(
                zh: "问题「\(problem.what)」没有编号，调整无法对应它",
                en: "problem '\(problem.what)' has no id for an adjustment to name"),
              fix: Diagnostic.Fix(
                message: LocalizedText(zh: "给它编号，例如", en: "give it one, as in"),
                example: "id: \(freeID(review, context))")))
          continue
        }
        guard !answered.contains(id.value) else { continue }
        run.report(
          context.finding(
            Self.id, at: id.range, in: review.info.path,
            LocalizedText(
              zh: "问题「\(problem.what)」没有对应的调整",
              en: "nothing is adjusted for problem '\(problem.what)'"),
            fix: Diagnostic.Fix(
              message: LocalizedText(
                zh: "在「调整」里写出怎么办、落实到哪一期计划、由谁负责",
                en: "add what is done, in which plan, by whom"),
              example: english
                ? "adjustments:\n  - {for: \(id.value), what: …, in: \(next), who: 市场部}"
                : "调整:\n  - {针对: \(id.value), 内容: ……, 落实计划: \(next), 谁: 市场部}")))
      }
    }
  }

  /// The first number that no problem has yet: `P2026-10-2`.
  private static func freeID(_ review: Review, _ context: RuleContext) -> String {
    let stem = "P\(review.period.value?.id ?? "2026-11")-"
    var number = 1
    while context.directory.problems[stem + "\(number)"] != nil { number += 1 }
    return stem + "\(number)"
  }
}
