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

  init(_ tree: TreeView) {
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
  static func label(of item: Int, in tree: TreeView) -> (label: [UInt8], length: Int)? {
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

  static func key(_ label: Slice<Bytes>) -> [UInt8] {
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
      html.last == 0x5B
    else { return nil }
    let label = tree.pool[(i + 4)..<close]
    guard let index = footnotes.byLabel[Footnotes.key(label)] else {
      diagnostics.append(
        undefinedFootnote(
          String(decoding: label, as: UTF8.self), at: location(place(of: node, text: i))))
      return nil
    }
    html.removeLast()
    if footnotes.definitions[index].number == 0 {
      footnotes.order.append(index)
      footnotes.definitions[index].number = footnotes.order.count
    }
    footnotes.definitions[index].references += 1
    let number = footnotes.definitions[index].number
    html.append("<sup class=\"footnote-ref\"><a href=\"#fn-")
    html.append(number: number)
    html.append("\" id=\"")
    writeReferenceID(number, footnotes.definitions[index].references)
    html.append("\" role=\"doc-noteref\" aria-label=\"")
    let name = LocalizedText(zh: "脚注 \(number)", en: "Footnote \(number)")
    html.append(text: name[options.language])
    html.append("\">")
    html.append(number: number)
    html.append("</a></sup>")
    return close + 1
  }

  private mutating func writeReferenceID(_ number: Int, _ reference: Int) {
    html.append("fnref-")
    html.append(number: number)
    if reference > 1 {
      html.append(0x2D)
      html.append(number: reference)
    }
  }

  /// Writes the footnotes that were referred to, in the order of their first
  /// references. One that only a later footnote names follows it.
  mutating func renderFootnotes() {
    var written = 0
    if !footnotes.order.isEmpty {
      html.startLine()
      html.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
      let label = LocalizedText(zh: "脚注", en: "Footnotes")
      html.append(text: label[options.language])
      html.append("\">\n<ol>\n")
    }
    // References within footnotes come after the back links are counted, so
    // bodies are rendered first and the links are set behind them.
    while written < footnotes.order.count {
      renderFootnote(footnotes.order[written], number: written + 1)
      written += 1
    }
    if written > 0 { html.append("</ol>\n</section>\n") }
    for definition in footnotes.definitions where definition.number == 0 {
      diagnostics.append(
        unusedFootnote(labelText(definition.item), at: location(blockStart(definition.item + 1))))
    }
  }

  private mutating func renderFootnote(_ index: Int, number: Int) {
    let item = footnotes.definitions[index].item
    html.append("<li id=\"fn-")
    html.append(number: number)
    html.append("\">\n")
    let paragraph = item + 1
    let length = Footnotes.label(of: item, in: tree)?.length ?? 0
    block = paragraph
    html.append("<p>")
    renderInlines(tree.inside(paragraph), skipping: length)
    let rest = Int(tree.nodes[paragraph].end)..<Int(tree.nodes[item].end)
    if rest.isEmpty {
      writeBackLinks(index, number: number, followsText: true)
      html.append("</p>\n</li>\n")
      return
    }
    html.append("</p>\n")
    renderBlocks(rest)
    html.startLine()
    html.append("<p>")
    writeBackLinks(index, number: number, followsText: false)
    html.append("</p>\n</li>\n")
  }

  private mutating func writeBackLinks(_ index: Int, number: Int, followsText: Bool) {
    for reference in 1...max(1, footnotes.definitions[index].references) {
      if reference > 1 || followsText { html.append(0x20) }
      html.append("<a href=\"#")
      writeReferenceID(number, reference)
      html.append("\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"")
      let suffix = reference > 1 ? "-\(reference)" : ""
      let label = LocalizedText(
        zh: "返回正文脚注 \(number)\(suffix)", en: "Back to reference \(number)\(suffix)")
      html.append(text: label[options.language])
      html.append("\">↩")
      if reference > 1 {
        html.append("<sup>")
        html.append(number: reference)
        html.append("</sup>")
      }
      html.append("</a>")
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
