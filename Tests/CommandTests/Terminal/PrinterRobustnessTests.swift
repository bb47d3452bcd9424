import CedianModel
import Testing

@testable import cedian

/// The same numbers in every run.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite struct PrinterRobustnessTests {
  private static let pieces: [[UInt8]] =
    [
      "a", "主题", "：", "\t", " ", "\r\n", "\n", "\r", "🎉", "👨‍👩‍👧", "🇨🇳", "e\u{301}", "\u{301}",
      "\u{200D}",
      "\u{FE0F}", "\u{1B}[31m", "\u{9B}", "\u{202E}", "\u{FEFF}", "---",
    ].map { Array($0.utf8) } + [[0xFF], [0xE4, 0xB8], [0x00], [0xC0, 0x80]]

  @Test func anyBytesAndAnyRangesArePrintedSafelyAndWithinTheWidth() {
    var random = Seeded(state: 11)
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        bytes += Self.pieces.randomElement(using: &random) ?? []
      }
      func position() -> SourcePosition {
        let limit = Int.random(in: 0...20, using: &random) == 0 ? 5_000_000_000 : 12
        return SourcePosition(
          line: Int.random(in: 0...limit, using: &random),
          column: Int.random(in: 0...limit, using: &random))
      }
      func range() -> SourceRange { SourceRange(position(), position()) }
      let finding = Diagnostic(
        id: "x", severity: .allCases.randomElement(using: &random) ?? .error,
        location: SourceLocation(path: "a", range: range()),
        message: LocalizedText(verbatim: String(decoding: bytes, as: UTF8.self)),
        notes: [
          .init(
            location: SourceLocation(path: "a", range: range()),
            message: LocalizedText(verbatim: "n"))
        ],
        fix: .init(
          message: LocalizedText(verbatim: "f"), example: "e",
          edits: (0..<Int.random(in: 0...3, using: &random)).map { _ in
            .init(range: range(), replacement: Bool.random(using: &random) ? "\n" : "x")
          }))
      let printer = DiagnosticPrinter(language: .zh, palette: .plain, width: 40, wraps: true)
      let text = printer.print([finding]) { _ in bytes }
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || printable($0) == $0 })
      for row in text.split(separator: "\n") where row.contains("│") {
        #expect(displayWidth(String(row)) <= 42, "\(row)")
      }
    }
  }
}
