extension SimpleYAML {
  /// To the next line that is not blank; behind the last one the indent is -1.
  mutating func advance() throws(Unusual) {
    repeat {
      guard next < limit else {
        indent = -1
        return
      }
      line += 1
    } while try !begin()
  }

  /// Sets out on the next line; false where it is blank.
  private mutating func begin() throws(Unusual) -> Bool {
    let start = next
    end = try lineEnd(from: start)
    // Behind LF or CRLF.
    next = end == limit ? limit : bytes[end] == 0x0D ? end + 2 : end + 1
    at = start
    while at < end, bytes[at] == 0x20 { at += 1 }
    while end > at, bytes[end - 1] == 0x20 { end -= 1 }
    indent = at - start
    count(from: start)
    guard at < end else { return false }
    // A blank that is no space looks like an indent.
    if bytes[at] == 0xE3 || bytes[at] == 0xC2 { isDoubtful = isDoubtful || beginsWithBlank }
    return true
  }

  private var beginsWithBlank: Bool {
    let (second, third) = (byte(at + 1), byte(at + 2))
    return bytes[at] == 0xE3 ? second == 0x80 && third == 0x80 : second == 0xA0
  }

  /// A byte of the block, 0 behind its end.
  private func byte(_ offset: Int) -> UInt8 { offset < limit ? bytes[offset] : 0 }

  /// The end of a line in which no character is that YAML refuses or takes for a
  /// line's end, nor a tab. The bytes are UTF-8.
  private mutating func lineEnd(from start: Int) throws(Unusual) -> Int {
    var i = start
    // ASCII from the blank to `~`, eight bytes at a time: a bit rises where a byte is
    // less than the blank, greater than `~`, or no ASCII.
    if let base = UnsafeRawPointer(bytes.baseAddress) {
      while i + 8 <= limit {
        let word = base.eightBytes(at: i)
        let odd = (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101) | word
        guard odd & 0x8080_8080_8080_8080 == 0 else { break }
        i += 8
      }
    }
    while i < limit {
      let byte = bytes[i]
      if byte >= 0x20, byte < 0x7F {
        i += 1
        continue
      }
      if byte > 0xE2, byte != 0xEF {
        i += byte < 0xF0 ? 3 : 4
        continue
      }
      let (second, third) = (self.byte(i + 1), self.byte(i + 2))
      switch byte {
      case 0x0A: return i
      case 0x0D:
        guard second == 0x0A else { throw Unusual() }
        return i
      // U+0080 to U+009F.
      case 0xC2:
        guard second >= 0xA0 else { throw Unusual() }
        i += 2
      case 0xC3...0xDF: i += 2
      case 0xE0, 0xE1: i += 3
      case 0xE2:
        // U+2028 and U+2029.
        if second == 0x80, third | 1 == 0xA9 { throw Unusual() }
        // U+200B and U+2060, which may hide in a name.
        if second == 0x80 && third == 0x8B || second == 0x81 && third == 0xA0 {
          isDoubtful = true
        }
        i += 3
      case 0xEF:
        // U+FEFF, U+FFFE and U+FFFF.
        if second == 0xBB && third == 0xBF || second == 0xBF && third >= 0xBE {
          throw Unusual()
        }
        i += 3
      default: throw Unusual()
      }
    }
    return limit
  }
}
