/// Values by the names that stand for them, found by the names' bytes: hashing a
/// Chinese text as Unicode has it takes ten times as long, and every key and every
/// reference of every document is looked up. Names that Unicode takes for the same,
/// such as a letter with its accent and the two apart, are the same here too.
public struct NameTable<Value: Sendable>: Sendable {
  @usableFromInline
  struct Entry: Sendable {
    /// Where the name stands in `bytes`.
    @usableFromInline let name: Range<Int>
    @usableFromInline var value: Value

    @inlinable
    init(name: Range<Int>, value: Value) { (self.name, self.value) = (name, value) }
  }

  @usableFromInline var entries: [Entry] = []
  /// The names one after another: a text of its own for each would be counted
  /// whenever it is looked at.
  @usableFromInline var bytes: [UInt8] = []
  /// Places in `entries`, -1 where none is; as many as a power of two, so that at
  /// least half stay free.
  @usableFromInline var slots: [Int32] = Array(repeating: -1, count: 16)
  /// Places of the names beyond ASCII, for who writes one in other bytes.
  @usableFromInline var composed: [String: Int32] = [:]

  @inlinable
  public init() {}

  /// Makes room for so many names in all.
  @inlinable
  public mutating func reserve(_ count: Int) {
    entries.reserveCapacity(count)
    var size = slots.count
    while size < count * 2 { size *= 2 }
    guard size > slots.count else { return }
    slots = Array(repeating: -1, count: size)
    placeAll()
  }

  /// In the order in which they came.
  @inlinable
  public var names: [String] {
    entries.map { String(decoding: bytes[$0.name], as: UTF8.self) }
  }

  @inlinable
  public subscript(name: String) -> Value? {
    get {
      let slot = name.withBytes(slot)
      let place = slots[slot]
      // Read where it lies: an entry need not be copied for its value.
      if place >= 0 { return entries.withUnsafeBufferPointer { $0[Int(place)].value } }
      return composed.isEmpty ? nil : composed[name].map { entries[Int($0)].value }
    }
    set {
      guard let newValue else { return }
      let slot = name.withBytes(slot)
      let place = slots[slot] >= 0 ? slots[slot] : composed[name] ?? -1
      guard place < 0 else { return entries[Int(place)].value = newValue }
      slots[slot] = Int32(entries.count)
      if !name.utf8.allSatisfy({ $0 < 0x80 }) { composed[name] = Int32(entries.count) }
      let start = bytes.count
      bytes.append(text: name)
      entries.append(Entry(name: start..<bytes.count, value: newValue))
      guard entries.count * 2 > slots.count else { return }
      slots = Array(repeating: -1, count: slots.count * 2)
      placeAll()
    }
  }

  /// What stands for a name given by its very bytes.
  @inlinable
  public subscript(name: UnsafeBufferPointer<UInt8>) -> Value? {
    let place = slots[slot(of: name)]
    return place < 0 ? nil : entries[Int(place)].value
  }

  /// Gives every name its slot; all are free.
  @inlinable
  mutating func placeAll() {
    for (place, entry) in entries.enumerated() {
      let slot = bytes.withUnsafeBufferPointer { bytes in
        self.slot(of: UnsafeBufferPointer(rebasing: bytes[entry.name]))
      }
      slots[slot] = Int32(place)
    }
  }

  /// Where the name stands, or the free slot where it would.
  @inlinable
  func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var slot = name.mixed & (slots.count - 1)
      while slots[slot] >= 0 {
        let known = entries[Int(slots[slot])].name
        if known.count == name.count,
          UnsafeBufferPointer(rebasing: bytes[known]).hasSameBytes(as: name)
        {
          return slot
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      return slot
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A number that tells texts apart, made of eight bytes at a time. Never negative.
  @inlinable
  var mixed: Int {
    guard let bytes = UnsafeRawPointer(baseAddress) else { return 0 }
    var mixed = UInt64(truncatingIfNeeded: count)
    func take(_ word: UInt64) {
      let product = (mixed ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      mixed = product.high ^ product.low
    }
    var at = 0
    while at + 8 <= count {
      take(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    if at == count { return Int(truncatingIfNeeded: mixed >> 1) }
    if count >= 8 {
      // The last bytes together with some that have been taken.
      take(bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    } else if count >= 4 {
      let first = bytes.loadUnaligned(as: UInt32.self)
      let last = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      take(UInt64(first) << 32 | UInt64(last))
    } else {
      take(reduce(0) { $0 << 8 | UInt64($1) })
    }
    return Int(truncatingIfNeeded: mixed >> 1)
  }
}
