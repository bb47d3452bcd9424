import CedianModel

/// A goal as a bar, its quarters' shares under it and its months' under those,
/// all on one scale: where parts do not add up, the lower bar is shorter or
/// longer than the upper one. Widths are per cent of the page.
struct GoalShares: Sendable {
  private struct Row {
    var bars: [(name: String, value: Double)]
    var height: Int
  }

  private let whole: Double
  private let quarters: [(period: Period, value: Double)]
  private let months: [(period: Period, value: Double)]

  init(_ goal: Goal, year: Int) {
    func values(_ parts: [Goal.Part], _ periods: [Period]) -> [(period: Period, value: Double)] {
      periods.compactMap { period in
        parts.first { $0.period == period }.map {
          (period, max(0, $0.target.value.value.doubleValue))
        }
      }
    }
    whole =
      goal.target.map { max(0, $0.value.value.doubleValue) } ?? 0
    quarters = values(goal.quarters, Period.year(year).quarters)
    months = values(goal.months, Period.year(year).months)
  }

  func svg(_ language: Language) -> EscapedHTML {
    let rows = [
      Row(bars: [("", whole)], height: 10),
      Row(bars: quarters.map { (quarterName($0.period), $0.value) }, height: 22),
      Row(bars: months.map { (monthName($0.period), $0.value) }, height: 22),
    ].filter { !$0.bars.isEmpty }
    let longest = rows.map { $0.bars.reduce(0) { $0 + $1.value } }.max() ?? 0
    guard longest > 0, whole > 0, rows.count > 1 else { return .empty }
    let height = rows.reduce(0) { $0 + $1.height + 3 }
    var svg = "<svg class=\"shares\" width=\"100%\" height=\"\(height)\" role=\"img\" aria-label=\""
    svg += EscapedHTML(Label.sharesSummary.text[language]).html + "\">"
    var y = 0
    for (depth, row) in rows.enumerated() {
      var sum = 0.0
      for bar in row.bars {
        let x = percent(sum / longest)
        svg += "<svg x=\"\(x)\" y=\"\(y)\" width=\"\(percent(bar.value / longest))\" "
        svg += "height=\"\(row.height)\"><rect class=\"level\(depth)\" width=\"100%\" "
        svg += "height=\"\(row.height)\"/>"
        if !bar.name.isEmpty {
          svg += "<text x=\"50%\" y=\"15\" text-anchor=\"middle\">\(bar.name)</text>"
        }
        svg += "</svg>"
        sum += bar.value
      }
      y += row.height + 3
    }
    return EscapedHTML(trusted: svg + "</svg>")
  }

  /// Short enough for a month's share on a phone.
  private func monthName(_ period: Period) -> String {
    if case .month(_, let month) = period { "\(month)" } else { "" }
  }

  private func quarterName(_ period: Period) -> String {
    if case .quarter(_, let quarter) = period { "Q\(quarter)" } else { "" }
  }

  /// With two decimals, rounded down so that neighbours never overlap.
  private func percent(_ fraction: Double) -> String {
    let hundredths = Int((fraction * 10_000).rounded(.down))
    let rest = hundredths % 100
    return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + "\(rest)%"
  }
}
