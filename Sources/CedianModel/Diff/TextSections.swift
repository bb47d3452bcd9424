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

private struct Section {
  var heading: String
  var level = 0
  var blocks: [String] = []
}

/// A section with its blocks as they were written, line by line.
private struct WrittenSection {
  var heading: String
  var level = 0
  var blocks: [WrittenBlock] = []
}

/// The lines of a block, told from others by their bytes.
private struct WrittenBlock: Hashable {
  var lines: [Substring]

  static func == (a: Self, b: Self) -> Bool {
    a.lines.elementsEqual(b.lines) { $0.utf8.elementsEqual($1.utf8) }
  }

  func hash(into hasher: inout Hasher) {
    for var line in lines {
      line.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      hasher.combine(UInt8(0x0A))
    }
  }
}

func sectionChanges(from old: String, to new: String) -> [SectionChange] {
  guard old != new else { return [] }
  let (a, b) = read(sections(of: old), sections(of: new))
  let twins = twins(of: b, in: a)
  let kept = twins.compactMap { $0 }
  let moved = Set(movedItems(from: kept.sorted(), to: kept))
  var changes: [SectionChange] = []
  for (section, twin) in zip(b, twins) {
    let before = twin.map { a[$0] }
    var change = SectionChange(
      heading: section.heading,
      blocks: blockChanges(from: before?.blocks ?? [], to: section.blocks))
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
    let blocks = section.blocks.map { SectionChange.Block.removed($0) }
    changes.append(SectionChange(heading: section.heading, blocks: blocks))
  }
  return changes
}

/// For each section of `new` the one it was: of the same heading, in order where
/// there are several, else one that says nearly the same.
private func twins(of new: [Section], in old: [Section]) -> [Int?] {
  var left = Array(old.indices)
  var twins: [Int?] = new.map { section in
    left.firstIndex { old[$0].heading == section.heading }.map { left.remove(at: $0) }
  }
  for (index, section) in new.enumerated()
  where twins[index] == nil && !section.heading.isEmpty && !section.blocks.isEmpty {
    twins[index] = left.firstIndex { candidate in
      let before = old[candidate]
      let shared = section.blocks.count { before.blocks.contains($0) }
      return !before.heading.isEmpty && shared * 2 >= max(section.blocks.count, before.blocks.count)
        && shared > 0
    }.map { left.remove(at: $0) }
  }
  return twins
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

/// The sections of two texts with their blocks as the page says them. What stands
/// written in both is the same however it is read, and most of two texts is.
private func read(
  _ old: [WrittenSection], _ new: [WrittenSection]
) -> ([Section], [Section]) {
  let shared = Set(old.flatMap(\.blocks)).intersection(new.flatMap(\.blocks))
  func read(_ written: WrittenSection) -> Section {
    Section(
      heading: written.heading, level: written.level,
      blocks: written.blocks.map {
        shared.contains($0) ? $0.lines.joined(separator: "\n") : proseText($0.lines)
      })
  }
  return (old.map(read), new.map(read))
}

private func sections(of text: String) -> [WrittenSection] {
  var found = [WrittenSection(heading: "")]
  var block: [Substring] = []
  var isFenced = false
  func close() {
    if !block.isEmpty { found[found.count - 1].blocks.append(WrittenBlock(lines: block)) }
    block = []
  }
  // By bytes: a history reads thousands of texts, and characters take ten times as long.
  for bytes in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
    let line = Substring(bytes.last == 0x0D ? bytes.dropLast() : bytes)
    let text = line.utf8.drop { $0 == 0x20 || $0 == 0x09 }
    let isFence = text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8)
    // Code is a block of its own, so that its lines stay lines.
    if isFence, !isFenced { close() }
    if isFence { isFenced.toggle() }
    if !isFenced, line.utf8.first == UInt8(ascii: "#"), let space = line.utf8.firstIndex(of: 0x20),
      line[..<space].utf8.allSatisfy({ $0 == UInt8(ascii: "#") })
    {
      close()
      found.append(
        WrittenSection(
          heading: heading(line[line.index(after: space)...]),
          level: line[..<space].utf8.count))
    } else if !isFenced, text.isEmpty {
      close()
    } else {
      // So that one changed item or row is not the whole list or table.
      if !isFenced, beginsItem(line) { close() }
      block.append(line)
      if isFence, !isFenced { close() }
    }
  }
  close()
  return found.filter { !$0.heading.isEmpty || !$0.blocks.isEmpty }
}

/// A heading's words: blanks around them and `#` behind them are none.
private func heading(_ rest: Substring) -> String {
  var words = rest.drop { $0 == " " }
  while words.last == " " || words.last == "\t" { words.removeLast() }
  let closed = words.reversed().prefix { $0 == "#" }.count
  if closed > 0, closed == words.count || words.dropLast(closed).last == " " {
    words.removeLast(closed)
    while words.last == " " { words.removeLast() }
  }
  return String(words)
}

/// Whether the line is a row of a table or begins an item of a list.
private func beginsItem(_ line: Substring) -> Bool {
  let text = line.utf8.drop { $0 == 0x20 }
  guard let first = text.first else { return false }
  switch first {
  case UInt8(ascii: "|"): return true
  case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
    return text.dropFirst().first == 0x20
  case UInt8(ascii: "0")...UInt8(ascii: "9"):
    let rest = text.drop { (0x30...0x39).contains($0) }
    let isMark = rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")")
    return isMark && rest.dropFirst().first == 0x20
  default: return false
  }
}
