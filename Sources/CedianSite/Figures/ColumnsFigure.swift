import CedianModel

/// Periods as columns from left to right, in the notation of business charts:
/// actual solid, the previous period lighter behind it, plan outlined, forecast
/// hatched. The axis starts at zero.
struct ColumnsFigure: Sendable {
  struct Column: Sendable {
    /// Short, as it stands under the column: `10月`.
    var label: String
    /// What neighbours have in common, written once under them: the year.
    var group: String?
    /// As the table and the column's title name it; `label` where nil.
    var period: String?
    var actual: FigureNumber?
    var plan: FigureNumber?
    var previous: FigureNumber?
    /// Shown only where there is no actual value.
    var forecast: FigureNumber?
    /// What `actual` does not hold: `缺官方网站`. Such a column is drawn open at its top
    /// and its number is marked: it says less than its neighbours.
    var lacks: String?

    /// As it stands in the drawing.
    var actualLabel: String { (actual?.label ?? "") + (lacks == nil ? "" : "*") }
  }

  var title: String
  var message: String?
  var columns: [Column]
  /// What `previous` is: 上年同期, 上月.
  var previousName: String?

  func svg(id: String, in language: Language) -> [UInt8] {
    let id = FigureParts.identifier(id)
    return FigureParts(
      name: "f-columns", id: id, title: title, message: message(language),
      drawings: FigureFrame.allCases.map {
        ColumnsDrawing(figure: self, frame: $0, key: key(language)).drawing($0.id(id), language)
      },
      table: table(language), language: language
    ).html()
  }

  private func key(_ language: Language) -> FigureKey {
    var entries: [(mark: FigureKey.Mark, word: String)] = []
    if columns.contains(where: { $0.actual.shown != nil }) {
      entries.append((.solid("f-actual"), language(.actual)))
    }
    if columns.contains(where: { $0.actual.shown != nil && $0.lacks != nil }) {
      entries.append((.solid("f-actual f-partial"), "* " + language(.lacksChannels)))
    }
    if columns.contains(where: { $0.plan.shown != nil }) {
      entries.append((.solid("f-plan"), language(.plan)))
    }
    if columns.contains(where: { $0.previous.shown != nil }) {
      entries.append((.solid("f-previous"), previousName ?? language(.previous)))
    }
    if columns.contains(where: { $0.actual.shown == nil && $0.forecast.shown != nil }) {
      entries.append((.hatched, language(.forecast)))
    }
    return FigureKey(entries: entries)
  }

  private func table(_ language: Language) -> FigureTable {
    let series: [(word: String, number: @Sendable (Column) -> FigureNumber?)] = [
      (language(.actual), { $0.actual }), (language(.plan), { $0.plan }),
      (previousName ?? language(.previous), { $0.previous }),
      (language(.forecast), { $0.forecast }),
    ]
    let used = series.enumerated().filter { index, series in
      index == 0 || columns.contains { series.number($0).shown != nil }
    }.map(\.element)
    return FigureTable(
      head: [language(.period)] + used.map(\.word),
      rows: columns.map { column in
        [column.period ?? column.label]
          + used.enumerated().map { index, series in
            let text = series.number(column).text
            guard index == 0, column.actual.shown != nil, let lacks = column.lacks else {
              return text
            }
            return language == .zh ? "\(text)（\(lacks)）" : "\(text) (\(lacks))"
          }
      })
  }

  private func message(_ language: Language) -> String {
    if let message { return message }
    let known = columns.filter { $0.actual.shown != nil }
    guard let last = known.last, let number = last.actual else {
      return language(.noData) + language.stop
    }
    var text = "\(last.period ?? last.label) \(language(.actual)) \(number.label)"
    if let lacks = last.lacks { text += language == .zh ? "（\(lacks)）" : " (\(lacks))" }
    if let plan = last.plan.shown { text += language.comma + "\(language(.plan)) \(plan.label)" }
    if let previous = last.previous.shown {
      text += language.comma + "\(previousName ?? language(.previous)) \(previous.label)"
    }
    if let highest = known.max(by: { ($0.actual?.value ?? 0) < ($1.actual?.value ?? 0) }),
      let top = highest.actual, known.count > 1
    {
      let name = highest.period ?? highest.label
      text +=
        language == .zh
        ? "；最高为 \(name) 的 \(top.label)" : "; highest is \(top.label) in \(name)"
    }
    return text + language.stop
  }
}
