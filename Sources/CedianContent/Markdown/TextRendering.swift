import CedianModel

extension MarkdownRenderer {
  /// Writes a text node: escapes it, turns its marks into what they stand for
  /// and takes out the rest.
  mutating func writeText(
    _ node: Int, _ range: Range<Int>, inLink: Bool, strikes: inout ArraySlice<Strike>
  ) {
    var run = range.lowerBound
    let end = range.upperBound
    var linkIsOpen = false
    while true {
      let i = nextEscape(tree.pool, from: run, end: end)
      html.append(tree.pool, in: run..<i)
      guard i < end else { break }
      let next = markEnd(tree.pool, at: i, end: end, marks: true)
      if next > i {
        run = writeMark(
          at: i, next: next, end: end, node: node, inLink: inLink, linkIsOpen: &linkIsOpen,
          strikes: &strikes)
        continue
      }
      if let entity = entity(of: tree.pool[i], replacesControls: true) {
        html.append(entity)
      } else {
        html.append(tree.pool[i])
      }
      run = i + 1
    }
    if linkIsOpen { html.append("</a>") }
  }

  /// Returns the offset to go on at.
  private mutating func writeMark(
    at i: Int, next: Int, end: Int, node: Int, inLink: Bool, linkIsOpen: inout Bool,
    strikes: inout ArraySlice<Strike>
  ) -> Int {
    switch Sentinel(rawValue: tree.pool[i + 2]) {
    case .tildeOpens, .tildeCloses, .tildesOpen, .tildesClose, .tildesBoth:
      writeStrike(at: i, strikes: &strikes)
    case .footnote:
      if !inLink, !linkIsOpen, let after = writeFootnoteReference(at: i, end: end, node: node) {
        return after
      }
    case .linkStart:
      if !inLink, !linkIsOpen, let stop = linkEnd(from: next, end: end) {
        openBareLink(next..<stop)
        linkIsOpen = true
      }
    case .wideLink: reportWideLink(at: i, end: end, node: node)
    case .linkEnd:
      if linkIsOpen { html.append("</a>") }
      linkIsOpen = false
    case .footnoteItem: html.dropFootnoteBullet()
    default: break
    }
    return next
  }

  /// Says of `[方案]（../x.md）` that it is no link, where an address stands there.
  private mutating func reportWideLink(at i: Int, end: Int, node: Int) {
    let open = i + 6
    var close = open
    let mark: [UInt8] = [0xEF, 0xBC, 0x89]
    while close < end, close - open < 300, !tree.pool[close..<end].starts(with: mark) { close += 1 }
    guard close < end, tree.pool[close..<end].starts(with: mark),
      let start = tree.pool[max(0, i - 300)..<i].lastIndex(of: 0x5B)
    else { return }
    var (label, address): ([UInt8], [UInt8]) = ([], [])
    appendStripped(tree.pool, start..<i, to: &label)
    appendStripped(tree.pool, open..<close, to: &address)
    let written = String(decoding: address, as: UTF8.self)
    let isAddress =
      written.hasSuffix(".md") || written.contains(".md#")
      || ["http://", "https://", "../", "./"].contains(where: written.hasPrefix)
    guard isAddress, !written.contains(where: \.isWhitespace) else { return }
    diagnostics.append(
      wideLink(
        String(decoding: label, as: UTF8.self), written, at: location(place(ofLink: node, text: i)))
    )
  }

  private mutating func writeStrike(at i: Int, strikes: inout ArraySlice<Strike>) {
    while let first = strikes.first, first.offset < i { strikes.removeFirst() }
    guard let strike = strikes.first, strike.offset == i else { return }
    strikes.removeFirst()
    let isDouble = tree.pool[i + 2] >= Sentinel.tildesOpen.rawValue
    html.removeLast(isDouble ? 2 : 1)
    html.append(strike.opens ? "<del>" : "</del>")
  }

  private func linkEnd(from start: Int, end: Int) -> Int? {
    var k = start
    while k + 2 < end {
      if tree.pool[k] == Sentinel.lead {
        if tree.pool.has(.linkEnd, at: k) { return k }
        if tree.pool.has(.linkStart, at: k) { return nil }
      }
      k += 1
    }
    return nil
  }

  private mutating func openBareLink(_ range: Range<Int>) {
    html.append("<a href=\"")
    let text = tree.pool[range]
    var isWeb = true
    if range.count > 3, text.prefix(3).allSatisfy({ $0 | 0x20 == 0x77 }),
      text[range.lowerBound + 3] == 0x2E
    {
      html.append("http://")
    } else if !hasScheme(text) {
      html.append("mailto:")
      isWeb = false
    }
    html.append(address: tree.pool, in: range, marks: true)
    html.append(isWeb ? "\" rel=\"noopener\">" : "\">")
  }

  private func hasScheme(_ text: Slice<Bytes>) -> Bool {
    guard let colon = text.firstIndex(of: 0x3A), colon + 2 < text.endIndex else { return false }
    return text[colon + 1] == 0x2F && text[colon + 2] == 0x2F
  }
}
