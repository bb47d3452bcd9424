/// The changed parts of a document's text, section by section.
public struct SectionChange: Sendable {
  /// The section's heading; empty above the first one.
  public var heading: String
  public var blocks: [Block]

  /// A paragraph, list or table.
  public enum Block: Sendable, Hashable {
    case added(String)
    case removed(String)
    case changed(TextDiff)
  }
}

func sectionChanges(from old: String, to new: String) -> [SectionChange] {
  guard old != new else { return [] }
  let (a, b) = (sections(of: old), sections(of: new))
  var changes: [SectionChange] = []
  for section in b {
    let before = a.first { $0.heading == section.heading }?.blocks ?? []
    let blocks = blockChanges(from: before, to: section.blocks)
    if !blocks.isEmpty { changes.append(SectionChange(heading: section.heading, blocks: blocks)) }
  }
  for section in a where !b.contains(where: { $0.heading == section.heading }) {
    let blocks = section.blocks.map { SectionChange.Block.removed($0) }
    changes.append(SectionChange(heading: section.heading, blocks: blocks))
  }
  return changes
}

private func blockChanges(from old: [String], to new: [String]) -> [SectionChange.Block] {
  var blocks: [SectionChange.Block] = []
  var removed: [String] = []
  func flush() {
    blocks += removed.map { .removed($0) }
    removed = []
  }
  for (kind, run) in sequenceDiff(old, new) {
    switch kind {
    case .same: flush()
    case .removed:
      flush()
      removed = run
    case .added:
      // What was written anew in the place of something like it is a change of it.
      for block in run {
        let diffs = removed.map { TextDiff(from: $0, to: block) }
        let best = diffs.indices.max { diffs[$0].similarity < diffs[$1].similarity }
        if let best, diffs[best].similarity >= 0.3 {
          blocks.append(.changed(diffs[best]))
          removed.remove(at: best)
        } else {
          blocks.append(.added(block))
        }
      }
      flush()
    }
  }
  flush()
  return blocks
}

private func sections(of text: String) -> [(heading: String, blocks: [String])] {
  var found: [(heading: String, blocks: [String])] = [("", [])]
  var block: [Substring] = []
  var isFenced = false
  func close() {
    if !block.isEmpty { found[found.count - 1].blocks.append(block.joined(separator: "\n")) }
    block = []
  }
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let line = line.last == "\r" ? line.dropLast() : line
    if line.hasPrefix("```") || line.hasPrefix("~~~") { isFenced.toggle() }
    if !isFenced, line.hasPrefix("#"), let space = line.firstIndex(of: " "),
      line[..<space].allSatisfy({ $0 == "#" })
    {
      close()
      found.append((String(line[line.index(after: space)...]), []))
    } else if !isFenced, line.allSatisfy({ $0 == " " || $0 == "\t" }) {
      close()
    } else {
      block.append(line)
    }
  }
  close()
  return found.filter { !$0.heading.isEmpty || !$0.blocks.isEmpty }
}
