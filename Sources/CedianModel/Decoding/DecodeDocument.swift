/// One document as a typed value.
public enum TypedDocument: Sendable {
  case policy(PolicyChapter)
  case channel(Channel)
  case goals(GoalSheet)
  case plan(Plan)
  case activity(Activity)
  case evaluation(Evaluation)
  case review(Review)
  case page(Page)
}

extension TypedDocument {
  public var kind: DocumentKind { info.kind }

  /// What every kind has.
  public var info: DocumentInfo {
    switch self {
    case .policy(let chapter): chapter.info
    case .channel(let channel): channel.info
    case .goals(let sheet): sheet.info
    case .plan(let plan): plan.info
    case .activity(let activity): activity.info
    case .evaluation(let evaluation): evaluation.info
    case .review(let review): review.info
    case .page(let page): page.info
    }
  }
}

/// Reads a parsed document's front matter by its kind's schema. The kind is
/// the top-level folder's unless `kind:` says otherwise. With `reportsForms` odd
/// forms of numbers and times are reported too.
public func decodeDocument(
  _ document: Document, reportsForms: Bool = false
) -> (TypedDocument, [Diagnostic]) {
  var decoder = Decoder(
    path: document.path, yearHint: yearHint(in: document.path), reportsForms: reportsForms)
  let entries = document.frontMatter?.entries ?? []
  let kind = decoder.kind(of: document, entries)
  let closing = document.frontMatter?.closing ?? SourceRange(.start, .start)
  let record = decoder.record(
    entries, as: .document(kind), range: document.frontMatter?.opening ?? closing)
  let info = decoder.info(document, kind, record, closing)
  let typed: TypedDocument =
    switch kind {
    case .policy: .policy(decoder.policyChapter(record, info))
    case .channel: .channel(decoder.channel(record, info))
    case .goals: .goals(decoder.goalSheet(record, info))
    case .plan: .plan(decoder.plan(record, info))
    case .activity: .activity(decoder.activity(record, info))
    case .evaluation: .evaluation(decoder.evaluation(record, info))
    case .review: .review(decoder.review(record, info))
    case .page: .page(Page(info: info))
    }
  // A page may be nothing but text.
  if let absence = document.absence, kind != .page || document.frontMatter != nil {
    decoder.report(NoFrontMatter.diagnostic(absence, kind: kind, path: document.path))
  }
  return (typed, decoder.diagnostics)
}

extension Decoder {
  fileprivate mutating func kind(of document: Document, _ entries: [Node.Entry]) -> DocumentKind {
    let folders = document.path.utf8.split(separator: 0x2F, maxSplits: 2)
    let folder = folders.count > 1 ? folders[1] : ""[...].utf8
    let fromFolder =
      DocumentKind.allCases.first { $0.folder.utf8.elementsEqual(folder) } ?? .page
    guard
      let entry = entries.first(where: {
        $0.key.value.hasSameBytes(as: "kind") || $0.key.value.hasSameBytes(as: "类型")
      }),
      !entry.value.isEmpty
    else { return fromFolder }
    return DocumentKind.read(&self, entry.value, RecordSchema.page.field(.kind)) ?? fromFolder
  }

  fileprivate mutating func info(
    _ document: Document, _ kind: DocumentKind, _ record: Record, _ closing: SourceRange
  ) -> DocumentInfo {
    let stem = fileStem(of: document.path)
    let id = located(record, .id, Self.text) ?? Located(stem, SourceRange(.start, .start))
    let written = value(record, .title, Self.text)
    let title =
      written ?? document.body.headings.first { $0.level == 1 }?.text ?? id.value
    if written == nil, let entry = record[.title], entry.value.isEmpty {
      report(Unwritten.noTitle(shown: title, at: entry.key.range, path: document.path))
    }
    return DocumentInfo(
      path: document.path, kind: kind, id: id, title: title,
      owner: field(record, .owner, Self.text),
      tags: value(record, .tags, Self.names) ?? [],
      updated: value(record, .updated, Self.day),
      isDraft: value(record, .draft, Self.flag) ?? false,
      body: document.body, closing: closing,
      hasReadableFrontMatter: document.frontMatter.map(\.isClosed) ?? false,
      fields: record.presence,
      // Of the names that a schema knows, the English ones are ASCII.
      englishKeyCount: record.entries.count { $0.key.value.utf8.allSatisfy { $0 < 0x80 } })
  }
}

/// `content/activities/2026/2026-11-double-eleven.md` gives `2026-11-double-eleven`.
func fileStem(of path: String) -> String {
  let slash = path.utf8.lastIndex(of: 0x2F)
  let name = path[(slash.map { path.utf8.index(after: $0) } ?? path.startIndex)...]
  guard let dot = name.utf8.lastIndex(of: 0x2E), dot != name.startIndex else {
    return String(name)
  }
  return String(name[..<dot])
}

/// The first year that a path names, so that a date without one can be told
/// what to write.
func yearHint(in path: String) -> Int? {
  var digits = 0
  var number = 0
  for byte in path.utf8 {
    if byte >= 0x30, byte <= 0x39 {
      digits += 1
      number = digits <= 4 ? number * 10 + Int(byte - 0x30) : 0
    } else {
      if digits == 4, (1990...2199).contains(number) { return number }
      (digits, number) = (0, 0)
    }
  }
  return nil
}
