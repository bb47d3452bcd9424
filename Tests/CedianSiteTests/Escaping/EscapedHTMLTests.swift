import Testing

@testable import CedianSite

struct EscapedHTMLTests {
  @Test(
    "special characters are escaped and controls dropped wherever they stand",
    arguments: [
      ("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("\"", "&quot;"), ("'", "&#39;"),
      ("\u{7F}", ""), ("\u{1}", ""), ("\r", ""), ("\t", "\t"), ("\n", "\n"), ("=", "="), ("?", "?"),
      ("#", "#"), ("%", "%"), ("(", "("), ("~", "~"), ("\u{80}", "\u{80}"), (" ", " "),
    ])
  func everywhere(special: String, escaped: String) {
    for filling in ["a", "中"] {
      for before in 0..<18 {
        for after in [0, 1, 7, 8, 9] {
          let (left, right) = (
            String(repeating: filling, count: before), String(repeating: filling, count: after)
          )
          #expect(EscapedHTML(left + special + right).html == left + escaped + right)
        }
      }
    }
  }

  @Test("text and bytes of the same HTML are equal")
  func equality() {
    let (text, bytes) = (EscapedHTML("中"), EscapedHTML(trusted: Array("中".utf8)))
    #expect(text == bytes && text.hashValue == bytes.hashValue && text.count == 3)
    #expect(EscapedHTML.empty.isEmpty && EscapedHTML(trusted: [UInt8]()).isEmpty)
  }
}
