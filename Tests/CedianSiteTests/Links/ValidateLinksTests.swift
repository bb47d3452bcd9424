import CedianContent
import CedianModel
import CedianTestSupport
import Testing

@testable import CedianSite

struct ValidateLinksTests {
  /// What is found with one page whose body is `body`.
  private func found(_ body: String, _ more: [String: String] = [:]) -> [Diagnostic] {
    var files = more
    files["content/pages/case.md"] = "---\n标题: 例\n---\n\n" + body
    let read = SiteFixture.read(files)
    return validateLinks(read.handbook, contentAssets: read.assets)
  }

  @Test(
    "links to documents, headings, records, folders and files are in order",
    arguments: [
      "[a](../plans/2026-11.md)", "[a](../plans/2026-11.md#T1)", "[a](../goals/2026.md#G1)",
      "[a](../reviews/2026-10.md#P1)", "[a](../activities/2026/2026-11-tea.md#节奏)",
      "[a](../activities/)", "![a](../plans/flow.svg)", "[a](#章节)\n\n## 章节\n",
      "[a](https://example.com/x.md)", "[a](mailto:a@b.cn)",
      "[a](../policy/04-activities.md#41-活动方案)",
    ])
  func quiet(body: String) {
    #expect(found(body) == [])
  }

  @Test("a link to a file that does not exist is found at its place, with the nearest name")
  func brokenLink() throws {
    let marked = MarkedText("见 1️⃣[计划](../plans/2026-12.md)2️⃣。\n")
    let only = try #require(found(marked.text).first)
    #expect(only.id == "broken-link")
    #expect(only.severity == .error)
    #expect(only.message.zh == "链接「../plans/2026-12.md」指向的文件不存在")
    #expect(only.message.en == "the link '../plans/2026-12.md' leads to no file")
    #expect(only.fix?.message.zh == "是否想写「../plans/2026-11.md」？")
    let start = try #require(marked[1])
    #expect(only.location.range.start == SourcePosition(line: 5, column: Int(start.column)))
  }

  @Test(
    "a picture shows a file, and a link leads somewhere",
    arguments: [
      ("![a](../plans/2026-11.md)", "「../plans/2026-11.md」是一个页面，不是图片，不会显示"),
      ("![a](../activities/)", "「../activities/」是一个页面，不是图片，不会显示"),
      ("[a]()", "链接没有写去哪里"), ("![a]()", "图片没有写文件"),
    ])
  func leadsNowhere(body: String, zh: String) {
    #expect(found(body).map(\.message.zh) == [zh])
    #expect(found(body).allSatisfy { $0.id == "broken-link" && $0.fix != nil })
  }

  @Test("a right name in a wrong folder is what is suggested")
  func movedFile() {
    #expect(
      found("[a](../plans/2026-11-tea.md)").first?.fix?.message.zh
        == "是否想写「../activities/2026/2026-11-tea.md」？")
  }

  @Test(
    "a page's address and one without its ending are told the file's",
    arguments: [
      "04-activities", "04-activities.html", "04-activities/index.html", "04-activities/",
    ])
  func pageAddress(name: String) {
    #expect(
      found("[a](../policy/\(name))").first?.fix?.message.zh == "是否想写「../policy/04-activities.md」？")
  }

  @Test("an address of the web without https:// is told so")
  func noScheme() {
    for address in ["www.example.com", "example.com.cn/a?b"] {
      let finding = found("[a](\(address))").first
      #expect(finding?.id == "broken-link")
      #expect(finding?.fix?.message.zh == "写成「https://\(address)」")
    }
    #expect(found("[a](x.pdf)").first?.fix?.message.zh.contains("https") == false)
  }

  @Test("a missing picture is told how pictures are written")
  func missingImage() {
    #expect(found("![a](图/qqqqq.png)").first?.fix?.example == "![流程图](flow.png)")
    #expect(found("![a](../plans/flw.svg)").first?.fix?.message.zh == "是否想写「../plans/flow.svg」？")
  }

  @Test("a draft is noted where it is marked as one")
  func draftMark() throws {
    let marked = MarkedText("---\n标题: 稿\n1️⃣草稿: 是\n---\n")
    let note = found("[a](draft.md)", ["content/pages/draft.md": marked.text]).first?.notes.first
    #expect(note?.location?.range.start == marked[1])
  }

  @Test("a link out of the site says so")
  func outside() {
    let finding = found("[a](../../../secret.md)").first
    #expect(finding?.message.zh == "链接「../../../secret.md」指到了站点文件夹之外")
  }

  @Test("an anchor that does not exist is found, with the nearest heading")
  func brokenAnchor() {
    let finding = found("[a](../activities/2026/2026-11-tea.md#节泰)").first
    #expect(finding?.id == "broken-anchor")
    #expect(finding?.message.zh == "content/activities/2026/2026-11-tea.md 里没有「#节泰」")
    #expect(finding?.fix?.message.zh == "是否想写「#节奏」？")
    let far = found("[a](../activities/2026/2026-11-tea.md#4.1)").first
    #expect(far?.fix?.message.zh.hasPrefix("那一页的锚点有「#") == true)
  }

  @Test("a link to a draft is broken unless drafts are published")
  func draft() {
    let draft = ["content/pages/draft.md": "---\n标题: 稿\ndraft: true\n---\n"]
    let found = found("[a](draft.md)", draft)
    #expect(found.map(\.id) == ["broken-link"])
    #expect(found.first?.notes.first?.location?.path == "content/pages/draft.md")
    let read = SiteFixture.read(
      draft.merging(["content/pages/case.md": "[a](draft.md)\n"]) { $1 })
    #expect(
      validateLinks(read.handbook, contentAssets: read.assets, includeDrafts: true) == [])
  }

  @Test("two documents that differ by letter case only want one address")
  func clash() {
    let found = found(
      "",
      [
        "content/plans/a.md": "---\nid: Plan-A\n---\n",
        "content/plans/b.md": "---\nid: plan-a\n---\n",
      ])
    #expect(found.map(\.id) == ["permalink-clash"])
    #expect(found.first?.location.path == "content/plans/b.md")
    #expect(found.first?.notes.first?.location?.path == "content/plans/a.md")
    #expect(found.first?.message.zh == "网址「plans/plan-a/index.html」已被 content/plans/a.md 使用")
  }

  @Test(
    "a page may not take an address of the site's own, nor a folder where a file of it is",
    arguments: ["activities", "reports", "changes", "404.html", "sitemap.xml", "views"])
  func reserved(name: String) {
    let found = found("", ["content/pages/\(name).md": "---\n标题: 活动\n---\n"])
    #expect(found.map(\.id) == ["permalink-clash"])
    #expect(found.first?.message.zh == "网址「\(name)/index.html」由站点自己使用")
  }

  @Test("equal ids of one kind are another rule's finding")
  func duplicateID() {
    let found = found(
      "",
      [
        "content/plans/a.md": "---\nid: same\n---\n", "content/plans/b.md": "---\nid: same\n---\n",
      ])
    #expect(found == [])
  }
}
