import CedianModel
import Foundation

/// `--format sarif`: SARIF 2.1.0. Columns count Unicode code points; each rule
/// that found something is described, with its clause; fixes are edits where an
/// edit is safe.
func sarifReport(
  _ diagnostics: [Diagnostic], paths: RepositoryPaths, language: Language
) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  let log = SARIFLog(diagnostics, paths, language)
  return withoutControls(try encoder.encode(log)) + [0x0A]
}

struct SARIFLog: Encodable {
  var schema = "https://json.schemastore.org/sarif-2.1.0.json"
  var version = "2.1.0"
  var runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  struct Run: Encodable {
    var tool: Tool
    var language: String
    var columnKind = "unicodeCodePoints"
    var originalUriBaseIds = ["SRCROOT": Base(description: Text(text: "the repository's top"))]
    var results: [Result]
  }

  struct Base: Encodable { var description: Text }
  struct Text: Encodable { var text: String }

  struct Tool: Encodable {
    var driver: Driver
  }

  struct Driver: Encodable {
    var name = "Cedian"
    var fullName = "Cedian 策典"
    var version = Cedian.version
    var semanticVersion = Cedian.version
    var rules: [Rule]
  }

  struct Rule: Encodable {
    var id: String
    var shortDescription: Text
    var fullDescription: Text
    var help: Text
    var defaultConfiguration: Configuration

    struct Configuration: Encodable { var level: String }
  }

  init(_ diagnostics: [Diagnostic], _ paths: RepositoryPaths, _ language: Language) {
    let catalogue = RuleCatalogue.bindable + RuleCatalogue.structural
    let used = Set(diagnostics.map(\.id))
    let rules = catalogue.filter { used.contains($0.id) }
    let index = Dictionary(
      rules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    let results = zip(diagnostics, fingerprints(of: diagnostics)).map {
      Result($0, fingerprint: $1, ruleIndex: index[$0.id], paths, language)
    }
    runs = [
      Run(
        tool: Tool(driver: Driver(rules: rules.map { Rule($0, language) })),
        language: language == .zh ? "zh-CN" : "en", results: results)
    ]
  }
}

extension SARIFLog.Rule {
  init(_ rule: RuleDescription, _ language: Language) {
    id = rule.id
    let summary = rule.summary[language]
    let detail = rule.detail[language]
    shortDescription = SARIFLog.Text(text: summary)
    fullDescription = SARIFLog.Text(text: detail.isEmpty ? summary : detail)
    let (fails, passes) = language == .zh ? ("不合规：", "合规：") : ("Fails:", "Passes:")
    help = SARIFLog.Text(text: "\(fails)\n\(rule.failing)\n\n\(passes)\n\(rule.passing)")
    defaultConfiguration = Configuration(level: rule.severity.rawValue)
  }
}
