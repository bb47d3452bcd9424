import CedianModel
import Foundation

/// The sections of a report as tables of words.
struct ReportTables: Sendable {
  let source: ReportSource
  let report: Report
  let findings: [ClauseFindings]
  var history = History()

  var handbook: Handbook { source.handbook }

  /// In the order of the page; sections without anything to say are left out.
  var all: [ReportTable] {
    [
      metrics, parts, variances, decomposition, channels, activities, tasks, budget, loop, problems,
      nextTasks, planChanges, competition, coverage, lessons, baseline, policy, data,
    ].compactMap { $0 }
  }

  private var metrics: ReportTable? {
    guard !report.lines.isEmpty else { return nil }
    return ReportTable(
      title: LocalizedText(zh: "指标", en: "Metrics"),
      columns: [
        .init("指标", "metric"), .init("目标", "target", isNumber: true),
        .init("实际", "actual", isNumber: true), .init("差异", "variance", isNumber: true),
        .init("达成率", "attainment", isNumber: true),
      ] + changeColumns + [.init("状态", "status")], rows: report.lines.map(row),
      note: previousBases)
  }

  /// 环比 of a year is 同比, and stands once.
  private var changeColumns: [ReportTable.Column] {
    let yearEarlier = ReportTable.Column("同比", "year earlier", isNumber: true)
    return isYear ? [yearEarlier] : [.init("环比", "previous", isNumber: true), yearEarlier]
  }

  var isYear: Bool { report.period.monthCount == 12 }

  private func changes(_ line: MetricLine) -> [ReportTable.Cell] {
    let metric = handbook.metrics[line.metric]
    return [line.toPrevious, line.toYearEarlier].compactMap { $0 }.map { change($0, metric) }
  }

  /// What 环比 is against where that is not the whole period before, each once.
  private var previousBases: LocalizedText? {
    var bases: [(base: LocalizedText, names: [LocalizedText])] = []
    for line in report.lines {
      guard let base = line.previousBase else { continue }
      let name = handbook.metrics[line.metric].name
      if let place = bases.firstIndex(where: { $0.base == base }) {
        bases[place].names.append(name)
      } else {
        bases.append((base, [name]))
      }
    }
    // What most are compared with needs no list of names.
    guard let main = bases.max(by: { $0.names.count < $1.names.count }) else { return nil }
    func words(_ language: Language) -> String {
      let others = bases.filter { $0.base != main.base }.map { other in
        let names = other.names.map { $0[language] }
        return language == .zh
          ? "；\(names.joined(separator: "、"))\(other.base.zh)"
          : "; \(names.joined(separator: ", ")) \(other.base.en)"
      }
      return main.base[language] + others.joined()
    }
    return LocalizedText(zh: "环比\(words(.zh))", en: "previous: \(words(.en))")
  }

  private func row(_ line: MetricLine) -> [ReportTable.Cell] {
    let metric = handbook.metrics[line.metric]
    return [
      .init(metric.name), .init(line.goalWords(handbook) ?? dash, .faint),
      actual(line), .init(line.variance.map { metric.difference($0.amount) } ?? dash),
      .init(line.attainment.map(handbook.site.words(attainment:)) ?? "—"),
    ] + changes(line) + [status(line)]
  }

  func actual(_ line: MetricLine) -> ReportTable.Cell {
    guard let words = line.actualWords(handbook) else {
      return .init(line.absenceLabel ?? dash, .faint)
    }
    return .init(words)
  }

  /// `（2/3个月，缺官方网站）`, or nothing.
  func limits(of line: MetricLine) -> LocalizedText {
    guard let limits = line.limits(handbook) else { return LocalizedText(zh: "", en: "") }
    return LocalizedText(zh: "（\(limits.zh)）", en: " (\(limits.en))")
  }

  func change(_ change: Change, _ metric: Metric) -> ReportTable.Cell {
    let tone: ReportTable.Tone =
      switch change.isFavourable(metric.polarity) {
      case true?: .good
      case false?: .bad
      case nil: .faint
      }
    return .init(change.words(metric), tone)
  }

  func status(_ line: MetricLine) -> ReportTable.Cell {
    guard line.target != nil else {
      return .init(LocalizedText(zh: "无目标", en: "no goal"), .faint)
    }
    guard !line.isUnderWay else {
      return .init((line.isAhead ? "○ " : "◎ ") + line.statusLabel, .faint)
    }
    return .init("\(line.status.glyph) " + line.status.label, tone(line.status))
  }

  func tone(_ status: Achievement) -> ReportTable.Tone {
    switch status {
    case .reached: .good
    case .atRisk: .warn
    case .missed: .bad
    case .incomparable, .noData: .faint
    }
  }

  private var parts: ReportTable? {
    guard !report.parts.isEmpty, !report.lines.isEmpty else { return nil }
    return ReportTable(
      title: LocalizedText(zh: "分期", en: "By part"),
      columns: [.init("指标", "metric")]
        + report.parts.map {
          ReportTable.Column($0.shortLabel(.zh), $0.shortLabel(.en), isNumber: true)
        },
      rows: report.lines.indices.map { index in
        let metric = handbook.metrics[report.lines[index].metric]
        return [.init(metric.name)]
          + report.partLines[index].map { line in
            guard let value = line.actual.value else { return .init("—", .faint) }
            let mark = line.isJudged ? line.status.glyph + " " : ""
            return .init(
              mark + metric.words(value) + limits(of: line),
              line.isJudged ? tone(line.status) : .plain)
          }
      })
  }

  private var channels: ReportTable? {
    let rows = report.channels.flatMap { channel in
      let info = handbook.channels[channel.channel].info
      return channel.lines.enumerated().map { index, line -> [ReportTable.Cell] in
        let metric = handbook.metrics[line.metric]
        return [
          .init(index == 0 ? info.title : ""), .init(index == 0 ? info.owner.value ?? "" : ""),
          .init(metric.name), actual(line),
        ] + changes(line)
      }
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      title: LocalizedText(zh: "渠道", en: "Channels"),
      columns: [
        .init("渠道", "channel"), .init("负责人", "owner"), .init("指标", "metric"),
        .init("实际", "actual", isNumber: true),
      ] + changeColumns, rows: rows)
  }

  /// `2026年第四季度报告（已结束）`; a fiscal period says its months.
  func heading(_ language: Language) -> String {
    let label = report.period.label(language)
    let months = source.calendar.monthsLabel(of: report.period, language)
    let facts = [months, report.state.label[language]].compactMap { $0 }
    return language == .zh
      ? "\(label)报告（\(facts.joined(separator: "，"))）"
      : "Report for \(label) (\(facts.joined(separator: ", ")))"
  }

  private var activities: ReportTable? {
    guard !report.activities.isEmpty else { return nil }
    return ReportTable(
      title: LocalizedText(zh: "活动", en: "Activities"),
      columns: [
        .init("活动", "activity"), .init("时间", "time"), .init("状态", "status"),
        .init("审批", "approval"), .init("目标达成", "goals reached"),
        .init("预算", "budget", isNumber: true), .init("花费", "spend", isNumber: true),
      ],
      rows: report.activities.map { entry in
        let activity = handbook.activities[entry.activity]
        let time = entry.time(of: activity)
        return [
          .init(activity.info.title),
          .init(
            LocalizedText(
              zh: time?.label(.zh) ?? "—", en: time?.label(.en) ?? "—")),
          .init(entry.status(of: activity).label), .init(activity.approvalStatus.label),
          outcome(entry),
          .init(money(entry.budget)), .init(money(entry.spend)),
        ]
      })
  }

  private func outcome(_ entry: ReportedActivity) -> ReportTable.Cell {
    guard entry.evaluation != nil else {
      return entry.lacksEvaluation
        ? .init(LocalizedText(zh: "○ 待评估", en: "○ awaits evaluation"), .warn) : .init("—", .faint)
    }
    let judged = entry.results.filter { $0.status.isJudged }
    let reached = judged.count { $0.status == .reached }
    return .init("\(reached)/\(judged.count)", reached == judged.count ? .good : .bad)
  }

  func money(_ value: Decimal?) -> LocalizedText {
    guard let value else { return dash }
    return LocalizedText(
      zh: NumberFormat.money(value, in: .zh, style: .sentence),
      en: NumberFormat.money(value, in: .en, style: .sentence))
  }

  let dash = LocalizedText(zh: "—", en: "—")
}

func + (a: String, b: LocalizedText) -> LocalizedText {
  LocalizedText(zh: a + b.zh, en: a + b.en)
}

func + (a: LocalizedText, b: LocalizedText) -> LocalizedText {
  LocalizedText(zh: a.zh + b.zh, en: a.en + b.en)
}
