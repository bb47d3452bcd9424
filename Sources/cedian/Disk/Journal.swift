/// The last steps of a publication, written to disk before the first of them:
/// after a crash the next build finishes what is written here, so that the
/// site is never left between two states for longer than that.
struct Journal: Sendable, Equatable {
  static let header = "cedian journal 1"

  /// Files waiting in the staging folder by their number, and where they go.
  var placed: [(staged: Int, path: String)]
  var removed: [String]
  var manifest: [UInt8]

  static func == (a: Self, b: Self) -> Bool { a.bytes == b.bytes }

  init(placed: [(staged: Int, path: String)], removed: [String], manifest: [UInt8]) {
    self.placed = placed
    self.removed = removed
    self.manifest = manifest
  }

  /// Nil for a text that is no whole journal.
  init?(bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix(Self.header + "\n"), let split = text.range(of: "\n\n") else { return nil }
    placed = []
    removed = []
    for line in text[..<split.lowerBound].split(separator: "\n").dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, Manifest.isInside(String(parts[1])) else { return nil }
      if parts[0] == "-" {
        removed.append(String(parts[1]))
      } else if let staged = Int(parts[0]) {
        placed.append((staged, String(parts[1])))
      } else {
        return nil
      }
    }
    manifest = Array(text[split.upperBound...].utf8)
    guard manifest.starts(with: Manifest.header.utf8) else { return nil }
  }

  var bytes: [UInt8] {
    var text = Self.header + "\n"
    for (staged, path) in placed { text += "\(staged) \(path)\n" }
    for path in removed { text += "- \(path)\n" }
    return Array((text + "\n").utf8) + manifest
  }
}
