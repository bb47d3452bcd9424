import Testing

@testable import cedian

@Suite struct DisplayWidthTests {
  @Test(
    "A text takes as many cells as a terminal gives it",
    arguments: [
      ("abc", 3), ("策典", 4), ("，。「」", 8), ("ＡＢ", 4), ("ｱ", 1), ("e\u{301}", 1), ("한글", 4),
      ("🎉", 2), ("👨‍👩‍👧", 2), ("🇨🇳🇯🇵", 4), ("❤\u{FE0F}", 2), ("❤", 1), ("👍🏽", 2), ("“—…", 3),
      ("\u{20000}", 2), ("1\u{FE0F}\u{20E3}", 1), ("", 0),
    ])
  func widths(_ text: String, _ cells: Int) {
    #expect(displayWidth(text) == cells)
  }

  @Test(
    "Lines break between words and Han characters, never before closing punctuation",
    arguments: [
      ("一二三四五六", 8, ["一二三四", "五六"]),
      ("一二三四，五六", 8, ["一二三", "四，五六"]),
      ("一二三「四」", 8, ["一二三", "「四」"]),
      ("one two three", 8, ["one two", "three"]),
      ("averyveryverylongword end", 8, ["averyveryverylongword", "end"]),
      ("中文word中文", 8, ["中文word", "中文"]),
      ("一\n二", 8, ["一", "二"]),
      ("", 8, [""]),
    ] as [(String, Int, [String])])
  func wrapping(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(wrapped(text, width: width) == lines)
  }
}
