/// docs/templates.md: what every template is given. Made from the declarations
/// themselves, so that it cannot be wrong; a test compares it with the file.
func templateReference() -> String {
  var lines = templateIntroduction
  var shown: Set<String> = []
  var waiting: [ViewSchema] = []

  func rows(of schema: ViewSchema) -> [String] {
    ["| 变量 | 是什么 | 内容 |", "| --- | --- | --- |"]
      + schema.keys.map { key in
        let kind: String
        switch key.kind {
        case .text: kind = "文字"
        case .html: kind = "HTML"
        case .flag: kind = "是否"
        case .texts: kind = "文字列表"
        case .list(let inner):
          kind = "列表：\(inner.name)"
          waiting.append(inner)
        case .view(let inner):
          kind = inner.name
          waiting.append(inner)
        }
        return "| `\(key.name)` | \(kind) | \(key.note) |"
      }
  }

  lines += ["", "## 每个页面都有的变量", ""] + rows(of: PageFrameView.keys.schema)
  lines += ["", "## 页面", ""]
  let pages = Dictionary(grouping: PageTemplate.allCases, by: \.content.name)
  for page in PageTemplate.allCases where shown.insert(page.content.name).inserted {
    let names = (pages[page.content.name] ?? []).map { "`templates/\($0.name).mustache`" }
    lines += ["### \(page.content.name)", "", names.joined(separator: "、"), ""]
    lines += rows(of: page.content) + [""]
  }
  lines += ["## 单独生成的片段", ""]
  let fragments = Dictionary(grouping: FragmentTemplate.allCases, by: \.scopes[0].name)
  for fragment in FragmentTemplate.allCases where shown.insert(fragment.scopes[0].name).inserted {
    let schema = fragment.scopes[0]
    let names = (fragments[schema.name] ?? []).map { "`templates/\($0.name).mustache`" }
    lines += ["### \(schema.name)", "", names.joined(separator: "、"), ""] + rows(of: schema) + [""]
  }
  var parts: [String: [String]] = [:]
  while let schema = waiting.popLast() {
    guard shown.insert(schema.name).inserted else { continue }
    parts[schema.name] = rows(of: schema)
  }
  lines += ["## 列表与部分里的变量", ""]
  for name in parts.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
    lines += ["### \(name)", ""] + (parts[name] ?? []) + [""]
  }
  lines += ["## 界面文字", "", "| 写法 | 中文 | English |", "| --- | --- | --- |"]
  lines += Label.allCases.map { "| `label.\($0.rawValue)` | \($0.text.zh) | \($0.text.en) |" }
  return lines.joined(separator: "\n") + "\n"
}

private let templateIntroduction = [
  "# 模板",
  "",
  "网站的每一个标签都写在 `templates/` 里，改完重新运行 `cedian build` 即可，不需要编译。",
  "",
  "- `layouts/`：版式，规定页面的外框；`pages/`：每种页面一个；`partials/`：页面共用的部分；",
  "  `assets/`：样式、脚本和图片，原样复制到网站的 `assets/`。",
  "- 语法是 [Mustache](https://mustache.github.io/mustache.5.html)，不支持更改分隔符和编译指示。",
  "- `{{title}}` 输出文字，值已经转义，不会产生标签；`HTML` 类的变量（如正文、时间轴）照样写 `{{body}}`。",
  "- `{{#tasks}}…{{/tasks}}` 对列表逐项重复，对部分进入其中，对文字和「是否」在有值时显示；",
  "  `{{^tasks}}…{{/tasks}}` 相反。空文字、空列表、没有的部分都算没有。",
  "- `{{#tasks?}}…{{/tasks?}}` 问列表里有没有东西，不重复：表格的表头写在这里。",
  "- 文字列表里用 `{{.}}` 输出每一项。里层找不到的变量到外层去找；`{{owner.text}}` 取部分里的变量。",
  "- `{{>partials/link}}` 引用一个部分；`{{<layouts/page}}{{$content}}…{{/content}}{{/layouts/page}}`",
  "  套用版式，并填入它的块。",
  "- `{{label.budget}}` 是界面文字，随 `--lang` 变化，全部列在文末。",
  "- 写错变量、文字、部分或块的名称，标签没有结束，都会在生成前报错，指明文件、行、列和最接近的名称",
  "  （`template-variable`、`template-partial`、`template-syntax`）。",
]
