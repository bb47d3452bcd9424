import CedianModel

/// Changes that let the rest of a block be read, with the way back: places in
/// the repaired text become places in the file. No repair adds or removes a line.
struct Repairs {
  struct Repair {
    var line: Int
    var range: Range<Int>
    var replacement: [UInt8]
  }

  /// By line, from 0.
  private(set) var all: [Int: [Repair]] = [:]
  /// Lines rewritten after libyaml refused them.
  private(set) var rewritten: Set<Int> = []

  mutating func add(_ range: Range<Int>, line: Int, _ replacement: String) {
    let clashes = all[line]?.contains { $0.range.overlaps(range) } ?? false
    if !clashes { addFree(range, line: line, replacement) }
  }

  /// Like `add`, where the caller knows that nothing overlaps.
  mutating func addFree(_ range: Range<Int>, line: Int, _ replacement: String) {
    all[line, default: []].append(
      Repair(line: line, range: range, replacement: Array(replacement.utf8)))
  }

  /// Replaces what earlier repairs made of `range`.
  mutating func rewrite(_ range: Range<Int>, line: Int, _ replacement: String) {
    all[line]?.removeAll {
      $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound
    }
    rewritten.insert(line)
    add(range, line: line, replacement)
  }

  /// Whether the whole line has been blanked.
  func blanks(_ range: Range<Int>, line: Int) -> Bool {
    all[line]?.contains { $0.range == range && $0.replacement.isEmpty } ?? false
  }

  private static func before(_ a: Repair, _ b: Repair) -> Bool {
    (a.range.lowerBound, a.range.upperBound) < (b.range.lowerBound, b.range.upperBound)
  }

  /// The block's text with every repair made.
  func apply(to block: YAMLBlock) -> RepairedText {
    guard !all.isEmpty else { return RepairedText(bytes: block.bytes, range: block.range) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(block.range.count + 64)
    var shifts: [Int: [RepairedText.Shift]] = [:]
    var offset = block.range.lowerBound
    for repair in all.values.joined().sorted(by: Self.before) {
      guard repair.range.lowerBound >= offset else { continue }
      bytes += block.bytes[offset..<repair.range.lowerBound]
      bytes += repair.replacement
      offset = repair.range.upperBound
      let removed = block.scalarCount(repair.range)
      let inserted = repair.replacement.reduce(0) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
      // One for one moves nothing; a line may hold very many of these.
      guard removed != inserted || removed > 1 else { continue }
      shifts[repair.line, default: []].append(
        RepairedText.Shift(
          column: block.scalarCount(block.lines[repair.line].lowerBound..<repair.range.lowerBound),
          removed: removed, inserted: inserted))
    }
    bytes += block.bytes[offset..<block.range.upperBound]
    return RepairedText(bytes: bytes, range: bytes.indices, shifts: shifts)
  }
}

struct RepairedText {
  struct Shift {
    /// In the file, from 0.
    var column: Int
    var removed: Int
    var inserted: Int
  }

  var bytes: [UInt8]
  var range: Range<Int>
  /// By line from 0, in the order of columns; empty where nothing was repaired.
  var shifts: [Int: [Shift]] = [:]

  /// The file's column of a column of the text, both from 0.
  func column(_ column: Int, line: Int) -> Int {
    guard !shifts.isEmpty, let found = shifts[line] else { return column }
    var moved = 0
    for shift in found {
      let start = shift.column + moved
      if column <= start { break }
      if column < start + shift.inserted {
        return shift.column + min(column - start, shift.removed)
      }
      moved += shift.inserted - shift.removed
    }
    return column - moved
  }
}
