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
