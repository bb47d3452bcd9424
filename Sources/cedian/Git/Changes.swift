import CedianModel
import CedianSite

/// Files that differ between two commits, or a commit and the working tree.
extension Repository {
  struct Change: Sendable {
    /// In the site.
    var path: String
    var before: Entry?
    /// Its object is empty where the file lies in the working tree.
    var after: Entry?
  }

  /// What both sides have in common is not looked at. In the working tree files
  /// that git does not know yet, and does not ignore, count as new.
  func changes(
    from old: String, to new: String?, below folder: String
  ) throws(GitProblem) -> [Change] {
    var arguments = [
      "diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv",
      "--ignore-submodules=all", old,
    ]
    if let new { arguments.append(new) }
    // Run in the site's folder, which names after `--` start from; those in the
    // answer start from the repository's top.
    let words = arguments + ["--", folder + "/"]
    let (asked, strangers) = Workers.all.both {
      Result { () throws(GitProblem) in
        try (new == nil ? withoutFilters() : git).run(words)
      }
    } _: {
      Result { () throws(GitProblem) in new == nil ? try untracked(below: folder) : [] }
    }
    let answer = try asked.get()
    guard answer.status == 0 else { throw .failed(answer.error) }
    var changes: [Change] = []
    let fields = answer.out.split(separator: 0)
    for index in stride(from: 0, to: fields.count - 1, by: 2) {
      // `:100644 100644 <object> <object> M`, then the path.
      let words = fields[index].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      let path = String(String(decoding: fields[index + 1], as: UTF8.self).dropFirst(prefix.count))
      guard words.count == 5, !isHidden(path) else { continue }
      func entry(_ mode: String, _ object: String) -> Entry? {
        mode.drop { $0 == ":" }.hasPrefix("100") ? Entry(path: path, object: object) : nil
      }
      let change = Change(
        path: path, before: entry(words[0], words[2]), after: entry(words[1], words[3]))
      if change.before != nil || change.after != nil { changes.append(change) }
    }
    changes += try strangers.get()
    return changes.sorted { pathPrecedes($0.path, $1.path) }
  }

  /// Looking at the working tree, git would run the programs that a configuration
  /// names as filters.
  private func withoutFilters() throws(GitProblem) -> GitProgram {
    let names = try git.run([
      "config", "--null", "--name-only", "--get-regexp", "^filter\\..*\\.(clean|process|required)$",
    ])
    var plain = git
    plain.settings = Set(names.out.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
      .sorted().map { ($0, $0.hasSuffix(".required") ? "false" : "") }
    return plain
  }

  private func untracked(below folder: String) throws(GitProblem) -> [Change] {
    // Run in the site's folder, so the names are the site's.
    let answer = try git.run(
      ["ls-files", "--others", "--exclude-standard", "-z", "--", folder + "/"])
    guard answer.status == 0 else { throw .failed(answer.error) }
    return answer.out.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      .filter { !isHidden($0) }
      .map { Change(path: $0, before: nil, after: Entry(path: $0, object: "")) }
  }

  private func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { isPassedOver(String($0)) }
  }

  /// The best common ancestor of two commits: where `A...B` begins.
  func mergeBase(_ a: String, _ b: String) throws(GitProblem) -> String {
    let answer = try git.run(["merge-base", a, b])
    guard answer.status == 0 else { throw .noMergeBase(a, b) }
    return String(decoding: answer.out, as: UTF8.self).trimmingNewline
  }
}
