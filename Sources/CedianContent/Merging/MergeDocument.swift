import CedianModel

/// A merge with what could not be decided marked in it.
public struct MergedText: Sendable, Hashable {
  public var bytes: [UInt8]
  public var conflicts: Int

  public init(bytes: [UInt8], conflicts: Int) {
    (self.bytes, self.conflicts) = (bytes, conflicts)
  }
}

/// Merges three states of a document: its front matter field by field, and lists of
/// records record by record; its text by `mergeText`. A field that only one side
/// changed is taken from there, whatever changed in the lines around it; one that
/// both changed, and not to the same meaning, is marked as a conflict of that field
/// alone. Comments and spelling count where nothing else changed. Nil where a side's
/// front matter cannot be read, or both changed what stands around the fields: then
/// only lines can be merged.
public func mergeDocument(
  base: SourceFile, ours: SourceFile, theirs: SourceFile,
  mergeText: (_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) throws -> MergedText
) rethrows -> MergedText? {
  guard let a = FieldLines(base), let b = FieldLines(ours), let c = FieldLines(theirs),
    let closing = decided(a.closing, b.closing, c.closing),
    var merged = merge(a.fields, b.fields, c.fields)
  else { return nil }
  merged.bytes += closing
  let text = try mergeText(a.text, b.text, c.text)
  return MergedText(
    bytes: merged.bytes + text.bytes, conflicts: merged.conflicts + text.conflicts)
}

/// Nil where both changed what stands before the parts.
private func merge(_ old: LineParts, _ mine: LineParts, _ other: LineParts) -> MergedText? {
  guard let opening = decided(old.opening, mine.opening, other.opening) else { return nil }
  var merged = MergedText(bytes: opening, conflicts: 0)
  for key in order(mine, other) {
    let part = merge(old[key], mine[key], other[key])
    merged.bytes += part.bytes
    merged.conflicts += part.conflicts
  }
  return merged
}

private func merge(_ old: LineBlock?, _ mine: LineBlock?, _ other: LineBlock?) -> MergedText {
  func taken(_ block: LineBlock?) -> MergedText {
    MergedText(bytes: block?.bytes ?? [], conflicts: 0)
  }
  if let bytes = decided(old?.bytes, mine?.bytes, other?.bytes) {
    return MergedText(bytes: bytes ?? [], conflicts: 0)
  }
  if means(mine, other) || means(other, old) { return taken(mine) }
  if means(mine, old) { return taken(other) }
  if let mine = mine?.parts, let other = other?.parts,
    let merged = merge(old?.parts ?? LineParts(opening: mine.opening), mine, other)
  {
    return merged
  }
  return MergedText(bytes: conflict(mine?.bytes ?? [], other?.bytes ?? []), conflicts: 1)
}

/// What a merge takes where at most one side changed, or both alike.
private func decided<Part: Equatable>(_ old: Part, _ mine: Part, _ other: Part) -> Part? {
  if mine == other || other == old { return mine }
  return mine == old ? other : nil
}

/// Whether both say the same in other words. What is gone, or empty, says nothing
/// that could be the same.
private func means(_ a: LineBlock?, _ b: LineBlock?) -> Bool {
  guard let a = a?.value, let b = b?.value else { return false }
  return a == b
}

/// Both sides between the marks that git and its tools know.
func conflict(_ ours: [UInt8], _ theirs: [UInt8]) -> [UInt8] {
  Array("<<<<<<< 我方 ours\n".utf8) + ours + Array("=======\n".utf8) + theirs
    + Array(">>>>>>> 对方 theirs\n".utf8)
}

/// Our parts in our order; each of theirs that we lack after the one that it
/// follows there.
private func order(_ ours: LineParts, _ theirs: LineParts) -> [String] {
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
