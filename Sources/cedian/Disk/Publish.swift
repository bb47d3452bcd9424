import CedianModel
import CedianSite
import Synchronization

/// Why a site was not published; the last one is as it was.
enum PublishProblem: Error, Sendable, Equatable {
  /// Something is in the way that no build wrote.
  case foreign([PublishPlan.Foreign], in: String)
  /// Another build is writing.
  case locked(String)
  /// The record of what was written cannot be read.
  case manifest(String)
  /// The site itself has files that cannot stand side by side.
  case clashes([PathClash])
  /// The site itself has paths that lead out of the output folder.
  case paths([String])
}

/// What a publication did, in files.
struct Published: Sendable, Equatable {
  var added = 0
  var replaced = 0
  var removed = 0
  var unchanged = 0
}

/// Writes `outputs` below `root`: only what differs, removing what an earlier
/// build wrote and this one does not. Either the whole site is there afterwards
/// or the last one is as it was; after a crash the next call sees to that.
///
/// - Parameters:
///   - patience: the seconds to wait for another build.
///   - waiting: called once when there is another.
/// - Throws: `PublishProblem` or `DiskProblem`.
func publish(
  _ outputs: [OutputFile], to root: String, disk: Disk = Disk(), patience: Int = 10,
  waiting: () -> Void = {}
) throws -> Published {
  let outputs = outputs.sorted { pathPrecedes($0.path, $1.path) }
  let paths = outputs.map(\.path)
  let astray = paths.filter { !Manifest.isInside($0) }
  guard astray.isEmpty else { throw PublishProblem.paths(astray) }
  let clashes = Mutex<[PathClash]>([])
  let hashes = parallelMap(
    outputs,
    beside: {
      let found = PathClash.find(in: paths)
      clashes.withLock { $0 = found }
    }, { ContentHash($0.bytes) })
  let clashing = clashes.withLock { $0 }
  guard clashing.isEmpty else { throw PublishProblem.clashes(clashing) }

  let state = try StateFolder(in: root, disk: disk)
  guard let lock = try OutputLock(at: state.lock, patience: patience, waiting: waiting) else {
    throw PublishProblem.locked(root)
  }
  defer { withExtendedLifetime(lock) {} }
  let publication = Publication(in: state)
  try publication.recover()
  guard let last = try state.readManifest() else {
    throw PublishProblem.manifest(state.manifest)
  }
  let seen = state.readSeen(of: last)
  let plan = PublishPlan(outputs, hashes, in: root, last: last, seen: seen)
  guard plan.foreign.isEmpty else { throw PublishProblem.foreign(plan.foreign, in: root) }
  if !plan.journal.steps.isEmpty || plan.journal.manifest != last {
    try publication.carryOut(plan)
    state.remember(plan.journal.manifest, looks: plan.looks)
  } else if seen.looks != plan.looks {
    state.remember(last, looks: plan.looks)
  }
  return plan.published
}

/// Finishes or takes back a publication that a crash has cut off, so that a build
/// that publishes nothing leaves a whole site, too. Does nothing if another build
/// is writing and goes on for `patience` seconds: it has done so itself.
func recoverPublication(in root: String, patience: Int = 1) throws(DiskProblem) {
  guard FileSystem.entry(root + "/.cedian") == .folder else { return }
  let state = try StateFolder(in: root, disk: Disk())
  guard let lock = try OutputLock(at: state.lock, patience: patience, waiting: {}) else { return }
  defer { withExtendedLifetime(lock) {} }
  try Publication(in: state).recover()
}
