extension String {
  /// Whether both texts are the same bytes. `==` also asks whether two texts that
  /// differ mean the same to Unicode, which takes many times as long for Chinese.
  @inlinable
  public func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let same = utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { own.elementsEqual($0) }
    }
    guard let same = same ?? nil else { return utf8.elementsEqual(other.utf8) }
    return same
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
    if number >= 10 { append(decimal: number / 10) }
    append(0x30 + UInt8(number % 10))
  }
}
