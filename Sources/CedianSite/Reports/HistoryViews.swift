import CedianModel

/// A commit as a document's page, a report or the list of changes shows it.
struct HistoryView: View {
  var day: EscapedHTML
  var author: EscapedHTML
  var subject: EscapedHTML
  /// Where several documents are listed: which one.
  var document: LinkView?
  var status: EscapedHTML
  var changes: [EscapedHTML]

  static let keys = ViewKeys<HistoryView>(
    "一次修改",
    [
      .text("day", "日期", \.day),
      .text("author", "作者；不公开时为空", \.author),
      .text("subject", "提交说明", \.subject),
      .view("document", "文档；在文档自己的页面上没有", \.document),
      .text("status", "新增、删除或修改", \.status),
      .texts("changes", "改了哪些字段", \.changes),
    ])
}

/// What changed lately, over all documents.
struct ChangesPageView: View {
  var entries: [HistoryView]
  var notes: [EscapedHTML]
  var feed: LinkView

  static let keys = ViewKeys<ChangesPageView>(
    "最近改动",
    [
      .list("entries", "各次修改，新的在前", \.entries),
      .texts("notes", "历史不全的原因", \.notes),
      .view("feed", "Atom 订阅", \.feed),
    ])
}

extension Permalink {
  static let changes = Permalink(folder: "changes")
  static let changesFeed = Permalink("changes/changes.atom")
}

extension PageScope {
  /// A document's last changes; more are counted.
  func history(of path: String) -> [HistoryView] {
    let places = context.historyByPath[path] ?? []
    let shown = places.prefix(20).map { historyView($0, namesDocument: false) }
    return shown + rest(places.count - shown.count)
  }

  /// A line for what a list leaves out.
  private func rest(_ count: Int) -> [HistoryView] {
    guard count > 0 else { return [] }
    return [remark(LocalizedText(zh: "另有 \(count) 项", en: "\(count) more"))]
  }

  private func remark(_ words: LocalizedText) -> HistoryView {
    HistoryView(
      day: .empty, author: .empty, subject: say(words), document: nil, status: .empty, changes: [])
  }

  func historyView(_ place: SiteContext.HistoryPlace, namesDocument: Bool) -> HistoryView {
    let commit = context.options.history.commits[place.commit]
    let document = commit.documents[place.document]
    return HistoryView(
      day: EscapedHTML(commit.day.label(language)), author: EscapedHTML(commit.author),
      subject: EscapedHTML(commit.subject),
      document: namesDocument
        ? link(toPath: document.path)
          ?? plain(context.options.history.removed[document.path]?.title ?? document.path) : nil,
      status: say(document.status.label), changes: document.changes.map { say($0.words) })
  }

  func changesPage() -> ChangesPageView {
    ChangesPageView(
      entries: context.historyPlaces.prefix(100).map { historyView($0, namesDocument: true) },
      notes: context.options.history.notes.map(say)
        + (context.historyPlaces.count > 100
          ? [say(LocalizedText(zh: "只列最近的 100 项", en: "only the newest 100"))] : []),
      feed: link("Atom", .changesFeed))
  }

  /// What became of a period's documents, a line each; more is counted.
  func planChanges(_ report: Report) -> [HistoryView] {
    let told = context.reports.planChanges(of: report, in: context.options.history)
    let gap = context.options.history.gapNote.map { [remark($0)] } ?? []
    return told.prefix(Self.reportRows).map(view) + rest(told.count - Self.reportRows) + gap
  }

  private func view(_ became: History.Became) -> HistoryView {
    HistoryView(
      day: EscapedHTML(became.newest.day.label(language)),
      author: EscapedHTML(became.newest.author), subject: say(became.origin),
      document: link(toPath: became.path)
        ?? plain(context.options.history.removed[became.path]?.title ?? became.path),
      status: say(became.status.label), changes: became.changes.map { say($0.words) })
  }
}

extension SiteContext {
  struct HistoryPlace: Sendable, Hashable {
    var commit: Int
    var document: Int
  }
}

/// Where every change stands, newest first, and by document.
func historyPlaces(
  _ history: History
) -> (all: [SiteContext.HistoryPlace], byPath: [String: [SiteContext.HistoryPlace]]) {
  var all: [SiteContext.HistoryPlace] = []
  var byPath: [String: [SiteContext.HistoryPlace]] = [:]
  for (c, commit) in history.commits.enumerated() {
    for (d, document) in commit.documents.enumerated() {
      let place = SiteContext.HistoryPlace(commit: c, document: d)
      all.append(place)
      byPath[document.path, default: []].append(place)
    }
  }
  return (all, byPath)
}

/// The last fifty commits as Atom. Its ids are the commits', so that no reader
/// shows one twice wherever the site lies.
func changesFeed(_ context: SiteContext) -> OutputFile? {
  let commits = context.options.history.commits.prefix(50)
  guard let newest = commits.first else { return nil }
  let language = context.language
  let base = context.options.baseURL
  func escaped(_ text: String) -> String { EscapedHTML(text).html }
  let page = base.map { Permalink.changes.absolute(base: $0) } ?? "index.html"
  let site = context.handbook.site
  var xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">
    <id>urn:cedian:\(escaped(site.title)):changes</id>
    <title>\(escaped(site.title)) · \(escaped(Label.recentChanges.text[language]))</title>
    <updated>\(newest.time)</updated>
    <link href="\(escaped(page))"/>
    <author><name>\(escaped(site.organisation.isEmpty ? site.title : site.organisation))</name></author>

    """
  for commit in commits {
    let lines = commit.documents.map { document in
      let title =
        context.title(ofPath: document.path)
        ?? context.options.history.removed[document.path]?.title ?? document.path
      let changes = document.changes.map { $0.words[language] }
      return ([document.status.label[language] + " " + title] + changes).joined(separator: "\n")
    }
    let author =
      commit.author.isEmpty ? "" : "<author><name>\(escaped(commit.author))</name></author>"
    xml += """
      <entry>
      <id>urn:\(commit.id.utf8.count == 40 ? "sha1" : "sha256"):\(commit.id)</id>
      <title>\(escaped(commit.subject))</title>
      <updated>\(commit.time)</updated>
      <link href="\(escaped(page))"/>
      \(author)<content type="text">\(escaped(lines.joined(separator: "\n\n")))</content>
      </entry>

      """
  }
  xml += "</feed>\n"
  return OutputFile(path: Permalink.changesFeed.path, bytes: Array(xml.utf8))
}

extension SiteContext {
  fileprivate func title(ofPath path: String) -> String? {
    guard case .document(_, let kind, let index, _) = targets[path] else { return nil }
    return handbook.document(kind, index)?.title
  }
}
