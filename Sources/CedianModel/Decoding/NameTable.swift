/// Values by the names that stand for them, found by the names' bytes: hashing a
/// Chinese text as Unicode has it takes ten times as long, and every key of every
/// document is looked up.
struct NameTable<Value: Sendable>: Sendable {
  private var names: [String] = []
  private var values: [Value] = []
  /// Places in `names`, -1 where none is; as many as a power of two, so that at
  /// least half stay free.
  private var slots: [Int32] = Array(repeating: -1, count: 16)

  subscript(name: String) -> Value? {
    get {
      let place = slots[slot(of: name)]
      return place < 0 ? nil : values[Int(place)]
    }
    set {
      guard let newValue else { return }
      let slot = slot(of: name)
      if slots[slot] >= 0 {
        values[Int(slots[slot])] = newValue
        return
      }
      slots[slot] = Int32(names.count)
      names.append(name)
      values.append(newValue)
      if names.count * 2 > slots.count { grow() }
    }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (place, name) in names.enumerated() { slots[slot(of: name)] = Int32(place) }
  }

  /// Where the name stands, or the free slot where it would.
  private func slot(of name: String) -> Int {
    var slot = Self.hash(name) & (slots.count - 1)
    while slots[slot] >= 0, !names[Int(slots[slot])].hasSameBytes(as: name) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// FNV-1a. The names in the table are the program's own, so nobody can make
  /// them collide.
  private static func hash(_ name: String) -> Int {
    func fold(_ bytes: some Sequence<UInt8>) -> UInt32 {
      bytes.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
    let hash = name.utf8.withContiguousStorageIfAvailable(fold) ?? fold(name.utf8)
    return Int(hash ^ hash >> 15)
  }
}
