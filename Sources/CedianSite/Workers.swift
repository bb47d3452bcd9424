import Synchronization

/// The machine's processors as the executable hands them out; only it knows how
/// many there are.
public struct Workers: Sendable {
  private let perform: @Sendable (_ count: Int, _ step: @Sendable (Int) -> Void) -> Void

  /// `perform` takes a step for each number below `count`, in any order and on as
  /// many threads as it likes, and returns when all are taken.
  public init(
    perform: @escaping @Sendable (_ count: Int, _ step: @Sendable (Int) -> Void) -> Void
  ) {
    self.perform = perform
  }

  /// One step after another.
  public static var one: Workers {
    Workers { count, step in for number in 0..<count { step(number) } }
  }

  /// What `make` makes of each number below `count`, in their order. `beside` is one
  /// step more, taken first: it need not be waited for.
  ///
  /// Each step writes to its own place and the places become the array as they are:
  /// copying ten thousand documents out of it takes longer than handing them out.
  public func map<Made: Sendable>(
    _ count: Int, beside: (@Sendable () -> Void)? = nil, _ make: @Sendable (Int) -> Made
  ) -> [Made] {
    let first = beside == nil ? 0 : 1
    return Array(unsafeUninitializedCapacity: count) { buffer, filled in
      // No two steps share a place, and all are taken before the buffer is read.
      nonisolated(unsafe) let places = buffer
      perform(first + count) { step in
        guard step >= first else { return beside?() ?? () }
        places.initializeElement(at: step - first, to: make(step - first))
      }
      filled = count
    }
  }

  /// Makes several values that ask nothing of each other.
  func begin(_ values: [any Beginning]) {
    perform(values.count) { values[$0].begin() }
  }

  /// What two steps make that ask nothing of each other.
  public func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let made = Mutex<(First?, Second?)>((nil, nil))
    perform(2) { step in
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
}

/// A value that one of several workers makes before it is asked for.
final class Begun<Made: Sendable>: Beginning {
  private let make: @Sendable () -> Made
  private let made = Mutex<Made?>(nil)

  init(_ make: @escaping @Sendable () -> Made) { self.make = make }

  func begin() {
    let value = make()
    made.withLock { $0 = value }
  }

  var value: Made { made.withLock { $0 } ?? make() }
}

protocol Beginning: Sendable {
  func begin()
}
