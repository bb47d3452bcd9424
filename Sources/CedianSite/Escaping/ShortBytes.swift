/// A text of so few bytes that two words hold it: most texts of a page.
struct ShortBytes {
  /// How many bytes fit.
  static let most = 15
  /// What `store` writes, whatever the text's length.
  static let room = 16

  /// The bytes from the lowest up; what is left of the words is of no meaning.
  private let low: UInt64
  private let high: UInt64

  /// Of no more than `most` bytes.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    func word<Word: FixedWidthInteger & BitwiseCopyable>(_ at: Int, _: Word.Type) -> UInt64 {
      let raw = UnsafeRawBufferPointer(bytes)
      return UInt64(Word(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: Word.self)))
    }
    // The last bytes are read together with some of the first, and those shifted out.
    if count >= 8 {
      low = word(0, UInt64.self)
      high = word(count - 8, UInt64.self) >> UInt64(8 * (16 - count))
    } else if count >= 4 {
      low = word(0, UInt32.self) | word(count - 4, UInt32.self) << UInt64(8 * (count - 4))
      high = 0
    } else {
      low = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      high = 0
    }
  }

  @inline(__always)
  init() { (low, high) = (0, 0) }

  /// Writes `room` bytes, of which the text's are the first.
  @inline(__always)
  func store(to place: UnsafeMutablePointer<UInt8>) {
    let raw = UnsafeMutableRawPointer(place)
    raw.storeBytes(of: low.littleEndian, as: UInt64.self)
    raw.storeBytes(of: high.littleEndian, toByteOffset: 8, as: UInt64.self)
  }
}
