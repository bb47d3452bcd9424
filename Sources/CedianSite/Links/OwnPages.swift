/// Pages that no document makes: what the checks found, the rules, the overviews.
extension Permalink {
  static let compliance = Permalink(folder: "compliance")
  static let rules = Permalink(folder: "rules")
  static let overviews = Permalink(folder: "views")

  /// A further page of the findings, from 2.
  static func findings(page: Int) -> Permalink {
    page <= 1 ? compliance : Permalink(folder: "compliance", name: "\(page)")
  }
}

/// The anchor of a rule on the rules' page.
func ruleAnchor(_ id: String) -> String { "rule." + id }

/// The anchor of a clause's findings.
func findingsAnchor(_ clause: String?) -> String { "findings." + (clause ?? "structure") }
