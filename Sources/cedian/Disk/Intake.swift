import CedianModel
import CedianSite

/// Where the files of a new site come in: each is compared with what is there and
/// with what earlier builds wrote, and waits in the staging folder if it is new.
struct Intake: Sendable {
  let state: StateFolder
  /// What earlier builds wrote.
  let last: Manifest
  private let seen: SeenFiles
  /// The first parts of all paths that are there, as a disk that is blind to case
  /// sees them; nil where they are not known.
  private let there: Set<String>?

  init(_ state: StateFolder, last: Manifest, seen: SeenFiles) {
    (self.state, self.last, self.seen) = (state, last, seen)
    let entries = (try? FileSystem.list(state.root)) ?? [(nil, .other)]
    let names = entries.compactMap { $0.name.map(PathClash.folded) }
    there = names.count == entries.count ? Set(names) : nil
  }

  /// Takes one file of the site. What fails is said when all are there.
  func take(_ file: OutputFile) -> StagedFile {
    let path = file.path
    let entry = Manifest.Entry(path: path, size: file.bytes.count, hash: ContentHash(file.bytes))
    var staged = StagedFile(entry: entry)
    guard Manifest.isInside(path) else {
      staged.isAstray = true
      return staged
    }
    staged.isInNewFolder = isInNewFolder(path)
    if !staged.isInNewFolder {
      let place = last.place(of: path)
      staged.standing = Standing(
        of: path, in: state.root, entry: place.map { last.entries[$0] },
        look: place.flatMap { seen.looks[$0] })
    }
    guard staged.waits else { return staged }
    let waiting = state.new + "/" + path
    do throws(DiskProblem) {
      if let folder = waiting.utf8.lastIndex(of: UInt8(ascii: "/")) {
        try state.disk.createFolders(String(waiting[..<folder]))
      }
      staged.look = try state.disk.write(file.bytes, to: waiting)
    } catch {
      // A file is named by where it was to go, a folder by where it could not be made.
      staged.failure =
        error.operation == .create
        ? error : DiskProblem(error.operation, state.root + "/" + path, error.code)
    }
    return staged
  }

  /// Whether not even the first part of a path is there, as in a first build: looking
  /// for each of ten thousand files takes two calls.
  private func isInNewFolder(_ path: String) -> Bool {
    guard let there, let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return false }
    return !there.contains(PathClash.folded(String(path[..<slash])))
  }
}

/// A file of the new site as it was taken in.
struct StagedFile: Sendable {
  var entry: Manifest.Entry
  /// Whether its path leads out of the output folder; it is not taken in then.
  var isAstray = false
  /// What is in its place.
  var standing = Standing.absent
  /// Whether the first part of its path is not there, so that the whole folder will
  /// be put in place.
  var isInNewFolder = false
  /// How it looks in the staging folder.
  var look: SeenFiles.Look?
  /// Why it does not wait there.
  var failure: DiskProblem?

  /// What someone has done in its place since it was taken in; nil for nothing.
  func disturbance(in root: String) -> PublishPlan.Foreign.Why? {
    guard !isInNewFolder else { return nil }
    switch standing {
    case .behind, .folder: return nil
    case .absent, .ours, .foreign:
      if Standing.obstacle(before: entry.path, in: root) != nil { return .link }
    }
    let now = FileSystem.status(root + "/" + entry.path)
    switch standing {
    case .absent: return now == nil ? nil : .notOurs
    case .ours(_, let look), .foreign(_, _, let look?):
      guard let now else { return .gone }
      return SeenFiles.Look(now) == look ? nil : .edited
    case .foreign, .folder, .behind: return nil
    }
  }

  /// Whether it has to wait in the staging folder: only what stands as it was
  /// written, with these very bytes, need not. What else has these bytes may be
  /// known by another name on a disk that is blind to case.
  var waits: Bool {
    if case .ours(entry.hash, _) = standing { return false }
    return true
  }
}
