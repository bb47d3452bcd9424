import CedianModel

/// A document as it is compared. Its Markdown is not rendered: only what changed
/// is read, and only by its blocks.
public func diffDocument(_ file: SourceFile) -> DiffDocument {
  let (frontMatter, split, _) = parseFrontMatter(file)
  return DiffDocument(
    Document(path: file.path, frontMatter: frontMatter, body: Body()),
    text: String(decoding: file.bytes[split.body], as: UTF8.self))
}
