import CedianTestSupport
import Foundation
import Testing

@testable import CedianSite

/// Every page of a small site, byte for byte, in both languages. Assets are left
/// out: the stylesheet has tests of its own.
@Suite("The golden site")
struct GoldenSiteTests {
  @Test("every page is as recorded", arguments: ["zh", "en"])
  func pages(language: String) throws {
    let folder = try Self.smallSite()
    let built = try cedian("build", "--lang", language, in: folder)
    #expect(built.status == 0, "\(built.err)")
    let pages = folder.files(below: "output").filter { $0.key.hasSuffix(".html") }
    let golden = "Tests/CommandTests/Fixtures/golden-\(language)"
    try expectGolden(
      pages.keys.sorted().joined(separator: "\n") + "\n", at: golden + "/pages.txt")
    for (path, text) in pages.sorted(by: { $0.key < $1.key }) {
      try expectGolden(text, at: golden + "/" + path)
    }
  }

  @Test("a draft is published only when asked for, and then has its page")
  func drafts() throws {
    let folder = try Self.smallSite()
    #expect(try cedian("build", in: folder).status == 0)
    #expect(folder.read("output/activities/2026-12-draft/index.html") == nil)
    #expect(try cedian("build", "--drafts", in: folder).status == 0)
    let page = try #require(folder.read("output/activities/2026-12-draft/index.html"))
    #expect(page.contains("Warm cups"))
    #expect(try cedian("build", in: folder).status == 0)
    #expect(folder.read("output/activities/2026-12-draft/index.html") == nil)
  }

  @Test("editing a template changes the site without compiling")
  func template() throws {
    let folder = try Self.smallSite()
    let path = "templates/partials/footer.mustache"
    let footer = try #require(folder.read(path))
    try folder.write(footer + "\n<!-- 内部资料 -->\n", to: path)
    #expect(try cedian("build", in: folder).status == 0)
    #expect(folder.read("output/index.html")?.contains("内部资料") == true)
  }

  static func smallSite() throws -> TemporaryFolder {
    let folder = try TemporaryFolder(inMemory: true)
    for (from, to) in [
      ("Tests/CommandTests/Fixtures/small-site/content", "content"), ("templates", "templates"),
    ] {
      try FileManager.default.copyItem(
        at: packageRoot.appending(path: from), to: URL(filePath: folder.at(to)))
    }
    return folder
  }
}

/// The sample handbook, which people start from.
@Suite("The sample handbook")
struct SampleHandbookTests {
  private func sample() throws -> TemporaryFolder {
    let folder = try TemporaryFolder(inMemory: true)
    for name in ["content", "templates"] {
      try FileManager.default.copyItem(
        at: packageRoot.appending(path: name), to: URL(filePath: folder.at(name)))
    }
    return folder
  }

  @Test("at the date that site.yml pins only what a real November lacks is found")
  func clean() throws {
    let run = try cedian("check", "--format", "json", in: sample())
    #expect(run.status == 0, "\(run.err)")
    let report = try JSONDecoder().decode(Findings.self, from: Data(run.out.utf8))
    #expect(
      report.diagnostics.map { "\($0.severity) \($0.id) \($0.path)" } == [
        "warning missing-evaluation content/activities/2026/2026-11-double-eleven.md",
        "warning channel-metrics content/results/2026/2026-10.csv",
      ])
  }

  private struct Findings: Decodable {
    var diagnostics: [Finding]
    struct Finding: Decodable { var id, severity, path: String }
  }

  @Test("two builds of it in two places give the same bytes")
  func deterministic() throws {
    let (first, second) = (try sample(), try sample())
    #expect(try cedian("build", "--base-url", "https://example.com/h", in: first).status == 0)
    let zone = ["TZ": "America/New_York", "LC_ALL": "zh_CN.UTF-8"]
    let again = try cedian(
      "build", "--base-url", "https://example.com/h", in: second, environment: zone)
    #expect(again.status == 0)
    let pages = first.files(below: "output")
    #expect(pages.count > 100)
    #expect(pages == second.files(below: "output"))
    #expect(first.read("output/.cedian/manifest") == second.read("output/.cedian/manifest"))
  }

  @Test("every link of every page leads to a file of the site")
  func links() throws {
    let folder = try sample()
    #expect(try cedian("build", in: folder).status == 0)
    let pages = folder.files(below: "output")
    var count = 0
    for (path, html) in pages where path.hasSuffix(".html") {
      for match in html.matches(of: /(?:href|src)="([^"#:]+)(?:#[^"]*)?"/) {
        let address = String(match.1)
        #expect(pages[Destination(address, in: path).path ?? ""] != nil, "\(path) → \(address)")
        count += 1
      }
    }
    #expect(count > 5_000)
  }

  @Test("taking any of the six fields from a brief stops the build and keeps the last site")
  func broken() throws {
    let folder = try sample()
    #expect(try cedian("build", in: folder).status == 0)
    let before = folder.files(below: "output")
    let path = "content/activities/2026/2026-12-double-twelve.md"
    let brief = try #require(folder.read(path))
    for (label, key) in [
      ("主题", "theme"), ("时间", "time"), ("参与对象", "audience"), ("活动形式", "format"),
      ("预期效果", "expected_effect"),
    ] {
      let lines = brief.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix(label + ":") }
      try folder.write(lines.joined(separator: "\n"), to: path)
      let run = try cedian("build", in: folder)
      #expect(run.status == 1)
      #expect(run.err.contains("错误[required-fields]: 缺少必填字段「\(label)」(\(key))"))
      #expect(run.err.contains("制度 4.1：活动方案"))
    }
    #expect(folder.files(below: "output") == before)
  }
}
