import CedianContent
import CedianModel
import CedianSite
import Foundation

/// Reads what git knows of the content: which commit changed which fields of which
/// document. A comparison of two objects never changes, so it is kept beside the
/// repository's own files and looked up the next time. What documents became since
/// a period's start looks no further than `asOf`.
func readHistory(of site: String, _ handbook: Handbook, asOf: Day) throws -> History {
  let configuration = handbook.site
  let (setting, timeZone) = (configuration.history, configuration.timeZone)
  guard setting != .off else { return History() }
  let (repository, head): (Repository, String)
  do {
    (repository, head) = try Repository.opened(site, at: "HEAD")
  } catch {
    return History(notes: [error.withoutHistory])
  }
  var history = History()
  let boundary = try repository.shallowBoundary()
  history.isShallow = !boundary.isEmpty
  let kept = try repository.path(ofGit: "cedian-history-6")
  let log: Repository.Log
  var cache: HistoryCache
  do {
    let (said, read) = Workers.all.both { [isShallow = history.isShallow] in
      (
        Result { try notes(on: repository, isShallow: isShallow) },
        HistoryCache(path: kept, DiffNames(handbook))
      )
    } _: { [isShallow = history.isShallow] in
      // A shallow clone may be deepened, and then has more under the same HEAD.
      Result {
        try repository.log(
          below: "content", upTo: head, cache: isShallow ? nil : kept + ".log")
      }
    }
    (history.notes, log) = (try said.0.get(), try read.get())
    cache = said.1
  } catch {
    // Without the folders of earlier commits nothing says which files they changed.
    guard try repository.isPartial() else { throw error }
    var none = History(notes: [GitProblem.leftAtRemote.withoutHistory])
    none.isPartial = true
    return none
  }
  // The commits where a shallow clone ends look as if they had added everything.
  func whole(_ entries: [Repository.LogEntry]) -> [Repository.LogEntry] {
    entries.filter { !boundary.contains($0.commit) }.map(\.joiningMoves)
  }
  let entries = whole(log.entries)
  let paths = PathsToday(entries).paths
  let mainline = log.isLine ? entries : whole(log.mainline)
  let days = mainline.map { day(of: $0.date, in: timeZone) }
  let spans = ChangedSpans(
    FiscalCalendar(firstMonth: configuration.fiscalYearStart),
    zip(zip(mainline, log.isLine ? paths : PathsToday(mainline).paths), days).map {
      ChangedSpans.Commit(files: $0.0.files, paths: $0.1, day: $1)
    }, asOf: asOf)
  let files = entries.flatMap(\.files) + spans.withTwoSides
  do {
    try cache.fill(from: files, repository)
  } catch {
    guard try repository.isPartial() else { throw error }
    history.isPartial = true
    history.notes.append(
      LocalizedText(
        zh: "部分克隆，旧版本的内容不在这里，所以不知道改了哪些字段",
        en: "a partial clone: earlier contents are not here, so changed fields are not known"))
  }
  let reader = HistoryReader(cache: cache, setting: setting, timeZone: timeZone)
  let (commits, (times, gone)) = Workers.all.both {
    reader.commits(entries, paths)
  } _: { [cache] in
    cache.save()
    return (reader.times(files), Result { try removed(from: mainline, repository) })
  }
  history.sinceStart = reader.sinceStart(
    spans, zip(mainline, days).map { ($0, $1) }, times, commits: commits)
  (history.commits, history.removed) = (commits, try gone.get())
  return history
}

/// Why the history is not all there.
private func notes(on repository: Repository, isShallow: Bool) throws -> [LocalizedText] {
  var notes: [LocalizedText] = []
  if isShallow {
    notes.append(
      LocalizedText(zh: "浅克隆，更早的历史不在这里", en: "a shallow clone: earlier history is not here"))
  }
  let (changed, listed) = Workers.all.both {
    Result { try repository.changes(from: "HEAD", to: nil, below: "content") }
  } _: {
    Result { try repository.tree(of: "HEAD", below: ["content"]) }
  }
  let changes = try changed.get()
  if !changes.found.isEmpty {
    notes.append(
      LocalizedText(zh: "有未提交的改动，不在历史里", en: "changes that are not committed are not shown"))
  }
  var outside = try listed.get().outside
  outside.formUnion(changes.outside)
  if let note = outside.pageNote { notes.append(note) }
  return notes
}

/// Puts what was compared into the words of a history.
private struct HistoryReader {
  var cache: HistoryCache
  var setting: HistorySetting
  var timeZone: String

  /// `paths` are the names that the files have today.
  func commits(_ entries: [Repository.LogEntry], _ paths: [[String]]) -> [History.Commit] {
    zip(entries, paths).compactMap { entry, paths in
      let documents = zip(entry.files, paths).compactMap { file, path -> History.Document? in
        guard file.path.hasSuffix(".md") else { return nil }
        let changes = cache[file]?.changes ?? []
        let status = Self.status(file, hasMoved: file.oldPath != nil)
        // A merge that only put together what it brought decided nothing.
        if !file.others.isEmpty, status == .modified, changes.isEmpty { return nil }
        return History.Document(path: path, status: status, changes: changes)
      }
      guard !documents.isEmpty else { return nil }
      return History.Commit(
        id: entry.commit, day: day(of: entry.date, in: timeZone), time: rfc3339(entry.date),
        author: author(entry), subject: entry.subject, documents: documents)
    }
  }

  /// The times that objects give, as far as they were compared.
  func times(_ files: [Repository.LogEntry.File]) -> [String: TimeSpan] {
    var times: [String: TimeSpan] = [:]
    for file in files {
      guard let found = cache[file] else { continue }
      if let object = file.before { times[object] = found.before }
      if let object = file.after { times[object] = found.after }
    }
    return times
  }

  func sinceStart(
    _ spans: ChangedSpans, _ mainline: [(entry: Repository.LogEntry, day: Day)],
    _ times: [String: TimeSpan], commits: [History.Commit]
  ) -> [Period: [History.Became]] {
    let (today, work) = Workers.all.both {
      // Newest first: what a file is called first is what it holds today.
      var today: [String: TimeSpan?] = [:]
      for file in mainline.lazy.flatMap(\.entry.files) where today[file.path] == nil {
        today[file.path] = .some(file.after.flatMap { times[$0] })
      }
      return today
    } _: {
      var work: [String: [Int]] = [:]
      for (index, commit) in commits.enumerated() {
        for document in commit.documents { work[document.path, default: []].append(index) }
      }
      return work
    }
    let periods = Array(spans.found)
    let became = parallelMap(periods) { period, changes in
      let (first, last) = (spans.calendar.first(of: period), spans.calendar.last(of: period))
      let told = changes.compactMap { path, change -> (Int, History.Became)? in
        let file = change.file
        // What came and went again was never planned.
        guard file.before != nil || file.after != nil else { return nil }
        let newest = mainline[change.newest]
        var document = History.Became(
          path: path, status: Self.status(file, hasMoved: change.hasMoved),
          changes: cache[file]?.changes ?? [],
          newest: History.Became.Newest(
            day: newest.day, author: author(newest.entry), subject: newest.entry.subject))
        let now = today[path] ?? nil
        document.otherTimes = [file.before, file.after].compactMap { object in
          object.flatMap { times[$0] }
        }.filter { $0 != now }
        // The work that was done in the period; what a merge brought is told by it
        // only where the work is older.
        let done = (work[path] ?? []).filter {
          first <= commits[$0].day && commits[$0].day <= last
        }
        document.commitCount = max(done.count, change.commits)
        if document.commitCount == 1, let only = done.first {
          let commit = commits[only]
          document.newest = History.Became.Newest(
            day: commit.day, author: commit.author, subject: commit.subject)
        }
        return (change.newest, document)
      }
      return told.indices.sorted {
        told[$0].0 != told[$1].0 ? told[$0].0 < told[$1].0 : told[$0].1.path < told[$1].1.path
      }.map { told[$0].1 }
    }
    return Dictionary(uniqueKeysWithValues: zip(periods.map(\.key), became))
  }

  private func author(_ entry: Repository.LogEntry) -> String {
    setting == .full ? entry.author : ""
  }

  private static func status(
    _ file: Repository.LogEntry.File, hasMoved: Bool
  ) -> DocumentChange.Status {
    if file.before == nil { return .added }
    if file.after == nil { return .removed }
    return hasMoved ? .moved : .modified
  }
}

/// What documents said that are not there any more: pages and reports still speak
/// of them.
private func removed(
  from mainline: [Repository.LogEntry], _ repository: Repository
) throws -> [String: History.Removed] {
  var last: [String: Repository.LogEntry.File] = [:]
  var seen: Set<String> = []
  for file in mainline.flatMap(\.files) where file.path.hasSuffix(".md") {
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
  for (file, document) in zip(files, parallelMap(files) { diffDocument($0) }) {
    removed[file.path] = History.Removed(title: document.title, time: document.time)
  }
  return removed
}

private func rfc3339(_ date: Date) -> String {
  let seconds = Int(date.timeIntervalSince1970)
  let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(Day(ordinal: days).iso)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
}
