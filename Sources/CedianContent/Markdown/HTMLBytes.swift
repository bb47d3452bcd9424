/// Writing text and addresses as HTML.
extension HTMLBuffer {
  /// Escapes text for content and quoted attributes and takes out all marks.
  mutating func append(escaping bytes: Bytes, in range: Range<Int>, marks: Bool) {
    var run = range.lowerBound
    let end = range.upperBound
    while true {
      let i = nextEscape(bytes, from: run, end: end)
      append(bytes, in: run..<i)
      guard i < end else { return }
      let next = markEnd(bytes, at: i, end: end, marks: marks)
      if next > i {
        if bytes[i + 2] == Sentinel.footnoteItem.rawValue { dropFootnoteBullet() }
        run = next
        continue
      }
      if let entity = entity(of: bytes[i], replacesControls: marks) {
        append(entity)
      } else {
        append(bytes[i])
      }
      run = i + 1
    }
  }

  mutating func append(escaping bytes: [UInt8], marks: Bool) {
    bytes.withUnsafeBufferPointer { append(escaping: $0, in: 0..<$0.count, marks: marks) }
  }

  mutating func append(escaping text: String, marks: Bool) {
    var text = text
    text.withUTF8 { append(escaping: $0, in: 0..<$0.count, marks: marks) }
  }

  /// Escapes an address for `href` or `src`: percent-encodes what no URL may
  /// hold and leaves what is encoded already.
  mutating func append(address bytes: Bytes, in range: Range<Int>, marks: Bool) {
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = bytes[i]
      if isAddressSafe(byte) {
        append(byte)
      } else if byte == 0x26 {
        append("&amp;")
      } else if byte == 0x27 {
        append("&#x27;")
      } else {
        let next = markEnd(bytes, at: i, end: range.upperBound, marks: marks)
        if next > i {
          i = next
          continue
        }
        append(0x25)
        append(hexDigit(byte >> 4))
        append(hexDigit(byte & 15))
      }
      i += 1
    }
  }
}

extension [UInt8] {
  /// Appends some of another's bytes.
  @inline(__always)
  mutating func append(_ bytes: Bytes, in range: Range<Int>) {
    guard !range.isEmpty else { return }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
  }

  /// Takes back the bullet that `annotate` wrote before a footnote definition.
  mutating func dropFootnoteBullet() {
    if count >= Sentinel.bulletLength,
      self[(count - Sentinel.bulletLength)...].elementsEqual(Sentinel.bullet)
    {
      removeLast(Sentinel.bulletLength)
    }
  }
}

/// The next byte that text may not hold as it is, or the first of what may be a
/// mark.
func nextEscape(_ bytes: Bytes, from start: Int, end: Int) -> Int {
  var i = bytes.skip(from: start, end: end, escapes)
  while i < end {
    let byte = bytes[i]
    if byte < 0x40 {
      if escapedLow >> UInt64(byte) & 1 != 0 { return i }
    } else if byte >= 0x7F {
      if byte == 0x7F { return i }
      if byte == Sentinel.lead, i + 1 < end, bytes[i + 1] == Sentinel.middle { return i }
    }
    i += 1
  }
  return i
}

@inline(__always)
private func escapes(_ bytes: Vector, _ next: Vector) -> VectorMask {
  let angles = (bytes | Vector(repeating: 0x02)).equals(0x3E)
  let quotes = bytes.equals(0x22) .| bytes.equals(0x26)
  return bytes.isBelow(0x20) .| quotes .| angles .| bytes.equals(0x7F) .| marks(bytes, next)
}

/// The first mark at or after `start`.
func nextMark(_ bytes: Bytes, from start: Int, end: Int) -> Int {
  var i = start
  while true {
    i = bytes.skip(from: i, end: end, marks)
    guard i + 2 < end else { return end }
    if bytes[i] == Sentinel.lead, bytes[i + 1] == Sentinel.middle, bytes[i + 2] >= 0x90,
      bytes[i + 2] <= 0xAF
    {
      return i
    }
    i += 1
  }
}

/// Controls that HTML does not allow, `"`, `&`, `<`, `>`: one bit each.
private let escapedLow: UInt64 =
  0xFFFF_FFFF & ~(1 << 0x09 | 1 << 0x0A | 1 << 0x0C | 1 << 0x0D)
  | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E

/// If a mark stands at `i`, the offset after it and after what belongs to it.
@inline(__always)
func markEnd(_ bytes: Bytes, at i: Int, end: Int, marks: Bool) -> Int {
  guard marks, bytes[i] == Sentinel.lead, i + 2 < end, bytes[i + 1] == Sentinel.middle,
    bytes[i + 2] >= 0x90, bytes[i + 2] <= 0xAF
  else { return i }
  switch Sentinel(rawValue: bytes[i + 2]) {
  case .punctuation where i + 3 < end && bytes[i + 3] == 0x2C: return i + 4
  case .escape where i + 3 < end && bytes[i + 3] == 0x5C: return i + 4
  case .cell where i + 4 < end && bytes[i + 3] == 0xC2 && bytes[i + 4] == 0xA0: return i + 5
  default: return i + 3
  }
}

@inline(__always)
func entity(of byte: UInt8, replacesControls: Bool) -> StaticString? {
  switch byte {
  case 0x26: "&amp;"
  case 0x3C: "&lt;"
  case 0x3E: "&gt;"
  case 0x22: "&quot;"
  // HTML allows no other control character.
  case 0x09, 0x0A, 0x0C, 0x0D: nil
  case 0x00..<0x20, 0x7F: replacesControls ? "\u{FFFD}" : nil
  default: nil
  }
}

@inline(__always)
private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

/// Whether an address keeps the byte as it is.
@inline(__always)
private func isAddressSafe(_ c: UInt8) -> Bool {
  if isASCIIAlphanumeric(c) { return true }
  switch c {
  // ! # $ % ( ) * + , - . / : ; = ? @ _ ~
  case 0x21, 0x23, 0x24, 0x25, 0x28...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: return true
  default: return false
  }
}
