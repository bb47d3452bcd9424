/// Where an address leads.
enum AddressKind {
  /// No scheme and no host: within the site.
  case `internal`
  /// Another site: `http:`, `https:` or `//host`.
  case web
  /// Another scheme, such as `mailto:`.
  case other
}

extension MarkdownRenderer {
  func addressKind(_ range: Range<Int>) -> AddressKind {
    let text = tree.pool[range]
    switch text.first {
    case 0x2F: return text.dropFirst().first == 0x2F ? .web : .internal
    case nil, 0x2E, 0x23: return .internal
    default: break
    }
    guard let scheme = scheme(of: range) else { return .internal }
    return scheme == "http" || scheme == "https" ? .web : .other
  }

  /// Whether a browser would run or read what the address names:
  /// `javascript:`, `vbscript:`, `file:`, and `data:` except pictures.
  func isUnsafeAddress(_ range: Range<Int>, image: Bool) -> Bool {
    guard !options.allowsRawHTML, let scheme = scheme(of: range) else { return false }
    switch scheme {
    case "javascript", "vbscript", "file": return true
    case "data":
      let type = tree.pool[range].dropFirst(5)
      return !pictureTypes.contains {
        type.count >= $0.count && zip(type, $0).allSatisfy { $0 | 0x20 == $1 | 0x20 }
      }
    default: return false
    }
  }

  /// In lower case; nil where there is none.
  private func scheme(of range: Range<Int>) -> String? {
    var name: [UInt8] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let next = markEnd(tree.pool, at: i, end: range.upperBound, marks: marked)
      if next > i {
        i = next
        continue
      }
      let c = tree.pool[i]
      if c == 0x3A { return name.isEmpty ? nil : String(decoding: name, as: UTF8.self) }
      let isLetter = isASCIILetter(c)
      guard isLetter || (!name.isEmpty && (isDigit(c) || c == 0x2B || c == 0x2D || c == 0x2E))
      else { return nil }
      name.append(isLetter ? c | 0x20 : c)
      i += 1
    }
    return nil
  }
}

private let pictureTypes = ["image/png", "image/gif", "image/jpeg", "image/webp"].map {
  Array($0.utf8)
}
