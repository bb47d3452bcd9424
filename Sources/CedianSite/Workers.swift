import Synchronization

/// The machine's processors as the executable hands them out; only it knows how
/// many there are.
public struct Workers: Sendable {
  @usableFromInline let perform: @Sendable (_ count: Int, _ step: @Sendable (Int) -> Void) -> Void

  /// `perform` takes one step, and only one, for each number below `count`, in any order
  /// and on as many threads as it likes, and returns when all are taken.
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
  /// What is made is made where it stays: copying ten thousand documents takes longer
  /// than handing them out. Inlined, since each kind of value has its own size.
  @inlinable
  public func map<Made: Sendable>(
    _ count: Int, beside: (@Sendable () -> Void)? = nil, _ make: @Sendable (Int) -> Made
  ) -> [Made] {
    let first = beside == nil ? 0 : 1
    return [Made](unsafeUninitializedCapacity: count) { room, made in
      let places = Places(start: room.baseAddress)
      perform(first + count) { step in
        guard step >= first else { return beside?() ?? () }
        (places.start.map { $0 + (step - first) })?.initialize(to: make(step - first))
      }
      made = count
    }
  }

  /// Where each step puts what it makes. It may go to other threads, which the compiler
  /// cannot see: `perform` takes each step once, and a step writes to the place of its own
  /// number only, so that no two touch one place; the array is read when `perform` has
  /// returned, and the room does not move before.
  @usableFromInline
  struct Places<Made>: @unchecked Sendable {
    @usableFromInline let start: UnsafeMutablePointer<Made>?

    @inlinable
    init(start: UnsafeMutablePointer<Made>?) { self.start = start }
  }

  /// Makes several values that ask nothing of each other.
  func begin(_ values: [any Beginning]) {
    perform(values.count) { values[$0].begin() }
  }

  /// What two steps make that ask nothing of each other.
  public func both<First: Sendable, Second: Sendable>(
    _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let (one, other) = (Begun(first), Begun(second))
    begin([one, other])
    return (one.value, other.value)
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
