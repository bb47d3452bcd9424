import CedianModel
import Foundation

extension Repository {
  struct LogEntry: Sendable {
    var commit: String
    var date: Date
    var author: String
    var subject: String
    var files: [File]

    struct File: Sendable {
      /// In the site.
      var path: String
      /// Objects; nil where the file is not there.
      var before: String?
      var after: String?
      /// Where it lay before this commit moved it.
      var oldPath: String?
    }

    /// A file that went and one that came are the same one, moved, where the bytes
    /// are the same, or else the name in its folder of documents.
    var joiningMoves: LogEntry {
      var came = files.indices.filter { files[$0].before == nil }
      let gone = files.indices.filter { files[$0].after == nil }
      guard !came.isEmpty, !gone.isEmpty else { return self }
      var joined = self
      var left: Set<Int> = []
      for index in gone {
        let file = files[index]
        let twin =
          came.firstIndex { files[$0].after == file.before }
          ?? came.firstIndex { Self.identity(files[$0].path) == Self.identity(file.path) }
        guard let twin else { continue }
        let place = came.remove(at: twin)
        joined.files[place].before = file.before
        joined.files[place].oldPath = file.path
        left.insert(index)
      }
      joined.files = joined.files.indices.filter { !left.contains($0) }.map { joined.files[$0] }
      return joined
    }

    /// The folder of the kind and the file's own name: `activities`, `x.md`.
    private static func identity(_ path: String) -> [Substring] {
      let parts = path.split(separator: "/")
      return [parts.dropFirst().first ?? "", parts.last ?? ""]
    }
  }

  /// The commits whose parents a shallow clone lacks; none in a whole one.
  func shallowBoundary() throws -> Set<String> {
    let path = try path(ofGit: "shallow")
    guard FileSystem.entry(path) != .absent else { return [] }
    return Set(
      try FileSystem.read(path).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
  }

  /// Whether contents may be left at a remote, which is never asked for them.
  func isPartial() throws(GitProblem) -> Bool {
    try git.run(["config", "--get-regexp", "^remote\\..*\\.promisor$"]).status == 0
  }

  /// The commits that changed the site's `folder`, newest first. A merge counts
  /// through the commits that it brought. What git has answered before is kept in
  /// `cache` with the commit it was asked for, and only the rest is asked.
  func log(below folder: String, cache: String?) throws -> [LogEntry] {
    let head = try commit("HEAD")
    let kept = cache.flatMap { try? FileSystem.read($0) }
      .flatMap { KeptLog($0, folder: prefix + folder) }
    var raw = kept?.raw ?? []
    if kept?.head != head {
      let known = try kept.flatMap { kept in
        try git.run(["merge-base", "--is-ancestor", kept.head, head]).status == 0 ? kept.head : nil
      }
      raw =
        try rawLog(known.map { "\($0)..\(head)" } ?? head, below: folder)
        + (known == nil ? [] : raw)
      if let cache {
        try? Disk().write(KeptLog(head: head, raw: raw).bytes(folder: prefix + folder), to: cache)
      }
    }
    // By date, as git's own order is: a branch merged later may be older.
    return entries(ofRaw: raw).enumerated().sorted {
      $0.element.date != $1.element.date
        ? $0.element.date > $1.element.date : $0.offset < $1.offset
    }.map(\.element)
  }

  private func rawLog(_ range: String, below folder: String) throws(GitProblem) -> [UInt8] {
    let answer = try git.run([
      // A configuration may ask for another encoding, and for no first commit.
      "-c", "log.showRoot=true", "log", "-z", "--raw", "--no-abbrev", "--find-renames=50%",
      "--no-color",
      "--no-show-signature", "--no-ext-diff", "--ignore-submodules=all", "--encoding=UTF-8",
      "--format=%H%x00%ct%x00%an%x00%s", range, "--", folder + "/",
    ])
    guard answer.status == 0 else { throw .failed(answer.error) }
    // Where the last path ends, also before what is put behind it later.
    return answer.out.isEmpty || answer.out.last == 0 ? answer.out : answer.out + [0]
  }

  private func entries(ofRaw raw: [UInt8]) -> [LogEntry] {
    // Each of four facts, each state and each path ends with a zero: nothing else
    // can be told from what people put in names and messages.
    let words = raw.split(separator: 0, omittingEmptySubsequences: false)
    var entries: [LogEntry] = []
    var index = 0
    while index + 3 < words.count {
      func text(_ offset: Int) -> String { String(decoding: words[index + offset], as: UTF8.self) }
      guard !words[index].isEmpty else {
        index += 1
        continue
      }
      var entry = LogEntry(
        commit: text(0), date: Date(timeIntervalSince1970: TimeInterval(text(1)) ?? 0),
        author: text(2), subject: text(3), files: [])
      index += 4
      while index + 1 < words.count,
        var file = file(state: words[index], path: words[index + 1])
      {
        index += 2
        // A file that moved is told by both of its paths.
        if words[index - 2].contains(UInt8(ascii: "R")), index < words.count {
          (file.oldPath, file.path) = (file.path, sitePath(words[index]))
          index += 1
        }
        entry.files.append(file)
      }
      entries.append(entry)
    }
    return entries
  }

  private func sitePath(_ path: ArraySlice<UInt8>) -> String {
    String(decoding: path.dropFirst(prefix.utf8.count), as: UTF8.self)
  }

  /// `:100644 100644 <object> <object> M`, and a path from the repository's top. Nil
  /// where this is no state but the next commit.
  private func file(state: ArraySlice<UInt8>, path: ArraySlice<UInt8>) -> LogEntry.File? {
    let state = state.first == 0x0A ? state.dropFirst() : state
    guard state.first == UInt8(ascii: ":") else { return nil }
    let head = state.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard head.count == 5 else { return nil }
    func object(_ mode: String, _ id: String) -> String? {
      mode.hasSuffix("100644") || mode.hasSuffix("100755") ? id : nil
    }
    return LogEntry.File(
      path: sitePath(path),
      before: object(head[0], head[2]), after: object(head[1], head[3]))
  }
}

/// What git said of one folder up to a commit: for another site of the same
/// repository, or cut short, it is nothing.
private struct KeptLog {
  let head: String
  let raw: [UInt8]

  init(head: String, raw: [UInt8]) { (self.head, self.raw) = (head, raw) }

  init?(_ bytes: [UInt8], folder: String) {
    let parts = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[1].elementsEqual(folder.utf8),
      String(decoding: parts[2], as: UTF8.self) == "\(parts[3].count)",
      parts[0].count >= 40, parts[0].allSatisfy({ $0 != UInt8(ascii: "-") })
    else { return nil }
    (head, raw) = (String(decoding: parts[0], as: UTF8.self), Array(parts[3]))
  }

  func bytes(folder: String) -> [UInt8] {
    Array("\(head)\0\(folder)\0\(raw.count)\0".utf8) + raw
  }
}
