import CedianModel

/// Reads one Markdown file: its front matter as written and its body as HTML.
/// A front matter that cannot be read leaves the body standing.
///
/// With `linksOnly` a body that is simple enough is not rendered: see `scanLinks`.
public func parseDocument(
  _ file: SourceFile, options: MarkdownOptions = MarkdownOptions(), linksOnly: Bool = false
) -> (Document, [Diagnostic]) {
  let (frontMatter, split, syntax) = parseFrontMatter(file)
  let (body, markdown): (Body, [Diagnostic])
  if linksOnly, syntax.isEmpty, let frontMatter, namesItself(frontMatter),
    let links = scanLinks(file.bytes, in: split.body, firstLine: split.bodyFirstLine)
  {
    (body, markdown) = (Body(links: links, hasOnlyLinks: true), [])
  } else {
    // A file that is not UTF-8 has no body.
    (body, markdown) = renderMarkdown(
      file.bytes, in: split.body, path: file.path, firstLine: split.bodyFirstLine,
      options: options, isUTF8: true)
  }
  let absence = frontMatterAbsence(in: file.bytes, split, syntax)
  return (
    Document(path: file.path, frontMatter: frontMatter, absence: absence, body: body),
    syntax + markdown
  )
}

/// Whether title and kind need neither the first heading nor a look at the value.
private func namesItself(_ frontMatter: FrontMatter) -> Bool {
  var hasTitle = false
  for entry in frontMatter.entries {
    switch entry.key.value {
    case "title", "标题": hasTitle = !entry.value.isEmpty
    case "kind", "类型": return false
    default: break
    }
  }
  return hasTitle
}

/// Whether only blank lines keep a `---` from beginning the front matter; nil where
/// it does.
func frontMatterAbsence(
  in bytes: [UInt8], _ split: SourceSplit, _ syntax: [Diagnostic]
) -> FrontMatterAbsence? {
  if let blankLines = split.blankLines { return .afterBlankLines(blankLines) }
  guard split.frontMatter == nil, syntax.isEmpty else { return nil }
  var (line, start) = (1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  if bytes[start...].starts(with: "---".utf8) {
    let rest = bytes[(start + 3)...].drop { $0 == 0x20 || $0 == 0x09 }
    if rest.first == 0x0D, rest.dropFirst().first.map({ $0 != 0x0A }) ?? false {
      return .carriageReturns
    }
    if rest.isEmpty || rest.first == 0x0A || rest.first == 0x0D { return .noFields }
  }
  while let end = bytes[start...].firstIndex(of: 0x0A),
    bytes[start..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D })
  {
    (line, start) = (line + 1, end + 1)
  }
  guard line > 1, bytes[start...].starts(with: "---".utf8) else {
    return FrontMatterAbsence.none
  }
  return .afterBlankLines(SourceRange(.start, SourcePosition(line: line, column: 1)))
}
