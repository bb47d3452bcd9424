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
