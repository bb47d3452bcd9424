import CedianModel

/// Full-width digits in fields that hold a number or a time: `１２０万` is read,
/// and written `120万` by `--fix`. In texts they stay, for there they are words.
func numberForms(in file: SourceFile) -> [Diagnostic] {
  guard file.bytes.contains(0xEF) else { return [] }
  var found: [Diagnostic] = []
  func visit(_ entries: [Node.Entry], under parent: String?) {
    for entry in entries {
      visit(entry.value, key: entry.key.value, under: parent)
    }
  }
  func visit(_ node: Node, key: String, under parent: String?) {
    switch node.content {
    case .mapping(let entries): visit(entries, under: key)
    case .sequence(let items): for item in items { visit(item, key: key, under: parent) }
    case .scalar(let text, let style):
      let isNumeric = numeric.contains(key) || parent.map { parts.contains($0) } ?? false
      guard isNumeric, style == .plain, let folded = halfWidthDigits(in: text),
        readsTheSame(text, folded), node.range.start.line == node.range.end.line
      else { return }
      found.append(finding(text, folded, at: node.range, path: file.path))
    }
  }
  if file.path.hasSuffix(".md"), let frontMatter = parseFrontMatter(file).frontMatter {
    visit(frontMatter.entries, under: nil)
  } else if file.path.hasSuffix(".yml"), let node = parseYAML(file).0 {
    visit(node, key: "", under: nil)
  }
  return found
}

/// Fields whose value is a number, a day or a span, by every name.
private let numeric: Set<String> = {
  let keys: [Key] = [
    .time, .actualTime, .when, .by, .on, .due, .period, .target, .baseline, .amount, .share,
    .headcount, .actual, .budget, .asOf, .effective, .updated, .reached, .atRisk,
  ]
  let schemas = RecordSchema.all
  return Set(
    keys.flatMap { key in
      schemas.flatMap { schema in
        schema.entries.filter { $0.key == key }.flatMap { [$0.key.rawValue] + $0.chinese }
      }
    })
}()

/// Fields whose every part is a number.
private let parts: Set<String> = ["quarters", "months", "季度", "月份", "月度"]

private func readsTheSame(_ a: String, _ b: String) -> Bool {
  if case .success(let old) = parseQuantity(a), case .success(let new) = parseQuantity(b) {
    return old == new
  }
  if case .success(let old) = parseTimeSpan(a), case .success(let new) = parseTimeSpan(b) {
    return old == new
  }
  return false
}

private func finding(
  _ text: String, _ folded: String, at range: SourceRange, path: String
) -> Diagnostic {
  Diagnostic(
    id: "number-form", severity: .note, location: SourceLocation(path: path, range: range),
    message: LocalizedText(
      zh: "「\(text)」用了全角数字", en: "'\(text)' is written with full-width digits"),
    fix: Diagnostic.Fix(
      message: LocalizedText(zh: "改成半角", en: "write ASCII digits"),
      edits: [Diagnostic.Edit(range: range, replacement: folded)]))
}
