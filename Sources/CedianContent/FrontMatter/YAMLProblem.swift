import CedianModel

/// libyaml's complaints in people's words: never its own.
enum YAMLProblem {
  /// Whether the mistake is where libyaml began, not where it stopped.
  static func isBlamedOnContext(_ error: YAMLError) -> Bool {
    error.problem.hasPrefix("could not find expected ':'")
      || error.problem.hasPrefix("found unexpected end of stream")
      || error.problem.hasPrefix("found unexpected document indicator")
      || error.problem.hasPrefix("did not find expected ',' or")
  }

  static func diagnostic(_ error: YAMLError, at place: SourceLocation) -> Diagnostic {
    let (zh, en, fix) = words(error.problem)
    return FrontMatterSyntax.diagnostic(zh: zh, en: en, at: place, fix: fix)
  }

  private static func words(_ problem: String) -> (zh: String, en: String, Diagnostic.Fix) {
    for entry in table where problem.hasPrefix(entry.problem) {
      return (entry.zh, entry.en, Diagnostic.Fix(message: entry.fix, example: entry.example))
    }
    return (
      "这一行的写法读不懂", "this line cannot be read",
      Diagnostic.Fix(
        message: LocalizedText(
          zh: "写成「字段: 值」；值里有特殊符号时用引号括起",
          en: "write 'field: value'; quote a value that holds special characters"),
        example: "主题: \"双11主会场\"")
    )
  }

  private struct Entry {
    /// How libyaml's problem begins.
    var problem: String
    var zh: String
    var en: String
    var fix: LocalizedText
    var example: String?
  }

  private static let quote = LocalizedText(
    zh: "用引号括起整个值", en: "quote the whole value")

  private static let table: [Entry] = [
    Entry(
      problem: "mapping values are not allowed", zh: "这里不能再有一个「字段: 值」",
      en: "another 'field: value' cannot stand here",
      fix: LocalizedText(
        zh: "值里有冒号加空格时，用引号括起整个值；是字段时，检查缩进",
        en: "quote a value that holds a colon and a space; if it is a field, mend its indent"),
      example: "主题: \"双11: 主会场\""),
    Entry(
      problem: "could not find expected ':'", zh: "这一行没有冒号，读不出字段",
      en: "this line has no colon, so it is no field",
      fix: LocalizedText(zh: "字段名后写半角冒号和空格", en: "write a colon and a space after the field"),
      example: "主题: 双11主会场"),
    Entry(
      problem: "did not find expected key", zh: "这一行与前面的字段对不上",
      en: "this line does not fit the fields before it",
      fix: LocalizedText(
        zh: "同一组字段左端对齐，写成「字段: 值」", en: "align the fields of one group, each as 'field: value'"),
      example: "主题: 双11主会场"),
    Entry(
      problem: "did not find expected '-' indicator", zh: "这一行与前面的列表对不上",
      en: "this line does not fit the list before it",
      fix: LocalizedText(
        zh: "同一个列表的 - 左端对齐", en: "align the dashes of one list"), example: "- 直播\n- 短视频"),
    Entry(
      problem: "did not find expected ',' or", zh: "方括号或花括号里的内容读不懂",
      en: "what stands in these brackets cannot be read",
      fix: LocalizedText(
        zh: "各项之间用半角逗号隔开，括号成对", en: "separate the items by ASCII commas and close the brackets"),
      example: "渠道: [social, email]"),
    Entry(
      problem: "block sequence entries are not allowed", zh: "这里不能开始一个列表",
      en: "a list cannot begin here",
      fix: LocalizedText(
        zh: "列表另起一行，每项以 - 和空格开头",
        en: "begin the list on a new line, each item with a dash and a space"),
      example: "渠道:\n  - social"),
    Entry(
      problem: "found unknown escape character", zh: "双引号里的 \\ 后面是不认识的字符",
      en: "a \\ in double quotes is followed by an unknown character",
      fix: LocalizedText(zh: "改用单引号", en: "use single quotes"), example: "备注: 'D:\\素材'"),
    Entry(
      problem: "did not find expected hexdecimal number",
      zh: "双引号里的 \\x、\\u 后面应当是十六进制数字",
      en: "\\x and \\u in double quotes are followed by hexadecimal digits",
      fix: LocalizedText(zh: "改用单引号", en: "use single quotes"), example: "备注: 'D:\\xsc'"),
    Entry(
      problem: "found character that cannot start any token", zh: "值以有特殊含义的符号开头",
      en: "a value starts with a character that has a meaning of its own", fix: quote,
      example: "负责人: \"@市场部\""),
    Entry(
      problem: "found unexpected end of stream", zh: "引号没有成对", en: "a quote is not closed",
      fix: LocalizedText(zh: "补上引号", en: "close it"), example: "主题: \"双11主会场\""),
    Entry(
      problem: "found a tab character", zh: "缩进里有制表符（Tab）", en: "the indent holds a tab",
      fix: LocalizedText(zh: "换成空格", en: "use spaces"), example: nil),
    Entry(
      problem: "did not find expected alphabetic or numeric", zh: "值以 & 或 * 开头，须用引号括起整个值",
      en: "the value starts with & or *: quote it", fix: quote, example: "主题: \"*重磅* 双11\""),
    Entry(
      problem: "did not find expected node content", zh: "这里缺少内容", en: "something is missing here",
      fix: LocalizedText(
        zh: "写上值，或删去多余的符号", en: "write a value, or remove what is left over"), example: nil),
  ]
}
