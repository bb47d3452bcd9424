import CedianModel

/// What a department owes, gathered from every duty, task and goal.
struct DepartmentPageView: View {
  var roles: [EscapedHTML]
  var goals: [GoalView]
  var documents: [LinkView]
  var channelDuties: [DutyView]
  var overdue: [OpenFindingView]
  var overdueCount: EscapedHTML
  var tasks: [TaskView]
  var lateTasks: EscapedHTML
  var activityDuties: [DutyView]
  var activityDutyCount: EscapedHTML
  var adjustments: [AdjustmentView]

  static let keys = ViewKeys<DepartmentPageView>(
    "部门页",
    [
      .texts("roles", "岗位", \.roles),
      .list("goals", "负责的年度目标", \.goals),
      .list("documents", "负责的渠道与计划", \.documents),
      .list("channelDuties", "渠道职责", \.channelDuties),
      .list("overdue", "所负责文档的逾期事项，最久的在前；最多 60 项", \.overdue),
      .text("overdueCount", "逾期事项总数；没有时为空", \.overdueCount),
      .list("tasks", "未完成的工作安排，逾期的在前；最多 60 项", \.tasks),
      .text("lateTasks", "其中逾期几项；没有时为空", \.lateTasks),
      .list("activityDuties", "活动分工，新的在前，最多 60 项", \.activityDuties),
      .text("activityDutyCount", "活动分工总数", \.activityDutyCount),
      .list("adjustments", "负责落实、尚未了结的调整", \.adjustments),
    ])
}

/// A department in the index: how much it owes of each kind.
struct DepartmentRowView: View {
  var link: LinkView
  var roles: [EscapedHTML]
  var goals: EscapedHTML
  var channelDuties: EscapedHTML
  var openTasks: EscapedHTML
  var lateTasks: EscapedHTML
  var activityDuties: EscapedHTML

  static let keys = ViewKeys<DepartmentRowView>(
    "部门（列表中的一行）",
    [
      .view("link", "部门", \.link),
      .texts("roles", "岗位", \.roles),
      .text("goals", "年度目标数", \.goals),
      .text("channelDuties", "渠道职责数", \.channelDuties),
      .text("openTasks", "未完成的工作数", \.openTasks),
      .text("lateTasks", "其中逾期的工作数", \.lateTasks),
      .text("activityDuties", "活动分工数", \.activityDuties),
    ])
}

struct DepartmentIndexView: View {
  var departments: [DepartmentRowView]

  static let keys = ViewKeys<DepartmentIndexView>(
    "部门索引", [.list("departments", "各部门", \.departments)])
}

extension PageScope {
  func departmentPage(_ department: Department) -> DepartmentPageView {
    let owed = context.obligations[department.id] ?? Obligations()
    let sheets = handbook.goalSheets.map { goals(of: $0) }
    // Newest activities first, as everywhere.
    let duties = owed.activityDuties.sorted {
      (handbook.activities[$0.activity].time.value?.start.ordinal ?? 0, $1.duty)
        > (handbook.activities[$1.activity].time.value?.start.ordinal ?? 0, $0.duty)
    }
    let late = lateTasks(owed)
    let open = late + owed.tasks.filter { progress($0) == .open }
    let overdue = overdueFindings(of: department)
    return DepartmentPageView(
      roles: department.roles.map { EscapedHTML($0) },
      goals: owed.goals.map { sheets[$0.sheet][$0.goal] },
      documents: owed.documents.filter { $0.kind != .activity && $0.kind != .review }
        .compactMap { handbook.document($0.kind, $0.index).map { link(to: $0) } },
      channelDuties: owed.channelDuties.map { reference in
        let channel = handbook.channels[reference.channel]
        return dutyRow(channel.duties[reference.duty], source: link(to: channel.info))
      },
      overdue: overdue.prefix(Self.listLimit).map(openFinding),
      overdueCount: count(overdue.count),
      tasks: open.prefix(Self.listLimit).map { reference in
        let plan = handbook.plans[reference.plan]
        return taskRow(plan.tasks[reference.task], of: plan)
      },
      lateTasks: count(late.count),
      activityDuties: duties.prefix(Self.listLimit).map { reference in
        let activity = handbook.activities[reference.activity]
        return dutyRow(activity.duties[reference.duty], source: link(to: activity.info))
      },
      activityDutyCount: EscapedHTML("\(duties.count)"),
      adjustments: owed.adjustments.filter { isOpen(adjustment: $0) }.map { reference in
        adjustmentRow(handbook.reviews[reference.review].adjustments[reference.adjustment])
      })
  }

  func departmentIndex() -> DepartmentIndexView {
    DepartmentIndexView(
      departments: handbook.site.departments.map { department in
        let owed = context.obligations[department.id] ?? Obligations()
        return DepartmentRowView(
          link: link(department.name, .department(id: department.id)),
          roles: department.roles.map { EscapedHTML($0) }, goals: count(owed.goals.count),
          channelDuties: count(owed.channelDuties.count),
          openTasks: count(owed.tasks.count { progress($0) == .open || progress($0) == .late }),
          lateTasks: count(lateTasks(owed).count),
          activityDuties: count(owed.activityDuties.count))
      })
  }

  private func count(_ number: Int) -> EscapedHTML { EscapedHTML(number == 0 ? "" : "\(number)") }

  private func progress(_ reference: (plan: Int, task: Int)) -> TaskProgress {
    handbook.plans[reference.plan].tasks[reference.task].progress(asOf: context.options.asOf)
  }

  /// Those that were due first come first.
  private func lateTasks(_ owed: Obligations) -> [(plan: Int, task: Int)] {
    let late = owed.tasks.filter { progress($0) == .late }
    let ends = late.map { handbook.plans[$0.plan].tasks[$0.task].when.value?.end.ordinal ?? 0 }
    return late.indices.sorted { (ends[$0], $0) < (ends[$1], $1) }.map { late[$0] }
  }

  /// What is overdue of the documents that the department answers for.
  private func overdueFindings(of department: Department) -> [Diagnostic] {
    var isOwn: [String: Bool] = [:]
    return context.compliance.overdue.filter { finding in
      guard let owner = context.document(at: finding.judged)?.owner.value else { return false }
      if let known = isOwn[owner] { return known }
      let owns = departments(of: owner, in: handbook.site).contains { $0.id == department.id }
      isOwn[owner] = owns
      return owns
    }
  }
}
