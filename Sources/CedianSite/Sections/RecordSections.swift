import CedianModel

/// A duty: who does what by when, and where it is written down.
struct DutyView: View {
  var task: EscapedHTML
  var who: LinkView?
  var by: EscapedHTML
  /// On a department's page: the channel or activity that the duty belongs to.
  var source: LinkView?

  static let keys = ViewKeys<DutyView>(
    "分工",
    [
      .text("task", "任务", \.task),
      .view("who", "负责的部门或岗位", \.who),
      .text("by", "完成时间", \.by),
      .view("source", "出自哪个渠道或活动（仅部门页）", \.source),
    ])
}

/// A planned task.
struct TaskView: View {
  var anchor: EscapedHTML
  var id: EscapedHTML
  var what: EscapedHTML
  var when: EscapedHTML
  var who: LinkView?
  var expect: EscapedHTML
  var note: EscapedHTML
  var status: StatusView?
  var from: [LinkView]
  var plan: LinkView?

  static let keys = ViewKeys<TaskView>(
    "工作安排",
    [
      .text("anchor", "锚点；没有编号时为空", \.anchor),
      .text("id", "编号", \.id),
      .text("what", "内容", \.what),
      .text("when", "时间", \.when),
      .view("who", "负责", \.who),
      .text("expect", "预期效果", \.expect),
      .text("note", "备注：做成了什么；可为空", \.note),
      .view("status", "进展", \.status),
      .list("from", "来源问题", \.from),
      .view("plan", "所属计划", \.plan),
    ])
}

/// One item of a budget.
struct BudgetItemView: View {
  var item: EscapedHTML
  var channel: LinkView?
  var amount: ValueView
  /// Of the total, with one decimal.
  var share: EscapedHTML

  static let keys = ViewKeys<BudgetItemView>(
    "预算项目",
    [
      .text("item", "项目", \.item),
      .view("channel", "渠道", \.channel),
      .view("amount", "金额", \.amount),
      .text("share", "占比", \.share),
    ])
}

struct BudgetView: View {
  var items: [BudgetItemView]
  var total: ValueView

  static let keys = ViewKeys<BudgetView>(
    "预算",
    [
      .list("items", "各项；只写一个总数时为空", \.items),
      .view("total", "合计", \.total),
    ])
}

extension PageScope {
  func dutyRow(_ duty: Duty, source: LinkView? = nil) -> DutyView {
    DutyView(
      task: EscapedHTML(duty.task), who: party(duty.who?.value),
      by: duty.by.map { EscapedHTML($0.label(language)) } ?? .empty, source: source)
  }

  /// `namesPlan` where the row stands away from its plan; `marksAnchor` where it is
  /// the plan's own page, which links lead to.
  func taskRow(
    _ task: PlanTask, of plan: Plan, namesPlan: Bool = true, marksAnchor: Bool = false
  ) -> TaskView {
    let id = task.id?.value ?? ""
    return TaskView(
      anchor: marksAnchor && !id.isEmpty ? EscapedHTML(recordAnchor(id)) : .empty,
      id: EscapedHTML(id), what: EscapedHTML(task.what),
      when: task.when.value.map { EscapedHTML($0.label(language, countingDays: false)) } ?? .empty,
      who: party(task.who?.value), expect: EscapedHTML(task.expect ?? ""),
      note: EscapedHTML(task.note ?? ""), status: status(of: task),
      from: task.from.map { problem($0.value) },
      plan: !namesPlan ? nil : link(to: plan.info, anchor: id.isEmpty ? nil : recordAnchor(id)))
  }

  func budget(_ budget: Budget?) -> BudgetView? {
    guard let budget, !budget.items.isEmpty else { return nil }
    let total = budget.total
    let (scale, isPositive) = (scale(of: total), total > 0)
    let isList = budget.items.count > 1 || budget.items[0].item != nil
    let items =
      !isList
      ? []
      : budget.items.map { item in
        BudgetItemView(
          item: EscapedHTML(item.item ?? ""), channel: item.channel.map { channel($0.value) },
          amount: money(item.amount.value.value, in: scale),
          share: isPositive
            ? EscapedHTML(NumberFormat.percent(item.amount.value.value, of: total)) : .empty)
      }
    return BudgetView(
      items: items, total: isList ? money(total, in: scale) : money(total))
  }
}
