import CYAML
import CedianModel

/// What libyaml made of a text.
struct YAMLReading {
  /// The document's node; nil for an empty document, or after an error.
  var node: Node?
  var diagnostics: [Diagnostic] = []
  var error: YAMLError?
}

/// Where and why libyaml stopped; lines and columns from 0, in its text.
struct YAMLError {
  var problem: String
  var line: Int
  var column: Int
  var contextLine: Int
  var contextColumn: Int
  var context: String
}

/// The bounds of what is read: far beyond any brief, far below what hurts.
enum YAMLLimits {
  static let depth = 16
  static let nodes = 20_000
  static let frontMatterBytes = 64 * 1024
  static let fileBytes = 1024 * 1024
}

/// Reads one YAML document off libyaml's events: keys and values with their
/// places, nothing resolved. The only file that touches libyaml.
func readYAML(_ text: RepairedText, of block: YAMLBlock) -> YAMLReading {
  text.bytes.withUnsafeBufferPointer { bytes in
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return YAMLReading() }
    defer { yaml_parser_delete(&parser) }
    let input = bytes[text.range]
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    return UnsafeBufferPointer(rebasing: input).withMemoryRebound(to: UInt8.self) { input in
      yaml_parser_set_input_string(&parser, input.baseAddress, input.count)
      return withUnsafeMutablePointer(to: &parser) { parser in
        var reader = YAMLReader(parser: parser, text: text, block: block)
        return reader.document()
      }
    }
  }
}

private struct YAMLReader {
  let parser: UnsafeMutablePointer<yaml_parser_t>
  let text: RepairedText
  let block: YAMLBlock
  var diagnostics: [Diagnostic] = []
  var nodeCount = 0
  var hasRefused = false

  init(parser: UnsafeMutablePointer<yaml_parser_t>, text: RepairedText, block: YAMLBlock) {
    self.parser = parser
    self.text = text
    self.block = block
  }

  /// Stops the reading: libyaml's error, or a limit that has been reported.
  enum Stop: Error { case failed, limit }

  mutating func document() -> YAMLReading {
    var root: Node?
    do {
      var documents = 0
      while true {
        var event = try next()
        defer { yaml_event_delete(&event) }
        switch event.type {
        case YAML_STREAM_END_EVENT:
          return YAMLReading(node: root, diagnostics: diagnostics)
        case YAML_DOCUMENT_START_EVENT:
          documents += 1
          if documents > 1 {
            diagnostics.append(
              FrontMatterSyntax.secondDocument(
                at: location(range(event.start_mark, event.end_mark))))
            return YAMLReading(node: root, diagnostics: diagnostics)
          }
        case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: break
        default: root = try node(&event, depth: 0)
        }
      }
    } catch Stop.limit {
      return YAMLReading(node: nil, diagnostics: diagnostics)
    } catch {
      return YAMLReading(node: nil, diagnostics: diagnostics, error: failure())
    }
  }

  private func failure() -> YAMLError {
    let state = parser.pointee
    func string(_ pointer: UnsafePointer<CChar>?) -> String {
      pointer.map { String(cString: $0) } ?? ""
    }
    return YAMLError(
      problem: string(state.problem), line: Int(state.problem_mark.line),
      column: Int(state.problem_mark.column), contextLine: Int(state.context_mark.line),
      contextColumn: Int(state.context_mark.column), context: string(state.context))
  }

  private func next() throws -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw Stop.failed }
    return event
  }

  private func position(_ mark: yaml_mark_t) -> SourcePosition {
    let line = Int(mark.line)
    return SourcePosition(
      line: block.firstLine + line, column: text.column(Int(mark.column), line: line) + 1)
  }

  /// A block scalar ends with its last line, not at the start of the next.
  private func lineEnd(_ line: Int) -> SourcePosition {
    guard block.lines.indices.contains(line) else {
      return SourcePosition(line: block.firstLine + line, column: 1)
    }
    return block.position(block.lines[line].upperBound, line: line)
  }

  private func range(_ start: yaml_mark_t, _ end: yaml_mark_t) -> SourceRange {
    SourceRange(position(start), position(end))
  }

  private func location(_ range: SourceRange) -> SourceLocation {
    SourceLocation(path: block.path, range: range)
  }

  /// The node that begins with `event`.
  private mutating func node(_ event: inout yaml_event_t, depth: Int) throws -> Node {
    nodeCount += 1
    let place = range(event.start_mark, event.end_mark)
    guard depth <= YAMLLimits.depth else {
      diagnostics.append(FrontMatterSyntax.tooDeep(at: location(place)))
      throw Stop.limit
    }
    guard nodeCount <= YAMLLimits.nodes else {
      diagnostics.append(FrontMatterSyntax.tooMany(at: location(place)))
      throw Stop.limit
    }
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      refuse(anchor: scalar.anchor, tag: scalar.tag, at: place)
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      var range = place
      if event.end_mark.column == 0, event.end_mark.line > event.start_mark.line {
        range.end = lineEnd(Int(event.end_mark.line) - 1)
      }
      let isRefused = bytes.isEmpty && (scalar.anchor != nil || scalar.tag != nil)
      return Node(
        .scalar(
          String(decoding: bytes, as: UTF8.self), isRefused ? .refused : style(scalar.style)), range
      )
    case YAML_ALIAS_EVENT:
      refuse(.alias, at: place)
      return Node(.scalar("", .refused), place)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      refuse(anchor: start.anchor, tag: start.tag, at: place)
      return try sequence(place, depth: depth)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      refuse(anchor: start.anchor, tag: start.tag, at: place)
      return try mapping(place, depth: depth)
    default: throw Stop.failed
    }
  }

  private func style(_ style: yaml_scalar_style_t) -> Node.ScalarStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private mutating func refuse(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?,
    at place: SourceRange
  ) {
    if anchor != nil { refuse(.anchor, at: place) }
    if tag != nil { refuse(.tag, at: place) }
  }

  /// With the line as it would be written if all of it were text.
  private mutating func refuse(_ feature: AliasRefused.Feature, at place: SourceRange) {
    let (start, end) = (place.start, place.end)
    let line = Int(start.line) - block.firstLine
    var quoted: String?
    if start.line == end.line, block.lines.indices.contains(line) {
      let scalars = Array(block.text(block.lines[line]).unicodeScalars)
      let (from, to) = (Int(start.column) - 1, Int(end.column) - 1)
      if from < to, to <= scalars.count {
        func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
          String(String.UnicodeScalarView(part))
        }
        quoted =
          text(scalars[..<from]) + LineScanner.quoted(text(scalars[from..<to]))
          + text(scalars[to...])
      }
    }
    diagnostics.append(AliasRefused.diagnostic(feature, quoted: quoted, at: location(place)))
  }

  private mutating func sequence(_ start: SourceRange, depth: Int) throws -> Node {
    var items: [Node] = []
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      if event.type == YAML_SEQUENCE_END_EVENT {
        return Node(.sequence(items), collection(start, items.last?.range, event))
      }
      items.append(try node(&event, depth: depth + 1))
    }
  }

  private mutating func mapping(_ start: SourceRange, depth: Int) throws -> Node {
    var entries: [Node.Entry] = []
    entries.reserveCapacity(depth == 0 ? 24 : 4)
    var keys = MappingKeys()
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      if event.type == YAML_MAPPING_END_EVENT {
        return Node(.mapping(entries), collection(start, entries.last?.value.range, event))
      }
      let key = try node(&event, depth: depth + 1)
      var valueEvent = try next()
      defer { yaml_event_delete(&valueEvent) }
      let value = try node(&valueEvent, depth: depth + 1)
      guard case .scalar(let name, let style) = key.content else {
        diagnostics.append(
          FrontMatterSyntax.keyIsNoText(at: location(key.range)))
        continue
      }
      if style == .plain, name.hasSameBytes(as: "<<") {
        diagnostics.append(
          AliasRefused.diagnostic(
            .merge, at: location(key.range)))
        continue
      }
      let entry = Node.Entry(key: Located(name, key.range), value: value)
      // `{金额: 1,000,000}` holds no key twice, but a number in pieces.
      let isPiece = entry.isBare && !RecordSchema.isFieldName(name)
      if !isPiece, let first = keys.insert(name, at: entries.count, entries: entries) {
        diagnostics.append(
          DuplicateKey.diagnostic(
            Located(name, key.range), first: entries[first], value: value, path: block.path))
        continue
      }
      entries.append(entry)
    }
  }

  /// In block style libyaml ends a collection at the next token; people end it
  /// with its last value.
  private func collection(
    _ start: SourceRange, _ last: SourceRange?, _ event: yaml_event_t
  ) -> SourceRange {
    if event.start_mark.index != event.end_mark.index {
      return SourceRange(start.start, position(event.end_mark))
    }
    return SourceRange(start.start, max(last?.end ?? start.end, start.start))
  }
}

/// The keys of one mapping: compared one by one while they are few.
private struct MappingKeys {
  private var index: [String: Int] = [:]

  /// The entry that already has this key; otherwise the key is known from now on.
  mutating func insert(_ name: String, at position: Int, entries: [Node.Entry]) -> Int? {
    if position < 32 { return entries.firstIndex { $0.key.value.hasSameBytes(as: name) } }
    if index.isEmpty {
      for (position, entry) in entries.enumerated() { index[entry.key.value] = position }
    }
    if let first = index[name] { return first }
    index[name] = position
    return nil
  }
}
