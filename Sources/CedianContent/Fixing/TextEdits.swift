import CedianModel

/// Edits by place made on bytes. What the edits do not name stays byte for byte.
struct TextEdits {
  private let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    self.starts = starts
  }

  /// Groups of edits, each made whole or not at all: of groups that overlap the
  /// first wins. Nil for a group that names a place the text does not have.
  func applying(_ groups: [[Diagnostic.Edit]]) -> (bytes: [UInt8], applied: [Int]) {
    var taken: [(range: Range<Int>, replacement: String)] = []
    var applied: [Int] = []
    for (index, group) in groups.enumerated() {
      let edits = group.compactMap { edit in
        range(edit.range).map { (range: $0, replacement: edit.replacement) }
      }
      guard edits.count == group.count,
        !edits.contains(where: { edit in taken.contains { touches($0.range, edit.range) } })
      else { continue }
      taken += edits
      applied.append(index)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var at = 0
    for edit in taken.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += bytes[at..<edit.range.lowerBound]
      result += edit.replacement.utf8
      at = edit.range.upperBound
    }
    result += bytes[at...]
    return (result, applied)
  }

  private func touches(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.overlaps(b) || a.lowerBound == b.lowerBound
  }

  private func range(_ range: SourceRange) -> Range<Int>? {
    guard let start = offset(range.start), let end = offset(range.end), start <= end else {
      return nil
    }
    return start..<end
  }

  /// The byte at a line and a column that counts Unicode scalars.
  private func offset(_ position: SourcePosition) -> Int? {
    let line = Int(position.line)
    guard line >= 1, line <= starts.count, position.column >= 1 else { return nil }
    var at = starts[line - 1]
    let end = line < starts.count ? starts[line] : bytes.count
    for _ in 1..<max(1, Int(position.column)) {
      guard at < end else { return nil }
      at += 1
      while at < end, bytes[at] & 0xC0 == 0x80 { at += 1 }
    }
    return at
  }
}
