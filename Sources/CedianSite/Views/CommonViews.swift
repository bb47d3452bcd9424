import CedianModel

/// A link with its words. Without an address only the words are shown.
struct LinkView: View {
  var text: EscapedHTML
  var url: EscapedHTML
  var isCurrent = false

  static let keys = ViewKeys<LinkView>(
    "链接",
    [
      .text("text", "文字", \.text),
      .text("url", "相对网址；没有页面时为空", \.url),
      .flag("isCurrent", "是否就是当前页（或当前栏目）", \.isCurrent),
    ])
}

/// A state with its glyph and word; the tone only colours what both already say.
struct StatusView: View {
  var glyph: EscapedHTML
  var word: EscapedHTML
  /// `good`, `warn`, `bad`, `none`, `active` or `plain`.
  var tone: EscapedHTML

  /// `glyph` and `tone` are the program's own and need no escaping.
  init(_ glyph: String, _ word: EscapedHTML, _ tone: String) {
    self.glyph = EscapedHTML(trusted: glyph)
    self.word = word
    self.tone = EscapedHTML(trusted: tone)
  }

  static let keys = ViewKeys<StatusView>(
    "状态",
    [
      .text("glyph", "符号，如 ●", \.glyph),
      .text("word", "状态的文字", \.word),
      .text("tone", "色调：good、warn、bad、none、active、plain", \.tone),
    ])
}

/// A number beside its unit, each in a column of its own.
struct ValueView: View {
  var number: EscapedHTML
  var unit: EscapedHTML
  /// Every digit, where `number` is shortened; empty otherwise.
  var exact: EscapedHTML

  static let keys = ViewKeys<ValueView>(
    "数值",
    [
      .text("number", "数字，如 120.00", \.number),
      .text("unit", "单位，如 万元", \.unit),
      .text("exact", "未缩写的完整数值；与数字相同时为空", \.exact),
    ])
}

/// A name and what stands for it: a row of a definition list.
struct FactView: View {
  var name: EscapedHTML
  var values: [EscapedHTML]
  /// Where the value is a person or document that has a page.
  var links: [LinkView] = []
  /// A field that the policy asks for and the document lacks.
  var isMissing = false

  static let keys = ViewKeys<FactView>(
    "事项",
    [
      .text("name", "名称", \.name),
      .texts("values", "内容，一项一段", \.values),
      .list("links", "内容是链接时", \.links),
      .flag("isMissing", "应填而未填", \.isMissing),
    ])
}

/// What the checks found in one document.
struct FindingView: View {
  var status: StatusView
  var message: EscapedHTML
  /// `content/plans/2026-11.md:12`, for authors.
  var place: EscapedHTML
  var document: LinkView?
  var clause: LinkView?

  static let keys = ViewKeys<FindingView>(
    "检查结果",
    [
      .view("status", "级别：错误、警告、提示", \.status),
      .text("message", "问题", \.message),
      .text("place", "文件与行", \.place),
      .view("document", "所在文档", \.document),
      .view("clause", "依据的条款", \.clause),
    ])
}
