import CedianModel

/// Reads every file below the site's `folder` (`content`, `templates`), in the
/// order of their paths' bytes. Hidden files and editors' leftovers are passed
/// over. A file that cannot be read is a finding; the others still load.
func loadFiles(in folder: String, of site: String) throws(DiskProblem) -> ([SourceFile], [Diagnostic]) {
  var walk = Walk(site: site, root: FileSystem.resolved(site) ?? site)
  try walk.visit(folder)
  let paths = walk.paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  var files: [SourceFile] = []
  files.reserveCapacity(paths.count)
  var found = walk.found
  let read = parallelMap(paths) { path -> Result<SourceFile, DiskProblem> in
    do throws(DiskProblem) {
      return .success(SourceFile(path: path, bytes: try FileSystem.read(site + "/" + path)))
    } catch {
      return .failure(DiskProblem(error.operation, path, error.code))
    }
  }
  for result in read {
    switch result {
    case .success(let file): files.append(file)
    case .failure(let problem): found.append(Unreadable.diagnostic(problem))
    }
  }
  return (files, found)
}

private struct Walk {
  let site: String
  let root: String
  var paths: [String] = []
  var found: [Diagnostic] = []

  mutating func visit(_ folder: String) throws(DiskProblem) {
    for (name, entry) in try FileSystem.list(site + "/" + folder) {
      if name.hasPrefix(".") || name.hasSuffix("~") || name.hasSuffix(".swp") { continue }
      let path = folder + "/" + name
      switch entry {
      case .file: paths.append(path)
      case .folder:
        do throws(DiskProblem) {
          try visit(path)
        } catch {
          found.append(Unreadable.diagnostic(DiskProblem(.list, path, error.code)))
        }
      case .link: follow(path)
      case .other, .absent: found.append(Unreadable.special(path))
      }
    }
  }

  /// A link is followed to a file inside the site, nowhere else.
  private mutating func follow(_ path: String) {
    guard let target = FileSystem.resolved(site + "/" + path) else {
      found.append(Unreadable.brokenLink(path))
      return
    }
    guard target.hasPrefix(root + "/"), FileSystem.entry(target) == .file else {
      found.append(Unreadable.foreignLink(path))
      return
    }
    paths.append(path)
  }
}

/// `unreadable`: a file of the site that cannot be read.
enum Unreadable {
  static func diagnostic(_ problem: DiskProblem) -> Diagnostic {
    diagnostic(
      problem.path, problem.message,
      fix: LocalizedText(
        zh: "确认文件存在，且当前用户可以读取", en: "see that it exists and that you may read it"))
  }

  static func special(_ path: String) -> Diagnostic {
    diagnostic(
      path, LocalizedText(zh: "不是普通文件，无法读取", en: "it is not a regular file"),
      fix: LocalizedText(zh: "移走它", en: "move it away"))
  }

  static func brokenLink(_ path: String) -> Diagnostic {
    diagnostic(
      path, LocalizedText(zh: "符号链接指向的文件不存在", en: "the symbolic link leads nowhere"),
      fix: LocalizedText(zh: "改正或删去这个链接", en: "mend or remove the link"))
  }

  static func foreignLink(_ path: String) -> Diagnostic {
    diagnostic(
      path,
      LocalizedText(
        zh: "符号链接指向站点之外，或指向文件夹，未读取",
        en: "the symbolic link leads out of the site or to a folder; it is not followed"),
      fix: LocalizedText(zh: "把文件本身放进来", en: "put the file itself there"))
  }

  private static func diagnostic(
    _ path: String, _ message: LocalizedText, fix: LocalizedText
  ) -> Diagnostic {
    Diagnostic(
      id: "unreadable", severity: .error,
      location: SourceLocation(path: path, range: SourceRange(.start, .start)), message: message,
      fix: Diagnostic.Fix(message: fix))
  }
}
