import CedianModel

/// The documents that several commits of one month, quarter or year changed, each
/// as it was before the first of them and after the last.
struct ChangedSpans {
  private let calendar: FiscalCalendar
  private var found: [History.Span: (file: Repository.LogEntry.File, commits: Int)] = [:]

  init(_ calendar: FiscalCalendar) { self.calendar = calendar }

  /// Commits come newest first. `paths` are the names that the files have today.
  mutating func add(_ files: [Repository.LogEntry.File], known paths: [String], on day: Day) {
    let month = Period.month(of: day)
    let periods = [month, calendar.quarter(of: month), calendar.year(of: month)]
    for (file, path) in zip(files, paths) where path.hasSuffix(".md") {
      for period in periods {
        let span = History.Span(path: path, period: period)
        if found[span] == nil {
          found[span] = (file, 1)
        } else {
          found[span]?.file.before = file.before
          found[span]?.commits += 1
        }
      }
    }
  }

  /// In no order. What came or went within the period has only one side.
  var ofSeveral: [(span: History.Span, file: Repository.LogEntry.File)] {
    found.compactMap { span, entry in
      guard entry.commits > 1, entry.file.before != nil, entry.file.after != nil else { return nil }
      return (span, entry.file)
    }
  }
}
