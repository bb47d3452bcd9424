import CedianContent
import CedianModel
import Foundation

/// Comparisons of two objects, by their ids; safe to delete at any time.
struct HistoryCache {
  private let path: String
  private let names: DiffNames
  /// Tells one set of names from another.
  private let mark: String
  private var known: [String: [Entry]] = [:]
  private var isChanged = false

  private struct Entry: Codable {
    var importance: Int
    var zh: String
    var en: String
  }

  init(path: String, _ names: DiffNames) {
    (self.path, self.names) = (path, names)
    var hash: [UInt8] = []
    ContentHash(names.all.flatMap { Array("\($0.zh)\n\($0.en)\n".utf8) }).append(to: &hash)
    mark = String(decoding: hash, as: UTF8.self)
    if let bytes = try? FileSystem.read(path),
      let read = try? JSONDecoder().decode([String: [Entry]].self, from: Data(bytes))
    {
      known = read
    }
  }

  private func key(_ before: String, _ after: String, _ path: String) -> String {
    // The folder says what kind of document it is, and channels and metrics may be
    // called otherwise by now.
    "\(before) \(after) \(mark) \(path.split(separator: "/").dropFirst().first ?? "")"
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
