import CedianModel

/// Turns one page's template into a single flat Mustache text: layouts, blocks
/// and partials set in, labels in the site's language, every value written
/// unescaped because views escape once, when they are made. On the way every
/// name is checked against what the page's view declares, also where nothing
/// would be shown.
struct TemplateExpansion {
  /// Expanding is refused beyond this many pieces: partials that each include
  /// the next one twice would otherwise grow without bound.
  static let maximumNodes = 100_000

  private let files: [String: TemplateFile]
  private let language: Language
  private let page: String
  private var text: [UInt8] = []
  private var diagnostics: [Diagnostic] = []
  private var open: [String] = []
  private var nodeCount = 0
  /// While above zero, nodes are checked but leave no text.
  private var silent = 0
  private(set) var used: Set<String> = []

  /// What a name may mean at some place, innermost last.
  private enum Scope {
    case view(ViewSchema)
    case text
  }

  struct Result {
    var text: String
    var used: Set<String>
    var diagnostics: [Diagnostic]
  }

  /// Expands `templates/<name>.mustache` for a view of `schema`.
  static func expand(
    _ name: String, schema: ViewSchema, files: [String: TemplateFile], language: Language
  ) -> Result {
    var expansion = Self(files: files, language: language, page: name)
    guard let file = files[name] else {
      let place = SourceLocation(
        path: "templates/\(name).mustache", range: SourceRange(.start, .start))
      return Result(
        text: "", used: [], diagnostics: [TemplateMessage.missingTemplate(name).diagnostic(at: place)])
    }
    expansion.append(file, scopes: [.view(schema)], blocks: [:])
    return Result(
      text: String(decoding: expansion.text, as: UTF8.self), used: expansion.used,
      diagnostics: expansion.diagnostics)
  }

  private init(files: [String: TemplateFile], language: Language, page: String) {
    self.files = files
    self.language = language
    self.page = page
  }

  private mutating func append(
    _ file: TemplateFile, scopes: [Scope], blocks: [String: TemplateBlock]
  ) {
    used.insert(file.name)
    open.append(file.name)
    append(file.nodes, path: file.path, scopes: scopes, blocks: blocks)
    open.removeLast()
  }

  private mutating func append(
    _ nodes: [TemplateNode], path: String, scopes: [Scope], blocks: [String: TemplateBlock]
  ) {
    for node in nodes {
      nodeCount += 1
      if nodeCount > Self.maximumNodes {
        if nodeCount == Self.maximumNodes + 1 {
          report(.tooLarge(), path, SourceRange(.start, .start))
        }
        return
      }
      switch node {
      case .text(let bytes): write(bytes)
      case .variable(let name, let range):
        appendVariable(name, path: path, range: range, scopes: scopes)
      case .section(let name, let inverted, let children, let range):
        let inner = scope(of: name, path: path, range: range, scopes: scopes)
        let pushed = inverted ? scopes : scopes + inner
        write("{{\(inverted ? "^" : "#")\(name)}}".utf8)
        append(children, path: path, scopes: pushed, blocks: blocks)
        write("{{/\(name)}}".utf8)
      case .partial(let name, let range):
        guard let file = file(named: name, path: path, range: range) else { continue }
        append(file, scopes: scopes, blocks: blocks)
      case .parent(let name, let filled, let range):
        guard let file = file(named: name, path: path, range: range) else { continue }
        var merged = blocks
        let known = blockNames(of: file)
        for block in filled {
          if !known.contains(block.name) {
            let near = nearest(to: block.name, among: known.sorted())
            report(
              .unknownBlock(block.name, layout: name, nearest: near), block.path, block.range)
          }
          if merged[block.name] == nil { merged[block.name] = block }
        }
        append(file, scopes: scopes, blocks: merged)
      case .block(let block):
        if let filled = blocks[block.name] {
          silent += 1
          append(block.nodes, path: path, scopes: scopes, blocks: blocks)
          silent -= 1
          append(filled.nodes, path: filled.path, scopes: scopes, blocks: blocks)
        } else {
          append(block.nodes, path: path, scopes: scopes, blocks: blocks)
        }
      }
    }
  }

  private mutating func appendVariable(
    _ name: String, path: String, range: SourceRange, scopes: [Scope]
  ) {
    if name.utf8.starts(with: "label.".utf8) {
      let key = String(name.utf8.dropFirst("label.".utf8.count)) ?? ""
      if let label = Label(rawValue: key) {
        write(EscapedHTML(label.text[language]).html.utf8)
      } else {
        let near = nearest(to: key, among: Label.allCases.map(\.rawValue))
        report(.unknownLabel(name, nearest: near.map { "label.\($0)" }), path, range)
      }
      return
    }
    if name == "." {
      guard case .text = scopes.last else { return report(.dotOutsideText(), path, range) }
    } else if let kind = kind(of: name, path: path, range: range, scopes: scopes) {
      switch kind {
      case .text, .html: break
      default: report(.notPrintable(name), path, range)
      }
    }
    write("{{{\(name)}}}".utf8)
  }

  /// What a section adds to the scopes; nothing for a flag.
  private mutating func scope(
    of name: String, path: String, range: SourceRange, scopes: [Scope]
  ) -> [Scope] {
    if name == "." {
      if case .text = scopes.last { return [] }
      report(.dotOutsideText(), path, range)
      return []
    }
    switch kind(of: name, path: path, range: range, scopes: scopes) {
    case .list(let schema), .view(let schema): return [.view(schema)]
    case .text, .html, .texts: return [.text]
    case .flag, nil: return []
    }
  }

  /// Looks the first part of a dotted name up from the innermost scope outwards
  /// and the others inside what it found, as Mustache does.
  private mutating func kind(
    of name: String, path: String, range: SourceRange, scopes: [Scope]
  ) -> ViewSchema.Kind? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var found: ViewSchema.Kind?
    var reachable: [String] = []
    for case .view(let schema) in scopes.reversed() {
      found = schema.kind(of: parts[0])
      if found != nil { break }
      reachable += schema.keys.map(\.name)
    }
    var place = scopes.reversed().lazy.compactMap { scope -> String? in
      if case .view(let schema) = scope { schema.name } else { nil }
    }.first ?? page
    for part in parts.dropFirst() {
      switch found {
      case .view(let schema), .list(let schema):
        (found, reachable, place) = (schema.kind(of: part), schema.keys.map(\.name), schema.name)
      default: (found, reachable) = (nil, [])
      }
    }
    if found == nil {
      let written = parts.count > 1 ? parts[parts.count - 1] : name
      let near = nearest(to: written, among: reachable)
      report(.unknownVariable(name, in: place, nearest: near), path, range)
    }
    return found
  }

  private mutating func file(
    named name: String, path: String, range: SourceRange
  ) -> TemplateFile? {
    guard let file = files[name] else {
      let near = nearest(to: name, among: files.keys.sorted())
      report(.unknownPartial(name, nearest: near), path, range)
      return nil
    }
    guard !open.contains(name) else {
      report(.recursivePartial(name), path, range)
      return nil
    }
    return file
  }

  /// The blocks that a layout offers, its own partials' and layouts' included.
  private func blockNames(of file: TemplateFile) -> Set<String> {
    var names: Set<String> = []
    var seen: Set<String> = [file.name]
    var waiting = file.nodes
    while let node = waiting.popLast() {
      switch node {
      case .block(let block):
        names.insert(block.name)
        waiting += block.nodes
      case .section(_, _, let children, _): waiting += children
      case .parent(let name, let blocks, _):
        waiting += blocks.flatMap(\.nodes)
        if seen.insert(name).inserted { waiting += files[name]?.nodes ?? [] }
      case .partial(let name, _):
        if seen.insert(name).inserted { waiting += files[name]?.nodes ?? [] }
      case .text, .variable: break
      }
    }
    return names
  }

  private mutating func write(_ bytes: some Sequence<UInt8>) {
    if silent == 0 { text.append(contentsOf: bytes) }
  }

  private mutating func report(_ message: TemplateMessage, _ path: String, _ range: SourceRange) {
    diagnostics.append(message.diagnostic(at: SourceLocation(path: path, range: range)))
  }
}
