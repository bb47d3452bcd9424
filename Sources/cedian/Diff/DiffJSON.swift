import CedianModel

/// A comparison as JSON, described by docs/diff.schema.json.
func diffJSON(_ report: DiffReport) -> [UInt8] {
  let language = report.language
  return JSONValue.object([
    ("schema", .string("cedian.diff/1")),
    ("from", .string(report.from)), ("to", .string(report.to)),
    ("documents", .array(report.diff.documents.map { document($0, language) })),
    ("results", .array(report.diff.results.map { result($0, report) })),
    (
      "policy",
      .object([
        ("whole", .bool(report.isWhole)),
        ("rules", .array(report.effect.rules.map { rule($0, language) })),
        ("found", .array(report.effect.found.map { finding($0, language) })),
        ("mended", .array(report.effect.mended.map { finding($0, language) })),
      ])
    ),
  ]).encoded()
}

private func document(_ document: DocumentChange, _ language: Language) -> JSONValue {
  .object([
    ("status", .string(document.status.rawValue)),
    ("kind", .string(document.kind?.rawValue ?? "settings")),
    ("id", .string(document.id)), ("title", .string(document.title)),
    ("path", .string(document.path)), ("old_path", .optional(document.oldPath)),
    ("fields", .array(document.fields.map { field($0, language) })),
    ("sections", .array(document.sections.map(section))),
  ])
}

private func field(_ field: FieldChange, _ language: Language) -> JSONValue {
  .object([
    ("key", .array(field.keys.map { .string($0) })), ("label", .string(field.name(language))),
    ("importance", .string("\(field.importance)")),
    ("before", .optional(field.before?.words(language))),
    ("after", .optional(field.after?.words(language))), ("detail", detail(field.detail, language)),
    ("favourable", field.isFavourable.map { .bool($0) } ?? .null),
  ])
}

private func detail(_ detail: FieldChange.Detail, _ language: Language) -> JSONValue {
  switch detail {
  case .none: .null
  case .text(let diff):
    .object([("kind", .string("text")), ("parts", .array(diff.parts.map(part)))])
  case .number(let difference, let fraction):
    .object([
      ("kind", .string("number")), ("difference", .number(difference)),
      ("fraction", .optional(fraction)),
    ])
  case .time(let start, let end, let days, let daysBefore):
    .object([
      ("kind", .string("time")), ("start", .integer(start)), ("end", .integer(end)),
      ("days", .integer(days)), ("days_before", .integer(daysBefore)),
    ])
  case .list(let added, let removed, let moved):
    .object([
      ("kind", .string("list")), ("added", .array(added.map { .string($0.words(language)) })),
      ("removed", .array(removed.map { .string($0.words(language)) })),
      ("moved", .array(moved.map { .string($0.words(language)) })),
    ])
  }
}

private func part(_ part: TextDiff.Part) -> JSONValue {
  .object([("kind", .string("\(part.kind)")), ("text", .string(part.text))])
}

private func section(_ section: SectionChange) -> JSONValue {
  .object([
    ("heading", .string(section.heading)), ("old_heading", .optional(section.oldHeading)),
    ("moved", .bool(section.isMoved)),
    (
      "blocks",
      .array(
        section.blocks.map { block in
          switch block {
          case .added(let text):
            .object([("kind", .string("added")), ("text", .string(text))])
          case .removed(let text):
            .object([("kind", .string("removed")), ("text", .string(text))])
          case .moved(let text):
            .object([("kind", .string("moved")), ("text", .string(text))])
          case .changed(let diff):
            .object([
              ("kind", .string("changed")), ("parts", .array(diff.parts.map { part($0) })),
            ])
          }
        })
    ),
  ])
}

private func result(_ change: ResultChange, _ report: DiffReport) -> JSONValue {
  .object([
    ("period", .string(change.period.id)), ("channel", .string(change.channelID)),
    ("activity", .optional(change.activity)),
    ("metric", .string(change.metric.map { report.metrics[$0].id } ?? change.name.en)),
    ("before", .optional(change.before)), ("after", .optional(change.after)),
    ("difference", .optional(change.difference)),
    ("favourable", change.isFavourable.map { .bool($0) } ?? .null),
    (
      "remarks",
      .array(
        change.remarks.map {
          .object([
            ("label", .string($0.label[report.language])), ("before", .optional($0.before)),
            ("after", .optional($0.after)),
          ])
        })
    ),
  ])
}

private func rule(_ rule: RuleChange, _ language: Language) -> JSONValue {
  .object([
    ("rule", .string(rule.rule)), ("clause", .string(rule.clause)),
    ("change", .string(rule.change[language])), ("failing", .integer(rule.failing)),
  ])
}

private func finding(_ finding: Diagnostic, _ language: Language) -> JSONValue {
  .object([
    ("id", .string(finding.id)), ("severity", .string(finding.severity.rawValue)),
    ("path", .string(finding.location.path)),
    ("line", .integer(Int(finding.location.range.start.line))),
    ("message", .string(finding.message[language])),
    ("clause", .optional(finding.clause?.number)),
  ])
}
