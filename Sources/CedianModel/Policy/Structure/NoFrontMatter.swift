/// `no-front-matter`: a document without front matter, which its rules read.
enum NoFrontMatter {
  static let id = "no-front-matter"

  static func diagnostic(
    _ absence: FrontMatterAbsence, kind: DocumentKind, path: String
  ) -> Diagnostic {
    switch absence {
    case .afterBlankLines(let lines):
      return Diagnostic(
        id: id, severity: .error,
        location: SourceLocation(
          path: path, range: SourceRange(line: Int(lines.end.line), column: 1, length: 3)),
        message: LocalizedText(
          zh: "文首设置必须从第一行的 --- 开始，这里的 --- 之前有空行",
          en: "front matter begins with --- on the first line; blank lines stand before this one"),
        fix: Diagnostic.Fix(
          message: LocalizedText(zh: "删去前面的空行", en: "remove the blank lines before it"),
          edits: [Diagnostic.Edit(range: lines, replacement: "")]))
    case .none:
      let schema = RecordSchema.document(kind)
      let keys = schema.entries.map(\.chinese).compactMap(\.first)
        .filter { ["标题", "负责人", "主题", "周期", "状态"].contains($0) }
      return Diagnostic(
        id: id, severity: .error,
        location: SourceLocation(path: path, range: SourceRange(.start, .start)),
        message: LocalizedText(
          zh: "这份\(kind.label.zh)没有文首设置：第一行不是 ---",
          en: "this \(kind.label.en) has no front matter: its first line is not ---"),
        fix: Diagnostic.Fix(
          message: LocalizedText(
            zh: "在第一行写 ---，列出字段，再写一行 ---，例如",
            en: "write --- on the first line, the fields, and --- again, as in"),
          example: (["---"] + keys.map { "\($0): ……" } + ["---"]).joined(separator: "\n")))
    }
  }
}
