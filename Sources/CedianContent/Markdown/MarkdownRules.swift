import CedianModel

/// What the renderer reports. Each rule's words in both languages.
extension MarkdownRenderer {
  func location(_ range: SourceRange) -> SourceLocation {
    SourceLocation(path: path, range: range)
  }

  /// A block of HTML goes with the text in it, a tag within a line alone.
  func rawHTMLDropped(at location: SourceLocation, withText: Bool = false) -> Diagnostic {
    Diagnostic(
      id: "raw-html", severity: .warning, location: location,
      message: withText
        ? LocalizedText(
          zh: "正文中的 HTML 不会发布，从这一行起的整段（含其中的文字）已略去。",
          en: "HTML is not published: the whole block from this line on was left out, its text too."
        )
        : LocalizedText(
          zh: "正文中的 HTML 标签不会发布，已略去。",
          en: "HTML tags in the text are not published and were left out."),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "请改用 Markdown 写法；若要显示标签本身，请用反引号括起来。",
          en: "Write it in Markdown, or put it in backticks to show the tag itself.")))
  }

  func unsafeURLDropped(_ address: Range<Int>, at location: SourceLocation) -> Diagnostic {
    let scheme = String(
      decoding: stripped(tree.pool, address).prefix { $0 != 0x3A }, as: UTF8.self)
    return Diagnostic(
      id: "unsafe-url", severity: .warning, location: location,
      message: LocalizedText(
        zh: "「\(scheme):」开头的地址不安全，链接已略去，文字保留。",
        en: "An address that begins with “\(scheme):” is not safe; the link was left out."),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "请改为 https 网址或站内文件的相对路径。",
          en: "Use an https address or the relative path of a file in the site.")))
  }

  func unknownCallout(_ label: String, at location: SourceLocation) -> Diagnostic {
    let known = Callout.labels
    let near = nearest(to: label, among: known)
    return Diagnostic(
      id: "unknown-callout", severity: .warning, location: location,
      message: LocalizedText(
        zh: "没有「\(label)」这种提示框，会按普通引用显示",
        en: "there is no callout '\(label)'; it is shown as a plain quote"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: (near.map { "是不是想写「\($0)」？" } ?? "") + "可用的标签：\(known.joined(separator: "、"))",
          en: (near.map { "did you mean '\($0)'? " } ?? "")
            + "labels: \(known.joined(separator: ", "))")))
  }

  /// `[方案]（../x.md）`: not a link.
  func wideLink(_ label: String, _ address: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      id: "broken-link", severity: .warning, location: location,
      message: LocalizedText(
        zh: "网址外面是全角括号，「\(label)」不是链接，会原样显示",
        en: "with full-width brackets '\(label)' is no link and is shown as it stands"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "用半角括号，写成", en: "write ASCII brackets"),
        example: "\(label)(\(address))"))
  }

  /// `[!注意] 退款` or `[！注意]`: nearly a callout.
  func calloutNearMiss(
    _ label: String, followsText: Bool, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      id: "unknown-callout", severity: .warning, location: location,
      message: followsText
        ? LocalizedText(
          zh: "提示框的标签要独占一行，现在「\(label)」和文字写在一起，会按普通引用显示",
          en: "a callout's label stands on a line of its own; '\(label)' with text is a plain quote"
        )
        : LocalizedText(
          zh: "提示框的标签要用半角的 [! ]，现在会按普通引用显示",
          en: "a callout's label is written with ASCII [! ]; this is shown as a plain quote"),
      fix: Diagnostic.Fix(
        message: followsText
          ? LocalizedText(zh: "文字另起一行，写成", en: "put the text on the next line, as in")
          : LocalizedText(zh: "写成", en: "write"),
        example: "> [!\(label)]\n> ……"))
  }

  func undefinedFootnote(_ label: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      id: "undefined-footnote", severity: .warning, location: location,
      message: LocalizedText(
        zh: "脚注「\(label)」没有写明内容。", en: "The footnote “\(label)” has no text."),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "请在文末补上这条脚注，或删去此处的引用。",
          en: "Add the footnote at the end of the document, or remove the reference."),
        example: "[^\(label)]: …"))
  }

  func unusedFootnote(_ label: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      id: "undefined-footnote", severity: .warning, location: location,
      message: LocalizedText(
        zh: "脚注「\(label)」没有被引用，不会发布。",
        en: "Nothing refers to the footnote “\(label)”, so it is not published."),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "请在正文相应处写上引用，或删去这条脚注。",
          en: "Refer to it in the text, or remove the footnote."),
        example: "[^\(label)]"))
  }

  func duplicateFootnote(_ label: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      id: "undefined-footnote", severity: .warning, location: location,
      message: LocalizedText(
        zh: "脚注「\(label)」重复，只采用第一条。",
        en: "The footnote “\(label)” is written twice; only the first one counts."),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "请给这条脚注换一个编号，或与第一条合并。",
          en: "Give this one another label, or merge it with the first.")))
  }
}
