import CedianModel

/// A link that thousands of pages show: to a department, a channel, a goal. Its
/// words are escaped and its addresses made once.
///
/// A class only so that passing one on costs one count.
final class KnownLink: Sendable {
  let text: EscapedHTML
  let permalink: Permalink
  let anchor: String?
  /// The address as pages of other folders see it, by how many folders they lie in.
  private let addresses: [EscapedHTML]

  init(_ text: String, _ permalink: Permalink, anchor: String? = nil) {
    self.text = EscapedHTML(text)
    self.permalink = permalink
    self.anchor = anchor
    var address: [UInt8] = []
    permalink.path.withBytes { Permalink.appendEncoded($0, to: &address) }
    if let anchor { appendFragment(anchor, to: &address) }
    addresses = (0...3).map { depth in
      EscapedHTML(trusted: Array(repeatElement("../".utf8, count: depth).joined()) + address)
    }
  }

  /// Nil where the page shares a folder with what the link leads to.
  func address(from page: Permalink, depth: Int) -> EscapedHTML? {
    guard depth < addresses.count, !page.sharesFolder(with: permalink) else { return nil }
    return addresses[depth]
  }
}

extension Permalink {
  /// How many folders a page lies in.
  var depth: Int { path.withBytes { own in own.count { $0 == 0x2F } } }

  /// Whether both lie in one folder below the root, or are the same file.
  func sharesFolder(with other: Permalink) -> Bool {
    path.withBytes { own in
      other.path.withBytes { theirs in
        for index in 0..<min(own.count, theirs.count) {
          guard own[index] == theirs[index] else { return false }
          if own[index] == 0x2F { return true }
        }
        return own.count == theirs.count
      }
    }
  }
}
