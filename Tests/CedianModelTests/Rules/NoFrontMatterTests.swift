import CedianModel
import CedianTestSupport
import Testing

@Suite("no-front-matter and what cannot be read")
struct NoFrontMatterTests {
  private func found(_ text: String) -> [Diagnostic] {
    SmallSite(["content/activities/2026/case.md": text]).diagnostics()
  }

  @Test(
    "a brief without front matter is one finding at its first place", arguments: ["", "# 正文\n"])
  func none(text: String) throws {
    let only = try #require(found(text).first)
    #expect(found(text).map(\.id) == ["no-front-matter"])
    #expect(only.location.range.start == .start)
    #expect(only.message.zh == "这份活动没有文首设置：第一行不是 ---")
    #expect(only.message.en == "this activity has no front matter: its first line is not ---")
    #expect(only.fix?.example == "---\n标题: ……\n负责人: ……\n主题: ……\n状态: ……\n---")
  }

  @Test(
    "a first line --- without fields below it is said as that",
    arguments: ["---", "---\n", "---\n\n# 正文\n", "\u{FEFF}---\r\n"])
  func noFields(text: String) throws {
    let only = try #require(found(text).first)
    #expect(found(text).map(\.id) == ["no-front-matter"])
    #expect(only.location.range == SourceRange(line: 1, column: 1, length: 3))
    #expect(only.message.zh == "这份活动的第一行是 ---，其后没有紧接着字段，也没有结束的 ---")
    #expect(only.fix?.example?.hasPrefix("---\n标题: ……") == true)
  }

  @Test("line ends of old Macs are said as that")
  func carriageReturns() {
    let text = "---\r主题: 双11\r---\r"
    #expect(found(text).map(\.id) == ["no-front-matter"])
    #expect(found(text).first?.message.zh == "这份活动的行尾是单独的回车符（CR），整个文件读成了一行")
  }

  @Test("a missing closing --- is one finding: the fields beyond a blank line were not read")
  func unclosed() {
    let text = "---\n主题: 双11\n\n目标: 成交总额 ≥ 120万\n\n# 正文\n"
    #expect(found(text).map(\.id) == ["front-matter-syntax"])
  }

  @Test("blank lines before the fence are said at the fence, and removing them mends it")
  func blankLines() throws {
    let text = "\n \n---\n\(SmallSite.sixFields)\n---\n"
    let only = try #require(found(text).first)
    #expect(found(text).map(\.id) == ["no-front-matter"])
    #expect(only.location.range == SourceRange(line: 3, column: 1, length: 3))
    #expect(found(applyingEdits(of: [only], to: text)) == [])
  }

  @Test("a page may be nothing but text")
  func page() {
    #expect(SmallSite(["content/pages/about.md": "# 关于\n"]).diagnostics() == [])
  }

  @Test("what cannot be read is said once, without fields that seem to be missing")
  func noCascade() {
    var site = SmallSite(SmallSite.activity(SmallSite.sixFields)).sources
    let path = "content/activities/2026/case.md"
    site = site.map { file in
      file.path == path ? SourceFile(path: path, bytes: file.bytes + [0xB0, 0xA1]) : file
    }
    #expect(SmallSite.diagnostics(of: site).map(\.id) == ["not-utf8"])
    #expect(found("---\n目标: " + String(repeating: "[", count: 5000) + "\n---\n").count == 1)
  }

  @Test("a merge conflict is one finding at its first mark")
  func conflict() throws {
    let text = """
      ---
      主题: 双11
      <<<<<<< HEAD
      预算: 10万
      =======
      预算: 12万
      >>>>>>> 市场部
      ---
      """
    let only = try #require(found(text).first)
    #expect(found(text).map(\.id) == ["merge-conflict"])
    #expect(only.location.range == SourceRange(line: 3, column: 1, length: 12))
  }

  @Test("a conflict is found in site.yml and in results too")
  func conflictElsewhere() {
    let marks = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n"
    for path in ["content/metrics.yml", "content/results/2026/2026-10.csv"] {
      #expect(SmallSite([path: marks]).diagnostics().contains { $0.id == "merge-conflict" })
    }
  }

  @Test("seven signs alone are no conflict")
  func noConflict() {
    let body = "<<<<<<< 左边\n=======\n"
    let files = SmallSite.activity(SmallSite.sixFields).mapValues { $0 + body }
    #expect(SmallSite(files).diagnostics() == [])
  }

  @Test(
    "a list of nothing but empty items is empty", arguments: ["[\"\", ~]", "[~]", "\n  - ~"])
  func emptyItems(value: String) {
    let lines = SmallSite.sixFields.replacing("参与对象: 会员", with: "参与对象: \(value)")
    #expect(
      SmallSite(SmallSite.activity(lines)).diagnostics().map(\.message.zh) == [
        "必填字段「参与对象」(audience) 写了，但为空"
      ])
  }

  @Test(
    "a file whose name keeps it from being read is said, with the right name",
    arguments: [
      ("content/plans/2026-11.markdown", "content/plans/2026-11.md"),
      ("content/plans/2026-11.MD", "content/plans/2026-11.md"),
      ("content/results/2026/b.Csv", "content/results/2026/b.csv"),
      ("content/results/2026/a.CSV", "content/results/2026/a.csv"),
      ("content/result/2026-10.csv", "content/results/2026-10.csv"),
      ("content/结果/2026/a.csv", "content/results/2026/a.csv"),
    ])
  func misnamed(path: String, right: String) {
    let found = SmallSite([path: "x"]).diagnostics()
    #expect(found.map(\.id) == ["misnamed-file"])
    #expect(found.first?.fix?.example == "mv \(path) \(right)")
  }

  @Test("no move is advised that would overwrite a file")
  func misnamedBesideItself() {
    let plan = "---\n标题: 十一月\n---\n"
    let found = SmallSite([
      "content/plan/2026-11.md": plan, "content/plans/2026-11.md": plan,
    ]).diagnostics().filter { $0.id == "misnamed-file" }
    #expect(
      found.map { $0.fix?.example } == ["diff content/plan/2026-11.md content/plans/2026-11.md"])
    #expect(found.first?.fix?.message.zh.hasPrefix("content/plans/2026-11.md 已经有一个文件") == true)
    let settings = SmallSite(["content/metrics.yaml": "x"]).diagnostics()
    #expect(
      settings.map { $0.fix?.example } == ["diff content/metrics.yaml content/metrics.yml"])
  }

  @Test("attachments may have any other name")
  func attachments() {
    #expect(SmallSite(["content/files/表.xlsx": "x", "content/a.csv": "x"]).diagnostics() == [])
  }
}
