import CedianModel
import Foundation

/// The files that a comparison is limited to, as they were named after `--`: from
/// the current folder or from the site, also with `*` and `?`, also of files that
/// are only in git any more.
struct DiffPaths: Sendable {
  private var wanted: [(written: String, candidates: [String])] = []
  private var isWhole = true

  init() {}

  init(_ paths: [String], site: String) throws(UsageProblem) {
    guard let root = FileSystem.resolved(site) else { throw .noSite(site) }
    let here = FileSystem.resolved(".") ?? FileManager.default.currentDirectoryPath
    for path in paths {
      let found = [path.hasPrefix("/") ? path : here + "/" + path, root + "/" + path]
        .map { Self.inside($0, root) }
      guard found.contains(where: { $0 != nil }) else { throw .fileOutsideSite(path) }
      // The site itself, or a folder that holds it.
      if found[0] == "" { continue }
      wanted.append((path, found.compactMap { $0 }))
    }
    isWhole = wanted.count < paths.count || paths.isEmpty
  }

  func contain(_ path: String) -> Bool {
    isWhole || wanted.contains { $0.candidates.contains { Self.matches($0, path) } }
  }

  /// The first name that means none of the files, in git or on the disk.
  func unknown(among files: some Sequence<String>, site: String) -> String? {
    wanted.first { name in
      !name.candidates.contains { candidate in
        FileSystem.resolved(site + "/" + candidate) != nil
          || files.contains { Self.matches(candidate, $0) }
      }
    }?.written
  }

  private static func matches(_ wanted: String, _ path: String) -> Bool {
    if path == wanted || path.hasPrefix(wanted + "/") { return true }
    guard wanted.contains(where: { "*?[".contains($0) }) else { return false }
    return fnmatch(wanted, path, 0) == 0
  }

  /// The path from the site's folder, empty for that folder or one around it; nil
  /// where it lies elsewhere.
  private static func inside(_ path: String, _ root: String) -> String? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let clean = "/" + parts.joined(separator: "/")
    let top = root == "/" ? "/" : root + "/"
    if (clean + "/").hasPrefix(top) {
      return String(decoding: clean.utf8.dropFirst(top.utf8.count), as: UTF8.self)
    }
    return clean == "/" || root.hasPrefix(clean + "/") ? "" : nil
  }
}
