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

  /// What `make` makes of each number below `count`, in their order.
  public func map<Made: Sendable>(_ count: Int, _ make: @Sendable (Int) -> Made) -> [Made] {
    let made = Mutex<[Made?]>(Array(repeating: nil, count: count))
    perform(count) { number in
      let one = make(number)
      made.withLock { $0[number] = one }
    }
    return made.withLock { $0.compactMap { $0 } }
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
