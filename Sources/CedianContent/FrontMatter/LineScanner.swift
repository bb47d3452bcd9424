import CedianModel

/// Goes through a block line by line, before libyaml does, for what libyaml
/// reads silently as something else or blames on another line. It knows just
/// enough of YAML to tell a field from a sentence; every finding comes with the
/// repair that lets the rest be read.
struct LineScanner {
  let block: YAMLBlock
  var diagnostics: [Diagnostic] = []
  var repairs = Repairs()

  var line = 0
  /// The columns of the mappings that are open.
  var levels: [Int] = []
  /// The columns of the dashes of the lists that are open.
  var dashes: [Int] = []
  /// Whether the line's wrong indent can have meant one column only.
  var marginCertainty = FixCertainty.certain
  /// The last field or item, and what stands after it.
  var last = Last()
  /// Inside a `|` or `>` text: the column of what holds it, and its own.
  var literal: (parent: Int, indent: Int?)?

  struct Last {
    var column = -1
    var key: String?
    var value = Value.empty
  }

  enum Value { case empty, plain, closed }

  init(_ block: YAMLBlock) {
    self.block = block
  }

  var bytes: [UInt8] { block.bytes }

  mutating func run() {
    removeInvisible()
    while line < block.lines.count, diagnostics.count < Self.limit {
      scanLine()
      line += 1
    }
  }

  /// Findings in one file beyond which nothing is learnt from more.
  static let limit = 1_000

  // MARK: One line

  private mutating func scanLine() {
    let range = block.lines[line]
    let margin = Margin(block, range)
    guard margin.end < range.upperBound else {
      // Blanks alone are no text, whatever they are.
      let indent = literal.map { $0.indent ?? Int.max } ?? Int.max
      if margin.bad != nil, margin.spaces < indent { repairs.add(range, line: line, "") }
      return
    }
    if skipLiteral(margin) || block.bytes[margin.end] == UInt8(ascii: "#") { return }
    var isItem = dash(at: margin.end, range.upperBound) != nil
    var column = margin.width
    marginCertainty = .certain
    if isSibling(margin, isItem: isItem) {
      isItem = true
      column = sibling(margin)
    } else if last.value == .plain, column > last.column {
      guard let outdented = continuation(margin, isItem: isItem) else { return }
      column = outdented
    }
    if margin.bad != nil { column = fitted(column, margin, isItem: isItem) }
    guard let content = items(margin, at: &column) else {
      finishMargin(margin, column)
      return
    }
    field(content, column: column, margin: margin, isItem: content > margin.end)
  }

  /// What starts after the line's dashes; nil where nothing does. `column`
  /// becomes the content's.
  private mutating func items(_ margin: Margin, at column: inout Int) -> Int? {
    let end = block.lines[line].upperBound
    var offset = margin.end
    var isFirst = true
    while let next = dash(at: offset, end) ?? tightDash(offset, end, isFirst, column)
      ?? bullet(offset, end, isFirst, column)
    {
      if isFirst {
        while let level = levels.last, level > column { levels.removeLast() }
        while let dash = dashes.last, dash > column { dashes.removeLast() }
        finishMargin(margin, column)
      }
      if dashes.last != column { dashes.append(column) }
      isFirst = false
      last = Last(column: column, key: nil, value: .empty)
      column += next - offset
      offset = next
    }
    return offset < end ? offset : nil
  }

  /// The offset after `- ` and further blanks; nil where no item begins.
  private func dash(at offset: Int, _ end: Int) -> Int? {
    guard offset < end, block.bytes[offset] == UInt8(ascii: "-") else { return nil }
    var next = offset + 1
    guard next == end || isBlank(block.bytes[next]) else { return nil }
    while next < end, isBlank(block.bytes[next]) { next += 1 }
    return next
  }

  /// `-直播` where a list is due.
  private mutating func tightDash(
    _ offset: Int, _ end: Int, _ isFirst: Bool, _ column: Int
  ) -> Int? {
    guard isFirst, offset + 1 < end, block.bytes[offset] == UInt8(ascii: "-"), isItemDue(column)
    else { return nil }
    let next = block.bytes[offset + 1]
    guard next != UInt8(ascii: "-"), !(0x30...0x39).contains(next), next != UInt8(ascii: ".") else {
      return nil
    }
    let range = offset..<offset + 1
    diagnostics.append(
      FrontMatterSyntax.dashWithoutSpace(
        at: block.location(range, line: line),
        fix: edit(
          range, "- ", .offered, zh: "在 - 后面加一个空格", en: "put a space after the -")))
    repairs.add(range, line: line, "- ")
    return offset + 1
  }

  /// Whether a line at `column` can be an item: below its siblings it is one of
  /// them, whatever the last one held.
  func isItemDue(_ column: Int) -> Bool {
    dashes.contains(column) || (last.value == .empty && (last.key != nil || levels.isEmpty))
  }

  private mutating func field(_ content: Int, column: Int, margin: Margin, isItem: Bool) {
    let end = block.lines[line].upperBound
    var column = column
    let isMapping = !isItem && (levels.last == column || (column == 0 && levels.isEmpty))
    guard let key = key(from: content, to: end, column: column, isItem: isItem, isMapping) else {
      noField(content, column: column, margin: margin, isItem: isItem)
      return
    }
    if !isItem {
      column = aligned(column, content..<end)
      while let dash = dashes.last, dash >= column { dashes.removeLast() }
      finishMargin(margin, column)
    } else if levels.last.map({ $0 < column }) ?? true {
      levels.append(column)
    }
    let name = block.text(key.name)
    last = Last(column: column, key: name, value: .empty)
    let start = colon(key, name: name, to: end)
    value(start, to: end, key: name)
  }

  /// A line without a field: a value on a line of its own, or a field without colon.
  private mutating func noField(
    _ content: Int, column: Int, margin: Margin, isItem: Bool
  ) {
    let end = block.lines[line].upperBound
    if isItem, lacksColon(trimmed(content..<end), column) {
      levels.append(column)
      missingColon(trimmed(content..<end), margin: margin, column: column)
      return
    }
    if !isItem { finishMargin(margin, column) }
    while !isItem, let level = levels.last, level > column { levels.removeLast() }
    let first = block.bytes[content]
    let isStructure = "\"'[{|>&*!%@`?-.#".utf8.contains(first)
    guard isItem || isStructure || (levels.last != column && column > 0) else {
      missingColon(trimmed(content..<end), margin: margin, column: column)
      return
    }
    if block.bytes[content..<end].elementsEqual("---".utf8) { return }
    value(content, to: end, key: isItem ? nil : last.key)
  }

  /// `- id service` above fields of the same record.
  private func lacksColon(_ item: Range<Int>, _ column: Int) -> Bool {
    guard let space = block.bytes[item].firstIndex(of: 0x20) else { return false }
    return RecordSchema.isFieldName(block.text(item.lowerBound..<space))
      && continuesAsMapping(column)
  }

  private mutating func missingColon(_ range: Range<Int>, margin: Margin, column: Int) {
    let space = block.bytes[range].firstIndex(of: 0x20)
    let name = block.text(range.lowerBound..<(space ?? range.upperBound))
    let isField = space != nil && RecordSchema.isFieldName(name)
    var text = String(block.text(range).prefix(24))
    if text.utf8.count < range.count { text += "…" }
    let example = space.flatMap { space in
      isField
        ? block.line(line, replacing: space..<space + 1, with: ": ") : nil
    }
    diagnostics.append(
      FrontMatterSyntax.missingColon(
        in: text, at: block.location(range, line: line), example: example ?? "主题: 双11主会场"))
    if isField, let space {
      repairs.add(space..<space + 1, line: line, ": ")
      last = Last(column: column, key: name, value: .plain)
    } else {
      repairs.rewrite(block.lines[line], line: line, "")
    }
  }

  // MARK: Edits

  /// A fix that replaces `range` of the current line, with the line as it becomes.
  func edit(
    _ range: Range<Int>, _ replacement: String, _ certainty: FixCertainty = .certain, zh: String,
    en: String
  ) -> Diagnostic.Fix {
    Diagnostic.Fix(
      message: LocalizedText(zh: zh, en: en),
      example: block.line(line, replacing: range, with: replacement),
      edits: [
        Diagnostic.Edit(range: block.sourceRange(range, line: line), replacement: replacement)
      ], certainty: certainty)
  }

  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Without the blanks at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, isBlank(block.bytes[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }
}
