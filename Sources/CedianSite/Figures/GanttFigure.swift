import CedianModel

/// Activities over time, a row each: warm-up light, plan outlined, and what really
/// happened solid under it, with the days by which it ended early or late.
struct GanttFigure: Sendable {
  struct Row: Sendable {
    var label: String
    var warmUp: TimeSpan?
    var plan: TimeSpan?
    var actual: ActualTime?
    /// What was planned stays to be seen, crossed out.
    var isCancelled = false
  }

  var title: String
  var message: String?
  /// The days from one edge to the other; a bar that goes on beyond is marked.
  var range: TimeSpan
  var rows: [Row]
  /// Where the rows are only the first of so many.
  var total: Int?
  /// Marked where the page depends on the day anyway.
  var today: Day?

  func svg(id: String, in language: Language) -> [UInt8] {
    let id = FigureParts.identifier(id)
    func text(_ span: TimeSpan?) -> String {
      span.map { $0.label(language, countingDays: false) } ?? "—"
    }
    // What stands in the table, both drawings say in their bars' titles.
    let spans = rows.map {
      RowText(
        warmUp: text($0.warmUp), plan: text($0.plan),
        actual: $0.actual?.label(language) ?? "—")
    }
    return FigureParts(
      name: "f-gantt", id: id, title: title, message: message(language),
      drawings: FigureFrame.allCases.map {
        GanttDrawing(figure: self, texts: spans, frame: $0, language: language)
          .drawing($0.id(id))
      },
      table: FigureTable(
        head: [language(.activity), language(.warmUp), language(.plan), language(.actual)],
        rows: zip(rows, spans).map { [$0.label, $1.warmUp, $1.plan, $1.actual] },
        firstNumber: 4),
      language: language
    ).html()
  }

  /// The days that the actual bar covers: to beyond the edge while the activity goes on.
  func span(_ actual: ActualTime) -> TimeSpan {
    switch actual {
    case .over(let span): span
    case .since(let day): TimeSpan(start: day, end: max(day, range.end.adding(days: 1)))
    }
  }

  /// A row's days in words.
  struct RowText: Sendable {
    var warmUp, plan, actual: String
  }

  /// Days by which it ended after the plan, negative before it.
  static func delay(_ row: Row) -> Int? {
    guard let plan = row.plan, case .over(let actual)? = row.actual, !row.isCancelled else {
      return nil
    }
    return actual.end.ordinal - plan.end.ordinal
  }

  static func words(delay: Int, _ language: Language) -> String {
    switch (language, delay) {
    case (_, 0): ""
    case (.zh, 1...): "▼ 晚 \(delay) 天"
    case (.zh, _): "早 \(-delay) 天"
    case (.en, 1...): "▼ \(delay) d late"
    case (.en, _): "\(-delay) d early"
    }
  }

  private func message(_ language: Language) -> String {
    if let message { return message }
    let late = rows.filter { (Self.delay($0) ?? 0) > 0 }
    let started = rows.filter { $0.actual != nil }.count
    let cancelled = rows.filter(\.isCancelled).count
    let undated = rows.filter { $0.warmUp == nil && $0.plan == nil && $0.actual == nil }.count
    let facts: [String] =
      language == .zh
      ? [
        total.map { "\($0) 项活动中的前 \(rows.count) 项" } ?? "\(rows.count) 项活动", "\(started) 项已有实际时间",
        late.isEmpty ? "" : "\(late.count) 项比计划晚结束",
        cancelled == 0 ? "" : "\(cancelled) 项已取消",
        undated == 0 ? "" : "\(undated) 项时间未定",
      ]
      : [
        total.map { "the first \(rows.count) of \($0) activities" }
          ?? "\(rows.count) activities", "\(started) with actual dates",
        late.isEmpty ? "" : "\(late.count) ended later than planned",
        cancelled == 0 ? "" : "\(cancelled) cancelled",
        undated == 0 ? "" : "\(undated) undated",
      ]
    return facts.filter { !$0.isEmpty }.joined(separator: language.comma) + language.stop
  }
}
