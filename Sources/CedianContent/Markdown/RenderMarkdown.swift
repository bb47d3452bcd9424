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
///   - isUTF8: whether the body is known to have no invalid bytes.
public func renderMarkdown(
  _ bytes: [UInt8], in range: Range<Int>, path: String, firstLine: Int,
  options: MarkdownOptions, isUTF8: Bool = false
) -> (Body, [Diagnostic]) {
  render(
    bytes, in: range, path: path, firstLine: firstLine, options: options,
    recordsLinks: options.extensions, isUTF8: isUTF8)
}

/// Renders plain Markdown to complete HTML: every address stands where it was
/// written.
public func renderFragment(
  _ bytes: [UInt8], path: String = "-", options: MarkdownOptions
) -> (html: [UInt8], diagnostics: [Diagnostic]) {
  // A document's front matter is no text of it; CommonMark knows none, and a break
  // at the start is one unless fields follow.
  let (frontMatter, split, _) =
    options.extensions ? parseFrontMatter(SourceFile(path: path, bytes: bytes)) : (nil, nil, [])
  let isDocument = frontMatter.map { !$0.entries.isEmpty } ?? false
  let encoding = validateEncoding(SourceFile(path: path, bytes: bytes))
  let (body, diagnostics) = render(
    bytes, in: isDocument ? split?.body ?? 0..<bytes.count : 0..<bytes.count, path: path,
    firstLine: isDocument ? split?.bodyFirstLine ?? 1 : 1, options: options, recordsLinks: false,
    isUTF8: encoding.isEmpty)
  return (body.html, encoding + diagnostics)
}

private func render(
  _ bytes: [UInt8], in range: Range<Int>, path: String, firstLine: Int, options: MarkdownOptions,
  recordsLinks: Bool, isUTF8: Bool
) -> (Body, [Diagnostic]) {
  var range = range.clamped(to: 0..<bytes.count)
  // A byte order mark is no text.
  if range.lowerBound == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    range = min(3, range.upperBound)..<range.upperBound
  }
  var source = bytes.withUnsafeBufferPointer { bytes in
    if options.extensions { return annotate(bytes, in: range) }
    return needsGuards(bytes, in: range)
      ? annotate(bytes, in: range, guardsOnly: true) : AnnotatedSource(plain: bytes, in: range)
  }
  source.isUTF8 = isUTF8
  var tree = MarkdownTree()
  parseCommonMark(source, into: &tree)
  let tables =
    options.extensions && tree.mayHaveTables ? placeTables(in: &tree, source: source) : TableSet()
  return tree.withView { tree in
    var renderer = MarkdownRenderer(
      tree: tree, source: source, tables: tables, options: options, recordsLinks: recordsLinks,
      path: path, firstLine: firstLine)
    renderer.renderDocument()
    renderer.body.html = renderer.html.bytes
    return (renderer.body, renderer.diagnostics)
  }
}

/// Whether so many comments, instructions or images begin in the text that
/// libcmark could take quadratic time. Plain CommonMark is read as it stands
/// otherwise.
private func needsGuards(_ bytes: Bytes, in range: Range<Int>) -> Bool {
  guard range.count > 4096 else { return false }
  var count = 0
  for i in range.dropLast() {
    let (a, b) = (bytes[i], bytes[i + 1])
    if (a == 0x3C && (b == 0x21 || b == 0x3F)) || (a == 0x21 && b == 0x5B) { count += 1 }
  }
  return count > 1000
}
