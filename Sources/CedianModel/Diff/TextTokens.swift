/// A text cut into what is compared one by one: characters, but words of Latin letters
/// and numbers whole.
struct TextTokens {
  /// Equal tokens of both texts have equal numbers.
  private(set) var numbers: [Int32] = []
  /// Where each token begins in the text's bytes, and behind the last one where the
  /// text ends.
  private(set) var starts: [Int] = []

  /// The tokens of two texts that are compared with each other.
  static func pair(_ old: String, _ new: String) -> (TextTokens, TextTokens) {
    var words: [String: Int32] = [:]
    if old.withBytes(isPlainText), new.withBytes(isPlainText) {
      return (
        old.withBytes { TextTokens(plain: $0, &words) },
        new.withBytes { TextTokens(plain: $0, &words) }
      )
    }
    return (TextTokens(old, &words), TextTokens(new, &words))
  }

  private init(_ text: String, _ words: inout [String: Int32]) {
    var start = text.startIndex
    var index = start
    var previous: Character?
    func number(_ token: Substring) -> Int32 {
      let word = String(token)
      if let known = words[word] { return known }
      let next = Int32(words.count)
      words[word] = next
      return next
    }
    starts.append(0)
    while index < text.endIndex {
      let character = text[index]
      if let last = previous, !Self.joins(last, character) {
        numbers.append(number(text[start..<index]))
        starts.append(text.utf8.distance(from: text.startIndex, to: index))
        start = index
      }
      previous = character
      index = text.index(after: index)
    }
    if start < text.endIndex {
      numbers.append(number(text[start...]))
      starts.append(text.utf8.count)
    }
  }

  /// Letters of one word and digits of one number stay together.
  private static func joins(_ a: Character, _ b: Character) -> Bool {
    guard let a = a.asciiValue, let b = b.asciiValue else { return false }
    return isWord(a) && isWord(b) || isNumber(a) && isNumber(b)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ","): true
    default: false
    }
  }

  /// Of a plain text, where each scalar is a character: a token of one scalar has its
  /// value as number, and those of several come above all of them.
  private init(plain bytes: UnsafeBufferPointer<UInt8>, _ words: inout [String: Int32]) {
    numbers.reserveCapacity(bytes.count / 2)
    starts.reserveCapacity(bytes.count / 2 + 1)
    var at = 0
    while at < bytes.count {
      let first = bytes[at]
      starts.append(at)
      guard first < 0x80 else {
        var value = Int32(first)
        at += 1
        while at < bytes.count, bytes[at] & 0xC0 == 0x80 {
          value = value << 6 | Int32(bytes[at] & 0x3F)
          at += 1
        }
        numbers.append(value)
        continue
      }
      let start = at
      at += 1
      if Self.isWord(first) {
        while at < bytes.count, Self.isWord(bytes[at]) { at += 1 }
      } else if Self.isNumber(first) {
        while at < bytes.count, Self.isNumber(bytes[at]) { at += 1 }
      }
      guard at - start > 1 else {
        numbers.append(Int32(first))
        continue
      }
      let word = String(
        decoding: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self)
      let next = Int32(words.count) + (1 << 28)
      numbers.append(words[word] ?? next)
      if words[word] == nil { words[word] = next }
    }
    starts.append(bytes.count)
  }
}
