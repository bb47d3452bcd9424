import CedianModel

/// A merge with what could not be decided marked in it.
public struct MergedText: Sendable, Hashable {
  public var bytes: [UInt8]
  public var conflicts: Int

  public init(bytes: [UInt8], conflicts: Int) {
    (self.bytes, self.conflicts) = (bytes, conflicts)
  }
}

/// Merges three states of a document: its front matter field by field, its text by
/// `mergeText`. A field that only one side changed is taken from there, whatever
/// changed in the lines around it; one that both changed, and not to the same
/// meaning, is marked as a conflict of that field alone. Comments and spelling count
/// where nothing else changed. Nil where a side's front matter cannot be read, or
/// both changed what stands around the fields: then only lines can be merged.
public func mergeDocument(
  base: SourceFile, ours: SourceFile, theirs: SourceFile,
  mergeText: (_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) throws -> MergedText
) rethrows -> MergedText? {
  guard let a = FieldBlocks(base), let b = FieldBlocks(ours), let c = FieldBlocks(theirs) else {
    return nil
  }
  guard let opening = decided(a.opening, b.opening, c.opening),
    let closing = decided(a.closing, b.closing, c.closing)
  else { return nil }
  var merged = opening
  var conflicts = 0
  for step in order(b, c) {
    let (old, mine, other) = (a[step], b[step], c[step])
    if let bytes = decided(old?.bytes, mine?.bytes, other?.bytes) {
      merged += bytes ?? []
    } else if means(mine, other) || means(other, old) {
      merged += mine?.bytes ?? []
    } else if means(mine, old) {
      merged += other?.bytes ?? []
    } else {
      conflicts += 1
      merged += conflict(mine?.bytes ?? [], other?.bytes ?? [])
    }
  }
  merged += closing
  let text = try mergeText(a.text, b.text, c.text)
  return MergedText(bytes: merged + text.bytes, conflicts: conflicts + text.conflicts)
}

/// What a merge takes where at most one side changed, or both alike.
private func decided<Part: Equatable>(_ old: Part, _ mine: Part, _ other: Part) -> Part? {
  if mine == other || other == old { return mine }
  return mine == old ? other : nil
}

/// Whether both say the same in other words. A field that is gone, or empty, says
/// nothing that could be the same.
private func means(_ a: FieldBlocks.Block?, _ b: FieldBlocks.Block?) -> Bool {
  guard let a = a?.value, let b = b?.value else { return false }
  return a == b
}

/// Both sides between the marks that git and its tools know.
func conflict(_ ours: [UInt8], _ theirs: [UInt8]) -> [UInt8] {
  Array("<<<<<<< 我方 ours\n".utf8) + ours + Array("=======\n".utf8) + theirs
    + Array(">>>>>>> 对方 theirs\n".utf8)
}

/// Our fields in our order; each of theirs that we lack after the one that it
/// follows there.
private func order(_ ours: FieldBlocks, _ theirs: FieldBlocks) -> [String] {
  var order = ours.keys
  var previous: String?
  for key in theirs.keys {
    if !order.contains(key) {
      let place = previous.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? order.count
      order.insert(key, at: place)
    }
    previous = key
  }
  return order
}

/// The lines of each field of a front matter, with what they mean.
private struct FieldBlocks {
  struct Block {
    var value: FieldValue?
    var bytes: [UInt8]
  }

  /// The fence, and what stands before the first field.
  let opening: [UInt8]
  /// Canonical keys, in the order written.
  let keys: [String]
  let closing: [UInt8]
  let text: [UInt8]
  private let blocks: [String: Block]

  subscript(_ key: String) -> Block? { blocks[key] }

  init?(_ file: SourceFile) {
    let (frontMatter, split, syntax) = parseFrontMatter(file)
    guard let frontMatter, syntax.isEmpty, !frontMatter.entries.isEmpty, split.isClosed else {
      return nil
    }
    let head = file.bytes[..<split.body.lowerBound]
    var lines: [ArraySlice<UInt8>] = []
    var start = head.startIndex
    for index in head.indices where head[index] == 0x0A {
      lines.append(head[start...index])
      start = index + 1
    }
    if start < head.endIndex { lines.append(head[start...]) }
    let closingLine = Int(frontMatter.closing.start.line) - 1
    guard closingLine < lines.count else { return nil }
    // A field begins with the comments that stand right above it.
    let starts = frontMatter.entries.map { entry -> Int in
      var line = Int(entry.key.range.start.line) - 1
      while line > 1, Self.isComment(lines[line - 1]) { line -= 1 }
      return line
    }
    guard starts == starts.sorted(), Set(starts).count == starts.count, let first = starts.first
    else { return nil }
    let document = DiffDocument(
      Document(path: file.path, frontMatter: frontMatter, body: Body()), text: "")
    let schema = RecordSchema.document(document.kind)
    var keys: [String] = []
    var blocks: [String: Block] = [:]
    for (index, entry) in frontMatter.entries.enumerated() {
      let key = schema.key(named: entry.key.value)?.rawValue ?? entry.key.value
      let end = index + 1 < starts.count ? starts[index + 1] : closingLine
      guard blocks[key] == nil, starts[index] < end else { return nil }
      keys.append(key)
      blocks[key] = Block(
        value: document.fields.first { $0.key == key }?.value,
        bytes: lines[starts[index]..<end].flatMap { $0 })
    }
    opening = lines[..<first].flatMap { $0 }
    closing = lines[closingLine...].flatMap { $0 }
    self.keys = keys
    self.blocks = blocks
    text = Array(file.bytes[split.body])
  }

  private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    line.first { $0 != 0x20 } == UInt8(ascii: "#")
  }
}
