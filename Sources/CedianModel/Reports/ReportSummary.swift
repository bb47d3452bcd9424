/// The three sentences at the head of a report, chosen and phrased by its
/// numbers: what is reached, what is furthest behind and what moved it, what to
/// decide. They say nothing that the report does not hold.
public struct ReportSummary: Sendable, Hashable {
  public var result: LocalizedText
  public var behind: LocalizedText
  public var decide: LocalizedText

  public var sentences: [LocalizedText] { [result, behind, decide] }
}

extension ReportSource {
  public func summary(_ report: Report) -> ReportSummary {
    ReportSummary(
      result: capitalised(resultSentence(report)), behind: behindSentence(report),
      decide: decisionSentence(report))
  }

  // MARK: What is reached

  private func resultSentence(_ report: Report) -> LocalizedText {
    let opening = opening(report)
    let judged = report.lines.filter { $0.isJudged }
    guard let headline = report.lines.first(where: { $0.actual.value != nil }) else {
      return opening + aims(report)
    }
    guard !judged.isEmpty else {
      return opening + unjudged(report, headline) + statement(headline) + Self.stop
    }
    let counts = report.counts
    let order: [Achievement] = [.reached, .atRisk, .missed, .incomparable, .noData]
    let parts = order.compactMap { status in
      counts[status].map {
        LocalizedText(zh: "\($0)项\(status.label.zh)", en: "\($0) \(status.label.en)")
      }
    }
    let total = parts.isEmpty ? 0 : order.reduce(0) { $0 + (counts[$1] ?? 0) }
    // A first goal that lacks a channel is not passed over: it says what is missing.
    let lead = headline.status == .incomparable ? headline : judged.first ?? headline
    return opening
      + LocalizedText(
        zh: "\(total)项目标中\(parts.map(\.zh).joined(separator: "、"))；",
        en:
          "of \(total) \(total == 1 ? "goal" : "goals") \(parts.map(\.en).joined(separator: ", ")); "
      )
      + statement(lead) + Self.stop
  }

  /// Why nothing is reached or missed.
  private func unjudged(_ report: Report, _ headline: MetricLine) -> LocalizedText {
    if report.goalLines.isEmpty {
      return LocalizedText(zh: "没有目标可比；", en: "there is no goal to compare with; ")
    }
    if headline.isUnderWay {
      return LocalizedText(zh: "还没有结束，不判断是否达标；", en: "not over, so no goal is judged yet; ")
    }
    if headline.target != nil, !headline.actual.missingChannels.isEmpty {
      return LocalizedText(zh: "数据不全，不与目标相比；", en: "not all is reported, so no goal is judged; ")
    }
    return LocalizedText(zh: "没有同期目标可比；", en: "there is no goal for these months; ")
  }

  /// `截至11月15日，` and `按已结束的1/3个月计，`: only where it is not simply over.
  private func opening(_ report: Report) -> LocalizedText {
    switch report.state {
    case .closed: return LocalizedText(zh: "", en: "")
    case .ahead: return LocalizedText(zh: "还没有开始；", en: "Not begun yet; ")
    case .open:
      let day = report.lastDay
      let date = LocalizedText(
        zh: "截至\(day.month)月\(day.day)日", en: "As of \(day.label(.en))")
      let months = calendar.months(of: report.period)
      let closed = months.filter { ledger.state(of: $0) == .closed }.count
      guard months.count > 1 else { return date + LocalizedText(zh: "，", en: ", ") }
      return date
        + LocalizedText(
          zh: "（\(closed)/\(months.count)个月已结束），",
          en: " (\(closed) of \(months.count) months closed), ")
    }
  }

  /// What the period is to reach, where nothing has been reported.
  private func aims(_ report: Report) -> LocalizedText {
    let aims = report.goalLines.prefix(3).compactMap { line in
      line.target.map { name(line) + handbook.metrics[line.metric].words($0.value) }
    }
    guard !aims.isEmpty else {
      return LocalizedText(zh: "没有目标，也没有结果数据。", en: "there are neither goals nor results.")
    }
    return LocalizedText(zh: "没有结果数据；目标：", en: "there are no results; goals: ")
      + aims.joined(LocalizedText(zh: "，", en: ", ")) + Self.stop
  }

  /// `成交总额341.79万元，完成目标的79.5%`
  private func statement(_ line: MetricLine) -> LocalizedText {
    guard let value = line.actual.value else { return name(line) }
    var text = name(line) + handbook.metrics[line.metric].words(value)
    if let share = line.attainment {
      let shown = handbook.site.words(attainment: share)
      text =
        text
        + (handbook.metrics[line.metric].polarity == .higherIsBetter
          ? LocalizedText(zh: "，完成目标的\(shown)", en: ", \(shown) of its goal")
          : LocalizedText(zh: "，达成率\(shown)", en: ", attainment \(shown)"))
    } else if case .relative(let fraction) = line.toYearEarlier {
      let shown = NumberFormat.percent(fraction: fraction, sign: .always)
      text = text + LocalizedText(zh: "，同比\(shown)", en: ", \(shown) on the year before")
    }
    return text + coverage(line)
  }

  private func coverage(_ line: MetricLine) -> LocalizedText {
    guard let limits = line.limits(handbook) else { return LocalizedText(zh: "", en: "") }
    return LocalizedText(zh: "（\(limits.zh)）", en: " (\(limits.en))")
  }

  func name(_ line: MetricLine) -> LocalizedText {
    let name = handbook.metrics[line.metric].name
    return LocalizedText(zh: name.zh, en: name.en + " ")
  }

  static let stop = LocalizedText(zh: "。", en: ".")
}

/// English sentences begin with a capital; metrics' names may not.
private func capitalised(_ text: LocalizedText) -> LocalizedText {
  LocalizedText(zh: text.zh, en: text.en.prefix(1).uppercased() + text.en.dropFirst())
}

extension LocalizedText {
  static func + (a: Self, b: Self) -> Self {
    LocalizedText(zh: a.zh + b.zh, en: a.en + b.en)
  }
}

extension Sequence<LocalizedText> {
  func joined(_ separator: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: map(\.zh).joined(separator: separator.zh), en: map(\.en).joined(separator: separator.en))
  }
}
