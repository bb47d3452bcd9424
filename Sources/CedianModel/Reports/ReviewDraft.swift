/// A review's file as its numbers would have it: what was missed, overspent,
/// left undone or not evaluated is a problem to edit, with a place for its
/// adjustment. Always in Chinese keys; words in the site's language.
public struct ReviewDraft: Sendable {
  let source: ReportSource
  let report: Report
  let language: Language

  public init(_ source: ReportSource, _ period: Period, language: Language) {
    self.source = source
    report = source.report(period)
    self.language = language
  }

  private var handbook: Handbook { source.handbook }
  private var period: Period { report.period }
  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Where the file belongs.
  public var path: String { "content/reviews/\(period.id).md" }

  public var text: String {
    let problems = problems
    var lines = ["---", "id: \(quoted(period.id))", "标题: \(quoted(title))"]
    if let owner { lines.append("负责人: \(quoted(owner))") }
    lines.append("周期: \(quoted(period.id))")
    lines.append("# " + say("下面是由数据算出的，改成你的结论：", "computed from the data; make it your own:"))
    // The third says what to decide, as that this review is not written.
    for sentence in source.summary(report).sentences.prefix(2) {
      lines.append("# " + sentence[language])
    }
    lines.append("结论: " + quoted(toWrite))
    if !problems.isEmpty {
      lines.append("问题:")
      for (index, problem) in problems.enumerated() {
        lines.append("  - id: \(id(index))")
        lines.append("    内容: \(quoted(problem.what))")
        lines.append("    原因: \(quoted(toWrite))")
        lines.append("    程度: \(problem.severity.label.zh)")
      }
      lines.append("调整:")
      for index in problems.indices {
        lines.append("  - 针对: \(id(index))")
        lines.append("    内容: \(quoted(toWrite))")
        lines.append("    落实计划: \(quoted(period.next.id))")
        if let owner { lines.append("    谁: \(quoted(owner))") }
      }
    }
    lines.append("---")
    lines.append("")
    lines += body
    return lines.joined(separator: "\n") + "\n"
  }

  private var title: String {
    say("\(period.label(.zh))复盘", "Review of \(period.label(.en))")
  }

  private static let toWrite = LocalizedText(zh: "待填写", en: "to be written")
  private var toWrite: String { Self.toWrite[language] }

  /// Whether a text is still the draft's: nothing a report could quote.
  public static func isBlank(_ text: String) -> Bool {
    text == toWrite.zh || text == toWrite.en
  }

  private func id(_ index: Int) -> String { "P\(period.id)-\(index + 1)" }

  /// Whoever wrote the last review, else the plan.
  private var owner: String? {
    let earlier = source.reviewByPeriod[period.previous].map { handbook.reviews[$0].info }
    let plan = report.plan.map { handbook.plans[$0].info }
    return earlier?.owner.value ?? plan?.owner.value
  }

  // MARK: Problems

  private struct Found {
    var what: String
    var severity: Level
  }

  private var problems: [Found] { missedMetrics + overspending + openTasks + unevaluated }

  private var missedMetrics: [Found] {
    report.lines.compactMap { line in
      guard line.isJudged, line.status != .reached, let actual = line.actualWords(handbook),
        let variance = line.variance
      else { return nil }
      let metric = handbook.metrics[line.metric]
      let distance = metric.distance(variance.amount)
      // A goal of 0 or below has no attainment and can be missed all the same.
      let shown = line.attainment.map(handbook.site.words(attainment:))
      let (zh, en) = (shown.map { "达成率\($0)，" } ?? "", shown.map { "attainment \($0), " } ?? "")
      let side = metric.comparison(variance.amount)
      return Found(
        what: say(
          "\(metric.name.zh)\(actual.zh)，\(zh)比目标\(side.zh)\(distance.zh)",
          "\(metric.name.en) \(actual.en), \(en)\(distance.en) \(side.en) its goal"),
        severity: line.status == .missed ? .high : .medium)
    }
  }

  private var overspending: [Found] { overspentBudget + overspentChannels + unplannedChannels }

  private var overspentBudget: [Found] {
    guard let spent = report.budget.spent?.value, let planned = report.budget.planned,
      spent > planned
    else { return [] }
    let over = NumberFormat.money(spent - planned, in: language, style: .sentence)
    let share = report.budget.execution.map { NumberFormat.percent(fraction: $0) }
    return [
      Found(
        what: say(
          "花费合计超出预算\(over)" + (share.map { "，执行率\($0)" } ?? ""),
          "spending is \(over) over the budget" + (share.map { ", \($0)" } ?? "")),
        severity: .medium)
    ]
  }

  private var overspentChannels: [Found] {
    report.budget.overspentChannels.compactMap { part in
      guard let channel = part.channel, let share = part.execution,
        let spent = part.spent?.value, let planned = part.planned
      else { return nil }
      let name = handbook.channels[channel].info.title
      let over = NumberFormat.money(spent - planned, in: language, style: .sentence)
      let shown = NumberFormat.percent(fraction: share)
      return Found(
        what: say(
          "\(name)花费超出预算\(over)，执行率\(shown)", "\(name) spent \(over) over its budget, \(shown)"),
        severity: .medium)
    }
  }

  private var unplannedChannels: [Found] {
    report.budget.unplannedChannels.compactMap { part in
      guard let channel = part.channel, let spent = part.spent?.value else { return nil }
      let name = handbook.channels[channel].info.title
      let shown = NumberFormat.money(spent, in: language, style: .sentence)
      return Found(
        what: say("\(name)花费\(shown)，没有预算", "\(name) spent \(shown) without a budget"),
        severity: .medium)
    }
  }

  /// Those that are late, and once the period is over those without a date.
  private var openTasks: [Found] {
    report.tasks.compactMap { entry in
      let task = handbook.plans[entry.plan].tasks[entry.task]
      let isUndated = entry.progress == .open && task.when.value == nil
      guard entry.progress == .late || isUndated && report.state == .closed else { return nil }
      let id = task.id.map { $0.value + " " } ?? ""
      return Found(
        what: say("工作未完成：\(id)\(task.what)", "task not done: \(id)\(task.what)"),
        severity: .medium)
    }
  }

  private var unevaluated: [Found] {
    report.activities.compactMap { entry in
      guard entry.lacksEvaluation else { return nil }
      let title = handbook.activities[entry.activity].info.title
      return Found(
        what: say("活动「\(title)」结束后没有评估", "'\(title)' has ended and is not evaluated"),
        severity: .low)
    }
  }

  // MARK: Body

  private var body: [String] {
    var lines = ["## " + say("数据", "Figures"), ""]
    let judged = report.lines.filter { $0.target != nil }
    if judged.isEmpty {
      lines += [say("本期没有目标。", "There are no goals for this period."), ""]
    } else {
      lines += [
        say("| 指标 | 目标 | 实际 | 达成率 | 状态 |", "| metric | goal | actual | attainment | status |"),
        "| --- | ---: | ---: | ---: | --- |",
      ]
      for line in judged {
        let metric = handbook.metrics[line.metric]
        let goal = line.goalWords(handbook)?[language] ?? "—"
        let actual =
          (line.actualWords(handbook) ?? line.absenceLabel)?[language] ?? "—"
        let share = line.attainment.map(handbook.site.words(attainment:)) ?? "—"
        let status = line.statusLabel[language]
        lines.append("| \(metric.name[language]) | \(goal) | \(actual) | \(share) | \(status) |")
      }
      lines.append("")
    }
    if !report.loop.isEmpty {
      lines += ["## " + say("上期调整的落实", "The last period's adjustments"), ""]
      for entry in report.loop {
        let problem = handbook.reviews[entry.review].problems[entry.problem]
        let words = entry.adjustments.map(\.what).joined(separator: say("；", "; "))
        let state = entry.outcome.label[language]
        lines.append(
          "- \(inline(problem.what))"
            + (words.isEmpty ? "" : " → \(inline(words))") + say("（\(state)）", " (\(state))"))
      }
      lines.append("")
    }
    lines += ["## " + say("原因与对策", "Causes and answers"), "", toWrite]
    return lines
  }

  /// Author's words on one line of Markdown, its marks taken literally.
  private func inline(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": shown += " "
      case "*", "_", "`", "[", "]", "<", ">", "\\", "|", "#": shown += "\\\(scalar)"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// A front matter value: quoted wherever it could be read as anything but text.
  private func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.enumerated().allSatisfy { index, scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "\u{4E00}"..."\u{9FFF}": true
      case "，", "。", "、", "；", "（", "）", "「", "」", "“", "”", "．", "·", "％", "−": index > 0
      case "-", ".", ",", "%", " ", "/", "+": index > 0 && index < text.unicodeScalars.count - 1
      default: false
      }
    }
    if isPlain, text.contains(where: { !$0.isNumber && $0 != "." }) { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": escaped += "\\\(scalar)"
      case "\n", "\r", "\t": escaped += " "
      default: if scalar.value >= 0x20 { escaped.unicodeScalars.append(scalar) }
      }
    }
    return "\"\(escaped)\""
  }
}
