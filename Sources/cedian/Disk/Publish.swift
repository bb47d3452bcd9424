import CedianModel
import CedianSite

/// Why a site was not published; the last one is as it was.
enum PublishProblem: Error, Sendable {
  case disk(DiskProblem)
  case foreign([PublishPlan.Foreign])
  case locked(String)
}

struct Published: Sendable, Equatable {
  var written: Int
  var removed: Int
  var unchanged: Int
}

/// Writes `outputs` below `root`: only what differs, removing what an earlier
/// build wrote and this one does not. Everything new is first written to a
/// staging folder and flushed, then a journal, and only then put in place file
/// by file, so that a crash leaves the last site, or one that the next build
/// completes.
func publish(
  _ outputs: [OutputFile], to root: String, patience: Int = 10, waiting: () -> Void = {}
) throws(PublishProblem) -> Published {
  let state = try onDisk { () throws(DiskProblem) in try StateFolder(in: root) }
  let lock = try onDisk { () throws(DiskProblem) in
    try OutputLock(at: state.lock, patience: patience, waiting: waiting)
  }
  guard let lock else { throw .locked(root) }
  defer { withExtendedLifetime(lock) {} }
  try onDisk { () throws(DiskProblem) in try state.recover() }
  let last = Manifest(bytes: (try? FileSystem.read(state.manifest)) ?? [])
  let plan = PublishPlan(outputs, in: root, last: last)
  guard plan.foreign.isEmpty else { throw .foreign(plan.foreign) }
  try onDisk { () throws(DiskProblem) in try state.carryOut(plan, last: last) }
  return Published(
    written: plan.written.count, removed: plan.removed.count, unchanged: plan.unchanged)
}

private func onDisk<Value: ~Copyable>(
  _ body: () throws(DiskProblem) -> Value
) throws(PublishProblem) -> Value {
  do throws(DiskProblem) {
    return try body()
  } catch {
    throw .disk(error)
  }
}
