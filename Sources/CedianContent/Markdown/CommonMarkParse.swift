import CCmark

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Parses with libcmark and appends what it found to `tree`: the one place that
/// touches libcmark's pointers. Walks from node to node, so no depth of nesting
/// overflows the stack.
func parseCommonMark(_ source: AnnotatedSource, into tree: inout MarkdownTree) {
  let options = source.isUTF8 ? CMARK_OPT_DEFAULT : CMARK_OPT_VALIDATE_UTF8
  var arena = cedian_arena()
  defer { cedian_arena_free(&arena) }
  let root = source.bytes.withUnsafeBufferPointer { bytes in
    bytes.withMemoryRebound(to: CChar.self) {
      // Of no bytes there may be no address.
      $0.baseAddress.map { cedian_parse_document(&arena, $0, bytes.count, options) }
        ?? cedian_parse_document(&arena, "", 0, options)
    }
  }
  guard let root else { return }
  let size = source.bytes.count
  tree.nodes.reserveCapacity(tree.nodes.count + size / 16 + 16)
  tree.pool.reserveCapacity(tree.pool.count + size + 64)
  var walk = TreeWalk(source: source)
  var node = root
  while true {
    if walk.enter(node, &tree), let child = cmark_node_first_child(node) {
      walk.descend(to: tree.nodes.count - 1)
      node = child
      continue
    }
    while true {
      if let next = cmark_node_next(node) {
        node = next
        break
      }
      guard node != root, let parent = cmark_node_parent(node) else { return }
      walk.close(&tree)
      node = parent
    }
  }
}

/// Where the walk through libcmark's tree has come to.
private struct TreeWalk {
  let hasPipes: Bool
  let hasInlineMarks: Bool
  /// The index of the node whose children are being read.
  private var open: Int32 = -1
  private var leafBlock = -1

  init(source: AnnotatedSource) {
    hasPipes = source.hasPipes
    hasInlineMarks = source.hasInlineMarks
  }

  mutating func descend(to index: Int) { open = Int32(index) }

  /// Appends the node, and returns whether its children are to be read.
  mutating func enter(_ node: OpaquePointer, _ tree: inout MarkdownTree) -> Bool {
    guard let kind = MarkdownTree.Kind(cmark_node_get_type(node)) else { return false }
    let index = tree.nodes.count
    var value = MarkdownTree.Node(kind: kind, end: Int32(index + 1), parent: open)
    fill(&value, from: node, pool: &tree.pool)
    if kind.isInline {
      note(value, in: &tree)
    } else {
      locate(&value, from: node)
      if kind.isLeafBlock { leafBlock = index }
    }
    tree.nodes.append(value)
    return true
  }

  mutating func close(_ tree: inout MarkdownTree) {
    let index = Int(open)
    tree.nodes[index].end = Int32(tree.nodes.count)
    open = tree.nodes[index].parent
    guard hasPipes, tree.nodes[index].kind == .paragraph,
      tree.nodes[index].traits.contains(.lines), holdsPipe(index, tree)
    else { return }
    tree.nodes[index].traits.insert(.pipe)
    tree.mayHaveTables = true
  }

  private func holdsPipe(_ paragraph: Int, _ tree: borrowing MarkdownTree) -> Bool {
    tree.pool.withUnsafeBufferPointer { pool in
      for i in paragraph + 1..<tree.nodes.count {
        let node = tree.nodes[i]
        guard node.kind == .text || node.kind == .code else { continue }
        if pool.contains(0x7C, in: node.text.range) { return true }
      }
      return false
    }
  }

  /// Tells the block around an inline node what to look out for.
  private func note(_ value: MarkdownTree.Node, in tree: inout MarkdownTree) {
    guard leafBlock >= 0 else { return }
    switch value.kind {
    case .softBreak, .lineBreak: tree.nodes[leafBlock].traits.insert(.lines)
    case .text where hasInlineMarks: noteMarks(of: value, in: &tree)
    default: break
    }
  }

  private func noteMarks(of value: MarkdownTree.Node, in tree: inout MarkdownTree) {
    let range = value.text.range
    var i = range.lowerBound
    while true {
      i = tree.pool.withUnsafeBufferPointer { nextMark($0, from: i, end: range.upperBound) }
      guard i < range.upperBound else { return }
      switch Sentinel(rawValue: tree.pool[i + 2]) {
      case .tildeOpens, .tildeCloses, .tildesOpen, .tildesClose, .tildesBoth:
        tree.nodes[leafBlock].traits.insert(.tilde)
      case .footnoteItem where i == range.lowerBound && tree.nodes.count == leafBlock + 1:
        noteFootnote(in: &tree)
      default: break
      }
      i += 3
    }
  }

  /// The paragraph begins with a footnote's mark: if it comes first in a list
  /// item, that item is the footnote.
  private func noteFootnote(in tree: inout MarkdownTree) {
    let item = Int(tree.nodes[leafBlock].parent)
    guard item >= 0, item + 1 == leafBlock, tree.nodes[item].kind == .item else { return }
    tree.nodes[item].traits.insert(.footnoteItem)
    tree.footnoteItems.append(item)
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

private func copy(_ text: UnsafePointer<CChar>?, to pool: inout [UInt8]) -> MarkdownTree.Span {
  guard let text, text[0] != 0 else { return MarkdownTree.Span() }
  let (start, length) = (pool.count, strlen(text))
  text.withMemoryRebound(to: UInt8.self, capacity: length) {
    pool.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
  }
  return MarkdownTree.Span(start: Int32(start), count: Int32(length))
}

extension MarkdownTree.Kind {
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
