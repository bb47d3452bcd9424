import CedianModel

/// One page seen from inside: what turns names into words and links on it.
struct PageScope: Sendable {
  let context: SiteContext
  let page: Permalink
  /// Set on the one page whose links are absolute: the error page, which a server
  /// shows at any depth.
  let base: String?
  /// False where a fragment is shared by pages that its contents do not list.
  let marksCurrent: Bool
  /// How many folders the page lies in.
  private let depth: Int

  init(context: SiteContext, page: Permalink, base: String? = nil, marksCurrent: Bool = true) {
    (self.context, self.page, self.base) = (context, page, base)
    self.marksCurrent = marksCurrent
    depth = page.depth
  }

  var language: Language { context.language }
  var handbook: Handbook { context.handbook }

  func say(_ label: Label) -> EscapedHTML { context.say(label) }
  func say(_ text: LocalizedText) -> EscapedHTML { context.say(text) }

  /// What leads from the page to the site's root: empty, `../`, or the base address.
  var root: EscapedHTML {
    guard let base else { return EscapedHTML(trusted: page.rootPrefix) }
    return EscapedHTML(base.utf8.last == 0x2F ? base : base + "/")
  }

  func url(_ target: Permalink, anchor: String? = nil) -> EscapedHTML {
    if base != nil {
      var bytes = Array(root.html.utf8)
      target.path.withBytes { Permalink.appendEncoded($0, to: &bytes) }
      return EscapedHTML(trusted: bytes)
    }
    guard let anchor else { return EscapedHTML(trusted: target.relativeBytes(to: page)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64)
    if !target.isSame(as: page) { target.appendRelative(to: page, to: &bytes) }
    appendFragment(anchor, to: &bytes)
    return EscapedHTML(trusted: bytes)
  }

  func link(_ text: String, _ target: Permalink, anchor: String? = nil) -> LinkView {
    LinkView(
      text: EscapedHTML(text), url: url(target, anchor: anchor),
      isCurrent: marksCurrent && anchor == nil && target.isSame(as: page))
  }

  func link(_ known: KnownLink) -> LinkView {
    guard base == nil, let address = known.address(from: page, depth: depth) else {
      return LinkView(
        text: known.text, url: url(known.permalink, anchor: known.anchor),
        isCurrent: marksCurrent && known.anchor == nil && known.permalink.isSame(as: page))
    }
    return LinkView(text: known.text, url: address)
  }

  func link(to info: DocumentInfo, anchor: String? = nil) -> LinkView {
    link(info.title, .document(info.kind, id: info.id.value), anchor: anchor)
  }

  /// The document at `path`, if the site has it.
  func link(toPath path: String) -> LinkView? {
    guard case .document(_, let kind, let index, _) = context.targets[path],
      let info = handbook.document(kind, index)
    else { return nil }
    return link(to: info)
  }

  /// Words without a page.
  func plain(_ text: String) -> LinkView { LinkView(text: EscapedHTML(text), url: .empty) }

  // MARK: Things named in front matter

  /// A department or role, which leads to its department's page. Several parties in
  /// one text stay words.
  func party(_ written: String?) -> LinkView? {
    guard let written else { return nil }
    return context.parties[written].map { link($0.link) } ?? plain(written)
  }

  func channel(_ written: String) -> LinkView {
    context.directory.channels[written].map { link(context.channelLinks[$0]) } ?? plain(written)
  }

  func channels(of activity: Activity) -> [LinkView] {
    CedianSite.channels(of: activity, context.directory).map { link(context.channelLinks[$0]) }
  }

  /// A metric's name in the site's language.
  func metricName(_ written: String) -> EscapedHTML {
    context.directory.metric(named: written).map { context.metricNames[$0] }
      ?? EscapedHTML(written)
  }

  func goal(_ id: String) -> LinkView {
    context.goalLinks[id].map { link($0) } ?? plain(id)
  }

  func activity(_ id: String) -> LinkView {
    context.directory.activities[id].map { link(to: handbook.activities[$0].info) } ?? plain(id)
  }

  func plan(_ id: String) -> LinkView {
    context.directory.plans[id].map { link(to: handbook.plans[$0].info) } ?? plain(id)
  }

  func problem(_ id: String) -> LinkView {
    guard let reference = context.directory.problems[id] else { return plain(id) }
    let review = handbook.reviews[reference.review]
    return link(
      id, .document(.review, id: review.info.id.value), anchor: recordAnchor(id))
  }

  func clause(_ citation: ClauseCitation) -> LinkView? {
    guard case .document(let permalink, _, _, _) = context.targets[citation.path] else {
      return nil
    }
    return link(
      citation.number, permalink, anchor: citation.anchor.isEmpty ? nil : citation.anchor)
  }

  // MARK: Findings

  func findings(in path: String) -> [FindingView] {
    (context.findings[path] ?? []).map(finding)
  }

  func finding(_ diagnostic: Diagnostic) -> FindingView {
    FindingView(
      status: status(of: diagnostic.severity), message: say(diagnostic.message),
      place: EscapedHTML("\(diagnostic.location.path):\(diagnostic.location.range.start.line)"),
      document: link(toPath: diagnostic.judged),
      clause: diagnostic.clause.flatMap(clause))
  }
}
