import CedianModel

/// Text that may stand in HTML as it is, between tags or between the double
/// quotes of an attribute: escaped once, on bytes, when it is made.
///
/// An empty text counts as nothing: `{{#name}}` skips it, `{{^name}}` shows.
struct EscapedHTML: Sendable, Hashable {
  private enum Storage: Sendable {
    case text(String)
    /// HTML stays in the bytes it was made in: nothing reads it as text, and a
    /// page's body would be checked and copied for it.
    case bytes([UInt8])
  }

  private let storage: Storage

  /// Escapes plain text. Control characters that HTML refuses are dropped.
  init(_ text: String) {
    let isPlain = text.withBytes { EscapedHTML.isPlain($0) }
    self.init(trusted: isPlain ? text : EscapedHTML.escape(text))
  }

  /// The same of a text in UTF-8 that nobody else needs.
  init(escaping bytes: [UInt8]) {
    let isPlain = bytes.withUnsafeBufferPointer { EscapedHTML.isPlain($0) }
    self.init(trusted: isPlain ? bytes : EscapedHTML(String(decoding: bytes, as: UTF8.self)).utf8)
  }

  /// Takes HTML that was made by the Markdown stage, by a template or by a
  /// figure, and is therefore safe already.
  init(trusted html: String) {
    var html = html
    // So that `bytes(at:)` finds them side by side.
    html.makeContiguousUTF8()
    storage = .text(html)
  }

  /// Safe HTML in bytes, as the Markdown stage makes it.
  init(trusted bytes: [UInt8]) {
    storage = .bytes(bytes)
  }

  /// Safe HTML.
  var html: String {
    switch storage {
    case .text(let text): text
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }

  /// `html` in UTF-8.
  var utf8: [UInt8] {
    switch storage {
    case .text(let text): Array(text.utf8)
    case .bytes(let bytes): bytes
    }
  }

  /// How many bytes it has.
  var count: Int {
    switch storage {
    case .text(let text): text.utf8.count
    case .bytes(let bytes): bytes.count
    }
  }

  @inline(__always)
  var isEmpty: Bool {
    switch storage {
    case .text(let text): text.utf8.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    }
  }

  static var empty: EscapedHTML { EscapedHTML(trusted: "") }

  func withBytes<Made>(_ body: (UnsafeBufferPointer<UInt8>) -> Made) -> Made {
    switch storage {
    case .text(let text): text.withBytes(body)
    case .bytes(let bytes): bytes.withUnsafeBufferPointer(body)
    }
  }

  /// The bytes of the text at `place`: short ones themselves, others where they lie for
  /// as long as the text stays there.
  @inline(__always)
  static func bytes(at place: UnsafePointer<EscapedHTML>) -> Lying {
    switch place.pointee.storage {
    case .text(let text): text.utf8.withContiguousStorageIfAvailable { Lying($0) } ?? Lying()
    case .bytes(let bytes): bytes.withUnsafeBufferPointer { Lying($0) }
    }
  }

  struct Lying {
    let count: Int
    /// Set where they are at most `ShortBytes.most`, and `start` where they are more: a
    /// short text of Swift's lies nowhere but in its own words.
    let short: ShortBytes
    let start: UnsafePointer<UInt8>?

    @inline(__always)
    fileprivate init(
      _ bytes: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0)
    ) {
      count = bytes.count
      let isShort = count <= ShortBytes.most
      short = isShort ? ShortBytes(bytes) : ShortBytes()
      start = isShort ? nil : bytes.baseAddress
    }
  }

  func append(to page: inout [UInt8]) {
    withBytes { page.append(contentsOf: $0) }
  }

  static func == (a: Self, b: Self) -> Bool {
    if case .text(let first) = a.storage, case .text(let second) = b.storage {
      return first == second
    }
    return a.utf8 == b.utf8
  }

  func hash(into hasher: inout Hasher) { hasher.combine(utf8) }

  /// Bytes that must be replaced or dropped: `<`, `>`, `&`, `"`, `'`, and control
  /// characters other than tab and line feed.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F: true
    case 0x09, 0x0A: false
    default: byte < 0x20
    }
  }

  /// Whether no byte is special. Eight are looked at together: nearly all text is
  /// plain, and every text of every page is asked.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(text)
    func holdsSpecial(_ eight: UInt64, _ range: Range<Int>) -> Bool {
      mayHoldSpecial(eight) && text[range].contains(where: isSpecial)
    }
    func half(_ at: Int) -> UInt64 {
      UInt64(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
    }
    let count = bytes.count
    guard count >= 8 else {
      return count < 4
        ? !text.contains(where: isSpecial)
        : !holdsSpecial(half(0) | half(count - 4) << 32, 0..<count)
    }
    var index = 0
    while index < count {
      // The last eight together with some that have been looked at.
      let start = min(index, count - 8)
      let eight = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      if holdsSpecial(eight, start..<(start + 8)) { return false }
      index += 8
    }
    return true
  }

  /// False only where none of the eight bytes is special.
  private static func mayHoldSpecial(_ eight: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // The high bit of a byte is set in what is returned where the byte is below the
    // limit, and in none where no byte is.
    func below(_ bytes: UInt64, _ limit: UInt64) -> UInt64 { (bytes &- ones &* limit) & ~bytes }
    let found =
      below(eight, 0x20) | below(eight ^ (ones &* 0x22), 1) | below(eight ^ (ones &* 0x7F), 1)
      // 26 and 27 differ in their last bit, 3C and 3E in the one before it.
      | below((eight | ones) ^ (ones &* 0x27), 1)
      | below((eight & ~(ones &* 2)) ^ (ones &* 0x3C), 1)
    return found & (ones &* 0x80) != 0
  }

  private static func escape(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 32)
    appendEscaped(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends `text` escaped for HTML.
  static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    text.withBytes { own in
      guard !isPlain(own) else { return bytes.append(contentsOf: own) }
      for byte in own {
        switch byte {
        case 0x26: bytes.append(contentsOf: "&amp;".utf8)
        case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
        case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
        case 0x22: bytes.append(contentsOf: "&quot;".utf8)
        case 0x27: bytes.append(contentsOf: "&#39;".utf8)
        default: if !isSpecial(byte) { bytes.append(byte) }
        }
      }
    }
  }
}
