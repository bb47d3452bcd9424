import CedianModel

/// The footnotes of a document: what is defined, what is referred to, in which
/// order.
struct Footnotes {
  struct Definition {
    var item: Int
    /// 0 until the first reference.
    var number = 0
    var references = 0
  }

  var definitions: [Definition] = []
  var byLabel: [[UInt8]: Int] = [:]
  /// Items whose label was defined before.
  var duplicates: [Int] = []
  /// Definitions in the order of their first references.
  var order: [Int] = []

  init(_ tree: MarkdownTree) {
    for item in tree.footnoteItems {
      guard let (label, _) = Self.label(of: item, in: tree) else { continue }
      if byLabel[label] != nil {
        duplicates.append(item)
      } else {
        byLabel[label] = definitions.count
        definitions.append(Definition(item: item))
      }
    }
  }

  /// A definition's label in lower case and how many bytes of its first text
  /// stand before its words.
  static func label(of item: Int, in tree: MarkdownTree) -> (label: [UInt8], length: Int)? {
    let range = tree.nodes[item + 2].text.range
    // U+FDDC [ U+FDD5 ^ label ] U+FDD6 :
    var i = range.lowerBound + 8
    let start = i
    while i < range.upperBound, tree.pool[i] != 0x5D { i += 1 }
    guard i + 4 < range.upperBound, tree.pool.has(.footnoteColon, at: i + 1) else { return nil }
    let label = Self.key(tree.pool[start..<i])
    i += 5
    while i < range.upperBound, tree.pool[i] == 0x20 || tree.pool[i] == 0x09 { i += 1 }
    return (label, i - range.lowerBound)
  }

  static func key(_ label: ArraySlice<UInt8>) -> [UInt8] {
    label.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }
}

extension MarkdownRenderer {
  /// At the mark within `[^label]`, whose `[` is written already. Writes the
  /// reference and returns the offset after `]`; nil where it is plain text.
  mutating func writeFootnoteReference(at i: Int, end: Int, node: Int) -> Int? {
    var close = i + 4
    while close < end, tree.pool[close] != 0x5D, close - i < 220 { close += 1 }
    guard close < end, tree.pool[close] == 0x5D, tree.pool[i + 3] == 0x5E,
      body.html.last == 0x5B
    else { return nil }
    let label = tree.pool[(i + 4)..<close]
    guard let index = footnotes.byLabel[Footnotes.key(label)] else {
      diagnostics.append(
        undefinedFootnote(
          String(decoding: label, as: UTF8.self), at: location(place(of: node, text: i))))
      return nil
    }
    body.html.removeLast()
    if footnotes.definitions[index].number == 0 {
      footnotes.order.append(index)
      footnotes.definitions[index].number = footnotes.order.count
    }
    footnotes.definitions[index].references += 1
    let number = footnotes.definitions[index].number
    body.html.append("<sup class=\"footnote-ref\"><a href=\"#fn-")
    body.html.append(number: number)
    body.html.append("\" id=\"")
    writeReferenceID(number, footnotes.definitions[index].references)
    body.html.append("\" role=\"doc-noteref\" aria-label=\"")
    let name = LocalizedText(zh: "脚注 \(number)", en: "Footnote \(number)")
    body.html.append(contentsOf: name[options.language].utf8)
    body.html.append("\">")
    body.html.append(number: number)
    body.html.append("</a></sup>")
    return close + 1
  }

  private mutating func writeReferenceID(_ number: Int, _ reference: Int) {
    body.html.append("fnref-")
    body.html.append(number: number)
    if reference > 1 {
      body.html.append(0x2D)
      body.html.append(number: reference)
    }
  }

  /// Writes the footnotes that were referred to, in the order of their first
  /// references. One that only a later footnote names follows it.
  mutating func renderFootnotes() {
    var written = 0
    if !footnotes.order.isEmpty {
      body.html.startLine()
      body.html.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
      let label = LocalizedText(zh: "脚注", en: "Footnotes")
      body.html.append(contentsOf: label[options.language].utf8)
      body.html.append("\">\n<ol>\n")
    }
    // References within footnotes come after the back links are counted, so
    // bodies are rendered first and the links are set behind them.
    while written < footnotes.order.count {
      renderFootnote(footnotes.order[written], number: written + 1)
      written += 1
    }
    if written > 0 { body.html.append("</ol>\n</section>\n") }
    for definition in footnotes.definitions where definition.number == 0 {
      diagnostics.append(
        unusedFootnote(labelText(definition.item), at: location(blockStart(definition.item + 1))))
    }
  }

  private mutating func renderFootnote(_ index: Int, number: Int) {
    let item = footnotes.definitions[index].item
    body.html.append("<li id=\"fn-")
    body.html.append(number: number)
    body.html.append("\">\n")
    let paragraph = item + 1
    let length = Footnotes.label(of: item, in: tree)?.length ?? 0
    block = paragraph
    places = nil
    body.html.append("<p>")
    renderInlines(tree.inside(paragraph), skipping: length)
    let rest = Int(tree.nodes[paragraph].end)..<Int(tree.nodes[item].end)
    if rest.isEmpty {
      writeBackLinks(index, number: number, followsText: true)
      body.html.append("</p>\n</li>\n")
      return
    }
    body.html.append("</p>\n")
    renderBlocks(rest)
    body.html.startLine()
    body.html.append("<p>")
    writeBackLinks(index, number: number, followsText: false)
    body.html.append("</p>\n</li>\n")
  }

  private mutating func writeBackLinks(_ index: Int, number: Int, followsText: Bool) {
    for reference in 1...max(1, footnotes.definitions[index].references) {
      if reference > 1 || followsText { body.html.append(0x20) }
      body.html.append("<a href=\"#")
      writeReferenceID(number, reference)
      body.html.append("\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"")
      let suffix = reference > 1 ? "-\(reference)" : ""
      let label = LocalizedText(
        zh: "返回正文脚注 \(number)\(suffix)", en: "Back to reference \(number)\(suffix)")
      body.html.append(contentsOf: label[options.language].utf8)
      body.html.append("\">↩")
      if reference > 1 {
        body.html.append("<sup>")
        body.html.append(number: reference)
        body.html.append("</sup>")
      }
      body.html.append("</a>")
    }
  }

  mutating func reportDuplicateFootnotes() {
    for item in footnotes.duplicates {
      diagnostics.append(
        duplicateFootnote(labelText(item), at: location(blockStart(item + 1))))
    }
  }

  private func labelText(_ item: Int) -> String {
    String(decoding: Footnotes.label(of: item, in: tree)?.label ?? [], as: UTF8.self)
  }
}
