import CedianTestSupport
import Foundation
import Testing

@testable import cedian

@Suite("Report formats for machines")
struct FormatTests {
  /// Findings of every severity, with notes, fixes, clauses and a Chinese name.
  private static let findings = [
    "content/activities/2026/双11 方案.md": """
    ---
    主题：双11
    时间: 2026-11-01/2026-11-11
    目标: 成交总额 ≥ 120万
    参与对象: 会员
    活动形式: 直播
    主题: 再来一次
    负责人: 市场不
    主提: 100%, a:b
    ---

    正文<b>有</b>[坏链接](nowhere.md)。
    """,
    "content/plans/2026-10.md": "---\nperiod: 2026-10\n---\n",
    "content/policy/02-planning.md": """
    ---
    rules:
      - {clause: "2.7", rule: missing-review}
    ---
    ## 2.7 总结
    """,
  ]

  private func report(
    _ format: String, _ files: [String: String] = findings, _ arguments: String...
  ) throws -> Run {
    try run(
      cedianBinary, ["check", "--as-of", "2026-11-15", "--format", format] + arguments,
      in: TemporaryFolder.site(files))
  }

  @Test("SARIF is what its schema asks for", arguments: ["zh", "en"])
  func sarif(language: String) throws {
    let url = packageRoot.appending(
      path: "Tests/CommandTests/Fixtures/schemas/sarif-schema-2.1.0.json")
    let schema = try JSONSchema(Data(contentsOf: url))
    for files in [Self.findings, [:]] {
      let run = try report("sarif", files, "--lang", language)
      #expect(run.status == (files.isEmpty ? 0 : 1))
      #expect(try schema.problems(in: Data(run.out.utf8)) == [])
    }
    // The validator itself must be able to fail.
    #expect(try schema.problems(in: Data(#"{"version": "2.1.0"}"#.utf8)) == ["$: lacks runs"])
  }

  @Test("SARIF carries places, clauses, fixes, notes and lateness")
  func sarifContent() throws {
    let run = try report("sarif")
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
    let results = try #require(
      (log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
    let colon = try #require(results.first { $0["ruleId"] as? String == "full-width-colon" })
    let place =
      ((colon["locations"] as? [[String: Any]])?.first?["physicalLocation"])
      as? [String: Any]
    #expect(
      (place?["artifactLocation"] as? [String: String])?["uri"]
        == "content/activities/2026/%E5%8F%8C11%20%E6%96%B9%E6%A1%88.md")
    #expect(
      place?["region"] as? [String: Int]
        == ["startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 4])
    #expect((colon["fixes"] as? [Any])?.count == 1)
    let duplicate = try #require(results.first { $0["ruleId"] as? String == "duplicate-key" })
    #expect((duplicate["relatedLocations"] as? [Any])?.count == 1)
    let late = try #require(results.first { $0["ruleId"] as? String == "missing-review" })
    let properties = late["properties"] as? [String: Any]
    #expect(properties?["clause"] as? String == "2.7")
    #expect(properties?["due"] as? String == "2026-11-10")
    #expect(properties?["daysOverdue"] as? Int == 5)
  }

  @Test("GitLab's report has its fields, and fingerprints that survive moved lines and days")
  func gitlab() throws {
    struct Issue: Decodable {
      var description, fingerprint, severity: String
      var location: Location
      struct Location: Decodable {
        var path: String
        var lines: Lines
        struct Lines: Decodable { var begin: Int }
      }
    }
    func issues(_ files: [String: String], _ day: String) throws -> [Issue] {
      let run = try run(
        cedianBinary, ["check", "--as-of", day, "--format", "gitlab"],
        in: TemporaryFolder.site(files))
      return try JSONDecoder().decode([Issue].self, from: Data(run.out.utf8))
    }
    let found = try issues(Self.findings, "2026-11-15")
    #expect(Set(found.map(\.severity)) == ["major", "minor"])
    #expect(Set(found.map(\.fingerprint)).count == found.count)
    #expect(found.allSatisfy { $0.fingerprint.count == 32 && $0.location.lines.begin > 0 })
    var moved = Self.findings
    let path = "content/activities/2026/双11 方案.md"
    moved[path] = moved[path]?.replacing("---\n主题：", with: "---\n# 说明\n主题：")
    let later = try issues(moved, "2026-12-20")
    #expect(Set(later.map(\.fingerprint)) == Set(found.map(\.fingerprint)))
    #expect(later.map(\.location.lines.begin) != found.map(\.location.lines.begin))
  }

  @Test("GitHub's commands escape what would end them")
  func github() throws {
    let run = try report("github")
    let lines = run.out.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.hasPrefix("::error ") || $0.hasPrefix("::warning ") })
    let colon = try #require(lines.first { $0.contains("title=full-width-colon") })
    #expect(
      colon.hasPrefix(
        "::error file=content/activities/2026/双11 方案.md,line=2,endLine=2,col=3,endColumn=4,title=full-width-colon::"
      ))
    #expect(colon.contains("%0A改法："))
    // What only a second place explains is said too.
    let second = try #require(lines.first { $0.contains("title=duplicate-key") })
    #expect(second.contains("%0A先写在这里，以此处为准：content/activities/2026/双11 方案.md:2%0A改法："))
    let gitlab = try report("gitlab").out
    #expect(gitlab.contains("；先写在这里，以此处为准：content/activities/2026/双11 方案.md:2\""))
    let late = try #require(lines.first { $0.contains("title=missing-review 制度 2.7::") })
    #expect(late.contains("已逾期 5 天"))
    #expect(try report("github", [:]).out == "")
  }

  @Test("paths count from the repository's top")
  func prefix() throws {
    let folder = try TemporaryFolder()
    let site = try TemporaryFolder.site(Self.findings)
    try FileManager.default.createDirectory(
      atPath: folder.at("文档"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: site.path, toPath: folder.at("文档/site"))
    try folder.write("gitdir: elsewhere\n", to: ".git")
    let run = try cedian("check", "--site", "文档/site", "--format", "github", in: folder)
    #expect(run.out.contains("file=文档/site/content/plans/2026-10.md,"))
  }

  @Test("JSON says how much was checked and what is late")
  func json() throws {
    let run = try report("json")
    #expect(run.out.contains("\"checked\" : 7,"))
    #expect(run.out.contains("\"daysOverdue\" : 5,"))
  }
}
