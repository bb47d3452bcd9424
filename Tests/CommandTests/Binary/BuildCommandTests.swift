import CedianTestSupport
import Foundation
import Testing

@testable import cedian

/// The one line of a build without its two figures that differ from run to run.
private func calm(_ text: String) -> String {
  text.replacing(/用时 \d+\.\d\d 秒/, with: "用时 T 秒").replacing(/in \d+\.\d\d s/, with: "in T s")
}

@Suite struct BuildCommandTests {
  private static let bad = "---\n主题：双11\n---\n"
  private static let activity = "content/activities/2026/case.md"

  @Test func aSiteIsPublishedWithOneCalmLine() throws {
    let folder = try TemporaryFolder.site()
    let first = try cedian("build", in: folder)
    #expect(first.status == 0)
    #expect(first.out.isEmpty)
    let files = folder.files(below: "output")
    let pages = files.keys.count { $0.hasSuffix(".html") }
    #expect(
      calm(first.err)
        == "✓ 已发布 \(pages) 页，用时 T 秒：写入 \(files.count) 个文件，删除 0 个；打开 output/index.html"
        + "（不在 git 仓库里，没有修改历史）\n")
    let again = try cedian("build", "--lang", "en", "--output", "output", in: folder)
    #expect(again.status == 0)
    let second = try cedian("build", "--lang", "en", in: folder)
    #expect(
      calm(second.err)
        == "✓ published \(pages) pages in T s: 0 files written, 0 removed; open output/index.html"
        + " (not in a git repository, so there is no history)\n"
    )
  }

  @Test func buildingTwiceGivesTheSameBytesAnywhere() throws {
    let one = try TemporaryFolder.site()
    let two = try TemporaryFolder.site()
    #expect(try cedian("build", in: one).status == 0)
    #expect(try cedian("build", "--output", "elsewhere/deep", in: two).status == 0)
    #expect(one.files(below: "output") == two.files(below: "elsewhere/deep"))
    #expect(one.read("output/.cedian/manifest") == two.read("elsewhere/deep/.cedian/manifest"))
    #expect(!one.files(below: "output").values.contains { $0.contains(one.path) })
  }

  @Test("a build of what stands already touches nothing", arguments: [false, true])
  func unchanged(hasWarning: Bool) throws {
    let folder = try TemporaryFolder.site()
    if hasWarning {
      let text = try #require(folder.read(Self.activity))
      try folder.write(text.replacing("---\n\n", with: "没有的键: 1\n---\n\n"), to: Self.activity)
    }
    let first = try cedian("build", in: folder)
    #expect(first.status == 0)
    let files = folder.files(below: "output")
    let again = try cedian("build", in: folder)
    #expect(again.status == 0)
    let written = "写入 \(files.count) 个文件"
    #expect(calm(again.err) == calm(first.err).replacing(written, with: "写入 0 个文件"))
    #expect(first.err.contains("没有的键") == hasWarning)
    // Machines get their document all the same.
    #expect(try cedian("build", "--format", "json", in: folder).out.contains("\"checked\""))
  }

  @Test(
    "whatever a site is made of, a change of it is seen",
    arguments: [
      "content/pages/about.md", "templates/layouts/document.mustache", "content/site.yml",
      "output/index.html", "output/404.html", "templates/assets/new.css",
    ])
  func changed(path: String) throws {
    let folder = try TemporaryFolder.site()
    #expect(try cedian("build", in: folder).status == 0)
    let before = folder.files(below: "output")
    if path.hasPrefix("output/") {
      try FileManager.default.removeItem(atPath: folder.at(path))
    } else if path.hasSuffix(".css") {
      try folder.write("a{}", to: path)
    } else if path.hasSuffix(".yml") {
      let text = try #require(folder.read(path))
      try folder.write(text.replacing(/(?m)^title:.*$|^标题:.*$/, with: "title: 另一本手册"), to: path)
    } else if path.hasPrefix("templates/layouts") {
      let text = try #require(folder.read(path))
      try folder.write(text + "<!-- x -->", to: path)
    } else {
      try folder.write("---\n标题: 关于\n负责人: 市场部\n---\n\n新的一页。\n", to: path)
    }
    let result = try cedian("build", in: folder)
    #expect(result.status == 0)
    #expect(!result.err.contains("写入 0 个文件"))
    #expect((folder.files(below: "output") == before) == path.hasPrefix("output/"))
  }

  @Test("another day, language, address or choice is another site")
  func choices() throws {
    let folder = try TemporaryFolder.site()
    #expect(try cedian("build", in: folder).status == 0)
    for choice in [
      ["--as-of", "2026-12-20"], ["--lang", "en"], ["--base-url", "https://handbook.example/"],
      ["--drafts"],
    ] {
      let result = try run(
        cedianBinary, ["build"] + choice, in: folder, environment: [:], input: "")
      #expect(result.status == 0)
      #expect(try cedian("build", in: folder).status == 0)
      let other = try TemporaryFolder.site()
      #expect(try cedian("build", in: other).status == 0)
      #expect(folder.files(below: "output") == other.files(below: "output"), "\(choice)")
    }
  }

  @Test func errorsKeepTheLastSite() throws {
    let folder = try TemporaryFolder.site()
    #expect(try cedian("build", in: folder).status == 0)
    let before = folder.files(below: "output")
    try folder.write(Self.bad, to: Self.activity)
    let result = try cedian("build", in: folder)
    #expect(result.status == 1)
    #expect(result.out.isEmpty)
    #expect(result.err.hasSuffix("没有发布；output 里仍是上一次的网站\n"))
    #expect(folder.files(below: "output") == before)
    let english = try cedian("build", "--lang", "en", in: folder)
    #expect(english.err.hasSuffix("not published; output keeps the last site\n"))
  }

  @Test func withErrorsAndNoLastSiteNothingIsMade() throws {
    let folder = try TemporaryFolder.site([Self.activity: Self.bad])
    let result = try cedian("build", in: folder)
    #expect(result.status == 1)
    #expect(result.err.hasSuffix("\n没有发布\n"))
    #expect(FileSystem.entry(folder.at("output")) == .absent)
  }

  @Test func warningsStopAStrictBuildOnly() throws {
    let folder = try TemporaryFolder.site()
    let text = try #require(folder.read(Self.activity))
    try folder.write(text.replacing("---\n\n", with: "没有的键: 1\n---\n\n"), to: Self.activity)
    #expect(try cedian("build", "--strict", in: folder).status == 1)
    #expect(FileSystem.entry(folder.at("output")) == .absent)
    let result = try cedian("build", in: folder)
    #expect(result.status == 0)
    #expect(result.err.contains("1 个警告，涉及 1 个文件\n✓ 已发布"))
  }

  @Test func aPageThatIsGoneIsRemovedAndOthersStayUntouched() throws {
    let folder = try TemporaryFolder.site()
    #expect(try cedian("build", in: folder).status == 0)
    let before = folder.files(below: "output")
    try folder.write("mine", to: "output/CNAME")
    try folder.remove(Self.activity)
    #expect(try cedian("build", in: folder).status == 0)
    let after = folder.files(below: "output")
    #expect(Set(before.keys).subtracting(after.keys).contains { $0.contains("case") })
    #expect(after["CNAME"] == "mine")
    #expect(FileSystem.entry(folder.at("output/activities/case")) == .absent)
  }

  @Test func whatIsNotOursInTheOutputFolderStopsTheBuild() throws {
    let folder = try TemporaryFolder.site()
    #expect(try cedian("build", in: folder).status == 0)
    try folder.write("edited", to: "output/index.html")
    try folder.write("edited", to: "output/404.html")
    let before = folder.files(below: "output")
    let result = try cedian("build", in: folder)
    #expect(
      result
        == Run(
          status: 74, out: "",
          err: """
            错误: 没有发布：输出文件夹里有 2 处不归策典所有，不能覆盖或删除
              output/404.html（生成后被改过）
              output/index.html（生成后被改过）
            请移走或删去，或用 --output 换一个文件夹；手工改动请写回 content/ 或 templates/

            """))
    #expect(folder.files(below: "output") == before)
    let fresh = try TemporaryFolder.site()
    try fresh.write("mine", to: "output/index.html")
    let english = try cedian("build", "--lang", "en", in: fresh)
    #expect(
      english
        == Run(
          status: 74, out: "",
          err: """
            error: not published: cedian does not own 1 item in the output folder and will \
            neither overwrite nor remove them
              output/index.html (not written by cedian)
            move or remove them, or choose another folder with --output; edits by hand belong in \
            content/ or templates/

            """))
    #expect(fresh.read("output/index.html") == "mine")
  }

  @Test func aFileInPlaceOfTheOutputFolderIsADiskProblem() throws {
    let folder = try TemporaryFolder.site(["output": "a file"])
    #expect(
      try cedian("build", in: folder)
        == Run(status: 74, out: "", err: "错误: 无法建立文件夹 output：路径中有一段是文件，不是文件夹\n"))
    #expect(folder.read("output") == "a file")
  }

  @Test func machinesGetOneDocumentFromABuildToo() throws {
    let result = try cedian("build", "--format", "json", in: TemporaryFolder.site())
    #expect(result.status == 0)
    #expect(result.err.isEmpty)
    #expect(result.out.contains("\"version\" : 1"))
  }

  @Test func withABaseAddressThereIsASitemap() throws {
    let folder = try TemporaryFolder.site()
    #expect(try cedian("build", "--base-url", "https://例.com/h", in: folder).status == 0)
    #expect(folder.read("output/sitemap.xml")?.contains("<loc>https://例.com/h/") == true)
    #expect(try cedian("build", in: folder).status == 0)
    #expect(folder.read("output/sitemap.xml") == nil)
  }
}
