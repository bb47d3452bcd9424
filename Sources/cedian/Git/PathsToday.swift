import CedianModel

/// The names that files have today, whatever they were called in a commit.
struct PathsToday {
  /// Of each commit's files, in the order of both.
  private(set) var paths: [[String]] = []

  /// `log` is newest first. Where it is not one line of commits, a file may have been
  /// changed on one branch after it was renamed on another: then no newer commit says
  /// so, but an older one took its name away and none gave it back.
  init(_ log: [Repository.LogEntry]) {
    var today: [String: String] = [:]
    var renames: [String: [(at: Int, to: String)]] = [:]
    var additions: [String: [Int]] = [:]
    for (index, entry) in log.enumerated() {
      for file in entry.files {
        if let old = file.oldPath { renames[old, default: []].append((index, file.path)) }
        if file.before == nil || file.oldPath != nil {
          additions[file.path, default: []].append(index)
        }
      }
    }
    /// Where a rename of another branch, older than commit `index`, took `path`.
    func elsewhere(_ path: String, at index: Int) -> String? {
      guard let rename = renames[path]?.first(where: { $0.at > index }) else { return nil }
      let isBack = additions[path]?.contains { $0 >= index && $0 < rename.at } ?? false
      return isBack ? nil : rename.to
    }
    func resolved(_ path: String, at index: Int) -> String {
      var path = path
      // A name may have been taken away several times, but not for ever.
      for _ in 0..<16 {
        if let known = today[path] { return known }
        guard let next = elsewhere(path, at: index), next != path else { return path }
        path = next
      }
      return path
    }
    for (index, entry) in log.enumerated() {
      let names = entry.files.map { resolved($0.path, at: index) }
      for (file, path) in zip(entry.files, names) {
        if let old = file.oldPath { today[old] = path }
      }
      paths.append(names)
    }
  }
}
