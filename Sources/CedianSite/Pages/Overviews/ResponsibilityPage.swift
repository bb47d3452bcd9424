import CedianModel

/// Who owes what: each department's obligations counted, then duty by duty.
struct ResponsibilitiesView: View {
  var totals: [ResponsibilityTotalView]
  var departments: [LinkView]
  var width: EscapedHTML
  var groups: [DutyGroupView]

  static let keys = ViewKeys<ResponsibilitiesView>(
    "责任矩阵",
    [
      .list("totals", "各部门各类责任的数目", \.totals),
      .list("departments", "矩阵的列：部门", \.departments),
      .text("width", "矩阵共几列", \.width),
      .list("groups", "矩阵的行：制度章节和点名部门的条款、年度目标、渠道职责、本月工作、本季度活动", \.groups),
    ])
}

struct ResponsibilityTotalView: View {
  var department: LinkView
  var chapters: EscapedHTML
  var goals: LinkView?
  var channelDuties: LinkView?
  var tasks: LinkView?
  var activityDuties: LinkView?
  var adjustments: LinkView?

  static let keys = ViewKeys<ResponsibilityTotalView>(
    "一个部门的责任",
    [
      .view("department", "部门", \.department),
      .text("chapters", "负责的制度条款数，条款点名的归所点的部门，其余归章节负责人；没有时为空", \.chapters),
      .view("goals", "年度目标数", \.goals),
      .view("channelDuties", "渠道职责数", \.channelDuties),
      .view("tasks", "未完成的工作数", \.tasks),
      .view("activityDuties", "活动分工数", \.activityDuties),
      .view("adjustments", "未了的调整数", \.adjustments),
    ])
}

struct DutyGroupView: View {
  var title: EscapedHTML
  var note: EscapedHTML
  var rows: [DutyRowView]

  static let keys = ViewKeys<DutyGroupView>(
    "一类责任",
    [
      .text("title", "类别", \.title),
      .text("note", "没有列全时说明；可为空", \.note),
      .list("rows", "各项责任", \.rows),
    ])
}

struct DutyRowView: View {
  var source: LinkView
  var duty: EscapedHTML
  var who: [LinkView]
  var cells: [CellView]

  static let keys = ViewKeys<DutyRowView>(
    "一项责任",
    [
      .view("source", "出自哪里", \.source),
      .text("duty", "职责；可为空", \.duty),
      .list("who", "所写的部门或岗位", \.who),
      .list("cells", "各部门：负责的有 ●", \.cells),
    ])
}

extension PageScope {
  func responsibilities() -> ResponsibilitiesView {
    let site = handbook.site
    var clauses: [String: Int] = [:]
    for chapter in handbook.chapters where !chapter.isProposal {
      let owners = departments(of: chapter.info.owner.value ?? "", in: site)
      for clause in chapter.info.body.clauses {
        let named = named(in: clause)
        for department in named.isEmpty ? owners : named { clauses[department.id, default: 0] += 1 }
      }
    }
    return ResponsibilitiesView(
      totals: site.departments.map { total($0, clauses: clauses[$0.id] ?? 0) },
      departments: site.departments.map { link($0.name, .department(id: $0.id)) },
      width: EscapedHTML("\(site.departments.count + 2)"),
      groups: [chapterDuties(), goalDuties(), channelDuties(), taskDuties(), activityDuties()]
        .filter { !$0.rows.isEmpty })
  }

  private func total(_ department: Department, clauses: Int) -> ResponsibilityTotalView {
    let owed = context.obligations[department.id] ?? Obligations()
    let page = Permalink.department(id: department.id)
    func count(_ number: Int, _ section: String) -> LinkView? {
      number == 0 ? nil : link("\(number)", page, anchor: "section." + section)
    }
    let open = owed.tasks.count {
      let state = handbook.plans[$0.plan].tasks[$0.task].state
      return state == nil || state == .open
    }
    return ResponsibilityTotalView(
      department: link(department.name, page),
      chapters: EscapedHTML(clauses == 0 ? "" : "\(clauses)"),
      goals: count(owed.goals.count, "goals"),
      channelDuties: count(owed.channelDuties.count, "channelDuties"),
      tasks: count(open, "tasks"),
      activityDuties: count(owed.activityDuties.count, "activityDuties"),
      adjustments: count(
        owed.adjustments.count { isOpen(adjustment: $0) }, "adjustments"))
  }

  /// The departments that a clause's own words name, by name or role. One that
  /// names none is the chapter owner's.
  private func named(in clause: Body.Clause) -> [Department] {
    handbook.site.departments.filter { department in
      ([department.name] + department.roles).contains { clause.words.holds($0) }
    }
  }

  /// Each chapter with its owner, and below it the clauses that name others.
  private func chapterDuties() -> DutyGroupView {
    DutyGroupView(
      title: say(.policy), note: .empty,
      rows: context.chaptersInOrder.flatMap { index -> [DutyRowView] in
        let chapter = handbook.chapters[index]
        guard !chapter.isProposal else { return [] }
        let owner = departments(of: chapter.info.owner.value ?? "", in: handbook.site)
        let own = row(link(to: chapter.info), .empty, [chapter.info.owner.value])
        return [own]
          + chapter.info.body.clauses.compactMap { clause in
            let named = named(in: clause)
            guard !named.isEmpty, named != owner else { return nil }
            return row(
              link(
                clause.number, .document(.policy, id: chapter.info.id.value),
                anchor: clause.anchor),
              EscapedHTML(shortened(clause.words)), named.map(\.name))
          }
      })
  }

  /// A clause's first sentence.
  private func shortened(_ words: String) -> String {
    words.firstIndex { "。；：".contains($0) }.map { String(words[..<$0]) } ?? words
  }

  /// The goals of the year.
  private func goalDuties() -> DutyGroupView {
    let year = handbook.calendar.year(of: .month(of: context.options.asOf))
    let sheet = handbook.goalSheets.first { $0.period.value == year }
    return DutyGroupView(
      title: EscapedHTML(
        trusted: "\(say(.goals).html) · \(EscapedHTML(year.label(language)).html)"),
      note: .empty,
      rows: (sheet?.goals ?? []).map { goal in
        row(self.goal(goal.id.value), EscapedHTML(""), [goal.owner?.value])
      })
  }

  /// Whether what a review decided is still to be done.
  func isOpen(adjustment reference: (review: Int, adjustment: Int)) -> Bool {
    let adjustment = handbook.reviews[reference.review].adjustments[reference.adjustment]
    guard let id = adjustment.problem?.value, let found = context.directory.problems[id] else {
      return true
    }
    return context.answers.outcome(
      of: handbook.reviews[found.review].problems[found.problem], in: handbook,
      asOf: context.options.asOf
    ).isOpen
  }

  private func channelDuties() -> DutyGroupView {
    DutyGroupView(
      title: say(.channelDuties), note: .empty,
      rows: handbook.channels.filter(\.isActive).flatMap { channel in
        channel.duties.map { duty in
          row(link(to: channel.info), EscapedHTML(duty.task), [duty.who?.value])
        }
      })
  }

  private func taskDuties() -> DutyGroupView {
    let month = Period.month(of: context.options.asOf)
    let plan = context.planByPeriod[month].map { handbook.plans[$0] }
    return DutyGroupView(
      title: EscapedHTML(
        trusted: "\(say(.tasks).html) · \(EscapedHTML(month.label(language)).html)"),
      note: .empty,
      rows: plan.map { plan in
        plan.tasks.prefix(Self.listLimit).map { task in
          let id = task.id?.value
          return row(
            link(
              id ?? plan.info.title, .document(.plan, id: plan.info.id.value),
              anchor: id.map(recordAnchor)), EscapedHTML(task.what), [task.who?.value])
        }
      } ?? [])
  }

  /// The current quarter's activities, each with the departments that share it.
  private func activityDuties() -> DutyGroupView {
    let quarter = Period.quarter(of: context.options.asOf)
    let found = context.activities(overlapping: quarter.span, limit: Self.listLimit + 1)
      .filter { !$0.isCancelled && !$0.duties.isEmpty }
    let name = EscapedHTML(quarter.label(language)).html
    return DutyGroupView(
      title: EscapedHTML(trusted: "\(say(.activityDuties).html) · \(name)"),
      note: found.count > Self.listLimit ? say(.onlyNewest) : .empty,
      rows: found.prefix(Self.listLimit).map { activity in
        row(link(to: activity.info), .empty, activity.duties.map { $0.who?.value })
      })
  }

  /// A mark for each department that `parties` name, beside the names as written.
  private func row(_ source: LinkView, _ duty: EscapedHTML, _ parties: [String?]) -> DutyRowView {
    var names: [String] = []
    var marked: Set<String> = []
    for case let written? in parties {
      if !names.contains(written) { names.append(written) }
      for department in departments(of: written, in: handbook.site) {
        marked.insert(department.id)
      }
    }
    return DutyRowView(
      source: source, duty: duty, who: names.compactMap(party),
      cells: handbook.site.departments.map { department in
        CellView(
          column: EscapedHTML(department.name),
          status: marked.contains(department.id)
            ? StatusView("●", say(.inCharge), "plain") : nil)
      })
  }
}
