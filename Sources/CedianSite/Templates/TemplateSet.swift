import CedianModel

/// The templates and assets of a site, parsed and checked.
public struct TemplateSet: Sendable {
  let files: [String: TemplateFile]
  /// What each page's and fragment's template does, by its name. What is wrong with
  /// one has been reported, and is left out.
  fileprivate(set) var operations: [String: [TemplateOperation]] = [:]
  /// Files below `templates/assets/`, copied as they are.
  let assets: [SourceFile]
}

/// Parses the files below `templates/` and checks every tag of every template
/// against what its page offers: `template-syntax`, `template-variable`,
/// `template-partial`. Files under `templates/assets/` are taken as they are;
/// others that do not end in `.mustache` are ignored.
/// Templates at `unreadable` paths have been reported, and are not missed again.
public func loadTemplates(
  _ files: [SourceFile], unreadable: [String] = []
) -> (TemplateSet, [Diagnostic]) {
  var parsed: [String: TemplateFile] = [:]
  for path in unreadable {
    guard let name = templateName(path) else { continue }
    parsed[name] = TemplateFile(path: path, name: name, nodes: [.text([0x20])])
  }
  var assets: [SourceFile] = []
  var found: [Diagnostic] = []
  for file in files {
    if file.path.utf8.starts(with: "templates/assets/".utf8) {
      assets.append(file)
      continue
    }
    guard let name = templateName(file.path) else { continue }
    guard String(validating: file.bytes, as: UTF8.self) != nil else {
      let place = SourceLocation(path: file.path, range: SourceRange(.start, .start))
      found.append(TemplateMessage.notUTF8().diagnostic(at: place))
      parsed[name] = TemplateFile(path: file.path, name: name, nodes: [])
      continue
    }
    let (template, diagnostics) = TemplateParser.parse(file, name: name)
    parsed[name] = template
    found += diagnostics
    let isBlank = file.bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if isBlank, PageTemplate.allCases.contains(where: { $0.name == name }) {
      let place = SourceLocation(path: file.path, range: SourceRange(.start, .start))
      found.append(TemplateMessage.empty().diagnostic(at: place))
    }
  }
  var set = TemplateSet(files: parsed, assets: assets.sorted { $0.path < $1.path })
  found += set.compile()
  let texts = files.filter { templateName($0.path) != nil }
  return (set, unique(found + texts.flatMap { missingAssets($0, of: set) }))
}

/// Assets that a template names and that are not there: the page would be without
/// them, and nobody would be told.
private func missingAssets(_ template: SourceFile, of set: TemplateSet) -> [Diagnostic] {
  let there = Set(set.assets.map { $0.path.withoutPrefix("templates/") })
  let (bytes, mark) = (template.bytes, Array("{{root}}".utf8))
  var found: [Diagnostic] = []
  var (line, lineStart, index) = (1, 0, 0)
  while index < bytes.count {
    if bytes[index] == 0x0A { (line, lineStart) = (line + 1, index + 1) }
    guard bytes[index] == mark[0], bytes[index...].starts(with: mark) else {
      index += 1
      continue
    }
    index += mark.count
    let start = index
    while index < bytes.count, !"\"' >?#{\n".utf8.contains(bytes[index]) { index += 1 }
    let path = String(decoding: bytes[start..<index], as: UTF8.self)
    // What a tag completes cannot be known here.
    let isWhole = index == bytes.count || bytes[index] != UInt8(ascii: "{")
    guard path.hasPrefix("assets/"), isWhole, !there.contains(path) else { continue }
    let before = String(decoding: bytes[lineStart..<start], as: UTF8.self).unicodeScalars.count
    found.append(
      TemplateMessage.missingAsset(path).diagnostic(
        at: SourceLocation(
          path: template.path,
          range: SourceRange(
            line: line, column: before + 1, length: path.unicodeScalars.count))))
  }
  return found
}

private func templateName(_ path: String) -> String? {
  let suffix = ".mustache"
  guard path.utf8.starts(with: "templates/".utf8), path.utf8.count > suffix.utf8.count,
    path.utf8.reversed().starts(with: suffix.utf8.reversed())
  else { return nil }
  return String(path.withoutPrefix("templates/").utf8.dropLast(suffix.utf8.count))
}

/// A partial is checked in every page that uses it; one finding a place is enough.
private func unique(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  var seen: Set<SourceLocation> = []
  return diagnostics.filter { seen.insert($0.location).inserted }
    .inReadingOrder()
}

extension TemplateSet {
  fileprivate mutating func compile() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var used: Set<String> = []
    var schemas: [ViewSchema] = []
    let roots =
      PageTemplate.allCases.map { ($0.name, $0.scopes) }
      + FragmentTemplate.allCases.map { ($0.name, $0.scopes) }
    for (name, scopes) in roots {
      let result = TemplateCompilation.compile(name, scopes: scopes, files: files)
      operations[name] = result.operations
      found += result.diagnostics
      used.formUnion(result.used)
      schemas += scopes
    }
    // What no page uses yet can only be checked against everything there is.
    let everything = ViewSchema(name: "templates", keys: allKeys(schemas))
    for name in files.keys.sorted() where !used.contains(name) {
      found +=
        TemplateCompilation.compile(name, scopes: [everything], files: files).diagnostics
    }
    return found
  }

  /// The keys of all views, the first of each name.
  private func allKeys(_ schemas: [ViewSchema]) -> [ViewSchema.Key] {
    var keys: [String: ViewSchema.Key] = [:]
    var waiting = schemas
    var seen: Set<String> = []
    while let schema = waiting.popLast() {
      guard seen.insert(schema.name).inserted else { continue }
      for key in schema.keys {
        switch key.kind {
        case .list(let inner), .view(let inner): waiting.append(inner)
        default: break
        }
        if keys[key.name] == nil { keys[key.name] = key }
      }
    }
    return keys.values.sorted { $0.name < $1.name }
  }

  /// The templates in one language, ready to render.
  func compiled(_ language: Language) -> CompiledTemplates {
    func compile(_ name: String, _ scopes: [ViewSchema]) -> CompiledTemplate {
      CompiledTemplate(
        operations: (operations[name] ?? []).speaking(language), scopes: scopes.count)
    }
    var pages: [PageTemplate: CompiledTemplate] = [:]
    for page in PageTemplate.allCases { pages[page] = compile(page.name, page.scopes) }
    var fragments: [FragmentTemplate: CompiledTemplate] = [:]
    for fragment in FragmentTemplate.allCases {
      fragments[fragment] = compile(fragment.name, fragment.scopes)
    }
    return CompiledTemplates(pages: pages, fragments: fragments)
  }
}

/// Templates of one language, flat and without labels.
struct CompiledTemplates: Sendable {
  var pages: [PageTemplate: CompiledTemplate]
  var fragments: [FragmentTemplate: CompiledTemplate]

  func render(_ template: PageTemplate, frame: PageFrameView, content: any View) -> [UInt8] {
    pages[template]?.render([frame, content]) ?? []
  }

  func render(_ template: FragmentTemplate, _ view: some View) -> EscapedHTML {
    EscapedHTML(trusted: fragments[template]?.render([view]) ?? [])
  }
}
