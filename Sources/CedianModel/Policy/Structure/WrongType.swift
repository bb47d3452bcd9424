/// `wrong-type`: a value of another shape than its field takes.
enum WrongType {
  static let id = "wrong-type"

  static func expected(
    _ zh: String, _ en: String, field: LocalizedText, at range: SourceRange, path: String,
    example: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」应当是\(zh)", en: "'\(field.en)' must be \(en)"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "改写成\(zh)", en: "write \(en)"), example: example))
  }

  /// A record that says what it is about in no field: nothing of it could be shown.
  static func without(_ key: Key, _ record: Record, path: String) -> Diagnostic {
    let (name, field) = (record.schema.name, record.label(key))
    return Diagnostic(
      id: id, severity: .error,
      location: SourceLocation(path: path, range: record[key]?.key.range ?? record.range),
      message: LocalizedText(
        zh: "这一项\(name.zh)没有写「\(field.zh)」，整项都不会显示" + (key == .amount ? "，也不计入合计" : ""),
        en: "this \(name.en) has no '\(field.en)': all of it is left out"
          + (key == .amount ? ", of totals too" : "")),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "补上「\(field.zh)」；不要这一项的，整项删去",
          en: "write its '\(field.en)', or remove the whole item"),
        example: "\(field.zh): …"))
  }

  /// A word that is none of a field's choices.
  static func notAChoice(
    _ written: String, choices: [LocalizedText], field: LocalizedText, at range: SourceRange,
    path: String
  ) -> Diagnostic {
    let guess = nearest(to: written, among: choices.flatMap { [$0.zh, $0.en] })
    let zh = choices.map { "\($0.zh)（\($0.en)）" }.joined(separator: "、")
    let en = choices.map(\.en).joined(separator: ", ")
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」不能是「\(written)」", en: "'\(field.en)' cannot be '\(written)'"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: (guess.map { "是不是想写「\($0)」？" } ?? "") + "可用的值：\(zh)",
          en: (guess.map { "did you mean '\($0)'? " } ?? "") + "it takes one of: \(en)")))
  }

  /// A ratio's part that is a ratio, perhaps itself: it is never reported, so there
  /// is nothing to divide.
  static func ratioOfRatio(
    _ written: Located<String>, _ part: Metric, of metric: Metric, path: String
  ) -> Diagnostic {
    let isItself = part.id == metric.id
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: written.range),
      message: LocalizedText(
        zh: isItself
          ? "「\(metric.name.zh)」的分子或分母是它自己，算不出来"
          : "「\(metric.name.zh)」的分子或分母「\(written.value)」本身是比率，算不出来",
        en: isItself
          ? "'\(metric.name.en)' is a part of itself and cannot be computed"
          : "'\(written.value)', a part of '\(metric.name.en)', is a ratio itself: it cannot be computed"
      ),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "分子和分母写填报的数，例如 clicks、impressions",
          en: "divide what is reported, such as clicks by impressions")))
  }

  /// `{任务: 整箱装 9,000 箱到仓}`: the comma ends the value.
  static func cutByComma(
    _ parts: [Located<String>], after entry: Node.Entry, in schema: RecordSchema, path: String
  ) -> Diagnostic {
    let rest = parts.map(\.value).joined(separator: ",")
    let range = SourceRange(
      entry.value.range.start, parts.last?.range.end ?? entry.value.range.end)
    // A quoted value was complete, and a name without value may be a field's.
    var isText = false
    if case .scalar(_, .plain) = entry.value.content { isText = true }
    let names = RecordSchema.all.flatMap(\.names)
    let isSentence = !parts.contains { part in
      part.value.utf8.contains(UInt8(ascii: ":")) || beginsWithField(part.value, of: names) != nil
        || nearest(to: firstWord(of: part.value), among: names) != nil
    }
    let fields = parts.compactMap { beginsWithField($0.value, of: schema.names) }
    if !fields.isEmpty { return withoutColon(fields, rest, at: range, path: path) }
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "花括号里的逗号把「\(entry.key.value)」的值截断了，后面的「\(rest)」丢失了",
        en:
          "inside braces the comma ends the value of '\(entry.key.value)'; '\(rest)' is lost"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "给含逗号的值加上引号", en: "quote a value that holds a comma"),
        certainty: .ifQuiet(range),
        rewrite: isText && isSentence ? ValueRewrite(range: range, content: .verbatim) : nil))
  }

  /// `{项目: 大促搜索, 渠道 sem}`: a field whose colon is missing.
  private static func withoutColon(
    _ fields: [String], _ rest: String, at range: SourceRange, path: String
  ) -> Diagnostic {
    let names = listed(fields.map { LocalizedText(zh: $0, en: $0) })
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "花括号里\(names.zh)后面没有冒号，「\(rest)」读不出来",
        en: "inside braces there is no colon after \(names.en); '\(rest)' is lost"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "是字段的，在字段名后写半角冒号和空格；确是一段文字的，用引号括起整个值",
          en:
            "write a colon and a space after a field's name; if it is a text, quote the whole value"
        ),
        example: fields.map { "\($0): …" }.joined(separator: ", "), certainty: .offered))
  }

  /// `渠道: sem, 金额 15万` on a line of its own: the field behind the comma, if the
  /// text holds one.
  static func fieldInValue(
    _ text: String, of field: LocalizedText, in schema: RecordSchema, at range: SourceRange,
    path: String
  ) -> Diagnostic? {
    let parts = text.split { ",，;；".contains($0) }.dropFirst()
    let found = parts.lazy.compactMap { part in
      let part = String(part.drop { $0 == " " })
      return beginsWithField(part, of: schema.names).map { (name: $0, text: part) }
    }.first { $0.name == firstWord(of: $0.text) && $0.name != $0.text }
    guard let found else { return nil }
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」的值里还有一个字段「\(found.name)」，后面没有冒号",
        en: "the value of '\(field.en)' holds another field, '\(found.name)', without its colon"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "另起一行写这个字段", en: "write that field on a line of its own"),
        example: "\(found.name): …", certainty: .offered))
  }

  /// The longest of `names` that a text begins with, as a word of its own where it is
  /// one letter or in English.
  private static func beginsWithField(_ text: String, of names: [String]) -> String? {
    names.filter { name in
      guard text.hasPrefix(name) else { return false }
      guard name.count == 1 || name.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
      return text.dropFirst(name.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
    }.max { $0.count < $1.count }
  }

  private static func firstWord(of text: String) -> String {
    String(text.prefix { !" \u{3000}=＝;；".contains($0) })
  }

  /// One text where a list was probably meant: `微信、微博`.
  static func joinedList(
    _ items: [String], isEnumeration: Bool, field: LocalizedText, at range: SourceRange,
    path: String, isInBrackets: Bool = false
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」写成了一项，看起来是 \(items.count) 项",
        en: "'\(field.en)' is written as one item, but looks like \(items.count)"),
      fix: Diagnostic.Fix(
        message: isInBrackets
          ? LocalizedText(
            zh: "各项之间用半角逗号隔开；确是一项的，用双引号括起",
            en: "put ASCII commas between the items, or quote what is one item")
          : LocalizedText(zh: "写成列表的 \(items.count) 项", en: "write \(items.count) items"),
        example: "[" + items.joined(separator: ", ") + "]",
        certainty: isEnumeration ? .certain : .ifKnown(items),
        rewrite: ValueRewrite(range: range, content: .items(items))))
  }

  /// `［大促，口粮茶］`: a list in full-width brackets.
  static func bracketedList(
    _ items: [String], field: LocalizedText, at range: SourceRange, path: String
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "「\(field.zh)」的列表写在了全角方括号里，读成了一项",
        en: "the list of '\(field.en)' stands in full-width brackets, and reads as one item"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "用半角方括号 [ ]，各项之间用半角逗号隔开",
          en: "use ASCII brackets [ ] and put ASCII commas between the items"),
        example: "[" + items.joined(separator: ", ") + "]", certainty: .offered))
  }
}
