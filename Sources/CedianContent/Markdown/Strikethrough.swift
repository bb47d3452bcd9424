/// A tilde run that begins or ends a strikethrough.
struct Strike {
  /// The text node and the offset of the run's mark in the pool.
  var node: Int
  var offset: Int
  var opens: Bool
}

/// Pairs the tilde runs of a block. Runs pair when they are siblings in the
/// tree and equally long, so that `<del>` nests in what libcmark has found.
func resolveStrikes(_ tree: TreeView, in range: Range<Int>) -> [Strike] {
  var found: [Strike] = []
  // Per open parent: its runs that may open, single and double apart.
  var levels: [(end: Int, single: [Int], double: [Int])] = [(range.upperBound, [], [])]
  var candidates: [Strike] = []
  for i in range {
    while levels.count > 1, let last = levels.last, last.end <= i { levels.removeLast() }
    let node = tree.nodes[i]
    switch node.kind {
    case .emphasis, .strong, .link, .image: levels.append((Int(node.end), [], []))
    case .text: pair(node.text.range, node: i)
    default: break
    }
  }
  found.sort { ($0.offset) < ($1.offset) }
  return found

  func pair(_ text: Range<Int>, node: Int) {
    var k = text.lowerBound
    let level = levels.count - 1
    while k + 2 < text.upperBound {
      guard tree.pool.isMark(at: k) else {
        k += 1
        continue
      }
      let mark = Sentinel(rawValue: tree.pool[k + 2])
      let candidate = Strike(node: node, offset: k, opens: true)
      let id = candidates.count
      switch mark {
      case .tildeOpens:
        candidates.append(candidate)
        levels[level].single.append(id)
      case .tildesOpen:
        candidates.append(candidate)
        levels[level].double.append(id)
      case .tildeCloses: _ = close(candidate, level: level, double: false)
      case .tildesClose: _ = close(candidate, level: level, double: true)
      case .tildesBoth:
        if !close(candidate, level: level, double: true) {
          candidates.append(candidate)
          levels[level].double.append(id)
        }
      default: break
      }
      k += 3
    }
  }

  func close(_ closer: Strike, level: Int, double: Bool) -> Bool {
    let opener = double ? levels[level].double.popLast() : levels[level].single.popLast()
    guard let opener else { return false }
    // Openers inside the new pair can no longer close.
    while let last = levels[level].single.last, last > opener { levels[level].single.removeLast() }
    while let last = levels[level].double.last, last > opener { levels[level].double.removeLast() }
    found.append(candidates[opener])
    var closer = closer
    closer.opens = false
    found.append(closer)
    return true
  }
}
