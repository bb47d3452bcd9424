import CedianModel

extension PageScope {
  /// Words that lead to a period's report, where there is one.
  func link(_ words: String, toReport period: Period) -> LinkView {
    context.reportedPeriods.contains(period) ? link(words, .report(period)) : plain(words)
  }

  /// The report of a period, where there is one.
  func reportLink(_ period: Period) -> LinkView? {
    guard context.hasPages(.reports), context.reportedPeriods.contains(period) else { return nil }
    return link(reportTitle(period, language), .report(period))
  }
}

/// `2026年10月月度报告`, `2026年第三季度报告`, `2026年度报告`.
func reportTitle(_ period: Period, _ language: Language) -> String {
  let label = period.label(language)
  switch (period, language) {
  case (.month, .zh): return label + "月度报告"
  case (.quarter, .zh), (.half, .zh): return label + "报告"
  case (.year, .zh): return label + "度报告"
  case (_, .en): return label + " report"
  }
}

/// The reports' addresses: `reports/2026-q4/`, and beside each page its data.
extension Permalink {
  static let reports = Permalink(folder: "reports")

  static func report(_ period: Period) -> Permalink {
    Permalink(folder: "reports", name: pathComponent(period.id, fallback: "period"))
  }

  /// `reports/2026-q4/2026-q4.json`: a name that says what it is once it lies in
  /// somebody's downloads.
  static func reportData(_ period: Period, _ ending: String) -> Permalink {
    let name = pathComponent(period.id, fallback: "period")
    return Permalink("reports/\(name)/\(name).\(ending)")
  }

  static let metrics = Permalink(folder: "reports/metrics")

  static func metric(_ id: String) -> Permalink {
    Permalink(folder: "reports/metrics", name: pathComponent(id, fallback: "metric"))
  }

  static func calendar(_ year: Int) -> Permalink {
    Permalink(folder: "reports/calendar", name: String(year))
  }
}
