import CedianContent
import CedianModel
import Foundation

/// Reads what git knows of the content: which commit changed which fields of which
/// document. A comparison of two objects never changes, so it is kept beside the
/// repository's own files and looked up the next time. What documents became since
/// a period's start looks no further than `asOf`.
func readHistory(of site: String, _ handbook: Handbook, asOf: Day) throws -> History {
  let configuration = handbook.site
  let (setting, timeZone) = (configuration.history, configuration.timeZone)
  guard setting != .off else { return History() }
  let repository: Repository
  do {
    repository = try Repository(site: site)
    _ = try repository.commit("HEAD")
  } catch {
    return History(notes: [
      LocalizedText(zh: "不在 git 仓库里，没有修改历史", en: "not in a git repository, so there is no history")
    ])
  }
  var history = History()
  let boundary = try repository.shallowBoundary()
  history.isShallow = !boundary.isEmpty
  if history.isShallow {
    history.notes.append(
      LocalizedText(zh: "浅克隆，更早的历史不在这里", en: "a shallow clone: earlier history is not here"))
  }
  if try !repository.changes(from: "HEAD", to: nil, below: "content").isEmpty {
    history.notes.append(
      LocalizedText(zh: "有未提交的改动，不在历史里", en: "changes that are not committed are not shown"))
  }
  // The commits where a shallow clone ends look as if they had added everything.
  let kept = try repository.path(ofGit: "cedian-history-3")
  // A shallow clone may be deepened, and then has more under the same HEAD.
  let log = try repository.log(below: "content", cache: history.isShallow ? nil : kept + ".log")
    .filter { !boundary.contains($0.commit) }.map(\.joiningMoves)
  var cache = HistoryCache(path: kept, DiffNames(handbook))
  var spans = ChangedSpans(FiscalCalendar(firstMonth: configuration.fiscalYearStart))
  // A file that moved goes by the name it has today.
  var today: [String: String] = [:]
  var names: [[String]] = []
  for entry in log {
    let paths = entry.files.map { today[$0.path] ?? $0.path }
    for (file, path) in zip(entry.files, paths) {
      if let old = file.oldPath { today[old] = path }
    }
    let day = day(of: entry.date, in: timeZone)
    if day <= asOf { spans.add(entry.files, known: paths, on: day) }
    names.append(paths)
  }
  do {
    try cache.fill(from: log.flatMap(\.files) + spans.ofSeveral.map(\.file), repository)
  } catch {
    guard try repository.isPartial() else { throw error }
    history.notes.append(
      LocalizedText(
        zh: "部分克隆，旧版本的内容不在这里，所以不知道改了哪些字段",
        en: "a partial clone: earlier contents are not here, so changed fields are not known"))
  }
  for (span, file) in spans.ofSeveral {
    history.sinceStart[span] = cache[file.before, file.after, file.path]
  }
  for (entry, paths) in zip(log, names) {
    let documents = zip(entry.files, paths).compactMap { file, path -> History.Document? in
      guard file.path.hasSuffix(".md") else { return nil }
      let status: DocumentChange.Status =
        if file.oldPath != nil { .moved } else if file.before == nil { .added } else {
          file.after == nil ? .removed : .modified
        }
      return History.Document(
        path: path, status: status, changes: cache[file.before, file.after, file.path])
    }
    guard !documents.isEmpty else { continue }
    history.commits.append(
      History.Commit(
        id: entry.commit, day: day(of: entry.date, in: timeZone), time: rfc3339(entry.date),
        author: setting == .full ? entry.author : "", subject: entry.subject, documents: documents))
  }
  cache.save()
  history.removed = try removed(from: log, repository)
  return history
}

/// What documents said that are not there any more: pages and reports still speak
/// of them.
private func removed(
  from log: [Repository.LogEntry], _ repository: Repository
) throws -> [String: History.Removed] {
  var last: [String: Repository.LogEntry.File] = [:]
  var seen: Set<String> = []
  for file in log.flatMap(\.files) where file.path.hasSuffix(".md") {
    // Newest first: what comes later says nothing of how it ended.
    if seen.insert(file.path).inserted, file.after == nil { last[file.path] = file }
    if let old = file.oldPath { seen.insert(old) }
  }
  let gone = last.sorted { $0.key < $1.key }.prefix(2000)
  let entries = gone.compactMap { path, file in
    file.before.map { Repository.Entry(path: path, object: $0) }
  }
  guard !entries.isEmpty, let files = try? repository.files(entries) else { return [:] }
  var removed: [String: History.Removed] = [:]
  for file in files {
    let document = diffDocument(file)
    let time = document.fields.first { $0.key == "time" || $0.key == "period" }?.value
    var span: TimeSpan?
    if case .time(let found)? = time { span = found }
    removed[file.path] = History.Removed(title: document.title, time: span)
  }
  return removed
}

private func rfc3339(_ date: Date) -> String {
  let seconds = Int(date.timeIntervalSince1970)
  let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(Day(ordinal: days).iso)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
}

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

/// Comparisons of two objects, by their ids; safe to delete at any time.
private struct HistoryCache {
  private let path: String
  private let names: DiffNames
  private var known: [String: [Entry]] = [:]
  private var isChanged = false

  private struct Entry: Codable {
    var importance: Int
    var zh: String
    var en: String
  }

  init(path: String, _ names: DiffNames) {
    (self.path, self.names) = (path, names)
    if let bytes = try? FileSystem.read(path),
      let read = try? JSONDecoder().decode([String: [Entry]].self, from: Data(bytes))
    {
      known = read
    }
  }

  private func key(_ before: String, _ after: String, _ path: String) -> String {
    // The folder says what kind of document it is, and channels and metrics may be
    // called otherwise by now.
    "\(before) \(after) \(names.mark) \(path.split(separator: "/").dropFirst().first ?? "")"
  }

  subscript(before: String?, after: String?, path: String) -> [History.Change] {
    guard let before, let after else { return [] }
    return (known[key(before, after, path)] ?? []).map {
      History.Change(
        importance: FieldChange.Importance(rawValue: $0.importance) ?? .other,
        words: LocalizedText(zh: $0.zh, en: $0.en))
    }
  }

  /// Compares what has not been compared yet; all objects from one process.
  mutating func fill(
    from files: [Repository.LogEntry.File], _ repository: Repository
  ) throws {
    let missing = files.filter { file in
      guard file.path.hasSuffix(".md"), let before = file.before, let after = file.after else {
        return false
      }
      return known[key(before, after, file.path)] == nil
    }
    guard !missing.isEmpty else { return }
    let objects = Set(missing.flatMap { [$0.before, $0.after].compactMap { $0 } }).sorted()
    let files = try repository.files(objects.map { Repository.Entry(path: $0, object: $0) })
    let bytes = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { a, _ in a })
    let made = parallelMap(missing) { [names] file -> [Entry] in
      let sides = [file.before, file.after].map { object in
        diffDocument(
          SourceFile(path: file.path, bytes: object.flatMap { bytes[$0] } ?? []), names: names)
      }
      let change = diff(
        from: DiffSide(documents: [sides[0]], handbook: Handbook()),
        to: DiffSide(documents: [sides[1]], handbook: Handbook())
      ).documents.first
      return (change?.historyChanges ?? []).prefix(12).map {
        Entry(importance: $0.importance.rawValue, zh: $0.words.zh, en: $0.words.en)
      }
    }
    for (file, entries) in zip(missing, made) {
      known[key(file.before ?? "", file.after ?? "", file.path)] = entries
    }
    isChanged = true
  }

  /// Not being able to keep it costs time, nothing else.
  func save() {
    guard isChanged else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(known) else { return }
    try? Disk().write(Array(data), to: path)
  }
}
