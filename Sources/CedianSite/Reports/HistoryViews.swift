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
  /// A document's last twenty changes.
  func history(of path: String) -> [HistoryView] {
    (context.historyByPath[path] ?? []).prefix(20).map { historyView($0, namesDocument: false) }
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

  /// What became of a period's documents between its first and last day, a line
  /// each: added, dropped, or what they said at the start against what they say
  /// now. Wording is left out.
  func planChanges(_ report: Report) -> [HistoryView] {
    let calendar = context.reports.calendar
    let (first, last) = (calendar.first(of: report.period), report.lastDay)
    guard !context.historyPlaces.isEmpty else { return [] }
    let source = context.reports
    let documents = source.documents(of: report)
      .union(source.plans(in: report.period).map { handbook.plans[$0].info.path })
    let history = context.options.history
    var order: [String] = []
    var places: [String: [SiteContext.HistoryPlace]] = [:]
    for place in context.historyPlaces {
      let commit = history.commits[place.commit]
      let path = commit.documents[place.document].path
      let wasThere =
        history.removed[path]?.time.map { calendar.overlaps(report.period, $0) } ?? false
      guard commit.day >= first, commit.day <= last, documents.contains(path) || wasThere,
        path.hasPrefix("content/plans/") || path.hasPrefix("content/activities/")
      else { continue }
      if places[path] == nil { order.append(path) }
      places[path, default: []].append(place)
    }
    return order.lazy.compactMap { path in
      places[path].flatMap { self.sinceStart(path, $0, in: report.period) }
    }.prefix(Self.reportRows).map { $0 }
  }

  /// `places` are a document's commits of the period, newest first; nil where it is
  /// at the period's end what it was before, but for its wording.
  private func sinceStart(
    _ path: String, _ places: [SiteContext.HistoryPlace], in period: Period
  ) -> HistoryView? {
    guard let newest = places.first else { return nil }
    let history = context.options.history
    let statuses = places.map { history.commits[$0.commit].documents[$0.document].status }
    var view = historyView(newest, namesDocument: true)
    if statuses.contains(.added) {
      if statuses.first == .removed { return nil }
      view.status = say(DocumentChange.Status.added.label)
      view.changes = []
    } else if statuses.first == .removed {
      view.changes = []
    } else {
      let net =
        places.count == 1
        ? history.commits[newest.commit].documents[newest.document].changes
        : history.sinceStart[History.Span(path: path, period: period)] ?? []
      let told = net.filter { $0.importance < .rule }
      guard !told.isEmpty || statuses.contains(.moved) else { return nil }
      view.changes = told.map { say($0.words) }
    }
    if places.count > 1, statuses.contains(.added) {
      view.subject = EscapedHTML(
        language == .zh ? "共 \(places.count) 次提交" : "\(places.count) commits")
    } else if places.count > 1 {
      view.subject = EscapedHTML(
        language == .zh
          ? "共 \(places.count) 次提交，与期初相比" : "\(places.count) commits; against the period's start")
    }
    return view
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
