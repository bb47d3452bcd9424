import CedianModel

/// `broken-link`: a link whose file does not exist, or is not published.
enum BrokenLink {
  static let id = "broken-link"

  static func missing(_ destination: String, nearest: String?, at place: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      id: id, severity: .error, location: place,
      message: LocalizedText(
        zh: "链接「\(destination)」指向的文件不存在", en: "the link '\(destination)' leads to no file"),
      fix: Diagnostic.Fix(
        message: nearest.map {
          LocalizedText(zh: "是否想写「\($0)」？", en: "did you mean '\($0)'?")
        }
          ?? LocalizedText(
            zh: "写相对于本文件的路径，例如",
            en: "write the path relative to this file, as in"),
        example: nearest == nil ? "[双十一](../activities/2026/2026-11-double-eleven.md)" : nil))
  }

  /// A picture, by the ending of its name: it lies beside the document.
  static func missingImage(_ destination: String, at place: SourceLocation) -> Diagnostic {
    var finding = missing(destination, nearest: nil, at: place)
    finding.fix = Diagnostic.Fix(
      message: LocalizedText(
        zh: "把图片放进 content/ 里，写相对于本文件的路径，例如",
        en: "put the picture into content/ and write its path relative to this file, as in"),
      example: "![流程图](flow.png)")
    return finding
  }

  /// `[制度]()`.
  static func empty(isImage: Bool, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: place,
      message: LocalizedText(
        zh: isImage ? "图片没有写文件" : "链接没有写去哪里",
        en: isImage ? "the picture names no file" : "the link leads nowhere"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "在圆括号里写上路径或网址；只要文字的，去掉方括号和圆括号",
          en: "write a path or an address between the brackets, or take the brackets away"),
        example: isImage ? "![流程图](flow.png)" : "[活动策划](../policy/04-activities.md)"))
  }

  /// A picture whose source is a document or a folder.
  static func notAPicture(_ destination: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: place,
      message: LocalizedText(
        zh: "「\(destination)」是一个页面，不是图片，不会显示",
        en: "'\(destination)' is a page, not a picture: nothing would be shown"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "链接去掉前面的感叹号；图片写图片文件的路径",
          en: "a link goes without the exclamation mark; a picture names a picture's file"),
        example: "![流程图](flow.png)"))
  }

  /// `www.example.com`: without https:// it would be a file.
  static func noScheme(_ destination: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: place,
      message: LocalizedText(
        zh: "链接「\(destination)」像是网址，但没有写 https://，会当作站内的文件",
        en:
          "the link '\(destination)' looks like a web address, but without https:// it is a file's"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "写成「https://\(destination)」", en: "write 'https://\(destination)'")))
  }

  /// The file is there, but only pages and their pictures are published.
  static func notPublished(_ destination: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: place,
      message: LocalizedText(
        zh: "链接「\(destination)」指向的数据或设置文件不会发布到网站",
        en: "the link '\(destination)' leads to data or settings, which are not published"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "改为链接到同期的计划或复盘（其页面有报告的入口），或去掉链接",
          en: "link to the period's plan or review, whose page leads to the report, or remove it")))
  }

  static func outside(_ destination: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: place,
      message: LocalizedText(
        zh: "链接「\(destination)」指到了站点文件夹之外",
        en: "the link '\(destination)' leads out of the site's folder"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "少写一层 ../，或把文件移到 content/ 里",
          en: "write one ../ less, or move the file into content/")))
  }

  static func unpublished(_ destination: String, target: SourceLocation, at place: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      id: id, severity: .error, location: place,
      message: LocalizedText(
        zh: "链接「\(destination)」指向的是草稿，不会发布",
        en: "the link '\(destination)' leads to a draft, which is not published"),
      notes: [
        Diagnostic.Note(
          location: target, message: LocalizedText(zh: "草稿标记在这里", en: "it is marked a draft here"))
      ],
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "删去目标文档的草稿标记，或去掉链接；预览草稿用 --drafts",
          en: "remove the mark from the target, or the link; --drafts shows drafts")))
  }
}

/// `broken-anchor`: the file exists, the heading does not.
enum BrokenAnchor {
  static let id = "broken-anchor"

  static func missing(
    _ anchor: String, in path: String, nearest: String?, known: [String]?,
    at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: place,
      message: LocalizedText(
        zh: "\(path) 里没有「#\(anchor)」", en: "\(path) has no '#\(anchor)'"),
      fix: Diagnostic.Fix(
        message: nearest.map {
          LocalizedText(zh: "是否想写「#\($0)」？", en: "did you mean '#\($0)'?")
        }
          ?? advice(known)))
  }

  /// The first of a page's anchors; nil where too many links are broken to list them.
  private static func advice(_ known: [String]?) -> LocalizedText {
    guard let known else {
      return LocalizedText(zh: "锚点是标题的文字，例如「#预算」", en: "an anchor is a heading's words")
    }
    guard !known.isEmpty else {
      return LocalizedText(
        zh: "那一页没有标题，去掉「#」和后面的文字",
        en: "that page has no headings; take '#' and what follows away")
    }
    let (first, isCut) = (known.prefix(4), known.count > 4)
    return LocalizedText(
      zh: "那一页的锚点有" + first.map { "「#\($0)」" }.joined() + (isCut ? "等" : ""),
      en: "that page's anchors: " + first.map { "#\($0)" }.joined(separator: ", ")
        + (isCut ? ", …" : ""))
  }
}

/// `permalink-clash`: two pages or files that want one address.
enum PermalinkClash {
  static let id = "permalink-clash"

  static func reserved(_ address: String, _ document: SourceLocation) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: document,
      message: LocalizedText(
        zh: "网址「\(address)」由站点自己使用", en: "the address '\(address)' is the site's own"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "改文件名，或写一个不同的编号（id）", en: "rename the file, or give it another id")))
  }

  static func both(_ address: String, _ second: SourceLocation, first: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      id: id, severity: .error, location: second,
      message: LocalizedText(
        zh: "网址「\(address)」已被 \(first.path) 使用",
        en: "the address '\(address)' is taken by \(first.path)"),
      notes: [
        Diagnostic.Note(
          location: first, message: LocalizedText(zh: "先用的在这里", en: "first used here"))
      ],
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "改其中一个的文件名，或写一个不同的编号（id）；大小写不同不算不同",
          en: "rename one of the files, or give it another id; letter case makes no difference")))
  }
}
