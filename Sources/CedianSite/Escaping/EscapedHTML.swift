/// Text that may stand in HTML as it is, between tags or between the double
/// quotes of an attribute: escaped once, on bytes, when it is made.
///
/// An empty text counts as nothing: `{{#name}}` skips it, `{{^name}}` shows.
struct EscapedHTML: Sendable, Hashable {
  /// Safe HTML.
  let html: String

  /// Escapes plain text. Control characters that HTML refuses are dropped.
  init(_ text: String) {
    let isPlain = text.utf8.allSatisfy { !EscapedHTML.isSpecial($0) }
    html = isPlain ? text : EscapedHTML.escape(text)
  }

  /// Takes HTML that was made by the Markdown stage, by a template or by a
  /// figure, and is therefore safe already.
  init(trusted html: String) {
    self.html = html
  }

  /// Safe HTML in bytes, as the Markdown stage makes it.
  init(trusted bytes: [UInt8]) {
    html = String(decoding: bytes, as: UTF8.self)
  }

  var isEmpty: Bool { html.utf8.isEmpty }

  static let empty = EscapedHTML(trusted: "")

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
