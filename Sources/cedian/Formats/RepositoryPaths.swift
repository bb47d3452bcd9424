/// Paths as a code host knows them: from the repository's top, of which the site
/// may be a folder.
struct RepositoryPaths: Sendable {
  /// With a final slash, or empty.
  let prefix: String

  /// Looks for `.git` in the site's folder and those above it; without one the
  /// site is the top. A worktree and a submodule have a file of that name.
  init(site: String) {
    guard var folder = FileSystem.resolved(site) else {
      prefix = ""
      return
    }
    var parts: [Substring] = []
    while !folder.isEmpty {
      if FileSystem.entry(folder + "/.git") != .absent {
        prefix = parts.reversed().map { $0 + "/" }.joined()
        return
      }
      guard let slash = folder.lastIndex(of: "/") else { break }
      parts.append(folder[folder.index(after: slash)...])
      folder = String(folder[..<slash])
    }
    prefix = ""
  }

  init(prefix: String) { self.prefix = prefix }

  subscript(_ path: String) -> String { prefix + path }

  /// Percent-encoded, as a URI reference takes it.
  func uri(_ path: String) -> String {
    var text = ""
    for byte in self[path].utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: text.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }
}
