import CedianModel

/// A month in weeks from Monday to Sunday, with activities as bars across the
/// days: planned ones outlined, those that happened or are under way filled. Only
/// weekends are marked; the program knows no holidays.
struct CalendarFigure: Sendable {
  struct Entry: Sendable {
    enum Kind: Sendable, CaseIterable { case warmUp, planned, actual }

    var label: String
    var span: TimeSpan
    var kind: Kind = .planned
  }

  var title: String
  var message: String?
  var year: Int
  /// 1 to 12.
  var month: Int
  var entries: [Entry]
  var today: Day?

  func svg(id: String, in language: Language) -> [UInt8] {
    let id = FigureParts.identifier(id)
    let shown = entries.filter { $0.span.overlaps(period.span) }
    let layout = CalendarLayout(shown, in: period, language)
    return FigureParts(
      name: "f-calendar", id: id, title: title, message: message ?? message(shown, language),
      drawings: FigureFrame.allCases.map {
        CalendarDrawing(
          figure: self, entries: shown, layout: layout, frame: $0, language: language
        ).drawing($0.id(id))
      },
      table: FigureTable(
        head: [language(.activity), language(.state), language(.days)],
        rows: shown.map {
          [$0.label, language($0.kind.word), $0.span.label(language, countingDays: false)]
        }, firstNumber: 3),
      language: language
    ).html()
  }

  var period: Period { .month(year, min(max(month, 1), 12)) }

  private func message(_ shown: [Entry], _ language: Language) -> String {
    let name = period.label(language)
    guard !shown.isEmpty else {
      return name + (language == .zh ? "没有活动。" : ": no activities.")
    }
    // How many run at once, at most.
    var changes: [Int: Int] = [:]
    for entry in shown {
      changes[max(entry.span.start, period.first).ordinal, default: 0] += 1
      changes[min(entry.span.end, period.last).ordinal + 1, default: 0] -= 1
    }
    var (now, most, busiest) = (0, 0, period.first)
    for day in period.first.ordinal...period.last.ordinal {
      now += changes[day] ?? 0
      if now > most { (most, busiest) = (now, Day(ordinal: day)) }
    }
    return language == .zh
      ? "\(name)有 \(shown.count) 项活动，最多时（\(busiest.month)月\(busiest.day)日起）同时 \(most) 项。"
      : "\(name): \(shown.count) activities, at most \(most) at once, from day \(busiest.day)."
  }
}

extension CalendarFigure.Entry.Kind {
  var word: FigureWord {
    switch self {
    case .planned: .plan
    case .warmUp: .warmUp
    case .actual: .actual
    }
  }

  var mark: String {
    switch self {
    case .planned: "f-plan"
    case .warmUp: "f-before"
    case .actual: "f-actual"
    }
  }
}
