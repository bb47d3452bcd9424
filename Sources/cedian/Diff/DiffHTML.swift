import CedianModel

/// A comparison as one page: unified or side by side, switched without a script,
/// readable in the dark and on paper.
func diffHTML(_ report: DiffReport) -> String {
  let language = report.language
  var html = """
    <!doctype html>
    <html lang="\(language == .zh ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(escaped(report.headline))</title>
    <style>\(diffStyle)</style>
    </head>
    <body>
    <input type="radio" name="view" id="unified" checked><label for="unified">\
    \(report.say("合并", "unified"))</label>
    <input type="radio" name="view" id="side"><label for="side">\(report.say("并排", "side by side"))</label>
    <main>
    <h1>\(escaped(report.headline))</h1>
    <p class="quiet">\(escaped(report.from)) → \(escaped(report.to))</p>

    """
  let policy = report.policyLines
  if !policy.isEmpty {
    html += "<section class=\"policy\"><h2>\(report.say("制度", "Policy"))</h2><ul>\n"
    for line in policy {
      html +=
        "<li class=\"\(line.tone.rawValue)\">\(line.mark) \(escaped(line.text))</li>\n"
    }
    html += "</ul></section>\n"
  }
  for document in report.diff.documents { html += article(document, report) }
  if !report.diff.results.isEmpty {
    html += "<section><h2>\(report.say("结果数据", "Results"))</h2><table>\n"
    for change in report.diff.results {
      html +=
        "<tr><th>\(escaped(change.place(language)))</th><td>"
        + escaped(change.words(report.metrics, language)) + "</td></tr>\n"
    }
    html += "</table></section>\n"
  }
  if let note = report.limitNote { html += "<p class=\"quiet\">\(escaped(note))</p>\n" }
  return html + "</main>\n</body>\n</html>\n"
}

private func article(_ document: DocumentChange, _ report: DiffReport) -> String {
  let language = report.language
  var html =
    "<article><h2><span class=\"status \(document.status.rawValue)\">"
    + "\(document.status.label[language])</span> \(escaped(report.name(document)))</h2>\n"
    + "<p class=\"quiet\">\(document.oldPath.map { escaped($0) + " → " } ?? "")"
    + "\(escaped(document.path))</p>\n"
  if !document.fields.isEmpty {
    html += "<table>\n"
    for field in document.fields {
      html += row(escaped(field.name(language)), sides(field, language), note(field, language))
    }
    html += "</table>\n"
  }
  for section in document.sections {
    html += "<h3>\(escaped(report.heading(section)))</h3>\n<table>\n"
    for block in section.blocks {
      switch block {
      case .added(let text): html += row("", ("", "<ins>\(escaped(text))</ins>"), nil)
      case .removed(let text): html += row("", ("<del>\(escaped(text))</del>", ""), nil)
      case .moved(let text): html += row("↕", (escaped(text), escaped(text)), nil)
      case .changed(let diff): html += row("", (half(diff, .added), half(diff, .removed)), nil)
      }
    }
    html += "</table>\n"
  }
  return html + "</article>\n"
}

private func row(_ name: String, _ sides: (before: String, after: String), _ note: String?)
  -> String
{
  let extra = note.map { "<p class=\"note\">\($0)</p>" } ?? ""
  return "<tr><th>\(name)</th><td class=\"before\">\(sides.before)</td>"
    + "<td class=\"after\">\(sides.after)\(extra)</td></tr>\n"
}

private func sides(_ field: FieldChange, _ language: Language) -> (before: String, after: String) {
  if case .text(let diff) = field.detail, field.before != nil, field.after != nil {
    return (half(diff, .added), half(diff, .removed))
  }
  func shown(_ value: FieldValue?, _ tag: String) -> String {
    value.map { "<\(tag)>\(escaped($0.words(language)))</\(tag)>" } ?? ""
  }
  return (shown(field.before, "del"), shown(field.after, "ins"))
}

/// What people want to know beyond both sides.
private func note(_ field: FieldChange, _ language: Language) -> String? {
  switch field.detail {
  case .number, .time, .list:
    field.before != nil && field.after != nil ? escaped(field.words(language)) : nil
  case .text, .none: nil
  }
}

/// One side of a text, without what only the other has.
private func half(_ diff: TextDiff, _ other: TextDiff.Kind) -> String {
  diff.parts.filter { $0.kind != other }.map { part in
    switch part.kind {
    case .same: escaped(part.text)
    case .removed: "<del>\(escaped(part.text))</del>"
    case .added: "<ins>\(escaped(part.text))</ins>"
    }
  }.joined()
}

private func escaped(_ text: String) -> String {
  var shown = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "<": shown += "&lt;"
    case ">": shown += "&gt;"
    case "&": shown += "&amp;"
    case "\"": shown += "&quot;"
    case "\n": shown += "\n"
    default: if scalar.value >= 0x20, scalar.value != 0x7F { shown.unicodeScalars.append(scalar) }
    }
  }
  return shown
}

private let diffStyle = """
  :root { --paper: #fbfaf8; --card: #fff; --ink: #1c2126; --quiet: #5f6870; --line: #e4e1da;
  --good: #1a7353; --bad: #b3261e; --warn: #8a5a00; --new: #dff1e8; --old: #fbe3e1; }
  @media (prefers-color-scheme: dark) { :root { --paper: #14171a; --card: #1b1f23; --ink: #e7e5e0;
  --quiet: #a7adb3; --line: #2d3338; --good: #5cc39b; --bad: #f0857c; --warn: #e0b05a; --new: #17392c; --old: #43211f; } }
  body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 16px/1.7 "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", system-ui,
  sans-serif; font-variant-numeric: tabular-nums; }
  h1 { font-size: 1.6rem; } h2 { font-size: 1.1rem; margin: 0; } h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
  .quiet, .note { color: var(--quiet); font-size: .875rem; } .note { margin: .2rem 0 0; }
  article, section { margin: 1rem 0; padding: 1rem 1.25rem; background: var(--card);
  border: 1px solid var(--line); border-radius: .5rem; }
  .status { font-size: .875rem; font-weight: 400; } .added { color: var(--good); } .removed { color: var(--bad); }
  .policy li { list-style: none; } .policy ul { padding: 0; } .good { color: var(--good); } .bad { color: var(--bad); } .warning { color: var(--warn); }
  table { width: 100%; border-collapse: collapse; font-size: .9rem; }
  th, td { padding: .4rem .5rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top;
  white-space: pre-wrap; overflow-wrap: anywhere; }
  th { width: 10rem; font-weight: 500; color: var(--quiet); }
  ins { background: var(--new); text-decoration: none; } del { background: var(--old); }
  label { margin-right: 1rem; font-size: .875rem; } label, input { cursor: pointer; }
  #unified:checked ~ main tr { display: grid; grid-template-columns: 10rem minmax(0, 1fr); }
  #unified:checked ~ main th { grid-row: span 2; width: auto; }
  #unified:checked ~ main td { grid-column: 2; } #unified:checked ~ main td:empty { display: none; }
  #unified:checked ~ main td + td:not(:empty) { border-top: 0; }
  #side:checked ~ main td { width: 45%; }
  @media (max-width: 44rem) { body { padding: 1rem; }
  #unified:checked ~ main tr { grid-template-columns: minmax(0, 1fr); }
  #unified:checked ~ main td { grid-column: 1; padding-top: 0; border-top: 0; }
  #side:checked ~ main tr { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); border-top: 1px solid var(--line); }
  #side:checked ~ main th, #side:checked ~ main td:only-of-type { grid-column: 1 / -1; width: auto; border-top: 0; }
  #side:checked ~ main th:empty { display: none; } #side:checked ~ main td { width: auto; padding-top: 0; border-top: 0; } }
  @media print { label, input { display: none; } body { background: none; max-width: none; } }
  """
