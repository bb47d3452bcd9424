import CedianModel

/// Reads one Markdown file: its front matter as written and its body as HTML.
/// A front matter that cannot be read leaves the body standing.
public func parseDocument(
  _ file: SourceFile, options: MarkdownOptions = MarkdownOptions()
) -> (Document, [Diagnostic]) {
  let (frontMatter, split, syntax) = parseFrontMatter(file)
  var (body, markdown) = renderMarkdown(
    file.bytes, in: split.body, path: file.path, firstLine: split.bodyFirstLine, options: options)
  // Bodies are kept until the site is rendered, so without the room to grow in.
  body.html = body.html.withUnsafeBufferPointer { Array($0) }
  return (Document(path: file.path, frontMatter: frontMatter, body: body), syntax + markdown)
}
