import CedianModel
import Testing

@testable import cedian

/// Prints one finding in a file with this text.
private func printed(
  _ text: String, _ range: SourceRange, _ language: Language = .zh, severity: Severity = .error,
  message: LocalizedText = LocalizedText(zh: "有错", en: "wrong"), notes: [Diagnostic.Note] = [],
  clause: ClauseCitation? = nil, fix: Diagnostic.Fix? = nil, coloured: Bool = false,
  width: Int = 100, wraps: Bool = false
) -> String {
  let diagnostic = Diagnostic(
    id: "rule", severity: severity, location: SourceLocation(path: "content/a.md", range: range),
    message: message, notes: notes, clause: clause, fix: fix)
  let printer = DiagnosticPrinter(
    language: language, palette: Palette(isColoured: coloured), width: width, wraps: wraps)
  return printer.print([diagnostic]) { $0 == "content/a.md" ? Array(text.utf8) : nil }
}

private let clause = ClauseCitation(
  number: "4.1", words: "方案写明六项内容", path: "content/policy/04.md", anchor: "4-1")

@Suite struct PrinterTests {
  @Test func aFindingShowsItsLineNeighboursClauseAndExampleInChinese() {
    let text = printed(
      "---\n主题: 双11\n---\n\n正文\n", SourceRange(line: 3, column: 1, length: 3),
      message: LocalizedText(zh: "缺少必填字段「目标」(goal)", en: "the required field 'goal' is missing"),
      clause: clause,
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "在这一行之前加上，例如", en: "add before this line, as in"),
        example: "目标: 成交总额 ≥ 120万\n时间: 2026-11"))
    #expect(
      text == """
        错误[rule]: 缺少必填字段「目标」(goal)
          ┌─ content/a.md:3:1
        2 │ 主题: 双11
        3 │ ---
          │ ^^^
        4 │
          = 制度 4.1：方案写明六项内容 (content/policy/04.md)
          = 改法：在这一行之前加上，例如
          + 目标: 成交总额 ≥ 120万
          + 时间: 2026-11

        1 个错误，涉及 1 个文件

        """)
  }

  @Test func theSameInEnglish() {
    let text = printed(
      "a: 1\nb: 2\n", SourceRange(line: 2, column: 4), .en, severity: .warning, clause: clause,
      fix: Diagnostic.Fix(message: LocalizedText(zh: "改", en: "write another")))
    #expect(
      text == """
        warning[rule]: wrong
          ┌─ content/a.md:2:4
        1 │ a: 1
        2 │ b: 2
          │    ^
          = policy 4.1: 方案写明六项内容 (content/policy/04.md)
          = fix: write another

        1 warning in 1 file

        """)
  }

  @Test func notesShowTheirOwnLineUnderAnotherMark() {
    let first = SourceLocation(path: "content/a.md", range: SourceRange(line: 1, column: 1))
    let elsewhere = SourceLocation(
      path: "content/gone.md", range: SourceRange(line: 120, column: 7))
    let text = printed(
      "主题: 甲\n主题: 乙\n", SourceRange(line: 2, column: 1, length: 2), severity: .note,
      notes: [
        .init(location: first, message: LocalizedText(zh: "先写在这里", en: "first here")),
        .init(location: elsewhere, message: LocalizedText(zh: "另见", en: "see")),
        .init(message: LocalizedText(zh: "没有位置的话", en: "without a place")),
      ])
    #expect(
      text == """
        提示[rule]: 有错
            ┌─ content/a.md:2:1
          1 │ 主题: 甲
          2 │ 主题: 乙
            │ ^^^^
            ├─ content/a.md:1:1
          1 │ 主题: 甲
            │ --
            │ 先写在这里
            ├─ content/gone.md:120:7
            │ 另见
            = 没有位置的话

        1 条提示，涉及 1 个文件

        """)
  }

  @Test func theTotalsCountEachSeverityAndTheFiles() {
    func finding(_ path: String, _ severity: Severity) -> Diagnostic {
      Diagnostic(
        id: "x", severity: severity,
        location: SourceLocation(path: path, range: SourceRange(line: 1, column: 1)),
        message: LocalizedText(verbatim: "x"))
    }
    let found = [
      finding("a", .error), finding("a", .error), finding("a", .error), finding("b", .warning),
    ]
    #expect(Totals(found).sentence(.zh, .plain) == "3 个错误，1 个警告，涉及 2 个文件")
    #expect(Totals(found).sentence(.en, .plain) == "3 errors, 1 warning in 2 files")
    #expect(Totals([]).sentence(.zh, .plain) == "没有发现问题")
    #expect(Totals([]).sentence(.en, .plain) == "no problems found")
  }

  @Test(
    "The mark stands under what it means",
    arguments: [
      // Line, columns, and the two lines as shown.
      ("主题：双11", 3..<4, "主题：双11", "    ^^"),
      ("a\tb", 3..<4, "a   b", "    ^"),
      ("\t时间: x", 2..<4, "    时间: x", "    ^^^^"),
      ("e\u{301}tude x", 8..<9, "e\u{301}tude x", "      ^"),
      ("🎉 ok", 3..<5, "🎉 ok", "   ^^"),
      ("👨‍👩‍👧 x", 7..<8, "👨‍👩‍👧 x", "   ^"),
      ("🇨🇳 x", 4..<5, "🇨🇳 x", "   ^"),
      ("❤️ x", 4..<5, "❤️ x", "   ^"),
      ("👍🏽 x", 4..<5, "👍🏽 x", "   ^"),
      ("ｶﾅ x", 4..<5, "ｶﾅ x", "   ^"),
      ("ab", 3..<3, "ab", "  ^"),
      ("ab", 9..<12, "ab", "  ^"),
      ("ab", 2..<90, "ab", " ^"),
      ("\u{3000}x", 1..<2, "\u{3000}x", "^^"),
      ("“引” x", 5..<6, "“引” x", "     ^"),
    ])
  func marks(_ line: String, _ columns: Range<Int>, _ shown: String, _ mark: String) {
    let rows = printed(
      line,
      SourceRange(
        SourcePosition(line: 1, column: columns.lowerBound),
        SourcePosition(line: 1, column: columns.upperBound))
    ).split(separator: "\n")
    #expect(rows[2] == "1 │ \(shown)")
    #expect(rows[3] == "  │ \(mark)")
  }

  @Test(
    "Odd files are shown as far as they go",
    arguments: [
      ("", 1, ["1 │", "  │ ^"]),
      ("a: 1\r\nb: 2\r\n", 2, ["1 │ a: 1", "2 │ b: 2", "  │ ^"]),
      ("a: 1\rb: 2", 2, ["1 │ a: 1", "2 │ b: 2", "  │ ^"]),
      ("last", 1, ["1 │ last", "  │ ^"]),
      ("a\n", 2, ["1 │ a", "2 │", "  │ ^"]),
      ("a\nb", 7, []),
      ("\u{FEFF}bom", 1, ["1 │ bom", "  │ ^"]),
    ] as [(String, Int, [String])])
  func oddFiles(_ text: String, _ line: Int, _ rows: [String]) {
    let shown = printed(text, SourceRange(line: line, column: 1)).split(separator: "\n")
    #expect(shown.dropFirst(2).dropLast() == rows.map { Substring($0) }[...])
  }

  @Test func bytesThatAreNoTextDoNotStopThePrinter() {
    let printer = DiagnosticPrinter(language: .zh, palette: .plain)
    let finding = Diagnostic(
      id: "not-utf8", severity: .error,
      location: SourceLocation(path: "a", range: SourceRange(line: 1, column: 2)),
      message: LocalizedText(verbatim: "x"))
    let text = printer.print([finding]) { _ in [0x61, 0xC4, 0xE3, 0x0A, 0xFF] }
    #expect(text.contains("1 │ a\u{FFFD}\u{FFFD}\n  │  ^\n2 │ \u{FFFD}\n"))
  }

  @Test func aRangeOverSeveralLinesGetsABracket() {
    let range = SourceRange(
      SourcePosition(line: 2, column: 4), SourcePosition(line: 4, column: 3))
    #expect(
      printed("a\nb: |\n\n  c\nd\n", range).contains(
        """
        1 │   a
        2 │ ╭ b: |
        3 │ │
        4 │ ╰   c
        5 │   d

        """))
  }

  @Test func aLongRangeIsCutInTheMiddle() {
    let text = (1...20).map { "line \($0)" }.joined(separator: "\n")
    let range = SourceRange(
      SourcePosition(line: 2, column: 1), SourcePosition(line: 19, column: 1))
    #expect(
      printed(text, range).contains(
        """
         1 │   line 1
         2 │ ╭ line 2
         3 │ │ line 3
         4 │ │ line 4
           ⋮ │
        17 │ │ line 17
        18 │ ╰ line 18
        19 │   line 19

        """))
  }

  @Test func aRangeThatEndsBeforeTheNextLinesFirstCharacterIsOneLine() {
    let range = SourceRange(
      SourcePosition(line: 1, column: 2), SourcePosition(line: 2, column: 1))
    #expect(printed("abc\nd\n", range).contains("1 │ abc\n  │  ^^\n2 │ d\n"))
  }

  @Test func aLongLineIsCutToAWindowAroundTheMark() {
    let line = String(repeating: "很", count: 300) + "错" + String(repeating: "长", count: 300)
    let rows = printed(line, SourceRange(line: 1, column: 301), width: 40).split(separator: "\n")
    #expect(rows[2] == "1 │ …很很很很很很错长长长长长长长长长长…")
    #expect(rows[3] == "  │              ^^")
    #expect(rows.allSatisfy { displayWidth(String($0)) <= 40 })
  }

  @Test func editsAreShownAsTheMendedLine() {
    let fix = Diagnostic.Fix(
      message: LocalizedText(zh: "改成半角冒号", en: "use an ASCII colon"),
      edits: [
        .init(range: SourceRange(line: 2, column: 3), replacement: ": "),
        .init(range: SourceRange(line: 2, column: 6, length: 0), replacement: "”"),
        .init(range: SourceRange(line: 2, column: 4, length: 0), replacement: "“"),
      ])
    #expect(
      printed("---\n主题：双1 \n---", SourceRange(line: 2, column: 3), fix: fix).contains(
        """
          = 改法：改成半角冒号（可用 --fix 修正）
        2 + 主题: “双1”\u{20}

        """))
  }

  @Test func onlyWhatTheFixMendsByItselfSaysSo() {
    let edit = Diagnostic.Edit(range: SourceRange(line: 1, column: 1), replacement: "b")
    let range = SourceRange(line: 1, column: 1)
    func shown(_ edits: [Diagnostic.Edit], _ certainty: FixCertainty) -> String {
      let fix = Diagnostic.Fix(
        message: LocalizedText(zh: "改", en: "mend"), edits: edits, certainty: certainty)
      return printed("a", range, fix: fix)
    }
    #expect(shown([edit], .certain).contains("= 改法：改（可用 --fix 修正）\n"))
    #expect(shown([], .certain).contains("= 改法：改\n"))
    for doubtful in [FixCertainty.offered, .ifQuiet(range), .ifKnown(["甲"])] {
      #expect(shown([edit], doubtful).contains("= 改法：改\n"))
    }
  }

  @Test func editsThatJoinOrSplitLinesAreShown() {
    let split = Diagnostic.Fix(
      message: LocalizedText(zh: "拆开", en: "split"),
      edits: [.init(range: SourceRange(line: 1, column: 2), replacement: "\n- ")])
    #expect(
      printed("a,b\nc", SourceRange(line: 1, column: 2), fix: split).contains("1 + a\n2 + - b\n"))
    let join = Diagnostic.Fix(
      message: LocalizedText(zh: "合上", en: "join"),
      edits: [
        .init(
          range: SourceRange(
            SourcePosition(line: 1, column: 2), SourcePosition(line: 2, column: 2)),
          replacement: "")
      ])
    #expect(printed("ab\ncd", SourceRange(line: 1, column: 2), fix: join).contains("1 + ad\n"))
  }

  @Test func editsThatDoNotFitTheTextFallBackToTheExample() {
    let fix = Diagnostic.Fix(
      message: LocalizedText(zh: "改", en: "mend"), example: "样例",
      edits: [.init(range: SourceRange(line: 9, column: 3), replacement: "x")],
      certainty: .offered)
    #expect(printed("a", SourceRange(line: 1, column: 1), fix: fix).contains("= 改法：改\n  + 样例\n"))
  }

  @Test(
    "Nothing in the content can reach the terminal as a command",
    arguments: [
      "\u{1B}[31mred", "\u{9B}31m", "a\u{07}b", "a\rb", "\u{202E}evil", "\u{7F}", "\u{200B}x",
      "\u{E0041}",
    ])
  func noCommands(_ evil: String) {
    let location = SourceLocation(path: "a\(evil)\nb", range: SourceRange(line: 1, column: 1))
    let message = LocalizedText(verbatim: "m \(evil)")
    let finding = Diagnostic(
      id: "x\(evil)", severity: .error, location: location, message: message,
      notes: [.init(location: location, message: message), .init(message: message)],
      clause: ClauseCitation(number: evil, words: evil, path: evil, anchor: evil),
      fix: .init(
        message: message, example: evil,
        edits: [.init(range: SourceRange(line: 1, column: 1), replacement: evil)]))
    let printer = DiagnosticPrinter(language: .zh, palette: .plain)
    let text = printer.print([finding]) { _ in Array("\(evil)\n\(evil)".utf8) }
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(printable(scalar) == scalar, "U+\(String(scalar.value, radix: 16))")
    }
    #expect(!text.contains("\nb"))
  }

  @Test func escapeIsShownAsItsPicture() {
    let rows = printed("a\u{1B}[31m b", SourceRange(line: 1, column: 2)).split(separator: "\n")
    #expect(rows[2] == "1 │ a␛[31m b")
    #expect(rows[3] == "  │  ^")
  }

  @Test func coloursAreAddedAroundTheSameText() {
    let plain = printed("ab: 1\nc", SourceRange(line: 1, column: 2), clause: clause)
    let coloured = printed(
      "ab: 1\nc", SourceRange(line: 1, column: 2), clause: clause, coloured: true)
    #expect(coloured.contains("\u{1B}[1;31m错误[rule]\u{1B}[0m"))
    #expect(coloured.contains("a\u{1B}[1;31mb\u{1B}[0m: 1"))
    let stripped = coloured.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
      .enumerated()
      .map { $0 == 0 ? $1 : $1.drop { $0 != "m" }.dropFirst() }.joined()
    #expect(stripped == plain)
  }

  @Test func onATerminalSentencesAreBrokenToItsWidth() {
    let message = LocalizedText(
      zh: "这一句话比终端的一行要长，所以要在合适的地方断开，「引号」也不能孤零零地留在行末。",
      en: "this sentence is longer than a line of the terminal, so it breaks between words")
    let zh = printed(
      "a", SourceRange(line: 1, column: 1), message: message,
      fix: .init(message: message), width: 40, wraps: true)
    #expect(
      zh == """
        错误[rule]: 这一句话比终端的一行要长，所
          以要在合适的地方断开，「引号」也不能孤
          零零地留在行末。
          ┌─ content/a.md:1:1
        1 │ a
          │ ^
          = 改法：这一句话比终端的一行要长，所以
            要在合适的地方断开，「引号」也不能孤
            零零地留在行末。

        1 个错误，涉及 1 个文件

        """)
    let en = printed(
      "a", SourceRange(line: 1, column: 1), .en, message: message, width: 40, wraps: true)
    #expect(
      en.hasPrefix(
        """
        error[rule]: this sentence is longer
          than a line of the terminal, so it
          breaks between words
          ┌─
        """))
    #expect(zh.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= 40 })
  }
}
