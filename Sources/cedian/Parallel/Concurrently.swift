import Dispatch
import Synchronization

/// What two steps make that ask nothing of each other, taken at the same time.
func concurrently<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let made = Mutex<(First?, Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { step in
    if step == 0 {
      let value = first()
      made.withLock { $0.0 = value }
    } else {
      let value = second()
      made.withLock { $0.1 = value }
    }
  }
  let (one, other) = made.withLock { $0 }
  // Both are there: each step has been taken.
  return (one ?? first(), other ?? second())
}
