/// `channel-metrics`: each closed month has a value for every metric that its
/// channels declare.
enum ChannelMetrics {
  static let id = "channel-metrics"

  static let grace = RuleParameter(
    "grace_days", "宽限天数", .days(0), zh: "月份结束后几天内填报",
    en: "days after the month's end within which values are reported")

  static let rule = Rule(
    RuleDescription(
      id, .warning, of: [.channel],
      LocalizedText(
        zh: "渠道列明的指标每月都有数据，没有的说明原因",
        en: "each metric that a channel declares has a value for each closed month, or a reason"),
      detail: LocalizedText(
        zh:
          "看有结果表或计划的已结束月份、在用的渠道：声明的指标（比率看它的分子和分母）没有填报，或者留空而没有写备注，就按渠道和月份合并报告。留空并写明原因的不报告。缺数从不当作零。",
        en: """
          Looks at closed months that have results or a plan, and channels in use: declared metrics \
          (of a ratio, its parts) without a value and without a note that says why, one finding for \
          each channel and month.
          """),
      failing: "2026-10,social,,interactions,,,",
      passing: "2026-10,social,,interactions,,,平台未出数，11月20日前补", parameters: [grace],
      isTimeDriven: true)
  ) { context, run in
    let facts = ReportedFacts(context)
    for index in context.handbook.channels.indices {
      let channel = context.handbook.channels[index]
      guard channel.isActive, !channel.metrics.isEmpty else { continue }
      run.examine(.channel)
      for month in facts.months {
        let due = month.last.adding(days: context.parameters.number(grace))
        guard context.asOf > month.last, context.binds(month.last) else { continue }
        let lateness = Lateness(due: due, asOf: context.asOf)
        run.report(
          finding(channel, index, month, facts, lateness, context), about: channel.info)
      }
    }
  }

  private static func finding(
    _ channel: Channel, _ index: Int, _ month: Period, _ facts: ReportedFacts, _ lateness: Lateness,
    _ context: RuleContext
  ) -> Diagnostic? {
    var lacking: [Int] = []
    var empty: ResultRow?
    for metric in facts.declared[index] {
      switch facts.fact(month, index, metric) {
      case .reported, .explained: continue
      case .empty(let row): empty = empty ?? row
      case .absent: break
      }
      lacking.append(metric)
    }
    guard !lacking.isEmpty else { return nil }
    let names = listed(
      lacking.map {
        let metric = context.handbook.metrics[$0]
        return LocalizedText(zh: metric.name.zh, en: metric.id)
      })
    let row = empty ?? facts.anyRow(month, index)
    let firstMetric = context.handbook.metrics[lacking[0]].id
    return context.finding(
      id, at: row?.range ?? channel.info.presence(of: .metrics)?.keyRange ?? channel.info.closing,
      in: row?.path ?? channel.info.path,
      LocalizedText(
        zh: "\(month.label(.zh))「\(channel.info.title)」缺少\(names.zh)的数据，\(lateness.words.zh)",
        en: """
          '\(channel.info.title)' has no data for \(names.en) in \(month.label(.en)), \
          \(lateness.words.en)
          """),
      notes: row == nil
        ? []
        : context.note(
          channel.info.presence(of: .metrics)?.keyRange, channel.info.path, zh: "渠道声明的指标",
          en: "the metrics it declares"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "在 content/results/\(month.year)/\(month.id).csv 里补报；确实没有的，数值留空并在备注写明原因，例如",
          en:
            "report them in content/results/\(month.year)/\(month.id).csv, or leave the value empty and say why in the note, as in"
        ),
        example: "\(month.id),\(channel.info.id.value),,\(firstMetric),,,平台未出数"),
      lateness: lateness)
  }
}
