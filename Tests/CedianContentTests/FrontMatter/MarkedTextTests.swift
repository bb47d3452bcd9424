import CedianModel
import CedianTestSupport
import Testing

struct MarkedTextTests {
  @Test func markersAreTakenOutAndTheirPlacesKept() {
    let marked = MarkedText("a1️⃣b\n双2️⃣11 3️⃣")
    #expect(marked.text == "ab\n双11 ")
    #expect(marked[1] == SourcePosition(line: 1, column: 2))
    #expect(marked[2] == SourcePosition(line: 2, column: 2))
    #expect(marked[3] == SourcePosition(line: 2, column: 5))
    #expect(marked[4] == nil)
  }

  @Test func editsAreMadeInOrderAndOverlapsLeftOut() {
    func finding(_ edits: [Diagnostic.Edit]) -> Diagnostic {
      Diagnostic(
        id: "x", severity: .error,
        location: SourceLocation(path: "a", range: SourceRange(line: 1, column: 1)),
        message: LocalizedText(verbatim: "x"),
        fix: Diagnostic.Fix(message: LocalizedText(verbatim: "x"), edits: edits))
    }
    let edits = [
      Diagnostic.Edit(range: SourceRange(line: 2, column: 2, length: 1), replacement: "Y"),
      Diagnostic.Edit(range: SourceRange(line: 1, column: 1, length: 2), replacement: "甲"),
      Diagnostic.Edit(range: SourceRange(line: 1, column: 2, length: 1), replacement: "no"),
    ]
    #expect(applyingEdits(of: [finding(edits)], to: "ab\r\n双1\n") == "甲\r\n双Y\n")
  }
}
