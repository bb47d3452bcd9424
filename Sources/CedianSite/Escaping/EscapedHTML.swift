/// Text that may stand in HTML as it is, between tags or between the double
/// quotes of an attribute: escaped once, on bytes, when it is made.
///
/// An empty text counts as nothing: `{{#name}}` skips it, `{{^name}}` shows.
struct EscapedHTML: Sendable, Hashable {
  private let text: String
  /// Long HTML stays in the bytes it was made in: nothing reads it as text, and a
  /// page's body would be checked and copied for it. Then `text` is empty.
  private let bytes: [UInt8]

  /// Escapes plain text. Control characters that HTML refuses are dropped.
  init(_ text: String) {
    let isPlain = text.withBytes { bytes in !bytes.contains(where: EscapedHTML.isSpecial) }
    self.init(trusted: isPlain ? text : EscapedHTML.escape(text))
  }

  /// Takes HTML that was made by the Markdown stage, by a template or by a
  /// figure, and is therefore safe already.
  init(trusted html: String) {
    text = html
    bytes = []
  }

  /// Safe HTML in bytes, as the Markdown stage makes it.
  init(trusted bytes: [UInt8]) {
    text = ""
    self.bytes = bytes
  }

  /// Safe HTML.
  var html: String { bytes.isEmpty ? text : String(decoding: bytes, as: UTF8.self) }

  /// `html` in UTF-8.
  var utf8: [UInt8] { bytes.isEmpty ? Array(text.utf8) : bytes }

  var isEmpty: Bool { text.utf8.isEmpty && bytes.isEmpty }

  static let empty = EscapedHTML(trusted: "")

  func append(to page: inout [UInt8]) {
    if bytes.isEmpty {
      text.withBytes { page.append(contentsOf: $0) }
    } else {
      page.append(contentsOf: bytes)
    }
  }

  static func == (a: Self, b: Self) -> Bool {
    a.bytes.isEmpty && b.bytes.isEmpty ? a.text == b.text : a.utf8 == b.utf8
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

  private static func escape(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 32)
    appendEscaped(text.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends `text` escaped for HTML.
  static func appendEscaped(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    for byte in text {
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
