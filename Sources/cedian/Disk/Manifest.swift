/// The files that builds wrote into `output/`, with the hash of what they
/// wrote: what may be overwritten or removed. Plain text, a file a line, in the
/// order of paths.
struct Manifest: Sendable, Equatable {
  static let header = "cedian manifest 1"

  var files: [String: ContentHash] = [:]

  init(_ files: [String: ContentHash] = [:]) { self.files = files }

  /// Lines that cannot be read are left out: their files count as foreign,
  /// which is the safe way to be wrong.
  init(bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let hash = ContentHash(text: parts[0]) else { continue }
      let path = String(parts[1])
      if Self.isInside(path) { files[path] = hash }
    }
  }

  var bytes: [UInt8] {
    var text = Self.header + "\n"
    for (path, hash) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      text += "\(hash.text) \(path)\n"
    }
    return Array(text.utf8)
  }

  /// A relative path without `..`: nothing else is ever written or removed.
  static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.contains("\n") && !path.contains("\0")
      && path.split(separator: "/", omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}
