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
public func readHandbook(
  _ files: [SourceFile], options: MarkdownOptions = MarkdownOptions(),
  map: ([SourceFile], @escaping @Sendable (SourceFile) -> ReadFile) -> [ReadFile] = { files, read in
    files.map(read)
  }
) -> ReadHandbook {
  var site = SiteConfiguration()
  var metrics: [Metric] = []
  var documents: [TypedDocument] = []
  var results: [ResultRow] = []
  var assets: [SourceFile] = []
  var found: [Diagnostic] = []
  documents.reserveCapacity(files.count)
  for read in map(files, { readFile($0, options: options) }) {
    switch read {
    case .document(let document, let diagnostics):
      documents.append(document)
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
  let handbook = assembleHandbook(
    site: site, metrics: metrics, documents: documents, results: results)
  return ReadHandbook(handbook: handbook, diagnostics: found, assets: assets)
}

/// Reads one file by what its path says it is.
public func readFile(_ file: SourceFile, options: MarkdownOptions) -> ReadFile {
  switch file.path {
  case "content/site.yml":
    let (node, syntax) = parseYAML(file)
    let (site, found) = decodeSite(node, path: file.path)
    return .site(site, syntax + spelled(found, in: file, node))
  case "content/metrics.yml":
    let (node, syntax) = parseYAML(file)
    let (metrics, found) = decodeMetrics(node, path: file.path)
    return .metrics(metrics, syntax + spelled(found, in: file, node))
  case let path where path.hasSuffix(".md"):
    let (document, syntax) = parseDocument(file, options: options)
    let (typed, found) = decodeDocument(document)
    return .document(typed, syntax + spelled(found, in: file, document.frontMatter?.node))
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
