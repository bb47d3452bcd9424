import CedianModel

/// A comparison on a terminal: documents by weight, their fields under each
/// other, changed characters marked by colour or by brackets.
struct DiffText: Sendable {
  let palette: Palette
  let width: Int

  func print(_ report: DiffReport) -> String {
    let language = report.language
    var text =
      palette.bold(
        "\(oneLine(report.from)) → \(oneLine(report.to))\(report.say("：", ": "))"
          + report.headline) + "\n"
    for document in report.diff.documents { text += "\n" + print(document, report) }
    if !report.diff.results.isEmpty {
      text += "\n" + palette.frame(report.say("结果数据", "Results")) + "\n"
      let places = report.diff.results.map { oneLine($0.place(language)) }
      let wide = min(44, places.map(cells).max() ?? 0)
      for (change, place) in zip(report.diff.results, places) {
        let space = String(repeating: " ", count: max(1, wide - cells(place) + 2))
        text +=
          "  \(place)\(space)"
          + toned(oneLine(change.words(report.metrics, language)), change.isFavourable) + "\n"
      }
    }
    let policy = report.policyLines
    if !policy.isEmpty {
      text += "\n" + palette.frame(report.say("制度", "Policy")) + "\n"
      for line in policy {
        let shown = "\(line.mark) \(oneLine(line.text))"
        text += indented(shown, by: 2).map {
          toned($0, line.tone) + "\n"
        }.joined()
      }
    }
    if let note = report.limitNote { text += "\n" + palette.faint(note) + "\n" }
    return text
  }

  private func print(_ document: DocumentChange, _ report: DiffReport) -> String {
    let language = report.language
    let status = document.status.label[language]
    var text =
      mark(document.status, status) + " " + palette.bold(oneLine(report.name(document))) + "  "
      + palette.faint(oneLine(document.path)) + "\n"
    if let old = document.oldPath {
      text += palette.faint("  \(report.say("原在", "was")) \(oneLine(old))") + "\n"
    }
    let names = document.fields.map { oneLine($0.name(language)) }
    let wide = names.map(cells).filter { $0 <= 32 }.max() ?? 0
    for (field, name) in zip(document.fields, names) {
      // A name too long for its column stands above its value.
      let gap =
        cells(name) > wide
        ? "\n" + String(repeating: " ", count: wide + 4)
        : String(repeating: " ", count: wide - cells(name) + 2)
      let shown =
        document.hasTwoSides ? value(field, language) : oneLine(field.onlySide(language))
      text += "  \(palette.frame(name))\(gap)\(hanging(shown, by: wide + 4))\n"
    }
    for section in document.sections {
      text += "  \(palette.frame(oneLine(report.heading(section))))\n"
      for block in section.blocks { text += lines(block) }
    }
    return text
  }

  private func mark(_ status: DocumentChange.Status, _ word: String) -> String {
    switch status {
    case .added: palette.good("+ \(word)")
    case .removed: palette.bad("− \(word)")
    case .moved: palette.frame("→ \(word)")
    case .modified: palette.severity(.warning, "~ \(word)")
    }
  }

  private func value(_ field: FieldChange, _ language: Language) -> String {
    guard case .text(let diff) = field.detail, field.before != nil, field.after != nil else {
      return oneLine(field.words(language))
    }
    return marked(diff)
  }

  /// `一杯[−热−]{+暖+}茶`: brackets where there is no colour.
  private func marked(_ diff: TextDiff) -> String {
    diff.parts.map { part in
      let text = oneLine(part.text)
      switch part.kind {
      case .same: return text
      case .removed: return palette.isColoured ? palette.bad(text) : "[-\(text)-]"
      case .added: return palette.isColoured ? palette.fresh(text) : "{+\(text)+}"
      }
    }.joined()
  }

  private func lines(_ block: SectionChange.Block) -> String {
    switch block {
    case .added(let text):
      indented("+ " + oneLine(text), by: 4).map { palette.good($0) + "\n" }.joined()
    case .removed(let text):
      indented("− " + oneLine(text), by: 4).map { palette.bad($0) + "\n" }.joined()
    case .changed(let diff): "    ~ " + hanging(marked(diff), by: 6) + "\n"
    case .moved(let text):
      indented("↕ " + oneLine(text), by: 4).map { palette.frame($0) + "\n" }.joined()
    }
  }

  /// A text that begins at a column, its further lines under its first one.
  /// Coloured text is left to the terminal: it cannot be measured.
  private func hanging(_ text: String, by column: Int) -> String {
    guard !palette.isColoured, width - column >= 20 else { return text }
    return wrapped(text, width: width - column)
      .joined(separator: "\n" + String(repeating: " ", count: column))
  }

  private func indented(_ text: String, by indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    // Under the text, not under its mark.
    return wrapped(text, width: max(20, width - indent - 2)).enumerated()
      .map { $0 == 0 ? space + $1 : space + "  " + $1 }
  }

  private func toned(_ text: String, _ tone: PolicyLine.Tone) -> String {
    switch tone {
    case .bad: palette.bad(text)
    case .warning: palette.severity(.warning, text)
    case .good: palette.good(text)
    case .plain: palette.frame(text)
    }
  }

  private func toned(_ text: String, _ isGood: Bool?) -> String {
    isGood.map { $0 ? palette.good(text) : palette.bad(text) } ?? text
  }
}
