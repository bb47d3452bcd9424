extension ReportSource {
  // MARK: What is furthest behind

  func behindSentence(_ report: Report) -> LocalizedText {
    let judged = report.lines.filter { $0.isJudged && $0.attainment != nil }
    let ranked = judged.sorted { ($0.attainment ?? 0) < ($1.attainment ?? 0) }
    // A goal without an attainment is ranked by how far it is off for its size; a
    // goal of 0 has no size, and is named where no other is missed.
    let unranked = report.lines.filter {
      $0.isJudged && $0.attainment == nil && $0.status == .missed
    }
    let sized = unranked.compactMap { line in Self.share(of: line).map { (line, $0) } }
      .min { $0.1 < $1.1 }
    let isBehind = ranked.first.map { $0.status == .missed } ?? false
    let missed =
      sized.flatMap { $0.1 < (ranked.first?.attainment ?? 1) ? $0.0 : nil }
      ?? (isBehind ? nil : unranked.first { Self.share(of: $0) == nil })
    if let missed, let gap = gap(missed) {
      return furthest(missed, gap) + explanation(missed, report) + Self.stop
    }
    let counts = report.counts
    // A goal without data, or with a target of 0, may well be behind.
    let isWhole = counts[.noData] == nil && counts[.incomparable] == nil
    let hasUnranked = report.lines.contains { line in
      line.isJudged && line.attainment == nil && line.status == .reached
    }
    // Which of them is the narrowest, nobody can say where one has no attainment.
    if hasUnranked, ranked.first?.status ?? .reached == .reached {
      return LocalizedText(
        zh: isWhole ? "没有落后的目标。" : "能判断的目标都没有落后。",
        en: "No goal \(isWhole ? "" : "that can be judged ")is behind.")
    }
    guard let worst = ranked.first, let share = worst.attainment, let gap = gap(worst)
    else { return nothingToRank(report) }
    let metric = handbook.metrics[worst.metric]
    let shown = handbook.site.words(attainment: share)
    guard worst.status != .reached else {
      return LocalizedText(
        zh: """
          \(isWhole ? "没有落后的目标" : "能判断的目标都没有落后")；余量最小的是\(metric.name.zh)，\
          达成率\(shown)。
          """,
        en: """
          No goal \(isWhole ? "" : "that can be judged ")is behind; the narrowest is \(metric.name.en) \
          at \(shown).
          """)
    }
    return furthest(worst, gap)
      + LocalizedText(zh: "，达成率\(shown)", en: ", attainment \(shown)")
      + explanation(worst, report) + headlineBehind(judged, worst, report) + Self.stop
  }

  private func furthest(_ line: MetricLine, _ gap: LocalizedText) -> LocalizedText {
    let metric = handbook.metrics[line.metric]
    return LocalizedText(
      zh: "落后最多的是\(metric.name.zh)，\(gap.zh)",
      en: "Furthest behind is \(metric.name.en), \(gap.en)")
  }

  /// `比目标少88.21万元`
  private func gap(_ line: MetricLine) -> LocalizedText? {
    let metric = handbook.metrics[line.metric]
    return line.variance.map { variance in
      let (distance, side) = (
        metric.distance(variance.amount), metric.comparison(variance.amount)
      )
      return LocalizedText(
        zh: "比目标\(side.zh)\(distance.zh)", en: "\(distance.en) \(side.en) its goal")
    }
  }

  /// What stands in for an attainment where none is defined: 1 less the part of the
  /// target's size that is missing. Nil for a target of 0.
  private static func share(of line: MetricLine) -> Decimal? {
    guard let variance = line.variance, let target = line.comparable?.value, target != 0,
      let part = quotient(abs(variance.amount), abs(target))
    else { return nil }
    return 1 - part
  }

  /// The first goal too, where it is behind and the channels tell why: a rate or a
  /// metric of one channel may lie further back and explain less.
  private func headlineBehind(
    _ judged: [MetricLine], _ worst: MetricLine, _ report: Report
  ) -> LocalizedText {
    guard let first = judged.first, first.metric != worst.metric, first.status != .reached,
      let gap = gap(first), report.variances.contains(where: { $0.metric == first.metric })
    else { return LocalizedText(zh: "", en: "") }
    let metric = handbook.metrics[first.metric]
    return LocalizedText(
      zh: "。\(metric.name.zh)\(gap.zh)", en: ". \(metric.name.en) is \(gap.en)")
      + explanation(first, report)
  }

  private func nothingToRank(_ report: Report) -> LocalizedText {
    if report.goalLines.isEmpty {
      return LocalizedText(zh: "本期没有目标。", en: "There are no goals for this period.")
    }
    switch report.state {
    case .ahead: return LocalizedText(zh: "目标见下表。", en: "The goals are below.")
    case .open:
      let days = calendar.last(of: report.period).ordinal - report.lastDay.ordinal
      guard days > 0 else {
        return LocalizedText(
          zh: "今天是本期最后一天，结束后才能判断是否达标。",
          en: "This is the last day; whether goals are reached is judged after it.")
      }
      return LocalizedText(
        zh: "本期还有\(days)天，结束后才能判断是否达标。",
        en: """
          \(days) \(days == 1 ? "day is" : "days are") left; whether goals are reached is judged \
          after \(days == 1 ? "it" : "them").
          """)
    case .closed:
      return LocalizedText(
        zh: "没有填报可与目标相比的结果。", en: "No results have been reported that a goal could be judged by.")
    }
  }

  /// What moved the metric against the year before, by channel; said only where
  /// it moved for the worse, as the goal did.
  private func explanation(_ line: MetricLine, _ report: Report) -> LocalizedText {
    let metric = handbook.metrics[line.metric]
    guard let variance = report.variances.first(where: { $0.metric == line.metric }),
      let main = variance.mainPart
    else { return farthestChannel(line, report) ?? onlyChannel(line) }
    let isWorse = (variance.difference > 0) == (metric.polarity == .lowerIsBetter)
    let total = metric.distance(variance.difference)
    let part = metric.distance(main.difference)
    let grew = variance.difference > 0
    let (zh, en) = grew ? ("增加", "up") : ("减少", "down")
    guard isWorse else {
      return LocalizedText(
        zh: "；但比上年同期\(zh)\(total.zh)", en: "; yet it is \(en) \(total.en) on the year before")
    }
    let channel = handbook.channels[main.channel].info.title
    return LocalizedText(
      zh: "；比上年同期\(zh)\(total.zh)，变动最大的是\(channel)，\(zh)\(part.zh)",
      en: "; it is \(en) \(total.en) on the year before, mostly \(channel), \(en) \(part.en)")
  }

  /// Rates do not add up: the channel whose own is furthest on the wrong side of the
  /// goal; nil where none is, or where they are not all known.
  private func farthestChannel(_ line: MetricLine, _ report: Report) -> LocalizedText? {
    let metric = handbook.metrics[line.metric]
    guard metric.aggregation == .ratio, let target = line.comparable?.value,
      line.actual.channels.count > 1
    else { return nil }
    let own = line.actual.channels.compactMap { channel in
      ledger.value(line.metric, .channel(channel), in: report.period).value.map {
        (channel: channel, value: $0)
      }
    }
    let isHigherBetter = metric.polarity == .higherIsBetter
    guard own.count > 1,
      let worst = own.min(by: { isHigherBetter ? $0.value < $1.value : $0.value > $1.value }),
      isHigherBetter ? worst.value < target : worst.value > target
    else { return nil }
    let (title, value) = (
      handbook.channels[worst.channel].info.title, metric.words(worst.value)
    )
    return LocalizedText(
      zh: "；各渠道中\(isHigherBetter ? "最低" : "最高")的是\(title)，\(value.zh)",
      en:
        "; the \(isHigherBetter ? "lowest" : "highest") of the channels is \(title) at \(value.en)")
  }

  /// A metric that one channel alone has figures of needs no further explanation.
  private func onlyChannel(_ line: MetricLine) -> LocalizedText {
    guard line.actual.channels.count == 1, let channel = line.actual.channels.first,
      line.actual.missingChannels.isEmpty
    else { return LocalizedText(zh: "", en: "") }
    let title = handbook.channels[channel].info.title
    return LocalizedText(zh: "，全部来自\(title)", en: ", all of it from \(title)")
  }

  // MARK: What to decide

  func decisionSentence(_ report: Report) -> LocalizedText {
    let open = decisions(report)
    guard !open.isEmpty else {
      return LocalizedText(zh: "没有待决事项。", en: "Nothing waits for a decision.")
    }
    let rest = open.count - 4
    return LocalizedText(zh: "需要决定或督办：", en: "To decide or follow up: ")
      + open.prefix(4).joined(LocalizedText(zh: "；", en: "; "))
      + (rest > 0
        ? LocalizedText(zh: "；另有\(rest)项", en: "; and \(rest) more") : .init(zh: "", en: ""))
      + Self.stop
  }

  /// What waits for somebody, the weightiest first.
  private func decisions(_ report: Report) -> [LocalizedText] {
    var found: [LocalizedText] = []
    let unanswered = report.problems.filter { $0.outcome == .unanswered }
    if !unanswered.isEmpty {
      let (part, all) = (unanswered.count, report.problems.count)
      found.append(
        LocalizedText(
          zh: "复盘的\(all)个问题中\(part)个没有调整措施",
          en: all == 1
            ? "the review's problem has no answer"
            : "\(part) of the review's \(all) problems \(part == 1 ? "has" : "have") no answer"))
    }
    let behind = report.lines.count { $0.isJudged && $0.status != .reached }
    let conclusion = report.review.flatMap { handbook.reviews[$0].conclusion }
    if report.state == .closed, report.review == nil || conclusion.map(ReviewDraft.isBlank) == true,
      report.plan != nil || behind > 0, report.period.monthCount < 12
    {
      found.append(LocalizedText(zh: "复盘还没有写", en: "the review is not written"))
    } else if report.state == .closed, behind > 0, report.problems.isEmpty {
      found.append(
        LocalizedText(
          zh: "\(behind)项目标没有达到，还没有记为问题",
          en: """
            \(behind) \(behind == 1 ? "goal is" : "goals are") not reached and no problem is \
            recorded
            """))
    }
    if let overspending = overspending(report) { found.append(overspending) }
    let unplanned = report.budget.unplannedChannels
    if !unplanned.isEmpty {
      let names = channels(unplanned)
      found.append(
        LocalizedText(
          zh: "\(names.zh)有花费而没有预算", en: "\(names.en) spent without a budget"))
    }
    let late = report.tasks.filter { $0.progress == .late }
    if !late.isEmpty {
      found.append(
        LocalizedText(
          zh: "\(late.count)项工作逾期未完成\(owners(late).zh)",
          en: "\(late.count) \(late.count == 1 ? "task is" : "tasks are") late\(owners(late).en)"))
    }
    let submitted = report.activities.count { entry in
      let activity = handbook.activities[entry.activity]
      return !entry.hasEnded && activity.state != .cancelled
        && activity.approvalStatus == .submitted
    }
    if submitted > 0 {
      found.append(
        LocalizedText(
          zh: "\(submitted)场活动等待审批",
          en: "\(submitted) \(submitted == 1 ? "activity waits" : "activities wait") for approval"))
    }
    let waiting = report.activities.count { $0.lacksEvaluation }
    if waiting > 0 {
      found.append(
        LocalizedText(
          zh: "\(waiting)场活动结束后没有评估",
          en: "\(waiting) \(waiting == 1 ? "activity has" : "activities have") no evaluation"))
    }
    let gaps = report.quality.gaps.count
    if gaps > 0 {
      found.append(
        LocalizedText(
          zh: "\(gaps)项数据没有填报", en: "\(gaps) \(gaps == 1 ? "value is" : "values are") not reported")
      )
    }
    return found
  }

  /// The whole and the channels that are over their own part, as one matter.
  private func overspending(_ report: Report) -> LocalizedText? {
    let parts = report.budget.overspentChannels
    let names = channels(parts)
    let own = parts.count == 1 ? "its" : "their"
    guard let spent = report.budget.spent?.value, let planned = report.budget.planned,
      spent > planned
    else {
      return parts.isEmpty
        ? nil
        : LocalizedText(
          zh: "\(names.zh)花费超出自己的预算", en: "\(names.en) spent more than \(own) budget")
    }
    let over = NumberFormat.money(spent - planned, in: .zh, style: .sentence)
    let overEn = NumberFormat.money(spent - planned, in: .en, style: .sentence)
    let whole = LocalizedText(zh: "花费超出预算\(over)", en: "spending is \(overEn) over the budget")
    guard !parts.isEmpty else { return whole }
    return whole
      + LocalizedText(
        zh: "（\(names.zh)超出自己的预算）", en: " (\(names.en) spent more than \(own) budget)")
  }

  /// Up to three channels by name.
  private func channels(_ parts: [ReportedBudget.Part]) -> LocalizedText {
    let names = parts.compactMap { $0.channel.map { handbook.channels[$0].info.title } }
    let more = names.count > 3 ? LocalizedText(zh: "等", en: " and others") : .init(zh: "", en: "")
    return LocalizedText(
      zh: "\(names.prefix(3).joined(separator: "、"))\(more.zh)",
      en: "\(names.prefix(3).joined(separator: ", "))\(more.en)")
  }

  /// Up to three owners of late tasks, the one with most of them first.
  private func owners(_ late: [ReportedTask]) -> LocalizedText {
    var counts: [String: Int] = [:]
    for task in late {
      if let who = handbook.plans[task.plan].tasks[task.task].who?.value {
        counts[who, default: 0] += 1
      }
    }
    guard !counts.isEmpty else { return LocalizedText(zh: "", en: "") }
    let order = counts.keys.sorted {
      (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1)
    }
    let more = order.count > 3 ? LocalizedText(zh: "等", en: " and others") : .init(zh: "", en: "")
    return LocalizedText(
      zh: "（\(order.prefix(3).joined(separator: "、"))\(more.zh)）",
      en: " (\(order.prefix(3).joined(separator: ", "))\(more.en))")
  }
}
