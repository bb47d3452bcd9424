import Testing

@testable import CedianModel

struct TextBytesTests {
  @Test(
    "a part is found wherever it stands, byte for byte",
    arguments: [
      ("", "", true), ("a", "", true), ("", "a", false), ("市场部审批", "市场部", true),
      ("由市场部审批", "市场部", true), ("由市场部", "市场部", true), ("市场", "市场部", false),
      ("市市场部", "市场部", true), ("市场场部", "市场部", false), ("aaab", "aab", true),
      ("Abc", "abc", false), ("cafe\u{301}", "caf\u{E9}", false),
      (String(repeating: "市", count: 100) + "场", "市场", true),
    ])
  func holds(text: String, part: String, isHeld: Bool) {
    #expect(text.holds(part) == isHeld)
  }
}
