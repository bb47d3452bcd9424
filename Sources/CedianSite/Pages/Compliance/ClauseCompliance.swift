import CedianModel

/// How the documents stand to one clause.
struct ClauseCompliance: Sendable {
  var citation: ClauseCitation
  var rules: [String]
  var kinds: [DocumentKind: (passing: Int, examined: Int, worst: Severity?)] = [:]
  /// Findings at files that are no documents, such as tables of results.
  var others = 0
  var findings = 0

  var examined: Int { kinds.values.reduce(0) { $0 + $1.examined } }
  var passing: Int { kinds.values.reduce(0) { $0 + $1.passing } }
  var isMet: Bool { findings == 0 }
}

struct ChapterCompliance: Sendable {
  var chapter: Int
  var clauses: [ClauseCompliance]
}

/// The rows of the matrix: the clauses of one chapter that bind rules.
struct ChapterComplianceView: View {
  var chapter: LinkView
  var clauses: [ClauseRowView]

  static let keys = ViewKeys<ChapterComplianceView>(
    "一章的合规情况",
    [
      .view("chapter", "章", \.chapter),
      .list("clauses", "绑定了规则的条款", \.clauses),
    ])
}

struct ClauseRowView: View {
  var clause: LinkView
  var words: EscapedHTML
  var rules: [LinkView]
  var cells: [CellView]
  var findings: LinkView?

  static let keys = ViewKeys<ClauseRowView>(
    "矩阵的一行",
    [
      .view("clause", "条款", \.clause),
      .text("words", "条款的文字", \.words),
      .list("rules", "绑定的规则", \.rules),
      .list("cells", "各种文档：合规数/检查数", \.cells),
      .view("findings", "待处理的项数", \.findings),
    ])
}

extension PageScope {
  /// Every clause in force that binds a rule, in the policy's order.
  func clauseCompliance() -> [ChapterCompliance] {
    var documents: [DocumentKind: Int] = [:]
    handbook.forEachDocument { documents[$0.kind, default: 0] += 1 }
    return context.chaptersInOrder.compactMap { index in
      let chapter = handbook.chapters[index]
      guard !chapter.isProposal, !chapter.bindings.isEmpty else { return nil }
      let places = Dictionary(
        chapter.info.body.clauses.enumerated().map { ($1.number, $0) },
        uniquingKeysWith: { first, _ in first })
      var numbers: [String] = []
      for binding in chapter.bindings where !numbers.contains(binding.clause.value) {
        numbers.append(binding.clause.value)
      }
      let sorted = numbers.indices.sorted {
        (places[numbers[$0]] ?? .max, $0) < (places[numbers[$1]] ?? .max, $1)
      }
      return ChapterCompliance(
        chapter: index,
        clauses: sorted.map { compliance(of: numbers[$0], in: chapter, documents) })
    }
  }

  private func compliance(
    of number: String, in chapter: PolicyChapter, _ documents: [DocumentKind: Int]
  ) -> ClauseCompliance {
    let clause = chapter.info.body.clauses.first { $0.number == number }
    let citation = ClauseCitation(
      number: number, words: clause?.words ?? "", path: chapter.info.path,
      anchor: clause?.anchor ?? "")
    var row = ClauseCompliance(
      citation: citation,
      rules: chapter.bindings.filter { $0.clause.value == number }.map(\.rule.value))
    let findings = context.compliance.findings(of: citation)
    row.findings = findings.count
    func add(_ kind: DocumentKind, _ examined: Int, _ failing: Int) {
      let old = row.kinds[kind] ?? (0, 0, nil)
      row.kinds[kind] = (
        old.passing + max(0, examined - failing), old.examined + examined, old.worst
      )
    }
    for report in context.compliance.reports(of: citation) {
      for (kind, count) in report.examined { add(kind, count, report.failing[kind] ?? 0) }
      for (kind, count) in report.failing where report.examined[kind] == nil { add(kind, 0, count) }
    }
    // A structural rule looks at every document.
    for rule in row.rules where context.bindings.citations[rule] != nil {
      let failing = Set(findings.lazy.filter { $0.id == rule }.map(\.judged))
      let byKind = Dictionary(grouping: failing.compactMap(context.kind)) { $0 }
      for (kind, count) in documents { add(kind, count, byKind[kind]?.count ?? 0) }
    }
    for finding in findings {
      guard let kind = context.kind(at: finding.judged), var counts = row.kinds[kind] else {
        row.others += 1
        continue
      }
      counts.worst = max(counts.worst ?? .note, finding.severity)
      row.kinds[kind] = counts
    }
    return row
  }

  func matrixRows(
    _ chapter: ChapterCompliance, kinds: [DocumentKind], hasOthers: Bool
  ) -> ChapterComplianceView {
    ChapterComplianceView(
      chapter: link(to: handbook.chapters[chapter.chapter].info),
      clauses: chapter.clauses.map { row in
        var cells = kinds.map { kind in
          CellView(column: say(kind.label), status: row.kinds[kind].flatMap { cell($0) })
        }
        if hasOthers {
          let status =
            row.others == 0
            ? nil : StatusView("▲", EscapedHTML("\(row.others) \(say(.itemUnit).html)"), "warn")
          cells.append(CellView(column: say(.otherFiles), status: status))
        }
        return ClauseRowView(
          clause: citation(row.citation), words: EscapedHTML(row.citation.words),
          rules: row.rules.map(rule), cells: cells, findings: findingsLink(row.citation))
      })
  }

  private func cell(
    _ counts: (passing: Int, examined: Int, worst: Severity?)
  ) -> StatusView? {
    guard counts.examined > 0 || counts.worst != nil else { return nil }
    let text = EscapedHTML("\(counts.passing)/\(counts.examined)")
    guard let worst = counts.worst else { return StatusView("●", text, "good") }
    let mark = status(of: worst)
    return StatusView(mark.glyph.html, text, mark.tone.html)
  }

  /// How many findings a clause has, leading to them; nil without any.
  func findingsLink(_ clause: ClauseCitation) -> LinkView? {
    guard let page = context.compliance.page(of: clause) else { return nil }
    return link(
      "\(context.compliance.findings(of: clause).count) \(Label.itemUnit.text[language])", page,
      anchor: findingsAnchor(clause.number))
  }
}
