/// The bytes of a page or a figure while they are made: several times cheaper to append
/// to than an array, which asks at each text whether it is its only owner.
struct PageBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Whether the bytes have outgrown the room they were given.
  private var hasMoved = false
  private(set) var count = 0

  /// Room for nearly every page.
  private static let usual = 32_768

  /// What `write` appends. Nearly always the page is made where it stays: a copy of it
  /// would take as long as a good part of rendering it.
  static func filled(by write: (consuming PageBuffer) -> PageBuffer) -> [UInt8] {
    var outgrown: [UInt8]?
    let bytes = [UInt8](unsafeUninitializedCapacity: usual) { room, count in
      guard let start = room.baseAddress else { return }
      let page = write(PageBuffer(start: start, capacity: room.count))
      if page.hasMoved {
        outgrown = Array(UnsafeBufferPointer(start: page.start, count: page.count))
      } else {
        count = page.count
      }
    }
    return outgrown ?? bytes
  }

  /// The same of something small, of which there may be many: it is copied once, to the
  /// room that it needs.
  static func small(_ write: (inout PageBuffer) -> Void) -> [UInt8] {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { room in
      guard let start = room.baseAddress else { return [] }
      var page = PageBuffer(start: start, capacity: room.count)
      write(&page)
      return Array(UnsafeBufferPointer(start: page.start, count: page.count))
    }
  }

  private init(start: UnsafeMutablePointer<UInt8>, capacity: Int) {
    (self.start, self.capacity) = (start, capacity)
  }

  deinit { if hasMoved { start.deallocate() } }

  @inline(__always)
  mutating func append(_ first: UnsafePointer<UInt8>, _ size: Int) {
    if size > capacity - count { grow(by: size) }
    Self.copy(first, to: start + count, size)
    count += size
  }

  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    start[count] = byte
    count += 1
  }

  /// Appends a text that the program itself holds.
  @inline(__always)
  mutating func append(literal text: StaticString) {
    text.withUTF8Buffer { bytes in
      if let first = bytes.baseAddress { append(first, bytes.count) }
    }
  }

  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      if let first = bytes.baseAddress { append(first, bytes.count) }
    }
  }

  mutating func append(_ html: EscapedHTML) {
    withUnsafePointer(to: html) { append($0) }
  }

  /// Decimal digits of a number that is not negative.
  mutating func append(decimal number: Int) {
    if number >= 10 { append(decimal: number / 10) }
    append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Nearly all texts are so short that calling for a copy takes longer than making it.
  /// Both ends are copied, which for most sizes overlap.
  @inline(__always)
  private static func copy(
    _ from: UnsafePointer<UInt8>, to: UnsafeMutablePointer<UInt8>, _ size: Int
  ) {
    let (source, place) = (UnsafeRawPointer(from), UnsafeMutableRawPointer(to))
    func put<Part: BitwiseCopyable>(_ at: Int, _: Part.Type) {
      place.storeBytes(
        of: source.loadUnaligned(fromByteOffset: at, as: Part.self), toByteOffset: at,
        as: Part.self)
    }
    if size >= 16, size <= 64 {
      put(0, SIMD16<UInt8>.self)
      if size > 32 {
        put(16, SIMD16<UInt8>.self)
        put(size - 32, SIMD16<UInt8>.self)
      }
      put(size - 16, SIMD16<UInt8>.self)
    } else if size >= 8, size < 16 {
      put(0, UInt64.self)
      put(size - 8, UInt64.self)
    } else {
      to.update(from: from, count: size)
    }
  }

  /// Appends a text where it lies, without becoming an owner of it for as long: that
  /// took longer than copying its bytes.
  @inline(__always)
  mutating func append(_ place: UnsafePointer<EscapedHTML>) {
    let text = EscapedHTML.bytes(at: place)
    guard text.count <= ShortBytes.most else {
      if let start = text.start { append(start, text.count) }
      return
    }
    if capacity - count < ShortBytes.room { grow(by: ShortBytes.room) }
    text.short.store(to: start + count)
    count += text.count
  }

  private mutating func grow(by extra: Int) {
    // With room for what follows a long text, such as the rows of an index.
    capacity = max(capacity * 2, (count + extra) / 8 * 9)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    if hasMoved { start.deallocate() }
    (start, hasMoved) = (larger, true)
  }
}
