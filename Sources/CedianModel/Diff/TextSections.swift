/// The changed parts of a document's text, section by section.
public struct SectionChange: Sendable {
  /// The section's heading; empty above the first one.
  public var heading: String
  /// What it was called before; with its `#` where only the level changed.
  public var oldHeading: String?
  /// Stands at another place among the sections that both have.
  public var isMoved = false
  public var blocks: [Block]

  /// A paragraph, an item of a list or a row of a table.
  public enum Block: Sendable, Hashable {
    case added(String)
    case removed(String)
    case changed(TextDiff)
    /// Stands elsewhere among what is the same.
    case moved(String)
  }
}

func sectionChanges(from old: String, to new: String) -> [SectionChange] {
  guard old != new else { return [] }
  let texts = WrittenTexts(old, new)
  let (a, b) = (texts.old, texts.new)
  let twins = twins(of: b, in: a, texts)
  let kept = twins.compactMap { $0 }
  let moved = Set(movedItems(from: kept.sorted(), to: kept))
  var changes: [SectionChange] = []
  for (section, twin) in zip(b, twins) {
    let before = twin.map { a[$0] }
    var change = SectionChange(
      heading: section.heading,
      blocks: blockChanges(from: before?.blocks ?? [], to: section.blocks, texts))
    if let before, before.heading != section.heading {
      change.oldHeading = before.heading
    } else if let before, before.level != section.level {
      change.oldHeading = String(repeating: "#", count: before.level) + " " + before.heading
      change.heading = String(repeating: "#", count: section.level) + " " + section.heading
    }
    change.isMoved = twin.map(moved.contains) ?? false
    // An empty section is new or gone all the same.
    if !change.blocks.isEmpty || change.oldHeading != nil || change.isMoved || twin == nil {
      changes.append(change)
    }
  }
  for (index, section) in a.enumerated() where !kept.contains(index) {
    let blocks = section.blocks.map { SectionChange.Block.removed(texts.text($0)) }
    changes.append(SectionChange(heading: section.heading, blocks: blocks))
  }
  return changes
}

/// For each section of `new` the one it was: of the same heading, in order where
/// there are several, else one that says nearly the same.
private func twins(
  of new: [WrittenTexts.Section], in old: [WrittenTexts.Section], _ texts: WrittenTexts
) -> [Int?] {
  var left = Array(old.indices)
  var twins: [Int?] = new.map { section in
    left.firstIndex { old[$0].heading == section.heading }.map { left.remove(at: $0) }
  }
  for (index, section) in new.enumerated()
  where twins[index] == nil && !section.heading.isEmpty && !section.blocks.isEmpty && !left.isEmpty
  {
    let blocks = section.blocks.map(texts.text)
    twins[index] = left.firstIndex { candidate in
      let before = old[candidate].blocks.map(texts.text)
      let shared = blocks.count { before.contains($0) }
      return !old[candidate].heading.isEmpty && shared * 2 >= max(blocks.count, before.count)
        && shared > 0
    }.map { left.remove(at: $0) }
  }
  return twins
}

/// What both begin with, block for block, need not be read.
private func blockChanges(
  from old: [Int32], to new: [Int32], _ texts: WrittenTexts
) -> [SectionChange.Block] {
  guard old != new else { return [] }
  let isShort = old.count * new.count <= 4_000_000
  let same = isShort ? zip(old, new).prefix { $0 == $1 }.count : 0
  return blockChanges(
    from: old.dropFirst(same).map(texts.text), to: new.dropFirst(same).map(texts.text))
}

private func blockChanges(from old: [String], to new: [String]) -> [SectionChange.Block] {
  var blocks: [SectionChange.Block] = []
  var removed: [String] = []
  func flush() {
    blocks += removed.map { .removed($0) }
    removed = []
  }
  for (kind, run) in textsDiff(old, new) {
    switch kind {
    case .same: flush()
    case .removed:
      flush()
      removed = run
    case .added:
      // What was written anew in the place of something like it is a change of it.
      let changed = likest(removed, run)
      for (index, block) in run.enumerated() {
        blocks.append(changed[index].map { .changed($0.diff) } ?? .added(block))
      }
      let taken = Set(changed.values.map(\.old))
      removed = removed.indices.filter { !taken.contains($0) }.map { removed[$0] }
      flush()
    }
  }
  flush()
  return paired(blocks)
}

/// For blocks of `new` the one of `old` that each was: the most alike first, so
/// that a block put in before it does not take its place.
private func likest(_ old: [String], _ new: [String]) -> [Int: (old: Int, diff: TextDiff)] {
  var pairs: [(old: Int, new: Int, diff: TextDiff)] = []
  for (n, block) in new.enumerated() {
    // Of very many only the neighbours are looked at.
    let near =
      old.count * new.count <= 10_000 ? old.indices : max(0, n - 50)..<min(old.count, n + 50)
    for o in near {
      let diff = TextDiff(from: old[o], to: block)
      if diff.similarity >= 0.3 { pairs.append((o, n, diff)) }
    }
  }
  var found: [Int: (old: Int, diff: TextDiff)] = [:]
  var taken: Set<Int> = []
  let order = pairs.indices.sorted {
    pairs[$0].diff.similarity != pairs[$1].diff.similarity
      ? pairs[$0].diff.similarity > pairs[$1].diff.similarity : $0 < $1
  }
  for index in order where found[pairs[index].new] == nil && !taken.contains(pairs[index].old) {
    found[pairs[index].new] = (pairs[index].old, pairs[index].diff)
    taken.insert(pairs[index].old)
  }
  return found
}

/// What is removed at one place and added at another, word for word, has moved.
private func paired(_ blocks: [SectionChange.Block]) -> [SectionChange.Block] {
  var gone: [String: Int] = [:]
  for case .removed(let text) in blocks { gone[text, default: 0] += 1 }
  guard !gone.isEmpty else { return blocks }
  var moved: [String: Int] = [:]
  var shown = blocks.map { block -> SectionChange.Block in
    guard case .added(let text) = block, let count = gone[text], count > 0 else { return block }
    gone[text] = count - 1
    moved[text, default: 0] += 1
    return .moved(text)
  }
  shown.removeAll { block in
    guard case .removed(let text) = block, let count = moved[text], count > 0 else { return false }
    moved[text] = count - 1
    return true
  }
  return shown
}
