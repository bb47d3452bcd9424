import CedianModel

/// What the change of a document from one object to another came to.
struct Comparison: Sendable {
  var changes: [History.Change]
  /// The times that both sides give.
  var before: TimeSpan?
  var after: TimeSpan?
}

/// What tells one comparison from another.
struct ComparedObjects: Sendable, Hashable, Comparable {
  var before: String
  var after: String
  /// As the parents of a merge after the first have it.
  var others: String
  /// Tells what kind of document it is.
  var folder: String
  /// Channels and metrics may be called otherwise by now.
  var names: String

  /// The objects tell nearly all apart.
  func hash(into hasher: inout Hasher) {
    hasher.combine(before)
    hasher.combine(after)
  }

  static func < (a: Self, b: Self) -> Bool {
    if a.before != b.before { return a.before < b.before }
    if a.after != b.after { return a.after < b.after }
    return (a.others, a.folder, a.names) < (b.others, b.folder, b.names)
  }
}

/// Comparisons as they are kept: numbers of four bytes, each text behind its length.
/// Reading thousands of them any other way takes longer than making the pages.
enum KeptComparisons {
  static func bytes(of comparisons: [ComparedObjects: Comparison]) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ number: Int) {
      withUnsafeBytes(of: Int32(truncatingIfNeeded: number).littleEndian) { bytes += $0 }
    }
    func add(_ text: String) {
      add(text.utf8.count)
      bytes += text.utf8
    }
    func add(_ span: TimeSpan?) {
      add(span == nil ? 0 : 1)
      if let span {
        add(span.start.ordinal)
        add(span.end.ordinal)
      }
    }
    for key in comparisons.keys.sorted() {
      guard let comparison = comparisons[key] else { continue }
      for text in [key.before, key.after, key.others, key.folder, key.names] { add(text) }
      add(comparison.before)
      add(comparison.after)
      add(comparison.changes.count)
      for change in comparison.changes {
        add(change.importance.rawValue)
        add(change.words.zh)
        add(change.words.en)
      }
    }
    return bytes
  }

  /// Nil where the bytes are not such.
  static func comparisons(in bytes: [UInt8]) -> [ComparedObjects: Comparison]? {
    bytes.withUnsafeBytes { bytes in
      var at = 0
      func number() -> Int? {
        guard at + 4 <= bytes.count else { return nil }
        defer { at += 4 }
        return Int(Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: Int32.self)))
      }
      func text() -> String? {
        guard let count = number(), count >= 0, count <= bytes.count - at else { return nil }
        defer { at += count }
        return String(
          decoding: UnsafeRawBufferPointer(rebasing: bytes[at..<at + count]), as: UTF8.self)
      }
      func span() -> TimeSpan?? {
        guard let isThere = number() else { return nil }
        guard isThere == 1 else { return .some(nil) }
        guard let start = number(), let end = number() else { return nil }
        return TimeSpan(start: Day(ordinal: start), end: Day(ordinal: end))
      }
      func change() -> History.Change? {
        guard let number = number(), let importance = FieldChange.Importance(rawValue: number),
          let zh = text(), let en = text()
        else { return nil }
        return History.Change(importance: importance, words: LocalizedText(zh: zh, en: en))
      }
      var found: [ComparedObjects: Comparison] = [:]
      // Of some 400 bytes each.
      found.reserveCapacity(bytes.count / 400)
      while at < bytes.count {
        guard let before = text(), let after = text(), let others = text(), let folder = text(),
          let names = text(), let timeBefore = span(), let timeAfter = span(),
          let count = number(), count >= 0
        else { return nil }
        var changes: [History.Change] = []
        for _ in 0..<count {
          guard let change = change() else { return nil }
          changes.append(change)
        }
        let key = ComparedObjects(
          before: before, after: after, others: others, folder: folder, names: names)
        found[key] = Comparison(changes: changes, before: timeBefore, after: timeAfter)
      }
      return found
    }
  }
}
