/// A parsed body as values: libcmark's tree in reading order, its texts in one
/// pool. Nothing of libcmark's memory outlives the parse.
struct MarkdownTree {
  var nodes: [Node] = []
  /// The bytes of all literals, addresses and titles.
  var pool: [UInt8] = []
  /// Whether a paragraph of several lines holds a pipe.
  var mayHaveTables = false
  /// List items that are footnote definitions, in reading order.
  var footnoteItems: [Int] = []

  enum Kind: UInt8 {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image

    var isInline: Bool { rawValue >= Kind.text.rawValue }
    /// Blocks whose children are inline.
    var isLeafBlock: Bool { self == .paragraph || self == .heading }
  }

  struct Node {
    var kind: Kind
    /// Heading level; of a list whether it is ordered (1).
    var level: UInt8 = 0
    /// Of a list.
    var isTight = false
    /// Of a list item, of its text or of a paragraph: what was seen in it.
    var traits: Traits = []
    /// The index after its last descendant.
    var end: Int32 = 0
    var parent: Int32 = -1
    /// Its literal, address or info string in the pool.
    var text: Span = Span()
    /// Its title in the pool; of a list its first number in `start`.
    var title: Span = Span()
    /// Of a block, 1-based, in the annotated source: lines, and columns in bytes.
    var line: Int32 = 0
    var column: Int32 = 0
    var endLine: Int32 = 0
    var endColumn: Int32 = 0
  }

  struct Span {
    var start: Int32 = 0
    var count: Int32 = 0

    var range: Range<Int> { Int(start)..<Int(start + count) }
  }

  /// What a paragraph or heading holds, so that the dear steps are taken only
  /// where something is to be found.
  struct Traits: OptionSet {
    let rawValue: UInt8
    static let pipe = Traits(rawValue: 1)
    static let lines = Traits(rawValue: 2)
    static let tilde = Traits(rawValue: 4)
    static let footnoteItem = Traits(rawValue: 8)
  }

  /// Lends the tree for reading.
  func withView<Result>(_ read: (TreeView) -> Result) -> Result {
    nodes.withUnsafeBufferPointer { nodes in
      pool.withUnsafeBufferPointer { pool in
        read(TreeView(nodes: nodes, pool: pool, footnoteItems: footnoteItems))
      }
    }
  }
}

/// A tree that is read and no longer changed.
struct TreeView {
  let nodes: UnsafeBufferPointer<MarkdownTree.Node>
  let pool: Bytes
  let footnoteItems: [Int]

  /// The indices of the node's descendants.
  func inside(_ index: Int) -> Range<Int> { index + 1..<max(index + 1, Int(nodes[index].end)) }

  func isEmpty(_ index: Int) -> Bool { Int(nodes[index].end) == index + 1 }

  /// The first child's index, if there is one.
  func firstChild(_ index: Int) -> Int? { isEmpty(index) ? nil : index + 1 }
}
