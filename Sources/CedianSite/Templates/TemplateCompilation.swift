import CedianModel

/// Turns one page's template into operations: layouts, blocks and partials set in,
/// every name resolved to the place of its key. On the way every name is checked against what the page's views
/// declare, also where nothing would be shown.
struct TemplateCompilation {
  /// Compiling is refused beyond this many pieces: partials that each include
  /// the next one twice would otherwise grow without bound.
  static let maximumNodes = 100_000

  private let files: [String: TemplateFile]
  private let page: String
  private var diagnostics: [Diagnostic] = []
  private var open: [String] = []
  private var nodeCount = 0
  private var used: Set<String> = []

  /// What a name may mean at some place, innermost last.
  private enum Scope {
    case view(ViewSchema)
    case text
  }

  struct Result {
    /// In no language yet.
    var operations: [TemplateOperation]
    var used: Set<String>
    var diagnostics: [Diagnostic]
  }

  /// Compiles `templates/<name>.mustache` for views of `scopes`, outermost first.
  static func compile(
    _ name: String, scopes: [ViewSchema], files: [String: TemplateFile]
  ) -> Result {
    var compilation = Self(files: files, page: name)
    guard let file = files[name] else {
      let place = SourceLocation(
        path: "templates/\(name).mustache", range: SourceRange(.start, .start))
      return Result(
        operations: [], used: [],
        diagnostics: [TemplateMessage.missingTemplate(name).diagnostic(at: place)])
    }
    let operations = compilation.operations(
      file, scopes: scopes.map { .view($0) }, blocks: [:])
    return Result(
      operations: operations, used: compilation.used, diagnostics: compilation.diagnostics)
  }

  private init(files: [String: TemplateFile], page: String) {
    self.files = files
    self.page = page
  }

  private mutating func operations(
    _ file: TemplateFile, scopes: [Scope], blocks: [String: TemplateBlock]
  ) -> [TemplateOperation] {
    used.insert(file.name)
    open.append(file.name)
    defer { open.removeLast() }
    return operations(file.nodes, path: file.path, scopes: scopes, blocks: blocks)
  }

  private mutating func operations(
    _ nodes: [TemplateNode], path: String, scopes: [Scope], blocks: [String: TemplateBlock]
  ) -> [TemplateOperation] {
    var made: [TemplateOperation] = []
    for node in nodes {
      nodeCount += 1
      if nodeCount > Self.maximumNodes {
        if nodeCount == Self.maximumNodes + 1 {
          report(.tooLarge(), path, SourceRange(.start, .start))
        }
        break
      }
      made += operations(node, path: path, scopes: scopes, blocks: blocks)
    }
    return merged(made)
  }

  private mutating func operations(
    _ node: TemplateNode, path: String, scopes: [Scope], blocks: [String: TemplateBlock]
  ) -> [TemplateOperation] {
    switch node {
    case .text(let bytes): return [.text(bytes)]
    case .variable(let name, let range):
      return variable(name, path: path, range: range, scopes: scopes).map { [$0] } ?? []
    case .section(let name, let inverted, let children, let range):
      return section(
        name, inverted: inverted, children, path: path, range: range, scopes: scopes, blocks: blocks
      )
    case .partial(let name, let range):
      guard let file = file(named: name, path: path, range: range) else { return [] }
      return operations(file, scopes: scopes, blocks: blocks)
    case .parent(let name, let filled, let range):
      guard let file = file(named: name, path: path, range: range) else { return [] }
      let merged = merge(filled, of: name, into: blocks, known: blockNames(of: file))
      return operations(file, scopes: scopes, blocks: merged)
    case .block(let block):
      let standing = operations(block.nodes, path: path, scopes: scopes, blocks: blocks)
      guard let filled = blocks[block.name] else { return standing }
      return operations(filled.nodes, path: filled.path, scopes: scopes, blocks: blocks)
    }
  }

  /// The innermost page fills a block; a layout's own filling stands for others.
  private mutating func merge(
    _ filled: [TemplateBlock], of layout: String, into blocks: [String: TemplateBlock],
    known: Set<String>
  ) -> [String: TemplateBlock] {
    var merged = blocks
    for block in filled {
      if !known.contains(block.name) {
        let near = nearest(to: block.name, among: known.sorted())
        report(.unknownBlock(block.name, layout: layout, nearest: near), block.path, block.range)
      }
      if merged[block.name] == nil { merged[block.name] = block }
    }
    return merged
  }

  private mutating func variable(
    _ name: String, path: String, range: SourceRange, scopes: [Scope]
  ) -> TemplateOperation? {
    if name.utf8.starts(with: "label.".utf8) {
      let key = String(name.utf8.dropFirst("label.".utf8.count)) ?? ""
      if let label = Label.byName[key] { return .label(label) }
      let near = nearest(to: key, among: Label.allCases.map(\.rawValue))
      report(.unknownLabel(name, nearest: near.map { "label.\($0)" }), path, range)
      return nil
    }
    if name == "." {
      if case .text = scopes.last { return .dot }
      report(.dotOutsideText(), path, range)
      return nil
    }
    guard let (place, kind) = lookUp(name, path: path, range: range, scopes: scopes) else {
      return nil
    }
    switch kind {
    case .text, .html: return .value(place)
    default:
      report(.notPrintable(name), path, range)
      return nil
    }
  }

  private mutating func section(
    _ name: String, inverted: Bool, _ children: [TemplateNode], path: String, range: SourceRange,
    scopes: [Scope], blocks: [String: TemplateBlock]
  ) -> [TemplateOperation] {
    if name == "." {
      guard case .text = scopes.last else {
        report(.dotOutsideText(), path, range)
        return []
      }
      let inner = operations(children, path: path, scopes: scopes, blocks: blocks)
      return inverted ? [] : inner
    }
    let found = lookUp(name, path: path, range: range, scopes: scopes)
    var pushed = scopes
    if !inverted {
      switch found?.kind {
      case .list(let schema), .view(let schema): pushed.append(.view(schema))
      case .text, .html, .texts: pushed.append(.text)
      case .flag, nil: break
      }
    }
    // Children are compiled even where the section itself is unknown, so that
    // what is wrong in them is said too.
    let inner = operations(children, path: path, scopes: pushed, blocks: blocks)
    guard let place = found?.place else { return [] }
    return [inverted ? .inverted(place, inner) : .section(place, inner)]
  }

  /// Looks the first part of a dotted name up from the innermost scope outwards
  /// and the others inside what it found, as Mustache does.
  private mutating func lookUp(
    _ name: String, path: String, range: SourceRange, scopes: [Scope]
  ) -> (place: TemplatePlace, kind: ViewSchema.Kind)? {
    let parts =
      name.utf8.contains(UInt8(ascii: "."))
      ? name.split(separator: ".", omittingEmptySubsequences: false).map(String.init) : [name]
    let views = scopes.compactMap { scope -> ViewSchema? in
      if case .view(let schema) = scope { schema } else { nil }
    }
    var found: ViewSchema.Found?
    var place = TemplatePlace(scope: 0, keys: [], asksPresence: false)
    var asked: [ViewSchema] = []
    for (index, schema) in views.enumerated().reversed() {
      found = schema.lookUp(parts[0])
      place.scope = index
      if found != nil { break }
      asked.append(schema)
    }
    var home = views.last?.name ?? page
    if let found { place.keys = [found.key] }
    for part in parts.dropFirst() {
      switch found?.kind {
      case .view(let schema):
        (found, asked, home) = (schema.lookUp(part), [schema], schema.name)
        if let found { place.keys.append(found.key) }
      default: (found, asked) = (nil, [])
      }
    }
    guard let found else {
      let written = parts.count > 1 ? parts[parts.count - 1] : name
      let reachable = asked.flatMap { $0.keys.map(\.name) }
      report(
        .unknownVariable(name, in: home, nearest: nearest(to: written, among: reachable)), path,
        range)
      return nil
    }
    place.asksPresence = found.asksPresence
    return (place, found.kind)
  }

  private mutating func file(
    named name: String, path: String, range: SourceRange
  ) -> TemplateFile? {
    guard let file = files[name] else {
      // `{{>link}}`: the right name without its folder.
      let known = files.keys.sorted()
      let near = known.first { $0 == "partials/" + name } ?? nearest(to: name, among: known)
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

  private mutating func report(_ message: TemplateMessage, _ path: String, _ range: SourceRange) {
    diagnostics.append(message.diagnostic(at: SourceLocation(path: path, range: range)))
  }
}
