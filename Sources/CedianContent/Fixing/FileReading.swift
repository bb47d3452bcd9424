import CedianModel

/// What one file's front matter or settings say, and what is wrong with them;
/// all that `--fix` needs to know, at a fraction of a check's cost.
struct FileReading {
  let file: SourceFile
  /// As far as it can be read with every mistake mended in mind.
  var root: Node?
  /// After the front matter; of settings nothing.
  var body: ArraySlice<UInt8> = []
  var found: [Diagnostic] = []

  init(_ file: SourceFile) {
    self.file = file
    switch file.path {
    case "content/site.yml":
      let (node, syntax) = parseYAML(file)
      let (_, values) = decodeSite(node, path: file.path, reportsForms: true)
      (root, found) = (node, syntax + spelled(values, in: file, node))
    case "content/metrics.yml":
      let (node, syntax) = parseYAML(file)
      let (_, values) = decodeMetrics(node, path: file.path)
      (root, found) = (node, syntax + spelled(values, in: file, node))
    case let path where path.hasSuffix(".md"):
      let (frontMatter, split, syntax) = parseFrontMatter(file)
      let absence = frontMatterAbsence(in: file.bytes, split, syntax)
      let document = Document(
        path: file.path, frontMatter: frontMatter, absence: absence, body: Body())
      let (_, values) = decodeDocument(document, reportsForms: true)
      root = frontMatter?.node
      body = file.bytes[split.body]
      found = syntax + spelled(values, in: file, root)
    default: break
    }
    found = found.settlingFixes()
  }

  /// How often each thing is found.
  var counts: [String: Int] {
    var counts: [String: Int] = [:]
    for finding in found { counts[finding.subject, default: 0] += 1 }
    return counts
  }
}

extension Diagnostic {
  /// What a finding says, wherever it stands.
  var subject: String { id + "\u{0}" + message.zh }
}

extension FrontMatter {
  /// The entries as one value.
  var node: Node { Node(.mapping(entries), SourceRange(opening.end, closing.start)) }
}
