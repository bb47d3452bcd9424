import CCmark

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Parses with libcmark and appends what it found to `tree`: the one place that
/// touches libcmark's pointers. Walks with libcmark's iterator, so no depth of
/// nesting overflows the stack.
func parseCommonMark(_ source: AnnotatedSource, into tree: inout MarkdownTree) {
  let bytes = source.bytes
  let options = CMARK_OPT_VALIDATE_UTF8
  let root = bytes.withUnsafeBufferPointer { buffer in
    buffer.withMemoryRebound(to: CChar.self) {
      // Of no bytes there may be no address.
      $0.baseAddress.map { cmark_parse_document($0, buffer.count, options) }
        ?? cmark_parse_document("", 0, options)
    }
  }
  guard let root else { return }
  defer { cmark_node_free(root) }
  guard let walk = cmark_iter_new(root) else { return }
  defer { cmark_iter_free(walk) }
  tree.nodes.reserveCapacity(tree.nodes.count + bytes.count / 8 + 16)
  tree.pool.reserveCapacity(tree.pool.count + bytes.count + 64)
  var open: Int32 = -1
  var leafBlock = -1
  while true {
    let event = cmark_iter_next(walk)
    if event == CMARK_EVENT_DONE { return }
    guard let node = cmark_iter_get_node(walk) else { return }
    if event == CMARK_EVENT_EXIT {
      close(&tree, open: &open)
      continue
    }
    let type = cmark_node_get_type(node)
    guard let kind = MarkdownTree.Kind(type) else { continue }
    let index = tree.nodes.count
    var value = MarkdownTree.Node(kind: kind, end: Int32(index + 1), parent: open)
    fill(&value, from: node, pool: &tree.pool)
    if kind.isInline {
      note(value, in: &tree, leafBlock: leafBlock, source: source)
    } else {
      locate(&value, from: node)
      if kind.isLeafBlock { leafBlock = index }
    }
    tree.nodes.append(value)
    if kind.hasExit { open = Int32(index) }
  }
}

private func close(_ tree: inout MarkdownTree, open: inout Int32) {
  let index = Int(open)
  tree.nodes[index].end = Int32(tree.nodes.count)
  open = tree.nodes[index].parent
  let traits = tree.nodes[index].traits
  if tree.nodes[index].kind == .paragraph, traits.contains([.pipe, .lines]) {
    tree.mayHaveTables = true
  }
}

private func fill(
  _ value: inout MarkdownTree.Node, from node: OpaquePointer, pool: inout [UInt8]
) {
  switch value.kind {
  case .text, .code, .htmlInline, .htmlBlock:
    value.text = copy(cmark_node_get_literal(node), to: &pool)
  case .codeBlock:
    value.text = copy(cmark_node_get_literal(node), to: &pool)
    value.title = copy(cmark_node_get_fence_info(node), to: &pool)
  case .link, .image:
    value.text = copy(cmark_node_get_url(node), to: &pool)
    value.title = copy(cmark_node_get_title(node), to: &pool)
  case .heading: value.level = UInt8(clamping: cmark_node_get_heading_level(node))
  case .list:
    value.level = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? 1 : 0
    value.isTight = cmark_node_get_list_tight(node) != 0
    value.title.start = cmark_node_get_list_start(node)
  default: break
  }
}

private func locate(_ value: inout MarkdownTree.Node, from node: OpaquePointer) {
  value.line = cmark_node_get_start_line(node)
  value.column = cmark_node_get_start_column(node)
  value.endLine = cmark_node_get_end_line(node)
  value.endColumn = cmark_node_get_end_column(node)
}

/// Tells the block around an inline node what to look out for.
private func note(
  _ value: MarkdownTree.Node, in tree: inout MarkdownTree, leafBlock: Int,
  source: AnnotatedSource
) {
  guard leafBlock >= 0 else { return }
  var traits: MarkdownTree.Traits = []
  switch value.kind {
  case .softBreak, .lineBreak: traits = .lines
  case .link, .image, .htmlInline: traits = .located
  case .text, .code:
    if source.hasPipes, !tree.nodes[leafBlock].traits.contains(.pipe),
      tree.pool[value.text.range].contains(0x7C)
    {
      traits = .pipe
    }
    if source.hasInlineMarks, value.kind == .text {
      noteMarks(in: &tree, of: value, leafBlock: leafBlock, &traits)
    }
  default: break
  }
  if !traits.isEmpty { tree.nodes[leafBlock].traits.formUnion(traits) }
}

private func noteMarks(
  in tree: inout MarkdownTree, of value: MarkdownTree.Node, leafBlock: Int,
  _ traits: inout MarkdownTree.Traits
) {
  let range = value.text.range
  var i = range.lowerBound
  while true {
    i = nextMark(tree.pool, from: i, end: range.upperBound)
    guard i < range.upperBound else { return }
    switch Sentinel(rawValue: tree.pool[i + 2]) {
    case .tildeOpens, .tildeCloses, .tildesOpen, .tildesClose, .tildesBoth: traits.insert(.tilde)
    case .footnote, .wideLink: traits.insert(.located)
    case .footnoteItem where i == range.lowerBound && tree.nodes.count == leafBlock + 1:
      noteFootnote(in: &tree, paragraph: leafBlock)
    default: break
    }
    i += 3
  }
}

/// The paragraph begins with a footnote's mark: if it comes first in a list
/// item, that item is the footnote.
private func noteFootnote(in tree: inout MarkdownTree, paragraph: Int) {
  let item = Int(tree.nodes[paragraph].parent)
  guard item >= 0, item + 1 == paragraph, tree.nodes[item].kind == .item else { return }
  tree.nodes[item].traits.insert(.footnoteItem)
  tree.footnoteItems.append(item)
}

private func copy(_ text: UnsafePointer<CChar>?, to pool: inout [UInt8]) -> MarkdownTree.Span {
  guard let text, text[0] != 0 else { return MarkdownTree.Span() }
  let (start, length) = (pool.count, strlen(text))
  text.withMemoryRebound(to: UInt8.self, capacity: length) {
    pool.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
  }
  return MarkdownTree.Span(start: Int32(start), count: Int32(length))
}

extension MarkdownTree.Kind {
  /// Whether libcmark's iterator leaves the node in an event of its own.
  fileprivate var hasExit: Bool {
    switch self {
    case .htmlBlock, .thematicBreak, .codeBlock, .text, .softBreak, .lineBreak, .code, .htmlInline:
      false
    default: true
    }
  }

  fileprivate init?(_ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_DOCUMENT: self = .document
    case CMARK_NODE_BLOCK_QUOTE: self = .blockQuote
    case CMARK_NODE_LIST: self = .list
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_CODE_BLOCK: self = .codeBlock
    case CMARK_NODE_HTML_BLOCK: self = .htmlBlock
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_HEADING: self = .heading
    case CMARK_NODE_THEMATIC_BREAK: self = .thematicBreak
    case CMARK_NODE_TEXT: self = .text
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_CODE: self = .code
    case CMARK_NODE_HTML_INLINE: self = .htmlInline
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_LINK: self = .link
    case CMARK_NODE_IMAGE: self = .image
    default: return nil
    }
  }
}
