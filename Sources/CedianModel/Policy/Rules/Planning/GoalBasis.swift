/// `goal-basis`: annual goals say from what strategy, market and competition
/// they were made.
enum GoalBasis {
  static let id = "goal-basis"

  static let rule = Rule(
    RuleDescription(
      id, .warning, of: [.goals],
      LocalizedText(
        zh: "年度目标写明公司战略、市场情况、竞争情况三项依据",
        en: "annual goals give their basis in strategy, market and competitors"),
      detail: LocalizedText(
        zh: "看每一份年度目标，三项依据缺少或为空的逐项指出。没有依据的目标，年中无法判断该不该调整。",
        en:
          "Looks at every sheet of annual goals and names the parts of the basis that are missing."),
      failing: "制定依据:\n  公司战略: 双主场增长",
      passing: "制定依据:\n  公司战略: 双主场增长\n  市场情况: 礼赠需求占两成\n  竞争情况: 中端价格带竞争变密")
  ) { context, run in
    for sheet in context.goalSheets where sheet.info.hasReadableFrontMatter {
      run.examine(.goals)
      if let finding = context.lacking(
        id, .basis, in: sheet.info,
        because: LocalizedText(
          zh: "说明目标从公司战略、市场情况、竞争情况得出",
          en: "say how strategy, market and competitors lead to the goals"),
        example: LocalizedText(
          zh: "制定依据:\n  公司战略: ……\n  市场情况: ……\n  竞争情况: ……",
          en: "basis:\n  strategy: …\n  market: …\n  competitors: …"))
      {
        run.report(finding)
        continue
      }
      guard let basis = sheet.basis, let field = sheet.info.presence(of: .basis) else { continue }
      let parts: [(Key, String?)] = [
        (.strategy, basis.strategy), (.market, basis.market), (.competitors, basis.competitors),
      ]
      let lacking = parts.filter { $0.1 == nil }.map { RecordSchema.basis.label(of: $0.0) }
      guard !lacking.isEmpty else { continue }
      let names = listed(lacking)
      run.report(
        context.finding(
          id, at: field.keyRange, in: sheet.info.path,
          LocalizedText(
            zh: "制定依据缺少\(names.zh)", en: "the basis of the goals lacks \(names.en)"),
          fix: Diagnostic.Fix(
            message: LocalizedText(zh: "在它下面补上", en: "add beneath it"),
            example: lacking.map {
              sheet.info.writesEnglishKeys ? "  \($0.en): …" : "  \($0.zh): ……"
            }.joined(separator: "\n"))))
    }
  }
}
