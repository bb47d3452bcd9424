import CedianModel

/// A file after `check --fix`.
public struct FixedFile: Sendable {
  public var bytes: [UInt8]
  /// What was mended, in the order it was.
  public var fixed: [Diagnostic]
}

/// Mends what is provably safe and nothing else: a fix is kept only if no letter
/// of the text is lost, no new finding appears, and the front matter then reads
/// as it was meant. Everything else stays byte for byte. With `sortsKeys` the
/// front matter's fields are put into the order of the document's kind.
public func fixFile(_ file: SourceFile, sortsKeys: Bool = false) -> FixedFile {
  var result = FixedFile(bytes: file.bytes, fixed: [])
  // One mistake can hide another; ten rounds are more than people write.
  for _ in 0..<10 {
    let current = SourceFile(path: file.path, bytes: result.bytes)
    let fixable = findings(in: current).filter(isSafe) + numberForms(in: current)
    guard !fixable.isEmpty else { break }
    guard let (bytes, fixed) = fixing(current, fixable) else { break }
    result.bytes = bytes
    result.fixed += fixed
  }
  if sortsKeys, let sorted = sortedKeys(SourceFile(path: file.path, bytes: result.bytes)) {
    result.bytes = sorted.bytes
    result.fixed.append(sorted.finding)
  }
  return result
}

/// All fixes at once, or where they do not hold together one by one; nil where
/// none holds.
private func fixing(
  _ file: SourceFile, _ fixable: [Diagnostic]
) -> (bytes: [UInt8], fixed: [Diagnostic])? {
  let edits = fixable.map { $0.fix?.edits ?? [] }
  let (bytes, applied) = TextEdits(file.bytes).applying(edits)
  let chosen = applied.map { fixable[$0] }
  if !chosen.isEmpty, holds(file, becomes: bytes, by: chosen) { return (bytes, chosen) }
  for finding in fixable where fixable.count > 1 {
    let (bytes, applied) = TextEdits(file.bytes).applying([finding.fix?.edits ?? []])
    if !applied.isEmpty, holds(file, becomes: bytes, by: [finding]) { return (bytes, [finding]) }
  }
  return nil
}

/// What reading the file by itself finds.
func findings(in file: SourceFile) -> [Diagnostic] {
  switch readFile(file, options: MarkdownOptions()) {
  case .document(_, let found), .site(_, let found), .metrics(_, let found),
    .results(_, let found), .asset(_, let found):
    found
  }
}

private func isSafe(_ finding: Diagnostic) -> Bool {
  guard let fix = finding.fix, !fix.edits.isEmpty else { return false }
  return [
    "full-width-colon", "tab-indent", "front-matter-syntax", "hash-comment", "wrong-type",
    "no-front-matter",
  ].contains(finding.id)
}

/// Whether the mended file says what the author meant.
private func holds(
  _ file: SourceFile, becomes bytes: [UInt8], by fixes: [Diagnostic]
) -> Bool {
  guard bytes != file.bytes, letters(bytes) == letters(file.bytes) else { return false }
  let mended = SourceFile(path: file.path, bytes: bytes)
  var known: [String: Int] = [:]
  for finding in findings(in: file) { known[finding.id + finding.message.zh, default: 0] += 1 }
  for finding in findings(in: mended) {
    let count = known[finding.id + finding.message.zh, default: 0] - 1
    // A mistake that hid another one may bring it to light: its own line tells.
    if count < 0, !fixes.contains(where: { $0.id == "no-front-matter" }) { return false }
    known[finding.id + finding.message.zh] = count
  }
  // A list written with 、 and a value cut by a comma read otherwise than before
  // they are mended: there the letters and the findings vouch for them.
  if fixes.contains(where: { ["wrong-type", "no-front-matter"].contains($0.id) }) { return true }
  return meaning(file) == meaning(mended)
}

/// Everything but what a fix may add, take away or change the width of.
private func letters(_ bytes: [UInt8]) -> [Unicode.Scalar] {
  let loose: Set<Unicode.Scalar> = [
    " ", "\t", "\u{3000}", "\u{A0}", "\n", "\r", "\"", "'", "[", "]", ",", "，", "、", ";", "；", ":",
    "：", "\\", "}",
  ]
  return String(decoding: bytes, as: UTF8.self).unicodeScalars.compactMap { scalar in
    loose.contains(scalar) ? nil : foldedWidth(scalar)
  }
}

/// A full-width digit or sign as its half-width form.
private func foldedWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  (0xFF01...0xFF5E).contains(scalar.value)
    ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
}

/// The front matter without places and styles, numbers in half width.
private func meaning(_ file: SourceFile) -> Meaning? {
  if file.path.hasSuffix(".yml") { return parseYAML(file).0.map { Meaning($0) } }
  return parseFrontMatter(file).frontMatter.map { Meaning($0.entries) }
}

private indirect enum Meaning: Equatable {
  case text(String)
  case list([Meaning])
  case fields([Field])

  struct Field: Equatable {
    var key: String
    var value: Meaning
  }

  init(_ node: Node) {
    switch node.content {
    case .scalar(let text, _): self = .text(halfWidthDigits(in: text) ?? text)
    case .sequence(let items): self = .list(items.map { Meaning($0) })
    case .mapping(let entries): self.init(entries)
    }
  }

  init(_ entries: [Node.Entry]) {
    self = .fields(entries.map { Field(key: $0.key.value, value: Meaning($0.value)) })
  }
}
