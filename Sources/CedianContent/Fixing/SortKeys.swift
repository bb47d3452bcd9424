import CedianModel

/// The front matter's fields in the order of the document's kind, each with the
/// comments above it; unknown ones come last as they were. Nil where they are in
/// order already, or where a mistake makes moving lines unsafe.
func sortedKeys(_ file: SourceFile) -> (bytes: [UInt8], finding: Diagnostic)? {
  guard file.path.hasSuffix(".md") else { return nil }
  let (frontMatter, split, syntax) = parseFrontMatter(file)
  guard let frontMatter, let range = split.frontMatter, split.isClosed, syntax.isEmpty else {
    return nil
  }
  let (document, _) = decodeDocument(
    Document(path: file.path, frontMatter: frontMatter, body: Body()))
  let schema = RecordSchema.document(document.kind)
  let keys = document.kind.archetype + schema.entries.map(\.key)
  let lines = wholeLines(file.bytes, range)
  let starts = frontMatter.entries.map { Int($0.key.range.start.line) - 2 }
  // Each field must begin a line of its own, in the order of the lines.
  guard frontMatter.entries.allSatisfy({ $0.key.range.start.column == 1 }),
    zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 }), let first = starts.first
  else { return nil }
  var blocks: [(rank: Int, lines: ArraySlice<[UInt8]>)] = []
  var from = 0
  for (index, start) in starts.enumerated() {
    let next = index + 1 < starts.count ? starts[index + 1] : lines.count
    var end = next
    // Comments and blank lines right above a field belong to it, those after the
    // last one to none.
    while end > start + 1, isLoose(lines[end - 1]) { end -= 1 }
    let rank =
      schema.key(named: frontMatter.entries[index].key.value).flatMap(keys.firstIndex) ?? Int.max
    blocks.append((rank, lines[(index == 0 ? min(from, first) : from)..<end]))
    from = end
  }
  let order = blocks.indices.sorted { (blocks[$0].rank, $0) < (blocks[$1].rank, $1) }
  guard order != Array(blocks.indices) else { return nil }
  var bytes = Array(file.bytes[..<range.lowerBound])
  for index in order { for line in blocks[index].lines { bytes += line } }
  for line in lines[from...] { bytes += line }
  bytes += file.bytes[range.upperBound...]
  let mended = SourceFile(path: file.path, bytes: bytes)
  guard let sorted = parseFrontMatter(mended).frontMatter,
    bytes.count == file.bytes.count,
    Meaning(order.map { frontMatter.entries[$0] }) == Meaning(sorted.entries)
  else { return nil }
  let place = SourceLocation(path: file.path, range: frontMatter.opening)
  return (
    bytes,
    Diagnostic(
      id: "key-order", severity: .note, location: place,
      message: LocalizedText(zh: "字段的次序与同类文档不同", en: "the fields are in another order than usual"),
      fix: Diagnostic.Fix(message: LocalizedText(zh: "按次序排列", en: "put them in order")))
  )
}

/// The lines of a range, each with its end; the last one is given an end where
/// it has none of its own.
private func wholeLines(_ bytes: [UInt8], _ range: Range<Int>) -> [[UInt8]] {
  var lines: [[UInt8]] = []
  var start = range.lowerBound
  for index in range where bytes[index] == 0x0A {
    lines.append(Array(bytes[start...index]))
    start = index + 1
  }
  if start < range.upperBound { lines.append(Array(bytes[start..<range.upperBound])) }
  return lines
}

private func isLoose(_ line: [UInt8]) -> Bool {
  let first = line.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D && $0 != 0x0A }
  return first == nil || line.first == UInt8(ascii: "#")
}

extension DocumentKind {
  /// The fields that people write first, in the order in which they read them;
  /// the others follow as the kind names them.
  fileprivate var archetype: [Key] {
    let name: [Key] = [.kind, .id]
    switch self {
    case .policy: return name + [.chapter, .title, .version, .effective, .owner, .status, .rules]
    case .channel:
      return name + [
        .title, .aliases, .owner, .status, .tags, .metrics, .accounts, .stores, .consent, .duties,
      ]
    case .goals: return name + [.title, .owner, .period, .tags, .basis, .approval, .goals]
    case .plan:
      return name + [
        .title, .owner, .period, .tags, .focus, .basis, .alignment, .channelPlan, .activities,
        .budget, .staffing, .tasks, .approval,
      ]
    case .activity:
      return name + [
        .title, .owner, .status, .tags, .theme, .goal, .time, .actualTime, .audience, .format,
        .expectedEffect, .channels, .promotion, .budget, .duties, .risks, .approval, .supports,
        .insight, .occasion, .incidents,
      ]
    case .evaluation: return name + [.title, .activity, .owner]
    case .review: return name + [.title, .owner, .period]
    case .page: return name + [.title, .owner]
    }
  }
}
