import CedianContent
import CedianModel
import Foundation

/// Comparisons of two objects, by their ids; safe to delete at any time.
struct HistoryCache {
  private let path: String
  private let names: DiffNames
  /// Tells one set of names from another.
  private let mark: String
  private var known: [String: Comparison] = [:]
  private var isChanged = false

  private struct Comparison: Codable {
    var changes: [Entry]
    /// The times that both sides give, as the numbers of their first and last day.
    var before: [Int]?
    var after: [Int]?
  }

  private struct Entry: Codable {
    var importance: Int
    var zh: String
    var en: String
  }

  /// What a document's change came to.
  struct Found {
    var changes: [History.Change]
    var timeBefore: TimeSpan?
    var timeAfter: TimeSpan?
  }

  /// What one document lists; more are counted.
  private static let limit = 12

  init(path: String, _ names: DiffNames) {
    (self.path, self.names) = (path, names)
    var hash: [UInt8] = []
    let words = names.all.flatMap { [$0.zh, $0.en] } + names.lessIsBetter
    ContentHash(words.flatMap { Array("\($0)\n".utf8) }).append(to: &hash)
    mark = String(decoding: hash, as: UTF8.self)
    if let bytes = (try? FileSystem.read(path)).flatMap(ContentHash.opened),
      let read = try? JSONDecoder().decode([String: Comparison].self, from: Data(bytes))
    {
      known = read
    }
  }

  /// Nil where there are no two sides.
  private func key(_ file: Repository.LogEntry.File) -> String? {
    guard let before = file.before, let after = file.after else { return nil }
    // The folder says what kind of document it is, and channels and metrics may be
    // called otherwise by now.
    let parents = ([before] + file.others.map { $0 ?? "-" }).joined(separator: "+")
    return "\(parents) \(after) \(mark) \(file.path.split(separator: "/").dropFirst().first ?? "")"
  }

  /// Nil where a side is missing, or was not there to be compared.
  subscript(file: Repository.LogEntry.File) -> Found? {
    guard let found = key(file).flatMap({ known[$0] }) else { return nil }
    func span(_ days: [Int]?) -> TimeSpan? {
      guard let days, days.count == 2 else { return nil }
      return TimeSpan(start: Day(ordinal: days[0]), end: Day(ordinal: days[1]))
    }
    return Found(
      changes: found.changes.map {
        History.Change(
          importance: FieldChange.Importance(rawValue: $0.importance) ?? .other,
          words: LocalizedText(zh: $0.zh, en: $0.en))
      }, timeBefore: span(found.before), timeAfter: span(found.after))
  }

  /// Compares what has not been compared yet; all objects from one process.
  mutating func fill(
    from files: [Repository.LogEntry.File], _ repository: Repository
  ) throws {
    let missing = files.filter { file in
      file.path.hasSuffix(".md") && key(file).map { known[$0] == nil } ?? false
    }
    guard !missing.isEmpty else { return }
    let objects = Set(missing.flatMap { ([$0.before, $0.after] + $0.others).compactMap { $0 } })
      .sorted()
    let files = try repository.files(objects.map { Repository.Entry(path: $0, object: $0) })
    let bytes = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { a, _ in a })
    let made = parallelMap(missing) { [names] file -> Comparison in
      func read(_ object: String?) -> DiffDocument {
        diffDocument(
          SourceFile(path: file.path, bytes: object.flatMap { bytes[$0] } ?? []), names: names)
      }
      let (before, after) = (read(file.before), read(file.after))
      func changed(from old: DiffDocument) -> DocumentChange? {
        diff(
          from: DiffSide(documents: [old], handbook: Handbook(), names: names),
          to: DiffSide(documents: [after], handbook: Handbook(), names: names)
        ).documents.first
      }
      // A parent that had no such document has nothing of it to bring.
      let change = changed(from: before)?
        .decided(against: file.others.compactMap { $0 }.map { changed(from: read($0)) })
      return Comparison(
        changes: (change?.historyChanges(limit: Self.limit) ?? []).map {
          Entry(importance: $0.importance.rawValue, zh: $0.words.zh, en: $0.words.en)
        }, before: before.time.map(Self.days), after: after.time.map(Self.days))
    }
    for (file, comparison) in zip(missing, made) {
      if let key = key(file) { known[key] = comparison }
    }
    isChanged = true
  }

  private static func days(_ span: TimeSpan) -> [Int] { [span.start.ordinal, span.end.ordinal] }

  /// Not being able to keep it costs time, nothing else.
  func save() {
    guard isChanged else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(known) else { return }
    try? Disk().write(ContentHash.sealed(Array(data)), to: path)
  }
}

extension DiffDocument {
  /// When an activity takes place, or what a plan is for.
  var time: TimeSpan? {
    let value = fields.first { $0.key == "time" || $0.key == "period" }?.value
    guard case .time(let span)? = value else { return nil }
    return span
  }
}
