import CedianModel

/// Renders the whole site in memory: pages, assets, the files beside the
/// documents and, with a base address, sitemap.xml. Deterministic: equal input
/// gives equal bytes, in the same order, however many `workers` there are.
///
/// Broken links are for `validateLinks`, template errors for `loadTemplates`;
/// what is found here are addresses that only the whole site can clash in.
public func renderSite(
  _ handbook: Handbook, templates: TemplateSet, contentAssets: [SourceFile],
  options: SiteOptions, workers: Workers
) -> ([OutputFile], [Diagnostic]) {
  let published = options.includeDrafts ? handbook : handbook.withoutDrafts()
  let (context, compiled) = SiteContext.made(
    published, templates, options: options, contentAssets: contentAssets, workers: workers)
  let jobs = pageJobs(context, compiled, workers)
  var firsts: [FragmentKey: Int] = [:]
  for index in jobs.indices {
    let key = FragmentKey(jobs[index])
    if firsts[key] == nil { firsts[key] = index }
  }
  let shared = Array(firsts)
  let made = workers.map(shared.count) {
    renderFragments(jobs[shared[$0].value], context, compiled)
  }
  let fragments = Dictionary(uniqueKeysWithValues: zip(shared.map(\.key), made))
  // Pages about many documents take longest: begun last, they would be waited for.
  let order =
    jobs.indices.filter { jobs[$0].document == nil }
    + jobs.indices.filter { jobs[$0].document != nil }
  let rendered = workers.map(order.count) { place in
    let index = order[place]
    return renderPage(jobs[index], fragments[FragmentKey(jobs[index])], context, compiled)
  }
  var places = Array(repeating: 0, count: order.count)
  for (place, index) in order.enumerated() { places[index] = place }
  var files: [OutputFile] = []
  files.reserveCapacity(jobs.count * 2 + templates.assets.count + contentAssets.count)
  for place in places {
    files.append(rendered[place].page)
    files += rendered[place].beside
  }
  for asset in templates.assets {
    files.append(
      OutputFile(path: Permalink.templateAsset(asset.path).path, bytes: asset.bytes))
  }
  for asset in contentAssets {
    files.append(OutputFile(path: Permalink.contentAsset(asset.path).path, bytes: asset.bytes))
  }
  if let base = options.baseURL {
    files.append(sitemap(jobs.map(\.permalink), base: base))
  }
  return (files, [])
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

/// `base` makes the links of a page absolute, as those of the error page are.
func renderPage(
  _ job: PageJob, _ fragments: Fragments?, _ context: SiteContext, _ compiled: CompiledTemplates,
  base: String? = nil
) -> RenderedPage {
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
  return RenderedPage(
    page: OutputFile(
      path: job.permalink.path, bytes: compiled.render(job.template, frame: frame, content: view)),
    beside: job.beside?(view) ?? [])
}

/// A page and the files that lie beside it.
struct RenderedPage: Sendable {
  var page: OutputFile
  var beside: [OutputFile]
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
