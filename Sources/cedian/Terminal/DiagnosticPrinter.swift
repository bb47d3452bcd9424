import CedianModel

/// Puts findings into words for people: what, where with the source, which
/// clause, how to mend it, and the totals.
///
///     错误[required-fields]: 缺少必填字段「目标」(goal)
///       ┌─ content/activities/2026/case.md:3:1
///     2 │ 主题: 双11主会场
///     3 │ ---
///       │ ^^^
///       = 制度 4.1：方案写明六项内容 (content/policy/04-activities.md)
///       = 改法：在文首加一行
///       + 目标: 成交总额 ≥ 120万
struct DiagnosticPrinter: Sendable {
  var language: Language
  var palette: Palette
  /// The terminal's cells: source lines are cut to them. Sentences are broken to
  /// them only if `wraps`, so that a line of a log holds a whole sentence.
  var width: Int = 100
  var wraps: Bool = false

  /// All findings and the totals; `sources` gives a file's bytes by its path.
  func print(_ diagnostics: [Diagnostic], sources: (String) -> [UInt8]?) -> String {
    var files: [String: SourceLines?] = [:]
    func lines(_ path: String) -> SourceLines? {
      if let known = files[path] { return known }
      let lines = sources(path).map { SourceLines($0) }
      files[path] = lines
      return lines
    }
    var text = ""
    for diagnostic in diagnostics {
      text += block(diagnostic, lines).joined(separator: "\n") + "\n\n"
    }
    return text + Totals(diagnostics).sentence(language, palette) + "\n"
  }

  private func block(_ diagnostic: Diagnostic, _ lines: (String) -> SourceLines?) -> [String] {
    let severity = diagnostic.severity
    let places = [diagnostic.location] + diagnostic.notes.compactMap(\.location)
    let page = ExcerptPage(palette: palette, width: width, deepest: places)
    let name = "\(severity.name[language])[\(printable(diagnostic.id))]"
    var rows = sentence(
      palette.severity(severity, name) + palette.bold(":") + " ", displayWidth(name) + 2,
      diagnostic.message[language], hanging: 2, page, style: palette.bold)
    rows.append(page.margin("┌─ ") + place(diagnostic.location))
    let source = lines(diagnostic.location.path)
    rows += page.excerpt(of: source, diagnostic.location.range, severity, isMain: true)
    for note in diagnostic.notes {
      guard let location = note.location else {
        rows += remark(note.message[language], page)
        continue
      }
      rows.append(page.margin("├─ ") + place(location))
      rows += page.excerpt(of: lines(location.path), location.range, .note, isMain: false)
      rows += sentence(
        page.margin("│ "), page.indent + 2, note.message[language], hanging: page.indent + 2, page)
    }
    if let clause = diagnostic.clause { rows += remark(cited(clause), page) }
    if let fix = diagnostic.fix { rows += mended(fix, diagnostic.isMendable, source, page) }
    return rows
  }

  private func place(_ location: SourceLocation) -> String {
    let start = location.range.start
    return "\(oneLine(location.path)):\(start.line):\(start.column)"
  }

  private func cited(_ clause: ClauseCitation) -> String {
    let name = LocalizedText(zh: "制度", en: "policy")[language]
    let colon = LocalizedText(zh: "：", en: ": ")[language]
    let words = clause.words.isEmpty ? "" : colon + clause.words
    return "\(name) \(clause.number)\(words) (\(clause.path))"
  }

  /// The fix's sentence, then the mended lines or the example.
  private func mended(
    _ fix: Diagnostic.Fix, _ isMendable: Bool, _ lines: SourceLines?, _ page: ExcerptPage
  ) -> [String] {
    let hint = LocalizedText(zh: "（可用 --fix 修正）", en: " (--fix mends it)")
    let name = LocalizedText(zh: "改法：", en: "fix: ")[language]
    var rows = sentence(
      page.margin("= ") + palette.good(name), page.indent + 2 + displayWidth(name),
      fix.message[language] + (isMendable ? hint[language] : ""), hanging: page.indent + 2, page)
    if let lines, let repaired = repairedLines(fix.edits, in: lines) {
      rows += page.additions(repaired.lines, from: repaired.first, new: repaired.new)
    } else if let example = fix.example {
      let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
      rows += page.additions(lines.map(String.init), from: nil)
    }
    return rows
  }

  private func remark(_ text: String, _ page: ExcerptPage) -> [String] {
    sentence(page.margin("= "), page.indent + 2, text, hanging: page.indent + 2, page)
  }

  /// `lead`, of `used` cells, then the text; its further lines stand under
  /// `hanging` cells.
  private func sentence(
    _ lead: String, _ used: Int, _ text: String, hanging: Int, _ page: ExcerptPage,
    style: (String) -> String = { $0 }
  ) -> [String] {
    let gap = String(repeating: " ", count: hanging)
    // The first line has less room; a gap that no word breaks at stands for it.
    let room = wraps ? max(20, width - hanging) : Int.max
    let filler = String(repeating: "\u{A0}", count: max(0, used - hanging))
    let lines = wrapped(filler + text, width: room)
    return lines.enumerated().map { index, line in
      let shown = printable(index == 0 ? String(line.dropFirst(filler.count)) : line)
      return index == 0 ? lead + style(shown) : gap + style(shown)
    }
  }
}

/// A text of which no part may look like a line of ours.
func oneLine(_ text: String) -> String {
  printable(text.replacing("\n", with: "\u{240A}"))
}
