/// 128 bits that tell two files apart: four lanes of multiply-and-fold over the
/// bytes, 64 at a time, so that no lane waits for another's product. Not against an
/// adversary, who could edit the manifest as well.
struct ContentHash: Sendable, Hashable {
  var high: UInt64
  var low: UInt64

  init(_ bytes: [UInt8]) {
    let lanes = bytes.withUnsafeBytes(Lanes.init)
    let (a, b, c, d) = (lanes.a, lanes.b, lanes.c, lanes.d)
    high = Self.fold(Self.fold(a, c | 1), b ^ d)
    low = Self.fold(Self.fold(b ^ 0x1D8E_4E27_C47D_124F, d | 1), a &+ c)
  }

  private struct Lanes {
    var a: UInt64 = 0x9E37_79B9_7F4A_7C15
    var b: UInt64
    var c: UInt64 = 0xA076_1D64_78BD_642F
    var d: UInt64 = 0xE703_7ED1_A0B4_28DB

    init(_ bytes: UnsafeRawBufferPointer) {
      // Spread over the word: no text's own bytes stand for another length.
      b = 0xD1B5_4A32_D192_ED03 &+ UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
      var at = 0
      while at + 64 <= bytes.count {
        take(bytes, at)
        at += 64
      }
      guard at < bytes.count else { return }
      withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { rest in
        rest.initializeMemory(as: UInt8.self, repeating: 0)
        rest.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[at...]))
        take(UnsafeRawBufferPointer(rest), 0)
      }
    }

    @inline(__always)
    private mutating func take(_ bytes: UnsafeRawBufferPointer, _ at: Int) {
      func word(_ offset: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: at + offset, as: UInt64.self).littleEndian
      }
      a = fold(a ^ word(0), word(8) ^ 0x8EBC_6AF0_9C88_C6E3)
      b = fold(b ^ word(16), word(24) ^ 0x5899_65CC_7537_4CC3)
      c = fold(c ^ word(32), word(40) ^ 0x1D8E_4E27_C47D_124F)
      d = fold(d ^ word(48), word(56) ^ 0xEB44_ACCA_B455_D165)
    }
  }

  private static func fold(_ x: UInt64, _ y: UInt64) -> UInt64 {
    let product = x.multipliedFullWidth(by: y)
    return product.high ^ product.low ^ (x >> 32)
  }

  init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  /// Bytes with their hash in a line above them, for what is kept to save work.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var line: [UInt8] = []
    ContentHash(bytes).append(to: &line)
    return line + [0x0A] + bytes
  }

  /// What was sealed; nil where it is not as it was written.
  static func opened(_ bytes: [UInt8]) -> [UInt8]? {
    guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
    let content = Array(bytes[(end + 1)...])
    return sealed(content) == bytes ? content : nil
  }

  /// Two numbers in hexadecimal digits.
  func append(to bytes: inout [UInt8]) {
    Self.append(hexadecimal: high, to: &bytes)
    bytes.append(0x20)
    Self.append(hexadecimal: low, to: &bytes)
  }

  private static func append(hexadecimal number: UInt64, to bytes: inout [UInt8]) {
    var count = max(1, (67 - number.leadingZeroBitCount) / 4)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { digits in
      var rest = number
      let all = UnsafeMutableBufferPointer(rebasing: digits[..<count])
      while count > 0 {
        count -= 1
        let digit = UInt8(truncatingIfNeeded: rest & 0xF)
        all.initializeElement(at: count, to: digit < 10 ? 0x30 + digit : 0x57 + digit)
        rest >>= 4
      }
      bytes.append(contentsOf: UnsafeBufferPointer(all))
    }
  }
}
