/// The bytes of a text that is known not to be long, written where the text will keep
/// them: an array between them takes as long as the text itself, and a site has
/// hundreds of thousands of dates and addresses. What there is no room for is left out.
public struct ShortText: ~Copyable {
  @usableFromInline let room: UnsafeMutableBufferPointer<UInt8>
  @usableFromInline var count = 0

  @inlinable
  init(_ room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  @inlinable
  public mutating func append(_ byte: UInt8) {
    guard count < room.count else { return }
    room.initializeElement(at: count, to: byte)
    count += 1
  }

  @inlinable
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let from = bytes.baseAddress, let to = room.baseAddress,
      bytes.count <= room.count - count
    else { return }
    (to + count).initialize(from: from, count: bytes.count)
    count += bytes.count
  }

  @inlinable
  public mutating func append(text: String) { text.withBytes { append($0) } }

  @inlinable
  public mutating func append(literal text: StaticString) { text.withUTF8Buffer { append($0) } }

  /// Decimal digits of a number that is not negative.
  public mutating func append(decimal number: Int) {
    if number >= 10 { append(decimal: number / 10) }
    append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }
}

extension String {
  /// The text that `write` makes, of at most `capacity` bytes of UTF-8.
  @inlinable
  public init(shortOf capacity: Int, _ write: (inout ShortText) -> Void) {
    self.init(unsafeUninitializedCapacity: capacity) { room in
      var text = ShortText(room)
      write(&text)
      return text.count
    }
  }
}
