import CedianModel

/// A value in `[ ]` or `{ }`, over as many lines as it takes.
struct Bracket {
  var opening: UInt8
  var offset: Int
  var line: Int
  /// Of a mapping's current entry: where it begins, whether its colon has come,
  /// and a colon that is none to YAML.
  var entryStart: Int
  var hasColon = false
  var doubtful: ScannedKey?
  /// Behind the colon.
  var valueStart: Int?
  /// The last full-width comma of the value.
  var comma: Range<Int>?

  var closing: UInt8 { opening == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}") }
}

extension LineScanner {
  mutating func bracketed(_ whole: Range<Int>, key: String?) {
    last.value = .closed
    if block.bytes[whole].starts(with: "{{".utf8) { return doubled(whole) }
    let first = line
    var comment: Int?
    var open: [Bracket] = []
    var index = whole.lowerBound
    var end = block.lines[line].upperBound
    while true {
      while index < end {
        let byte = block.bytes[index]
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
          if open.count > YAMLLimits.depth + 1 { return skipRest() }
          open.append(Bracket(opening: byte, offset: index, line: line, entryStart: index + 1))
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
          guard let bracket = open.popLast() else { return }
          finishEntry(bracket, at: index)
          guard byte == bracket.closing else { return wrongClosing(bracket, at: index, first) }
          if open.isEmpty { return afterBracket(index + 1, end, whole, first) }
        case UInt8(ascii: ","):
          if let bracket = open.popLast() {
            finishEntry(bracket, at: index)
            open.append(
              Bracket(
                opening: bracket.opening, offset: bracket.offset, line: bracket.line,
                entryStart: index + 1))
          }
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          if startsFlowScalar(index), let close = closingQuote(from: index, to: end) {
            index = behindQuote(close, from: index, end, open.last)
            continue
          }
        case UInt8(ascii: "#") where startsComment(index):
          let hash = index
          index = behindHash(hash, end, open.last)
          if index == end { comment = hash }
          continue
        case UInt8(ascii: ":"), 0xEF:
          if let next = flowColon(index, end, &open) {
            index = next
            continue
          }
        default: break
        }
        index += 1
      }
      guard let next = nextFlowLine() else {
        return unclosed(open, comment)
      }
      line = next
      index = block.lines[line].lowerBound
      end = block.lines[line].upperBound
    }
  }

  /// The next line if it can belong to the brackets.
  private func nextFlowLine() -> Int? {
    let next = line + 1
    guard next < block.lines.count else { return nil }
    let range = block.lines[next]
    let margin = Margin(block, range)
    if margin.end < range.upperBound, startsField(margin, range, within: last.column) {
      return nil
    }
    return next
  }

  /// Too deep to follow: the reader says so.
  private mutating func skipRest() {
    line = block.lines.count
  }

  /// Whether a quote here opens a scalar: after `[`, `{`, `,` or `:`.
  private func startsFlowScalar(_ index: Int) -> Bool {
    var before = index - 1
    while before >= block.range.lowerBound, isBlank(block.bytes[before]) { before -= 1 }
    guard before >= block.range.lowerBound else { return true }
    return "[{,:\n".utf8.contains(block.bytes[before])
  }

  /// Looks at a colon; answers where to go on if that is not the next byte.
  private mutating func flowColon(_ index: Int, _ end: Int, _ open: inout [Bracket]) -> Int? {
    let bytes = block.bytes
    guard let bracket = open.last, bracket.opening == UInt8(ascii: "{") else { return nil }
    let position = open.count - 1
    let isASCII = bytes[index] == UInt8(ascii: ":")
    guard !bracket.hasColon else {
      if !isASCII {
        if index + 2 < end, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x8C {
          open[position].comma = index..<index + 3
        }
      } else if let comma = bracket.comma, isField(behind: comma, before: index, end) {
        separate(at: comma)
        (open[position].comma, open[position].valueStart) = (nil, index + 1)
      } else if index + 1 < end, isBlank(bytes[index + 1]) {
        return behindColon(index, end, bracket)
      }
      return nil
    }
    if isASCII {
      let next = index + 1 < end ? bytes[index + 1] : 0x20
      let before = bytes[index - 1]
      if isBlank(next) || next == UInt8(ascii: ",") || next == UInt8(ascii: "}")
        || before == UInt8(ascii: "\"") || before == UInt8(ascii: "'")
      {
        (open[position].hasColon, open[position].valueStart) = (true, index + 1)
        return nil
      }
    } else {
      guard index + 2 < end, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x9A else { return nil }
    }
    var start = bracket.entryStart
    while start < index, isBlank(bytes[start]) { start += 1 }
    let name = trimmed(start..<index)
    let isOnLine = start >= block.lines[line].lowerBound
    guard bracket.doubtful == nil, !name.isEmpty, isOnLine else { return nil }
    let key = ScannedKey(
      name: name, colon: index..<index + (isASCII ? 1 : 3), mark: isASCII ? .tight : .fullWidth)
    if !isPartOfValue(key, end) { open[position].doubtful = key }
    return nil
  }

  /// Whether a field's name and its colon stand behind a full-width comma.
  private func isField(behind comma: Range<Int>, before colon: Int, _ end: Int) -> Bool {
    guard comma.lowerBound >= block.lines[line].lowerBound, colon - comma.upperBound <= 120,
      colon + 1 == end || isBlank(block.bytes[colon + 1])
    else { return false }
    var start = comma.upperBound
    while start < colon, isBlank(block.bytes[start]) { start += 1 }
    return RecordSchema.isFieldName(block.text(trimmed(start..<colon)))
  }

  /// `{指标: GMV，目标值: 120万}`
  private mutating func separate(at comma: Range<Int>) {
    diagnostics.append(
      FrontMatterSyntax.fullWidthComma(
        at: block.location(comma, line: line),
        fix: edit(
          comma, ", ", .offered, zh: "改成半角逗号，后面空一格",
          en: "write an ASCII comma and a space")))
    repairs.add(comma, line: line, ", ")
  }

  /// An entry of `{ }` that ends without YAML's colon, and has another; a value that
  /// begins as none can.
  private mutating func finishEntry(_ bracket: Bracket, at end: Int) {
    let isList = bracket.opening == UInt8(ascii: "[")
    if var start = isList ? bracket.entryStart : bracket.valueStart,
      start >= block.lines[line].lowerBound
    {
      while start < end, isBlank(block.bytes[start]) { start += 1 }
      if start < end, "@`%>|".utf8.contains(block.bytes[start]) { reserved(trimmed(start..<end)) }
    }
    guard let key = bracket.doubtful, !bracket.hasColon,
      key.colon.lowerBound >= block.lines[line].lowerBound
    else { return }
    _ = colon(key, name: block.text(key.name), to: end)
  }

  /// What follows the closing bracket: nothing, a comment, or text that makes
  /// the brackets part of a sentence.
  private mutating func afterBracket(
    _ start: Int, _ end: Int, _ whole: Range<Int>, _ first: Int
  ) {
    guard line == first, !isFree(from: start, to: end) else { return }
    let rest = trimmed(withoutComment(start..<end))
    if block.text(rest).allSatisfy({ "]}］｝】 ".contains($0) }) { return extraBracket(rest) }
    let mark = String(decoding: block.bytes[whole].prefix(1), as: UTF8.self)
    let whole = withoutComment(whole, after: start)
    diagnostics.append(
      FrontMatterSyntax.reservedCharacter(
        mark, at: block.location(whole, line: line),
        fix: quoting(whole, continuesList(from: start, to: end) ? .offered : .certain)))
    repairs.rewrite(whole, line: line, Self.quoted(block.text(whole)))
  }

  /// The brackets close in a comment, or before it.
  private mutating func hidden(_ open: [Bracket], behind hash: Int) {
    let closing = String(decoding: open.reversed().map(\.closing), as: UTF8.self)
    let range = block.lines[line]
    let remark = trimmed(hash..<range.upperBound)
    let end = trimmed(range.lowerBound..<hash).upperBound
    var rest = block.text(remark)
    let isHidden = rest.hasSuffix(closing)
    if isHidden { rest.removeLast(closing.count) }
    let fix = edit(
      end..<remark.upperBound, "\(closing)  \(rest)", .offered, zh: "把 \(closing) 写在 # 前面",
      en: "write the \(closing) before the #")
    if isHidden {
      diagnostics.append(
        FrontMatterSyntax.hiddenBracket(
          closing, at: block.location(hash..<hash + 1, line: line), fix: fix))
    } else if let bracket = open.last {
      diagnostics.append(
        FrontMatterSyntax.unclosedBracket(
          String(decoding: [bracket.opening], as: UTF8.self),
          closing: String(decoding: [bracket.closing], as: UTF8.self),
          at: block.location(bracket.offset..<bracket.offset + 1, line: bracket.line), fix: fix))
    }
    repairs.add(end..<end, line: line, closing)
  }

  private mutating func wrongClosing(_ bracket: Bracket, at index: Int, _ first: Int) {
    let closing = String(decoding: [bracket.closing], as: UTF8.self)
    let range = index..<index + 1
    diagnostics.append(
      FrontMatterSyntax.unclosedBracket(
        String(decoding: [bracket.opening], as: UTF8.self), closing: closing,
        at: block.location(bracket.offset..<bracket.offset + 1, line: bracket.line),
        fix: edit(range, closing, .offered, zh: "改成 \(closing)", en: "write \(closing)")))
    repairs.add(range, line: line, closing)
  }

  /// The line ends, or the next one is a field, before the brackets close.
  private mutating func unclosed(_ open: [Bracket], _ comment: Int?) {
    guard let bracket = open.last else { return }
    if let comment, comment >= block.lines[line].lowerBound {
      return hidden(open, behind: comment)
    }
    let closing = String(decoding: open.reversed().map(\.closing), as: UTF8.self)
    let end = trimmed(block.lines[line])
    // Three bytes, written for the closing bracket.
    let isWide = block.text(end).last.map { "】］｝".contains($0) } ?? false
    let at = (isWide ? end.upperBound - 3 : end.upperBound)..<end.upperBound
    diagnostics.append(
      FrontMatterSyntax.unclosedBracket(
        String(decoding: [bracket.opening], as: UTF8.self),
        closing: String(decoding: [bracket.closing], as: UTF8.self),
        at: block.location(bracket.offset..<bracket.offset + 1, line: bracket.line),
        fix: edit(
          at, closing, .offered, zh: isWide ? "改成 \(closing)" : "在末尾补上 \(closing)",
          en: isWide ? "write \(closing)" : "add \(closing) at the end")))
    repairs.add(at, line: line, closing)
  }
}
