import CedianSite
import Dispatch
import Foundation

/// Calls `step` for each number below `count`, on all processors. Work is handed
/// out in small runs, so that a few slow steps do not leave one processor working
/// alone.
func inParallel(_ count: Int, _ step: @Sendable (Int) -> Void) {
  let workers = ProcessInfo.processInfo.activeProcessorCount
  let size = max(1, min(64, count / (workers * 16)))
  guard workers > 1, count > 1 else { return (0..<count).forEach(step) }
  DispatchQueue.concurrentPerform(iterations: (count + size - 1) / size) { run in
    for number in run * size..<min((run + 1) * size, count) { step(number) }
  }
}

extension Workers {
  /// All processors of the machine.
  static var all: Workers { Workers { inParallel($0, $1) } }
}

/// `items.map(transform)` on all processors, in the order of `items`; `beside` is a
/// step of its own among them.
func parallelMap<Items: RandomAccessCollection & Sendable, Made: Sendable>(
  _ items: Items, beside: (@Sendable () -> Void)? = nil,
  _ transform: @Sendable (Items.Element) -> Made
) -> [Made] where Items.Index == Int {
  Workers.all.map(items.count, beside: beside) { transform(items[items.startIndex + $0]) }
}
