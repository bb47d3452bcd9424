import CedianModel

/// `front-matter-syntax`: a line that cannot be read, or that would be read as
/// something else than its author meant.
enum FrontMatterSyntax {
  static let id = "front-matter-syntax"

  static func diagnostic(
    zh: String, en: String, at location: SourceLocation, fix: Diagnostic.Fix,
    notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: location, message: LocalizedText(zh: zh, en: en),
      notes: notes, fix: fix)
  }

  // MARK: Fences

  static func unclosed(at location: SourceLocation) -> Diagnostic {
    diagnostic(
      zh: "文首设置以 --- 开始，没有结束的 ---", en: "the front matter begins with --- and has no closing ---",
      at: location,
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "在最后一个字段之后另起一行写 ---", en: "write --- on a line of its own after the last field"),
        example: "---"))
  }

  static func noMapping(at location: SourceLocation) -> Diagnostic {
    diagnostic(
      zh: "这里应当是一行一个「字段: 值」", en: "these lines must be 'field: value', one a line",
      at: location,
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "每行写一个字段名、半角冒号、空格和值", en: "give each line a field, a colon, a space and a value"),
        example: "主题: 双11主会场"))
  }

  // MARK: Colons and keys

  /// `blank` is what stands there instead: it looks like a space and is none.
  static func missingSpace(
    after key: String, instead blank: UInt32?, at location: SourceLocation, fix: Diagnostic.Fix
  ) -> Diagnostic {
    if let blank {
      return diagnostic(
        zh: "「\(key)」的冒号后面不是普通空格，是 \(code(blank))",
        en: "the colon after '\(key)' is followed by \(code(blank)), which is no space",
        at: location,
        fix: fix)
    }
    return diagnostic(
      zh: "「\(key)」的冒号后面缺少空格", en: "the colon after '\(key)' needs a space", at: location, fix: fix)
  }

  /// `U+00A0`
  private static func code(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// A character without width in a field's name, which then is another name.
  static func invisibleInName(_ value: UInt32, at location: SourceLocation, fix: Diagnostic.Fix)
    -> Diagnostic
  {
    diagnostic(
      zh: "字段名里有一个看不见的字符（\(code(value))）",
      en: "there is an invisible character in the field's name (\(code(value)))", at: location,
      fix: fix)
  }

  static func missingColon(in text: String, at location: SourceLocation, example: String?)
    -> Diagnostic
  {
    diagnostic(
      zh: "「\(text)」这一行没有冒号，读不出字段", en: "'\(text)' has no colon, so it is no field", at: location,
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "字段名后写半角冒号和空格；接续上一行的文字要缩进",
          en: "write a colon and a space after the field; indent text that continues the line above"
        ),
        example: example))
  }

  static func colonInValue(of key: String, at location: SourceLocation, fix: Diagnostic.Fix)
    -> Diagnostic
  {
    diagnostic(
      zh: "「\(key)」的值里有冒号加空格，会被当成另一个字段",
      en: "the value of '\(key)' holds a colon and a space, which begin another field",
      at: location,
      fix: fix)
  }

  /// `- 项目: 直播, 渠道: social, 金额: 12万}`
  static let severalFields = Diagnostic.Fix(
    message: LocalizedText(
      zh: "像是几个字段写在一行：用 { } 括起，或一行写一个字段；确是一段文字的，用引号括起整个值",
      en: """
        it looks like several fields on one line: put them in { } or on a line each; if it is a \
        text, quote the whole value
        """),
    certainty: .offered)

  static func keyIsNoText(at location: SourceLocation) -> Diagnostic {
    diagnostic(
      zh: "字段名应当是文字，这里是列表或一组字段", en: "a field's name must be text; this is a list or a group",
      at: location,
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "值里有 { } 或 [ ] 时，用双引号括起整个值",
          en: "quote the whole value where it holds { } or [ ]"),
        example: "主题: \"{{ 主题 }}\""))
  }

  static func dashWithoutSpace(at location: SourceLocation, fix: Diagnostic.Fix) -> Diagnostic {
    diagnostic(
      zh: "列表项的 - 后面缺少空格，这几行会连成一句话",
      en: "the - of a list item needs a space; without it these lines become one text",
      at: location,
      fix: fix)
  }

  /// A list item behind a bullet that was pasted from a document.
  static func bullet(_ mark: String, at location: SourceLocation, fix: Diagnostic.Fix) -> Diagnostic
  {
    diagnostic(
      zh: "列表项以 \(mark) 开头，应当是半角的 - 加空格",
      en: "a list item starts with \(mark), where a - and a space belong", at: location, fix: fix)
  }

  // MARK: Values

  /// `｛谁: 市场部}`, `（谁: 市场部）`
  static func oddBrace(_ mark: String, at location: SourceLocation, fix: Diagnostic.Fix)
    -> Diagnostic
  {
    diagnostic(
      zh: "一组字段写在了 \(mark) 里，应当用半角花括号 { }",
      en: "a group of fields stands in \(mark), where ASCII braces { } belong", at: location,
      fix: fix)
  }

  /// `[微信, 微博]]`
  static func extraBracket(_ bracket: String, at location: SourceLocation, fix: Diagnostic.Fix)
    -> Diagnostic
  {
    diagnostic(
      zh: "多了一个 \(bracket)，前面没有与它成对的括号", en: "there is a \(bracket) too many: nothing opens it",
      at: location, fix: fix)
  }

  /// `{{状态: 已批准}}`, `@[大促, 口粮茶]`
  static func extraMark(_ mark: String, at location: SourceLocation, fix: Diagnostic.Fix)
    -> Diagnostic
  {
    diagnostic(
      zh: "多了一个 \(mark)：列表只用一层 [ ]，一组字段只用一层 { }",
      en: "there is a \(mark) too many: a list takes one pair of [ ], a group of fields one of { }",
      at: location, fix: fix)
  }

  /// `{状态: 已批准  # 补签}`
  static func hiddenBracket(_ closing: String, at location: SourceLocation, fix: Diagnostic.Fix)
    -> Diagnostic
  {
    diagnostic(
      zh: "# 之后的内容都是注释，把 \(closing) 也注释掉了",
      en: "everything after # is a comment, and so is the \(closing)", at: location, fix: fix)
  }

  static func fullWidthComma(at location: SourceLocation, fix: Diagnostic.Fix) -> Diagnostic {
    diagnostic(
      zh: "花括号里用全角逗号「，」隔开字段，应当是半角逗号加空格",
      en: "a full-width comma stands between the fields in braces, where an ASCII one belongs",
      at: location, fix: fix)
  }

  static func reservedCharacter(
    _ character: String, at location: SourceLocation, fix: Diagnostic.Fix
  )
    -> Diagnostic
  {
    diagnostic(
      zh: "值以 \(character) 开头，\(character) 在这里有特殊含义，须用引号括起整个值",
      en:
        "the value starts with \(character), which has a meaning of its own here: quote the value",
      at: location, fix: fix)
  }

  static func textAfterQuote(_ quote: String, at location: SourceLocation, fix: Diagnostic.Fix)
    -> Diagnostic
  {
    diagnostic(
      zh: "值以引号 \(quote) 开头，引号结束后还有文字",
      en: "the value starts with the quote \(quote), and text follows the closing one",
      at: location,
      fix: fix)
  }

  static func unknownEscape(at location: SourceLocation, fix: Diagnostic.Fix) -> Diagnostic {
    diagnostic(
      zh: "双引号里的 \\ 有特殊含义，后面这个字符它不认识",
      en: "in double quotes a \\ has a meaning of its own, and not before this character",
      at: location, fix: fix)
  }

  static func unclosedQuote(_ quote: String, at location: SourceLocation, fix: Diagnostic.Fix)
    -> Diagnostic
  {
    diagnostic(
      zh: "引号 \(quote) 没有成对", en: "the quote \(quote) is not closed", at: location, fix: fix)
  }

  static func unclosedBracket(
    _ bracket: String, closing: String, at location: SourceLocation, fix: Diagnostic.Fix
  ) -> Diagnostic {
    diagnostic(
      zh: "括号 \(bracket) 没有对应的 \(closing)", en: "the bracket \(bracket) has no \(closing)",
      at: location, fix: fix)
  }

  static func controlCharacter(_ value: UInt32, at location: SourceLocation, fix: Diagnostic.Fix)
    -> Diagnostic
  {
    let code = code(value)
    return diagnostic(
      zh: "这里有一个看不见的控制字符（\(code)）", en: "there is an invisible control character here (\(code))",
      at: location, fix: fix)
  }

  // MARK: Indents

  static func indent(at location: SourceLocation, expected: [Int], example: String?) -> Diagnostic {
    let levels = expected.map(String.init)
    return diagnostic(
      zh: "这一行的缩进与前面对不上：应当空 \(levels.joined(separator: " 或 ")) 格",
      en:
        "this line's indent fits none before it: it should be \(levels.joined(separator: " or "))",
      at: location,
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "同一组字段左端对齐，下一层多缩进两个空格",
          en: "align the fields of one group; indent the next level by two spaces"),
        example: example))
  }

  /// A list item indented below the text of another.
  static func itemUnderItem(at location: SourceLocation, fix: Diagnostic.Fix) -> Diagnostic {
    diagnostic(
      zh: "这一行与前面的列表对不上", en: "this line does not fit the list before it", at: location,
      fix: fix)
  }

  static func fieldUnderValue(of key: String, at location: SourceLocation, example: String?)
    -> Diagnostic
  {
    diagnostic(
      zh: key.isEmpty
        ? "这一行比上面的列表项缩进得深，而那一项已经是一段文字"
        : "这一行比「\(key)」缩进得深，而「\(key)」已经有值",
      en: key.isEmpty
        ? "this line is indented under a list item that is a text already"
        : "this line is indented under '\(key)', which has a value already", at: location,
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "去掉多余的缩进；若是接续上一行的文字，把整段写成 | 块",
          en: "remove the indent; text that continues the line above goes in a | block"),
        example: example))
  }

  // MARK: Limits

  static func tooDeep(at location: SourceLocation) -> Diagnostic {
    diagnostic(
      zh: "嵌套超过 \(YAMLLimits.depth) 层", en: "nested more than \(YAMLLimits.depth) levels deep",
      at: location,
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "减少嵌套的层数", en: "nest less deeply")))
  }

  static func tooMany(at location: SourceLocation) -> Diagnostic {
    diagnostic(
      zh: "字段和值超过 \(YAMLLimits.nodes) 个", en: "more than \(YAMLLimits.nodes) fields and values",
      at: location,
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "把内容分到几个文件里", en: "spread it over several files")))
  }

  static func tooLarge(limit: Int, at location: SourceLocation) -> Diagnostic {
    diagnostic(
      zh: "超过 \(limit / 1024) KB，不再读取", en: "larger than \(limit / 1024) KB, so it is not read",
      at: location,
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "长文写进正文，数据写进结果表", en: "put long text in the body and data in results tables")))
  }

  static func secondDocument(at location: SourceLocation) -> Diagnostic {
    diagnostic(
      zh: "这个文件里有第二段 YAML，只读第一段",
      en: "this file holds a second YAML document; only the first is read",
      at: location,
      fix: Diagnostic.Fix(message: LocalizedText(zh: "删去中间的 ---", en: "remove the --- between")))
  }
}
