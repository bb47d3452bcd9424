/// 128 bits that tell two files apart: two lanes of multiply-and-fold over the
/// bytes, eight at a time. Not against an adversary, who could edit the
/// manifest as well.
struct ContentHash: Sendable, Hashable {
  var high: UInt64
  var low: UInt64

  init(_ bytes: [UInt8]) {
    var a: UInt64 = 0x9E37_79B9_7F4A_7C15
    var b: UInt64 = 0xD1B5_4A32_D192_ED03 ^ UInt64(bytes.count)
    bytes.withUnsafeBytes { buffer in
      var at = 0
      while at + 8 <= buffer.count {
        let word = buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
        a = Self.fold(a ^ word, 0xA076_1D64_78BD_642F)
        b = Self.fold(b &+ word, 0xE703_7ED1_A0B4_28DB) ^ a
        at += 8
      }
      var tail: UInt64 = 0
      var shift: UInt64 = 0
      while at < buffer.count {
        tail |= UInt64(buffer[at]) << shift
        shift += 8
        at += 1
      }
      a = Self.fold(a ^ tail, 0x8EBC_6AF0_9C88_C6E3)
      b = Self.fold(b &+ tail, 0x5899_65CC_7537_4CC3) ^ a
    }
    high = Self.fold(a, b | 1)
    low = Self.fold(b ^ 0x1D8E_4E27_C47D_124F, a | 1)
  }

  private static func fold(_ x: UInt64, _ y: UInt64) -> UInt64 {
    let product = x.multipliedFullWidth(by: y)
    return product.high ^ product.low ^ (x >> 32)
  }

  init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  /// Two numbers in hexadecimal digits.
  func append(to bytes: inout [UInt8]) {
    Self.append(hexadecimal: high, to: &bytes)
    bytes.append(0x20)
    Self.append(hexadecimal: low, to: &bytes)
  }

  private static func append(hexadecimal number: UInt64, to bytes: inout [UInt8]) {
    if number > 0xF { append(hexadecimal: number >> 4, to: &bytes) }
    let digit = UInt8(number & 0xF)
    bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
  }
}
