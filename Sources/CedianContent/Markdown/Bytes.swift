#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bytes that are lent for as long as the function runs that was given them.
typealias Bytes = UnsafeBufferPointer<UInt8>

typealias Vector = SIMD16<UInt8>
typealias VectorMask = SIMDMask<SIMD16<Int8>>

extension Vector {
  /// Which bytes are `byte`. The operators that take a scalar are no single
  /// instruction.
  @inline(__always)
  func equals(_ byte: UInt8) -> VectorMask { self .== Vector(repeating: byte) }

  @inline(__always)
  func isBelow(_ byte: UInt8) -> VectorMask { self .< Vector(repeating: byte) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Goes on 16 bytes at a time to the first place that `isNotable` has a lane for,
  /// or to where fewer than 17 bytes are left, which remain to be looked at.
  ///
  /// `isNotable` sees the bytes and, lane for lane, the byte after each. It should be
  /// a function that is always inlined: a call would spill all vectors.
  @inline(__always)
  func skip(
    from start: Int, end: Int, _ isNotable: (_ bytes: Vector, _ next: Vector) -> VectorMask
  ) -> Int {
    guard end - start > 16, let base = UnsafeRawPointer(baseAddress) else { return start }
    var i = start
    while i &+ 17 <= end {
      let mask = isNotable(
        base.loadUnaligned(fromByteOffset: i, as: Vector.self),
        base.loadUnaligned(fromByteOffset: i &+ 1, as: Vector.self))
      let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
      if words[0] != 0 { return i &+ UInt64(littleEndian: words[0]).trailingZeroBitCount / 8 }
      if words[1] != 0 { return i &+ 8 &+ UInt64(littleEndian: words[1]).trailingZeroBitCount / 8 }
      i &+= 16
    }
    return i
  }

  /// How many scalars begin in the range.
  @inline(__always)
  func scalars(in range: Range<Int>) -> Int {
    var continuing = 0
    var i = range.lowerBound
    if let base = UnsafeRawPointer(baseAddress) {
      while i &+ 8 <= range.upperBound {
        // Of each byte whether its two highest bits are 10.
        let word = base.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        let bits = (word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101
        continuing &+= Int(truncatingIfNeeded: (bits &* 0x0101_0101_0101_0101) >> 56)
        i &+= 8
      }
    }
    while i < range.upperBound {
      if self[i] & 0xC0 == 0x80 { continuing &+= 1 }
      i &+= 1
    }
    return range.count - continuing
  }

  func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    guard !range.isEmpty, let base = baseAddress else { return false }
    return memchr(base + range.lowerBound, Int32(byte), range.count) != nil
  }
}

/// Where marks may begin.
@inline(__always)
func marks(_ bytes: Vector, _ next: Vector) -> VectorMask {
  bytes.equals(Sentinel.lead) .& next.equals(Sentinel.middle)
}
