import CedianModel

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
