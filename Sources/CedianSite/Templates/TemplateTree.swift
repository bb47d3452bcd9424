import CedianModel

/// A template as a tree.
indirect enum TemplateNode: Sendable, Hashable {
  case text([UInt8])
  case variable(name: String, SourceRange)
  case section(name: String, inverted: Bool, [TemplateNode], SourceRange)
  case partial(name: String, SourceRange)
  /// A layout with the blocks that this place fills in.
  case parent(name: String, blocks: [TemplateBlock], SourceRange)
  /// A place in a layout, with what stands there unless it is filled in.
  case block(TemplateBlock)
}

struct TemplateBlock: Sendable, Hashable {
  /// The file the block is written in, which need not be the layout's.
  var path: String
  var name: String
  var nodes: [TemplateNode]
  var range: SourceRange
}

/// One template file, parsed. Its tree is whole even where tags did not match.
struct TemplateFile: Sendable, Hashable {
  /// `templates/pages/activity.mustache`
  var path: String
  /// `pages/activity`: what a partial tag writes.
  var name: String
  var nodes: [TemplateNode]
}

/// Nests tokens. Depth is bounded, so that no template can exhaust the stack.
struct TemplateParser {
  static let maximumDepth = 64

  private let path: String
  private let tokens: [TemplateToken]
  private var index = 0
  private var diagnostics: [Diagnostic] = []

  static func parse(_ file: SourceFile, name: String) -> (TemplateFile, [Diagnostic]) {
    let (tokens, scanned) = TemplateScanner.scan(file)
    var parser = TemplateParser(path: file.path, tokens: tokens)
    let nodes = parser.nodes(inside: nil, depth: 0)
    return (
      TemplateFile(path: file.path, name: name, nodes: nodes), scanned + parser.diagnostics
    )
  }

  private init(path: String, tokens: [TemplateToken]) {
    self.path = path
    self.tokens = tokens
  }

  private mutating func nodes(inside open: TemplateToken?, depth: Int) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token.content {
      case .text(let bytes): nodes.append(.text(bytes))
      case .variable: nodes.append(.variable(name: token.name, token.range))
      case .partial: nodes.append(.partial(name: token.name, token.range))
      case .close:
        if let open, open.name == token.name { return nodes }
        report(.unexpectedClose(token.name, open: open?.name), token.range)
        // A misspelt closing tag still closes; a stray one is passed over.
        if open != nil { return nodes }
      case .section, .invertedSection, .parent, .block:
        if depth >= Self.maximumDepth {
          report(.tooDeep(), token.range)
          index = tokens.count
          return nodes
        }
        nodes.append(nest(token, depth: depth))
      }
    }
    if let open { report(.unclosedSection(open.name), open.range) }
    return nodes
  }

  private mutating func nest(_ token: TemplateToken, depth: Int) -> TemplateNode {
    let children = nodes(inside: token, depth: depth + 1)
    switch token.content {
    case .parent:
      var blocks: [TemplateBlock] = []
      for child in children {
        switch child {
        case .block(let block): blocks.append(block)
        case .text(let bytes) where bytes.allSatisfy { $0 <= 0x20 }: break
        default: report(.contentOutsideBlock(token.name), token.range)
        }
      }
      return .parent(name: token.name, blocks: blocks, token.range)
    case .block:
      return .block(
        TemplateBlock(path: path, name: token.name, nodes: children, range: token.range))
    default:
      return .section(
        name: token.name, inverted: token.content == .invertedSection, children, token.range)
    }
  }

  private mutating func report(_ message: TemplateMessage, _ range: SourceRange) {
    diagnostics.append(message.diagnostic(at: SourceLocation(path: path, range: range)))
  }
}
