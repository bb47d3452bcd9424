import CedianContent
import CedianModel
import Synchronization

/// Comparisons of two objects, by their ids; safe to delete at any time.
struct HistoryCache {
  private let path: String
  private let names: DiffNames
  /// Tells one set of names from another.
  private let mark: String
  private var known: [ComparedObjects: Comparison] = [:]
  private var isChanged = false

  /// What one document lists; more are counted.
  private static let limit = 12

  init(path: String, _ names: DiffNames) {
    (self.path, self.names) = (path, names)
    var hash: [UInt8] = []
    let words = names.all.flatMap { [$0.zh, $0.en] } + names.lessIsBetter
    ContentHash(words.flatMap { Array("\($0)\n".utf8) }).append(to: &hash)
    mark = String(decoding: hash, as: UTF8.self)
    if let bytes = (try? FileSystem.read(path)).flatMap(ContentHash.opened),
      let read = KeptComparisons.comparisons(in: bytes)
    {
      known = read
    }
  }

  /// Nil where there are no two sides.
  private func key(_ file: Repository.LogEntry.File) -> ComparedObjects? {
    guard let before = file.before, let after = file.after else { return nil }
    return ComparedObjects(
      before: before, after: after,
      others: file.others.isEmpty
        ? "" : file.others.map { $0 ?? "-" }.joined(separator: "+"),
      folder: Self.folder(in: file.path), names: mark)
  }

  /// `activities` of `content/activities/2026/x.md`. Each file's is asked for.
  private static func folder(in path: String) -> String {
    path.withBytes { bytes in
      guard let slash = bytes.firstIndex(of: 0x2F) else { return "" }
      let rest = bytes[(slash + 1)...].prefix { $0 != 0x2F }
      return String(decoding: UnsafeBufferPointer(rebasing: rest), as: UTF8.self)
    }
  }

  /// Nil where a side is missing, or was not there to be compared.
  subscript(file: Repository.LogEntry.File) -> Comparison? { key(file).flatMap { known[$0] } }

  /// Compares what has not been compared yet. The changes of one document stand
  /// together, so that git and we read each of its states once; while git reads those
  /// of some documents, others are compared.
  mutating func fill(
    from files: [Repository.LogEntry.File], _ repository: Repository
  ) throws {
    var missing: [ComparedObjects: Repository.LogEntry.File] = [:]
    for file in files where file.path.hasSuffix(".md") {
      if let key = key(file), known[key] == nil { missing[key] = file }
    }
    guard !missing.isEmpty else { return }
    let work = missing.sorted {
      $0.value.path != $1.value.path ? $0.value.path < $1.value.path : $0.key < $1.key
    }
    let parts = stride(from: 0, to: work.count, by: 64).map {
      work[$0..<min($0 + 64, work.count)].map(\.value)
    }
    let objects = parts.map { files in
      Set(files.flatMap { ([$0.before, $0.after] + $0.others).compactMap { $0 } }).sorted()
    }
    let reading = Mutex(
      Reading(stream: try ObjectStream(of: objects.flatMap { $0 }, in: repository)))
    let made = Mutex<[Int: Result<[Comparison], any Error>]>([:])
    inParallel(parts.count) { [names] _ in
      let (part, read) = reading.withLock { $0.next(objects) }
      let compared = read.map { Self.compared(parts[part], $0, names) }
      made.withLock { $0[part] = compared }
    }
    var comparisons: [Comparison] = []
    for (_, part) in made.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
      comparisons += try part.get()
    }
    for (item, comparison) in zip(work, comparisons) { known[item.key] = comparison }
    isChanged = true
  }

  /// Whoever is done with a part reads the next one.
  private struct Reading: ~Copyable {
    var stream: ObjectStream
    var part = 0

    mutating func next(_ objects: [[String]]) -> (Int, Result<[String: [UInt8]], any Error>) {
      defer { part += 1 }
      var bytes: [String: [UInt8]] = [:]
      do {
        for object in objects[part] { bytes[object] = try stream.next(object) }
      } catch {
        return (part, .failure(error))
      }
      return (part, .success(bytes))
    }
  }

  private static func compared(
    _ files: [Repository.LogEntry.File], _ bytes: [String: [UInt8]], _ names: DiffNames
  ) -> [Comparison] {
    var documents: [Repository.Entry: DiffDocument] = [:]
    func document(_ path: String, _ object: String?) -> DiffDocument {
      let entry = Repository.Entry(path: path, object: object ?? "")
      if let known = documents[entry] { return known }
      let document = diffDocument(
        SourceFile(path: path, bytes: object.flatMap { bytes[$0] } ?? []), names: names)
      documents[entry] = document
      return document
    }
    // Nothing but documents is compared.
    let none = Handbook()
    func side(_ document: DiffDocument) -> DiffSide {
      DiffSide(documents: [document], handbook: none, names: names)
    }
    return files.map { file in
      let (before, after) = (document(file.path, file.before), document(file.path, file.after))
      func changed(from old: DiffDocument) -> DocumentChange? {
        diff(from: side(old), to: side(after)).documents.first
      }
      // A parent that had no such document has nothing of it to bring.
      let change = changed(from: before)?
        .decided(
          against: file.others.compactMap { $0 }.map { changed(from: document(file.path, $0)) })
      return Comparison(
        changes: change?.historyChanges(limit: Self.limit) ?? [],
        before: before.time?.withoutClocks, after: after.time?.withoutClocks)
    }
  }

  /// Not being able to keep it costs time, nothing else.
  func save() {
    guard isChanged else { return }
    _ = try? Disk().write(ContentHash.sealed(KeptComparisons.bytes(of: known)), to: path)
  }
}

extension TimeSpan {
  fileprivate var withoutClocks: TimeSpan { TimeSpan(start: start, end: end) }
}

extension DiffDocument {
  /// When an activity takes place, or what a plan is for.
  var time: TimeSpan? {
    let value = fields.first { $0.key == "time" || $0.key == "period" }?.value
    guard case .time(let span)? = value else { return nil }
    return span
  }
}
