/// How far the parts of links reach in a block's text. libcmark has found the
/// links; this only retraces its steps, so that each one's place is known.
enum LinkSyntax {
  /// After the `]` of the label that begins at `i`.
  static func labelEnd(_ text: Bytes, at i: Int) -> Int? {
    guard i < text.count, text[i] == 0x5B else { return nil }
    var k = i + 1
    while k < text.count, k - i <= 1001 {
      switch text[k] {
      case 0x5D: return k + 1
      case 0x5B: return nil
      case 0x5C: k += k + 1 < text.count && isASCIIPunctuation(text[k + 1]) ? 2 : 1
      default: k += 1
      }
    }
    return nil
  }

  /// After the address that begins at `i`.
  static func destinationEnd(_ text: Bytes, at i: Int) -> Int? {
    guard i < text.count else { return nil }
    var k = i
    if text[i] == 0x3C {
      k += 1
      while k < text.count {
        switch text[k] {
        case 0x3E: return k + 1
        case 0x5C: k += 2
        case 0x0A, 0x3C: return nil
        default: k += 1
        }
      }
      return nil
    }
    var depth = 0
    scan: while k < text.count {
      switch text[k] {
      case 0x5C where k + 1 < text.count && isASCIIPunctuation(text[k + 1]): k += 2
      case 0x28:
        depth += 1
        if depth > 32 { return nil }
        k += 1
      case 0x29:
        if depth == 0 { break scan }
        depth -= 1
        k += 1
      case let c where isASCIISpace(c):
        if k == i { return nil }
        break scan
      default: k += 1
      }
    }
    return depth == 0 ? k : nil
  }

  /// After the title that begins at `i`.
  static func titleEnd(_ text: Bytes, at i: Int) -> Int? {
    guard i < text.count else { return nil }
    let close: UInt8
    switch text[i] {
    case 0x22, 0x27: close = text[i]
    case 0x28: close = 0x29
    default: return nil
    }
    var k = i + 1
    while k < text.count {
      if text[k] == 0x5C {
        k += 2
        continue
      }
      if text[k] == close { return k + 1 }
      if close == 0x29, text[k] == 0x28 { return nil }
      k += 1
    }
    return nil
  }

  /// After the `)` of `(address "title")` that begins at `i`.
  static func inlineTailEnd(_ text: Bytes, at i: Int) -> Int? {
    guard i < text.count, text[i] == 0x28 else { return nil }
    let start = skipSpace(text, from: i + 1)
    guard let address = destinationEnd(text, at: start) else { return nil }
    var k = skipSpace(text, from: address)
    if k > address, let title = titleEnd(text, at: k) { k = skipSpace(text, from: title) }
    return k < text.count && text[k] == 0x29 ? k + 1 : nil
  }

  /// After the line of the reference definition that begins at `i`.
  static func definitionEnd(_ text: Bytes, at i: Int) -> Int? {
    guard let label = labelEnd(text, at: i), label > i + 2, label < text.count,
      text[label] == 0x3A,
      text[(i + 1)..<(label - 1)].contains(where: { !isASCIISpace($0) }),
      let address = destinationEnd(text, at: skipLine(text, from: label + 1))
    else { return nil }
    let titleStart = skipLine(text, from: address)
    if titleStart > address, let title = titleEnd(text, at: titleStart),
      let end = lineEnd(text, from: title)
    {
      return end
    }
    return lineEnd(text, from: address)
  }

  private static func skipSpace(_ text: Bytes, from i: Int) -> Int {
    var k = i
    while k < text.count, isASCIISpace(text[k]) { k += 1 }
    return k
  }

  /// Past spaces and at most one line end.
  private static func skipLine(_ text: Bytes, from i: Int) -> Int {
    var k = i
    while k < text.count, isBlank(text[k]) { k += 1 }
    if k < text.count, text[k] == 0x0A { k += 1 }
    while k < text.count, isBlank(text[k]) { k += 1 }
    return k
  }

  private static func lineEnd(_ text: Bytes, from i: Int) -> Int? {
    var k = i
    while k < text.count, isBlank(text[k]) { k += 1 }
    if k == text.count { return k }
    return text[k] == 0x0A ? k + 1 : nil
  }
}

/// Where a paragraph's own text begins, after the reference definitions that
/// libcmark has taken out of it. Lines are joined by `\n`.
func skipDefinitions(_ text: Bytes) -> Int {
  var i = 0
  while i < text.count, text[i] == 0x5B, let end = LinkSyntax.definitionEnd(text, at: i) { i = end }
  return i
}

/// How many lines such definitions take.
func definitionLines(_ lines: [ContentLine], of bytes: [UInt8]) -> Int {
  join(lines, of: bytes).withUnsafeBufferPointer { text in
    text[..<skipDefinitions(text)].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }
}

/// The lines as one text.
func join(_ lines: [ContentLine], of bytes: [UInt8]) -> [UInt8] {
  guard let first = lines.first else { return [] }
  var text = Array(bytes[first.range])
  for line in lines.dropFirst() {
    text.append(0x0A)
    text.append(contentsOf: bytes[line.range])
  }
  return text
}
