import CedianModel
import Foundation

/// The sections about what was done and what comes next.
extension ReportTables {
  var tasks: ReportTable? { taskTable(report.tasks, LocalizedText(zh: "工作", en: "Tasks")) }

  var nextTasks: ReportTable? {
    guard report.period.monthCount < 12, let plan = report.nextPlan else { return nil }
    let next = report.period.next
    let tasks = handbook.plans[plan].tasks.indices.map {
      ReportedTask(plan: plan, task: $0, progress: .open)
    }
    return taskTable(
      tasks, LocalizedText(zh: "\(next.shortLabel(.zh))工作", en: "Tasks of \(next.label(.en))"),
      showsProgress: false)
  }

  private func taskTable(
    _ tasks: [ReportedTask], _ title: LocalizedText, showsProgress: Bool = true
  ) -> ReportTable? {
    guard !tasks.isEmpty else { return nil }
    let order: [TaskProgress] = [.late, .open, .done, .dropped]
    let sorted = order.flatMap { state in tasks.filter { $0.progress == state } }
    return ReportTable(
      title: title,
      columns: (showsProgress ? [.init("进展", "state")] : [])
        + [.init("工作", "task"), .init("谁", "who"), .init("时间", "when")],
      rows: sorted.map { entry in
        let task = handbook.plans[entry.plan].tasks[entry.task]
        let state: ReportTable.Cell = .init(
          "\(entry.progress.glyph) " + entry.progress.label,
          entry.progress == .late ? .warn : .plain)
        let span = task.when.value
        return (showsProgress ? [state] : []) + [
          .init(task.what), .init(task.who?.value ?? "—"),
          .init(
            LocalizedText(
              zh: span?.label(.zh, countingDays: false) ?? "—",
              en: span?.label(.en, countingDays: false) ?? "—")),
        ]
      })
  }

  var budget: ReportTable? {
    let budget = report.budget
    guard budget.planned != nil || budget.spent?.value != nil else { return nil }
    let noChannel = LocalizedText(zh: "未分渠道", en: "no channel")
    let parts = budget.channels.map { part -> [ReportTable.Cell] in
      let name = part.channel.map { handbook.channels[$0].info.title }
      return [
        .init(name.map { LocalizedText(zh: $0, en: $0) } ?? noChannel), .init(money(part.planned)),
        .init(money(part.spent?.value)), share(part.execution),
      ]
    }
    let total: [ReportTable.Cell] = [
      .init(LocalizedText(zh: "合计", en: "total")), .init(money(budget.planned)),
      .init(money(budget.spent?.value)), share(budget.execution),
    ]
    return ReportTable(
      title: LocalizedText(zh: "预算", en: "Budget"),
      columns: [
        .init("渠道", "channel"), .init("预算", "planned", isNumber: true),
        .init("花费", "spent", isNumber: true), .init("执行率", "execution", isNumber: true),
      ], rows: parts + [total],
      note: report.state == .open
        ? budget.pacing.map {
          let shown = NumberFormat.percent(fraction: $0)
          return LocalizedText(
            zh: "按已过的\(budget.elapsedDays)/\(budget.totalDays)天计，进度为\(shown)",
            en: "pacing \(shown) after \(budget.elapsedDays) of \(budget.totalDays) days")
        } : nil)
  }

  private func share(_ value: Decimal?) -> ReportTable.Cell {
    guard let value else { return .init("—", .faint) }
    return .init(NumberFormat.percent(fraction: value), value > 1 ? .bad : .plain)
  }

  var loop: ReportTable? {
    problemTable(report.loop, LocalizedText(zh: "上期问题的去向", en: "Problems of the period before"))
  }

  var problems: ReportTable? {
    problemTable(report.problems, LocalizedText(zh: "本期问题与调整", en: "Problems and adjustments"))
  }

  private func problemTable(_ problems: [ReportedProblem], _ title: LocalizedText) -> ReportTable? {
    guard !problems.isEmpty else { return nil }
    return ReportTable(
      title: title,
      columns: [.init("问题", "problem"), .init("调整", "adjustment"), .init("去向", "outcome")],
      rows: problems.map { entry in
        let problem = handbook.reviews[entry.review].problems[entry.problem]
        let answers = entry.adjustments
        let tone: ReportTable.Tone =
          entry.outcome == .done ? .good : entry.outcome == .unanswered ? .bad : .plain
        return [
          .init(problem.what),
          .init(answers.isEmpty ? "—" : answers.map(\.what).joined(separator: "；")),
          .init(entry.outcome.label, tone),
        ]
      })
  }

  /// How plans changed in the period, as its page shows it.
  var planChanges: ReportTable? {
    let changes = source.planChanges(of: report, in: history)
    guard !changes.isEmpty || history.gapNote != nil else { return nil }
    let limit = 60
    let rest = changes.count - limit
    let notes = [
      rest > 0 ? LocalizedText(zh: "另有 \(rest) 项", en: "\(rest) more") : nil, history.gapNote,
    ].compactMap { $0 }
    return ReportTable(
      title: LocalizedText(zh: "本期计划的变动", en: "How plans changed in this period"),
      columns: [
        .init("日期", "day"), .init("文档", "document"), .init("变动", "change"),
        .init("改了什么", "what changed"), .init("提交", "commit"),
      ],
      rows: changes.prefix(limit).map { became in
        let words = became.changes.map(\.words)
        let day = LocalizedText(
          zh: became.newest.day.label(.zh), en: became.newest.day.label(.en))
        return [
          .init(day, .faint), .init(source.title(ofChanged: became.path, in: history)),
          .init(became.status.label),
          .init(
            words.isEmpty
              ? dash
              : LocalizedText(
                zh: words.map(\.zh).joined(separator: "；"),
                en: words.map(\.en).joined(separator: "; "))), .init(became.origin, .faint),
        ]
      },
      note: notes.isEmpty
        ? nil
        : LocalizedText(
          zh: notes.map(\.zh).joined(separator: "；"), en: notes.map(\.en).joined(separator: "; ")))
  }

  var policy: ReportTable? {
    guard !findings.isEmpty else { return nil }
    return ReportTable(
      title: LocalizedText(zh: "制度检查", en: "Policy"),
      columns: [
        .init("条款", "clause"), .init("要求", "requirement"), .init("错误", "errors", isNumber: true),
        .init("警告", "warnings", isNumber: true),
      ],
      rows: findings.map {
        [
          .init($0.clause?.number ?? "—"), .init($0.clause?.words ?? "—"), .init("\($0.errors)"),
          .init("\($0.warnings)"),
        ]
      })
  }

  var data: ReportTable? {
    let quality = report.quality
    guard !quality.files.isEmpty || !quality.gaps.isEmpty else { return nil }
    let files = quality.files.map { "\($0.path) (\($0.rows))" }.joined(separator: ", ")
    return ReportTable(
      title: LocalizedText(zh: "数据", en: "Data"),
      columns: [
        .init("月份", "month"), .init("渠道", "channel"), .init("未填报", "not reported"),
        .init("说明", "reason"),
      ],
      rows: quality.gaps.map {
        [
          .init($0.month.id), .init(handbook.channels[$0.channel].info.title),
          .init(handbook.metrics[$0.metric].name), .init($0.reason ?? "—"),
        ]
      },
      note: LocalizedText(
        zh: "应填\(quality.expected)项，已填\(quality.reported)项"
          + (files.isEmpty ? "" : "；来源：\(files)"),
        en: "\(quality.reported) of \(quality.expected) values reported"
          + (files.isEmpty ? "" : "; from \(files)")))
  }
}
