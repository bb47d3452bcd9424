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
  private static let joined = " (no line end before)"
  private static let hookMark =
    "# cedian: check what is staged (cedian git uninstall removes this file)"

  private var settings: [(key: String, value: String)] {
    [
      ("diff.cedian.textconv", "\(program) git textconv --"),
      ("merge.cedian-document.name", "Cedian: front matter by field"),
      ("merge.cedian-document.driver", "\(program) git merge-document -- %O %A %B %P"),
      ("merge.cedian-results.name", "Cedian: results by period, channel, activity and metric"),
      ("merge.cedian-results.driver", "\(program) git merge-results -- %O %A %B %P"),
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

  private static let hookHead = "#!/bin/sh\n\(hookMark)\nexec "

  private var hookTail: String {
    let folder = repository.prefix.isEmpty ? "." : repository.prefix
    return " git pre-commit --site \(shellQuoted(folder))\n"
  }

  private var hook: String { Self.hookHead + program + hookTail }

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
    guard [.file, .absent].contains(FileSystem.entry(attributesPath)) else {
      throw UsageProblem.attributesTaken(attributesPath)
    }
    let hookPath = try repository.path(ofGit: "hooks/pre-commit")
    if withHook {
      if let folder = try repository.sharedHooks() {
        throw UsageProblem.hooksShared(folder)
      }
      if FileSystem.entry(hookPath) != .absent, !isOurHook(try FileSystem.read(hookPath)) {
        throw UsageProblem.hookTaken(hookPath, "\(program) git pre-commit")
      }
    }
    var changes: [Change] = []
    for (key, value) in settings where try setting(key) != value {
      try repository.run(["config", "--local", key, value])
      changes.append(
        Change(path: ".git/config", words: LocalizedText(zh: "设置 \(key)", en: "set \(key)")))
    }
    let written = try bytes(attributesPath)
    let wanted = with(Self.without(written))
    if wanted != written {
      try Disk().write(wanted, to: attributesPath, sync: true)
      changes.append(
        Change(
          path: attributesPath, words: LocalizedText(zh: "写明哪些文件用它", en: "name the files")))
    }
    if withHook, try bytes(hookPath) != Array(hook.utf8) {
      if let slash = hookPath.lastIndex(of: "/") {
        try Disk().createFolders(String(hookPath[..<slash]))
      }
      // Ours from where the program lay before, or none.
      try Disk().remove(hookPath)
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
      guard let set = try setting(key), Self.isOurs(set) else { continue }
      try repository.run(["config", "--local", "--fixed-value", "--unset-all", key, set])
      changes.append(
        Change(path: ".git/config", words: LocalizedText(zh: "取消 \(key)", en: "unset \(key)")))
    }
    for section in ["diff.cedian", "merge.cedian-document", "merge.cedian-results"] {
      // git leaves the emptied section's head behind; one with somebody else's
      // setting in it is not ours to remove.
      let rest = try repository.git.run([
        "config", "--local", "--get-regexp", "^" + section.replacing(".", with: "\\.") + "\\.",
      ])
      guard rest.status == 1 else { continue }
      _ = try repository.git.run(["config", "--local", "--remove-section", section])
    }
    let written = try bytes(attributesPath)
    let rest = Self.without(written)
    if rest != written {
      if rest.isEmpty {
        try Disk().remove(attributesPath)
      } else {
        try Disk().write(rest, to: attributesPath, sync: true)
      }
      changes.append(
        Change(path: attributesPath, words: LocalizedText(zh: "取消标注", en: "take our lines back")))
    }
    let hookPath = try repository.path(ofGit: "hooks/pre-commit")
    if FileSystem.entry(hookPath) == .file, isOurHook(try FileSystem.read(hookPath)) {
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

  /// Nothing of a link or a folder: none of those is ours.
  private func bytes(_ path: String) throws -> [UInt8] {
    FileSystem.entry(path) == .file ? try FileSystem.read(path) : []
  }

  /// A command of ours, wherever the program lay then.
  private static func isOurs(_ value: String) -> Bool {
    [
      " git textconv --", " git merge-document -- %O %A %B %P", " git merge-results -- %O %A %B %P",
    ]
    .contains { value.hasSuffix($0) } || value.hasPrefix("Cedian: ")
  }

  /// The hook as we write it for this site, whatever the program's place; one that
  /// somebody added to is theirs.
  private func isOurHook(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasPrefix(Self.hookHead) && text.hasSuffix(hookTail)
      && text.utf8.count { $0 == 0x0A } == 3
  }

  /// Our marked part after what is there. Where that lacks its final line end, one
  /// is put between, and the mark says so.
  private func with(_ rest: [UInt8]) -> [UInt8] {
    let ours = Array(attributes.utf8)
    guard let last = rest.last, last != 0x0A else { return rest + ours }
    let mark = Array(Self.opening.utf8)
    return rest + [0x0A] + mark + Array(Self.joined.utf8) + ours.dropFirst(mark.count)
  }

  /// Everything but our marked part.
  private static func without(_ bytes: [UInt8]) -> [UInt8] {
    var rest: [UInt8] = []
    var isOurs = false
    // In bytes: the file may be in any encoding.
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = String(decoding: bytes[start..<end].filter { $0 != 0x0D }, as: UTF8.self)
      if line == opening + "\n" || line == opening + joined + "\n" {
        isOurs = true
        if line.hasSuffix(joined + "\n"), rest.last == 0x0A { rest.removeLast() }
      } else if isOurs, line.hasPrefix(closing) {
        isOurs = false
      } else if !isOurs {
        rest += bytes[start..<end]
      }
      start = end
    }
    // A part that does not end was cut by somebody: nothing of it is taken for ours.
    return isOurs ? bytes : rest
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
    guard answer.status == 0 else { throw answer.problem }
    let path = String(decoding: answer.out, as: UTF8.self).trimmingNewline
    return path.hasPrefix("/") ? path : git.folder + "/" + path
  }

  /// A folder of hooks that the user's or the machine's settings name: it serves
  /// other repositories too.
  func sharedHooks() throws(GitProblem) -> String? {
    let plain = GitProgram(folder: git.folder, isSafe: false)
    let here = try plain.run(["config", "--local", "--get", "core.hooksPath"])
    let any = try plain.run(["config", "--get", "core.hooksPath"])
    guard any.status == 0, here.status != 0 else { return nil }
    let path = String(decoding: any.out, as: UTF8.self).trimmingNewline
    // One that starts from each repository's own top is each one's own.
    return path.hasPrefix("/") || path.hasPrefix("~") ? path : nil
  }

  func run(_ arguments: [String]) throws(GitProblem) {
    let answer = try git.run(arguments)
    guard answer.status == 0 else { throw answer.problem }
  }
}
