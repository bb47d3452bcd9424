extension String {
  /// Whether both texts are the same bytes. `==` also asks whether two texts that
  /// differ mean the same to Unicode, which takes many times as long for Chinese.
  @inlinable
  public func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return withBytes { own in other.withBytes { own.hasSameBytes(as: $0) } }
  }

  /// Whether `part` stands in the text, byte for byte. The library's own search asks of
  /// every character what Unicode takes it for: for the clauses of a policy and the names
  /// of its departments that was a sixth of a whole build.
  public func holds(_ part: String) -> Bool {
    withBytes { own in
      part.withBytes { part in
        guard let first = part.first else { return true }
        var at = 0
        while at + part.count <= own.count {
          if own[at] == first,
            UnsafeBufferPointer(rebasing: own[at..<(at + part.count)]).hasSameBytes(as: part)
          {
            return true
          }
          at += 1
        }
        return false
      }
    }
  }

  /// The text's bytes side by side, as nearly every text has them already: going
  /// through a text's own view of them byte by byte is several times slower.
  @inlinable
  public func withBytes<Made>(_ body: (UnsafeBufferPointer<UInt8>) -> Made) -> Made {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether both hold the same bytes, eight of which are compared at a time.
  @inlinable
  public func hasSameBytes(as other: Self) -> Bool {
    guard count == other.count else { return false }
    guard let own = UnsafeRawPointer(baseAddress), let others = UnsafeRawPointer(other.baseAddress)
    else { return isEmpty }
    func agree<Word: FixedWidthInteger & BitwiseCopyable>(at offset: Int, _: Word.Type) -> Bool {
      own.loadUnaligned(fromByteOffset: offset, as: Word.self)
        == others.loadUnaligned(fromByteOffset: offset, as: Word.self)
    }
    var at = 0
    while at + 8 <= count {
      guard agree(at: at, UInt64.self) else { return false }
      at += 8
    }
    guard at < count else { return true }
    // The last bytes together with some that have been compared, where there are any.
    if count >= 8 { return agree(at: count - 8, UInt64.self) }
    if count >= 4 { return agree(at: 0, UInt32.self) && agree(at: count - 4, UInt32.self) }
    while at < count {
      guard self[at] == other[at] else { return false }
      at += 1
    }
    return true
  }
}

extension [UInt8] {
  /// Appends a number in decimal digits, several times faster than by way of its
  /// description.
  public mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(decimal: UInt64(number.magnitude))
  }

  public mutating func append(decimal number: UInt64) {
    // Most numbers are short: coordinates, days, lines.
    guard number >= 1000 else {
      if number >= 100 { append(0x30 + UInt8(truncatingIfNeeded: number / 100)) }
      if number >= 10 { append(0x30 + UInt8(truncatingIfNeeded: number / 10 % 10)) }
      return append(0x30 + UInt8(truncatingIfNeeded: number % 10))
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (start, rest) = (20, number)
      while rest > 0 {
        start -= 1
        digits.initializeElement(at: start, to: 0x30 + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Decimal digits with leading zeros. The number is not negative.
  public mutating func append(padded number: Int, to width: Int) {
    var (least, zeros) = (10, width - 1)
    while number >= least, zeros > 0 { (least, zeros) = (least * 10, zeros - 1) }
    for _ in 0..<zeros { append(0x30) }
    append(decimal: number)
  }

  /// Appends a text that the program itself holds: its bytes lie side by side.
  @inlinable
  public mutating func append(literal text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends a text as it stands.
  @inlinable
  public mutating func append(text: String) {
    text.withBytes { append(contentsOf: $0) }
  }
}
