import CedianModel
import Testing

@testable import CedianSite

struct TemplateRenderTests {
  private struct ItemView: View {
    var name: EscapedHTML
    var owner: LinkView?

    static let keys = ViewKeys<ItemView>(
      "项", [.text("name", "", \.name), .view("owner", "", \.owner)])
  }

  private struct SampleView: View {
    var title = EscapedHTML("甲 <乙> & \"丙\"")
    var empty = EscapedHTML.empty
    var html = EscapedHTML(trusted: "<b>粗</b>")
    var yes = true
    var no = false
    var words = [EscapedHTML("一"), EscapedHTML("二<")]
    var none: [EscapedHTML] = []
    var items = [
      ItemView(name: EscapedHTML("x"), owner: nil),
      ItemView(name: EscapedHTML("y"), owner: LinkView(text: EscapedHTML("部"), url: .empty)),
    ]
    var owner: LinkView? = LinkView(text: EscapedHTML("外"), url: .empty)
    var absent: LinkView?

    static let keys = ViewKeys<SampleView>(
      "例",
      [
        .text("title", "", \.title), .text("empty", "", \.empty), .html("html", "", \.html),
        .flag("yes", "", \.yes), .flag("no", "", \.no), .texts("words", "", \.words),
        .texts("none", "", \.none), .list("items", "", \.items),
        .view("owner", "", \.owner), .view("absent", "", \.absent),
      ])
  }

  private func render(
    _ template: String, _ more: [String: String] = [:], of view: SampleView = SampleView()
  ) -> String {
    var files: [String: TemplateFile] = [:]
    for (name, text) in more.merging(["case": template], uniquingKeysWith: { $1 }) {
      let file = SourceFile(path: "templates/\(name).mustache", text: text)
      files[name] = TemplateParser.parse(file, name: name).0
    }
    let result = TemplateCompilation.compile(
      "case", scopes: [SampleView.keys.schema], files: files)
    #expect(result.diagnostics == [])
    let compiled = CompiledTemplate(operations: result.operations.speaking(.en), scopes: 1)
    return String(decoding: compiled.render([view]), as: UTF8.self)
  }

  @Test(
    "templates render as Mustache does",
    arguments: [
      ("{{title}}", "甲 &lt;乙&gt; &amp; &quot;丙&quot;"),
      ("{{{title}}}", "甲 &lt;乙&gt; &amp; &quot;丙&quot;"),
      ("{{html}}|{{&html}}", "<b>粗</b>|<b>粗</b>"),
      ("{{#empty}}a{{/empty}}{{^empty}}b{{/empty}}", "b"),
      ("{{#yes}}a{{/yes}}{{^yes}}b{{/yes}}{{#no}}c{{/no}}{{^no}}d{{/no}}", "ad"),
      ("{{#words}}[{{.}}]{{/words}}", "[一][二&lt;]"),
      ("{{#words?}}w{{/words?}}{{^none?}}n{{/none?}}{{^none}}m{{/none}}", "wnm"),
      (
        "{{#items}}{{name}}{{title}};{{/items}}",
        "x甲 &lt;乙&gt; &amp; &quot;丙&quot;;y甲 &lt;乙&gt; &amp; &quot;丙&quot;;"
      ),
      ("{{owner.text}}|{{#absent}}a{{/absent}}{{^absent}}b{{/absent}}|{{absent.text}}", "外|b|"),
      ("{{!注释}}{{label.owner}}", "Owner"),
      ("a\n  {{#yes}}  \nb\n{{/yes}}\nc", "a\nb\nc"),
      ("a\r\n{{! x }}\r\nb", "a\r\nb"),
      ("{ {yes} } {", "{ {yes} } {"),
    ])
  func mustache(template: String, expected: String) {
    #expect(render(template) == expected)
  }

  @Test(
    "texts of every length stand whole, on either side of where their copying changes",
    arguments: [0...70, 95...97, 127...129, 32_700...32_800])
  func lengths(_ lengths: ClosedRange<Int>) {
    for filling in ["a", "茶"] {
      for length in lengths {
        let text = String(repeating: filling, count: length)
        var view = SampleView()
        (view.title, view.html) = (EscapedHTML(text), EscapedHTML(trusted: Array(text.utf8)))
        #expect(
          render("{{title}}|\(text)|{{html}}.", of: view) == "\(text)|\(text)|\(text).",
          "\(filling) × \(length)")
      }
    }
  }

  @Test("an empty template makes an empty page, and one of nothing but a name that text")
  func fewSteps() {
    #expect(render("") == "")
    #expect(render("{{html}}") == "<b>粗</b>")
    #expect(render("{{#words}}{{.}}{{/words}}") == "一二&lt;")
  }

  @Test("an item without an owner does not show its page's owner")
  func absentDoesNotClimb() {
    #expect(render("{{#items}}{{#owner}}{{text}}{{/owner}}{{^owner}}-{{/owner}}{{/items}}") == "-部")
  }

  @Test("layouts take the page's blocks and keep their own where it fills none")
  func layouts() {
    let more = [
      "outer": "<{{$a}}A{{/a}}|{{$b}}B{{/b}}>",
      "inner": "{{<outer}}{{$a}}i{{$c}}C{{/c}}{{/a}}{{/outer}}",
    ]
    #expect(render("{{<outer}}{{$b}}x{{/b}}{{/outer}}", more) == "<A|x>")
    #expect(render("{{<inner}}{{$c}}y{{/c}}{{$b}}z{{/b}}{{/inner}}", more) == "<iy|z>")
  }

  @Test("a partial on a line of its own leaves no blank line")
  func partial() {
    #expect(render("a\n  {{>p}}\nb", ["p": "{{title}}\n"]).hasSuffix("丙&quot;\nb"))
  }

  private struct ComputedView: View {
    var stored = EscapedHTML("x")
    var computed: EscapedHTML { stored }

    static let keys = ViewKeys<ComputedView>(
      "算", [.text("stored", "", \.stored), .text("computed", "", \.computed)])
  }

  @Test("a computed property lies nowhere, so that no template can name it")
  func computed() {
    #expect(ComputedView.keys.schema.keys.map(\.name) == ["stored"])
  }
}
