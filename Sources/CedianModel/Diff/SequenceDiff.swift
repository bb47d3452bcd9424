/// The shortest way from `a` to `b`, in runs. Beyond four million comparisons the
/// whole counts as replaced: nobody reads such a change by its characters.
func sequenceDiff<T: Hashable>(_ a: [T], _ b: [T]) -> [(TextDiff.Kind, [T])] {
  var numbers: [T: Int32] = [:]
  return shown(numberedDiff(numbered(a, &numbers), numbered(b, &numbers)), a, b)
}

/// Of texts, which are told apart by their bytes where that is enough: hashing them as
/// Unicode has them takes ten times as long.
func textsDiff(_ a: [String], _ b: [String]) -> [(TextDiff.Kind, [String])] {
  guard (a + b).allSatisfy({ $0.withBytes(isPlainText) }) else { return sequenceDiff(a, b) }
  var numbers: [TextBytes: Int32] = [:]
  return shown(
    numberedDiff(
      numbered(a.map(TextBytes.init), &numbers), numbered(b.map(TextBytes.init), &numbers)), a, b)
}

/// A text as its bytes.
private struct TextBytes: Hashable {
  var text: String

  static func == (a: Self, b: Self) -> Bool { a.text.hasSameBytes(as: b.text) }

  func hash(into hasher: inout Hasher) {
    text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

private func numbered<T: Hashable>(_ items: [T], _ numbers: inout [T: Int32]) -> [Int32] {
  items.map { item in
    if let known = numbers[item] { return known }
    let next = Int32(numbers.count)
    numbers[item] = next
    return next
  }
}

private func shown<T>(
  _ runs: [(TextDiff.Kind, Range<Int>)], _ a: [T], _ b: [T]
) -> [(TextDiff.Kind, [T])] {
  runs.map { kind, run in (kind, Array(kind == .added ? b[run] : a[run])) }
}

/// Where the runs stand: what was added in `b`, the rest in `a`. Equal items have
/// equal numbers.
func numberedDiff(_ a: [Int32], _ b: [Int32]) -> [(TextDiff.Kind, Range<Int>)] {
  func whole() -> [(TextDiff.Kind, Range<Int>)] {
    [(.removed, a.indices), (.added, b.indices)].filter { !$0.1.isEmpty }
  }
  guard !a.isEmpty, !b.isEmpty, a.count * b.count <= 4_000_000 else { return whole() }
  var start = 0
  // Read from the front, what both begin with is the same.
  while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
  let width = b.count - start + 1
  // The length of the longest common sequence of what is left of both.
  var lengths = [Int32](repeating: 0, count: (a.count - start + 1) * width)
  lengths.withUnsafeMutableBufferPointer { lengths in
    for i in stride(from: a.count - 1, through: start, by: -1) {
      let (row, item) = ((i - start) * width, a[i])
      for j in stride(from: b.count - start - 1, through: 0, by: -1) {
        lengths[row + j] =
          item == b[start + j]
          ? lengths[row + width + j + 1] + 1
          : max(lengths[row + width + j], lengths[row + j + 1])
      }
    }
  }
  var runs: [(TextDiff.Kind, Range<Int>)] = start > 0 ? [(.same, 0..<start)] : []
  func add(_ kind: TextDiff.Kind, _ index: Int) {
    if let last = runs.indices.last, runs[last].0 == kind {
      runs[last].1 = runs[last].1.lowerBound..<index + 1
    } else {
      runs.append((kind, index..<index + 1))
    }
  }
  var (i, j) = (start, start)
  while i < a.count || j < b.count {
    if i < a.count, j < b.count, a[i] == b[j] {
      add(.same, i)
      (i, j) = (i + 1, j + 1)
    } else if j == b.count
      || (i < a.count
        && lengths[(i + 1 - start) * width + j - start]
          >= lengths[(i - start) * width + j + 1 - start])
    {
      add(.removed, i)
      i += 1
    } else {
      add(.added, j)
      j += 1
    }
  }
  return runs
}
