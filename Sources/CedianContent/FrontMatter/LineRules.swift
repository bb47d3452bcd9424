import CedianModel

/// `full-width-colon`: 主题：双11.
enum FullWidthColon {
  static let id = "full-width-colon"

  static func diagnostic(key: String, at location: SourceLocation, fix: Diagnostic.Fix)
    -> Diagnostic
  {
    Diagnostic(
      id: id, severity: .error, location: location,
      message: LocalizedText(
        zh: "「\(key)」后面是全角冒号「：」，应当是半角冒号加空格",
        en: "'\(key)' is followed by a full-width colon; it must be an ASCII colon and a space"),
      fix: fix)
  }
}

/// `tab-indent`: a tab or a full-width space where a line is indented.
enum TabIndent {
  static let id = "tab-indent"

  enum Character { case tab, fullWidthSpace, noBreakSpace }

  static func diagnostic(_ character: Character, at location: SourceLocation, fix: Diagnostic.Fix)
    -> Diagnostic
  {
    let name =
      switch character {
      case .tab: LocalizedText(zh: "制表符（Tab）", en: "a tab")
      case .fullWidthSpace: LocalizedText(zh: "全角空格", en: "a full-width space")
      case .noBreakSpace: LocalizedText(zh: "不换行空格", en: "a no-break space")
      }
    return Diagnostic(
      id: id, severity: .error, location: location,
      message: LocalizedText(
        zh: "缩进里有\(name.zh)，只能用空格", en: "the indent holds \(name.en); only spaces may indent"),
      fix: fix)
  }
}

/// `hash-comment`: a value, or the rest of one, that `#` makes a comment.
enum HashComment {
  static let id = "hash-comment"

  static let advice = LocalizedText(
    zh: "用引号括起整个值；若是注释，在 # 后面加一个空格",
    en: "quote the whole value; if it is a comment, put a space after the #")

  static func diagnostic(
    key: String?, isWhole: Bool, at location: SourceLocation, fix: Diagnostic.Fix
  )
    -> Diagnostic
  {
    let value = key.map { LocalizedText(zh: "「\($0)」", en: "'\($0)'") }
    let zh = isWhole ? "等于没有写值" : "的值到此为止"
    let en = isWhole ? "has no value" : "ends here"
    return Diagnostic(
      id: id, severity: .error, location: location,
      message: LocalizedText(
        zh: "# 之后的内容都是注释，\(value?.zh ?? "这一项")\(zh)",
        en: "everything after # is a comment, so \(value?.en ?? "this item") \(en)"),
      fix: fix)
  }
}

/// `duplicate-key`: one key twice in one mapping.
enum DuplicateKey {
  static let id = "duplicate-key"

  static func diagnostic(
    _ key: Located<String>, first: Node.Entry, value: Node, path: String
  ) -> Diagnostic {
    let same = sameContent(first.value, value)
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: key.range),
      message: LocalizedText(
        zh: "「\(key.value)」写了两次，\(same ? "两处的值相同" : "两处的值不同")",
        en: "'\(key.value)' is written twice, with \(same ? "the same value" : "different values")"),
      notes: [
        Diagnostic.Note(
          location: SourceLocation(path: path, range: first.key.range),
          message: LocalizedText(zh: "先写在这里，以此处为准", en: "first written here, and read from here"))
      ],
      fix: Diagnostic.Fix(
        message: same
          ? LocalizedText(zh: "删去其中一处", en: "remove one of them")
          : LocalizedText(zh: "只保留正确的一处", en: "keep the one that is right")))
  }

  private static func sameContent(_ a: Node, _ b: Node) -> Bool {
    switch (a.content, b.content) {
    case (.scalar(let x, _), .scalar(let y, _)): x == y
    case (.sequence(let x), .sequence(let y)):
      x.count == y.count && zip(x, y).allSatisfy(sameContent)
    case (.mapping(let x), .mapping(let y)):
      x.count == y.count
        && zip(x, y).allSatisfy { $0.key.value == $1.key.value && sameContent($0.value, $1.value) }
    default: false
    }
  }
}

/// `alias-refused`: YAML's anchors, aliases, tags and merge keys.
enum AliasRefused {
  static let id = "alias-refused"

  enum Feature { case anchor, alias, tag, merge }

  static func diagnostic(
    _ feature: Feature, quoted: String? = nil, at location: SourceLocation
  ) -> Diagnostic {
    let name =
      switch feature {
      case .anchor: LocalizedText(zh: "锚点（&）", en: "an anchor (&)")
      case .alias: LocalizedText(zh: "别名（*）", en: "an alias (*)")
      case .tag: LocalizedText(zh: "标签（!）", en: "a tag (!)")
      case .merge: LocalizedText(zh: "合并键（<<）", en: "a merge key (<<)")
      }
    return Diagnostic(
      id: id, severity: .error, location: location,
      message: LocalizedText(
        zh: "这里用了 YAML 的\(name.zh)，内容文件不用它",
        en: "this is \(name.en) of YAML, which content does not use"),
      fix: Diagnostic.Fix(
        message: feature == .merge
          ? LocalizedText(zh: "把要合并的字段直接写出来", en: "write the merged fields out")
          : LocalizedText(
            zh: "直接写出内容；若是文字，用引号括起", en: "write the content out; if it is text, quote it"),
        example: feature == .merge ? nil : quoted))
  }
}
