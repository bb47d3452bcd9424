import CedianModel

/// Reads every file below the site's `folder` (`content`, `templates`), in the
/// order of their paths' bytes. Hidden files and editors' leftovers are passed
/// over. A file that cannot be read is a finding; the others still load.
///
/// - Throws: `DiskProblem` when the folder itself cannot be listed.
func loadFiles(
  in folder: String, of site: String
) throws(DiskProblem) -> ([SourceFile], [Diagnostic]) {
  var walk = Walk(site: site, root: FileSystem.resolved(site) ?? site)
  try walk.visit(folder, depth: 0)
  // The last comes first, and is taken off the end last: what was read is handed on
  // and not copied.
  let paths = walk.paths.sorted { pathPrecedes($1, $0) }
  var read = parallelMap(paths) { path -> Result<SourceFile, DiskProblem> in
    do throws(DiskProblem) {
      let bytes = try FileSystem.read(site + "/" + path)
      return .success(SourceFile(path: path, bytes: bytes))
    } catch {
      return .failure(DiskProblem(error.operation, path, error.code))
    }
  }
  var files: [SourceFile] = []
  files.reserveCapacity(paths.count)
  var found = walk.found
  while let result = read.popLast() {
    switch consume result {
    case .success(let file) where file.bytes.count > largestText && isText(file.path):
      found.append(Unreadable.tooLarge(file.path, limit: largestText))
    case .success(let file): files.append(file)
    case .failure(let problem): found.append(Unreadable.refused(problem))
    }
  }
  return (files, found)
}

/// Finds the files of a folder, in no order.
private struct Walk {
  /// More than any site needs, and less than makes a path too long.
  static let deepest = 64

  let site: String
  let root: String
  var paths: [String] = []
  var found: [Diagnostic] = []

  mutating func visit(_ folder: String, depth: Int) throws(DiskProblem) {
    for (name, entry) in try FileSystem.list(site + "/" + folder) {
      guard let name else {
        found.append(Unreadable.nameNotUTF8(in: folder))
        continue
      }
      if isPassedOver(name) { continue }
      let path = String(shortOf: folder.utf8.count + name.utf8.count + 1) { path in
        path.append(text: folder)
        path.append(UInt8(ascii: "/"))
        path.append(text: name)
      }
      guard !name.withBytes({ $0.contains { $0 < 0x20 || $0 == 0x7F } }) else {
        found.append(Unreadable.controlInName(path))
        continue
      }
      switch entry {
      case .file: paths.append(path)
      case .folder: descend(path, depth: depth + 1)
      case .link: follow(path)
      case .other, .absent: found.append(Unreadable.special(path))
      }
    }
  }

  private mutating func descend(_ path: String, depth: Int) {
    guard depth <= Self.deepest else {
      found.append(Unreadable.tooDeep(path))
      return
    }
    do throws(DiskProblem) {
      try visit(path, depth: depth)
    } catch {
      found.append(Unreadable.refused(DiskProblem(.list, path, error.code)))
    }
  }

  /// A link is followed to a file inside the site, nowhere else.
  private mutating func follow(_ path: String) {
    guard let target = FileSystem.resolved(site + "/" + path) else {
      found.append(Unreadable.brokenLink(path))
      return
    }
    let inside = root == "/" ? "/" : root + "/"
    guard target.hasPrefix(inside), FileSystem.entry(target) == .file else {
      found.append(Unreadable.foreignLink(path))
      return
    }
    paths.append(path)
  }
}

/// Two million bytes: far more than any document, and little enough that one
/// wrong file does not hold up a build.
private let largestText = 2_000_000

private func isText(_ path: String) -> Bool {
  path.hasSuffix(".md") || path.hasSuffix(".yml") || path.hasSuffix(".mustache")
}

/// Hidden files, and what editors leave beside the files they write.
func isPassedOver(_ name: String) -> Bool {
  name.withBytes { name in
    let (first, last) = (name.first, name.last)
    return first == UInt8(ascii: ".") || last == UInt8(ascii: "~")
      || first == UInt8(ascii: "#") && last == UInt8(ascii: "#")
      || last == UInt8(ascii: "p") && name.suffix(4).elementsEqual(".swp".utf8)
  }
}
