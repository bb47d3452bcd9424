import CedianContent
import CedianModel
import Foundation

/// Reads what git knows of the content: which commit changed which fields of which
/// document. A comparison of two objects never changes, so it is kept beside the
/// repository's own files and looked up the next time.
func readHistory(
  of site: String, timeZone: String, setting: HistorySetting
) throws -> History {
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
  let isShallow = try repository.isShallow()
  if isShallow {
    history.notes.append(
      LocalizedText(zh: "浅克隆，更早的历史不在这里", en: "a shallow clone: earlier history is not here"))
  }
  if try !repository.changes(from: "HEAD", to: nil, below: "content").isEmpty {
    history.notes.append(
      LocalizedText(zh: "有未提交的改动，不在历史里", en: "changes that are not committed are not shown"))
  }
  let kept = try repository.path(ofGit: "cedian-history-1")
  // A shallow clone may be deepened, and then has more under the same HEAD.
  let log = try repository.log(below: "content", cache: isShallow ? nil : kept + ".log")
  var cache = HistoryCache(path: kept)
  try cache.fill(from: log, repository)
  // A file that moved goes by the name it has today.
  var today: [String: String] = [:]
  for entry in log {
    let added = entry.files.filter { $0.before == nil }
    for file in entry.files where file.after == nil {
      let twin = added.first { $0.after == file.before }
      if let twin { today[file.path] = today[twin.path] ?? twin.path }
    }
    let documents = entry.files.compactMap { file -> History.Document? in
      guard file.path.hasSuffix(".md") else { return nil }
      let path = today[file.path] ?? file.path
      if file.after == nil, today[file.path] != nil { return nil }
      let status: DocumentChange.Status =
        file.before == nil ? .added : file.after == nil ? .removed : .modified
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
  return history
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
    }
  }

  func isShallow() throws(GitProblem) -> Bool {
    let answer = try git.run(["rev-parse", "--is-shallow-repository"])
    return answer.out.starts(with: "true".utf8)
  }

  /// The commits that changed the site's `folder`, newest first. A merge counts
  /// through the commits that it brought. What git has answered before is kept in
  /// `cache` with the commit it was asked for, and only the rest is asked.
  func log(below folder: String, cache: String?) throws -> [LogEntry] {
    let head = try commit("HEAD")
    let kept = cache.flatMap { try? FileSystem.read($0) } ?? []
    let line = kept.firstIndex(of: 0x0A) ?? kept.startIndex
    let known = String(decoding: kept[..<line], as: UTF8.self)
    var raw = Array(kept.dropFirst(line + 1))
    if known != head {
      let isBehind =
        try !known.isEmpty && known.utf8.allSatisfy { $0 != UInt8(ascii: "-") }
        && git.run(["merge-base", "--is-ancestor", known, head]).status == 0
      let fresh = try rawLog(isBehind ? "\(known)..\(head)" : head, below: folder)
      raw = isBehind ? fresh + raw : fresh
      if let cache { try? Disk().write(Array((head + "\n").utf8) + raw, to: cache) }
    }
    // By date, as git's own order is: a branch merged later may be older.
    return entries(ofRaw: raw).enumerated().sorted {
      $0.element.date != $1.element.date
        ? $0.element.date > $1.element.date : $0.offset < $1.offset
    }.map(\.element)
  }

  private func rawLog(_ range: String, below folder: String) throws(GitProblem) -> [UInt8] {
    let answer = try git.run([
      "log", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-show-signature", "--no-ext-diff",
      "--format=%x01%H%x02%ct%x02%an%x02%s%x02", range, "--", folder + "/",
    ])
    guard answer.status == 0 else { throw .failed(answer.error) }
    return answer.out
  }

  private func entries(ofRaw raw: [UInt8]) -> [LogEntry] {
    raw.split(separator: 1).compactMap { part in
      let fields = part.split(separator: 2, maxSplits: 4, omittingEmptySubsequences: false)
      guard fields.count == 5 else { return nil }
      func text(_ index: Int) -> String { String(decoding: fields[index], as: UTF8.self) }
      return LogEntry(
        commit: text(0), date: Date(timeIntervalSince1970: TimeInterval(text(1)) ?? 0),
        author: text(2), subject: text(3), files: files(ofRaw: fields[4]))
    }
  }

  private func files(ofRaw raw: ArraySlice<UInt8>) -> [LogEntry.File] {
    let words = raw.split(whereSeparator: { $0 == 0 || $0 == 0x0A }).filter { !$0.isEmpty }
    var files: [LogEntry.File] = []
    var index = 0
    while index + 1 < words.count {
      let head = words[index].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard head.count == 5, head[0].hasPrefix(":") else {
        index += 1
        continue
      }
      let path = String(
        String(decoding: words[index + 1], as: UTF8.self).dropFirst(prefix.count))
      func object(_ mode: String, _ id: String) -> String? {
        mode.hasSuffix("644") || mode.hasSuffix("755") ? id : nil
      }
      files.append(
        LogEntry.File(
          path: path, before: object(head[0], head[2]), after: object(head[1], head[3])))
      index += 2
    }
    return files
  }
}

/// Comparisons of two objects, by their ids; safe to delete at any time.
private struct HistoryCache {
  private let path: String
  private var known: [String: [Entry]] = [:]
  private var isChanged = false

  private struct Entry: Codable {
    var importance: Int
    var zh: String
    var en: String
  }

  init(path: String) {
    self.path = path
    if let bytes = try? FileSystem.read(path),
      let read = try? JSONDecoder().decode([String: [Entry]].self, from: Data(bytes))
    {
      known = read
    }
  }

  private static func key(_ before: String, _ after: String, _ path: String) -> String {
    // The folder says what kind of document it is.
    "\(before) \(after) \(path.split(separator: "/").dropFirst().first ?? "")"
  }

  subscript(before: String?, after: String?, path: String) -> [History.Change] {
    guard let before, let after else { return [] }
    return (known[Self.key(before, after, path)] ?? []).map {
      History.Change(
        importance: FieldChange.Importance(rawValue: $0.importance) ?? .other,
        words: LocalizedText(zh: $0.zh, en: $0.en))
    }
  }

  /// Compares what has not been compared yet; all objects from one process.
  mutating func fill(from log: [Repository.LogEntry], _ repository: Repository) throws {
    let missing = log.flatMap(\.files).filter { file in
      guard file.path.hasSuffix(".md"), let before = file.before, let after = file.after else {
        return false
      }
      return known[Self.key(before, after, file.path)] == nil
    }
    guard !missing.isEmpty else { return }
    let objects = Set(missing.flatMap { [$0.before, $0.after].compactMap { $0 } }).sorted()
    let files = try repository.files(objects.map { Repository.Entry(path: $0, object: $0) })
    let bytes = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { a, _ in a })
    let made = parallelMap(missing) { file -> [Entry] in
      let sides = [file.before, file.after].map { object in
        diffDocument(SourceFile(path: file.path, bytes: object.flatMap { bytes[$0] } ?? []))
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
      known[Self.key(file.before ?? "", file.after ?? "", file.path)] = entries
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
