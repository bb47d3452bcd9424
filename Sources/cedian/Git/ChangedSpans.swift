import CedianModel

/// The documents that changed within each month, quarter or year: how each stood
/// before the period's first commit and after its last, on the line of commits that
/// HEAD is on. A branch's commits say when work was done, not what was there.
struct ChangedSpans {
  struct Change {
    /// Under the path that it has today, with what it was at the period's start and end.
    var file: Repository.LogEntry.File
    var hasMoved = false
    var commits = 0
    /// Numbers of commits of the mainline.
    var newest: Int

    init(_ file: Repository.LogEntry.File, commit: Int) { (self.file, newest) = (file, commit) }
  }

  let calendar: FiscalCalendar
  private(set) var found: [Period: [String: Change]] = [:]

  init(_ calendar: FiscalCalendar) { self.calendar = calendar }

  /// Commits come newest first. `paths` are the names that the files have today.
  mutating func add(
    _ files: [Repository.LogEntry.File], known paths: [String], commit: Int, on day: Day
  ) {
    let month = Period.month(of: day)
    let periods = [month, calendar.quarter(of: month), calendar.year(of: month)]
    for (file, path) in zip(files, paths)
    where path.hasSuffix(".md")
      && (path.hasPrefix("content/plans/") || path.hasPrefix("content/activities/"))
    {
      for period in periods {
        Self.add(
          file, to: &found[period, default: [:]][path, default: Change(file, commit: commit)])
      }
    }
  }

  private static func add(_ file: Repository.LogEntry.File, to change: inout Change) {
    change.file.before = file.before
    change.commits += 1
    if file.oldPath != nil { change.hasMoved = true }
  }

  /// What came or went within the period has only one side.
  var withTwoSides: [Repository.LogEntry.File] {
    found.values.flatMap { $0.values.map(\.file) }
      .filter { $0.before != nil && $0.after != nil && $0.before != $0.after }
  }
}
