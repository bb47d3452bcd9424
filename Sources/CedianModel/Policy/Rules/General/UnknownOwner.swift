/// `unknown-owner`: whoever owns a document, a duty or a task is a department
/// or role of site.yml, so that every obligation falls on someone there is.
enum UnknownOwner {
  static let id = "unknown-owner"

  static let rule = Rule(
    RuleDescription(
      id, .error, of: DocumentKind.allCases,
      LocalizedText(
        zh: "负责人、分工和审批人是 site.yml 里有的部门或岗位",
        en: "owners, doers and approvers are departments or roles of site.yml"),
      detail: LocalizedText(
        zh: "看所有文档的负责人，以及职责、任务、分工、审批、合规检查、调整里写到的人。site.yml 没有列出部门时不检查。",
        en: """
          Looks at every document's owner and at whoever is named in duties, tasks, approvals, \
          compliance checks and adjustments; quiet while site.yml lists no departments.
          """),
      failing: "负责人: 市场布", passing: "负责人: 市场部")
  ) { context, run in
    let site = context.handbook.site
    guard !site.departments.isEmpty else { return }
    var names = NameTable<Bool>()
    for department in site.departments {
      for name in [department.id, department.name] + department.roles { names[name] = true }
    }
    func check(_ party: Located<String>?, _ path: String) {
      guard let party, names[party.value] == nil else { return }
      // Several departments may share one duty: 「市场部、技术部」.
      let parts = party.value.split { "、，,/和与".contains($0) }
        .map { part in String(part.split(whereSeparator: \.isWhitespace).joined(separator: " ")) }
      if parts.count > 1, parts.allSatisfy({ names[$0] != nil }) { return }
      run.report(unknown(party, path, site, context))
    }
    let handbook = context.handbook
    handbook.forEachDocument {
      run.examine($0.kind)
      check($0.owner.located, $0.path)
    }
    for channel in handbook.channels {
      for duty in channel.duties { check(duty.who, channel.info.path) }
      for account in channel.accounts + channel.stores { check(account.owner, channel.info.path) }
    }
    for sheet in handbook.goalSheets {
      for goal in sheet.goals { check(goal.owner, sheet.info.path) }
    }
    for plan in handbook.plans {
      for task in plan.tasks { check(task.who, plan.info.path) }
      for item in plan.staffing { check(item.who, plan.info.path) }
    }
    for index in handbook.activities.indices {
      let path = handbook.activities[index].info.path
      for duty in handbook.activities[index].duties { check(duty.who, path) }
      check(handbook.activities[index].approval?.by, path)
      for item in handbook.activities[index].compliance { check(item.by, path) }
    }
    for review in handbook.reviews {
      for adjustment in review.adjustments { check(adjustment.who, review.info.path) }
    }
  }

  private static func unknown(
    _ party: Located<String>, _ path: String, _ site: SiteConfiguration, _ context: RuleContext
  ) -> Diagnostic {
    let known = site.departments.flatMap { [$0.name] + $0.roles }
    let near = nearest(to: party.value, among: known)
    let all = site.departments.map(\.name).joined(separator: "、")
    return context.finding(
      id, at: party.range, in: path,
      LocalizedText(
        zh: "「\(party.value)」不是 site.yml 里的部门或岗位",
        en: "'\(party.value)' is neither a department nor a role of site.yml"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: (near.map { "是不是想写「\($0)」？" } ?? "") + "已有的部门：\(all)",
          en: (near.map { "did you mean '\($0)'? " } ?? "") + "departments: \(all)")))
  }
}
