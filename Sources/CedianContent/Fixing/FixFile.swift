import CedianModel

/// A file after `check --fix`.
public struct FixedFile: Sendable {
  public var bytes: [UInt8]
  /// What was mended, in the order it was.
  public var fixed: [Diagnostic]
}

/// Mends what is provably safe and nothing else. A fix is kept only if the file
/// then says exactly what was read with every mistake mended in mind, the finding
/// is gone and no new one appears; everything else stays byte for byte. With
/// `sortsKeys` the front matter's fields are put into the order of the document's
/// kind.
///
/// `found` is what the check of the whole site has found in the file: what it
/// only offers is not made.
public func fixFile(
  _ file: SourceFile, found: [Diagnostic] = [], sortsKeys: Bool = false
) -> FixedFile {
  var result = FixedFile(bytes: file.bytes, fixed: [])
  let offered = found.filter { $0.fix?.certainty == .offered }
  var withheld: Set<String>?
  // One mistake can hide another; ten rounds are more than people write.
  for _ in 0..<10 {
    let reading = FileReading(SourceFile(path: file.path, bytes: result.bytes))
    var doubtful =
      withheld
      ?? Set(
        reading.found.filter { finding in
          offered.contains { $0.subject == finding.subject && $0.location == finding.location }
        }.filter(\.isMendable).map(\.subject))
    let mendable = reading.found.filter { $0.isMendable && !doubtful.contains($0.subject) }
    guard !mendable.isEmpty else { break }
    var round = FixRound(reading)
    round.add(mendable)
    doubtful.formUnion(round.refused.map(\.subject))
    withheld = doubtful
    guard let bytes = round.bytes else { break }
    result.bytes = bytes
    result.fixed += round.chosen
  }
  if sortsKeys, let sorted = sortedKeys(SourceFile(path: file.path, bytes: result.bytes)) {
    result.bytes = sorted.bytes
    result.fixed.append(sorted.finding)
  }
  return result
}

/// The fixes that hold together, made on one text.
private struct FixRound {
  let reading: FileReading
  let text: TextEdits
  /// With all that was chosen; nil while nothing is.
  var bytes: [UInt8]?
  var chosen: [Diagnostic] = []
  /// What cannot be mended although it looked so.
  var refused: [Diagnostic] = []
  private var attempts = 0

  init(_ reading: FileReading) {
    self.reading = reading
    text = TextEdits(reading.file.bytes)
  }

  /// Adds all of `findings`; where they do not hold, each half by itself.
  mutating func add(_ findings: [Diagnostic]) {
    guard let first = findings.first, attempts < 128 else { return }
    attempts += 1
    let (bytes, applied) = text.applying((chosen + findings).map { $0.fix?.edits ?? [] })
    let all = chosen + findings
    let made = applied.map { all[$0] }
    // What overlaps with something else waits for the next round.
    guard made.count > chosen.count else { return }
    if holds(bytes, by: made) {
      (self.bytes, chosen) = (bytes, made)
    } else if findings.count == 1 {
      refused.append(first)
    } else {
      let middle = findings.count / 2
      add(Array(findings[..<middle]))
      add(Array(findings[middle...]))
    }
  }

  /// Whether the mended file says what the author meant.
  private func holds(_ bytes: [UInt8], by fixes: [Diagnostic]) -> Bool {
    guard bytes != reading.file.bytes, let root = reading.root ?? unread(fixes) else {
      return false
    }
    let after = FileReading(SourceFile(path: reading.file.path, bytes: bytes))
    guard let mended = after.root else { return false }
    if reading.root == nil {
      // Nothing could be read before: now there are fields, all of them known.
      guard case .mapping(let entries) = mended.content, !entries.isEmpty else { return false }
      return !after.found.contains { $0.id == "unknown-key" }
    }
    let rewrites = fixes.compactMap { $0.fix?.rewrite }.map { ($0.range, $0) }
    let expected = root.rewritten(
      by: Dictionary(rewrites) { first, _ in first },
      written: { place in
        text.range(place).map { String(decoding: text.bytes[$0], as: UTF8.self) } ?? ""
      })
    guard Meaning(mended) == Meaning(expected), after.body.elementsEqual(reading.body) else {
      return false
    }
    let (old, new) = (reading.counts, after.counts)
    var gone: [String: Int] = [:]
    for finding in fixes { gone[finding.subject, default: 0] += 1 }
    return new.allSatisfy { $0.value <= old[$0.key, default: 0] - gone[$0.key, default: 0] }
  }

  /// A file that only lacks its front matter because of blank lines.
  private func unread(_ fixes: [Diagnostic]) -> Node? {
    fixes.allSatisfy { $0.id == "no-front-matter" }
      ? Node(.mapping([]), SourceRange(.start, .start)) : nil
  }
}
