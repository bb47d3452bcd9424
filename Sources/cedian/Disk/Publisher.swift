import CedianModel
import CedianSite

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

/// Publishes one site below a folder, to which no other build writes meanwhile: only
/// what differs is written, and what an earlier build wrote and this one does not is
/// removed. Either the whole site is there afterwards or the last one is as it was;
/// after a crash the next publisher sees to that.
///
/// The files come one by one, on any thread, while the site is made: they are given
/// to `intake` and wait in the staging folder, not in memory.
struct Publisher: ~Copyable {
  let intake: Intake
  private let lock: OutputLock
  private let seen: SeenFiles

  /// - Parameters:
  ///   - patience: the seconds to wait for another build.
  ///   - waiting: called once when there is another.
  /// - Throws: `PublishProblem` or `DiskProblem`.
  init(
    to root: String, disk: Disk = Disk(), patience: Int = 60, waiting: () -> Void = {}
  ) throws {
    let state = try StateFolder(in: root, disk: disk)
    guard let lock = try OutputLock(at: state.lock, patience: patience, waiting: waiting) else {
      throw PublishProblem.locked(root)
    }
    guard lock.isStill(at: state.lock) else { throw Self.movedAway(root) }
    guard try Publication(in: state).recover() else {
      let isBack = FileSystem.entry(state.back) != .absent
      throw PublishProblem.manifest(isBack ? state.back : state.forward)
    }
    guard let last = try state.readManifest() else {
      throw PublishProblem.manifest(state.manifest)
    }
    self.lock = lock
    seen = state.readSeen(of: last)
    intake = Intake(state, last: last, seen: seen)
  }

  /// Puts the site in place that has these files; with the hash of its manifest.
  ///
  /// - Throws: `PublishProblem` or `DiskProblem`.
  func publish(_ files: [StagedFile]) throws -> (Published, manifest: ContentHash) {
    let state = intake.state
    let files = files.sorted { pathPrecedes($0.entry.path, $1.entry.path) }
    let (last, seen) = (intake.last, seen)
    let ((clashes, manifest), planned) = Workers.all.both(
      { (PathClash.find(in: files.map(\.entry.path)), Manifest(files.map(\.entry))) },
      { PublishPlan(files, in: state.root, last: last, seen: seen) })
    var plan = planned
    plan.journal.manifest = manifest
    do {
      try check(files, clashes, plan)
    } catch {
      try? state.disk.removeFolder(state.staging)
      throw error
    }
    if !plan.journal.steps.isEmpty || plan.journal.manifest != last {
      guard lock.isStill(at: state.lock) else { throw Self.movedAway(state.root) }
      // What was compared may have been changed while the site was made and kept.
      try Publication(in: state).carryOut(plan) {
        let disturbed = disturbances(files, plan)
        guard disturbed.isEmpty else {
          throw PublishProblem.foreign(disturbed, in: state.root)
        }
      }
      state.remember(plan.journal.manifest, looks: plan.looks)
    } else {
      if files.contains(where: \.waits) { try? state.disk.removeFolder(state.staging) }
      if seen.looks != plan.looks { state.remember(last, looks: plan.looks) }
    }
    return (plan.published, ContentHash(plan.journal.manifest.bytes))
  }

  /// Someone has removed the output folder, or what is kept in it.
  private static func movedAway(_ root: String) -> PublishProblem {
    .foreign([PublishPlan.Foreign(path: ".cedian", why: .gone)], in: root)
  }

  private func disturbances(
    _ files: [StagedFile], _ plan: PublishPlan
  ) -> [PublishPlan.Foreign] {
    let root = intake.state.root
    let found = parallelMap(files.indices.filter { !files[$0].isInNewFolder }) { index in
      let file = files[index]
      return file.disturbance(in: root).map { PublishPlan.Foreign(path: file.entry.path, why: $0) }
    }
    let folders = plan.journal.steps.compactMap { step -> PublishPlan.Foreign? in
      guard case .addFolder(let path) = step, FileSystem.entry(root + "/" + path) != .absent else {
        return nil
      }
      return PublishPlan.Foreign(path: path, why: .notOurs)
    }
    return (found.compactMap(\.self) + folders).sorted { pathPrecedes($0.path, $1.path) }
  }

  private func check(
    _ files: [StagedFile], _ clashes: [PathClash], _ plan: PublishPlan
  ) throws {
    let astray = files.indices.filter { files[$0].isAstray }.map { files[$0].entry.path }
    guard astray.isEmpty else { throw PublishProblem.paths(astray) }
    guard clashes.isEmpty else { throw PublishProblem.clashes(clashes) }
    if let failure = files.lazy.compactMap(\.failure).first { throw failure }
    guard plan.foreign.isEmpty else {
      throw PublishProblem.foreign(plan.foreign, in: intake.state.root)
    }
  }
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
