import CedianModel
import CedianTestSupport
import Foundation
import Testing

@testable import cedian

@Suite("cedian explain")
struct ExplainCommandTests {
  @Test("without a rule every rule is listed, with the clause that binds it")
  func list() throws {
    let run = try cedian("explain", in: TemporaryFolder.site())
    #expect(run.status == 0)
    #expect(run.err == "")
    for rule in RuleCatalogue.bindable + RuleCatalogue.structural {
      #expect(run.out.contains("\n  \(rule.id) "))
    }
    #expect(run.out.contains("文档写全制度要求的字段，缺少与为空分别指出  条款 4.1\n"))
  }

  @Test("every rule explains itself in both languages", arguments: ["zh", "en"])
  func everyRule(language: String) throws {
    let folder = try TemporaryFolder.site()
    for rule in RuleCatalogue.bindable + RuleCatalogue.structural {
      let run = try cedian("explain", rule.id, "--lang", language, in: folder)
      #expect(run.status == 0)
      #expect(run.out.hasPrefix("\(rule.id)  "))
      let parts = language == "zh" ? ["依据", "不合规", "合规"] : ["Why", "Fails", "Passes"]
      for part in parts { #expect(run.out.contains("\n\(part)\n"), "\(rule.id): \(part)") }
      #expect(!run.out.contains("\u{1B}"))
    }
  }

  @Test("the clause, the severity and the value in force come from the site")
  func inForce() throws {
    var site = SmallSite()
    site.files["content/policy/02-planning.md"] = """
      ---
      rules:
        - {clause: "2.7", rule: missing-review, parameters: {宽限天数: 3}}
      ---
      ## 2.7 总结

      每月写复盘。
      """
    let folder = try TemporaryFolder.site(site.files)
    let run = try cedian("explain", "missing-review", in: folder)
    #expect(run.out.contains("制度 2.7：总结：每月写复盘。"))
    #expect(run.out.contains("默认 10，现在是 3\n"))
    #expect(run.out.contains("这条规则只看期限，不能设为错误。"))
    let json = try cedian("explain", "missing-review", "--format", "json", in: folder)
    let rules = try JSONDecoder().decode([Rule].self, from: Data(json.out.utf8))
    #expect(rules.map(\.id) == ["missing-review"])
    #expect(rules.first?.clauses.map(\.number) == ["2.7"])
    #expect(rules.first?.clauses.first?.parameters["grace_days"] == "3")
  }

  private struct Rule: Decodable {
    var id: String
    var clauses: [Clause]
    struct Clause: Decodable {
      var number: String
      var parameters: [String: String]
    }
  }

  @Test("a structural rule says what a clause can make of it")
  func structural() throws {
    let folder = try TemporaryFolder.site()
    let error = try cedian("explain", "wrong-type", in: folder)
    #expect(error.out.contains("级别已经最高") && error.out.contains("    rule: wrong-type"))
    #expect(!error.out.contains("severity:"))
    let warning = try cedian("explain", "unknown-key", "--lang", "en", in: folder)
    #expect(warning.out.contains("can only be raised") && warning.out.contains("severity: error"))
  }

  @Test("outside a site it says that its clause is not known")
  func outside() throws {
    let run = try cedian("explain", "missing-review", in: TemporaryFolder())
    #expect(run.status == 0)
    #expect(run.out.contains("这里不在站点里，不知道哪一条款绑定它"))
    let inside = try cedian("explain", "missing-review", in: TemporaryFolder.site())
    #expect(inside.out.contains("这个站点没有条款绑定它"))
  }

  @Test("an unknown rule is wrong usage, with the nearest name")
  func unknown() throws {
    let folder = try TemporaryFolder()
    let near = try cedian("explain", "required-field", in: folder)
    #expect(
      near == Run(status: 64, out: "", err: "错误: 没有「required-field」这条规则，是不是想写 required-fields？\n"))
    let far = try cedian("explain", "zzzzzz", "--lang", "en", in: folder)
    #expect(far.status == 64)
    #expect(far.err == "error: there is no rule 'zzzzzz'; 'cedian explain' lists them all\n")
  }
}
