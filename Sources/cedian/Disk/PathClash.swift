import CedianSite

/// Two files of one site that cannot both be written: the same path, a file
/// where the other needs a folder, or, so that a site built on one system can be
/// built on all, paths that differ in nothing but the case of their letters.
struct PathClash: Sendable, Hashable {
  var first: String
  var second: String

  /// All of them, in the order of paths. `paths` is sorted.
  static func find(in paths: [String]) -> [PathClash] {
    var clashes: [PathClash] = []
    var files: [String: String] = [:]
    files.reserveCapacity(paths.count)
    for path in paths {
      if let earlier = files.updateValue(path, forKey: folded(path)) {
        clashes.append(PathClash(first: earlier, second: path))
      }
    }
    var folders: Set<Substring> = []
    for path in paths {
      var folder = path[...]
      while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folder = folder[..<slash]
        guard folders.insert(folder).inserted else { break }
        if let file = files[folded(String(folder))] {
          clashes.append(PathClash(first: file, second: path))
        }
      }
    }
    return clashes.sorted { pathPrecedes($0.second, $1.second) }
  }

  /// Equal for paths that some system takes for one. Swift's own comparison
  /// already makes composed and decomposed letters equal.
  static func folded(_ path: String) -> String { path.lowercased() }
}
