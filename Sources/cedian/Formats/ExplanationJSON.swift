import CedianModel
import Foundation

/// `cedian explain --format json`: a list of rules, keys sorted.
func explanationJSON(_ explanations: [Explanation], _ language: Language) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  let rules = explanations.map { ExplainedRule($0, language) }
  return Array(try encoder.encode(rules)) + [0x0A]
}

private struct ExplainedRule: Encodable {
  var id, severity, summary, detail, failing, passing: String
  var kinds: [String]
  var isStructural, isTimeDriven: Bool
  var parameters: [Parameter]
  var clauses: [Clause]

  struct Parameter: Encodable {
    var name, label, meaning, standard: String
  }

  struct Clause: Encodable {
    var number, words, path, anchor, severity: String
    var parameters: [String: String]
  }

  init(_ explanation: Explanation, _ language: Language) {
    let rule = explanation.rule
    (id, severity) = (rule.id, rule.severity.rawValue)
    (summary, detail) = (rule.summary[language], rule.detail[language])
    (failing, passing) = (rule.failing, rule.passing)
    kinds = rule.kinds.map(\.rawValue)
    (isStructural, isTimeDriven) = (rule.kinds.isEmpty, rule.isTimeDriven)
    parameters = rule.parameters.map {
      Parameter(
        name: $0.name, label: $0.label, meaning: $0.meaning[language],
        standard: $0.standard.written)
    }
    clauses = explanation.bindings.map { binding in
      Clause(
        number: binding.clause.number, words: binding.clause.words, path: binding.clause.path,
        anchor: binding.clause.anchor, severity: binding.severity.rawValue,
        parameters: binding.parameters)
    }
  }
}
