/// Whether every scalar of a text is a character of its own that is written in one way
/// only: ASCII, Han, kana, the marks between them. Such texts are the same where their
/// bytes are, and can be cut between any two scalars, so that nothing has to be asked
/// of Unicode's tables.
func isPlainText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var at = 0
  while at < bytes.count {
    let first = bytes[at]
    if first < 0x80 {
      // With a line feed behind it a carriage return is one character.
      guard first != 0x0D else { return false }
      at += 1
      continue
    }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard at + length <= bytes.count else { return false }
    guard length == 3 else {
      // U+00B7 and the other marks of Latin-1, but not the soft hyphen.
      guard length == 2, first == 0xC2, bytes[at + 1] >= 0xA1, bytes[at + 1] != 0xAD else {
        return false
      }
      at += 2
      continue
    }
    let scalar =
      UInt32(first & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
    switch scalar {
    // Not the voice marks of kana, which join the one before them, nor the ideographs
    // that stand for others.
    case 0x4E00...0x9FFF, 0x3000...0x3029, 0x3041...0x3096, 0x30A1...0x30FF, 0x2010...0x2027,
      0x2030...0x205E, 0xFF01...0xFF60:
      at += 3
    default: return false
    }
  }
  return true
}
