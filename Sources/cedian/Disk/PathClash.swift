import CedianModel
import CedianSite

/// Two files of one site that cannot both be written: the same path, a file
/// where the other needs a folder, or, so that a site built on one system can be
/// built on all, paths that differ in nothing but the case of their letters.
struct PathClash: Sendable, Hashable {
  var first: String
  var second: String

  /// All of them, in the order of paths. `paths` is sorted by bytes.
  static func find(in paths: [String]) -> [PathClash] {
    guard paths.allSatisfy(isFolded) else { return foundByName(in: paths) }
    // What another path begins with stands before it, and so does everything between.
    var clashes: [PathClash] = []
    var above: [(file: Int, isSaid: Bool)] = []
    for (index, path) in paths.enumerated() {
      while let last = above.last, !path.begins(with: paths[last.file]) { above.removeLast() }
      for place in above.indices {
        let file = paths[above[place].file]
        let isSame = file.utf8.count == path.utf8.count
        guard isSame || !above[place].isSaid && path.isInside(file) else { continue }
        clashes.append(PathClash(first: file, second: path))
        if isSame { above.remove(at: place) } else { above[place].isSaid = true }
        break
      }
      above.append((index, false))
    }
    return clashes
  }

  /// Where some letter is large or not of ASCII.
  private static func foundByName(in paths: [String]) -> [PathClash] {
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

  /// Whether `folded` would change nothing, as of nearly every address.
  private static func isFolded(_ path: String) -> Bool {
    path.withBytes { $0.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } }
  }

  /// Equal for paths that some system takes for one. Swift's own comparison
  /// already makes composed and decomposed letters equal.
  static func folded(_ path: String) -> String { path.lowercased() }
}

extension String {
  /// Byte by byte.
  fileprivate func begins(with start: String) -> Bool {
    withBytes { own in
      start.withBytes { start in
        start.count <= own.count
          && UnsafeBufferPointer(rebasing: own[..<start.count]).hasSameBytes(as: start)
      }
    }
  }

  /// Of a path that begins with `file`: whether that would have to be a folder.
  fileprivate func isInside(_ file: String) -> Bool {
    let count = file.utf8.count
    return withBytes { $0.count > count && $0[count] == 0x2F }
  }
}
