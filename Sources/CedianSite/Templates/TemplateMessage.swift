import CedianModel

/// What is wrong with a template, in both languages. All are errors: a template
/// that names something unknown would print nothing, and nobody would notice.
struct TemplateMessage {
  var id: String
  var text: LocalizedText
  var fix: LocalizedText

  func diagnostic(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: location, message: text,
      fix: Diagnostic.Fix(message: fix))
  }

  private init(_ id: String, _ zh: String, _ en: String, fix: LocalizedText) {
    self.id = id
    text = LocalizedText(zh: zh, en: en)
    self.fix = fix
  }

  /// 「是否想写……」 where a known name is near, otherwise `advice`.
  private static func suggesting(_ near: String?, or advice: LocalizedText) -> LocalizedText {
    near.map { LocalizedText(zh: "是否想写「\($0)」？", en: "did you mean '\($0)'?") } ?? advice
  }
}

/// `template-syntax`: tags that cannot be read.
extension TemplateMessage {
  private static let syntax = "template-syntax"

  static func notUTF8() -> Self {
    Self(
      syntax, "模板不是 UTF-8 编码，无法读取", "the template is not UTF-8 and cannot be read",
      fix: LocalizedText(zh: "用编辑器另存为 UTF-8", en: "save it as UTF-8"))
  }

  static func empty() -> Self {
    Self(
      syntax, "页面模板是空的，会发布空白的页面", "the page template is empty and would publish empty pages",
      fix: LocalizedText(
        zh: "从版本库恢复这个模板，或从策典的仓库复制一份", en: "restore it, or copy it from Cedian's repository"))
  }

  static func unclosedTag() -> Self {
    Self(
      syntax, "标签没有写完：「{{」之后缺少「}}」", "the tag is not closed: '{{' without '}}'",
      fix: LocalizedText(zh: "补上「}}」", en: "add '}}'"))
  }

  static func unsupportedTag() -> Self {
    Self(
      syntax, "不支持这种标签（更改分隔符、编译指示）",
      "this kind of tag is not supported (set delimiters, pragmas)",
      fix: LocalizedText(zh: "删去这个标签", en: "remove the tag"))
  }

  static func badName(_ written: String) -> Self {
    Self(
      syntax, written.isEmpty ? "标签里没有名称" : "「\(written)」不是合法的名称",
      written.isEmpty ? "the tag has no name" : "'\(written)' is not a name",
      fix: LocalizedText(
        zh: "名称只用字母、数字和 _ - . ?", en: "a name has letters, digits and _ - . ? only"))
  }

  static func unexpectedClose(_ name: String, open: String?) -> Self {
    if let open {
      return Self(
        syntax, "结束标签「\(name)」与开始标签「\(open)」不一致",
        "the closing tag '\(name)' does not match the open '\(open)'",
        fix: LocalizedText(zh: "改为 {{/\(open)}}", en: "write {{/\(open)}}"))
    }
    return Self(
      syntax, "结束标签「\(name)」没有对应的开始标签", "the closing tag '\(name)' closes nothing",
      fix: LocalizedText(zh: "删去它，或补上 {{#\(name)}}", en: "remove it, or add {{#\(name)}}"))
  }

  static func unclosedSection(_ name: String) -> Self {
    Self(
      syntax, "「\(name)」没有结束标签", "'\(name)' is never closed",
      fix: LocalizedText(zh: "补上 {{/\(name)}}", en: "add {{/\(name)}}"))
  }

  static func tooDeep() -> Self {
    Self(
      syntax, "标签嵌套超过 \(TemplateParser.maximumDepth) 层",
      "tags are nested deeper than \(TemplateParser.maximumDepth) levels",
      fix: LocalizedText(zh: "把里层移到局部模板", en: "move the inner part to a partial"))
  }

  static func tooLarge() -> Self {
    Self(
      syntax, "展开后的模板过大（超过 \(TemplateCompilation.maximumNodes) 个部分）",
      "the expanded template is too large (over \(TemplateCompilation.maximumNodes) pieces)",
      fix: LocalizedText(
        zh: "减少局部模板之间的重复引用", en: "let partials include each other less often"))
  }

  static func contentOutsideBlock(_ layout: String) -> Self {
    Self(
      syntax, "套用版式「\(layout)」时，内容必须写在 {{$名称}} 块里",
      "inside the layout '\(layout)', everything must stand in a {{$name}} block",
      fix: LocalizedText(zh: "把内容移进一个块", en: "move it into a block"))
  }
}

/// `template-partial`: a file that a template needs.
extension TemplateMessage {
  static func missingAsset(_ path: String) -> Self {
    Self(
      "template-partial", "模板用到的 templates/\(path) 不存在",
      "templates/\(path), which the template uses, does not exist",
      fix: LocalizedText(
        zh: "从版本库恢复这个文件，或改正路径", en: "restore the file, or correct the path"))
  }
}

/// `template-variable`: a name that the page does not have.
extension TemplateMessage {
  private static let variable = "template-variable"

  static func unknownVariable(_ name: String, in view: String, nearest: String?) -> Self {
    Self(
      variable, "「\(view)」没有名为「\(name)」的变量", "there is no variable '\(name)' here",
      fix: suggesting(
        nearest,
        or: LocalizedText(
          zh: "可用的变量见 docs/templates.md", en: "docs/templates.md lists the variables")))
  }

  static func unknownLabel(_ name: String, nearest: String?) -> Self {
    Self(
      variable, "没有名为「\(name)」的文字", "there is no label '\(name)'",
      fix: suggesting(
        nearest,
        or: LocalizedText(
          zh: "可用的文字见 docs/templates.md", en: "docs/templates.md lists the labels")))
  }

  static func notPrintable(_ name: String) -> Self {
    Self(
      variable, "「\(name)」不是文字，不能直接输出", "'\(name)' is not a text and cannot be printed",
      fix: LocalizedText(
        zh: "用 {{#\(name)}}…{{/\(name)}} 取它的内容",
        en: "use {{#\(name)}}…{{/\(name)}} for what it holds"))
  }

  static func dotOutsideText() -> Self {
    Self(
      variable, "「.」只能用在文字里", "'.' only stands inside a text",
      fix: LocalizedText(zh: "写出变量的名称", en: "write the variable's name"))
  }
}

/// `template-partial`: a template, layout or block that does not exist.
extension TemplateMessage {
  private static let partial = "template-partial"

  static func unknownPartial(_ name: String, nearest: String?) -> Self {
    Self(
      partial, "找不到模板 templates/\(name).mustache",
      "there is no template templates/\(name).mustache",
      fix: suggesting(
        nearest,
        or: LocalizedText(
          zh: "名称从 templates/ 之下写起，不带 .mustache",
          en: "write the name from templates/ on, without .mustache")))
  }

  static func recursivePartial(_ name: String) -> Self {
    Self(
      partial, "模板「\(name)」又用到了它自己", "the template '\(name)' includes itself",
      fix: LocalizedText(zh: "去掉其中一处引用", en: "remove one of the inclusions"))
  }

  static func unknownBlock(_ name: String, layout: String, nearest: String?) -> Self {
    Self(
      partial, "版式「\(layout)」没有名为「\(name)」的块",
      "the layout '\(layout)' has no block '\(name)'",
      fix: suggesting(
        nearest, or: LocalizedText(zh: "在版式里加上这个块", en: "add the block to the layout")))
  }

  static func missingTemplate(_ name: String) -> Self {
    Self(
      partial, "缺少模板 templates/\(name).mustache",
      "the template templates/\(name).mustache is missing",
      fix: LocalizedText(
        zh: "从 Cedian 自带的 templates/ 复制一份", en: "copy it from Cedian's own templates/"))
  }
}
