import CedianModel
import Foundation

/// What `cedian git install` sets up in a repository, and takes back again: three
/// settings of its own, a marked part of `.gitattributes`, a hook. Nothing that
/// somebody else has written is changed.
struct Installation: Sendable {
  let repository: Repository
  let site: String
  /// As the shell that git starts will read it.
  let program: String

  struct Change: Sendable, Hashable {
    var path: String
    var words: LocalizedText
  }

  private static let opening = "# >>> cedian"
  private static let closing = "# <<< cedian"
  private static let hookMark =
    "# cedian: check what is staged (cedian git uninstall removes this file)"

  private var settings: [(key: String, value: String)] {
    [
      ("diff.cedian.textconv", "\(program) git textconv"),
      ("merge.cedian-document.name", "Cedian: front matter by field"),
      ("merge.cedian-document.driver", "\(program) git merge-document %O %A %B %P"),
      ("merge.cedian-results.name", "Cedian: results by period, channel, activity and metric"),
      ("merge.cedian-results.driver", "\(program) git merge-results %O %A %B %P"),
    ]
  }

  private var attributes: String {
    """
    \(Self.opening)
    content/**/*.md diff=cedian merge=cedian-document
    content/results/**/*.csv merge=cedian-results
    \(Self.closing)

    """
  }

  private var hook: String {
    """
    #!/bin/sh
    \(Self.hookMark)
    exec \(program) git pre-commit --site \(shellQuoted(repository.prefix.isEmpty ? "." : repository.prefix))

    """
  }

  private var attributesPath: String { site + "/.gitattributes" }

  // MARK: Install

  /// Looks at everything first: a hook or a setting of somebody else stops it
  /// before anything is changed.
  func install(withHook: Bool) throws -> [Change] {
    for (key, value) in settings {
      if let set = try setting(key), set != value, !Self.isOurs(set) {
        throw UsageProblem.settingTaken(key, set)
      }
    }
    let hookPath = try repository.path(ofGit: "hooks/pre-commit")
    if withHook, FileSystem.entry(hookPath) != .absent,
      !Self.isOurHook(try FileSystem.read(hookPath))
    {
      throw UsageProblem.hookTaken(hookPath, "\(program) git pre-commit")
    }
    var changes: [Change] = []
    for (key, value) in settings where try setting(key) != value {
      try repository.run(["config", "--local", key, value])
      changes.append(
        Change(path: ".git/config", words: LocalizedText(zh: "设置 \(key)", en: "set \(key)")))
    }
    let written = try text(attributesPath)
    let wanted = Self.without(written) + attributes
    if wanted != written {
      try Disk().write(Array(wanted.utf8), to: attributesPath, sync: true)
      changes.append(
        Change(
          path: attributesPath, words: LocalizedText(zh: "写明哪些文件用它", en: "name the files")))
    }
    if withHook, FileSystem.entry(hookPath) == .absent {
      if let slash = hookPath.lastIndex(of: "/") {
        try Disk().createFolders(String(hookPath[..<slash]))
      }
      try Disk().create(Array(hook.utf8), at: hookPath)
      chmod(hookPath, 0o755)
      changes.append(
        Change(
          path: hookPath,
          words: LocalizedText(zh: "提交前检查暂存的内容", en: "check what is staged before a commit")))
    }
    return changes
  }

  // MARK: Uninstall

  func uninstall() throws -> [Change] {
    var changes: [Change] = []
    for (key, _) in settings {
      guard let set = try setting(key), Self.isOurs(set) || key.hasSuffix(".name") else { continue }
      try repository.run(["config", "--local", "--unset-all", key])
      changes.append(
        Change(path: ".git/config", words: LocalizedText(zh: "取消 \(key)", en: "unset \(key)")))
    }
    for section in ["diff.cedian", "merge.cedian-document", "merge.cedian-results"] {
      // git leaves the emptied section's head behind.
      _ = try repository.git.run(["config", "--local", "--remove-section", section])
    }
    let written = try text(attributesPath)
    let rest = Self.without(written)
    if rest != written {
      if rest.isEmpty {
        try Disk().remove(attributesPath)
      } else {
        try Disk().write(Array(rest.utf8), to: attributesPath, sync: true)
      }
      changes.append(
        Change(path: attributesPath, words: LocalizedText(zh: "取消标注", en: "take our lines back")))
    }
    let hookPath = try repository.path(ofGit: "hooks/pre-commit")
    if FileSystem.entry(hookPath) == .file, Self.isOurHook(try FileSystem.read(hookPath)) {
      try Disk().remove(hookPath)
      changes.append(
        Change(path: hookPath, words: LocalizedText(zh: "删去提交前的检查", en: "remove the hook")))
    }
    return changes
  }

  private func setting(_ key: String) throws -> String? {
    let answer = try repository.git.run(["config", "--local", "--get", key])
    return answer.status == 0
      ? String(decoding: answer.out, as: UTF8.self).trimmingNewline : nil
  }

  private func text(_ path: String) throws -> String {
    FileSystem.entry(path) == .absent
      ? "" : String(decoding: try FileSystem.read(path), as: UTF8.self)
  }

  /// A command of ours, wherever the program lay then.
  private static func isOurs(_ value: String) -> Bool {
    [" git textconv", " git merge-document %O %A %B %P", " git merge-results %O %A %B %P"]
      .contains { value.hasSuffix($0) } || value.hasPrefix("Cedian: ")
  }

  private static func isOurHook(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(hookMark)
  }

  /// Everything but our marked part.
  private static func without(_ text: String) -> String {
    guard let start = text.range(of: opening + "\n"),
      let end = text.range(of: closing + "\n", range: start.upperBound..<text.endIndex)
    else { return text }
    return String(text[..<start.lowerBound] + text[end.upperBound...])
  }
}

/// One word for the shell that git runs commands with.
func shellQuoted(_ text: String) -> String {
  "'" + text.replacing("'", with: "'\\''") + "'"
}

extension Repository {
  /// Where git keeps `name`: also in a worktree, also with hooks elsewhere.
  func path(ofGit name: String) throws(GitProblem) -> String {
    // Without our own safety settings, which point the hooks nowhere.
    let plain = GitProgram(folder: git.folder, isSafe: false)
    let answer = try plain.run(["rev-parse", "--git-path", name])
    guard answer.status == 0 else { throw .failed(answer.error) }
    let path = String(decoding: answer.out, as: UTF8.self).trimmingNewline
    return path.hasPrefix("/") ? path : git.folder + "/" + path
  }

  func run(_ arguments: [String]) throws(GitProblem) {
    let answer = try git.run(arguments)
    guard answer.status == 0 else { throw .failed(answer.error) }
  }
}
