import CedianModel

/// The blanks that a line begins with.
struct Margin {
  /// Where the content begins.
  var end: Int
  /// A tab counts two, a full-width space what the file's own lines say.
  var width = 0
  /// Spaces before anything else.
  var spaces = 0
  var tabs = 0
  /// The first blank that is no space.
  var bad: Int?

  init(_ block: YAMLBlock, _ line: Range<Int>) {
    let bytes = block.bytes
    end = line.lowerBound
    while end < line.upperBound {
      switch bytes[end] {
      case 0x20:
        width += 1
        if bad == nil { spaces += 1 }
        end += 1
      case 0x09:
        bad = bad ?? end
        width += 2
        tabs += 1
        end += 1
      case 0xE3
      where end + 2 < line.upperBound && bytes[end + 1] == 0x80 && bytes[end + 2] == 0x80:
        bad = bad ?? end
        width += block.fullWidthSpace
        end += 3
      case 0xC2 where end + 1 < line.upperBound && bytes[end + 1] == 0xA0:
        bad = bad ?? end
        width += 1
        end += 2
      default: return
      }
    }
  }
}

extension LineScanner {
  /// Sets the line's margin to `column` spaces where it is anything else; says
  /// so where it holds a tab or another wrong blank.
  mutating func finishMargin(_ margin: Margin, _ column: Int) {
    let start = block.lines[line].lowerBound
    if let bad = margin.bad {
      let range = bad..<margin.end
      let character: TabIndent.Character =
        switch block.bytes[bad] {
        case 0x09: .tab
        case 0xE3: .fullWidthSpace
        default: .noBreakSpace
        }
      // Spaces before it stay where they are not too many.
      let kept = margin.spaces <= column ? margin.spaces : 0
      let spaces = String(repeating: " ", count: column - kept)
      diagnostics.append(
        TabIndent.diagnostic(
          character, at: block.location(range, line: line),
          fix: edit(
            (kept == margin.spaces ? bad : start)..<margin.end, spaces, marginCertainty,
            zh: "换成空格", en: "use spaces")))
    }
    if margin.bad != nil || margin.spaces != column {
      repairs.add(start..<margin.end, line: line, String(repeating: " ", count: column))
    }
  }

  /// The column that a margin of tabs was meant to reach: that of a field or a
  /// dash above it.
  mutating func fitted(_ column: Int, _ margin: Margin, isItem: Bool) -> Int {
    let open = isItem ? dashes : levels
    if open.isEmpty { return column }
    // Editors show a tab as two, four or eight columns.
    let shown = [2, 4, 8].map { column + margin.tabs * ($0 - 2) }
    if open.contains(column) {
      if shown.contains(where: { $0 != column && open.contains($0) }) { marginCertainty = .offered }
      return column
    }
    if last.value == .empty, column > last.column { return column }
    if open.count(where: { $0 > 0 || isItem }) > 1 { marginCertainty = .offered }
    return open.min { a, b in
      let (x, y) = (abs(a - column), abs(b - column))
      return x == y ? a > b : x < y
    } ?? column
  }

  /// Opens or closes levels for a field at `column`; reports a column that fits
  /// none and answers the nearest.
  mutating func aligned(_ column: Int, _ content: Range<Int>) -> Int {
    var inner: Int?
    while let level = levels.last, level > column {
      inner = level
      levels.removeLast()
    }
    if levels.last == column { return column }
    if levels.isEmpty, inner == nil {
      levels.append(column)
      return column
    }
    if last.value == .empty, inner == nil, column > last.column {
      levels.append(column)
      return column
    }
    let outer = levels.last
    let expected = [outer, inner].compactMap { $0 }
    let target = inner ?? outer ?? column
    diagnostics.append(
      FrontMatterSyntax.indent(
        at: block.location(trimmed(content), line: line),
        expected: expected,
        example: String(repeating: " ", count: target) + block.text(trimmed(content))))
    if target != outer { levels.append(target) }
    return target
  }

  /// Whether a line is an item deeper than the text of the item before it: YAML makes
  /// one text of both.
  func isSibling(_ margin: Margin, isItem: Bool) -> Bool {
    last.value == .plain && last.key == nil && margin.width > last.column
      && dashes.last == last.column
      && (isItem || isBullet(margin.end, block.lines[line].upperBound))
  }

  /// The column of the list's dashes, to which such an item belongs.
  mutating func sibling(_ margin: Margin) -> Int {
    let range = block.lines[line]
    if margin.bad == nil {
      diagnostics.append(
        FrontMatterSyntax.itemUnderItem(
          at: block.location(trimmed(margin.end..<range.upperBound), line: line),
          fix: edit(
            range.lowerBound..<margin.end, String(repeating: " ", count: last.column), .offered,
            zh: "同一个列表的 - 左端对齐", en: "align the dashes of one list")))
    } else if dashes.count > 1 {
      marginCertainty = .offered
    }
    return last.column
  }

  /// A line deeper than a field that has a value. Text continues the value, and
  /// nil is answered; a field is reported, and its column answered.
  mutating func continuation(_ margin: Margin, isItem: Bool) -> Int? {
    let end = block.lines[line].upperBound
    let content = trimmed(margin.end..<end)
    let known = last.key ?? ""
    let key = key(
      from: margin.end, to: end, column: margin.width, isItem: false, false, acceptsText: false)
    let isField = key.map { $0.mark == .ascii } ?? false
    if isField || (isItem && last.key != nil) {
      diagnostics.append(
        FrontMatterSyntax.fieldUnderValue(
          of: known, at: block.location(content, line: line),
          example: isField
            ? String(repeating: " ", count: max(0, last.column)) + block.text(content) : nil))
    }
    if isItem, last.key != nil {
      repairs.rewrite(block.lines[line], line: line, "")
      return nil
    }
    if key != nil { return max(0, last.column) }
    if margin.bad != nil, margin.spaces <= last.column { finishMargin(margin, margin.width) }
    return nil
  }

  /// Whether the line is part of a `|` or `>` text.
  mutating func skipLiteral(_ margin: Margin) -> Bool {
    guard let (parent, indent) = literal else { return false }
    if margin.spaces > parent {
      literal = (parent, indent ?? margin.spaces)
      if let indent, margin.spaces < indent, margin.bad != nil { finishMargin(margin, indent) }
      return true
    }
    if margin.bad != nil, margin.width > parent {
      finishMargin(margin, indent ?? max(margin.width, parent + 1))
      literal = (parent, indent ?? max(margin.width, parent + 1))
      return true
    }
    literal = nil
    return false
  }

  /// Control characters, which YAML forbids, and line ends of other systems,
  /// which libyaml would count.
  mutating func removeInvisible() {
    var number = 0
    var index = block.range.lowerBound
    while index < block.range.upperBound {
      let byte = block.bytes[index]
      if byte == 0x0A { number += 1 }
      let isPlain = byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x09
      if isPlain || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2 && byte != 0xEF) {
        index += 1
        continue
      }
      if let (length, value) = invisible(at: index, number) {
        let range = index..<index + length
        if let value {
          line = number
          let (place, fix) = (
            block.location(range, line: number),
            edit(range, "", .offered, zh: "删去它", en: "delete it")
          )
          diagnostics.append(
            isWithoutWidth(value)
              ? FrontMatterSyntax.invisibleInName(value, at: place, fix: fix)
              : FrontMatterSyntax.controlCharacter(value, at: place, fix: fix))
        }
        repairs.addFree(range, line: number, value == nil ? " " : "")
        index += length
        if diagnostics.count >= Self.limit { break }
      } else {
        index += 1
      }
    }
    line = 0
  }

  /// Joiners belong to emoji and scripts; these never belong to a name.
  private func isWithoutWidth(_ value: UInt32) -> Bool {
    value == 0x200B || value == 0x2060 || value == 0xFEFF
  }

  /// Whether a place stands before the first colon of its line, as a field's name.
  private func isBeforeColon(_ offset: Int, _ number: Int) -> Bool {
    let range = block.lines[number]
    guard
      let colon = block.bytes[range].firstIndex(where: {
        $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "\"")
      })
    else { return false }
    return block.bytes[colon] == UInt8(ascii: ":") && offset <= colon
  }

  /// Its length, and its code point where people are to hear of it.
  private func invisible(at index: Int, _ number: Int) -> (Int, UInt32?)? {
    let bytes = block.bytes
    let byte = bytes[index]
    func at(_ offset: Int) -> UInt8 {
      index + offset < block.range.upperBound ? bytes[index + offset] : 0
    }
    switch byte {
    case 0x0D: return at(1) == 0x0A ? nil : (1, nil)
    case 0..<0x20, 0x7F: return (1, UInt32(byte))
    case 0xC2 where at(1) == 0x85: return (2, nil)
    case 0xC2 where (0x80...0x9F).contains(at(1)): return (2, UInt32(at(1)))
    case 0xE2 where at(1) == 0x80 && at(2) == 0x8B && isBeforeColon(index + 3, number):
      return (3, 0x200B)
    case 0xE2 where at(1) == 0x81 && at(2) == 0xA0 && isBeforeColon(index + 3, number):
      return (3, 0x2060)
    case 0xEF where at(1) == 0xBB && at(2) == 0xBF && isBeforeColon(index + 3, number):
      return (3, 0xFEFF)
    case 0xE2 where at(1) == 0x80 && (at(2) == 0xA8 || at(2) == 0xA9): return (3, nil)
    case 0xEF where at(1) == 0xBF && (at(2) == 0xBE || at(2) == 0xBF):
      return (3, at(2) == 0xBE ? 0xFFFE : 0xFFFF)
    default: return nil
    }
  }
}
