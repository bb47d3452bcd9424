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
      return incomplete(
        kind, path, SourceRange(.start, .start),
        LocalizedText(
          zh: "这份\(kind.label.zh)没有文首设置：第一行不是 ---",
          en: "this \(kind.label.en) has no front matter: its first line is not ---"),
        LocalizedText(
          zh: "在第一行写 ---，列出字段，再写一行 ---，例如",
          en: "write --- on the first line, the fields, and --- again, as in"))
    case .noFields:
      return incomplete(
        kind, path, SourceRange(line: 1, column: 1, length: 3),
        LocalizedText(
          zh: "这份\(kind.label.zh)的第一行是 ---，其后没有紧接着字段，也没有结束的 ---",
          en: "this \(kind.label.en) begins with ---, but no field follows it and no closing ---"),
        LocalizedText(
          zh: "在 --- 之后列出字段，再写一行 ---，例如", en: "list the fields below it, and --- again, as in"))
    case .carriageReturns:
      return Diagnostic(
        id: id, severity: .error,
        location: SourceLocation(path: path, range: SourceRange(line: 1, column: 1, length: 3)),
        message: LocalizedText(
          zh: "这份\(kind.label.zh)的行尾是单独的回车符（CR），整个文件读成了一行",
          en:
            "the lines of this \(kind.label.en) end in carriage returns alone: it reads as one line"
        ),
        fix: Diagnostic.Fix(
          message: LocalizedText(
            zh: "在编辑器里把行尾换成 LF 后保存，或运行", en: "save it with LF line ends, or run"),
          example: "tr '\\r' '\\n' < \(path) > tmp.md && mv tmp.md \(path)"))
    }
  }

  /// With a beginning to write the rest into.
  private static func incomplete(
    _ kind: DocumentKind, _ path: String, _ range: SourceRange, _ message: LocalizedText,
    _ advice: LocalizedText
  ) -> Diagnostic {
    let keys = RecordSchema.document(kind).entries.map(\.chinese).compactMap(\.first)
      .filter { ["标题", "负责人", "主题", "周期", "状态"].contains($0) }
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: message,
      fix: Diagnostic.Fix(
        message: advice,
        example: (["---"] + keys.map { "\($0): ……" } + ["---"]).joined(separator: "\n")))
  }
}
