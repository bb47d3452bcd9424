import CedianModel

/// The front matter's fields in the order of the document's kind, each with the
/// comments above it; unknown ones come last as they were. Nil where they are in
/// order already, or where a mistake makes moving lines unsafe.
func sortedKeys(_ file: SourceFile) -> (bytes: [UInt8], finding: Diagnostic)? {
  guard file.path.hasSuffix(".md") else { return nil }
  let (frontMatter, split, syntax) = parseFrontMatter(file)
  guard let frontMatter, let range = split.frontMatter, split.isClosed, syntax.isEmpty,
    case .document(let document, _) = readFile(file, options: MarkdownOptions())
  else { return nil }
  let schema = RecordSchema.document(document.kind)
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
    // Comments and blank lines right above a field belong to it.
    if index + 1 < starts.count {
      while end > start + 1, isLoose(lines[end - 1]) { end -= 1 }
    }
    let rank =
      schema.key(named: frontMatter.entries[index].key.value).flatMap { key in
        schema.entries.firstIndex { $0.key == key }
      } ?? Int.max
    blocks.append((rank, lines[(index == 0 ? min(from, first) : from)..<end]))
    from = end
  }
  let order = blocks.indices.sorted { (blocks[$0].rank, $0) < (blocks[$1].rank, $1) }
  guard order != Array(blocks.indices) else { return nil }
  var bytes = Array(file.bytes[..<range.lowerBound])
  for index in order { for line in blocks[index].lines { bytes += line } }
  bytes += file.bytes[range.upperBound...]
  let mended = SourceFile(path: file.path, bytes: bytes)
  guard let sorted = parseFrontMatter(mended).frontMatter,
    sorted.entries.count == frontMatter.entries.count, bytes.count == file.bytes.count,
    order.map({ frontMatter.entries[$0].key.value }) == sorted.entries.map(\.key.value)
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
