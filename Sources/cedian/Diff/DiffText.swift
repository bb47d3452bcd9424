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
          + report.diff.headline(language)) + "\n"
    for document in report.diff.documents { text += "\n" + print(document, report) }
    if !report.diff.results.isEmpty {
      text += "\n" + palette.frame(report.say("结果数据", "Results")) + "\n"
      let places = report.diff.results.map { oneLine($0.place) }
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
          (line.isBad ? palette.bad($0) : palette.good($0)) + "\n"
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
    let wide = min(24, names.map(cells).max() ?? 0)
    for (field, name) in zip(document.fields, names) {
      let space = String(repeating: " ", count: max(1, wide - cells(name) + 2))
      text += "  \(palette.frame(name))\(space)\(value(field, language))\n"
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
    case .changed(let diff): "    ~ " + marked(diff) + "\n"
    }
  }

  private func indented(_ text: String, by indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    return wrapped(text, width: max(20, width - indent)).map { space + $0 }
  }

  private func toned(_ text: String, _ isGood: Bool?) -> String {
    isGood.map { $0 ? palette.good(text) : palette.bad(text) } ?? text
  }
}
