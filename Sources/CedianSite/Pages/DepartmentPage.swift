import CedianModel

/// What a department owes, gathered from every duty, task and goal.
struct DepartmentPageView: View {
  var roles: [EscapedHTML]
  var goals: [GoalView]
  var documents: [LinkView]
  var channelDuties: [DutyView]
  var tasks: [TaskView]
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
      .list("tasks", "未完成的工作安排，在前；最多 60 项", \.tasks),
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
  var activityDuties: EscapedHTML

  static let keys = ViewKeys<DepartmentRowView>(
    "部门（列表中的一行）",
    [
      .view("link", "部门", \.link),
      .texts("roles", "岗位", \.roles),
      .text("goals", "年度目标数", \.goals),
      .text("channelDuties", "渠道职责数", \.channelDuties),
      .text("openTasks", "未完成的工作数", \.openTasks),
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
    let open = owed.tasks.filter { isOpen($0) }
    return DepartmentPageView(
      roles: department.roles.map { EscapedHTML($0) },
      goals: owed.goals.map { sheets[$0.sheet][$0.goal] },
      documents: owed.documents.filter { $0.kind != .activity && $0.kind != .review }
        .compactMap { handbook.document($0.kind, $0.index).map { link(to: $0) } },
      channelDuties: owed.channelDuties.map { reference in
        let channel = handbook.channels[reference.channel]
        return dutyRow(channel.duties[reference.duty], source: link(to: channel.info))
      },
      tasks: open.prefix(Self.listLimit).map { reference in
        let plan = handbook.plans[reference.plan]
        return taskRow(plan.tasks[reference.task], of: plan)
      },
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
        func count(_ number: Int) -> EscapedHTML { EscapedHTML(number == 0 ? "" : "\(number)") }
        return DepartmentRowView(
          link: link(department.name, .department(id: department.id)),
          roles: department.roles.map { EscapedHTML($0) }, goals: count(owed.goals.count),
          channelDuties: count(owed.channelDuties.count),
          openTasks: count(owed.tasks.count { isOpen($0) }),
          activityDuties: count(owed.activityDuties.count))
      })
  }

  private func isOpen(_ reference: (plan: Int, task: Int)) -> Bool {
    let state = handbook.plans[reference.plan].tasks[reference.task].state
    return state == nil || state == .open
  }
}
