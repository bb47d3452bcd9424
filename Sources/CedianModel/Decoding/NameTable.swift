/// Values by the names that stand for them, found by the names' bytes: hashing a
/// Chinese text as Unicode has it takes ten times as long, and every key of every
/// document is looked up.
struct NameTable<Value: Sendable>: Sendable {
  private struct Entry {
    /// Where the name stands in `bytes`.
    var name: Range<Int>
    var value: Value
  }

  private var entries: [Entry] = []
  /// The names one after another: a text of its own for each would be counted
  /// whenever it is looked at.
  private var bytes: [UInt8] = []
  /// Places in `entries`, -1 where none is; as many as a power of two, so that at
  /// least half stay free.
  private var slots: [Int32] = Array(repeating: -1, count: 16)

  subscript(name: String) -> Value? {
    get { name.withBytes { self[$0] } }
    set {
      guard let newValue else { return }
      let slot = name.withBytes(slot)
      if slots[slot] >= 0 {
        entries[Int(slots[slot])].value = newValue
        return
      }
      slots[slot] = Int32(entries.count)
      let start = bytes.count
      bytes += name.utf8
      entries.append(Entry(name: start..<bytes.count, value: newValue))
      if entries.count * 2 > slots.count { grow() }
    }
  }

  /// What stands for a name given by its bytes.
  subscript(name: UnsafeBufferPointer<UInt8>) -> Value? {
    let place = slots[slot(of: name)]
    return place < 0 ? nil : entries[Int(place)].value
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (place, entry) in entries.enumerated() {
      let slot = bytes.withUnsafeBufferPointer { bytes in
        self.slot(of: UnsafeBufferPointer(rebasing: bytes[entry.name]))
      }
      slots[slot] = Int32(place)
    }
  }

  /// Where the name stands, or the free slot where it would.
  private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var slot = Self.hash(name) & (slots.count - 1)
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

  /// Of the first and the last bytes, which tell nearly all names apart. The names in
  /// the table are the program's own, so nobody can make them collide.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var (first, last) = (UInt64(0), UInt64(0))
    if let bytes = UnsafeRawPointer(name.baseAddress), name.count >= 4 {
      if name.count >= 8 {
        first = bytes.loadUnaligned(as: UInt64.self)
        last = bytes.loadUnaligned(fromByteOffset: name.count - 8, as: UInt64.self)
      } else {
        first = UInt64(bytes.loadUnaligned(as: UInt32.self))
        last = UInt64(bytes.loadUnaligned(fromByteOffset: name.count - 4, as: UInt32.self))
      }
    } else {
      for byte in name { first = first << 8 | UInt64(byte) }
    }
    let mixed = (first ^ last &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 33)
  }
}
