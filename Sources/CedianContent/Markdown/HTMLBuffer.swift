/// HTML while it is written. It owns its memory alone, so that a short piece costs
/// a copy and no question whether someone shares it.
struct HTMLBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// A copy of what was written, without the room to grow in.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  var last: UInt8? { count > 0 ? start[count - 1] : nil }

  @inline(__always)
  private mutating func makeRoom(for added: Int) {
    if added > capacity &- count { grow(by: added) }
  }

  @inline(never)
  private mutating func grow(by added: Int) {
    capacity = max(capacity * 2, count + added)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.moveInitialize(from: start, count: count)
    start.deallocate()
    start = larger
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    (start + count).initialize(to: byte)
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append($0, in: 0..<$0.count) }
  }

  @inline(__always)
  mutating func append(_ bytes: Bytes, in range: Range<Int>) {
    guard !range.isEmpty, let base = bytes.baseAddress else { return }
    makeRoom(for: range.count)
    (start + count).initialize(from: base + range.lowerBound, count: range.count)
    count &+= range.count
  }

  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0, in: 0..<$0.count) }
  }

  mutating func append(text: String) {
    var text = text
    text.withUTF8 { append($0, in: 0..<$0.count) }
  }

  mutating func append(number: Int) {
    if number >= 10 { append(number: number / 10) }
    append(0x30 + UInt8(number % 10))
  }

  @inline(__always)
  mutating func removeLast(_ removed: Int = 1) { count -= min(removed, count) }

  /// Begins a line unless one has just begun.
  @inline(__always)
  mutating func startLine() {
    if count > 0, start[count &- 1] != 0x0A { append(0x0A) }
  }

  /// Takes back the bullet that `annotate` wrote before a footnote definition.
  mutating func dropFootnoteBullet() {
    let length = Sentinel.bulletLength
    guard count >= length else { return }
    let end = UnsafeBufferPointer(start: start + (count - length), count: length)
    if end.elementsEqual(Sentinel.bullet) { removeLast(length) }
  }
}
