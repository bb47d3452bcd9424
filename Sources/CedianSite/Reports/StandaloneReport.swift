import CedianModel

/// A report's page as one file that can be mailed: its style inside it, no
/// navigation. Links lead to `options.baseURL`; without one they are words, as
/// there is nothing beside the file that they could lead to. Nil for a period
/// that the content does not touch.
public func renderReport(
  _ period: Period, _ handbook: Handbook, templates: TemplateSet, contentAssets: [SourceFile],
  options: SiteOptions
) -> [UInt8]? {
  let published = options.includeDrafts ? handbook : handbook.withoutDrafts()
  let context = SiteContext(published, options: options, contentAssets: contentAssets)
  guard var job = reportJobs(context).first(where: { $0.permalink == .report(period) }) else {
    return nil
  }
  (job.previous, job.up, job.next, job.crumbs, job.beside) = (nil, nil, nil, [], nil)
  let nothing = Fragments(header: .empty, navigation: .empty, footer: .empty)
  let (_, page) = renderPage(
    job, nothing, context, templates.compiled(options.language), base: options.baseURL)
  var style: [UInt8] = []
  for asset in templates.assets where asset.path.hasSuffix(".css") { style += asset.bytes + [0x0A] }
  return standalone(page.bytes, style: style, keepsLinks: options.baseURL != nil)
}

/// Puts the style in the place of the first `<link>` and drops the others.
private func standalone(_ page: [UInt8], style: [UInt8], keepsLinks: Bool) -> [UInt8] {
  var made: [UInt8] = []
  made.reserveCapacity(page.count + style.count)
  let (link, anchor) = (Array("<link ".utf8), Array("<a href=\"".utf8))
  var (at, hasStyle) = (page.startIndex, false)
  while at < page.endIndex {
    let rest = page[at...]
    if rest.starts(with: link), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
      if !hasStyle { made += Array("<style>\n".utf8) + style + Array("</style>\n".utf8) }
      hasStyle = true
      at = page.index(after: end)
    } else if !keepsLinks, rest.starts(with: anchor),
      rest.dropFirst(anchor.count).first != UInt8(ascii: "#"),
      let end = rest.dropFirst(anchor.count).firstIndex(of: UInt8(ascii: "\""))
    {
      made += "<a".utf8
      at = page.index(after: end)
    } else {
      made.append(page[at])
      at += 1
    }
  }
  return made
}
