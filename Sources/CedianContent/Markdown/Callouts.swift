import CedianModel

/// A block quote that begins with `[!NOTE]` or its like.
struct Callout {
  enum Kind: String {
    case note, tip, important, warning, caution

    var name: String { rawValue }
  }

  var kind: Kind
  var title: String
  /// Whether text follows the label in its paragraph, and where.
  var hasText: Bool
  var textStart: Int
}

extension MarkdownRenderer {
  /// The quote's callout, if its first line is a known label and nothing else.
  mutating func callout(at quote: Int) -> Callout? {
    guard let paragraph = tree.firstChild(quote), tree.nodes[paragraph].kind == .paragraph,
      let first = tree.firstChild(paragraph), tree.nodes[first].kind == .text
    else { return nil }
    let text = tree.pool[tree.nodes[first].text.range]
    guard text.first == 0x5B else { return nil }
    guard text.count > 3, text.starts(with: [0x5B, 0x21]), text.last == 0x5D, text.count < 40
    else {
      reportNearMiss(paragraph, first)
      return nil
    }
    // An escaped bracket is text: the source must say the same.
    let node = tree.nodes[paragraph]
    let written = source.line(Int(node.line)).dropFirst(max(0, Int(node.column) - 1))
    guard source.bytes[written].starts(with: [0x5B, 0x21]) else { return nil }
    let label = String(decoding: text.dropFirst(2).dropLast(), as: UTF8.self)
    guard let (kind, title) = calloutLabel(label) else {
      let place = SourceRange(
        line: firstLine + Int(node.line) - 1, column: Int(node.column),
        length: label.unicodeScalars.count + 3)
      diagnostics.append(unknownCallout(label, at: location(place)))
      return nil
    }
    let end = Int(node.end)
    let next = first + 1
    if next >= end { return Callout(kind: kind, title: title, hasText: false, textStart: end) }
    guard tree.nodes[next].kind == .softBreak || tree.nodes[next].kind == .lineBreak else {
      reportNearMiss(paragraph, first)
      return nil
    }
    return Callout(kind: kind, title: title, hasText: next + 1 < end, textStart: next + 1)
  }

  /// Says of a known label with text behind it, or with full-width marks, that it
  /// begins no callout.
  private mutating func reportNearMiss(_ paragraph: Int, _ first: Int) {
    let node = tree.nodes[paragraph]
    let written = source.line(Int(node.line)).dropFirst(max(0, Int(node.column) - 1))
    guard source.bytes[written].first == 0x5B else { return }
    var bytes: [UInt8] = []
    appendStripped(tree.pool, tree.nodes[first].text.range, to: &bytes)
    let text = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard let mark = text.dropFirst().first, mark == "!" || mark == "！",
      let close = text.firstIndex(where: { "]］】".contains($0) })
    else { return }
    let label = String(text[..<close].dropFirst(2))
    let isFullWidth = mark != "!" || text[close] != "]"
    let next = first + 1
    let isAlone =
      text[text.index(after: close)...].allSatisfy(\.isWhitespace)
      && (next >= Int(node.end) || [.softBreak, .lineBreak].contains(tree.nodes[next].kind))
    guard calloutLabel(label) != nil, isFullWidth || !isAlone else { return }
    let place = SourceRange(
      line: firstLine + Int(node.line) - 1, column: Int(node.column),
      length: label.unicodeScalars.count + 3)
    diagnostics.append(calloutNearMiss(label, followsText: !isAlone, at: location(place)))
  }

  /// Renders what follows the label in its paragraph: text, a table or both.
  mutating func renderCalloutText(_ callout: Callout, paragraph: Int) {
    guard callout.hasText else { return }
    var text = callout.textStart..<Int(tree.nodes[paragraph].end)
    block = paragraph
    var table = tables.table(at: paragraph)
    if let lead = table?.lead {
      block = lead
      table?.lead = nil
      let lines = tree.inside(lead)
      let label = lines.first { tree.nodes[$0].kind == .softBreak } ?? lines.upperBound
      text = min(label + 1, lines.upperBound)..<lines.upperBound
    }
    if !text.isEmpty {
      html.append("<p>")
      renderInlines(text)
      html.append("</p>\n")
    }
    if let table { renderTable(table) }
  }

  private func calloutLabel(_ label: String) -> (Callout.Kind, String)? {
    for (kind, text, chinese) in calloutLabels {
      if chinese.contains(label) { return (kind, label) }
      if label.utf8.count == kind.name.utf8.count,
        zip(label.utf8, kind.name.utf8).allSatisfy({ $0 | 0x20 == $1 })
      {
        return (kind, text[options.language])
      }
    }
    return nil
  }
}

private let calloutLabels: [(Callout.Kind, LocalizedText, [String])] = [
  (.note, LocalizedText(zh: "说明", en: "Note"), ["注意", "说明"]),
  (.tip, LocalizedText(zh: "提示", en: "Tip"), ["提示"]),
  (.important, LocalizedText(zh: "重要", en: "Important"), ["重要"]),
  (.warning, LocalizedText(zh: "警告", en: "Warning"), ["警告"]),
  (.caution, LocalizedText(zh: "小心", en: "Caution"), ["小心"]),
]

extension Callout {
  /// Every label that is known.
  static var labels: [String] {
    calloutLabels.map { $0.0.name.uppercased() } + calloutLabels.flatMap(\.2)
  }
}
