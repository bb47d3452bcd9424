import CedianSite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `output/.cedian`: the manifest, the lock, and what a publication needs on its
/// way.
///
///     lock        held by the build that writes
///     manifest    what builds wrote
///     seen        how it looked to the system, to save reading
///     staging/    new/, the files on their way in, laid out as they will stand;
///                 old files that are kept by their step's number (o1, o2, …)
///     forward     the journal of a publication that is being made
///     back        the journal of one that is being taken back
struct StateFolder: Sendable {
  let root: String
  let disk: Disk
  var path: String { root + "/.cedian" }
  var lock: String { path + "/lock" }
  var manifest: String { path + "/manifest" }
  var seen: String { path + "/seen" }
  /// Made once: every new file's path begins with it.
  let staging: String
  /// Where a new file or folder waits: a slash and its path follow.
  let new: String
  var forward: String { path + "/forward" }
  var back: String { path + "/back" }

  /// Makes `root` and the folder in it. A link in its place is refused: what lies
  /// behind it is not the site's.
  init(in root: String, disk: Disk) throws(DiskProblem) {
    self.root = root
    self.disk = disk
    staging = root + "/.cedian/staging"
    new = staging + "/new"
    try disk.createFolders(root)
    switch FileSystem.entry(path) {
    case .folder: break
    case .absent: try disk.createFolders(path)
    case .file, .link, .other: throw DiskProblem(.create, path, ENOTDIR)
    }
  }

  /// What the last publication wrote; nil for a text that is no manifest.
  func readManifest() throws(DiskProblem) -> Manifest? {
    guard let bytes = try readIfThere(manifest) else { return Manifest() }
    return Manifest(bytes: bytes[...])
  }

  func readSeen(of manifest: Manifest) -> SeenFiles {
    let count = manifest.entries.count
    let text = try? FileSystem.read(seen)
    return text.flatMap { SeenFiles(bytes: $0, of: manifest.bytes, count: count) }
      ?? SeenFiles(count: count)
  }

  func readIfThere(_ path: String) throws(DiskProblem) -> [UInt8]? {
    FileSystem.entry(path) == .absent ? nil : try FileSystem.read(path)
  }

  /// Puts a whole file in place of another, kept by the disk before it is seen.
  func replace(_ path: String, with bytes: [UInt8]) throws(DiskProblem) {
    let new = path + ".new"
    try disk.write(bytes, to: new, sync: true)
    try disk.move(new, to: path)
    disk.flush(folders: [self.path], on: root)
  }

  /// Remembers how the files of `manifest` look, so that the next build need not
  /// read them. `looks` knows some; the others are looked at here. It is no fault
  /// if this fails.
  func remember(_ manifest: Manifest, looks: [SeenFiles.Look?]) {
    let new = seen + ".new"
    // The clock of the disk that the files are on, not of the machine.
    guard (try? disk.write([], to: new)) != nil, let status = FileSystem.status(new) else { return }
    let since = SeenFiles.Look(status).modified
    let root = root
    let all = parallelMap(looks.indices) { index in
      looks[index]
        ?? FileSystem.status(root + "/" + manifest.entries[index].path).map { SeenFiles.Look($0) }
    }
    let bytes = SeenFiles(looks: all).bytes(of: manifest.bytes, since: since)
    if (try? disk.write(bytes, to: new)) == nil || (try? disk.move(new, to: seen)) == nil {
      try? disk.remove(new)
    }
  }
}
