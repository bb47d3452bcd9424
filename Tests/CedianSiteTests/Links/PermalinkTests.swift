import CedianModel
import Testing

@testable import CedianSite

struct PermalinkTests {
  @Test(
    "kind and id decide where a document lives",
    arguments: [
      (DocumentKind.policy, "activities", "policy/activities/index.html"),
      (.channel, "sem", "channels/sem/index.html"),
      (.goals, "2026", "goals/2026/index.html"),
      (.plan, "2026-Q4", "plans/2026-q4/index.html"),
      (.activity, "2026-11-Double", "activities/2026-11-double/index.html"),
      (.evaluation, "x", "evaluations/x/index.html"),
      (.review, "2026-10", "reviews/2026-10/index.html"),
      (.page, "contacts", "contacts/index.html"),
    ])
  func documents(kind: DocumentKind, id: String, path: String) {
    #expect(Permalink.document(kind, id: id).path == path)
  }

  @Test(
    "an id cannot leave its folder or name something that a path misreads",
    arguments: [
      ("../../etc/passwd", "etc-passwd"), ("..", "activity"), (".hidden", "hidden"),
      ("a/b\\c?d#e f", "a-b-c-d-e-f"), ("", "activity"), ("双11", "双11"), ("v1.2", "v1.2"),
      ("a\u{0}\u{1}b", "a-b"), ("...", "activity"), ("-x-", "x"),
    ])
  func components(id: String, name: String) {
    let path = Permalink.document(.activity, id: id).path
    #expect(path == "activities/\(name)/index.html")
  }

  @Test(
    "addresses are relative, so that the site works from a folder",
    arguments: [
      ("index.html", "index.html", "index.html"),
      ("activities/a/index.html", "index.html", "activities/a/index.html"),
      ("activities/b/index.html", "activities/a/index.html", "../b/index.html"),
      ("activities/a/index.html", "activities/a/index.html", "index.html"),
      ("index.html", "activities/a/index.html", "../../index.html"),
      ("assets/site.css", "plans/index.html", "../assets/site.css"),
      ("files/双 11.svg", "index.html", "files/%E5%8F%8C%2011.svg"),
    ])
  func relative(target: String, page: String, address: String) {
    #expect(Permalink(target).relative(to: Permalink(page)) == address)
    var appended: [UInt8] = []
    Permalink(target).appendRelative(to: Permalink(page), to: &appended)
    #expect(appended == Array(address.utf8))
  }

  @Test(
    "absolute addresses leave the index file out",
    arguments: [
      ("index.html", "https://a.cn/h/", "https://a.cn/h/"),
      ("plans/2026/index.html", "https://a.cn/h", "https://a.cn/h/plans/2026/"),
      ("myindex.html", "https://a.cn/", "https://a.cn/myindex.html"),
    ])
  func absolute(path: String, base: String, address: String) {
    #expect(Permalink(path).absolute(base: base) == address)
  }
}

struct KnownLinkTests {
  @Test(
    "an address made once is the one that a page would make",
    arguments: [
      "index.html", "404.html", "channels/index.html", "channels/店/index.html",
      "goals/g/index.html",
      "activities/a/index.html", "reports/2026/10/index.html", "a/b/c/d/index.html",
    ])
  func addresses(page: String) {
    let page = Permalink(page)
    for target in [
      "index.html", "channels/店/index.html", "channels/index.html", "goals/g/index.html",
    ] {
      for anchor in [nil, "G 1"] {
        let known = KnownLink("甲", Permalink(target), anchor: anchor)
        guard let address = known.address(from: page, depth: page.depth) else { continue }
        var expected: [UInt8] = []
        known.permalink.appendRelative(to: page, to: &expected)
        if let anchor { appendFragment(anchor, to: &expected) }
        #expect(address.utf8 == expected)
      }
    }
  }
}
