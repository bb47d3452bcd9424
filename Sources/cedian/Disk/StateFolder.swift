import CedianSite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `output/.cedian`: the manifest, the lock, and what a publication needs on
/// its way.
struct StateFolder: Sendable {
  let root: String
  var path: String { root + "/.cedian" }
  var lock: String { path + "/lock" }
  var manifest: String { path + "/manifest" }
  private var journal: String { path + "/journal" }
  private var staging: String { path + "/staging" }

  /// Makes `root` and the folder in it.
  init(in root: String) throws(DiskProblem) {
    self.root = root
    try FileSystem.createFolders(root)
    guard FileSystem.entry(path) != .link else { throw DiskProblem(.create, path, ENOTDIR) }
    try FileSystem.createFolders(path)
  }

  /// Finishes a publication that was cut off after its journal was written, and
  /// clears away one that was cut off before.
  func recover() throws(DiskProblem) {
    if let bytes = try? FileSystem.read(journal), let unfinished = Journal(bytes: bytes) {
      try perform(unfinished)
    }
    try FileSystem.remove(journal)
    try FileSystem.removeFolder(staging)
  }

  func carryOut(_ plan: PublishPlan, last: Manifest) throws(DiskProblem) {
    guard !plan.written.isEmpty || !plan.removed.isEmpty || plan.manifest != last else { return }
    do throws(DiskProblem) {
      try stage(plan.written)
      let steps = Journal(
        placed: plan.written.enumerated().map { ($0.offset, $0.element.path) },
        removed: plan.removed, manifest: plan.manifest.bytes)
      FileSystem.flush(root)
      try FileSystem.write(steps.bytes, to: journal + ".new", sync: true)
      try FileSystem.move(journal + ".new", to: journal)
      try perform(steps)
      try FileSystem.remove(journal)
      try FileSystem.removeFolder(staging)
    } catch {
      // With a journal the next build goes on from here; without one nothing
      // was put in place, and what was staged only takes room.
      if FileSystem.entry(journal) == .absent {
        try? FileSystem.remove(journal + ".new")
        try? FileSystem.removeFolder(staging)
      }
      throw error
    }
  }

  private func stage(_ outputs: [OutputFile]) throws(DiskProblem) {
    try FileSystem.createFolders(staging)
    let folder = staging
    let failures = parallelMap(Array(outputs.enumerated())) { place, output -> DiskProblem? in
      do throws(DiskProblem) {
        try FileSystem.write(output.bytes, to: "\(folder)/\(place)")
        return nil
      } catch {
        return DiskProblem(error.operation, output.path, error.code)
      }
    }
    if let failure = failures.lazy.compactMap({ $0 }).first { throw failure }
  }

  /// Every step may have been done before: a crash can fall between any two.
  private func perform(_ steps: Journal) throws(DiskProblem) {
    var made: Set<Substring> = []
    for (staged, path) in steps.placed {
      let from = "\(staging)/\(staged)"
      if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
        made.insert(path[..<slash]).inserted
      {
        try FileSystem.createFolders(root + "/" + path[..<slash])
      }
      if rename(from, root + "/" + path) != 0, errno != ENOENT {
        throw DiskProblem(.rename, root + "/" + path)
      }
    }
    for path in steps.removed {
      try FileSystem.remove(root + "/" + path)
      removeEmptyFolders(above: path)
    }
    try FileSystem.write(steps.manifest, to: manifest + ".new", sync: true)
    try FileSystem.move(manifest + ".new", to: manifest)
  }

  private func removeEmptyFolders(above path: String) {
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty {
      guard FileSystem.removeFolderIfEmpty(root + "/" + parts.joined(separator: "/")) else { return }
      parts = parts.dropLast()
    }
  }
}
