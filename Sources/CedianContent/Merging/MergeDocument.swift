import CedianModel

/// A merge with what could not be decided marked in it.
public struct MergedText: Sendable, Hashable {
  public var bytes: [UInt8]
  public var conflicts: Int

  public init(bytes: [UInt8], conflicts: Int) {
    (self.bytes, self.conflicts) = (bytes, conflicts)
  }
}

/// A merge of lines: base, ours, theirs.
public typealias MergeLines = ([UInt8], [UInt8], [UInt8]) throws -> MergedText

/// Merges three states of a document: its front matter field by field, and lists of
/// records record by record; its text by `mergeText`. A field that only one side
/// changed is taken from there, whatever changed in the lines around it; one that
/// both changed, and not to the same meaning, is marked as a conflict of that field
/// alone, unless its lines merge by themselves. No comment is lost: where one side
/// changed the meaning and the other a comment, the lines decide. Nil where a side's
/// front matter cannot be read, or both changed what stands around the fields: then
/// only lines can be merged.
public func mergeDocument(
  base: SourceFile, ours: SourceFile, theirs: SourceFile, mergeText: MergeLines
) rethrows -> MergedText? {
  guard let a = FieldLines(base), let b = FieldLines(ours), let c = FieldLines(theirs),
    let closing = decided(a.closing, b.closing, c.closing)
  else { return nil }
  guard var merged = try merge(a.fields, b.fields, c.fields, mergeText, isBold: false) else {
    return nil
  }
  if merged.conflicts > 0,
    let bold = try merge(a.fields, b.fields, c.fields, mergeText, isBold: true),
    bold.conflicts == 0,
    FieldLines(SourceFile(path: base.path, bytes: bold.bytes + closing)) != nil
  {
    merged = bold
  }
  merged.bytes += closing
  let text = try mergeText(a.text, b.text, c.text)
  return MergedText(
    bytes: merged.bytes + text.bytes, conflicts: merged.conflicts + text.conflicts)
}

/// Nil where both changed what stands before the parts. A bold merge takes lines
/// that merge by themselves also where both changed the meaning.
private func merge(
  _ old: LineParts, _ mine: LineParts, _ other: LineParts, _ mergeText: MergeLines, isBold: Bool
) rethrows -> MergedText? {
  guard let opening = decided(old.opening, mine.opening, other.opening) else { return nil }
  var merged = MergedText(bytes: opening, conflicts: 0)
  for key in order(mine, other) {
    let part = try merge(old[key], mine[key], other[key], mergeText, isBold: isBold)
    merged.bytes += part.bytes
    merged.conflicts += part.conflicts
  }
  return merged
}

private func merge(
  _ old: LineBlock?, _ mine: LineBlock?, _ other: LineBlock?, _ mergeText: MergeLines,
  isBold: Bool
) rethrows -> MergedText {
  func taken(_ block: LineBlock?) -> MergedText {
    MergedText(bytes: block?.bytes ?? [], conflicts: 0)
  }
  func hasOwnComments(_ block: LineBlock?, beside kept: LineBlock?) -> Bool {
    var rest = comments(of: kept?.bytes ?? []) + comments(of: old?.bytes ?? [])
    return comments(of: block?.bytes ?? []).contains { comment in
      guard let place = rest.firstIndex(of: comment) else { return true }
      rest.remove(at: place)
      return false
    }
  }
  if let bytes = decided(old?.bytes, mine?.bytes, other?.bytes) {
    return MergedText(bytes: bytes ?? [], conflicts: 0)
  }
  let (isMineKept, isOtherKept) = (
    means(mine, other) || means(other, old), means(mine, old)
  )
  if isMineKept, !hasOwnComments(other, beside: mine) { return taken(mine) }
  if isOtherKept, !hasOwnComments(mine, beside: other) { return taken(other) }
  var merged: MergedText?
  if let mine = mine?.parts, let other = other?.parts {
    merged = try merge(
      old?.parts ?? LineParts(opening: mine.opening), mine, other, mergeText, isBold: isBold)
  }
  if let merged, merged.conflicts == 0 { return merged }
  if isBold || isMineKept || isOtherKept {
    let lines = try mergeText(old?.bytes ?? [], mine?.bytes ?? [], other?.bytes ?? [])
    if lines.conflicts == 0 { return lines }
  }
  return merged
    ?? MergedText(bytes: conflict(mine?.bytes ?? [], other?.bytes ?? []), conflicts: 1)
}

/// The comments of some lines, in their order: whole lines and ends of lines.
private func comments(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var found: [ArraySlice<UInt8>] = []
  for line in bytes.split(separator: 0x0A) {
    var quote: UInt8?
    for index in line.indices {
      let byte = line[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "#"),
        index == line.startIndex || line[index - 1] == 0x20 || line[index - 1] == 0x09
      {
        found.append(line[index...])
        break
      }
    }
  }
  return found
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
