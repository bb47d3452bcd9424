import CedianModel

/// Items of `[ ]` and values of `{ }` that end before their author meant them to.
extension LineScanner {
  /// Whether `#` begins a comment here: behind a blank, and where an item begins.
  func startsComment(_ index: Int) -> Bool {
    guard index > block.range.lowerBound else { return true }
    let before = block.bytes[index - 1]
    return isBlank(before) || "[{,\n".utf8.contains(before)
  }

  /// `[双12 #返场, 大促]`: the item that `#` makes a comment of. A comment behind a
  /// comma at the line's end, and one with a space, stay comments.
  mutating func behindHash(_ index: Int, _ end: Int, _ bracket: Bracket?) -> Int {
    let bytes = block.bytes
    guard let bracket, index + 1 < end, !isBlank(bytes[index + 1]),
      bytes[index + 1] != UInt8(ascii: "#"), let item = item(at: index, end, bracket),
      item.lowerBound < index || item.upperBound < end
    else { return end }
    // Where the brackets go on in the next line it may be a comment all the same.
    let isClosed = bytes[item.upperBound..<end].contains(bracket.closing)
    var fix = quoting(item, isClosed ? .ifQuiet(block.sourceRange(item, line: line)) : .offered)
    fix.message = LocalizedText(zh: "用引号括起这一项", en: "quote the item")
    diagnostics.append(
      HashComment.diagnostic(
        key: name(bracket), isWhole: item.lowerBound == index,
        at: block.location(index..<index + 1, line: line), fix: fix))
    repairs.add(item, line: line, Self.quoted(block.text(item)))
    return item.upperBound
  }

  /// `{任务: 名单: 加购}`
  mutating func behindColon(_ index: Int, _ end: Int, _ bracket: Bracket) -> Int? {
    guard let item = item(at: index, end, bracket), let name = name(bracket),
      !"[{".utf8.contains(block.bytes[item.lowerBound])
    else { return nil }
    diagnostics.append(
      FrontMatterSyntax.colonInValue(
        of: name, at: block.location(index..<index + 1, line: line),
        fix: quoting(item, .ifQuiet(block.sourceRange(item, line: line)))))
    repairs.add(item, line: line, Self.quoted(block.text(item)))
    return item.upperBound
  }

  /// `{任务: "双11"加购}`: where to go on behind a quote that closes at `close`.
  mutating func behindQuote(_ close: Int, from start: Int, _ end: Int, _ bracket: Bracket?) -> Int {
    let bytes = block.bytes
    var next = close + 1
    while next < end, isBlank(bytes[next]) { next += 1 }
    guard let bracket, next < end, !",]}:#".utf8.contains(bytes[next]),
      let item = item(at: next, end, bracket), item.lowerBound == start
    else { return close + 1 }
    let mark = String(decoding: [bytes[start]], as: UTF8.self)
    diagnostics.append(
      FrontMatterSyntax.textAfterQuote(
        mark, at: block.location(item, line: line),
        fix: quoting(item, continuesList(from: next, to: end) ? .offered : .certain)))
    repairs.add(item, line: line, Self.quoted(block.text(item)))
    return item.upperBound
  }

  /// `[微信, 微博]]`: read as if nothing followed the brackets.
  mutating func extraBracket(_ rest: Range<Int>) {
    diagnostics.append(
      FrontMatterSyntax.extraBracket(
        block.text(rest), at: block.location(rest, line: line),
        fix: edit(rest, "", .offered, zh: "删去多余的括号", en: "remove it")))
    repairs.add(rest, line: line, "")
  }

  /// The item of a list, or the value of a field, that `index` is part of: up to the
  /// comma or bracket behind it. Nil where it began on another line, or is no value.
  private func item(at index: Int, _ end: Int, _ bracket: Bracket) -> Range<Int>? {
    let isList = bracket.opening == UInt8(ascii: "[")
    guard var start = isList ? bracket.entryStart : bracket.valueStart,
      start >= block.lines[line].lowerBound
    else { return nil }
    while start < index, isBlank(block.bytes[start]) { start += 1 }
    var stop = index
    while stop < end, !",]}".utf8.contains(block.bytes[stop]) { stop += 1 }
    return trimmed(start..<stop)
  }

  /// The field whose value is being read.
  private func name(_ bracket: Bracket) -> String? {
    guard let start = bracket.valueStart else { return nil }
    let name = block.text(trimmed(bracket.entryStart..<start - 1)).drop { $0 == " " }
    return name.isEmpty ? nil : String(name)
  }
}
