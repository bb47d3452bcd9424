import CedianModel

/// The rows of a long list spread over pages: a year each, a long year over
/// several. The list's own address shows the current year.
struct YearPages: Sendable {
  struct Page: Sendable {
    /// Nil for rows without a year.
    var year: Int?
    /// From 1.
    var part: Int
    var parts: Int
    /// Places of the rows in what the pages were made from.
    var rows: ArraySlice<Int>
    var permalink: Permalink
  }

  /// Newest year first, rows without one last.
  let pages: [Page]

  /// `years` holds the year of each row, in the order of showing.
  init(years: [Int?], current: Int, size: Int, folder: String) {
    let byYear = Dictionary(grouping: years.indices) { years[$0] }
    let order = byYear.keys.sorted { ($0 ?? .min) > ($1 ?? .min) }
    let known = order.compactMap { $0 }
    // The current year, else the last before it, else the first after it.
    let shown = known.first { $0 <= current } ?? known.last
    pages = order.flatMap { year -> [Page] in
      let rows = (byYear[year] ?? [])[...]
      let parts = max(1, (rows.count + size - 1) / size)
      return (1...parts).map { part in
        let name = year.map(String.init) ?? "undated"
        let isFirst = year == shown && part == 1
        return Page(
          year: year, part: part, parts: parts,
          rows: rows[((part - 1) * size)..<min(part * size, rows.count)],
          permalink: isFirst
            ? Permalink(folder: folder)
            : Permalink(folder: folder, name: part == 1 ? name : "\(name)-\(part)"))
      }
    }
  }
}

/// The way to the other pages of a list.
struct YearPagesView: View {
  var years: [LinkView]
  var parts: [LinkView]

  static let keys = ViewKeys<YearPagesView>(
    "分页",
    [
      .list("years", "各年；只有一年时为空", \.years),
      .list("parts", "本年的各页；只有一页时为空", \.parts),
    ])
}

extension PageScope {
  /// Nil where there is only one page.
  func navigation(of pages: [YearPages.Page], at current: YearPages.Page) -> YearPagesView? {
    guard pages.count > 1 else { return nil }
    let firsts = pages.filter { $0.part == 1 }
    return YearPagesView(
      years: firsts.count == 1
        ? []
        : firsts.map { page in
          var entry = link(yearName(page.year), page.permalink)
          entry.isCurrent = page.year == current.year
          return entry
        },
      parts: current.parts == 1
        ? []
        : pages.filter { $0.year == current.year }.map { link("\($0.part)", $0.permalink) })
  }

  func yearName(_ year: Int?) -> String {
    year.map { Period.year($0).label(language) } ?? Label.undated.text[language]
  }
}
