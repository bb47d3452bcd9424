import CedianModel

/// A timeline: rows of bars under one axis.
struct TimelineView: View {
  var axis: EscapedHTML
  var rows: [TimelineRowView]

  static let keys = ViewKeys<TimelineView>(
    "时间轴",
    [
      .html("axis", "日期刻度（SVG）", \.axis),
      .list("rows", "各行", \.rows),
    ])
}

struct TimelineRowView: View {
  var link: LinkView
  var time: EscapedHTML
  var status: StatusView?
  var bars: EscapedHTML

  static let keys = ViewKeys<TimelineRowView>(
    "时间轴的一行",
    [
      .view("link", "名称", \.link),
      .text("time", "时间", \.time),
      .view("status", "状态", \.status),
      .html("bars", "预热、计划、实际的条（SVG）", \.bars),
    ])
}

extension PageScope {
  /// Activities over `range`: warm-up light, plan outlined, actual solid.
  func timeline(
    of activities: [Activity], over range: TimeSpan, today: Day? = nil
  ) -> TimelineView? {
    let grid = TimelineGrid(range)
    let rows = activities.compactMap { activity -> TimelineRowView? in
      let bars = activityBars(activity)
      guard bars.contains(where: { $0.span.overlaps(range) }) else { return nil }
      return TimelineRowView(
        link: link(to: activity.info),
        time: activity.time.value.map { EscapedHTML($0.label(language, countingDays: false)) }
          ?? .empty,
        status: activity.status.value.map(status),
        bars: TimelineBars(grid: grid, bars: bars, today: today).svg(summary: summary(of: bars)))
    }
    guard !rows.isEmpty else { return nil }
    return TimelineView(axis: grid.axis(language), rows: rows)
  }

  /// One activity in detail: its plan and actual time, then each promotion.
  func timeline(of activity: Activity) -> TimelineView? {
    guard let planned = activity.time.value else { return nil }
    var first = planned.start
    var last = planned.end
    var count = 1
    func include(_ span: TimeSpan?) {
      guard let span else { return }
      (first, last, count) = (min(first, span.start), max(last, span.end), count + 1)
    }
    for promotion in activity.promotion { include(promotion.time) }
    include(activity.actualTime)
    guard count > 1 else { return nil }
    let grid = TimelineGrid(TimeSpan(start: first, end: last))
    var rows = [detailRow(say(.planned), .plan, planned, grid)]
    rows.reserveCapacity(count)
    if let actual = activity.actualTime {
      rows.append(
        detailRow(say(.actual), .actual, actual, grid, deviates: actual.differs(from: planned)))
    }
    for promotion in activity.promotion {
      guard let time = promotion.time else { continue }
      let name = channel(promotion.channel.value)
      var words = name.text
      if let phase = promotion.phase {
        words = EscapedHTML(trusted: name.text.html + " · " + say(phase.label).html)
      }
      var row = detailRow(words, kind(of: promotion.phase), time, grid)
      row.link.url = name.url
      rows.append(row)
    }
    return TimelineView(axis: grid.axis(language), rows: rows)
  }

  private func detailRow(
    _ name: EscapedHTML, _ kind: TimelineBars.Kind, _ span: TimeSpan, _ grid: TimelineGrid,
    deviates: Bool = false
  ) -> TimelineRowView {
    let bar = TimelineBars.Bar(kind: kind, span: span, deviates: deviates)
    let time = EscapedHTML(span.label(language, countingDays: false))
    return TimelineRowView(
      link: LinkView(text: name, url: .empty), time: time,
      status: deviates ? StatusView("▲", say(.differsFromPlan), "warn") : nil,
      bars: TimelineBars(grid: grid, bars: [bar]).svg(summary: name, time))
  }

  private func activityBars(_ activity: Activity) -> [TimelineBars.Bar] {
    var bars: [TimelineBars.Bar] = []
    for promotion in activity.promotion where promotion.phase == .warmup {
      if let time = promotion.time { bars.append(TimelineBars.Bar(kind: .warmup, span: time)) }
    }
    if let time = activity.time.value { bars.append(TimelineBars.Bar(kind: .plan, span: time)) }
    if let actual = activity.actualTime {
      let deviates = activity.time.value.map { actual.differs(from: $0) } ?? false
      bars.append(TimelineBars.Bar(kind: .actual, span: actual, deviates: deviates))
    } else if activity.status.value == .done, let time = activity.time.value {
      // Done without another time: it ran as planned.
      bars.append(TimelineBars.Bar(kind: .actual, span: time))
    }
    return bars
  }

  private func summary(of bars: [TimelineBars.Bar]) -> EscapedHTML {
    let parts = bars.map { bar -> String in
      let label: Label =
        switch bar.kind {
        case .warmup: .warmUp
        case .plan, .launch, .followUp: .planned
        case .actual: .actual
        }
      return "\(say(label).html) \(EscapedHTML(bar.span.label(language, countingDays: false)).html)"
    }
    return EscapedHTML(trusted: parts.joined(separator: language == .zh ? "；" : "; "))
  }

  private func kind(of phase: Promotion.Phase?) -> TimelineBars.Kind {
    switch phase {
    case .warmup: .warmup
    case .launch, nil: .launch
    case .followUp: .followUp
    }
  }
}

extension TimeSpan {
  /// Whether it covers other days; clock times do not count.
  func differs(from other: TimeSpan) -> Bool {
    start != other.start || end != other.end
  }
}
