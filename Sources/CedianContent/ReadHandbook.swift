import CedianModel

/// A folder of files as a handbook, with everything found on the way.
public struct ReadHandbook: Sendable {
  public var handbook: Handbook
  public var diagnostics: [Diagnostic]
  /// Files of `content/` that are no documents: images and other attachments.
  public var assets: [SourceFile]
}

/// What one file of `content/` became.
public enum ReadFile: Sendable {
  case document(TypedDocument, [Diagnostic])
  case results([ResultRow], [Diagnostic])
  case site(SiteConfiguration, [Diagnostic])
  case metrics([Metric], [Diagnostic])
  case asset(SourceFile, [Diagnostic])
}

/// Reads every file of `content/`, in the order given; the caller sorts them by
/// path. `map` may run `readFile` on several files at once and keeps their order.
/// With `forCheck` bodies that a check needs only the links of are not rendered.
public func readHandbook(
  _ files: [SourceFile], options: MarkdownOptions = MarkdownOptions(), forCheck: Bool = false,
  map: ([SourceFile], @escaping @Sendable (SourceFile) -> ReadFile) -> [ReadFile] = { files, read in
    files.map(read)
  }
) -> ReadHandbook {
  var site = SiteConfiguration()
  var metrics: [Metric] = []
  var assembly = HandbookAssembly(reserving: files.count)
  var results: [ResultRow] = []
  var assets: [SourceFile] = []
  var found: [Diagnostic] = []
  var reads = map(files) { readFile($0, options: options, forCheck: forCheck) }
  if forCheck { readAnchors(of: &reads, files, options: options) }
  for index in reads.indices {
    // Taken out of its place, a document is handed on and not copied with all its texts.
    var read = ReadFile.results([], [])
    swap(&read, &reads[index])
    switch consume read {
    case .document(let document, let diagnostics):
      assembly.add(document)
      found += diagnostics
    case .results(let rows, let diagnostics):
      results += rows
      found += diagnostics
    case .site(let configuration, let diagnostics):
      site = configuration
      found += diagnostics
    case .metrics(let list, let diagnostics):
      metrics = list
      found += diagnostics
    case .asset(let file, let diagnostics):
      assets.append(file)
      found += diagnostics
    }
  }
  if found.contains(where: { $0.id == "misnamed-file" }) {
    var taken = Set(files.map(\.path))
    found = found.map { MisnamedFile.sparing($0, &taken) }
  }
  let handbook = assembly.finished(site: site, metrics: metrics, results: results)
  return ReadHandbook(handbook: handbook, diagnostics: found, assets: assets)
}

/// Reads the whole of the bodies that links with an anchor may lead to, so far as
/// the name of the file tells.
private func readAnchors(
  of reads: inout [ReadFile], _ files: [SourceFile], options: MarkdownOptions
) {
  var names: Set<Substring> = []
  for case .document(let document, _) in reads {
    for link in document.info.body.links {
      let bytes = link.destination.utf8
      guard let hash = bytes.firstIndex(of: UInt8(ascii: "#")) else { continue }
      let path = link.destination[..<hash]
      names.insert(
        path[(path.utf8.lastIndex(of: 0x2F).map(path.utf8.index(after:)) ?? path.startIndex)...])
    }
  }
  guard !names.isEmpty else { return }
  let isEncoded = names.contains { $0.contains("%") || $0.contains("?") }
  for (index, file) in files.enumerated() {
    guard case .document(let document, _) = reads[index], document.info.body.hasOnlyLinks
    else { continue }
    let name = file.path[(file.path.lastIndex(of: "/") ?? file.path.startIndex)...].dropFirst()
    if isEncoded || names.contains(name) { reads[index] = readFile(file, options: options) }
  }
}

/// What the syntax says, then what the values say where their line could be read;
/// of a value that the syntax has refused no more is said, nor of one whose first
/// mark is at fault.
private func together(_ syntax: [Diagnostic], _ found: [Diagnostic]) -> [Diagnostic] {
  guard !syntax.isEmpty, !found.isEmpty else { return syntax + found }
  let spoiled = Set(syntax.filter(\.spoilsLine).map(\.location.range.start.line))
  let refused = Set(syntax.map(\.location.range.start))
  return syntax
    + found.filter {
      !spoiled.contains($0.location.range.start.line) && !refused.contains($0.location.range.start)
    }
}

/// Kinds whose bodies no rule reads.
private let freeTextFolders = ["content/activities/", "content/evaluations/", "content/plans/"]

/// Reads one file by what its path says it is.
public func readFile(
  _ file: SourceFile, options: MarkdownOptions, forCheck: Bool = false
) -> ReadFile {
  switch file.path {
  case "content/site.yml":
    let (node, syntax) = parseYAML(file)
    let (site, found) = decodeSite(node, path: file.path)
    return .site(site, together(syntax, spelled(found, in: file, node)))
  case "content/metrics.yml":
    let (node, syntax) = parseYAML(file)
    let (metrics, found) = decodeMetrics(node, path: file.path)
    return .metrics(metrics, together(syntax, spelled(found, in: file, node)))
  case let path where path.hasSuffix(".md"):
    let linksOnly = forCheck && freeTextFolders.contains { path.hasPrefix($0) }
    let (document, syntax) = parseDocument(file, options: options, linksOnly: linksOnly)
    let (typed, found) = decodeDocument(document)
    var all = together(syntax, spelled(found, in: file, document.frontMatter?.node))
    if case .page = typed, let misplaced = MisnamedFile.folder(file.path) {
      all.insert(misplaced, at: 0)
    }
    return .document(typed, all)
  case let path where path.hasPrefix("content/results/") && path.hasSuffix(".csv"):
    let encoding = validateEncoding(file)
    guard encoding.isEmpty else { return .results([], encoding) }
    if let conflict = MergeConflict.check(file) { return .results([], [conflict]) }
    let (table, syntax) = parseCSV(file)
    let (rows, found) = decodeResults(table)
    return .results(rows, syntax + found)
  default:
    return .asset(file, MisnamedFile.check(file.path).map { [$0] } ?? [])
  }
}
