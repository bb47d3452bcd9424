import CedianModel

extension MarkdownRenderer {
  /// If the paragraph begins with a clause's number, records the clause and
  /// returns its anchor.
  mutating func recordClause(paragraph i: Int) -> String? {
    // Most paragraphs are ruled out by their first text.
    guard let first = tree.firstChild(i), mayBeginWithNumber(first, end: Int(tree.nodes[i].end))
    else { return nil }
    guard let clause = clauseNumber(plainText(tree, in: tree.inside(i))) else { return nil }
    let anchor = anchors.take("clause-\(clause.number)")
    body.clauses.append(
      Body.Clause(
        number: clause.number, words: clause.words, anchor: anchor, range: blockRange(i)))
    return anchor
  }

  /// The first sentence under a clause's heading, which says what the title only
  /// names: `：策划活动应当编写方案……`. Empty where no paragraph follows.
  func openingWords(after heading: Int) -> String {
    let next = Int(tree.nodes[heading].end)
    guard next < tree.nodes.count, tree.nodes[next].kind == .paragraph else { return "" }
    let text = String(decoding: plainText(tree, in: tree.inside(next)), as: UTF8.self)
    var sentence = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if sentence.count == 60 {
        sentence.append("…")
        break
      }
      sentence.append(scalar == "\n" ? " " : scalar)
      if "。！？；".unicodeScalars.contains(scalar) { break }
    }
    return sentence.isEmpty ? "" : "：" + String(sentence)
  }

  private func mayBeginWithNumber(_ first: Int, end: Int) -> Bool {
    var i = first
    while i < end, tree.nodes[i].kind == .strong || tree.nodes[i].kind == .emphasis { i += 1 }
    guard i < end, tree.nodes[i].kind == .text else { return false }
    let range = tree.nodes[i].text.range
    guard let byte = tree.pool[range].first else { return false }
    return isDigit(byte) || byte == Sentinel.lead
  }
}

/// The dotted number that the text begins with, and the words after it: two or
/// more parts of one to three digits, then a space, a full-width space or 「、」.
func clauseNumber(_ text: [UInt8]) -> (number: String, words: String)? {
  var i = 0
  var parts = 0
  while true {
    let start = i
    while i < text.count, isDigit(text[i]), i - start < 3 { i += 1 }
    guard i > start else { return nil }
    parts += 1
    guard i + 1 < text.count, text[i] == 0x2E, isDigit(text[i + 1]) else { break }
    i += 1
  }
  guard parts >= 2 else { return nil }
  var k = i
  var separated = false
  while k < text.count {
    if isASCIISpace(text[k]) {
      k += 1
    } else if k + 2 < text.count, text[k] == 0xE3, text[k + 1] == 0x80,
      text[k + 2] == 0x80 || text[k + 2] == 0x81
    {
      k += 3
    } else {
      break
    }
    separated = true
  }
  guard separated else { return nil }
  var end = text.count
  while end > k, isASCIISpace(text[end - 1]) { end -= 1 }
  return (
    String(decoding: text[..<i], as: UTF8.self), String(decoding: text[k..<end], as: UTF8.self)
  )
}
