import CedianModel
import Synchronization

/// Renders the whole site: pages, assets, the files beside the documents and, with a
/// base address, sitemap.xml. Each file goes to `keep` as soon as it is made, on the
/// worker that made it, so that no site need be held in memory as a whole; what `keep`
/// makes of the files is returned. Deterministic: equal input gives equal bytes, in
/// the same order, however many `workers` there are: pages about many documents first.
///
/// Broken links are for `validateLinks`, template errors for `loadTemplates`, and
/// addresses that clash for the publisher, who sees them all.
public func renderSite<Kept: Sendable>(
  _ handbook: Handbook, templates: TemplateSet, contentAssets: [SourceFile],
  options: SiteOptions, workers: Workers, keep: @Sendable (OutputFile) -> Kept
) -> RenderedSite<Kept> {
  let published = options.includeDrafts ? handbook : handbook.withoutDrafts()
  let (context, compiled) = SiteContext.made(
    published, templates, options: options, contentAssets: contentAssets, workers: workers)
  let jobs = pageJobs(context, compiled, workers)
  let fragments = allFragments(jobs, context, compiled, workers)
  // Pages about many documents take longest: begun last, they would be waited for.
  let order =
    jobs.indices.filter { jobs[$0].document == nil }
    + jobs.indices.filter { jobs[$0].document != nil }
  // Few pages have files beside them: those are collected by themselves.
  let besides = Mutex<[(place: Int, files: [Kept])]>([])
  var kept = workers.map(order.count) { place in
    let index = order[place]
    let (beside, page) = renderPage(
      jobs[index], fragments.made[fragments.places[index]], context, compiled)
    if !beside.isEmpty {
      let files = beside.map(keep)
      besides.withLock { $0.append((place, files)) }
    }
    return keep(page)
  }
  for beside in besides.withLock({ $0 }).sorted(by: { $0.place < $1.place }) {
    kept += beside.files
  }
  kept += workers.map(templates.assets.count) {
    let asset = templates.assets[$0]
    return keep(OutputFile(path: Permalink.templateAsset(asset.path).path, bytes: asset.bytes))
  }
  kept += workers.map(contentAssets.count) {
    let asset = contentAssets[$0]
    return keep(OutputFile(path: Permalink.contentAsset(asset.path).path, bytes: asset.bytes))
  }
  if let base = options.baseURL { kept.append(keep(sitemap(jobs.map(\.permalink), base: base))) }
  return RenderedSite(files: kept, context: context, jobs: jobs)
}

/// A site that was rendered, with what it was made of: freeing that piece by piece takes
/// longer than the system needs to take a whole process away.
public struct RenderedSite<Kept: Sendable>: Sendable {
  public let files: [Kept]
  private let context: SiteContext
  private let jobs: [PageJob]

  fileprivate init(files: [Kept], context: SiteContext, jobs: [PageJob]) {
    (self.files, self.context, self.jobs) = (files, context, jobs)
  }
}

/// What the pages of each section have in common, made once, and for each page its
/// place there.
private func allFragments(
  _ jobs: [PageJob], _ context: SiteContext, _ compiled: CompiledTemplates, _ workers: Workers
) -> (made: [Fragments], places: [Int]) {
  var known: [FragmentKey: Int] = [:]
  var firsts: [Int] = []
  var places: [Int] = []
  places.reserveCapacity(jobs.count)
  for index in jobs.indices {
    if index > 0, sharesFragments(jobs, index) {
      places.append(places[index - 1])
      continue
    }
    let key = FragmentKey.of(jobs[index])
    let place = known[key] ?? firsts.count
    if place == firsts.count {
      firsts.append(index)
      known[key] = place
    }
    places.append(place)
  }
  let made = workers.map(firsts.count) { [firsts] in
    renderFragments(jobs[firsts[$0]], context, compiled)
  }
  return (made, places)
}

/// Whether a page plainly shares them with the one before it, as all activities do. Field
/// by field: a whole job would be copied for the asking.
private func sharesFragments(_ jobs: [PageJob], _ index: Int) -> Bool {
  guard jobs[index].document != nil, jobs[index - 1].document != nil,
    !jobs[index].isInContents, !jobs[index - 1].isInContents,
    jobs[index].section == jobs[index - 1].section,
    jobs[index].contentsYear == nil, jobs[index - 1].contentsYear == nil
  else { return false }
  return jobs[index].permalink.path.withBytes { own in
    jobs[index - 1].permalink.path.withBytes { before in
      func folder(_ path: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var (end, slashes) = (path.count, 0)
        while end > 0, slashes < 2 {
          end -= 1
          if path[end] == 0x2F { slashes += 1 }
        }
        return UnsafeBufferPointer(rebasing: path[..<end])
      }
      return folder(own).hasSameBytes(as: folder(before))
    }
  }
}

/// The contents as the page's own section sees them. The error page is shown at
/// any depth, so with a base address its links are absolute.
private func renderFragments(
  _ job: PageJob, _ context: SiteContext, _ compiled: CompiledTemplates
) -> Fragments {
  let scope = PageScope(
    context: context, page: job.permalink,
    base: job.permalink == .notFound ? context.options.baseURL : nil,
    marksCurrent: job.isInContents)
  let view = scope.fragment(section: job.section, year: job.contentsYear)
  return Fragments(
    header: compiled.render(.header, view), navigation: compiled.render(.navigation, view),
    footer: compiled.render(.footer, view))
}

/// The files that lie beside a page, and the page itself. `base` makes the links of
/// a page absolute, as those of the error page are.
func renderPage(
  _ job: PageJob, _ fragments: Fragments?, _ context: SiteContext, _ compiled: CompiledTemplates,
  base: String? = nil
) -> (beside: [OutputFile], page: OutputFile) {
  let base = base ?? (job.permalink == .notFound ? context.options.baseURL : nil)
  let scope = PageScope(context: context, page: job.permalink, base: base)
  func link(_ named: Permalink.Named?) -> LinkView? {
    named.map { scope.link($0.text, $0.permalink) }
  }
  let frame = PageFrameView(
    language: context.words.language, contentLanguage: context.words.contentLanguage,
    title: EscapedHTML(job.title), eyebrow: job.eyebrow, siteTitle: context.words.siteTitle,
    isHome: job.permalink == .home,
    root: scope.root,
    canonical: job.permalink == .notFound
      ? .empty
      : context.options.baseURL.map { EscapedHTML(job.permalink.absolute(base: $0)) } ?? .empty,
    generator: context.words.generator,
    crumbs: job.crumbs.map { scope.link($0.text, $0.permalink) },
    outline: job.outline.map { scope.link($0.text, job.permalink, anchor: $0.id) },
    history: job.document.map(scope.history) ?? [],
    historyNotes: context.words.historyNotes,
    previous: link(job.previous), up: link(job.up), next: link(job.next),
    header: fragments?.header ?? .empty, navigation: fragments?.navigation ?? .empty,
    footer: fragments?.footer ?? .empty)
  let view = job.view(scope)
  return (
    job.beside?(view) ?? [],
    OutputFile(
      path: job.permalink.path, bytes: compiled.render(job.template, frame: frame, content: view))
  )
}

/// sitemap.xml: every page but the error page. No dates, which would differ from
/// build to build.
private func sitemap(_ pages: [Permalink], base: String) -> OutputFile {
  var bytes = Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

    """.utf8)
  for page in pages where page != .notFound {
    bytes += "<url><loc>".utf8
    EscapedHTML.appendEscaped(page.absolute(base: base), to: &bytes)
    bytes += "</loc></url>\n".utf8
  }
  bytes += "</urlset>\n".utf8
  return OutputFile(path: Permalink.sitemap.path, bytes: bytes)
}

extension Language {
  /// As `lang` attributes write it.
  var tag: String {
    switch self {
    case .zh: "zh-CN"
    case .en: "en"
    }
  }
}
