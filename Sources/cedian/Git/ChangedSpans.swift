import CedianModel

/// The documents that changed within each month, quarter or year: how each stood
/// before the period's first commit and after its last, on the line of commits that
/// HEAD is on. A branch's commits say when work was done, not what was there.
struct ChangedSpans: Sendable {
  struct Change: Sendable {
    /// Under the path that it has today, with what it was at the period's start and end.
    var file: Repository.LogEntry.File
    var hasMoved = false
    var commits = 0
    /// Numbers of commits of the mainline.
    var newest: Int

    init(_ file: Repository.LogEntry.File, commit: Int) { (self.file, newest) = (file, commit) }
  }

  let calendar: FiscalCalendar
  let found: [Period: [String: Change]]

  /// What a commit changed, under the names that the files have today.
  struct Commit: Sendable {
    var files: [Repository.LogEntry.File]
    var paths: [String]
    var day: Day
  }

  /// `mainline` comes newest first; what is later than `asOf` does not count.
  init(_ calendar: FiscalCalendar, _ mainline: [Commit], asOf: Day) {
    self.calendar = calendar
    // Months, quarters and years ask nothing of each other.
    let kinds = parallelMap([0, 1, 2]) { kind -> [Period: [String: Change]] in
      var found: [Period: [String: Change]] = [:]
      for (index, commit) in mainline.enumerated() where commit.day <= asOf {
        let month = Period.month(of: commit.day)
        let period =
          kind == 0 ? month : kind == 1 ? calendar.quarter(of: month) : calendar.year(of: month)
        Self.add(commit, numbered: index, to: &found[period, default: [:]])
      }
      return found
    }
    found = kinds[0].merging(kinds[1]) { $1 }.merging(kinds[2]) { $1 }
  }

  private static func add(
    _ commit: Commit, numbered index: Int, to found: inout [String: Change]
  ) {
    if found.isEmpty { found.reserveCapacity(commit.files.count) }
    for (file, path) in zip(commit.files, commit.paths)
    where path.hasSuffix(".md")
      && (path.hasPrefix("content/plans/") || path.hasPrefix("content/activities/"))
    {
      add(file, to: &found[path, default: Change(file, commit: index)])
    }
  }

  private static func add(_ file: Repository.LogEntry.File, to change: inout Change) {
    change.file.before = file.before
    change.commits += 1
    if file.oldPath != nil { change.hasMoved = true }
  }

  /// What came or went within the period has only one side.
  var withTwoSides: [Repository.LogEntry.File] {
    found.values.flatMap { changes in
      changes.values.lazy.map(\.file)
        .filter { $0.before != nil && $0.after != nil && $0.before != $0.after }
    }
  }
}
