/// The candidate most like `word`, if one is like enough to be what was meant:
/// at most a third of its scalars differ, and at least one edit is always allowed.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let target = Array(word.lowercased().unicodeScalars)
  guard !target.isEmpty, target.count <= 64 else { return nil }
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let letters = Array(candidate.lowercased().unicodeScalars)
    let allowed = max(1, max(letters.count, target.count) / 3)
    guard abs(letters.count - target.count) <= allowed, letters.count <= 64 else { continue }
    let distance = editDistance(target, letters)
    // A single Han character replaced by another is a different word, not a slip.
    guard distance <= allowed, distance < max(letters.count, target.count) else { continue }
    if let found = best, found.distance <= distance { continue }
    best = (distance, candidate)
  }
  return best?.name
}

/// Damerau's distance: insertions, removals, replacements and swapped neighbours.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforePrevious = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  for i in 1...a.count {
    var current = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      current[j] = min(replaced, previous[j] + 1, current[j - 1] + 1)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        current[j] = min(current[j], beforePrevious[j - 2] + 1)
      }
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.count]
}
