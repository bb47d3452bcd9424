import CedianModel

/// The lines of a field, a record or a field of a record, with what they mean.
struct LineBlock {
  var value: FieldValue?
  var bytes: [UInt8]
  /// Its records or fields, where each has lines of its own.
  var parts: LineParts?
}

/// Lines in parts that can be told apart.
struct LineParts {
  /// What stands before the first part.
  var opening: [UInt8]
  /// Canonical keys, or what records are known by, in the order written.
  private(set) var keys: [String] = []
  private var blocks: [String: LineBlock] = [:]

  init(opening: [UInt8]) { self.opening = opening }

  subscript(_ key: String) -> LineBlock? { blocks[key] }

  /// False where there is one of that name already.
  mutating func append(_ key: String, _ block: LineBlock) -> Bool {
    guard blocks[key] == nil else { return false }
    keys.append(key)
    blocks[key] = block
    return true
  }
}

/// A document taken apart by the lines of its fields.
struct FieldLines {
  /// The fence, and the fields after it.
  let fields: LineParts
  let closing: [UInt8]
  let text: [UInt8]

  /// Nil where the front matter cannot be read, or two fields share a line.
  init?(_ file: SourceFile) {
    let (frontMatter, split, syntax) = parseFrontMatter(file)
    guard let frontMatter, syntax.isEmpty, !frontMatter.entries.isEmpty, split.isClosed else {
      return nil
    }
    let lines = SplitLines(file.bytes[..<split.body.lowerBound])
    let closingLine = Int(frontMatter.closing.start.line) - 1
    guard closingLine < lines.count else { return nil }
    let document = DiffDocument(
      Document(path: file.path, frontMatter: frontMatter, body: Body()), text: "")
    let schema = RecordSchema.document(document.kind ?? .page)
    let parts = lines.parts(
      frontMatter.entries.map { entry in
        let key = schema.key(named: entry.key.value)?.rawValue ?? entry.key.value
        let value = document.fields.first { $0.key == key }?.value
        return SplitLines.Part(
          key: key, start: entry.key.range.start, node: entry.value, value: value)
      }, in: 0..<closingLine)
    guard let parts else { return nil }
    fields = parts
    closing = lines.bytes(closingLine..<lines.count)
    text = Array(file.bytes[split.body])
  }
}

/// The lines of a front matter, each with its end.
private struct SplitLines {
  private var lines: [ArraySlice<UInt8>] = []

  struct Part {
    var key: String
    var start: SourcePosition
    var node: Node
    var value: FieldValue?
  }

  init(_ head: ArraySlice<UInt8>) {
    var start = head.startIndex
    for index in head.indices where head[index] == 0x0A {
      lines.append(head[start...index])
      start = index + 1
    }
    if start < head.endIndex { lines.append(head[start...]) }
  }

  var count: Int { lines.count }

  func bytes(_ range: Range<Int>) -> [UInt8] { lines[range].flatMap { $0 } }

  /// Nil where two parts share a line or a name.
  func parts(_ parts: [Part], in range: Range<Int>) -> LineParts? {
    // A part begins with the comments that stand right above it.
    let starts = parts.map { part -> Int in
      var line = Int(part.start.line) - 1
      while line > range.lowerBound + 1, isComment(lines[line - 1]) { line -= 1 }
      return line
    }
    guard let first = starts.first, first >= range.lowerBound,
      starts == starts.sorted(), Set(starts).count == starts.count
    else { return nil }
    var made = LineParts(opening: bytes(range.lowerBound..<first))
    for (index, part) in parts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : range.upperBound
      let own = starts[index]..<end
      guard !own.isEmpty,
        made.append(
          part.key,
          LineBlock(value: part.value, bytes: bytes(own), parts: inner(part, in: own)))
      else { return nil }
    }
    return made
  }

  /// The records of a list, or the fields of a record.
  private func inner(_ part: Part, in range: Range<Int>) -> LineParts? {
    switch (part.node.content, part.value) {
    case (.sequence(let items), .records(let records)?) where items.count == records.count:
      guard records.allSatisfy({ !$0.identity.isEmpty }) else { return nil }
      return parts(
        zip(items, records).map { item, record in
          Part(
            key: record.identity, start: item.range.start, node: item,
            value: .record(record.entries))
        }, in: range)
    case (.mapping(let entries), .record(let fields)?):
      // Empty fields are not among the values.
      let written = entries.filter { !$0.value.isEmpty }
      guard written.count == fields.count, written.count == entries.count else { return nil }
      return parts(
        zip(entries, fields).map { entry, field in
          Part(
            key: field.key, start: entry.key.range.start, node: entry.value, value: field.value)
        }, in: range)
    default: return nil
    }
  }

  private func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    line.first { $0 != 0x20 } == UInt8(ascii: "#")
  }
}
