/// Writing HTML as bytes.
extension [UInt8] {
  @inline(__always)
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  mutating func append(number: Int) { append(contentsOf: String(number).utf8) }

  /// Begins a line unless one has just begun.
  @inline(__always)
  mutating func startLine() {
    if let last, last != 0x0A { append(0x0A) }
  }

  /// Escapes text for content and quoted attributes and takes out all marks.
  mutating func append(escaping bytes: [UInt8], in range: Range<Int>, marks: Bool) {
    var run = range.lowerBound
    var i = run
    let end = range.upperBound
    while i < end {
      let byte = bytes[i]
      if byte >= 0x40 && byte != 0xEF && byte != 0x7F {
        i += 1
        continue
      }
      let next = markEnd(bytes, at: i, end: end, marks: marks)
      if next > i {
        append(contentsOf: bytes[run..<i])
        if bytes[i + 2] == Sentinel.footnoteItem.rawValue { dropFootnoteBullet() }
        i = next
        run = i
        continue
      }
      if let entity = entity(of: byte, replacesControls: marks) {
        append(contentsOf: bytes[run..<i])
        append(entity)
        run = i + 1
      }
      i += 1
    }
    append(contentsOf: bytes[run..<end])
  }

  /// Takes back the bullet that `annotate` wrote before a footnote definition.
  mutating func dropFootnoteBullet() {
    if count >= Sentinel.bulletLength, self[(count - Sentinel.bulletLength)...].elementsEqual(Sentinel.bullet) {
      removeLast(Sentinel.bulletLength)
    }
  }

  /// Escapes an address for `href` or `src`: percent-encodes what no URL may
  /// hold and leaves what is encoded already.
  mutating func append(address bytes: [UInt8], in range: Range<Int>, marks: Bool) {
    let digits = Array("0123456789ABCDEF".utf8)
    let safe = addressSafe
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = bytes[i]
      if safe[Int(byte)] {
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
        append(digits[Int(byte >> 4)])
        append(digits[Int(byte & 15)])
      }
      i += 1
    }
  }
}

/// If a mark stands at `i`, the offset after it and after what belongs to it.
@inline(__always)
func markEnd(_ bytes: [UInt8], at i: Int, end: Int, marks: Bool) -> Int {
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

/// Bytes that an address keeps as they are.
private let addressSafe: [Bool] = {
  var table = [Bool](repeating: false, count: 256)
  for c in "!#$%()*+,-./:;=?@_~".utf8 { table[Int(c)] = true }
  for c in 0x30...0x39 { table[c] = true }
  for c in 0x41...0x5A { table[c] = true }
  for c in 0x61...0x7A { table[c] = true }
  return table
}()
