import Testing

@testable import CedianContent

/// The bytes are looked at many at a time; no place among them may matter.
struct EncodingTests {
  @Test func theFirstInvalidByteIsFoundAtEveryPlace() {
    let invalid: [[UInt8]] = [
      [0x80], [0xC1, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xE4, 0xB8],
      [0xE4, 0x41, 0x41],
      [0xEF, 0xBC, 0xC0], [0xF0, 0x8F, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF],
    ]
    let (letters, signs) = (Array("abcdefgh".utf8), Array("策，典।".utf8))
    for letter in 0...letters.count {
      for sign in 0...20 {
        let valid = letters.prefix(letter) + (0..<sign).flatMap { _ in signs }
        for bytes in invalid {
          let text = Array(valid + bytes + (0..<12).flatMap { _ in signs })
          #expect(firstInvalidByte(text) == valid.count)
        }
        #expect(firstInvalidByte(Array(valid)) == nil)
      }
    }
  }

  @Test(arguments: ["\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "é", "॥"])
  func charactersAtTheEdgesAreValid(character: String) {
    for length in 0..<70 {
      let text = String(repeating: "字", count: length % 9) + String(repeating: "a", count: length)
      let whole = text + String(repeating: character, count: 30) + text
      #expect(firstInvalidByte(Array(whole.utf8)) == nil)
    }
  }
}
