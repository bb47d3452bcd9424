/// What the checks found in a report's documents, by the clause that asks.
public struct ClauseFindings: Sendable {
  /// Nil for what every file must satisfy, whatever the policy says.
  public var clause: ClauseCitation?
  public var errors: Int
  public var warnings: Int
  /// The paths of the documents judged, each once, in order.
  public var documents: [String]
}

extension ReportSource {
  /// The files that a report's numbers and lists come from, as far as they are asked
  /// for.
  public func documents(
    of report: Report, where isAsked: (String) -> Bool = { _ in true }
  ) -> Set<String> {
    var paths: Set<String> = []
    func add(_ path: String) {
      if isAsked(path) { paths.insert(path) }
    }
    for file in report.quality.files { add(file.path) }
    if let plan = report.plan { add(handbook.plans[plan].info.path) }
    if let review = report.review { add(handbook.reviews[review].info.path) }
    for entry in report.activities {
      add(handbook.activities[entry.activity].info.path)
      if let evaluation = entry.evaluation { add(handbook.evaluations[evaluation].info.path) }
    }
    return paths
  }

  /// Findings by the file that a report counts them with: the results where they
  /// lie there, else the document that was judged.
  public static func byFile(_ findings: [Diagnostic]) -> [String: [Diagnostic]] {
    Dictionary(grouping: findings) { finding in
      finding.location.path.hasPrefix("content/results/") ? finding.location.path : finding.judged
    }
  }

  /// Errors and warnings in those files, clause by clause. Nothing here counts
  /// days, so that a report stays as it is while nothing in it changes.
  public func findings(
    of report: Report, in byDocument: [String: [Diagnostic]]
  ) -> [ClauseFindings] {
    var found: [ClauseFindings] = []
    var places: [String?: Int] = [:]
    // Most documents have none, and only those with some need their order.
    let judged = documents(of: report) { byDocument[$0] != nil }
    // What goes on beyond the period owes its evaluation to a later one.
    let goingOn = Set(
      report.activities.filter(\.goesOn).map { handbook.activities[$0.activity].info.path })
    for path in judged.sorted() {
      for finding in byDocument[path] ?? [] where finding.severity != .note {
        if finding.id == "missing-evaluation", goingOn.contains(path) { continue }
        let key = finding.clause?.number
        let place = places[key] ?? found.count
        if place == found.count {
          places[key] = place
          found.append(
            ClauseFindings(clause: finding.clause, errors: 0, warnings: 0, documents: []))
        }
        if finding.severity == .error {
          found[place].errors += 1
        } else {
          found[place].warnings += 1
        }
        if found[place].documents.last != path { found[place].documents.append(path) }
      }
    }
    return found.sorted { clauseOrder($0.clause?.number) < clauseOrder($1.clause?.number) }
  }
}

/// `2.10` comes after `2.9`.
private func clauseOrder(_ number: String?) -> String {
  guard let number else { return "~" }
  return number.split(separator: ".").map {
    String(repeating: "0", count: max(0, 4 - $0.count)) + $0
  }.joined(separator: ".")
}
