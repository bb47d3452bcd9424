import Dispatch
import Foundation
import Synchronization

/// `items.map(transform)` on all processors, in the order of `items`. Work is
/// handed out in small runs, so that a few slow items do not leave one
/// processor working alone.
func parallelMap<Items: RandomAccessCollection & Sendable, Made: Sendable>(
  _ items: Items, _ transform: @Sendable (Items.Element) -> Made
) -> [Made] where Items.Index == Int {
  let workers = ProcessInfo.processInfo.activeProcessorCount
  guard workers > 1, items.count > 8 else { return items.map(transform) }
  let size = max(1, min(64, items.count / (workers * 4)))
  let runs = (items.count + size - 1) / size
  let made = Mutex<[[Made]]>(Array(repeating: [], count: runs))
  DispatchQueue.concurrentPerform(iterations: runs) { run in
    let from = items.startIndex + run * size
    let part = items[from..<min(from + size, items.endIndex)].map(transform)
    made.withLock { $0[run] = part }
  }
  return made.withLock { parts in
    var all: [Made] = []
    all.reserveCapacity(items.count)
    for part in parts { all += part }
    return all
  }
}
