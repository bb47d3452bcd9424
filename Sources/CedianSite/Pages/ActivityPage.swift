import CedianModel

/// An activity: its six fields, what they cost and bring, who does what.
struct ActivityPageView: View {
  var status: StatusView?
  var approval: StatusView?
  var time: EscapedHTML
  var owner: LinkView?
  var fields: [FactView]
  var facts: [FactView]
  var supports: [LinkView]
  var findings: [FindingView]
  var targets: [TargetRowView]
  var hasResults: Bool
  var timeline: TimelineView?
  var budget: BudgetView?
  var duties: [DutyView]
  var risks: [RiskView]
  var approvalFacts: [FactView]
  var compliance: [DutyView]
  var incidents: [IncidentView]
  var evaluation: LinkView?
  var conclusion: EscapedHTML
  var lessons: [EscapedHTML]
  var body: EscapedHTML

  static let keys = ViewKeys<ActivityPageView>(
    "活动页",
    [
      .view("status", "状态", \.status),
      .view("approval", "审批状态", \.approval),
      .text("time", "时间", \.time),
      .view("owner", "负责人", \.owner),
      .list("fields", "六要素：主题、目标、时间、参与对象、活动形式、预期效果", \.fields),
      .list("facts", "渠道、客户洞察、节日热点、标签等", \.facts),
      .list("supports", "支撑的年度目标", \.supports),
      .list("findings", "对本活动的检查结果", \.findings),
      .list("targets", "目标与结果", \.targets),
      .flag("hasResults", "是否已有评估结果", \.hasResults),
      .view("timeline", "计划、实际与宣传的时间轴", \.timeline),
      .view("budget", "预算", \.budget),
      .list("duties", "分工", \.duties),
      .list("risks", "风险", \.risks),
      .list("approvalFacts", "审批状态、审批人、审批日期", \.approvalFacts),
      .list("compliance", "合规检查", \.compliance),
      .list("incidents", "突发情况", \.incidents),
      .view("evaluation", "评估页", \.evaluation),
      .text("conclusion", "评估结论", \.conclusion),
      .texts("lessons", "经验", \.lessons),
      .html("body", "正文", \.body),
    ])
}

struct RiskView: View {
  var risk: EscapedHTML
  var likelihood: StatusView?
  var impact: StatusView?
  var response: EscapedHTML

  static let keys = ViewKeys<RiskView>(
    "风险",
    [
      .text("risk", "风险", \.risk),
      .view("likelihood", "可能性", \.likelihood),
      .view("impact", "影响", \.impact),
      .text("response", "应急预案", \.response),
    ])
}

struct IncidentView: View {
  var on: EscapedHTML
  var what: EscapedHTML
  var handled: EscapedHTML

  static let keys = ViewKeys<IncidentView>(
    "突发情况",
    [
      .text("on", "日期", \.on),
      .text("what", "情况", \.what),
      .text("handled", "处理", \.handled),
    ])
}

extension PageScope {
  func activityPage(_ activity: Activity) -> ActivityPageView {
    let evaluation = context.evaluationByActivity[activity.info.id.value]
      .map { handbook.evaluations[$0] }
    let time = activity.time.value.map { EscapedHTML($0.label(language)) }
    let supports = activity.supports.map { goal($0.value) }
    return ActivityPageView(
      status: activity.status.value.map(status),
      approval: activity.approval?.status.map { status(of: $0.value) },
      time: time ?? .empty, owner: party(activity.info.owner.value),
      fields: sixFields(activity, time), facts: facts(activity, supports), supports: supports,
      findings: findings(in: activity.info.path),
      targets: targetRows(activity.allTargets(in: context.directory), evaluation: evaluation),
      hasResults: evaluation != nil, timeline: timeline(of: activity),
      budget: budget(activity.budget), duties: activity.duties.map { dutyRow($0) },
      risks: activity.risks.map { risk in
        RiskView(
          risk: EscapedHTML(risk.risk), likelihood: risk.likelihood.map(status),
          impact: risk.impact.map(status), response: EscapedHTML(risk.response ?? ""))
      },
      approvalFacts: approvalFacts(activity.approval),
      compliance: activity.compliance.map { item in
        DutyView(
          task: EscapedHTML(item.item), who: party(item.by?.value),
          by: item.on.map { EscapedHTML($0.label(language)) } ?? .empty)
      },
      incidents: activity.incidents.map { incident in
        IncidentView(
          on: incident.on.map { EscapedHTML($0.label(language)) } ?? .empty,
          what: EscapedHTML(incident.what), handled: EscapedHTML(incident.handled ?? ""))
      },
      evaluation: evaluation.map { link(to: $0.info) },
      conclusion: EscapedHTML(evaluation?.conclusion ?? ""),
      lessons: evaluation?.lessons.map { EscapedHTML($0) } ?? [], body: body(activity.info))
  }

  /// The six fields of clause 4.1, each shown even where it is missing.
  private func sixFields(_ activity: Activity, _ time: EscapedHTML?) -> [FactView] {
    func fact<T>(_ label: Label, _ field: Field<T>, _ show: (T) -> [EscapedHTML]) -> FactView {
      let values = field.value.map(show) ?? []
      return FactView(name: say(label), values: values, isMissing: values.isEmpty)
    }
    return [
      fact(.theme, activity.theme) { [EscapedHTML($0)] },
      fact(.goal, activity.goals) { $0.map(targetPhrase) },
      FactView(name: say(.time), values: time.map { [$0] } ?? [], isMissing: time == nil),
      fact(.audience, activity.audience) { $0.map { EscapedHTML($0) } },
      fact(.format, activity.format) { $0.map { EscapedHTML($0) } },
      fact(.expectedEffect, activity.expectedEffect) { effect in
        switch effect {
        case .targets(let targets): targets.map(targetPhrase)
        case .text(let lines, _): lines.map { EscapedHTML($0) }
        }
      },
    ]
  }

  /// `成交总额 ≥ 120.00万元`
  func targetPhrase(_ target: Target) -> EscapedHTML {
    let metric = context.directory.metric(named: target.metric.value)
    let name = metric.map { context.metricNames[$0] } ?? EscapedHTML(target.metric.value)
    guard let aim = target.target else { return name }
    let form = metric.map { context.metricForms[$0] }
    var text: [UInt8] = []
    text.reserveCapacity(64)
    name.append(to: &text)
    text.append(0x20)
    comparator(target, metric).append(to: &text)
    text.append(0x20)
    append(phrase: aim.value, form: form, to: &text)
    return EscapedHTML(trusted: text)
  }

  func comparator(_ target: Target, _ metric: Int?) -> EscapedHTML {
    EscapedHTML(target.comparator(for: metric.map { handbook.metrics[$0] }).rawValue)
  }

  private func facts(_ activity: Activity, _ goals: [LinkView]) -> [FactView] {
    var facts: [FactView] = []
    let channels = channels(of: activity)
    if !channels.isEmpty {
      facts.append(FactView(name: say(.channels), values: [], links: channels))
    }
    if !goals.isEmpty { facts.append(FactView(name: say(.supports), values: [], links: goals)) }
    func add(_ label: Label, _ text: String?) {
      if let text { facts.append(FactView(name: say(label), values: [EscapedHTML(text)])) }
    }
    add(.occasion, activity.occasion)
    add(.insight, activity.insight)
    return facts
  }

  func approvalFacts(_ approval: Approval?) -> [FactView] {
    guard let approval else { return [] }
    var facts: [FactView] = []
    if let by = party(approval.by?.value) {
      facts.append(FactView(name: say(.approvedBy), values: [], links: [by]))
    }
    if let on = approval.on {
      facts.append(
        FactView(name: say(.approvedOn), values: [EscapedHTML(on.value.label(language))]))
    }
    return facts
  }

  /// The body with its links set in, without a first heading that only repeats
  /// the page's title.
  func body(_ info: DocumentInfo) -> EscapedHTML {
    EscapedHTML(
      trusted: resolveLinks(
        info.body, in: info.path, on: page, targets: context.targets, from: titleEnd(info)))
  }
}

/// Where a leading heading ends that says what the page's own title says; 0 where
/// there is none. It was of level 1, which in a body becomes an `<h2>`.
private func titleEnd(_ info: DocumentInfo) -> Int {
  let html = info.body.html
  guard let first = info.body.headings.first, first.level == 1, first.text == info.title,
    html.starts(with: "<h2".utf8)
  else { return 0 }
  let end = Array("</h2>".utf8)
  var index = 0
  while index + end.count <= html.count {
    if html[index] == end[0], html[index..<(index + end.count)].elementsEqual(end) {
      index += end.count
      while index < html.count, html[index] == 0x0A { index += 1 }
      return index
    }
    index += 1
  }
  return 0
}
