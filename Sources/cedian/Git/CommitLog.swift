import CedianModel
import CedianSite
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
      /// In a merge: as the parents after the first have it, none of them as it is now.
      var others: [String?] = []
      /// Where it lay before this commit moved it.
      var oldPath: String?
    }

    /// A file that went and one that came are the same one, moved, where the bytes
    /// are the same, or else the name in its folder of documents.
    var joiningMoves: LogEntry {
      var came = files.indices.filter { files[$0].before == nil }
      let gone = files.indices.filter { files[$0].after == nil }
      guard !came.isEmpty, !gone.isEmpty, files.allSatisfy(\.others.isEmpty) else { return self }
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

  /// What git says of a folder's past.
  struct Log: Sendable {
    /// Every commit that changed it, newest first. A merge has the files that are as
    /// none of its parents had them.
    var entries: [LogEntry]
    /// The line of commits that HEAD is on, newest first: each has what it changed of
    /// the one before, a merge all that it brought. What stood there at any time can
    /// be told by it, whenever and wherever the work was done.
    var mainline: [LogEntry]
    /// Whether both are the same.
    var isLine: Bool
  }

  /// What git has answered before is kept in `cache` with the commit it was asked
  /// for, and only the rest is asked.
  func log(below folder: String, upTo head: String, cache: String?) throws -> Log {
    let kept = try cache.flatMap { try? FileSystem.read($0) }.flatMap(ContentHash.opened)
      .flatMap { KeptLog($0, folder: prefix + folder) }
      // What was asked for a commit that HEAD does not come from, as after an amended
      // commit or on another branch, says nothing of HEAD's past.
      .flatMap { kept in
        let isPast =
          try kept.head == head
          || git.run(["merge-base", "--is-ancestor", kept.head, head]).status == 0
        return isPast ? kept : nil
      }
    // Asked once: a site that is moved again has another folder.
    let former = try kept?.former ?? formerPrefixes(below: folder)
    let folders = ([prefix] + former).map { fromSite($0 + folder) }
    var (raw, mainline) = (kept?.raw ?? [], kept?.mainline ?? [])
    if kept?.head != head {
      let known = kept?.head
      let shape = try shape(from: known, to: head)
      let range = known.map { "\($0)..\(head)" } ?? head
      // Of a line without merges both say the same.
      let mainlineRange = shape.beginsOnMainline ? range : head
      // Of a long line each half is as much as a branch's line is.
      let newer = shape.middle.map { "\($0)..\(head)" } ?? range
      let (asked, other) = Workers.all.both {
        Result { () throws(GitProblem) in try rawLog(["-c", newer], below: folders) }
      } _: {
        Result { () throws(GitProblem) -> [UInt8]? in
          if let middle = shape.middle { return try rawLog(["-c", middle], below: folders) }
          return try shape.isLine
            ? nil : rawLog(["--first-parent", "-m", mainlineRange], below: folders)
        }
      }
      let (first, second) = (try asked.get(), try other.get())
      let more = shape.middle == nil ? first : first + (second ?? [])
      mainline = (shape.isLine ? more : second ?? []) + (shape.beginsOnMainline ? mainline : [])
      raw = more + raw
      if let cache {
        let kept = KeptLog(head: head, former: former, raw: raw, mainline: mainline)
        _ = try? Disk().write(ContentHash.sealed(kept.bytes(folder: prefix + folder)), to: cache)
      }
    }
    let prefixes = [prefix] + former
    let all = entries(ofRaw: raw, below: prefixes)
    // By date, as git's own order is: a branch merged later may be older.
    let isSorted = zip(all, all.dropFirst()).allSatisfy { $0.date >= $1.date }
    let sorted =
      isSorted
      ? all
      : all.enumerated().sorted {
        $0.element.date != $1.element.date
          ? $0.element.date > $1.element.date : $0.offset < $1.offset
      }.map(\.element)
    let isOne = mainline == raw
    return Log(
      entries: sorted, mainline: isOne ? all : entries(ofRaw: mainline, below: prefixes),
      isLine: isOne && isSorted)
  }

  /// How the commits since `known`, or since the first, lie: whether none of them is
  /// a merge, and whether HEAD's line goes back to `known`. The middle one where they
  /// are a long line from the first.
  private func shape(
    from known: String?, to head: String
  ) throws(GitProblem) -> (isLine: Bool, beginsOnMainline: Bool, middle: String?) {
    let range = known.map { [head, "^" + $0] } ?? [head]
    let answer = try git.run(["rev-list", "--parents"] + range + ["--"])
    guard answer.status == 0 else { throw answer.problem }
    var parents: [Substring: Substring] = [:]
    var isLine = true
    for line in String(decoding: answer.out, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count > 2 { isLine = false }
      if words.count > 1 { parents[words[0]] = words[1] }
    }
    var line = [head[...]]
    while let parent = parents[line[line.count - 1]] { line.append(parent) }
    guard let known else {
      // Several first commits are several lines.
      let isLong = isLine && line.count > 500 && line.count == parents.count + 1
      return (isLine, true, isLong ? String(line[line.count / 2]) : nil)
    }
    return (isLine, line.last == known[...], nil)
  }

  private func rawLog(
    _ which: [String], below folders: [String], similarity: Int = 50
  ) throws(GitProblem) -> [UInt8] {
    let answer = try git.run(
      [
        // A configuration may ask for another encoding, and for no first commit.
        "-c", "log.showRoot=true", "log", "-z", "--raw", "--no-abbrev",
        "--find-renames=\(similarity)%", "--no-color", "--no-show-signature", "--no-ext-diff",
        "--ignore-submodules=all", "--encoding=UTF-8",
        "--format=%H%x00%ct%x00%an%x00%s",
      ] + which + ["--"] + folders.map { $0 + "/" })
    // Without their contents only the same files are known to have moved.
    if answer.status != 0, answer.problem == .leftAtRemote, similarity < 100 {
      return try rawLog(which, below: folders, similarity: 100)
    }
    guard answer.status == 0 else { throw answer.problem }
    // Where the last path ends, also before what is put behind it later.
    return answer.out.isEmpty || answer.out.last == 0 ? answer.out : answer.out + [0]
  }

  private func entries(ofRaw raw: [UInt8], below prefixes: [String]) -> [LogEntry] {
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
      // Before the files of a merge stands one zero more.
      if index + 1 < words.count, words[index].isEmpty,
        words[index + 1].first == UInt8(ascii: ":")
      {
        index += 1
      }
      while index + 1 < words.count,
        var file = file(state: words[index], path: words[index + 1], below: prefixes)
      {
        index += 2
        // A file that moved is told by both of its paths, but in a merge.
        if file.others.isEmpty, words[index - 2].contains(UInt8(ascii: "R")), index < words.count {
          (file.oldPath, file.path) = (file.path, sitePath(words[index], below: prefixes))
          index += 1
        }
        // With the whole site a file goes as it is.
        if file.oldPath == file.path { file.oldPath = nil }
        if file.before != file.after || file.oldPath != nil { entry.files.append(file) }
      }
      entries.append(entry)
    }
    return entries
  }

  /// The path in the site, wherever the site lay then.
  private func sitePath(_ path: ArraySlice<UInt8>, below prefixes: [String]) -> String {
    let lay =
      prefixes.count == 1
      ? prefix : prefixes.first { path.starts(with: ($0 + "content/").utf8) } ?? prefix
    return String(decoding: path.dropFirst(lay.utf8.count), as: UTF8.self)
  }

  /// `:100644 100644 <object> <object> M`, and a path from the repository's top; of a
  /// merge a colon, a mode and an object for each parent. Nil where this is no state
  /// but the next commit.
  private func file(
    state: ArraySlice<UInt8>, path: ArraySlice<UInt8>, below prefixes: [String]
  ) -> LogEntry.File? {
    let state = state.first == 0x0A ? state.dropFirst() : state
    let parents = state.prefix { $0 == UInt8(ascii: ":") }.count
    guard parents > 0 else { return nil }
    let head = state.dropFirst(parents).split(separator: 0x20)
      .map { String(decoding: $0, as: UTF8.self) }
    guard head.count == 2 * parents + 3 else { return nil }
    let sides = (0...parents).map { side in
      ["100644", "100755"].contains(head[side]) ? head[parents + 1 + side] : nil
    }
    // What a branch added and the merge changed was there before.
    let first = (0..<parents).first { sides[$0] != nil } ?? 0
    return LogEntry.File(
      path: sitePath(path, below: prefixes), before: sides[first], after: sides[parents],
      others: (0..<parents).filter { $0 != first }.map { sides[$0] })
  }
}
