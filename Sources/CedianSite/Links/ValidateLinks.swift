import CedianModel

/// Checks that every link between documents leads somewhere and that no two
/// documents get one address: `broken-link`, `broken-anchor`, `permalink-clash`.
/// `contentAssets` are the files below `content/` that are not documents; a draft
/// is a target only with `includeDrafts`. Links to `unreadable` files and folders
/// have a better message already.
public func validateLinks(
  _ handbook: Handbook, contentAssets: [SourceFile], includeDrafts: Bool = false,
  unreadable: [String] = [], workers: Workers = .one
) -> [Diagnostic] {
  let (targets, clashes) = workers.both {
    LinkTargets(handbook, contentAssets: contentAssets, includeDrafts: includeDrafts)
  } _: {
    permalinkClashes(handbook, contentAssets: contentAssets)
  }
  let links = LinkSoundness(handbook: handbook, targets: targets)
  let kinds = DocumentKind.allCases
  let parts = kinds.flatMap { kind in
    stride(from: 0, to: handbook.indices(of: kind).count, by: 256).map { (kind, $0) }
  }
  let doubtful = workers.map(parts.count) { part in
    var links = links
    let (kind, start) = parts[part]
    return handbook.indices(of: kind).dropFirst(start).prefix(256).filter { index in
      guard let info = handbook.document(kind, index) else { return false }
      return info.body.links.contains { !links.isSound($0, in: info) }
    }
  }
  // Nearly always there are none. Those are explained one after another: how much is
  // spent on what may have been meant is limited for all of them.
  var validation = LinkValidation(
    handbook: handbook, targets: targets, links: links, unreadable: unreadable)
  for ((kind, _), indices) in zip(parts, doubtful) {
    for index in indices { handbook.document(kind, index).map { validation.check($0) } }
  }
  return validation.diagnostics + clashes
}

/// Whether links lead somewhere.
private struct LinkSoundness {
  let handbook: Handbook
  let targets: LinkTargets
  /// Filled as links ask, so that a page with many anchors is listed once.
  private var anchors: [String: Set<String>] = [:]

  init(handbook: Handbook, targets: LinkTargets) {
    (self.handbook, self.targets) = (handbook, targets)
  }

  mutating func isSound(_ link: Body.Link, in info: DocumentInfo) -> Bool {
    let destination = Destination(link.destination, in: info.path)
    let path = destination.path ?? info.path
    guard !link.destination.isEmpty, !path.isEmpty, let target = targets[path] else {
      return false
    }
    if link.isImage, !target.isFile { return false }
    guard case .document(_, let kind, let index, let isPublished) = target else { return true }
    guard isPublished || info.isDraft else { return false }
    return destination.anchor.map { has($0, at: path, kind, index) } ?? true
  }

  mutating func has(_ anchor: String, at path: String, _ kind: DocumentKind, _ index: Int) -> Bool {
    if anchors[path] == nil { anchors[path] = Set(handbook.anchors(kind, index)) }
    return anchors[path]?.contains(anchor) == true
  }
}

/// Says what is wrong with links that are not sound.
private struct LinkValidation {
  let handbook: Handbook
  let targets: LinkTargets
  var links: LinkSoundness
  let unreadable: [String]
  var diagnostics: [Diagnostic] = []
  /// How often a near name is looked for: with many broken links it would cost
  /// documents times links.
  var suggestionsLeft = 200

  init(
    handbook: Handbook, targets: LinkTargets, links: LinkSoundness, unreadable: [String]
  ) {
    (self.handbook, self.targets, self.links) = (handbook, targets, links)
    self.unreadable = unreadable
  }

  mutating func check(_ info: DocumentInfo) {
    for link in info.body.links {
      let place = SourceLocation(path: info.path, range: link.range)
      let destination = Destination(link.destination, in: info.path)
      let path = destination.path ?? info.path
      guard !link.destination.isEmpty else {
        diagnostics.append(BrokenLink.empty(isImage: link.isImage, at: place))
        continue
      }
      guard !path.isEmpty else {
        diagnostics.append(BrokenLink.outside(link.destination, at: place))
        continue
      }
      guard let target = targets[path] else {
        if unreadable.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) { continue }
        if isDataFile(path) {
          diagnostics.append(BrokenLink.notPublished(link.destination, at: place))
          continue
        }
        diagnostics.append(missing(path, link.destination, in: info.path, at: place))
        continue
      }
      if link.isImage, !target.isFile {
        diagnostics.append(BrokenLink.notAPicture(link.destination, at: place))
        continue
      }
      guard case .document(_, let kind, let index, let isPublished) = target else { continue }
      if !isPublished, !info.isDraft {
        let target = handbook.document(kind, index)
        let draft = SourceLocation(
          path: path,
          range: target?.presence(of: .draft)?.keyRange ?? target?.id.range ?? place.range)
        diagnostics.append(
          BrokenLink.unpublished(link.destination, target: draft, at: place))
      }
      guard let anchor = destination.anchor, !links.has(anchor, at: path, kind, index)
      else { continue }
      let known = suggestionsLeft > 0 ? handbook.anchors(kind, index) : nil
      suggestionsLeft -= 1
      diagnostics.append(
        BrokenAnchor.missing(
          anchor, in: path, nearest: known.flatMap { nearest(to: anchor, among: $0) }, known: known,
          at: place))
    }
  }

  /// A results table that was read, or the settings.
  private func isDataFile(_ path: String) -> Bool {
    path == "content/site.yml" || path == "content/metrics.yml"
      || handbook.results.contains { $0.path == path }
  }

  private mutating func missing(
    _ path: String, _ destination: String, in document: String, at place: SourceLocation
  ) -> Diagnostic {
    if namesHost(destination) { return BrokenLink.noScheme(destination, at: place) }
    let near = suggestion(for: path, from: document)
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return near == nil && imageEndings.contains(ending)
      ? BrokenLink.missingImage(destination, at: place)
      : BrokenLink.missing(destination, nearest: near, at: place)
  }

  /// The path most like a missing one, as it would be written in `document`.
  private mutating func suggestion(for path: String, from document: String) -> String? {
    // The page's address where the file's was meant: `04-activities`, `04-activities.html`.
    for stem in [path, path.withoutSuffix(".html"), path.withoutSuffix("/index.html")]
    where targets[stem + ".md"] != nil {
      return Permalink(stem + ".md").relative(to: Permalink(document))
    }
    guard suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    let isDocument = path.hasSuffix(".md")
    let known = targets.paths(ofDocuments: isDocument)
    // A right name in a wrong folder is the commonest slip.
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let moved = known.first { $0.split(separator: "/").last.map(String.init) == name }
    guard let found = moved ?? nearest(to: path, among: known) else { return nil }
    return Permalink(found).relative(to: Permalink(document))
  }
}

private let imageEndings: Set<String> = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"]

/// Whether a destination begins with the name of a host: `www.example.com/a`.
private func namesHost(_ destination: String) -> Bool {
  let host = destination.lowercased().prefix { !"/?#".contains($0) }
  let parts = host.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count > 1, !parts.contains("") else { return false }
  return parts[0] == "www" || ["com", "cn", "net", "org", "io"].contains(parts[parts.count - 1])
}

extension String {
  fileprivate func withoutSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}

/// The documents and files that want an address another one has. Two documents
/// of one kind with the same id are `duplicate-id` and not said twice.
private func permalinkClashes(
  _ handbook: Handbook, contentAssets: [SourceFile]
) -> [Diagnostic] {
  guard mayClash(handbook, contentAssets) else { return [] }
  struct Owner {
    var place: SourceLocation
    var kind: DocumentKind?
    var id: String
  }
  var taken: [String: Owner] = [:]
  let reserved = Set(Permalink.reserved.map(\.path))
  var found: [Diagnostic] = []
  func claim(_ address: String, _ owner: Owner) {
    if reserved.contains(address) {
      found.append(PermalinkClash.reserved(address, owner.place))
    } else if let first = taken[address] {
      guard first.kind == nil || first.kind != owner.kind || first.id != owner.id else { return }
      found.append(PermalinkClash.both(address, owner.place, first: first.place))
    } else {
      taken[address] = owner
    }
  }
  handbook.forEachDocument { info in
    let id = info.id.value
    claim(
      Permalink.document(info.kind, id: id).path,
      Owner(
        place: SourceLocation(path: info.path, range: info.id.range), kind: info.kind, id: id))
  }
  for asset in contentAssets {
    claim(
      Permalink.contentAsset(asset.path).path,
      Owner(
        place: SourceLocation(path: asset.path, range: SourceRange(.start, .start)), kind: nil,
        id: asset.path))
  }
  return found
}

/// Whether one address is wanted twice, as hardly ever, or may be, where one has other
/// letters than ASCII's: asked before anybody is named.
private func mayClash(_ handbook: Handbook, _ contentAssets: [SourceFile]) -> Bool {
  var taken = NameTable<Bool>()
  taken.reserve(handbook.documentCount + contentAssets.count + Permalink.reserved.count)
  for permalink in Permalink.reserved { taken[permalink.path] = true }
  var isTwice = false
  func claim(_ permalink: Permalink) {
    guard !isTwice else { return }
    isTwice = taken[permalink.path] != nil || !permalink.path.utf8.allSatisfy { $0 < 0x80 }
    taken[permalink.path] = true
  }
  handbook.forEachDocument { claim(.document($0.kind, id: $0.id.value)) }
  for asset in contentAssets { claim(.contentAsset(asset.path)) }
  return isTwice
}

extension Permalink {
  /// Pages that the site has of its own, in this build or another, and what would need a
  /// folder where one of its files is.
  static let reserved: [Permalink] =
    [
      .home, .notFound, .sitemap, .siteMap, .departments, .compliance, .rules, .overviews,
      .reports, .changes,
    ] + [home, .notFound, .sitemap].map { Permalink(folder: $0.path) }
    + DocumentKind.allCases.map { .index(of: $0) }
    + [Permalink(folder: "assets"), Permalink(folder: "files")]
}
