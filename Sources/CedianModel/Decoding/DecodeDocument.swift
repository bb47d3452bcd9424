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
    let fromFolder = DocumentKind(folderOf: document.path) ?? .page
    let index = entries.indices.first { index in
      entries[index].key.value.hasSameBytes(as: "kind")
        || entries[index].key.value.hasSameBytes(as: "类型")
    }
    guard let index, !entries[index].value.isEmpty else { return fromFolder }
    return DocumentKind.read(&self, entries[index].value, RecordSchema.page.field(.kind))
      ?? fromFolder
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
      englishKeyCount: record.entries.indices.count { index in
        record.entries[index].key.value.withBytes { $0.allSatisfy { $0 < 0x80 } }
      })
  }
}

extension DocumentKind {
  /// The kind whose folder a path such as `content/plans/2026-11.md` names.
  fileprivate init?(folderOf path: String) {
    let kind = path.withBytes { bytes -> DocumentKind? in
      let parts = bytes.split(separator: 0x2F, maxSplits: 2)
      return parts.count > 1 ? Self.byFolder[UnsafeBufferPointer(rebasing: parts[1])] : nil
    }
    guard let kind else { return nil }
    self = kind
  }

  private static let byFolder: NameTable<DocumentKind> = {
    var table = NameTable<DocumentKind>()
    for kind in allCases { table[kind.folder] = kind }
    return table
  }()
}

/// `content/activities/2026/2026-11-double-eleven.md` gives `2026-11-double-eleven`.
func fileStem(of path: String) -> String {
  path.withBytes { bytes in
    var (start, end) = (bytes.count, bytes.count)
    while start > 0, bytes[start - 1] != 0x2F { start -= 1 }
    if let dot = bytes[start...].lastIndex(of: 0x2E), dot > start { end = dot }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }
}

/// The first year that a path names, so that a date without one can be told
/// what to write.
func yearHint(in path: String) -> Int? {
  path.withBytes { bytes in
    var digits = 0
    var number = 0
    for byte in bytes {
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
}
