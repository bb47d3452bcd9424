import CedianModel

/// Renders the whole site: pages, assets, the files beside the documents and, with a
/// base address, sitemap.xml. Each file goes to `keep` as soon as it is made, on the
/// worker that made it, so that no site need be held in memory as a whole; what `keep`
/// makes of the files is returned. Deterministic: equal input gives equal bytes, in
/// the same order, however many `workers` there are.
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
  let rendered = workers.map(order.count) { place in
    let index = order[place]
    return renderPage(jobs[index], fragments[.of(jobs[index])], context, compiled)
      .map(keep)
  }
  var places = Array(repeating: 0, count: order.count)
  for (place, index) in order.enumerated() { places[index] = place }
  var kept: [Kept] = []
  kept.reserveCapacity(jobs.count * 2 + templates.assets.count + contentAssets.count)
  for place in places { kept += rendered[place] }
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

/// What the pages of each section have in common, made once.
private func allFragments(
  _ jobs: [PageJob], _ context: SiteContext, _ compiled: CompiledTemplates, _ workers: Workers
) -> [FragmentKey: Fragments] {
  var firsts: [FragmentKey: Int] = [:]
  for index in jobs.indices {
    let key = FragmentKey.of(jobs[index])
    if firsts[key] == nil { firsts[key] = index }
  }
  let shared = Array(firsts)
  let made = workers.map(shared.count) {
    renderFragments(jobs[shared[$0].value], context, compiled)
  }
  return Dictionary(uniqueKeysWithValues: zip(shared.map(\.key), made))
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

/// The files that lie beside a page, and last the page itself. `base` makes the links of
/// a page absolute, as those of the error page are.
func renderPage(
  _ job: PageJob, _ fragments: Fragments?, _ context: SiteContext, _ compiled: CompiledTemplates,
  base: String? = nil
) -> [OutputFile] {
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
  var files = job.beside?(view) ?? []
  files.append(
    OutputFile(
      path: job.permalink.path, bytes: compiled.render(job.template, frame: frame, content: view)))
  return files
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
