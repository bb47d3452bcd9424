import CedianModel

/// A document as it is compared. Its Markdown is not rendered: only what changed
/// is read, and only by its blocks. `names` gives channels and metrics theirs.
public func diffDocument(_ file: SourceFile, names: DiffNames? = nil) -> DiffDocument {
  if file.path.hasSuffix(".yml"),
    let settings = DiffDocument(settings: parseYAML(file).0, path: file.path)
  {
    return settings
  }
  let (frontMatter, split, found) = parseFrontMatter(file)
  var document = DiffDocument(
    Document(path: file.path, frontMatter: frontMatter, body: Body()),
    text: String(decoding: file.bytes[split.body], as: UTF8.self), names: names)
  document.isUnreadable = found.contains { $0.id == MergeConflict.id }
  return document
}

/// Whether both sides of a merge stand in the file, so that nothing can be compared.
public func holdsConflict(_ file: SourceFile) -> Bool { MergeConflict.check(file) != nil }

/// Whether a comparison shows the file by its fields.
public func isCompared(_ path: String) -> Bool {
  path.hasSuffix(".md") || path == "content/site.yml" || path == "content/metrics.yml"
}
