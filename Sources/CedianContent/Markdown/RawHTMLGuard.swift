/// Knows whether a comment, instruction, declaration or CDATA section that
/// begins in a paragraph also ends there.
///
/// libcmark looks for the end of each one up to the end of its paragraph, so
/// thousands of open ones would take quadratic time. The ends are looked up
/// once for each stretch of text between blank lines.
struct RawHTMLGuard {
  /// The stretch that `lastEnds` is about.
  private var stretch = 0..<0
  /// The last place in it of `-->`, `?>`, `]]>` and `>`.
  private var lastEnds = [Int](repeating: -1, count: 4)

  /// Whether the `<!` or `<?` at `i` has no end before the next blank line.
  mutating func isUnclosed(_ bytes: Bytes, at i: Int, end: Int) -> Bool {
    if !stretch.contains(i) { survey(bytes, from: i, end: end) }
    let kind: Int
    if bytes[i + 1] == 0x3F {
      kind = 1
    } else if i + 2 < end, bytes[i + 2] == 0x2D {
      kind = 0
    } else if i + 2 < end, bytes[i + 2] == 0x5B {
      kind = 2
    } else {
      kind = 3
    }
    return lastEnds[kind] <= i
  }

  private mutating func survey(_ bytes: Bytes, from i: Int, end: Int) {
    lastEnds = [-1, -1, -1, -1]
    var k = i
    var blank = false
    while k < end {
      let c = bytes[k]
      if c == 0x0A || c == 0x0D {
        if blank && c == 0x0A { break }
        blank = true
      } else if c != 0x20 && c != 0x09 && c != 0x3E {
        blank = false
      } else if c == 0x3E {
        lastEnds[3] = k
        if k > i, bytes[k - 1] == 0x3F { lastEnds[1] = k }
        if k > i + 1, bytes[k - 1] == 0x2D, bytes[k - 2] == 0x2D { lastEnds[0] = k }
        if k > i + 1, bytes[k - 1] == 0x5D, bytes[k - 2] == 0x5D { lastEnds[2] = k }
      }
      k += 1
    }
    stretch = i..<max(k, i + 1)
  }
}
