import CedianContent
import CedianModel
import Foundation
import Testing

/// An example of a specification.
struct SpecificationExample: Decodable {
  var example: Int
  var section: String
  var markdown: String
  var html: String

  static func load(_ name: String) throws -> [Self] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/Markdown/\(name)")
    return try JSONDecoder().decode([Self].self, from: Data(contentsOf: url))
  }
}

@Suite struct MarkdownSpecificationTests {
  @Test func everyCommonMarkExamplePasses() throws {
    let examples = try SpecificationExample.load("commonmark-0.30.json")
    #expect(examples.count == 652)
    for example in examples {
      let html = fragment(example.markdown, options: .commonMark)
      #expect(html == example.html, "example \(example.example), \(example.section)")
    }
  }

  /// The extensions leave CommonMark as it is but where they say otherwise:
  /// without what they add by design, the same examples give the same HTML.
  @Test func extensionsLeaveCommonMarkExamplesAsTheyAre() throws {
    let examples = try SpecificationExample.load("commonmark-0.30.json")
    var differing: [Int] = []
    for example in examples {
      let html = plain(
        fragment(example.markdown, options: MarkdownOptions(allowsRawHTML: true)))
      if html != plain(example.html) { differing.append(example.example) }
    }
    // Bare addresses in text that plain CommonMark leaves alone.
    #expect(differing == [601, 607, 610, 611])
  }

  @Test func everyGFMExampleOfOurExtensionsPasses() throws {
    let examples = try SpecificationExample.load("gfm-0.29-extensions.json")
    #expect(examples.count == 23)
    for example in examples {
      let html = plain(fragment(example.markdown, options: MarkdownOptions()))
      #expect(html == plain(example.html), "example \(example.example), \(example.section)")
    }
  }
}

/// HTML without what Cedian adds to it: ids, classes, labels, the box around a
/// table, `rel` and `loading`; alignment as GFM writes it.
private func plain(_ html: String) -> String {
  var text = html
  func replace(_ pattern: String, _ with: String) {
    text = text.replacingOccurrences(of: pattern, with: with, options: .regularExpression)
  }
  replace(#"<div class="table-scroll"[^>]*>\n?"#, "")
  replace(#"</table>\n</div>"#, "</table>")
  replace(#" class="align-(\w+)""#, #" align="$1""#)
  replace(#"<(h[1-6]) id="[^"]*">"#, "<$1>")
  replace(#" (rel="noopener"|loading="lazy"|class="task"|aria-label="[^"]*")"#, "")
  replace(
    #"<input type="checkbox" checked="" disabled="" />"#,
    "<input checked=\"\" disabled=\"\" type=\"checkbox\"> ")
  replace(#"<input type="checkbox" disabled="" />"#, "<input disabled=\"\" type=\"checkbox\"> ")
  replace(#"> +"#, "> ")
  replace(
    #"<figure>(.*?) />(<figcaption>(.*?)</figcaption>)</figure>"#, #"<p>$1 title="$3" /></p>"#)
  return text
}
