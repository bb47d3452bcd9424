import CedianModel

/// Changes that let the rest of a block be read, with the way back: places in
/// the repaired text become places in the file. No repair adds or removes a line.
struct Repairs {
  struct Repair {
    var line: Int
    var range: Range<Int>
    var replacement: [UInt8]
  }

  private(set) var all: [Repair] = []
  /// Lines rewritten after libyaml refused them.
  private(set) var rewritten: Set<Int> = []

  var isEmpty: Bool { all.isEmpty }

  mutating func add(_ range: Range<Int>, line: Int, _ replacement: String) {
    let clashes = all.contains { $0.line == line && $0.range.overlaps(range) }
    if !clashes { all.append(Repair(line: line, range: range, replacement: Array(replacement.utf8))) }
  }

  /// Replaces what earlier repairs made of `range`.
  mutating func rewrite(_ range: Range<Int>, line: Int, _ replacement: String) {
    all.removeAll {
      $0.line == line && $0.range.lowerBound >= range.lowerBound
        && $0.range.upperBound <= range.upperBound
    }
    rewritten.insert(line)
    add(range, line: line, replacement)
  }

  /// The block's text with every repair made.
  func apply(to block: YAMLBlock) -> RepairedText {
    guard !all.isEmpty else { return RepairedText(bytes: block.bytes, range: block.range) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(block.range.count + 64)
    var shifts: [Int: [RepairedText.Shift]] = [:]
    var offset = block.range.lowerBound
    for repair in all.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard repair.range.lowerBound >= offset else { continue }
      bytes += block.bytes[offset..<repair.range.lowerBound]
      bytes += repair.replacement
      offset = repair.range.upperBound
      shifts[repair.line, default: []].append(
        RepairedText.Shift(
          column: block.scalarCount(block.lines[repair.line].lowerBound..<repair.range.lowerBound),
          removed: block.scalarCount(repair.range),
          inserted: repair.replacement.reduce(0) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }))
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
