import CedianTestSupport
import Foundation
import Testing

@testable import cedian

/// Clones that lack a part of the past, and what was kept of it.
@Suite("A history that is not all there")
struct CutShortHistoryTests {
  private static let path = "content/activities/2026/a.md"
  private static let page = "output/activities/a/index.html"
  private let chinese = ["LANG": "zh_CN.UTF-8"]

  private func git(_ line: String, _ folder: TemporaryFolder) throws {
    try gitLine(line, in: folder)
  }

  private func commit(_ subject: String, on day: String, _ folder: TemporaryFolder) throws {
    try git("add -A", folder)
    try gitLine("commit -qm \(subject)", in: folder, at: "\(day)T04:00:00+0000")
  }

  /// A brief for November whose budget changed in that month.
  private func repository() throws -> TemporaryFolder {
    let brief = "---\n标题: 甲\n\(SmallSite.sixFields)\n预算: 12万\n---\n\n正文。\n"
    let folder = try TemporaryFolder.site([Self.path: brief])
    try folder.write("output/\n", to: ".gitignore")
    try git("init -q .", folder)
    try git("config uploadpack.allowFilter true", folder)
    try commit("起点", on: "2026-10-02", folder)
    try folder.write(brief.replacing("12万", with: "15万"), to: Self.path)
    try commit("加预算", on: "2026-11-02", folder)
    return folder
  }

  private func clone(_ options: String) throws -> TemporaryFolder {
    let folder = try repository()
    let clone = try TemporaryFolder()
    try git("clone -q \(options) file://\(folder.path) a", clone)
    return clone
  }

  @Test("a clone without earlier folders is published, and says that there is no history")
  func treeless() throws {
    let clone = try clone("--filter=tree:0")
    let run = try cedian(
      "build", "--site", "a", "--as-of", "2026-11-20", in: clone, environment: chinese)
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("（部分克隆，以前的提交改了什么不在这里，没有修改历史）\n"), "\(run.err)")
    #expect(clone.read("a/" + Self.page) != nil)
    #expect(clone.read("a/output/changes/index.html") == nil)
  }

  @Test(
    "a report says that its list of plan changes may not be whole",
    arguments: [
      ("--depth 1", "浅克隆，更早的历史不在这里"),
      ("--filter=blob:none", "部分克隆，旧版本的内容不在这里，所以不知道改了哪些字段"),
      ("--filter=tree:0", "部分克隆，以前的提交改了什么不在这里，没有修改历史"),
      ("", nil),
    ] as [(String, String?)])
  func reports(_ options: String, _ note: String?) throws {
    let clone = try clone(options)
    func report(_ format: String) throws -> String {
      let run = try cedian(
        "report", "2026-11", "--site", "a", "--as-of", "2026-11-20", "--format", format, in: clone,
        environment: chinese)
      #expect(run.status == 0, "\(run.err)")
      return run.out
    }
    for format in ["text", "md", "html", "json"] {
      let text = try report(format)
      if let note {
        #expect(text.contains(note), "\(format): \(text)")
      } else {
        #expect(!text.contains("克隆"), "\(format)")
      }
    }
    let json = try report("json")
    #expect(json.contains("\"history_note\"") == (note != nil))
    let schema = try JSONSchema(
      Data(contentsOf: packageRoot.appending(path: "docs/report.schema.json")))
    #expect(try schema.problems(in: Data(json.utf8)) == [])
    // Which documents changed is known without their contents.
    if !options.contains("depth"), !options.contains("tree") {
      #expect(json.contains("\"path\": \"\(Self.path)\""), "\(json)")
    }
  }

  @Test("a build that changed nothing but where git stands says what is so now")
  func state() throws {
    let folder = try repository()
    func build() throws -> String {
      let run = try cedian("build", "--as-of", "2026-11-20", in: folder, environment: chinese)
      #expect(run.status == 0, "\(run.err)")
      return run.err
    }
    #expect(try !build().contains("修改历史"))
    try FileManager.default.moveItem(atPath: folder.at(".git"), toPath: folder.at("kept"))
    #expect(try build().contains("（不在 git 仓库里，没有修改历史）"))
    try git("init -q .", folder)
    #expect(try build().contains("（git 仓库还没有提交，没有修改历史）"))
    try folder.remove(".git")
    try FileManager.default.moveItem(atPath: folder.at("kept"), toPath: folder.at(".git"))
    #expect(try !build().contains("修改历史"))
    #expect(folder.read(Self.page)?.contains("加预算") == true)
  }

  @Test("what was kept and is not as it was written is asked for again")
  func damaged() throws {
    let folder = try repository()
    func build() throws -> String {
      let run = try cedian("build", "--as-of", "2026-11-20", in: folder, environment: chinese)
      #expect(run.status == 0, "\(run.err)")
      return try #require(folder.read(Self.page))
    }
    let page = try build()
    #expect(page.contains("12万元 → 15万元"))
    for name in [".git/cedian-history-6", ".git/cedian-history-6.log"] {
      let text = try #require(folder.read(name))
      let other = text.replacing("15万", with: "99万").replacing("加预算", with: "减预算")
      try #require(other != text)
      try folder.write(other, to: name)
    }
    try folder.remove("output")
    #expect(try build() == page)
  }
}
