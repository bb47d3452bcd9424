import CedianModel
import CedianSite

/// Files that differ between two commits, or a commit and the working tree.
extension Repository {
  struct Change: Sendable {
    /// In the site.
    var path: String
    var before: Entry?
    /// Its object is empty where the file lies in the working tree alone.
    var after: Entry?
  }

  struct Changes: Sendable {
    var found: [Change]
    var outside: Outside
    /// Whether a submodule came, went or stands at another commit.
    var hasOtherSubmodules = false
  }

  /// `plain` is what `withoutFilters` gives, where that was asked for before. What both
  /// sides have in common is not looked at. In the working tree files
  /// that git does not know yet, and does not ignore, count as new.
  func changes(
    from old: String, to new: String?, below folder: String, without plain: GitProgram? = nil
  ) throws(GitProblem) -> Changes {
    var arguments = [
      "diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv",
      // Which commit a submodule stands at, without a look into it.
      "--ignore-submodules=dirty", old,
    ]
    if let new { arguments.append(new) }
    // Run in the site's folder, which names after `--` start from; those in the
    // answer start from the repository's top.
    let words = arguments + ["--", folder + "/"]
    let answer: GitProgram.Answer
    var changes = Changes(found: [], outside: Outside())
    if new == nil {
      var listing = try untracked(below: folder)
      var comparing: GitProgram.Running
      if let plain {
        comparing = try plain.start(words)
      } else {
        comparing = try withoutFilters().start(words)
      }
      answer = try comparing.answer()
      if answer.status == 0 { changes = try strangers(in: listing.answer()) }
    } else {
      // Of two commits nothing in the working tree is asked for.
      answer = try git.run(words)
    }
    guard answer.status == 0 else {
      let problem = try problem(of: answer)
      throw problem
    }
    let fields = answer.out.split(separator: 0)
    for index in stride(from: 0, to: fields.count - 1, by: 2) {
      // `:100644 100644 <object> <object> M`, then the path.
      let words = fields[index].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      let bytes = fields[index + 1].dropFirst(prefix.utf8.count)
      let path = String(decoding: bytes, as: UTF8.self)
      guard words.count == 5, !isHidden(path) else { continue }
      // On the disk nothing could be found by such a name.
      if new == nil, !path.utf8.elementsEqual(bytes) {
        changes.outside.names.append(path)
        continue
      }
      func entry(_ mode: String, _ object: String) -> Entry? {
        guard mode.drop(while: { $0 == ":" }).hasPrefix("100") else { return nil }
        return Entry(path: path, object: object.allSatisfy { $0 == "0" } ? "" : object)
      }
      if words[0] == ":160000" || words[1] == "160000" {
        changes.outside.submodules.append(path)
        changes.hasOtherSubmodules = true
      }
      if words[1] == "120000" { changes.outside.links.append(path) }
      let change = Change(
        path: path, before: entry(words[0], words[2]), after: entry(words[1], words[3]))
      if change.before != nil || change.after != nil { changes.found.append(change) }
    }
    changes.found.sort { pathPrecedes($0.path, $1.path) }
    return changes
  }

  /// Looking at the working tree, git would run the programs that a configuration
  /// names as filters.
  func withoutFilters() throws(GitProblem) -> GitProgram {
    let names = try git.run([
      "config", "--null", "--name-only", "--get-regexp", "^filter\\..*\\.(clean|process|required)$",
    ])
    var plain = git
    plain.settings = Set(names.out.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
      .sorted().map { ($0, $0.hasSuffix(".required") ? "false" : "") }
    return plain
  }

  /// Run in the site's folder, so the names are the site's.
  private func untracked(below folder: String) throws(GitProblem) -> GitProgram.Running {
    try git.start(["ls-files", "--others", "--exclude-standard", "-z", "--", folder + "/"])
  }

  private func strangers(in answer: GitProgram.Answer) throws(GitProblem) -> Changes {
    guard answer.status == 0 else { throw answer.problem }
    var changes = Changes(found: [], outside: Outside())
    for bytes in answer.out.split(separator: 0) {
      let path = String(decoding: bytes, as: UTF8.self)
      if isHidden(path) { continue }
      if path.hasSuffix("/") {
        changes.outside.repositories.append(String(path.dropLast()))
      } else if !path.utf8.elementsEqual(bytes) {
        changes.outside.names.append(path)
      } else {
        changes.found.append(
          Change(path: path, before: nil, after: Entry(path: path, object: "")))
      }
    }
    return changes
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
