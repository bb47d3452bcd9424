import CedianModel
import CedianTestSupport
import Testing

@testable import CedianSite

struct TemplateErrorTests {
  /// What is found when `path` holds the marked text, and where the mark is.
  private func check(
    _ marked: String, at path: String = "templates/pages/page.mustache",
    with more: [String: String] = [:]
  ) throws -> (found: [Diagnostic], mark: SourcePosition?) {
    let text = MarkedText(marked)
    var changes = more
    changes[path] = text.text
    let found = loadTemplates(try SiteFixture.templates(changes)).1
    return (found.filter { $0.location.path == path }, text[1])
  }

  @Test("the templates that Cedian ships are in order")
  func shipped() throws {
    #expect(loadTemplates(try SiteFixture.templates()).1 == [])
  }

  @Test(
    "a mistake is found at its place, also where nothing would be shown",
    arguments: [
      ("甲{{1️⃣titel}}", "template-variable", "是否想写「title」？"),
      ("{{#isHome}}\n  {{1️⃣bodi}}\n{{/isHome}}", "template-variable", "是否想写「body」？"),
      ("{{^isHome}}{{{1️⃣bodi}}}{{/isHome}}", "template-variable", "是否想写「body」？"),
      ("{{#owner}}{{1️⃣owner.url2}}{{/owner}}", "template-variable", "是否想写「url」？"),
      ("{{1️⃣label.ownr}}", "template-variable", "是否想写「label.owner」？"),
      ("{{1️⃣crumbs}}", "template-variable", "用 {{#crumbs}}…{{/crumbs}} 取它的内容"),
      ("{{1️⃣.}}", "template-variable", "写出变量的名称"),
      (
        "{{#owner}}{{#1️⃣nothing}}{{/nothing}}{{/owner}}", "template-variable",
        "可用的变量见 docs/templates.md"
      ),
      ("{{>1️⃣partials/lnk}}", "template-partial", "是否想写「partials/link」？"),
      ("{{>1️⃣link}}", "template-partial", "是否想写「partials/link」？"),
      ("{{<1️⃣layouts/pages}}{{/layouts/pages}}", "template-partial", "是否想写「layouts/page」？"),
      (
        "{{<layouts/page}}{{$1️⃣contents}}{{/contents}}{{/layouts/page}}", "template-partial",
        "是否想写「content」？"
      ),
      ("{{#title}}\n{{/1️⃣titel}}", "template-syntax", "改为 {{/title}}"),
      ("{{/1️⃣title}}", "template-syntax", "删去它，或补上 {{#title}}"),
      ("甲\n{{#1️⃣title}}", "template-syntax", "补上 {{/title}}"),
      ("甲 1️⃣{{title", "template-syntax", "补上「}}」"),
      ("{{1️⃣}}", "template-syntax", "名称只用字母、数字和 _ - . ?"),
      ("{{1️⃣标题}}", "template-syntax", "名称只用字母、数字和 _ - . ?"),
      ("{{=1️⃣<% %>=}}", "template-syntax", "删去这个标签"),
      ("{{<1️⃣layouts/page}}散文{{/layouts/page}}", "template-syntax", "把内容移进一个块"),
    ])
  func mistakes(marked: String, id: String, fix: String) throws {
    let (found, mark) = try check(marked)
    let only = try #require(found.first)
    #expect(found.count == 1)
    #expect(only.id == id)
    #expect(only.severity == .error)
    #expect(only.location.range.start == mark)
    #expect(only.fix?.message.zh == fix)
  }

  @Test("a partial is checked for every page that uses it, and reported once")
  func sharedPartial() throws {
    let (found, mark) = try check("{{text}}{{1️⃣urll}}", at: "templates/partials/link.mustache")
    #expect(found.map(\.id) == ["template-variable"])
    #expect(found.first?.location.range.start == mark)
  }

  @Test("a template that no page uses is checked against what there is anywhere")
  func unused() throws {
    let (found, mark) = try check(
      "{{title}}{{1️⃣nonsense}}", at: "templates/partials/mine.mustache")
    #expect(found.map(\.id) == ["template-variable"])
    #expect(found.first?.location.range.start == mark)
  }

  @Test("the default of a block is checked though a page fills it")
  func filledBlock() throws {
    let layout = "{{$content}}{{1️⃣nonsense}}{{/content}}"
    let (found, mark) = try check(
      layout, at: "templates/layouts/mine.mustache",
      with: [
        "templates/pages/page.mustache":
          "{{<layouts/mine}}{{$content}}{{title}}{{/content}}{{/layouts/mine}}"
      ])
    #expect(found.first?.location.range.start == mark)
  }

  @Test("a missing page template is named")
  func missingPage() throws {
    let files = try SiteFixture.templates().filter { $0.path != "templates/pages/plan.mustache" }
    let found = loadTemplates(files).1
    #expect(found.map(\.id) == ["template-partial"])
    #expect(found.first?.message.zh == "缺少模板 templates/pages/plan.mustache")
  }

  @Test("a template that includes itself is refused, directly or through another")
  func recursion() throws {
    let (found, mark) = try check("甲{{>1️⃣pages/page}}")
    #expect(found.map(\.message.zh) == ["模板「pages/page」又用到了它自己"])
    #expect(found.first?.location.range.start == mark)
    let (through, place) = try check(
      "{{>1️⃣partials/a}}", at: "templates/partials/b.mustache",
      with: [
        "templates/partials/a.mustache": "{{>partials/b}}",
        "templates/pages/page.mustache": "{{>partials/a}}",
      ])
    #expect(through.map(\.message.zh) == ["模板「partials/a」又用到了它自己"])
    #expect(through.first?.location.range.start == place)
  }

  @Test("a template in another encoding is named, not guessed")
  func encoding() throws {
    var files = try SiteFixture.templates().filter { $0.path != "templates/pages/page.mustache" }
    files.append(
      SourceFile(path: "templates/pages/page.mustache", bytes: [0xB2, 0xDF, 0xB5, 0xE4]))
    #expect(loadTemplates(files).1.map(\.message.zh) == ["模板不是 UTF-8 编码，无法读取"])
  }

  @Test(
    "hostile templates end in a finding, never in a crash",
    arguments: [
      String(repeating: "{{#title}}", count: 50_000),
      String(repeating: "{{", count: 50_000),
      String(repeating: "{{{", count: 50_000) + String(repeating: "}", count: 50_000),
      String(repeating: "{{/title}}", count: 5_000),
      "{{{", "{{#", "{{>", "}}", "{{{{}}}}", "\u{FEFF}{{titel}}",
    ])
  func hostile(text: String) throws {
    let (found, _) = try check(text)
    #expect(found.isEmpty == (text == "}}"))
  }

  @Test("partials that double each other are refused before they fill memory")
  func doubling() throws {
    var changes = ["templates/pages/page.mustache": "{{>partials/d0}}"]
    for level in 0..<30 {
      changes["templates/partials/d\(level).mustache"] =
        level == 29 ? "甲" : "{{>partials/d\(level + 1)}}{{>partials/d\(level + 1)}}"
    }
    let found = loadTemplates(try SiteFixture.templates(changes)).1
    #expect(found.contains { $0.message.zh.hasPrefix("展开后的模板过大") })
  }
}
