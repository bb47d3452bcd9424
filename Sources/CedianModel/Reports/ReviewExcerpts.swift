/// What a review says under some of its headings.
public struct ReviewExcerpt: Sendable {
  public var heading: Body.Heading
  /// Between the heading and the next of its level or above.
  public var html: [UInt8]
}

extension ReportSource {
  /// What a quarter's review says of competitors and platform rules, which each
  /// quarter's analysis must look at (clause 2.7). `html` is the review's body, with
  /// its addresses as the reader needs them.
  public func competition(_ report: Report, in html: [UInt8]) -> [ReviewExcerpt] {
    guard case .quarter = report.period, let index = report.review else { return [] }
    let words = ["竞争", "竞品", "对手", "平台规则", "平台", "competit", "platform"]
    return handbook.reviews[index].info.body.headings.compactMap { heading in
      let text = heading.text.lowercased()
      guard words.contains(where: text.holds), let part = section(of: html, heading) else {
        return nil
      }
      return ReviewExcerpt(heading: heading, html: part)
    }
  }

  private func section(of html: [UInt8], _ heading: Body.Heading) -> [UInt8]? {
    let id = heading.id.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
      .replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("'", with: "&#39;")
    guard let place = html.firstRange(of: Array("id=\"\(id)\"".utf8)),
      let close = html[place.upperBound...].firstRange(of: Array("</h\(heading.level)>".utf8))
    else { return nil }
    var end = html.endIndex
    for level in 1...heading.level {
      if let next = html[close.upperBound...].firstRange(of: Array("<h\(level)".utf8)) {
        end = min(end, next.lowerBound)
      }
    }
    return Array(html[close.upperBound..<end])
  }
}

extension ReviewExcerpt {
  /// Its words alone, on one line.
  public var text: String {
    var shown = ""
    var rest = String(decoding: html, as: UTF8.self)[...]
    while let open = rest.firstIndex(of: "<") {
      shown += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[open...close]
      // Marks within a line join what they stand between.
      if !["<a", "<em", "<strong", "<code", "</a", "</em", "</strong", "</code"]
        .contains(where: tag.hasPrefix)
      {
        shown += " "
      }
      rest = rest[rest.index(after: close)...]
    }
    shown += rest
    return shown.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
