import Testing

@testable import CedianSite

struct DestinationTests {
  @Test(
    "a destination is taken apart as seen from its document",
    arguments: [
      ("b.md", "content/plans/b.md", nil),
      ("../channels/sem.md#预算", "content/channels/sem.md", "预算"),
      ("./b.md?x=1#a%20b", "content/plans/b.md", "a b"),
      ("%E7%9B%AE.md", "content/plans/目.md", nil),
      ("100%.md", "content/plans/100%.md", nil),
      ("/plans/b.md", "content/plans/b.md", nil),
      ("../../../b.md", "", nil),
      ("#目标", nil, "目标"),
      ("b.md#", "content/plans/b.md", nil),
    ] as [(String, String?, String?)])
  func parts(written: String, path: String?, anchor: String?) {
    let destination = Destination(written, in: "content/plans/a.md")
    #expect(destination.path == path)
    #expect(destination.anchor == anchor)
  }
}
