import CedianModel
import Testing

@testable import CedianSite

struct ResolveLinksTests {
  @Test("links of a body become addresses relative to its page")
  func body() throws {
    let page = try #require(try SiteFixture.render()["activities/2026-11-tea/index.html"])
    #expect(page.contains("<a href=\"../../plans/2026-11/index.html#T1\">计划</a>"))
    #expect(page.contains("<a href=\"../../files/plans/flow.svg\">流程</a>"))
  }

  @Test("an anchor of the page itself needs no address, and what could end it is encoded")
  func ownAnchor() {
    let body = Body(
      html: Array("<a href=\"\">x</a>".utf8),
      links: [
        Body.Link(
          destination: "#a\"><b>双", offset: 9, range: SourceRange(line: 1, column: 1))
      ])
    let targets = LinkTargets(Handbook(), contentAssets: [], includeDrafts: false)
    let html = resolveLinks(body, in: "content/a.md", on: .home, targets: targets)
    #expect(String(decoding: html, as: UTF8.self) == "<a href=\"#a%22%3E%3Cb%3E双\">x</a>")
  }

  @Test("a link that leads nowhere leaves a valid page")
  func broken() throws {
    let pages = try SiteFixture.render(["content/pages/case.md": "[甲](no.md)\n"])
    #expect(pages["case/index.html"]?.contains("<a href=\"#\">甲</a>") == true)
  }
}
