import CedianModel

/// A comparison for a merge request's comment: the summary in sight, each
/// document folded, never longer than a comment may be.
func diffMarkdown(_ report: DiffReport) -> String {
  let language = report.language
  var text =
    "### \(report.headline)\n\n`\(code(report.from))` → `\(code(report.to))`\n"
  let policy = report.policyLines
  if !policy.isEmpty {
    text += "\n**\(report.say("制度", "Policy"))**\n\n"
    for line in policy.prefix(30) {
      text += "- \(light(line.tone)) \(line.mark) \(escaped(line.text))\n"
    }
    if policy.count > 30 {
      text += "- \(report.say("另有 \(policy.count - 30) 条", "\(policy.count - 30) more"))\n"
    }
  }
  var left = 0
  for document in report.diff.documents {
    let part = details(document, report)
    if text.utf8.count + part.utf8.count > longestComment { left += 1 } else { text += part }
  }
  if !report.diff.results.isEmpty {
    var part = "\n<details><summary>\(report.say("结果数据", "Results"))</summary>\n\n"
    for change in report.diff.results.prefix(200) {
      part +=
        "- \(escaped(change.place(language)))：\(escaped(change.words(report.metrics, language)))\n"
    }
    part += "\n</details>\n"
    if text.utf8.count + part.utf8.count > longestComment { left += 1 } else { text += part }
  }
  if left > 0 {
    text += "\n\(report.say("篇幅所限，另有 \(left) 项未列出。", "\(left) more are left out for length."))\n"
  }
  if let note = report.limitNote { text += "\n_\(escaped(note))_\n" }
  return text
}

private func light(_ tone: PolicyLine.Tone) -> String {
  switch tone {
  case .bad: "🔴"
  case .warning: "🟡"
  case .good: "🟢"
  case .plain: "🔵"
  }
}

/// Code hosts take 65,536 characters and more; bytes are the safer measure.
private let longestComment = 60_000

private func details(_ document: DocumentChange, _ report: DiffReport) -> String {
  let language = report.language
  var text =
    "\n<details><summary>\(document.status.label[language]) <b>\(escaped(report.name(document)))</b>"
    + " <code>\(escaped(document.path))</code></summary>\n\n"
  if let old = document.oldPath { text += "\(report.say("原在", "was")) `\(code(old))`\n\n" }
  for field in document.fields {
    text += "- **\(escaped(field.name(language)))** \(value(field, document, language))\n"
  }
  for section in document.sections {
    text += "- **\(escaped(report.heading(section)))**\n"
    for block in section.blocks {
      switch block {
      case .added(let text_): text += "  - ➕ \(escaped(shortened(text_)))\n"
      case .removed(let text_): text += "  - ➖ \(escaped(shortened(text_)))\n"
      case .changed(let diff): text += "  - \(marked(diff))\n"
      case .moved(let text_): text += "  - ↕ \(escaped(shortened(text_)))\n"
      }
    }
  }
  return text + "\n</details>\n"
}

private func value(
  _ field: FieldChange, _ document: DocumentChange, _ language: Language
) -> String {
  guard document.hasTwoSides else { return escaped(field.onlySide(language)) }
  guard case .text(let diff) = field.detail, field.before != nil, field.after != nil else {
    return escaped(field.words(language))
  }
  return marked(diff)
}

private func marked(_ diff: TextDiff) -> String {
  diff.parts.map { part in
    let text = escaped(part.text)
    switch part.kind {
    case .same: return text
    case .removed: return "<del>\(text)</del>"
    case .added: return "<ins>\(text)</ins>"
    }
  }.joined()
}

private func shortened(_ text: String) -> String {
  text.count > 400 ? String(text.prefix(400)) + "…" : text
}

/// Nothing in it is markup, nothing ends the line.
private func escaped(_ text: String) -> String {
  var shown = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "<": shown += "&lt;"
    case ">": shown += "&gt;"
    case "&": shown += "&amp;"
    case "|", "*", "_", "`", "[", "]", "\\", "#", "~", "@": shown += "\\\(scalar)"
    case "\n", "\r", "\t": shown += " "
    default: if scalar.value >= 0x20 { shown.unicodeScalars.append(scalar) }
    }
  }
  return shown
}

private func code(_ text: String) -> String {
  oneLine(text).replacing("`", with: "'")
}
