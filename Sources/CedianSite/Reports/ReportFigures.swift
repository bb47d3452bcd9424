import CedianModel

/// What a report draws: its numbers handed to the figures, which know nothing of
/// reports.
struct ReportFigures: Sendable {
  let scope: PageScope
  /// Begins the ids of everything in a figure, which are unique on a page.
  let prefix: String

  func sparkline(_ trend: [TrendPoint], _ metric: Metric) -> EscapedHTML { .empty }
  func bullet(_ line: MetricLine, _ metric: Metric) -> EscapedHTML { .empty }
  func columns(_ report: Report) -> [EscapedHTML] { [] }
  func waterfalls(_ report: Report) -> [EscapedHTML] { [] }
  func decomposition(_ report: Report) -> EscapedHTML { .empty }
  func gantt(_ report: Report) -> EscapedHTML { .empty }
  func calendar(_ report: Report) -> EscapedHTML { .empty }
  func calendar(_ month: Period, _ activities: [Int]) -> EscapedHTML { .empty }
  func history(_ metric: Int) -> EscapedHTML { .empty }
  func coverage(_ report: Report) -> EscapedHTML { .empty }
}
