import CedianModel

/// Writes a tree as HTML in one pass and collects what the body holds.
///
/// Blocks and inlines are walked with explicit stacks over the flat tree, so
/// any depth of nesting is safe.
struct MarkdownRenderer: ~Copyable {
  let tree: TreeView
  let source: AnnotatedSource
  let tables: TableSet
  let options: MarkdownOptions
  /// Whether addresses within the site are left out and recorded.
  let recordsLinks: Bool
  let path: String
  let firstLine: Int

  var html: HTMLBuffer
  /// What the document holds besides its HTML.
  var body = Body()
  var diagnostics: [Diagnostic] = []
  var anchors = AnchorNames()
  var footnotes: Footnotes
  /// Places of the inlines of the block that was last asked about.
  var places: InlinePlaces?
  /// The block at hand.
  var block = 0
  /// Inline nodes whose end tags are still to be written.
  var openInlines: [OpenInline] = []
  var tableCount = 0
  var paddedCells = 0

  var extended: Bool { options.extensions }
  /// Whether marks may stand in the texts.
  var marked: Bool { source.hasMarks }

  init(
    tree: TreeView, source: AnnotatedSource, tables: TableSet, options: MarkdownOptions,
    recordsLinks: Bool, path: String, firstLine: Int
  ) {
    self.tree = tree
    self.source = source
    self.tables = tables
    self.options = options
    self.recordsLinks = recordsLinks
    self.path = path
    self.firstLine = firstLine
    footnotes = Footnotes(tree)
    anchors.reservesFootnotes = !footnotes.definitions.isEmpty
    html = HTMLBuffer(capacity: source.bytes.count * 2 + 512)
  }

  mutating func renderDocument() {
    guard let root = tree.nodes.first else { return }
    reportDuplicateFootnotes()
    renderBlocks(1..<Int(root.end))
    if extended { renderFootnotes() }
  }

  /// Renders the blocks of a range of siblings and all they hold.
  mutating func renderBlocks(_ range: Range<Int>) {
    var open: [OpenBlock] = []
    var i = range.lowerBound
    while true {
      while let last = open.last, last.end <= i {
        if !last.closesInline { html.startLine() }
        html.append(last.tag)
        open.removeLast()
      }
      guard i < range.upperBound else { return }
      i = renderBlock(i, open: &open)
    }
  }

  /// A container whose end tag is still to be written.
  struct OpenBlock {
    var end: Int
    var tag: StaticString
    /// Whether the end tag may follow text on its line.
    var closesInline = false
  }

  /// Renders the block, or the start of a container, and returns the next index.
  private mutating func renderBlock(_ i: Int, open: inout [OpenBlock]) -> Int {
    let node = tree.nodes[i]
    let end = Int(node.end)
    switch node.kind {
    case .blockQuote: return openQuote(i, open: &open)
    case .list: return openList(i, open: &open)
    case .item: return openItem(i, open: &open)
    case .paragraph:
      if extended, let table = tables.table(at: i) {
        renderTable(table)
      } else {
        renderParagraph(i)
      }
    case .heading: renderHeading(i)
    case .codeBlock: renderCodeBlock(node)
    case .htmlBlock: renderHTMLBlock(i)
    case .thematicBreak:
      html.startLine()
      html.append("<hr />\n")
    default: return i + 1
    }
    return end
  }

  private mutating func openQuote(_ i: Int, open: inout [OpenBlock]) -> Int {
    let end = Int(tree.nodes[i].end)
    html.startLine()
    if extended, let callout = callout(at: i) {
      html.append("<aside class=\"callout callout-")
      html.append(text: callout.kind.name)
      html.append("\">\n<p class=\"callout-title\">")
      html.append(text: callout.title)
      html.append("</p>\n")
      open.append(OpenBlock(end: end, tag: "</aside>\n"))
      renderCalloutText(callout, paragraph: i + 1)
      return Int(tree.nodes[i + 1].end)
    }
    html.append("<blockquote>\n")
    open.append(OpenBlock(end: end, tag: "</blockquote>\n"))
    return i + 1
  }

  private mutating func openList(_ i: Int, open: inout [OpenBlock]) -> Int {
    let node = tree.nodes[i]
    let end = Int(node.end)
    if !tree.footnoteItems.isEmpty, holdsOnlyFootnotes(i) { return end }
    html.startLine()
    if node.level == 0 {
      html.append("<ul>\n")
      open.append(OpenBlock(end: end, tag: "</ul>\n"))
    } else {
      if node.title.start == 1 {
        html.append("<ol>\n")
      } else {
        html.append("<ol start=\"")
        html.append(number: Int(node.title.start))
        html.append("\">\n")
      }
      open.append(OpenBlock(end: end, tag: "</ol>\n"))
    }
    return i + 1
  }

  private mutating func openItem(_ i: Int, open: inout [OpenBlock]) -> Int {
    let node = tree.nodes[i]
    if node.traits.contains(.footnoteItem) { return Int(node.end) }
    html.startLine()
    html.append("<li")
    if extended, i + 1 < Int(node.end), tree.nodes[i + 1].kind == .paragraph {
      if let anchor = recordClause(paragraph: i + 1) { writeID(anchor) }
      if task(at: i + 1) != nil { html.append(" class=\"task\"") }
    }
    html.append(0x3E)
    open.append(OpenBlock(end: Int(node.end), tag: "</li>\n", closesInline: true))
    return i + 1
  }

  func holdsOnlyFootnotes(_ list: Int) -> Bool {
    var i = list + 1
    while i < Int(tree.nodes[list].end) {
      if !tree.nodes[i].traits.contains(.footnoteItem) { return false }
      i = Int(tree.nodes[i].end)
    }
    return true
  }

  mutating func writeID(_ anchor: String) {
    html.append(" id=\"")
    html.append(escaping: anchor, marks: false)
    html.append(0x22)
  }
}
