import CedianModel

/// Empty for a file in UTF-8; otherwise `not-utf8` at the first byte that is
/// none, with the command that converts the file.
public func validateEncoding(_ file: SourceFile) -> [Diagnostic] {
  let bytes = file.bytes
  if let encoding = utf16(bytes) {
    return [NotUTF8.diagnostic(encoding, byte: 0, at: .start, path: file.path)]
  }
  guard let offset = firstInvalidByte(bytes) else { return [] }
  let isBrokenUTF8 = hanCharacters(in: bytes[..<offset]) > 1
  let encoding = !isBrokenUTF8 && looksLikeGB18030(bytes) ? "GB18030" : nil
  return [
    NotUTF8.diagnostic(
      encoding, byte: offset, at: position(of: offset, in: bytes), path: file.path)
  ]
}

/// The offset of the first byte that is no UTF-8.
func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBufferPointer(firstInvalidByte)
}

func firstInvalidByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  guard let base = bytes.baseAddress.map(UnsafeRawPointer.init) else { return nil }
  var index = 0
  let count = bytes.count
  while index < count {
    // Eight bytes or eight Chinese characters at a time, as far as there is room.
    if index + 32 <= count {
      let high = base.eightBytes(at: index) & 0x8080_8080_8080_8080
      guard high != 0 else {
        index += 8
        continue
      }
      index += high.trailingZeroBitCount / 8
      if base.holdsEightOfThreeBytes(at: index) {
        index += 24
        continue
      }
    }
    // Nearly all Chinese, one by one.
    while index + 2 < count, bytes[index] > 0xE0, bytes[index] < 0xF0, bytes[index] != 0xED,
      bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80
    {
      index += 3
    }
    guard index < count else { break }
    let byte = bytes[index]
    let length: Int
    switch byte {
    case 0..<0x80:
      index += 1
      continue
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return index
    }
    guard index + length <= count else { return index }
    let second = bytes[index + 1]
    let range: ClosedRange<UInt8> =
      switch byte {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard range.contains(second) else { return index }
    for offset in 2..<length where bytes[index + offset] & 0xC0 != 0x80 { return index }
    index += length
  }
  return nil
}

extension UnsafeRawPointer {
  /// Eight bytes, the first of them the lowest.
  func eightBytes(at offset: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Whether 24 bytes are eight characters of three bytes each. False also for a
  /// character that begins with E0 or ED, whose second byte is bound closer.
  fileprivate func holdsEightOfThreeBytes(at offset: Int) -> Bool {
    let (a, b, c) = (
      eightBytes(at: offset), eightBytes(at: offset + 8), eightBytes(at: offset + 16)
    )
    let wrong =
      (a & 0xC0F0_C0C0_F0C0_C0F0 ^ 0x80E0_8080_E080_80E0)
      | (b & 0xF0C0_C0F0_C0C0_F0C0 ^ 0xE080_80E0_8080_E080)
      | (c & 0xC0C0_F0C0_C0F0_C0C0 ^ 0x8080_E080_80E0_8080)
    guard wrong == 0 else { return false }
    // The first bytes' lower halves, each in a byte of its own.
    let leads =
      a & 0x000F_0000_0F00_000F | b & 0x0F00_000F_0000_0F00 | c & 0x0000_0F00_000F_0000
    // A half that is not zero carries into its byte's upper half.
    let all: UInt64 = 0x0F0F_0F0F_0F0F_0F0F
    let carried = (leads + all) & ((leads ^ 0x0D0D_0D0D_0D0D_0D0D) + all)
    return carried & 0x1010_1010_1010_1010 == 0x1010_1010_1010_1010
  }
}

/// The line and column of a byte, up to which the bytes are UTF-8.
private func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
  var (line, column) = (1, 1)
  var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  while index < offset {
    if bytes[index] == 0x0A {
      (line, column) = (line + 1, 1)
    } else if bytes[index] & 0xC0 != 0x80 {
      column += 1
    }
    index += 1
  }
  return SourcePosition(line: line, column: column)
}

/// By its byte order mark, or by the zero in every other of its first bytes.
private func utf16(_ bytes: [UInt8]) -> String? {
  guard bytes.count >= 2 else { return nil }
  if bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF {
    return "UTF-16"
  }
  guard bytes.count >= 4, bytes[0] == 0 || bytes[1] == 0 else { return nil }
  if bytes[0] == 0, bytes[1] != 0, bytes[2] == 0, bytes[3] != 0 { return "UTF-16BE" }
  if bytes[0] != 0, bytes[1] == 0, bytes[2] != 0, bytes[3] == 0 { return "UTF-16LE" }
  return nil
}

/// Sequences of three bytes as Han characters have in UTF-8; text in GB18030
/// hardly ever holds one.
private func hanCharacters(in bytes: ArraySlice<UInt8>) -> Int {
  bytes.reduce(0) { (0xE3...0xE9).contains($1) ? $0 + 1 : $0 }
}

/// Whether every byte above ASCII belongs to a two- or four-byte sequence of
/// GB18030 (which includes GBK and GB2312), half of them at least among the
/// common characters of GB2312.
private func looksLikeGB18030(_ bytes: [UInt8]) -> Bool {
  var index = 0
  var (pairs, common) = (0, 0)
  while index < bytes.count {
    guard bytes[index] >= 0x80 else {
      index += 1
      continue
    }
    guard (0x81...0xFE).contains(bytes[index]), index + 1 < bytes.count else { return false }
    switch bytes[index + 1] {
    case 0x40...0x7E, 0x80...0xFE:
      if (0xA1...0xF7).contains(bytes[index]), bytes[index + 1] >= 0xA1 { common += 1 }
      index += 2
    case 0x30...0x39:
      guard index + 3 < bytes.count, (0x81...0xFE).contains(bytes[index + 2]),
        (0x30...0x39).contains(bytes[index + 3])
      else { return false }
      index += 4
    default: return false
    }
    pairs += 1
  }
  return pairs > 0 && common * 2 >= pairs
}
