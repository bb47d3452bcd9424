import CedianModel

/// Renders the body of a document.
///
/// Addresses of links and images within the site are left out of the HTML and
/// recorded in `Body.links`; with `.commonMark` every address stays in place.
/// No input makes it fail: what is dropped is reported.
///
/// - Parameters:
///   - bytes: the whole file, UTF-8. Invalid bytes become U+FFFD.
///   - range: the body's bytes.
///   - path: the file, as diagnostics name it.
///   - firstLine: the 1-based line of the body's first line in the file.
public func renderMarkdown(
  _ bytes: [UInt8], in range: Range<Int>, path: String, firstLine: Int, options: MarkdownOptions
) -> (Body, [Diagnostic]) {
  render(
    bytes, in: range, path: path, firstLine: firstLine, options: options,
    recordsLinks: options.extensions)
}

/// Renders plain Markdown to complete HTML: every address stands where it was
/// written.
public func renderFragment(
  _ bytes: [UInt8], path: String = "-", options: MarkdownOptions
) -> (html: [UInt8], diagnostics: [Diagnostic]) {
  let (body, diagnostics) = render(
    bytes, in: 0..<bytes.count, path: path, firstLine: 1, options: options, recordsLinks: false)
  return (body.html, diagnostics)
}

private func render(
  _ bytes: [UInt8], in range: Range<Int>, path: String, firstLine: Int, options: MarkdownOptions,
  recordsLinks: Bool
) -> (Body, [Diagnostic]) {
  let range = range.clamped(to: 0..<bytes.count)
  let source =
    options.extensions
    ? annotate(bytes, in: range) : AnnotatedSource(plain: bytes, in: range)
  var tree = MarkdownTree()
  parseCommonMark(source.bytes, into: &tree)
  var tables = TableSet()
  if options.extensions && tree.mayHaveTables {
    tables = placeTables(in: &tree, source: source)
  }
  var renderer = MarkdownRenderer(
    tree: tree, source: source, tables: tables, options: options, recordsLinks: recordsLinks,
    path: path, firstLine: firstLine)
  renderer.renderDocument()
  return (renderer.body, renderer.diagnostics)
}
